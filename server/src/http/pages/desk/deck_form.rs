//! A deck's form: what it sends, and how what is wrong with it is said.

use axum::body::Body;
use client::texts::problems::problem as sentence;
use client::views::desk::DeckProblem;
use http::{HeaderMap, header};
use shared::deck::problem::Problem;

use super::FORM_BYTES;
use crate::decks::DeckError;
use crate::form_parser::{self, UnreadableForm};
use crate::http::body::whole;
use crate::http::failure::Failure;
use crate::http::request_context::Caller;

/// What a deck's form sends.
pub struct Typed {
    pub text: String,
    /// The version that the text was made from, as the form named it.
    pub version: Option<String>,
    /// Which button was pressed, of several.
    pub pressed: Option<String>,
}

/// A deck's form that could not be read.
pub struct Untyped {
    pub failure: Failure,
    /// What is wrong with the file that was chosen, if it is that.
    pub file: Option<Problem>,
}

impl From<Failure> for Untyped {
    fn from(failure: Failure) -> Self {
        Self {
            failure,
            file: None,
        }
    }
}

impl From<UnreadableForm> for Untyped {
    fn from(unread: UnreadableForm) -> Self {
        match unread {
            UnreadableForm::Malformed(detail) => Failure::malformed(detail).into(),
            UnreadableForm::File(problem) => Self {
                failure: DeckError::Wrong(vec![problem.clone()]).into(),
                file: Some(problem),
            },
        }
    }
}

/// The text of a deck's form.
pub async fn typed(headers: &HeaderMap, body: Body) -> Result<Typed, Untyped> {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    let bytes = whole(body, FORM_BYTES).await?;
    let fields = form_parser::read_any(&kind, bytes).await?;
    // A chosen file wins over the text field, which is then as empty as it was.
    let file = fields.first("file").filter(|text| !text.trim().is_empty());
    let text = file.or(fields.first("text")).unwrap_or_default().to_owned();
    Ok(Typed {
        text,
        version: fields.first("version").map(str::to_owned),
        pressed: fields.first("do").map(str::to_owned),
    })
}

/// What the desk says of a deck that could not even be read.
pub fn unread(failure: &Failure) -> &'static str {
    if failure.code == "too_large" {
        "deck_too_large"
    } else {
        "deck_not_text"
    }
}

/// Each problem beside the line that it is about.
pub fn beside_lines(text: &str, problems: &[Problem], caller: &Caller) -> Vec<DeckProblem> {
    let lines: Vec<&str> = text.lines().collect();
    let quoted = |line: usize| {
        lines
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or_default()
            .to_owned()
    };
    let beside = |problem: &Problem| DeckProblem {
        line: problem.line,
        quoted: quoted(problem.line),
        sentence: sentence(caller.language(), problem),
        code: problem.code().to_owned(),
    };
    problems.iter().map(beside).collect()
}
