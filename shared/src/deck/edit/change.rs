//! A change of a text, which can be taken back.

use serde::{Deserialize, Serialize};

/// What is written in the place of something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Splice {
    /// Where it begins in the text before the change, in bytes.
    pub at: usize,
    /// What stood there.
    pub old: String,
    /// What stands there now.
    pub new: String,
}

/// A change of a text: what is written where, in order, nothing of it in the place of another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextChange {
    /// In order of their places.
    pub splices: Vec<Splice>,
}

impl TextChange {
    /// The change that makes one text of another: all between what both begin and end with.
    pub fn between(before: &str, after: &str) -> Self {
        Self::at(0, before, after)
    }

    /// The same of a piece of a text that begins at a place.
    pub(super) fn at(place: usize, before: &str, after: &str) -> Self {
        if before == after {
            return Self::default();
        }
        let alike = |pairs: &mut dyn Iterator<Item = (char, char)>| {
            pairs
                .take_while(|(a, b)| a == b)
                .map(|(c, _)| c.len_utf8())
                .sum::<usize>()
        };
        let start = alike(&mut before.chars().zip(after.chars()));
        let (old, new) = (&before[start..], &after[start..]);
        let end = alike(&mut old.chars().rev().zip(new.chars().rev()));
        Self {
            splices: vec![Splice {
                at: place + start,
                old: old[..old.len() - end].to_owned(),
                new: new[..new.len() - end].to_owned(),
            }],
        }
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.splices.is_empty()
    }

    /// The changed text; nothing where this is a change of another text.
    pub fn applied_to(&self, text: &str) -> Option<String> {
        let mut changed = String::with_capacity(text.len());
        let mut at = 0;
        for splice in &self.splices {
            changed += text.get(at..splice.at)?;
            at = splice.at + splice.old.len();
            text.get(splice.at..at).filter(|old| *old == splice.old)?;
            changed += &splice.new;
        }
        changed += text.get(at..)?;
        Some(changed)
    }

    /// The change that takes it back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let (mut added, mut removed) = (0, 0);
        let taken_back = |splice: &Splice| {
            let at = splice.at + added - removed;
            added += splice.new.len();
            removed += splice.old.len();
            Splice {
                at,
                old: splice.new.clone(),
                new: splice.old.clone(),
            }
        };
        Self {
            splices: self.splices.iter().map(taken_back).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_change_is_what_differs_and_is_taken_back() {
        for (before, after, splice) in [
            ("abc", "abXc", Some((2, "", "X"))),
            ("een", "één", Some((0, "ee", "éé"))),
            ("aaa", "aa", Some((2, "a", ""))),
            ("", "b", Some((0, "", "b"))),
            ("a", "a", None),
        ] {
            let change = TextChange::between(before, after);
            let found = change.splices.first();
            let found = found.map(|one| (one.at, one.old.as_str(), one.new.as_str()));
            assert_eq!(found, splice, "{before:?} {after:?}");
            assert_eq!(change.applied_to(before).unwrap(), after);
            assert_eq!(change.inverse().applied_to(after).unwrap(), before);
        }
    }

    #[test]
    fn several_places_are_taken_back_together_and_no_other_text_is_changed() {
        let splice = |at, old: &str, new: &str| Splice {
            at,
            old: old.into(),
            new: new.into(),
        };
        let change = TextChange {
            splices: vec![
                splice(0, "a", "één"),
                splice(2, "c", ""),
                splice(4, "", "x"),
            ],
        };
        let after = change.applied_to("abcd").unwrap();
        assert_eq!(after, "éénbdx");
        assert_eq!(change.inverse().applied_to(&after).unwrap(), "abcd");
        assert_eq!(change.applied_to("xbcd"), None);
        assert_eq!(change.applied_to("ab"), None);
    }
}
