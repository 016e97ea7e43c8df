//! What people call kinds and keys that have another name here: the words of other programs, and Dutch ones.

use super::nearest::nearest;

/// Other names of what can be asked or shown.
const KINDS: &[(&str, &[&str])] = &[
    (
        "choice",
        &[
            "multiplechoice",
            "multipleselect",
            "singlechoice",
            "select",
            "mc",
            "poll",
            "quiz",
            "radio",
            "checkbox",
            "meerkeuze",
            "keuze",
            "stemming",
            "vote",
        ],
    ),
    ("words", &["wordcloud", "cloud", "tagcloud", "woordenwolk", "woordwolk", "wolk", "woorden", "word"]),
    ("open", &["openended", "openquestion", "text", "freetext", "tekst", "openvraag", "brainstorm", "wall"]),
    ("scale", &["scales", "likert", "rating", "schaal", "stellingen", "statements", "opinionscale"]),
    ("spectrum", &["slider", "poles", "polen", "opposites", "schuif", "line"]),
    ("rank", &["ranking", "order", "sort", "rangorde", "volgorde"]),
    ("points", &["100points", "hundredpoints", "punten", "distribute"]),
    ("grid", &["matrix", "2x2", "2x2grid", "quadrant", "quadrants", "axes"]),
    ("pin", &["image", "map", "hotspot", "pinonimage", "clickonimage", "kaart", "plaatje"]),
    ("number", &["numeric", "guess", "guessthenumber", "estimate", "getal", "nummer"]),
    ("type", &["typeanswer", "shortanswer", "typedanswer"]),
    ("form", &["survey", "formulier", "evaluation", "evaluatie", "enquete", "quickform"]),
    ("qa", &["q&a", "questions", "vragen", "qanda"]),
    ("instructions", &["join", "qr", "qrcode", "code", "instructie", "instructies", "instruction"]),
    ("leaderboard", &["scores", "scoreboard", "ranglijst", "podium"]),
    ("break", &["pause", "pauze", "coffee", "koffie"]),
];

/// Other names of keys.
const KEYS: &[(&str, &[&str])] = &[
    ("ask", &["type", "kind", "question", "vraag", "soort", "poll"]),
    ("countdown", &["timer", "time", "seconds", "duration", "timeout", "timelimit", "tijd", "seconden", "aftellen"]),
    ("minutes", &["duration", "length", "minuten", "duur"]),
    ("pick", &["max", "choices", "multiple", "select", "kies", "answers", "maxchoices"]),
    ("shuffle", &["random", "randomize", "randomise", "husselen", "willekeurig"]),
    ("notes", &["note", "notities", "notitie", "speaker", "speakernotes", "presenternotes"]),
    ("title", &["name", "titel", "naam"]),
    ("language", &["lang", "taal", "locale"]),
    ("entries", &["words", "answers", "amount", "aantal"]),
    ("length", &["maxlength", "characters", "chars", "limit", "lengte", "tekens"]),
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
];

/// The kind that a word most likely means, of those that are known here.
pub(super) fn kind(written: &str, known: &[&'static str]) -> Option<&'static str> {
    meant(written, known, KINDS)
}

/// Whether a word is a kind, or what others call one.
pub(super) fn is_kind(written: &str, known: &[&'static str]) -> bool {
    named(written, known, KINDS).is_some()
}

/// The key that a word most likely means, of those that belong here.
pub(super) fn key(written: &str, known: &[&'static str]) -> Option<&'static str> {
    meant(written, known, KEYS)
}

fn meant(written: &str, known: &[&'static str], names: &[(&'static str, &[&str])]) -> Option<&'static str> {
    named(written, known, names).or_else(|| nearest(written, known.iter().copied()))
}

fn named(written: &str, known: &[&'static str], names: &[(&'static str, &[&str])]) -> Option<&'static str> {
    const LONGEST: usize = 60;
    let letters = written.chars().take(LONGEST).filter(|c| !matches!(c, ' ' | '-' | '_'));
    let word: String = letters.flat_map(char::to_lowercase).collect();
    let same = known.iter().copied().find(|name| *name == word);
    let other = || names.iter().find(|(name, others)| known.contains(name) && others.contains(&word.as_str()));
    same.or_else(|| other().map(|(name, _)| *name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::grammar::keys::{ASK, SHOW, named};

    #[test]
    fn every_other_name_is_of_a_kind_or_a_key_that_exists() {
        assert!(KINDS.iter().all(|(kind, _)| ASK.contains(kind) || SHOW.contains(kind)));
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
            assert_eq!(kind(written, ASK), kind_of, "{written}");
        }
    }
}
