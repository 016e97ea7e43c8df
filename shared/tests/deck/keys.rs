//! Every key: where it belongs, what it takes, what it means when it is not there.

use shared::deck::{AnswerPace, PhoneResults, QaMode, Visibility};

use crate::{KINDS, deck, errors, slide, smallest, smallest_with};

#[test]
fn front_matter_has_defaults() {
    let deck = deck("# A");
    assert_eq!(
        (deck.language.as_str(), deck.grace, deck.theme),
        ("nl", 20, None)
    );
    assert_eq!(
        (deck.qa, deck.results, deck.phones),
        (QaMode::Off, Visibility::Shown, PhoneResults::Closed)
    );
    assert_eq!((deck.pace, deck.reactions), (AnswerPace::Room, vec![]));
}

#[test]
fn front_matter_sets_the_deck() {
    let deck = deck(
        "---\ntitle: \"A: b\"\nlanguage: en-GB\nqa: moderated\nreactions: [❤️, 👏]\ntheme: dark\nresults: hidden\n\
         phones: shown\npace: own\ngrace: 0\n---\n# A",
    );
    assert_eq!(
        (deck.title.as_str(), deck.language.as_str()),
        ("A: b", "en-GB")
    );
    assert_eq!(
        (deck.qa, deck.results, deck.phones),
        (QaMode::Moderated, Visibility::Hidden, PhoneResults::Shown)
    );
    assert_eq!(
        (deck.pace, deck.grace, deck.theme.as_deref()),
        (AnswerPace::Own, 0, Some("dark"))
    );
    assert_eq!(deck.reactions, ["❤️", "👏"]);
}

#[test]
fn a_slide_overrides_the_deck() {
    let slide = slide(
        "ask: words\nid: w\nresults: hidden\nphones: hidden\nreactions: []\nchange: no\nrequired: yes\ncountdown: 30\n\
         notes: Even wachten\n---\n# A",
    );
    assert_eq!(
        (slide.results, slide.phones),
        (Some(Visibility::Hidden), Some(PhoneResults::Hidden))
    );
    assert_eq!(
        (slide.reactions, slide.notes.as_deref()),
        (Some(vec![]), Some("Even wachten"))
    );
    let Some(question) = (match &slide.part {
        shared::deck::Part::Question(question) => Some(question),
        _ => None,
    }) else {
        panic!()
    };
    assert_eq!(
        (question.change, question.required, question.countdown),
        (false, true, Some(30))
    );
}

#[test]
fn notes_may_have_several_lines() {
    let slide = slide("notes: |\n  Eerst dit.\n\n  Dan  dat.\n---\n# A");
    assert_eq!(slide.notes.as_deref(), Some("Eerst dit.\n\nDan  dat."));
}

#[test]
fn text_keys_take_a_scalar_as_it_is_written() {
    for (written, read) in [
        ("no", "no"),
        ("2026", "2026"),
        ("1.0", "1.0"),
        ("~", "~"),
        ("'a: b'", "a: b"),
        ("13:30", "13:30"),
    ] {
        assert_eq!(
            deck(&format!("---\ntitle: {written}\n---\n# A")).title,
            read
        );
    }
}

#[test]
fn yes_and_no_are_booleans_for_keys_that_want_one() {
    for (written, change) in [
        ("yes", true),
        ("no", false),
        ("true", true),
        ("false", false),
        ("No", false),
        ("\"yes\"", true),
    ] {
        let slide = slide(&smallest_with("words", &format!("change: {written}")));
        assert_eq!(slide.question().unwrap().change, change, "{written}");
    }
    for written in ["1", "ja", "on", "y"] {
        assert_eq!(
            errors(&smallest_with("words", &format!("change: {written}"))),
            [(2, "not-yes-or-no")],
            "{written}"
        );
    }
}

#[test]
fn every_kind_is_read_and_kept() {
    for kind in KINDS {
        assert_eq!(slide(&smallest(kind)).kind(), kind);
    }
}

