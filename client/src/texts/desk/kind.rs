//! Kinds of slides in words.

use crate::language::Language::{self, En, Nl};

/// A kind as decks write it, with its words in Dutch and English.
pub(in crate::texts) const KINDS: &[(&str, &str, &str)] = &[
    ("content", "tekst", "text"),
    ("instructions", "doe mee", "join in"),
    ("break", "pauze", "break"),
    ("leaderboard", "ranglijst", "leaderboard"),
    ("choice", "meerkeuze", "multiple choice"),
    ("words", "woordwolk", "word cloud"),
    ("open", "open vraag", "open question"),
    ("scale", "schaal", "scale"),
    ("spectrum", "tussen twee polen", "between two poles"),
    ("rank", "rangschikken", "ranking"),
    ("points", "punten verdelen", "dividing points"),
    ("grid", "assenveld", "grid"),
    ("pin", "plek op een plaatje", "place on a picture"),
    ("number", "getal", "number"),
    ("type", "antwoord typen", "typed answer"),
    ("form", "formulier", "form"),
    ("qa", "vragen van deelnemers", "questions from participants"),
];

/// A kind in words; one that is not known here stays as it is.
pub fn kind(language: Language, kind: &str) -> &str {
    let known = KINDS.iter().find(|(name, ..)| *name == kind);
    known.map_or(kind, |(_, nl, en)| match language {
        Nl => nl,
        En => en,
    })
}
