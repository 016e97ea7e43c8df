//! Which keys exist and where each belongs; what an unknown one may have been meant to be.

use super::keyword::{Keyword, words};
use super::yaml::YamlEntry;
use crate::deck::problem::{KeyPlacement, PROBLEMS_MAX, Problem, SettingsProblem};
use crate::question::Kind;

/// What a slide shows that is neither text nor a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Show {
    Instructions,
    Leaderboard,
    Break,
    Agenda,
    Results,
}

words!(Show {
    Instructions: "instructions",
    Leaderboard: "leaderboard",
    Break: "break",
    Agenda: "agenda",
    Results: "results",
});

/// Keys that may stand at the top of the file.
const FRONT: &[&str] = &[
    "title",
    "language",
    "languages",
    "qa",
    "theme",
    "grace",
    "reactions",
    "results",
    "phones",
    "pace",
    "moderated",
    "profanity",
    "groups",
    "names",
    "codes",
];
/// Keys of all slides.
const SLIDES: &[&str] = &[
    "reactions",
    "ask",
    "show",
    "id",
    "notes",
    "at",
    "minutes",
    "skip",
];
/// Keys of all questions.
const QUESTIONS: &[&str] = &[
    "results",
    "phones",
    "change",
    "required",
    "countdown",
    "split",
    "by",
    "ghost",
];
/// Keys of what is shown.
const SHOWN: &[(&str, Show)] = &[
    ("until", Show::Break),
    ("wifi", Show::Instructions),
    ("question", Show::Results),
    ("round", Show::Results),
];
/// Keys that are ordinary words too: a line of text that begins with one is a setting only where it
/// is written as one.
const ORDINARY: &[&str] = &[
    "x",
    "y",
    "at",
    "by",
    "skip",
    "wifi",
    "round",
    "question",
    "names",
    "codes",
    "groups",
    "languages",
    "moderated",
    "profanity",
    "ghost",
    "guess",
    "top",
    "total",
    "step",
    "quadrants",
    "unit",
    "score",
    "speed",
    "explain",
    "preset",
    "needed",
    "floor",
    "promise",
    "baskets",
];

/// Every key, some more than once.
fn all() -> impl Iterator<Item = &'static str> {
    let of_kinds = Kind::ALL.iter().flat_map(|kind| kind.format().keys);
    let shown = SHOWN.iter().map(|(key, _)| key);
    FRONT
        .iter()
        .chain(SLIDES)
        .chain(QUESTIONS)
        .chain(of_kinds)
        .chain(shown)
        .copied()
}

/// Where a key belongs.
fn home(name: &str) -> KeyPlacement {
    if SLIDES.contains(&name) {
        return KeyPlacement::Slides;
    }
    if QUESTIONS.contains(&name) {
        return KeyPlacement::Questions;
    }
    let asked = Kind::ALL
        .iter()
        .filter(|kind| kind.format().keys.contains(&name))
        .map(|kind| kind.word());
    let shown = SHOWN
        .iter()
        .filter(|(key, _)| *key == name)
        .map(|(_, show)| show.word());
    let kinds: Vec<_> = asked.chain(shown).collect();
    if kinds.is_empty() {
        KeyPlacement::Front
    } else {
        KeyPlacement::Kinds(kinds)
    }
}

/// What can be asked, by its words.
pub(in crate::deck) fn asked() -> Vec<&'static str> {
    Kind::ALL.iter().map(|kind| kind.word()).collect()
}

/// What can be shown, by its words.
pub(in crate::deck) fn shown() -> Vec<&'static str> {
    Show::ALL.iter().map(|show| show.word()).collect()
}

/// Whether a key belongs at the top of the file and nowhere else.
pub(super) fn only_front(name: &str) -> bool {
    FRONT.contains(&name) && home(name) == KeyPlacement::Front
}

/// Whether a key belongs in the settings of a slide and nowhere else.
pub(super) fn only_slides(name: &str) -> bool {
    named(name).is_some() && !FRONT.contains(&name)
}

/// Whether a key is an ordinary word too.
pub(super) fn is_ordinary(name: &str) -> bool {
    ORDINARY.contains(&name)
}