/// Keys with a value that suits them, and where they may stand besides questions of their kinds.
const SLIDE_KEYS: [(&str, &str, &[&str]); 52] = [
    ("change", "no", &KINDS),
    ("required", "yes", &KINDS),
    ("countdown", "30", &KINDS),
    ("results", "hidden", &KINDS),
    ("phones", "shown", &KINDS),
    ("split", "eerder", &KINDS),
    (
        "compare",
        "eerder",
        &["spectrum", "scale", "choice", "number"],
    ),
    ("pick", "1", &["choice"]),
    ("shuffle", "yes", &["choice", "rank"]),
    ("layout", "columns", &["choice"]),
    ("layout", "list", &["open", "words"]),
    ("layout", "density", &["spectrum"]),
    ("entries", "2", &["words", "open"]),
    ("length", "20", &["open", "words"]),
    ("votes", "3", &["open"]),
    ("from", "2", &["scale", "number"]),
    ("to", "4", &["scale", "number"]),
    ("low", "nooit", &["scale", "number"]),
    ("high", "altijd", &["scale", "number"]),
    ("left", "poes", &["spectrum"]),
    ("right", "hond", &["spectrum"]),
    ("stops", "[midden]", &["spectrum"]),
    ("x", "[a, b]", &["grid"]),
    ("y", "[a, b]", &["grid"]),
    ("pace", "after", &["form"]),
    ("by", "group", &KINDS),
    ("ghost", "last", &KINDS),
    ("moderated", "yes", &["words", "open"]),
    ("promise", "yes", &["open"]),
    ("baskets", "[a, b]", &["open"]),
    ("guess", "yes", &["spectrum", "number", "choice"]),
    ("score", "500", &["choice", "number", "type", "pin"]),
    ("speed", "yes", &["choice", "number", "type", "pin"]),
    ("explain", "daarom", &["choice", "number", "type", "pin"]),
    (
        "items-from",
        "eerder",
        &["choice", "rank", "points", "scale"],
    ),
    ("items-top", "5", &["choice", "rank", "points", "scale"]),
    ("top", "2", &["rank"]),
    ("total", "50", &["points"]),
    ("step", "5", &["points"]),
    ("quadrants", "[a, b, c, d]", &["grid"]),
    ("unit", "km", &["number", "type"]),
    ("preset", "consent", &["scale"]),
    ("needed", "3", &["scale"]),
    ("floor", "[raam, deur]", &["spectrum"]),
    ("floor-places", "5", &["spectrum"]),
    ("until", "15:30", &[]),
    ("wifi", "{name: gast}", &[]),
    ("question", "eerder", &[]),
    ("round", "2", &[]),
    ("profanity", "off", &[]),
    ("grace", "5", &[]),
    ("title", "X", &[]),
];

/// Every key that there is.
pub fn all() -> Vec<&'static str> {
    let front = [
        "title",
        "language",
        "qa",
        "reactions",
        "theme",
        "results",
        "phones",
        "pace",
        "grace",
    ];
    let front = front.into_iter().chain([
        "languages",
        "moderated",
        "profanity",
        "groups",
        "names",
        "codes",
    ]);
    let slides = ["ask", "show", "id", "notes", "at", "minutes", "skip"]
        .into_iter()
        .chain(SLIDE_KEYS.map(|(key, ..)| key));
    front.chain(slides).collect()
}

#[test]
fn a_key_for_another_kind_is_an_error_and_for_this_kind_it_is_not() {
    for (key, value, kinds) in SLIDE_KEYS {
        for kind in KINDS {
            let text = smallest_with(kind, &format!("{key}: {value}"));
            let codes: Vec<_> = errors(&text).into_iter().map(|(_, code)| code).collect();
            // Layouts differ per kind, and columns want a list; references name nothing here, and
            // poles stand there already.
            let expected: &[&[&str]] = match (kinds.contains(&kind), key) {
                (true, "split" | "compare") => &[&["reference-unknown"]],
                (true, "left" | "right" | "x" | "y") => &[&["key-twice"]],
                (true, "by") => &[&["no-groups"]],
                (true, "score" | "speed" | "explain") => &[&["no-right-answer"]],
                (true, "items-from") => &[
                    &["reference-unknown", "list-and-items-from"],
                    &["list-and-items-from", "reference-unknown"],
                ],
                (true, "items-top" | "needed" | "floor-places") => &[&["key-alone"]],
                (true, _) => &[&[]],
                (false, "layout") => &[&["key-elsewhere"], &["value-unknown"], &["too-few"]],
                (false, _) => &[&["key-elsewhere"]],
            };
            assert!(
                expected.iter().any(|expected| codes == *expected),
                "{text}\n{codes:?}"
            );
        }
    }
}

#[test]
fn content_takes_what_is_for_all_slides_and_nothing_of_questions() {
    for fine in [
        "id: x",
        "notes: x",
        "reactions: [👏]",
        "at: 13.30",
        "minutes: 5",
        "skip: yes",
    ] {
        for show in [
            "",
            "show: instructions\n",
            "show: break\n",
            "show: leaderboard\n",
            "show: agenda\n",
        ] {
            assert_eq!(
                errors(&format!("{show}{fine}\n---\n# A")),
                [],
                "{show}{fine}"
            );
        }
    }
    for (key, value, _) in SLIDE_KEYS {
        assert_eq!(
            errors(&format!("{key}: {value}\n---\n# A")),
            [(1, "key-elsewhere")],
            "{key}"
        );
    }
    for (home, elsewhere, fine) in [
        ("break", "instructions", "until: 15:30"),
        (
            "instructions",
            "break",
            "wifi: {name: gast, password: welkom}",
        ),
        ("instructions", "agenda", "wifi: {name: gast}"),
    ] {
        assert_eq!(errors(&format!("show: {home}\n{fine}\n---\n")), []);
        assert_eq!(
            errors(&format!("show: {elsewhere}\n{fine}\n---\n")),
            [(2, "key-elsewhere")]
        );
    }
}

