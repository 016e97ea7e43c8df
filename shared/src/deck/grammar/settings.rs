//! What stands behind a key, by the type that the key wants.
//!
//! Says what can't be that type; whether a value is in its range is the validation's to say.

use std::borrow::Cow;

use crate::question::choice::Pick;
use crate::question::spectrum::Pole;

use super::emoji::split_trailing;
use super::plain::{quote, tidy};
use super::spelling::undressed;
use super::word::Word;
use super::yaml::{Entry, Value};
use super::{instead, names};
use crate::deck::problem::{Problem, Settings as Keys, Value as Wrong, Wanted};

/// The settings of one block, and where to say what is wrong with them.
pub(super) struct Settings<'a> {
    pub entries: &'a [Entry],
    pub problems: &'a mut Vec<Problem>,
}

impl<'a> Settings<'a> {
    /// A text of one line.
    pub fn text(&mut self, key: &str) -> Option<String> {
        self.scalar(key).map(tidy)
    }

    /// A text that may have several lines.
    pub fn long_text(&mut self, key: &str) -> Option<String> {
        self.scalar(key).map(long)
    }

    /// One of the words that a type knows.
    pub fn word<W: Word>(&mut self, key: &str) -> Option<W> {
        self.word_among(key, W::ALL)
    }

    /// One of some of the words that a type knows.
    pub fn word_among<W: Word>(&mut self, key: &str, among: &[W]) -> Option<W> {
        let words: Vec<_> = among.iter().map(|value| value.word()).collect();
        let word = self.known_word(key, &words)?;
        W::read(word)
    }

    /// One of a few words.
    pub fn known_word(&mut self, key: &str, words: &[&'static str]) -> Option<&'static str> {
        let found = self.plain(key)?;
        let known = words.iter().copied().find(|word| *word == found.trim());
        if known.is_none() {
            let near = names::kind(&undressed(&found), words);
            self.wrong(key, Wrong::NotOneOf { key: key.into(), found: quote(&found), words: words.to_vec(), near });
        }
        known
    }

    /// `yes` or `no`, `true` or `false`.
    pub fn yes_no(&mut self, key: &str) -> Option<bool> {
        self.parsed(key, Wanted::YesNo, |text| match text.to_ascii_lowercase().as_str() {
            "yes" | "true" => Some(true),
            "no" | "false" => Some(false),
            _ => None,
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
        self.parsed(key, Wanted::Number, |text| text.parse().ok().filter(|number: &f64| number.is_finite()))
    }

    /// How many to pick: `2`, or `1-3`.
    pub fn pick(&mut self, key: &str) -> Option<Pick> {
        self.parsed(key, Wanted::Pick, |text| {
            let (min, max) = match text.split_once(['-', '–']) {
                Some((min, max)) => (min.trim().parse().ok()?, max.trim().parse().ok()?),
                None => (text.parse().ok()?, text.parse().ok()?),
            };
            (1 <= min && min <= max).then_some(Pick { min, max })
        })
    }

    /// A time of day as `HH:MM`, also where somebody wrote `9.30`.
    pub fn time(&mut self, key: &str) -> Option<String> {
        self.parsed(key, Wanted::Time, |text| {
            let (hours, minutes) = text.split_once([':', '.'])?;
            let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
            let shape = (1..=2).contains(&hours.len()) && minutes.len() == 2 && digits(hours) && digits(minutes);
            shape.then(|| format!("{hours:0>2}:{minutes}"))
        })
    }

    /// A list of texts of one line.
    pub fn texts(&mut self, key: &str) -> Option<Vec<String>> {
        let entry = self.find(key)?;
        let texts = match &entry.value {
            Value::List(values) => values.iter().map(|value| value.scalar().map(tidy)).collect(),
            _ => None,
        };
        let texts: Option<Vec<String>> = texts.filter(|texts: &Vec<_>| texts.iter().all(|text| !text.is_empty()));
        if texts.is_none() {
            let found = entry.value.scalar();
            let instead = found.and_then(|found| instead::of(Wanted::List, found));
            let found = found.map_or_else(|| "…".into(), quote);
            self.wrong(key, Wrong::NotA { key: key.into(), wanted: Wanted::List, found, instead });
        }
        texts
    }

    /// A pole: a text with or without an emoji at its end, or a map.
    pub fn pole(&mut self, key: &'static str) -> Option<Pole> {
        let entry = self.find(key)?;
        match &entry.value {
            Value::Scalar(_) => self.scalar(key).map(|text| pole(&tidy(text))),
            Value::Map(entries) => self.pole_map(key, entry, entries),
            Value::List(_) => {
                let found = quote(&entry.value.written());
                self.wrong(key, Wrong::NotA { key: key.into(), wanted: Wanted::Pole, found, instead: None });
                None
            }
        }
    }

    fn pole_map(&mut self, key: &'static str, entry: &Entry, entries: &[Entry]) -> Option<Pole> {
        super::keys::check_pole(entries, self.problems);
        let mut map = Settings { entries, problems: self.problems };
        if map.line("label").is_none() {
            map.problems.push(Problem::new(entry.line, Keys::Missing { key: "label", kind: key }));
        }
        let (label, note, image) = (map.text("label")?, map.text("note"), map.text("image"));
        Some(match image {
            Some(_) => Pole { label, note, image },
            None => Pole { note, ..pole(&label) },
        })
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
        self.entries.iter().map(|entry| (entry.key.clone(), entry.line)).collect()
    }

    fn find(&self, key: &str) -> Option<&'a Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    fn scalar(&mut self, key: &str) -> Option<&'a str> {
        let entry = self.find(key)?;
        match entry.value.scalar() {
            Some(text) if !tidy(text).is_empty() => Some(text),
            Some(_) => {
                self.wrong(key, Wrong::Empty { key: key.into() });
                None
            }
            None => {
                self.wrong(key, Wrong::NotText { key: key.into() });
                None
            }
        }
    }

    fn parsed<T>(&mut self, key: &str, wanted: Wanted, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let found = self.plain(key)?;
        let parsed = parse(found.trim());
        if parsed.is_none() {
            let instead = instead::of(wanted, &found).filter(|instead| parse(instead).is_some());
            self.wrong(key, Wrong::NotA { key: key.into(), wanted, found: quote(&found), instead });
        }
        parsed
    }

    /// What stands behind a key that takes no text: a list or a map as it is written.
    fn plain(&mut self, key: &str) -> Option<Cow<'a, str>> {
        match self.find(key).map(|entry| &entry.value) {
            Some(value @ (Value::List(_) | Value::Map(_))) => Some(Cow::Owned(value.written())),
            _ => self.scalar(key).map(Cow::Borrowed),
        }
    }

    fn wrong(&mut self, key: &str, wrong: Wrong) {
        let line = self.line(key).unwrap_or_default();
        self.problems.push(Problem::new(line, wrong));
    }
}

/// A text of several lines.
pub(super) fn long(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    kept.trim_end().to_owned()
}

/// A pole from a text: the emoji at its end is its picture, unless there is nothing else.
pub(in crate::deck) fn pole(text: &str) -> Pole {
    match split_trailing(text) {
        Some((label, image)) if !label.is_empty() => {
            Pole { label: label.to_owned(), note: None, image: Some(image.to_owned()) }
        }
        _ => Pole { label: text.to_owned(), note: None, image: None },
    }
}
