//! Settings: names, places and values.

use super::Repairer;
use crate::deck::edit::TextChange;
use crate::deck::edit::slide::SlideText;
use crate::deck::edit::value::SettingValue;
use crate::deck::grammar::piece::key_of_line;
use crate::deck::problem::{SettingsProblem, ValueProblem, YamlError};
use crate::deck::write::scalar;
use crate::question::scale::STEPS_MAX;

/// Keys that some kind can't go without.
const NEEDED: &[&str] = &["ask", "show", "left", "right", "x", "y", "question"];

impl Repairer<'_> {
    pub(super) fn settings(&self, wrong: &SettingsProblem) -> Option<TextChange> {
        match wrong {
            SettingsProblem::Unreadable(error) => self.readable(*error),
            SettingsProblem::SameKey { line, .. } => {
                let first = self.lines.line(line.checked_sub(1)?);
                let same = first.trim_end() == self.text().trim_end();
                same.then(|| self.with_lines(self.line..self.line + 1, &[]))?
            }
            SettingsProblem::UnknownKey {
                key,
                near: Some(near),
            } => {
                let named = format!("{key}:");
                let place = self.text().find(&named)?;
                self.with_part(place..place + key.len(), near)
            }
            SettingsProblem::Elsewhere { key, .. }
            | SettingsProblem::Alone { key, .. }
            | SettingsProblem::Beside { key, .. }
            | SettingsProblem::NoQuiz { key } => self.set(key, None),
            SettingsProblem::FirstLanguage { .. } => self.set("language", None),
            SettingsProblem::Misspelt {
                instead, in_text, ..
            } if !instead.contains('…') => {
                if !in_text {
                    return self.with_line(instead);
                }
                let (key, value) = instead.split_once(": ")?;
                self.as_setting(key, value)
            }
            SettingsProblem::NotKeys
            | SettingsProblem::TooDeep
            | SettingsProblem::UnknownKey { near: None, .. }
            | SettingsProblem::AskAndShow
            | SettingsProblem::Missing { .. }
            | SettingsProblem::BothLengths
            | SettingsProblem::Misspelt { .. } => None,
        }
    }

    /// A line that YAML can read, and that says what it shows.
    fn readable(&self, error: YamlError) -> Option<TextChange> {
        match error {
            YamlError::Colon | YamlError::Mark => self.quoted(),
            YamlError::Curly => {
                let (key, value) = self.text().split_once(':')?;
                let inner = value.trim().trim_matches(['“', '”', '„', '‘', '’']);
                self.with_line(&format!("{key}: {}", scalar::block(inner)))
            }
            YamlError::Tab => {
                let inner = self.text().trim_start_matches(['\t', ' ']);
                let before = &self.text()[..self.text().len() - inner.len()];
                self.with_line(&format!("{}{inner}", before.replace('\t', "  ")))
            }
            YamlError::Content => self.with_lines(self.line..self.line, &["---".to_owned()]),
            YamlError::Quote | YamlError::Bracket | YamlError::Stray | YamlError::Other => None,
        }
    }

    /// All that stands behind a key as a text.
    pub(super) fn quoted(&self) -> Option<TextChange> {
        let key = key_of_line(self.text())?;
        let value = self.text()[key.len() + 1..].trim();
        self.with_line(&format!("{key}: {}", scalar::block(value)))
    }

    pub(super) fn value(&self, wrong: &ValueProblem) -> Option<TextChange> {
        match wrong {
            ValueProblem::Empty { key } if !NEEDED.contains(&key.as_str()) => self.set(key, None),
            ValueProblem::NotText { key } => {
                let written = self.said(key)?.written();
                self.set(key, Some(SettingValue::text(written)))
            }
            ValueProblem::NotA {
                key,
                instead: Some(instead),
                ..
            } => self.set_written(key, instead),
            ValueProblem::NotOneOf {
                key,
                near: Some(near),
                ..
            } => self.set(key, Some(SettingValue::text(*near))),
            ValueProblem::Range {
                key,
                found,
                min,
                max,
            } => self.set(
                key,
                Some(SettingValue::text(found.clamp(min, max).to_string())),
            ),
            ValueProblem::PickOptions { options, .. } => self.fewer_picks(*options),
            ValueProblem::Order => self.swapped(),
            ValueProblem::Steps { steps } if *steps > i64::from(STEPS_MAX) => {
                let from = self.number("from").unwrap_or(1);
                let to = from + i64::from(STEPS_MAX) - 1;
                self.set("to", Some(SettingValue::text(to.to_string())))
            }
            ValueProblem::Empty { .. }
            | ValueProblem::NotA { instead: None, .. }
            | ValueProblem::NotOneOf { near: None, .. }
            | ValueProblem::Steps { .. }
            | ValueProblem::Quadrants
            | ValueProblem::Bytes { .. }
            | ValueProblem::Pair { .. } => None,
        }
    }

    fn fewer_picks(&self, options: usize) -> Option<TextChange> {
        let said = self.said("pick")?;
        let min = said
            .scalar()?
            .split(['-', '–'])
            .next()?
            .trim()
            .parse::<usize>()
            .ok()?;
        let range = said.scalar()?.contains(['-', '–']) && min < options;
        let pick = if range {
            format!("{min}-{options}")
        } else {
            options.to_string()
        };
        self.set("pick", Some(SettingValue::text(pick)))
    }

    fn number(&self, key: &str) -> Option<i64> {
        self.said(key)?.scalar()?.trim().parse().ok()
    }

    /// The lower end where the higher one stood, and that where it did.
    fn swapped(&self) -> Option<TextChange> {
        let (from, to) = (self.said("from")?, self.said("to")?);
        let number = |text: &str| text.trim().parse::<f64>().ok();
        if number(from.scalar()?)? <= number(to.scalar()?)? {
            return None;
        }
        let [from, to] = [SettingValue::of(&to), SettingValue::of(&from)];
        self.slide(|slide| {
            let text = slide.set("from", Some(&from))?;
            SlideText::read(&text, slide.context)?.set("to", Some(&to))
        })
    }
}
