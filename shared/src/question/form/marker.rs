//! The markers of form fields: `{text}`, `{long}`, `{email}`, `{rating 1-10}`, `{choice a|b|c}`,
//! `{consent}`, each with `optional` before or behind what it takes. An e-mail address may be asked
//! for the report: `{email report}`.

use super::FieldInput;
use crate::deck::grammar::content::EscapedText;

/// What a marker makes of a field.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Marker {
    pub input: FieldInput,
    pub optional: bool,
}

/// Why a marker is none.
#[derive(Debug, PartialEq)]
pub(super) enum MarkerError {
    Unknown,
    Rating,
}

type Letter = (char, bool);

/// Reads what stands between the braces.
pub(super) fn read(marker: &EscapedText) -> Result<Marker, MarkerError> {
    let text = marker.trim();
    let (name, rest) = first_word(text);
    let (rest, optional) = take_optional(rest);
    let input = match (string(name).as_str(), rest.is_empty()) {
        ("text", true) => FieldInput::Text,
        ("long", true) => FieldInput::Long,
        ("email", true) => FieldInput::Email { report: false },
        ("email", false) if is_word(rest, "report") => FieldInput::Email { report: true },
        ("consent", true) => FieldInput::Consent,
        ("rating", _) => rating(&string(rest)).ok_or(MarkerError::Rating)?,
        ("choice", false) => FieldInput::Choice {
            options: options(rest),
        },
        _ => return Err(MarkerError::Unknown),
    };
    Ok(Marker { input, optional })
}

/// The word `optional` as the first or last, and only as a word of its own: an option may be called
/// `a|optional`, and one that ends in ` optional` is written with an escape.
fn take_optional(text: &[Letter]) -> (&[Letter], bool) {
    let (first, rest) = first_word(text);
    if is_word(first, "optional") {
        return (rest, true);
    }
    let start = text
        .iter()
        .rposition(|(c, _)| c.is_whitespace())
        .map_or(0, |blank| blank + 1);
    let before = trim_end(&text[..start]);
    let own_word = before.last() != Some(&('|', false)) && !before.is_empty();
    if own_word && is_word(&text[start..], "optional") {
        (before, true)
    } else {
        (text, false)
    }
}

fn is_word(word: &[Letter], is: &str) -> bool {
    word.iter().all(|(_, escaped)| !escaped) && string(word) == is
}

fn rating(text: &str) -> Option<FieldInput> {
    let text = text.replace('–', "-");
    let dash = text.get(1..)?.find('-')? + 1;
    let from = text[..dash].trim().parse().ok()?;
    let to = text[dash + 1..].trim().parse().ok()?;
    Some(FieldInput::Rating { from, to })
}

fn options(text: &[Letter]) -> Vec<String> {
    let options = text.split(|letter| *letter == ('|', false));
    options
        .map(|option| EscapedText(option.to_vec()).tidy())
        .filter(|option| !option.is_empty())
        .collect()
}

fn first_word(text: &[Letter]) -> (&[Letter], &[Letter]) {
    let end = text
        .iter()
        .position(|(c, _)| c.is_whitespace())
        .unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let start = rest
        .iter()
        .position(|(c, _)| !c.is_whitespace())
        .unwrap_or(rest.len());
    (word, &rest[start..])
}

fn trim_end(text: &[Letter]) -> &[Letter] {
    let end = text
        .iter()
        .rposition(|(c, _)| !c.is_whitespace())
        .map_or(0, |last| last + 1);
    &text[..end]
}

fn string(letters: &[Letter]) -> String {
    letters.iter().map(|(c, _)| c).collect()
}
