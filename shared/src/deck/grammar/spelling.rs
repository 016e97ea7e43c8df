//! Lines that were meant as a setting and are none as they are written: `Ask: choice`,
//! `**ask:** choice`, `ask:choice`.
//!
//! A setting is a known key in small letters at the start of its line, a `:` and a blank.
//! Everything that people write instead, and everything that word processors make of it, would be
//! text on the stage without a word.

use unicode_normalization::UnicodeNormalization;

use super::keys;
use super::piece::{SourcePiece, key_of_line};
use super::synonyms;
use super::yaml::YamlEntry;
use crate::deck::problem::{Problem, SettingsProblem};
use crate::deck::text::plain::quote;
use crate::deck::text::undressed::{DRESS, undressed};

/// What people and their programs write for a `:`.
pub(in crate::deck) const COLONS: &[char] = &[':', '：', '﹕', '∶', '꞉', '='];
/// What begins an item of a list.
const BULLETS: &[char] = &['-', '*', '+', '•', '◦', '·', '–', '—', '▪'];

/// A line that was meant as a setting.
#[derive(Debug, PartialEq)]
pub(super) struct MisspelledSetting {
    /// The key that it names.
    pub key: &'static str,
    /// What stands behind it, without marks around it.
    value: String,
    /// Whether it is an item of a list, or a quote.
    listed: bool,
    /// Whether marks stand around its key.
    dressed: bool,
    /// What stands for the `:`; nothing, where there is none.
    colon: Option<char>,
    /// Whether its key is in small letters, without marks around it.
    small: bool,
    /// Whether it is written as settings are.
    right: bool,
}

impl MisspelledSetting {
    /// Reads a line, whatever it is.
    pub fn read(line: &str) -> Option<Self> {
        let text: String = line.chars().filter(|c| !is_unseen(*c)).collect();
        let (text, listed) = without_bullets(text.trim());
        let inner = text.trim_start_matches(DRESS);
        let dressed = inner.len() < text.len();
        let end = inner
            .find(|c: char| !(c.is_alphabetic() || c == '-'))
            .unwrap_or(inner.len());
        let (name, rest) = inner.split_at(end);
        let key = keys::named(&name.nfkc().flat_map(char::to_lowercase).collect::<String>())?;
        let rest = rest.trim_start_matches(DRESS).trim_start();
        let colon = rest.chars().next().filter(|c| COLONS.contains(c));
        let value = colon.map_or(rest, |colon| &rest[colon.len_utf8()..]);
        let value = value
            .trim_start_matches(['*', '_', '`', '~'])
            .trim()
            .trim_end_matches(['*', '_', '`', '~'])
            .trim();
        let (small, right) = (
            name == key && !dressed && !listed,
            key_of_line(line) == Some(key),
        );
        Some(Self {
            key,
            value: value.to_owned(),
            listed,
            dressed,
            colon,
            small,
            right,
        })
    }

    /// Whether a line among a slide's text can be nothing but a setting. `ask` and `show` are
    /// ordinary English words, so they count with what can be asked and shown, and notes count
    /// wherever they begin a line.
    fn is_out_of_place(&self) -> bool {
        match self.key {
            "ask" => self.colon.is_some() && (self.small || self.names_a_kind()),
            "show" => self.colon.is_some() && self.names_a_kind(),
            "notes" => self.colon.is_some_and(|colon| colon != '=') && !self.listed,
            _ => false,
        }
    }

    /// Whether the first line of a slide, where settings begin, was meant as one.
    pub fn begins_settings(&self) -> bool {
        match (self.key, self.colon) {
            ("ask" | "show", Some(_)) => true,
            ("ask" | "show", None) => self.names_a_kind(),
            (_, None | Some('=')) => false,
            (key, _) if keys::is_ordinary(key) => false,
            _ => !(self.listed || self.dressed) || self.is_out_of_place(),
        }
    }

    /// Whether it names what can be asked or shown, also by what other programs call it.
    fn names_a_kind(&self) -> bool {
        let value = undressed(&self.value);
        match self.key {
            "ask" => synonyms::is_kind(&value, &keys::asked()),
            _ => keys::shown().contains(&value.as_str()),
        }
    }

    fn wrong(&self, line: &str, in_text: bool) -> SettingsProblem {
        let known = match self.key {
            "ask" => keys::asked(),
            "show" => keys::shown(),
            _ => Vec::new(),
        };
        let value = match synonyms::kind(&undressed(&self.value), &known) {
            Some(kind) => kind.to_owned(),
            None if self.value.is_empty() => "…".to_owned(),
            None => quote(&self.value),
        };
        SettingsProblem::Misspelt {
            found: quote(line).replace('`', "'"),
            instead: format!("{}: {value}", self.key),
            in_text,
        }
    }
}

