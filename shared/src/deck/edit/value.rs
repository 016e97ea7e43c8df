//! What a form sets behind a key, and how it is written.

use serde::{Deserialize, Serialize};

use crate::deck::grammar::yaml::{YamlEntry, YamlValue};
use crate::deck::text::plain::tidy;
use crate::deck::write::scalar;

/// What is to stand behind a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SettingValue {
    /// A text of one line, a word or a number.
    Text(String),
    /// A text that may have several lines.
    Lines(String),
    /// Several, as `[one, two]`.
    List(Vec<SettingValue>),
    /// Values behind keys of their own, as `{label: one, note: two}`.
    Map(Vec<(String, SettingValue)>),
}

impl SettingValue {
    /// A text of one line, a word or a number.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Several texts.
    pub fn texts<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Self {
        Self::List(texts.into_iter().map(Self::text).collect())
    }

    /// Behind its key; it may go on in lines that are set in.
    pub(super) fn written(&self) -> String {
        match self {
            Self::Text(text) => plain(text).unwrap_or_else(|| scalar::block(&tidy(text))),
            Self::Lines(text) => scalar::lines(&long(text)),
            Self::List(_) | Self::Map(_) => self.flow(),
        }
    }

    fn flow(&self) -> String {
        match self {
            Self::Text(text) | Self::Lines(text) => {
                plain(text).unwrap_or_else(|| scalar::flow(&tidy(text)))
            }
            Self::List(values) => {
                let values: Vec<_> = values.iter().map(Self::flow).collect();
                format!("[{}]", values.join(", "))
            }
            Self::Map(entries) => {
                let entries = entries
                    .iter()
                    .map(|(key, value)| format!("{key}: {}", value.flow()));
                format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// What is read where it is written.
    pub(super) fn read(&self) -> YamlValue {
        match self {
            Self::Text(text) => YamlValue::Scalar(tidy(text)),
            Self::Lines(text) => YamlValue::Scalar(long(text)),
            Self::List(values) => YamlValue::List(values.iter().map(Self::read).collect()),
            Self::Map(entries) => {
                let entry = |(key, value): &(String, Self)| YamlEntry {
                    key: key.clone(),
                    line: 0,
                    value: value.read(),
                };
                YamlValue::Map(entries.iter().map(entry).collect())
            }
        }
    }

    /// What a setting says now, to be written in another place or with a part of it changed.
    pub(super) fn of(value: &YamlValue) -> Self {
        match value {
            YamlValue::Scalar(text) => Self::Lines(text.clone()),
            YamlValue::List(values) => Self::List(values.iter().map(Self::of).collect()),
            YamlValue::Map(entries) => {
                let inside = |entry: &YamlEntry| (entry.key.clone(), Self::of(&entry.value));
                Self::Map(entries.iter().map(inside).collect())
            }
        }
    }
}

/// A number, which needs no quotes whatever it begins with.
fn plain(text: &str) -> Option<String> {
    let text = text.trim();
    let digits = text.strip_prefix('-').unwrap_or(text);
    let number = digits.starts_with(|c: char| c.is_ascii_digit()) && text.parse::<f64>().is_ok();
    number.then(|| text.to_owned())
}

/// A text of several lines as settings hold it.
fn long(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = text
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    kept.collect::<String>().trim_end().to_owned()
}

/// Whether two values say the same, wherever they stand.
pub(super) fn same(one: &YamlValue, other: &YamlValue) -> bool {
    match (one, other) {
        (YamlValue::Scalar(one), YamlValue::Scalar(other)) => {
            one.trim_end() == other.trim_end() || long(one) == long(other)
        }
        (YamlValue::List(one), YamlValue::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (YamlValue::Map(one), YamlValue::Map(other)) => same_entries(one, other),
        (YamlValue::Scalar(_) | YamlValue::List(_) | YamlValue::Map(_), _) => false,
    }
}

/// Whether two blocks have the same keys with the same values, in whatever order.
pub(super) fn same_entries(one: &[YamlEntry], other: &[YamlEntry]) -> bool {
    let found = |entry: &YamlEntry| {
        let other = other.iter().find(|other| other.key == entry.key);
        other.is_some_and(|other| same(&entry.value, &other.value))
    };
    one.len() == other.len() && one.iter().all(found)
}