#[test]
fn slide_keys_do_not_belong_at_the_top_of_the_file() {
    for key in [
        "ask: open",
        "show: break",
        "id: x",
        "notes: x",
        "pick: 1",
        "left: x",
        "countdown: 3",
    ] {
        assert_eq!(
            errors(&format!("---\ntitle: X\n{key}\n---\n# A")),
            [(3, "key-elsewhere")],
            "{key}"
        );
    }
}

#[test]
fn values_of_the_wrong_type_are_errors_with_a_line() {
    for (kind, setting, code) in [
        ("open", "length: veel", "not-a-whole-number"),
        ("open", "length: 1.5", "not-a-whole-number"),
        ("open", "length: -3", "not-a-whole-number"),
        ("open", "length: 99999999999", "not-a-whole-number"),
        ("open", "length: [3]", "not-a-whole-number"),
        ("open", "length:", "value-missing"),
        ("open", "length: \"\"", "value-missing"),
        ("open", "layout: muur", "value-unknown"),
        ("open", "layout: Wall", "value-unknown"),
        ("open", "id: a b", "not-an-id"),
        ("open", "id: é", "not-an-id"),
        ("open", "notes: [a]", "value-not-text"),
        ("open", "notes: {a: b}", "value-not-text"),
        ("open", "reactions: ❤️", "not-a-list"),
        ("open", "reactions: [[❤️]]", "not-a-list"),
        ("open", "reactions: [hart]", "not-an-emoji"),
        ("open", "reactions: [❤️👏]", "not-an-emoji"),
        ("number", "from: laag", "not-a-number"),
        ("number", "from: inf", "not-a-number"),
        ("number", "from: 3,5", "not-a-number"),
        ("choice", "pick: 0", "not-a-pick"),
        ("choice", "pick: 0-2", "not-a-pick"),
        ("choice", "pick: 2-1", "not-a-pick"),
        ("choice", "pick: alle", "not-a-pick"),
        ("spectrum", "stops: midden", "not-a-list"),
        ("spectrum", "stops: [a, {b: c}]", "not-a-list"),
        ("form", "pace: snel", "value-unknown"),
        ("open", "results: yes", "value-unknown"),
    ] {
        let text = smallest_with(kind, setting);
        let line = text.lines().position(|line| line == setting).unwrap() + 1;
        assert_eq!(errors(&text), [(line, code)], "{kind} {setting}");
    }
    for (setting, code) in [
        ("language: Nederlands", "not-a-language"),
        ("language: nl_NL", "not-a-language"),
        ("qa: yes", "value-unknown"),
        ("pace: after", "value-unknown"),
        ("phones: open", "value-unknown"),
        ("grace: 1 minuut", "not-a-whole-number"),
        ("reactions: [a]", "not-an-emoji"),
    ] {
        assert_eq!(
            errors(&format!("---\n{setting}\n---\n# A")),
            [(2, code)],
            "{setting}"
        );
    }
    for (setting, code) in [
        ("until: 25:00", "not-a-time"),
        ("until: straks", "not-a-time"),
        ("minutes: kwartier", "not-a-whole-number"),
    ] {
        assert_eq!(
            errors(&format!("show: break\n{setting}\n---\n")),
            [(2, code)],
            "{setting}"
        );
    }
}

#[test]
fn a_key_twice_and_ask_with_show_are_errors() {
    assert_eq!(
        errors("ask: open\nlength: 3\nlength: 4\n---\n# A"),
        [(3, "key-twice")]
    );
    assert_eq!(
        errors("ask: open\nshow: break\n---\n# A"),
        [(2, "ask-and-show")]
    );
    assert_eq!(
        errors("show: break\nminutes: 5\nuntil: 15:30\n---\n"),
        [(3, "minutes-and-until")]
    );
    assert_eq!(errors("show: pauze\n---\n"), [(1, "value-unknown")]);
}

#[test]
fn poles_are_needed_and_axes_have_two_labels() {
    assert_eq!(
        errors("ask: spectrum\n---\n# A"),
        [(1, "key-missing"), (1, "key-missing")]
    );
    assert_eq!(
        errors("ask: spectrum\nleft: a\nright: [b]\n---\n# A"),
        [(3, "not-a-pole")]
    );
    assert_eq!(
        errors("ask: grid\n---\n# A\n- a"),
        [(1, "key-missing"), (1, "key-missing")]
    );
    assert_eq!(
        errors("ask: grid\nx: [a]\ny: [a, b, c]\n---\n# A\n- a"),
        [(2, "axis-labels"), (3, "axis-labels")]
    );
}
