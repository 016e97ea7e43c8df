//! Which keys exist and where each belongs; what an unknown one may have been meant to be.

use super::nearest::nearest;
use super::yaml::Entry;
use crate::deck::problem::{Home, PROBLEMS_MAX, Problem, Settings};

/// What `ask` can ask.
pub(super) const ASK: &[&str] =
    &["choice", "words", "open", "scale", "spectrum", "rank", "points", "grid", "pin", "number", "type", "form", "qa"];
/// What `show` can show.
pub(super) const SHOW: &[&str] = &["instructions", "leaderboard", "break"];

struct Key {
    name: &'static str,
    /// Whether it may stand at the top of the file.
    front: bool,
    /// Where it may stand in slides.
    home: Home,
}

const fn key(name: &'static str, home: Home) -> Key {
    Key { name, front: false, home }
}

const fn deck_too(name: &'static str, home: Home) -> Key {
    Key { name, front: true, home }
}

const KEYS: &[Key] = &[
    deck_too("title", Home::Front),
    deck_too("language", Home::Front),
    deck_too("qa", Home::Front),
    deck_too("theme", Home::Front),
    deck_too("grace", Home::Front),
    deck_too("reactions", Home::Slides),
    deck_too("results", Home::Questions),
    deck_too("phones", Home::Questions),
    deck_too("pace", Home::Kinds(&["form"])),
    key("ask", Home::Slides),
    key("show", Home::Slides),
    key("id", Home::Slides),
    key("notes", Home::Slides),
    key("change", Home::Questions),
    key("required", Home::Questions),
    key("countdown", Home::Questions),
    key("split", Home::Questions),
    key("compare", Home::Kinds(&["spectrum", "scale", "choice", "number"])),
    key("pick", Home::Kinds(&["choice"])),
    key("shuffle", Home::Kinds(&["choice", "rank"])),
    key("layout", Home::Kinds(&["choice", "open", "words", "spectrum"])),
    key("entries", Home::Kinds(&["words", "open"])),
    key("length", Home::Kinds(&["open", "words"])),
    key("votes", Home::Kinds(&["open"])),
    key("from", Home::Kinds(&["scale", "number"])),
    key("to", Home::Kinds(&["scale", "number"])),
    key("low", Home::Kinds(&["scale", "number"])),
    key("high", Home::Kinds(&["scale", "number"])),
    key("left", Home::Kinds(&["spectrum"])),
    key("right", Home::Kinds(&["spectrum"])),
    key("stops", Home::Kinds(&["spectrum"])),
    key("x", Home::Kinds(&["grid"])),
    key("y", Home::Kinds(&["grid"])),
    key("minutes", Home::Kinds(&["break"])),
    key("until", Home::Kinds(&["break"])),
];

/// Whether a key belongs at the top of the file and nowhere else.
pub(super) fn only_front(name: &str) -> bool {
    KEYS.iter().any(|key| key.name == name && key.home == Home::Front)
}

/// Whether a key belongs in the settings of a slide and nowhere else.
pub(super) fn only_slides(name: &str) -> bool {
    find(name).is_some_and(|key| !key.front)
}

/// The key of that name, if there is one.
pub(super) fn named(name: &str) -> Option<&'static str> {
    find(name).map(|key| key.name)
}

/// Keeps the keys that belong at the top of the file, and says what is wrong with the others.
pub(super) fn check_front(entries: Vec<Entry>, problems: &mut Vec<Problem>) -> Vec<Entry> {
    check(entries, "", |key| key.front, problems)
}

/// Keeps the keys that belong to a slide of that kind, and says what is wrong with the others.
pub(super) fn check_slide(entries: Vec<Entry>, kind: &'static str, problems: &mut Vec<Problem>) -> Vec<Entry> {
    check(entries, kind, |key| key.home.takes(kind), problems)
}

/// Checks the keys of a pole that is written as a map.
pub(super) fn check_pole(entries: &[Entry], problems: &mut Vec<Problem>) {
    const NAMES: [&str; 3] = ["label", "note", "image"];
    for entry in entries.iter().filter(|entry| !NAMES.contains(&entry.key.as_str())) {
        let near = nearest(&entry.key, NAMES.into_iter());
        let wrong = Settings::UnknownKey { key: super::plain::quote(&entry.key), near };
        problems.push(Problem::new(entry.line, wrong));
    }
}

fn check(
    entries: Vec<Entry>,
    kind: &'static str,
    takes: impl Fn(&Key) -> bool,
    problems: &mut Vec<Problem>,
) -> Vec<Entry> {
    let (kept, others) = entries.into_iter().partition::<Vec<_>, _>(|entry| find(&entry.key).is_some_and(&takes));
    for entry in others {
        let wrong = match find(&entry.key) {
            Some(key) => Settings::Elsewhere { key: key.name, home: key.home, kind },
            None => {
                let known: Vec<_> = KEYS.iter().filter(|key| takes(key)).map(|key| key.name).collect();
                // What is never said needs no suggestion: thousands of them take their time.
                let said = problems.len() < PROBLEMS_MAX;
                let near = said.then(|| super::names::key(&entry.key, &known)).flatten();
                Settings::UnknownKey { key: super::plain::quote(&entry.key), near }
            }
        };
        problems.push(Problem::new(entry.line, wrong));
    }
    kept
}

fn find(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
}

impl Home {
    /// Whether it takes in slides of that kind.
    fn takes(self, kind: &str) -> bool {
        match self {
            Self::Front => false,
            Self::Slides => true,
            Self::Questions => ASK.contains(&kind),
            Self::Kinds(kinds) => kinds.contains(&kind),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_understood_and_another_word_is_not() {
        let names = || KEYS.iter().map(|key| key.name);
        for (written, meant) in [
            ("lenght", Some("length")),
            ("entrys", Some("entries")),
            ("option", None),
            ("colour", None),
            ("Notes", Some("notes")),
            ("z", None),
            ("", None),
        ] {
            assert_eq!(nearest(written, names()), meant, "{written}");
        }
        assert_eq!(nearest(&"x".repeat(100_000), names()), None);
    }

    #[test]
    fn every_kind_that_a_key_belongs_to_exists() {
        for key in KEYS {
            if let Home::Kinds(kinds) = key.home {
                assert!(kinds.iter().all(|kind| ASK.contains(kind) || SHOW.contains(kind)), "{}", key.name);
            }
        }
    }
}
