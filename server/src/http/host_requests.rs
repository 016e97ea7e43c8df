//! What a host asks for by name: the fields of the API's JSON, and of a form that says the same,
//! taken apart into the requests that the service layer takes.

use serde::de::DeserializeOwned;
use serde_json::Value;
use shared::control::Adjustment;
use shared::room::{Admission, ModerationRequest, QaRequest, TypedEntry};

use crate::service::control::ControlRequest;
use crate::service::qa::TypedQuestion;
use crate::service::tablets::TabletRequest;

/// Why fields ask for nothing.
#[derive(Debug, thiserror::Error)]
pub enum RequestError {
    #[error("there is no field `{found}`")]
    UnknownField {
        found: String,
        known: &'static [&'static str],
    },
    /// With the parser's words.
    #[error("this is no control: {0}")]
    NoControl(String),
    /// With the parser's words.
    #[error("this is not the JSON that is expected here: {0}")]
    UnexpectedJson(String),
}

/// What the fields `do`, `slide`, `on`, `to`, `round`, `seconds`, `votes` and `after` ask for.
///
/// # Errors
/// [`RequestError::UnknownField`] and [`RequestError::NoControl`]
pub fn control(asked: Value) -> Result<ControlRequest, RequestError> {
    let word = asked["do"].as_str().unwrap_or_default();
    let misfit = RequestError::NoControl;
    if Adjustment::WORDS.contains(&word) {
        let known = &["do", "votes", "to", "after"];
        return read(asked, known, misfit).map(ControlRequest::Adjustment);
    }
    if Admission::WORDS.contains(&word) {
        return read(asked, &["do", "to", "after"], misfit).map(ControlRequest::Admission);
    }
    let known = &["do", "slide", "on", "round", "seconds", "after"];
    read(asked, known, misfit).map(ControlRequest::Control)
}

/// What is to be done with a word or an answer, or with what comes.
///
/// # Errors
/// [`RequestError::UnknownField`] and [`RequestError::UnexpectedJson`]
pub fn moderation(asked: Value) -> Result<ModerationRequest, RequestError> {
    let known = &["do", "question", "word", "answer", "into", "on"];
    read(asked, known, RequestError::UnexpectedJson)
}

/// A question to the speakers that a host types in.
///
/// # Errors
/// [`RequestError::UnknownField`] and [`RequestError::UnexpectedJson`]
pub fn typed_question(asked: Value) -> Result<TypedQuestion, RequestError> {
    read(asked, &["text", "key", "to"], RequestError::UnexpectedJson)
}

/// What is to be done with one.
///
/// # Errors
/// [`RequestError::UnknownField`] and [`RequestError::UnexpectedJson`]
pub fn qa(asked: Value) -> Result<QaRequest, RequestError> {
    let known = &["do", "into", "to", "text"];
    read(asked, known, RequestError::UnexpectedJson)
}

/// Answers that a host enters for people without a phone.
///
/// # Errors
/// [`RequestError::UnknownField`] and [`RequestError::UnexpectedJson`]
pub fn typed_answers(asked: Value) -> Result<TypedEntry, RequestError> {
    let known = &[
        "question", "round", "key", "group", "rests_on", "counts", "texts",
    ];
    // What is entered takes the place of what was: nothing at all would take that away unseen.
    let says = ["counts", "texts"]
        .iter()
        .any(|name| !asked[*name].is_null());
    let entry = read(asked, known, RequestError::UnexpectedJson)?;
    let nothing = || RequestError::UnexpectedJson("missing field `counts` or `texts`".to_owned());
    says.then_some(entry).ok_or_else(nothing)
}

/// What is to be done with tablets.
///
/// # Errors
/// [`RequestError::UnknownField`] and [`RequestError::UnexpectedJson`]
pub fn tablets(asked: Value) -> Result<TabletRequest, RequestError> {
    read(asked, &["do", "tablet"], RequestError::UnexpectedJson)
}

/// Other fields than those are refused, so that a misspelled one is not passed over in silence;
/// `misfit` has the parser's words where the fields are known and do not fit.
fn read<T: DeserializeOwned>(
    asked: Value,
    known: &'static [&'static str],
    misfit: fn(String) -> RequestError,
) -> Result<T, RequestError> {
    let unknown = asked
        .as_object()
        .and_then(|fields| fields.keys().find(|name| !known.contains(&name.as_str())));
    if let Some(found) = unknown.cloned() {
        return Err(RequestError::UnknownField { found, known });
    }
    serde_json::from_value(asked).map_err(|error| misfit(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn code(asked: &Value) -> &'static str {
        match control(asked.clone()) {
            Ok(ControlRequest::Control(_)) => "control",
            Ok(ControlRequest::Admission(_)) => "admission",
            Ok(ControlRequest::Adjustment(_)) => "adjustment",
            Err(RequestError::UnknownField { .. }) => "unknown field",
            Err(RequestError::NoControl(_)) => "no control",
            Err(error @ RequestError::UnexpectedJson(_)) => panic!("{asked}: {error}"),
        }
    }

    #[test]
    fn what_a_host_asks_is_a_control_or_about_who_comes_in_and_never_half_read() {
        for (asked, expected) in [
            (json!({ "do": "next" }), "control"),
            (json!({ "do": "go", "slide": "words" }), "control"),
            (
                json!({ "do": "show", "on": "stage", "round": 1, "after": 3 }),
                "control",
            ),
            (json!({ "do": "admit" }), "admission"),
            (json!({ "do": "door", "to": "closed" }), "admission"),
            (json!({ "do": "begin", "after": 3 }), "control"),
            (json!({ "do": "trial", "votes": 100 }), "adjustment"),
            (json!({ "do": "phones", "to": "hidden" }), "adjustment"),
            (json!({ "do": "phones", "to": "none" }), "no control"),
            (json!({ "do": "trial" }), "no control"),
            (json!({ "do": "trial", "votes": "many" }), "no control"),
            (
                json!({ "do": "trial", "votes": 1, "slide": "words" }),
                "unknown field",
            ),
            (json!({ "do": "go", "slied": "words" }), "unknown field"),
            (json!({ "do": "next", "to": "closed" }), "unknown field"),
            (
                json!({ "do": "door", "to": "closed", "slide": "words" }),
                "unknown field",
            ),
            (json!({ "do": "dance" }), "no control"),
            (json!({ "do": "door", "to": "ajar" }), "no control"),
            (json!({ "slide": "words" }), "no control"),
            (json!({ "do": "next", "after": "soon" }), "no control"),
            (json!("next"), "no control"),
        ] {
            assert_eq!(code(&asked), expected, "{asked}");
        }
    }
}
