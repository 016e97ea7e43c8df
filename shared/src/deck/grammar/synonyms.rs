//! What people call kinds and keys that have another name here, in their language or in other
//! programs. The words are data (`synonyms.txt`).

use crate::deck::text::nearest::nearest;

/// Other words by language, with what they are of and the word of decks.
const TABLE: &str = include_str!("synonyms.txt");

/// What a word of decks is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WordUse {
    /// A kind of question, behind `ask`.
    Kind,
    /// What a slide shows, behind `show`.
    Shown,
    /// A key.
    Key,
}

impl WordUse {
    fn read(word: &str) -> Option<Self> {
        match word {
            "kind" => Some(Self::Kind),
            "shown" => Some(Self::Shown),
            "key" => Some(Self::Key),
            _ => None,
        }
    }
}

/// A word of decks, and a line of what else people call it.
type Synonyms = (&'static str, &'static str);

/// The lines of the table about what is used in one of these ways.
fn synonyms(uses: &'static [WordUse]) -> impl Iterator<Item = Synonyms> {
    TABLE.lines().filter_map(|line| {
        let (_, line) = line.split_once(' ')?;
        let (use_of_it, line) = line.split_once(' ')?;
        WordUse::read(use_of_it).filter(|one| uses.contains(one))?;
        line.split_once(' ')
    })
}

/// The kind that a word most likely means, of those that are known here.
pub(in crate::deck) fn kind(written: &str, known: &[&'static str]) -> Option<&'static str> {
    meant(written, known, kinds())
}

/// Whether a word is a kind, or what others call one.
pub(super) fn is_kind(written: &str, known: &[&'static str]) -> bool {
    named(written, known, kinds()).is_some()
}

/// The key that a word most likely means, of those that belong here.
pub(super) fn key(written: &str, known: &[&'static str]) -> Option<&'static str> {
    meant(written, known, synonyms(&[WordUse::Key]))
}

/// Other names of what can be asked or shown.
fn kinds() -> impl Iterator<Item = Synonyms> {
    synonyms(&[WordUse::Kind, WordUse::Shown])
}

fn meant(
    written: &str,
    known: &[&'static str],
    names: impl Iterator<Item = Synonyms>,
) -> Option<&'static str> {
    named(written, known, names).or_else(|| nearest(written, known.iter().copied()))
}

fn named(
    written: &str,
    known: &[&'static str],
    mut names: impl Iterator<Item = Synonyms>,
) -> Option<&'static str> {
    const LONGEST: usize = 60;
    let letters = written
        .chars()
        .take(LONGEST)
        .filter(|c| !matches!(c, ' ' | '-' | '_'));
    let word: String = letters.flat_map(char::to_lowercase).collect();
    let same = known.iter().copied().find(|name| *name == word);
    let mut other = || {
        names.find(|(name, others)| {
            known.contains(name) && others.split(' ').any(|other| other == word)
        })
    };
    same.or_else(|| other().map(|(name, _)| name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::grammar::keys::{asked, named, shown};

    #[test]
    fn every_other_name_is_of_a_kind_or_a_key_that_exists() {
        let of = |use_of_it: &'static [WordUse]| synonyms(use_of_it).map(|(word, _)| word);
        assert!(of(&[WordUse::Kind]).all(|kind| asked().contains(&kind)));
        assert!(of(&[WordUse::Shown]).all(|show| shown().contains(&show)));
        assert!(of(&[WordUse::Key]).all(|key| named(key).is_some()));
        let lines = TABLE
            .lines()
            .filter(|line| line.starts_with(char::is_lowercase));
        let uses = &[WordUse::Kind, WordUse::Shown, WordUse::Key];
        assert_eq!(lines.count(), of(uses).count(), "a line is left out");
    }

    #[test]
    fn kinds_are_found_by_what_other_programs_call_them() {
        for (written, kind_of) in [
            ("wordcloud", Some("words")),
            ("Word Cloud", Some("words")),
            ("word_cloud", Some("words")),
            ("multiple-choice", Some("choice")),
            ("open-ended", Some("open")),
            ("likert", Some("scale")),
            ("slider", Some("spectrum")),
            ("Ranking", Some("rank")),
            ("q&a", Some("qa")),
            ("chioce", Some("choice")),
            ("raadsel", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(kind(written, &asked()), kind_of, "{written}");
        }
    }
}
