//! What stands behind a key, by the type that the key wants.
//!
//! Says what can't be that type; whether a value is in its range is the validation's to say.

use std::borrow::Cow;

use super::keyword::Keyword;
use super::synonyms;
use super::yaml::{YamlEntry, YamlValue};
use crate::deck::problem::{Problem, SettingsProblem, ValueProblem, Wanted};
use crate::deck::text::instead;
use crate::deck::text::nearest::nearest;
use crate::deck::text::plain::{quote, tidy};
use crate::deck::text::undressed::undressed;

/// The settings of one block, and where to say what is wrong with them.
pub(crate) struct BlockSettings<'a> {
    pub entries: &'a [YamlEntry],
    pub problems: &'a mut Vec<Problem>,
}

impl<'a> BlockSettings<'a> {
    /// A text of one line.
    pub fn text(&mut self, key: &str) -> Option<String> {
        self.scalar(key).map(tidy)
    }

    /// A text that may have several lines.
    pub fn long_text(&mut self, key: &str) -> Option<String> {
        self.scalar(key).map(long)
    }

    /// One of the words that a type knows.
    pub fn word<W: Keyword>(&mut self, key: &str) -> Option<W> {
        self.word_among(key, W::ALL)
    }

    /// One of some of the words that a type knows.
    pub fn word_among<W: Keyword>(&mut self, key: &str, among: &[W]) -> Option<W> {
        let words: Vec<_> = among.iter().map(|value| value.word()).collect();
        let word = self.known_word(key, &words)?;
        W::read(word)
    }

