//! What somebody wants to answer, apart from any page: filled into whatever form the phone has
//! before it.

use crate::HtmlForm;

/// Something to fill in.
#[derive(Clone, Debug)]
pub struct FilledAnswer(Vec<FieldFill>);

#[derive(Clone, Debug)]
enum FieldFill {
    Choose { name: String, value: String },
    Tick { name: String },
    Untick { name: String },
    Type { name: String, texts: Vec<String> },
}

/// Choice: one option, counted from 1.
pub fn option(number: usize) -> FilledAnswer {
    options([number])
}

/// Choice: these options and no others.
pub fn options<const N: usize>(numbers: [usize; N]) -> FilledAnswer {
    let mut fills = vec![FieldFill::Untick {
        name: "option".into(),
    }];
    fills.extend(numbers.map(|number| FieldFill::Choose {
        name: "option".into(),
        value: number.to_string(),
    }));
    FilledAnswer(fills)
}

/// Choice: the option with a text of one's own.
pub fn other(number: usize, words: &str) -> FilledAnswer {
    let mut answer = option(number);
    answer.0.push(FieldFill::Type {
        name: "other".into(),
        texts: vec![words.into()],
    });
    answer
}

/// Words: these entries and no others.
pub fn words<const N: usize>(entries: [&str; N]) -> FilledAnswer {
    FilledAnswer(vec![FieldFill::Type {
        name: "entry".into(),
        texts: entries.map(str::to_owned).to_vec(),
    }])
}

/// Open: one answer more.
pub fn text(words: &str) -> FilledAnswer {
    FilledAnswer(vec![FieldFill::Type {
        name: "text".into(),
        texts: vec![words.into()],
    }])
}

/// Open with columns: one answer more, under a heading, counted from 1.
pub fn under_heading(column: usize, words: &str) -> FilledAnswer {
    let mut answer = text(words);
    answer.0.push(FieldFill::Choose {
        name: "column".into(),
        value: column.to_string(),
    });
    answer
}

/// Scale: a value for each statement, or nothing where it is skipped.
pub fn values<const N: usize>(values: [Option<i32>; N]) -> FilledAnswer {
    let fill = |(at, value): (usize, Option<i32>)| match value {
        Some(value) => vec![
            FieldFill::Untick {
                name: format!("skip-{}", at + 1),
            },
            FieldFill::Choose {
                name: format!("value-{}", at + 1),
                value: value.to_string(),
            },
        ],
        None => vec![FieldFill::Tick {
            name: format!("skip-{}", at + 1),
        }],
    };
    FilledAnswer(values.into_iter().enumerate().flat_map(fill).collect())
}

/// Spectrum: one of the eleven places 0, 10 … 100.
pub fn place(value: u32) -> FilledAnswer {
    FilledAnswer(vec![FieldFill::Choose {
        name: "value".into(),
        value: value.to_string(),
    }])
}

/// Number: as it is typed.
pub fn number(typed: &str) -> FilledAnswer {
    FilledAnswer(vec![FieldFill::Type {
        name: "value".into(),
        texts: vec![typed.into()],
    }])
}

/// Form: what is picked in some fields and typed into others, by their numbers.
pub fn filled_in(picked: &[(usize, &str)], typed: &[(usize, &str)]) -> FilledAnswer {
    let name = |number: usize| format!("field-{number}");
    let picks = picked.iter().map(|(number, value)| FieldFill::Choose {
        name: name(*number),
        value: (*value).to_owned(),
    });
    let types = typed.iter().map(|(number, text)| FieldFill::Type {
        name: name(*number),
        texts: vec![(*text).to_owned()],
    });
    FilledAnswer(picks.chain(types).collect())
}

impl FilledAnswer {
    /// Whether it is something added, in a form that is still empty.
    pub(crate) fn is_added(&self) -> bool {
        self.0
            .iter()
            .any(|fill| matches!(fill, FieldFill::Type { name, .. } if name == "text"))
    }

    #[track_caller]
    pub(crate) fn fill(&self, form: &mut HtmlForm) {
        for fill in &self.0 {
            match fill {
                FieldFill::Choose { name, value } => form.chooses(name, value),
                FieldFill::Tick { name } => form.ticks(name),
                FieldFill::Untick { name } => form.unticks(name),
                FieldFill::Type { name, texts } => {
                    form.types(name, &texts.iter().map(String::as_str).collect::<Vec<_>>())
                }
            };
        }
    }
}