/// What is wrong with a line of a slide's text that was meant as a setting; `first` where settings
/// could begin.
pub(super) fn in_text(line: &str, first: bool) -> Option<SettingsProblem> {
    let meant = MisspelledSetting::read(line)?;
    let wrong = meant.is_out_of_place() || (first && !meant.right && meant.begins_settings());
    wrong.then(|| meant.wrong(line, true))
}

/// Whether an item of a list would be taken for a setting.
pub(in crate::deck) fn is_like_setting(item: &str) -> bool {
    MisspelledSetting::read(&format!("- {item}")).is_some_and(|meant| meant.is_out_of_place())
}

/// Whether these lines, up to a `---`, are settings of which some are written wrong.
pub(super) fn are_settings(lines: &[&str]) -> bool {
    let each = |line: &&str| {
        let inside = line.starts_with([' ', '\t', '-', '#']) || key_of_line(line).is_some();
        !line.trim().is_empty() && (inside || MisspelledSetting::read(line).is_some())
    };
    let begins = lines
        .first()
        .and_then(|line| MisspelledSetting::read(line))
        .is_some_and(|meant| meant.begins_settings());
    begins && lines.iter().all(each)
}

/// Takes the entries away that are misspelt and says so; nothing is left to read where YAML could
/// not read it, or where the kind of the slide is among them.
pub(super) fn check(
    piece: &SourcePiece,
    begins_slide: bool,
    entries: Option<Vec<YamlEntry>>,
    problems: &mut Vec<Problem>,
) -> Result<Vec<YamlEntry>, bool> {
    let first = piece.text.lines().next().unwrap_or_default();
    let never_begins = begins_slide && key_of_line(first).is_none();
    let unknown = |line: usize| match &entries {
        Some(_) if never_begins => true,
        Some(entries) => entries
            .iter()
            .any(|entry| entry.line == line && keys::named(&entry.key).is_none()),
        None => true,
    };
    let found: Vec<_> = misspelt(piece)
        .into_iter()
        .filter(|(line, ..)| unknown(*line))
        .collect();
    problems.extend(
        found
            .iter()
            .map(|(line, meant, text)| Problem::new(*line, meant.wrong(text, false))),
    );
    let kind_is_gone = found
        .iter()
        .any(|(_, meant, _)| matches!(meant.key, "ask" | "show"));
    match entries {
        Some(entries) if !kind_is_gone => Ok(entries
            .into_iter()
            .filter(|entry| !found.iter().any(|(line, ..)| *line == entry.line))
            .collect()),
        _ => Err(!found.is_empty()),
    }
}

/// The lines of a block that name a key and are no setting as they are, unless they are a part of
/// the value above.
fn misspelt(piece: &SourcePiece) -> Vec<(usize, MisspelledSetting, &str)> {
    let mut inside = false;
    let mut found = Vec::new();
    for (line, text) in (piece.line..).zip(piece.text.lines()) {
        let deeper = text.starts_with([' ', '\t']) || text.starts_with("- ");
        if text.trim().is_empty() || text.starts_with('#') || (inside && deeper) {
            continue;
        }
        inside = key_of_line(text).is_some() && opens(text);
        if let Some(meant) = MisspelledSetting::read(text)
            .filter(|meant| !meant.right && (meant.colon.is_some() || meant.begins_settings()))
        {
            found.push((line, meant, text));
        }
    }
    found
}

/// Whether lines below are a part of this one's value.
fn opens(line: &str) -> bool {
    let value = line
        .split_once(':')
        .map(|(_, value)| value.trim())
        .unwrap_or_default();
    value.is_empty() || value.starts_with(['|', '>'])
}

fn without_bullets(mut text: &str) -> (&str, bool) {
    let mut listed = false;
    loop {
        let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let rest = match (
            text.strip_prefix('>'),
            text.strip_prefix(BULLETS),
            digits.strip_prefix(['.', ')']),
        ) {
            (Some(rest), ..) => rest,
            (_, Some(rest), _) if rest.starts_with(char::is_whitespace) => rest,
            (.., Some(rest))
                if digits.len() < text.len() && rest.starts_with(char::is_whitespace) =>
            {
                rest
            }
            _ => return (text, listed),
        };
        (text, listed) = (rest.trim_start(), true);
    }
}

/// What nobody sees and word processors leave behind.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