    /// One of a few words.
    pub fn known_word(&mut self, key: &str, words: &[&'static str]) -> Option<&'static str> {
        let found = self.plain(key)?;
        let known = words.iter().copied().find(|word| *word == found.trim());
        if known.is_none() {
            let near = synonyms::kind(&undressed(&found), words);
            self.wrong(
                key,
                ValueProblem::NotOneOf {
                    key: key.into(),
                    found: quote(&found),
                    words: words.to_vec(),
                    near,
                },
            );
        }
        known
    }

    /// `yes` or `no`, `true` or `false`.
    pub fn yes_no(&mut self, key: &str) -> Option<bool> {
        self.parsed(key, Wanted::YesNo, |text| {
            match text.to_ascii_lowercase().as_str() {
                "yes" | "true" => Some(true),
                "no" | "false" => Some(false),
                _ => None,
            }
        })
    }

    /// A whole number that is not negative.
    pub fn count(&mut self, key: &str) -> Option<u32> {
        self.parsed(key, Wanted::Whole, |text| text.parse().ok())
    }

    /// A whole number.
    pub fn whole(&mut self, key: &str) -> Option<i32> {
        self.parsed(key, Wanted::Whole, |text| text.parse().ok())
    }

    /// A number.
    pub fn number(&mut self, key: &str) -> Option<f64> {
        self.parsed(key, Wanted::Number, |text| {
            text.parse().ok().filter(|number: &f64| number.is_finite())
        })
    }

    /// A time of day as `HH:MM`, also where somebody wrote `9.30`.
    pub fn time(&mut self, key: &str) -> Option<String> {
        self.parsed(key, Wanted::Time, |text| {
            let (hours, minutes) = text.split_once([':', '.'])?;
            let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
            let shape = (1..=2).contains(&hours.len())
                && minutes.len() == 2
                && digits(hours)
                && digits(minutes);
            shape.then(|| format!("{hours:0>2}:{minutes}"))
        })
    }

    /// A list of texts of one line.
    pub fn texts(&mut self, key: &str) -> Option<Vec<String>> {
        let entry = self.find(key)?;
        let texts = match &entry.value {
            YamlValue::List(values) => values
                .iter()
                .map(|value| value.scalar().map(tidy))
                .collect(),
            _ => None,
        };
        let texts: Option<Vec<String>> =
            texts.filter(|texts: &Vec<_>| texts.iter().all(|text| !text.is_empty()));
        if texts.is_none() {
            let found = entry.value.scalar();
            let instead = found.and_then(|found| instead::of(Wanted::List, found));
            let found = found.map_or_else(|| "…".into(), quote);
            self.wrong(
                key,
                ValueProblem::NotA {
                    key: key.into(),
                    wanted: Wanted::List,
                    found,
                    instead,
                },
            );
        }
        texts
    }

    /// What stands behind a key, whatever it is.
    pub fn value(&self, key: &str) -> Option<&'a YamlValue> {
        self.find(key).map(|entry| &entry.value)
    }

    /// A map with these keys, read with settings of its own; others in it are unknown.
    pub fn map<T>(
        &mut self,
        key: &str,
        known: &[&'static str],
        read: impl Fn(&mut BlockSettings<'_>) -> Option<T>,
    ) -> Option<T> {
        match self.value(key)? {
            YamlValue::Map(entries) => self.inside(entries, known, read),
            YamlValue::Scalar(_) | YamlValue::List(_) => None,
        }
    }

    /// A list of such maps; a text in it stands for the first of their keys alone.
    pub fn maps<T>(
        &mut self,
        key: &str,
        wanted: Wanted,
        known: &[&'static str],
        read: impl Fn(&mut BlockSettings<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let entry = self.find(key)?;
        let values = match &entry.value {
            YamlValue::List(values)
                if !values
                    .iter()
                    .any(|value| matches!(value, YamlValue::List(_))) =>
            {
                values
            }
            YamlValue::List(_) | YamlValue::Map(_) | YamlValue::Scalar(_) => {
                self.not_a(key, wanted);
                return None;
            }
        };
        let mut all = Vec::new();
        for value in values {
            if let YamlValue::Map(entries) = value {
                all.extend(self.inside(entries, known, &read));
            } else {
                let alone = YamlEntry {
                    key: known[0].to_owned(),
                    line: entry.line,
                    value: value.clone(),
                };
                all.extend(self.inside(&[alone], known, &read));
            }
        }
        Some(all)
    }

    fn inside<T>(
        &mut self,
        entries: &[YamlEntry],
        known: &[&'static str],
        read: impl Fn(&mut BlockSettings<'_>) -> Option<T>,
    ) -> Option<T> {
        for entry in entries
            .iter()
            .filter(|entry| !known.contains(&entry.key.as_str()))
        {
            let near = nearest(&entry.key, known.iter().copied());
            let wrong = SettingsProblem::UnknownKey {
                key: quote(&entry.key),
                near,
            };
            self.problems.push(Problem::new(entry.line, wrong));
        }
        read(&mut BlockSettings {
            entries,
            problems: self.problems,
        })
    }

    /// Says that another type is wanted.
    pub fn not_a(&mut self, key: &str, wanted: Wanted) {
        let found = self
            .value(key)
            .map(|value| quote(&value.written()))
            .unwrap_or_default();
        self.wrong(
            key,
            ValueProblem::NotA {
                key: key.into(),
                wanted,
                found,
                instead: None,
            },
        );
    }

    /// How many values a list has.
    pub fn list_length(&self, key: &str) -> Option<usize> {
        match self.value(key)? {
            YamlValue::List(values) => Some(values.len()),
            YamlValue::Scalar(_) | YamlValue::Map(_) => None,
        }
    }

    /// Whether a list stands behind a key.
    pub fn is_list(&self, key: &str) -> bool {
        self.list_length(key).is_some()
    }

    /// Whether a map stands behind a key.
    pub fn is_map(&self, key: &str) -> bool {
        self.value(key)
            .is_some_and(|value| matches!(value, YamlValue::Map(_)))
    }

    /// The line of a key, if it is there.
    pub fn line(&self, key: &str) -> Option<usize> {
        self.find(key).map(|entry| entry.line)
    }

    /// Whether a key stands there with exactly that word.
    pub fn is(&self, key: &str, word: &str) -> bool {
        self.find(key).and_then(|entry| entry.value.scalar()) == Some(word)
    }

    /// Every key with its line.
    pub fn lines(&self) -> Vec<(String, usize)> {
        self.entries
            .iter()
            .map(|entry| (entry.key.clone(), entry.line))
            .collect()
    }

    fn find(&self, key: &str) -> Option<&'a YamlEntry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    fn scalar(&mut self, key: &str) -> Option<&'a str> {
        let entry = self.find(key)?;
        match entry.value.scalar() {
            Some(text) if !tidy(text).is_empty() => Some(text),
            Some(_) => {
                self.wrong(key, ValueProblem::Empty { key: key.into() });
                None
            }
            None => {
                self.wrong(key, ValueProblem::NotText { key: key.into() });
                None
            }
        }
    }

    /// What a text can be read as.
    pub fn parsed<T>(
        &mut self,
        key: &str,
        wanted: Wanted,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let found = self.plain(key)?;
        let parsed = parse(found.trim());
        if parsed.is_none() {
            let instead = instead::of(wanted, &found).filter(|instead| parse(instead).is_some());
            self.wrong(
                key,
                ValueProblem::NotA {
                    key: key.into(),
                    wanted,
                    found: quote(&found),
                    instead,
                },
            );
        }
        parsed
    }

    /// What stands behind a key that takes no text: a list or a map as it is written.
    fn plain(&mut self, key: &str) -> Option<Cow<'a, str>> {
        match self.find(key).map(|entry| &entry.value) {
            Some(value @ (YamlValue::List(_) | YamlValue::Map(_))) => {
                Some(Cow::Owned(value.written()))
            }
            _ => self.scalar(key).map(Cow::Borrowed),
        }
    }

    /// Says what is wrong with what stands behind a key.
    pub fn wrong(&mut self, key: &str, wrong: ValueProblem) {
        let line = self.line(key).unwrap_or_default();
        self.problems.push(Problem::new(line, wrong));
    }
}

/// A text of several lines.
pub(super) fn long(text: &str) -> String {
    let kept: String = text
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect();
    kept.trim_end().to_owned()
}
