//! What people seldom mean when they send a form: they are asked about it once, and what they send after that counts.

use serde::{Deserialize, Serialize};
use shared::protocol::view::{Input, QuestionView};
use shared::question::Fields;

/// The field by which a form says what its sender was asked about.
pub(crate) const SURE: &str = "sure";

/// Something that is asked about before it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "doubt", rename_all = "snake_case")]
pub enum Doubt {
    /// Statements, counted from 1, that have no value and are not skipped on purpose.
    Unanswered {
        /// Which.
        statements: Vec<usize>,
    },
    /// Fewer entries than one may give, where none can be added later.
    Fewer {
        /// How many.
        given: usize,
        /// Of how many.
        of: usize,
    },
    /// A text behind an option that is not chosen.
    Unchosen {
        /// The option.
        label: String,
    },
}

crate::reading::variants!(Doubt, "doubt" {
    "unanswered" => Unanswered { statements },
    "fewer" => Fewer { given, of },
    "unchosen" => Unchosen { label }
});

impl Doubt {
    /// What is to be asked about a form that is otherwise fine, unless its sender was asked already.
    pub fn of(question: &QuestionView, fields: &Fields) -> Option<Self> {
        let doubt = match &question.input {
            Input::Scale { statements, .. } => unanswered(fields, statements.len()),
            Input::Words { entries, .. } if !question.change => fewer(fields, *entries as usize),
            Input::Choice { options, .. } => {
                let other = (1..).zip(options).find(|(_, option)| option.other);
                other.and_then(|(number, option)| unchosen(fields, number, &option.label))
            }
            _ => None,
        };
        doubt.filter(|doubt| !fields.first(SURE).is_some_and(|sure| doubt.is_covered(sure)))
    }

    /// What the field [`SURE`] says once its sender was asked this.
    pub fn word(&self) -> String {
        match self {
            Self::Unanswered { statements } => statements.iter().map(usize::to_string).collect::<Vec<_>>().join(" "),
            Self::Fewer { .. } => "fewer".to_owned(),
            Self::Unchosen { .. } => "unchosen".to_owned(),
        }
    }

    /// Statements that were not among those that were named are asked about once more.
    fn is_covered(&self, sure: &str) -> bool {
        match self {
            Self::Unanswered { statements } => {
                statements.iter().all(|number| sure.split(' ').any(|named| named == number.to_string()))
            }
            other => sure == other.word(),
        }
    }
}

/// A form in which nothing was touched is empty, which is said otherwise.
fn unanswered(fields: &Fields, of: usize) -> Option<Doubt> {
    let given = |number: &usize| {
        let value = fields.first(&format!("value-{number}")).is_some_and(|value| !value.trim().is_empty());
        value || fields.first(&format!("skip-{number}")).is_some()
    };
    let statements: Vec<usize> = (1..=of).filter(|number| !given(number)).collect();
    (!statements.is_empty() && statements.len() < of).then_some(Doubt::Unanswered { statements })
}

fn fewer(fields: &Fields, of: usize) -> Option<Doubt> {
    let given = fields.all("entry").filter(|entry| !entry.trim().is_empty()).count();
    (given > 0 && given < of).then_some(Doubt::Fewer { given, of })
}

/// Where nothing at all is chosen the text itself chooses its option.
fn unchosen(fields: &Fields, number: usize, label: &str) -> Option<Doubt> {
    let typed = fields.first("other").is_some_and(|text| !text.trim().is_empty());
    let mut chosen = fields.all("option").map(str::trim).peekable();
    let elsewhere = chosen.peek().is_some() && chosen.all(|option| option.parse() != Ok(number));
    (typed && elsewhere).then(|| Doubt::Unchosen { label: label.to_owned() })
}