/// The key of that name, if there is one.
pub(super) fn named(name: &str) -> Option<&'static str> {
    all().find(|key| *key == name)
}

/// A key without the language behind it: `left-en` is `left`, in one of these languages.
pub(super) fn untranslated<'k>(key: &'k str, languages: &[String]) -> Option<&'k str> {
    let others = languages.iter().skip(1);
    others
        .filter_map(|language| key.strip_suffix(language.as_str())?.strip_suffix('-'))
        .next()
}

/// Keeps the keys that belong at the top of the file, and says what is wrong with the others.
pub(super) fn check_front(
    entries: Vec<YamlEntry>,
    languages: &[String],
    problems: &mut Vec<Problem>,
) -> Vec<YamlEntry> {
    check(
        entries,
        "",
        &|key| FRONT.contains(&key),
        &|key| untranslated(key, languages) == Some("title"),
        problems,
    )
}

/// Keeps the keys that belong to a slide of that kind, and says what is wrong with the others.
pub(super) fn check_slide(
    entries: Vec<YamlEntry>,
    kind: &'static str,
    languages: &[String],
    problems: &mut Vec<Problem>,
) -> Vec<YamlEntry> {
    let texts = Kind::read(kind)
        .map(|kind| kind.format().texts)
        .unwrap_or_default();
    let translated = |key: &str| {
        texts
            .iter()
            .any(|(text, _)| untranslated(key, languages) == Some(text))
    };
    check(
        entries,
        kind,
        &|key| home(key).takes(kind),
        &translated,
        problems,
    )
}

fn check(
    entries: Vec<YamlEntry>,
    kind: &'static str,
    takes: &dyn Fn(&str) -> bool,
    translated: &dyn Fn(&str) -> bool,
    problems: &mut Vec<Problem>,
) -> Vec<YamlEntry> {
    let fine = |entry: &YamlEntry| named(&entry.key).is_some_and(takes) || translated(&entry.key);
    let (kept, others) = entries.into_iter().partition::<Vec<_>, _>(fine);
    for entry in others {
        let wrong = match named(&entry.key) {
            Some(key) => SettingsProblem::Elsewhere {
                key,
                home: home(key),
                kind,
            },
            None => {
                let known: Vec<_> = all().filter(|key| takes(key)).collect();
                // What is never said needs no suggestion: thousands of them take their time.
                let said = problems.len() < PROBLEMS_MAX;
                let near = said
                    .then(|| super::synonyms::key(&entry.key, &known))
                    .flatten();
                SettingsProblem::UnknownKey {
                    key: crate::deck::text::plain::quote(&entry.key),
                    near,
                }
            }
        };
        problems.push(Problem::new(entry.line, wrong));
    }
    kept
}

impl KeyPlacement {
    /// Whether it takes in slides of that kind.
    fn takes(&self, kind: &str) -> bool {
        match self {
            Self::Front => false,
            Self::Slides => true,
            Self::Questions => Kind::read(kind).is_some(),
            Self::Kinds(kinds) => kinds.contains(&kind),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::text::nearest::nearest;

    #[test]
    fn a_slip_of_the_finger_is_understood_and_another_word_is_not() {
        for (written, meant) in [
            ("lenght", Some("length")),
            ("entrys", Some("entries")),
            ("option", None),
            ("colour", None),
            ("Notes", Some("notes")),
            ("z", None),
            ("", None),
        ] {
            assert_eq!(nearest(written, all()), meant, "{written}");
        }
        assert_eq!(nearest(&"x".repeat(100_000), all()), None);
    }

    #[test]
    fn a_key_without_its_language_is_found() {
        let languages = ["nl", "en", "en-GB"].map(str::to_owned);
        for (key, base) in [
            ("left-en", Some("left")),
            ("left-en-GB", Some("left")),
            ("items-from-en", Some("items-from")),
            ("left-nl", None),
            ("left-de", None),
            ("left", None),
            ("-en", Some("")),
            ("en", None),
        ] {
            assert_eq!(untranslated(key, &languages), base, "{key}");
        }
    }

    #[test]
    fn ordinary_words_are_keys() {
        assert!(ORDINARY.iter().all(|key| named(key).is_some()));
    }
}
