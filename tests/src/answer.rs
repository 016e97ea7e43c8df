//! What somebody wants to answer, apart from any page: filled into whatever form the phone has
//! before it.

use crate::Form;

/// Something to fill in.
#[derive(Clone, Debug)]
pub struct Answer(Vec<Fill>);

#[derive(Clone, Debug)]
enum Fill {
    Choose { name: String, value: String },
    Tick { name: String },
    Untick { name: String },
    Type { name: String, texts: Vec<String> },
}

/// Choice: one option, counted from 1.
pub fn option(number: usize) -> Answer {
    options([number])
}

/// Choice: these options and no others.
pub fn options<const N: usize>(numbers: [usize; N]) -> Answer {
    let mut fills = vec![Fill::Untick {
        name: "option".into(),
    }];
    fills.extend(numbers.map(|number| Fill::Choose {
        name: "option".into(),
        value: number.to_string(),
    }));
    Answer(fills)
}

/// Choice: the option with a text of one's own.
pub fn other(number: usize, words: &str) -> Answer {
    let mut answer = option(number);
    answer.0.push(Fill::Type {
        name: "other".into(),
        texts: vec![words.into()],
    });
    answer
}

/// Words: these entries and no others.
pub fn words<const N: usize>(entries: [&str; N]) -> Answer {
    Answer(vec![Fill::Type {
        name: "entry".into(),
        texts: entries.map(str::to_owned).to_vec(),
    }])
}

/// Open: one answer more.
pub fn text(words: &str) -> Answer {
    Answer(vec![Fill::Type {
        name: "text".into(),
        texts: vec![words.into()],
    }])
}

/// Scale: a value for each statement, or nothing where it is skipped.
pub fn values<const N: usize>(values: [Option<i32>; N]) -> Answer {
    let fill = |(at, value): (usize, Option<i32>)| match value {
        Some(value) => vec![
            Fill::Untick {
                name: format!("skip-{}", at + 1),
            },
            Fill::Choose {
                name: format!("value-{}", at + 1),
                value: value.to_string(),
            },
        ],
        None => vec![Fill::Tick {
            name: format!("skip-{}", at + 1),
        }],
    };
    Answer(values.into_iter().enumerate().flat_map(fill).collect())
}

/// Spectrum: one of the eleven places 0, 10 … 100.
pub fn place(value: u32) -> Answer {
    Answer(vec![Fill::Choose {
        name: "value".into(),
        value: value.to_string(),
    }])
}

/// Number: as it is typed.
pub fn number(typed: &str) -> Answer {
    Answer(vec![Fill::Type {
        name: "value".into(),
        texts: vec![typed.into()],
    }])
}

impl Answer {
    /// Whether it is something added, in a form that is still empty.
    pub(crate) fn is_added(&self) -> bool {
        self.0
            .iter()
            .any(|fill| matches!(fill, Fill::Type { name, .. } if name == "text"))
    }

    #[track_caller]
    pub(crate) fn fill(&self, form: &mut Form) {
        for fill in &self.0 {
            match fill {
                Fill::Choose { name, value } => form.chooses(name, value),
                Fill::Tick { name } => form.ticks(name),
                Fill::Untick { name } => form.unticks(name),
                Fill::Type { name, texts } => {
                    form.types(name, &texts.iter().map(String::as_str).collect::<Vec<_>>())
                }
            };
        }
    }
}
