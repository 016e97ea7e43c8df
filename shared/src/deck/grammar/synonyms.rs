//! What people call kinds and keys that have another name here: the words of other programs, and
//! Dutch ones.

use super::keyword::Keyword;
use crate::deck::text::nearest::nearest;
use crate::question::Kind;

/// Other names of what can be shown.
const SHOWN: &[Synonyms] = &[
    (
        "instructions",
        &[
            "join",
            "qr",
            "qrcode",
            "code",
            "instructie",
            "instructies",
            "instruction",
        ],
    ),
    (
        "leaderboard",
        &["scores", "scoreboard", "ranglijst", "podium"],
    ),
    ("break", &["pause", "pauze", "coffee", "koffie"]),
    (
        "agenda",
        &[
            "programme",
            "program",
            "programma",
            "schedule",
            "timetable",
            "planning",
        ],
    ),
    (
        "results",
        &["result", "resultaten", "resultaat", "uitslag", "recap"],
    ),
];

/// A word, and what else people call it.
type Synonyms = (&'static str, &'static [&'static str]);

/// Other names of keys.
const KEYS: &[Synonyms] = &[
    (
        "ask",
        &["type", "kind", "question", "vraag", "soort", "poll"],
    ),
    (
        "countdown",
        &[
            "timer",
            "time",
            "seconds",
            "duration",
            "timeout",
            "timelimit",
            "tijd",
            "seconden",
            "aftellen",
        ],
    ),
    ("minutes", &["duration", "length", "minuten", "duur"]),
    (
        "pick",
        &[
            "max",
            "choices",
            "multiple",
            "select",
            "kies",
            "answers",
            "maxchoices",
        ],
    ),
    (
        "shuffle",
        &[
            "random",
            "randomize",
            "randomise",
            "husselen",
            "willekeurig",
        ],
    ),
    (
        "notes",
        &[
            "note",
            "notities",
            "notitie",
            "speaker",
            "speakernotes",
            "presenternotes",
        ],
    ),
    ("title", &["name", "titel", "naam"]),
    ("language", &["lang", "taal", "locale"]),
    ("entries", &["words", "answers", "amount", "aantal"]),
    (
        "length",
        &[
            "maxlength",
            "characters",
            "chars",
            "limit",
            "lengte",
            "tekens",
        ],
    ),
    ("votes", &["upvotes", "likes", "stemmen"]),
    ("from", &["min", "minimum", "start", "van"]),
    ("to", &["max", "maximum", "tot"]),
    ("low", &["minlabel", "lowlabel", "links", "left"]),
    ("high", &["maxlabel", "highlabel", "rechts", "right"]),
    ("left", &["links", "low"]),
    ("right", &["rechts", "high"]),
    ("stops", &["steps", "labels", "ticks"]),
    ("required", &["mandatory", "verplicht"]),
    ("change", &["editable", "edit", "wijzigen"]),
    ("results", &["resultaten", "result", "showresults"]),
    ("phones", &["phone", "mobile", "telefoons"]),
    ("layout", &["chart", "display", "style", "view"]),
    ("compare", &["before", "vergelijk", "versus"]),
    ("split", &["splitby", "segment", "filter"]),
    ("reactions", &["emoji", "emojis", "reacties"]),
    ("until", &["till", "tot"]),
    ("skip", &["hide", "overslaan"]),
    ("groups", &["tables", "teams", "groepen", "tafels"]),
    ("languages", &["talen"]),
    ("moderated", &["moderation", "moderate", "gemodereerd"]),
    ("unit", &["suffix", "eenheid"]),
    ("score", &["points", "punten"]),
    ("explain", &["explanation", "uitleg"]),
    ("quadrants", &["kwadranten", "corners"]),
    ("top", &["best", "highest"]),
];

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
    meant(written, known, KEYS.iter().copied())
}

/// Other names of what can be asked or shown.
fn kinds() -> impl Iterator<Item = Synonyms> {
    Kind::ALL
        .iter()
        .map(|kind| (kind.word(), kind.format().names))
        .chain(SHOWN.iter().copied())
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
    let mut other =
        || names.find(|(name, others)| known.contains(name) && others.contains(&word.as_str()));
    same.or_else(|| other().map(|(name, _)| name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::grammar::keys::{asked, named, shown};

    #[test]
    fn every_other_name_is_of_a_kind_or_a_key_that_exists() {
        assert!(SHOWN.iter().all(|(show, _)| shown().contains(show)));
        assert!(KEYS.iter().all(|(key, _)| named(key).is_some()));
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
