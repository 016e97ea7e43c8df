//! Keys that are read, checked, kept and written back before this version does anything with them:
//! each with what is right, of the wrong type, out of range, and in the wrong place.

use shared::deck::grammar::{read, read_stored};
use shared::deck::{Deck, Groups, Part, write};
use shared::question::QuestionSpec;
use shared::question::pin::Area;

use crate::{ask, deck, errors, question, slide, warnings};

/// A front matter with one key, and a slide.
fn front(setting: &str) -> String {
    format!("---\n{setting}\n---\n# A")
}

/// A slide with one key behind what makes it what it is.
fn shown(what: &str, setting: &str) -> String {
    format!("{what}\n{setting}\n---\n# A\n\ntekst")
}

/// A question with one key, and with all that it needs.
fn asked(kind: &str, setting: &str) -> String {
    let (own, list): (&str, &[&str]) = match kind {
        "choice" => ("", &["een {correct}", "twee"]),
        "rank" | "points" => ("", &["een", "twee"]),
        "number" => ("", &["3 {correct}"]),
        "type" => ("", &["Assen"]),
        "form" => ("", &["een"]),
        "grid" => ("x: [a, b]\ny: [c, d]\n", &["een"]),
        "spectrum" => ("left: poes\nright: hond\n", &[]),
        _ => ("", &[]),
    };
    question(kind, &format!("{own}{setting}"), list)
}

/// The line of a setting in a text.
fn line_of(text: &str, setting: &str) -> usize {
    let first = setting.lines().next().unwrap_or_default();
    text.lines().position(|line| line == first).unwrap() + 1
}

#[track_caller]
pub fn fine(text: &str) -> Deck {
    let read = deck(text);
    let written = write::text(&read);
    assert_eq!(deck(&written), read, "{written}");
    read
}

/// What was kept once and does something now is warned of no more.
#[test]
fn what_is_used_by_now_is_no_surprise() {
    for (what, setting) in [
        ("id: a", "skip: yes"),
        ("id: a", "at: 13.30"),
        ("show: break", "at: 9:05"),
        (
            "show: instructions",
            "wifi: {name: gast, password: 'welkom: hier'}",
        ),
        ("show: instructions", "wifi: {name: gast}"),
        ("id: a", "minutes: 5"),
        ("show: agenda", "minutes: 240"),
    ] {
        let text = shown(what, setting);
        fine(&text);
        let unused = |(_, code): &(usize, &str)| *code == "not-used-yet";
        assert!(!warnings(&text).iter().any(unused), "{setting}");
    }
    // The agenda of a deck that has no times is none.
    assert_eq!(warnings("---\nshow: agenda\n---\n# A"), [(4, "no-agenda")]);
}

#[test]
fn what_waits_for_a_moderator_is_said_of_the_deck_or_of_a_question() {
    let text = front("moderated: yes");
    assert!(fine(&text).moderated && warnings(&text).is_empty());
    for (kind, setting, expected) in [
        ("words", "moderated: yes", Some(true)),
        ("open", "moderated: no", Some(false)),
        ("open", "length: 20", None),
    ] {
        let text = asked(kind, setting);
        let kept = match &fine(&text).slides[0].question().unwrap().ask {
            QuestionSpec::Words(words) => words.moderated,
            QuestionSpec::Open(open) => open.moderated,
            other => panic!("{other:?}"),
        };
        assert_eq!((kept, warnings(&text)), (expected, vec![]), "{setting}");
    }
}

#[test]
fn each_is_kept_and_written_back_and_warned_of() {
    for setting in [
        "languages: [nl, en]",
        "names: own",
        "names: off",
        "codes: personal",
        "theme: herfst",
    ] {
        let text = front(setting);
        fine(&text);
        assert!(
            warnings(&text).contains(&(2, "not-used-yet")),
            "{setting}: {:?}",
            warnings(&text)
        );
        assert_ne!(
            fine(&text),
            Deck {
                title: "A".into(),
                ..fine("---\nlanguage: nl\n---\n# A")
            },
            "{setting}"
        );
    }
    for (kind, setting) in [
        ("open", "promise: yes"),
        (
            "open",
            "baskets: [zorg, {name: wonen, words: [huis, tuin]}]",
        ),
        ("choice", "score: 500"),
        ("choice", "speed: yes"),
        ("choice", "explain: Daarom"),
        ("choice", "guess: yes"),
        ("number", "guess: yes"),
        ("type", "unit: km"),
        ("type", "score: 1"),
        ("number", "speed: yes"),
        ("spectrum", "guess: yes"),
        ("spectrum", "floor: [raam, deur]"),
        ("spectrum", "floor-places: 20\nfloor: [raam, deur]"),
        ("scale", "preset: consent"),
        ("scale", "needed: 3\npreset: consent"),
        ("rank", "top: 1"),
        ("points", "total: 10"),
        ("points", "step: 100"),
        ("grid", "quadrants: [a, b, c, d]"),
        ("words", "ghost: last"),
        ("open", "ghost: 12345678"),
    ] {
        let text = asked(kind, setting);
        fine(&text);
        let line = line_of(&text, setting);
        assert!(
            warnings(&text).contains(&(line, "not-used-yet")),
            "{kind} {setting}: {:?}",
            warnings(&text)
        );
    }
    let grouped = format!(
        "---\ngroups: 8\n---\n---\n{}",
        asked("open", "by: group\nsplit: groups")
    );
    let kept = fine(&grouped);
    let kept = kept.slides[0].question().unwrap();
    assert!(kept.by_group && kept.split == Some("groups".into()));
    assert_eq!(warnings(&grouped), []);
}

#[test]
fn what_is_left_out_is_as_it_was() {
    let text = serde_json::to_string(&deck(&asked("open", "length: 20"))).unwrap();
    for key in [
        "moderated",
        "profanity",
        "groups",
        "languages",
        "names",
        "codes",
        "skip",
        "promise",
        "by_group",
        "ghost",
    ] {
        assert!(!text.contains(key), "{key}: {text}");
    }
    for kind in [
        "choice", "words", "scale", "spectrum", "rank", "points", "grid", "pin", "number", "type",
        "form", "qa",
    ] {
        let text = if kind == "pin" {
            "ask: pin\n---\n# A\n\n![a](/a.png)".to_owned()
        } else {
            asked(kind, "id: x")
        };
        let ask = serde_json::to_value(ask(&text)).unwrap();
        for key in [
            "items_from",
            "quiz",
            "guess",
            "unit",
            "floor",
            "preset",
            "needed",
            "top",
            "total",
            "step",
            "quadrants",
        ] {
            assert!(ask.get(key).is_none(), "{kind} {key}: {ask}");
        }
    }
}

#[test]
fn a_value_of_the_wrong_type_is_an_error_at_its_line() {
    for (setting, code) in [
        ("moderated: soms", "not-yes-or-no"),
        ("profanity: allow", "value-unknown"),
        ("languages: nl", "not-a-list"),
        ("languages: [nl, Engels]", "not-a-language"),
        ("groups: veel", "not-groups"),
        ("groups: {a: b}", "not-groups"),
        ("groups: [[a], b]", "not-a-list"),
        ("names: ja", "value-unknown"),
        ("codes: [open]", "value-unknown"),
        ("theme: [a]", "value-not-text"),
    ] {
        assert_eq!(errors(&front(setting)), [(2, code)], "{setting}");
    }
    for (what, setting, code) in [
        ("id: a", "at: straks", "not-a-time"),
        ("id: a", "at: 25:00", "not-a-time"),
        ("id: a", "minutes: kwartier", "not-a-whole-number"),
        ("id: a", "skip: 1", "not-yes-or-no"),
        ("show: instructions", "wifi: gast", "not-wifi"),
        ("show: instructions", "wifi: [gast]", "not-wifi"),
        ("show: instructions", "wifi: {password: x}", "key-missing"),
        (
            "show: instructions",
            "wifi: {name: a, ssid: b}",
            "unknown-key",
        ),
        ("show: instructions", "wifi: {name: [a]}", "value-not-text"),
    ] {
        assert_eq!(errors(&shown(what, setting)), [(2, code)], "{setting}");
    }
    for (kind, setting, code) in [
        ("words", "moderated: eerst", "not-yes-or-no"),
        ("open", "promise: 1", "not-yes-or-no"),
        ("open", "baskets: zorg", "not-baskets"),
        ("open", "baskets: {name: zorg}", "not-baskets"),
        ("open", "baskets: [[zorg], wonen]", "not-baskets"),
        (
            "open",
            "baskets: [zorg, {name: wonen, kleur: rood}]",
            "unknown-key",
        ),
        (
            "open",
            "baskets: [zorg, {name: wonen, words: huis}]",
            "not-a-list",
        ),
        ("choice", "score: veel", "not-a-whole-number"),
        ("choice", "speed: snel", "not-yes-or-no"),
        ("choice", "explain: [a]", "value-not-text"),
        ("choice", "guess: 3", "not-yes-or-no"),
        ("number", "unit: {a: b}", "value-not-text"),
        ("spectrum", "floor: raam", "not-a-list"),
        (
            "spectrum",
            "floor-places: tien\nfloor: [a, b]",
            "not-a-whole-number",
        ),
        ("scale", "preset: likert", "value-unknown"),
        (
            "scale",
            "needed: allemaal\npreset: consent",
            "not-a-whole-number",
        ),
        ("rank", "top: drie", "not-a-whole-number"),
        ("points", "total: 1.5", "not-a-whole-number"),
        ("points", "step: -5", "not-a-whole-number"),
        ("grid", "quadrants: a", "not-a-list"),
        ("words", "by: table", "value-unknown"),
        ("words", "ghost: de vorige keer", "not-a-room"),
        ("words", "ghost: [last]", "value-not-text"),
    ] {
        let text = asked(kind, setting);
        let line = line_of(&text, setting);
        assert_eq!(errors(&text), [(line, code)], "{kind} {setting}");
    }
}

#[test]
fn a_value_out_of_range_is_an_error_at_its_line() {
    let names = |count: usize| {
        (1..=count)
            .map(|n| format!("g{n}"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let long = "a".repeat(151);
    for (setting, code) in [
        ("groups: 1".to_owned(), "value-out-of-range"),
        ("groups: 51".to_owned(), "value-out-of-range"),
        ("groups: [Rood]".to_owned(), "too-few"),
        (format!("groups: [{}]", names(51)), "too-many"),
        (format!("groups: [a, {long}]"), "too-long"),
        (
            "languages: [nl, en, de, fr, fy, tr, ar]".to_owned(),
            "too-many",
        ),
        ("languages: [nl, en, en]".to_owned(), "language-twice"),
    ] {
        assert_eq!(errors(&front(&setting)), [(2, code)], "{setting}");
    }
    assert_eq!(
        errors("---\nlanguages: [nl, en]\nlanguage: en\n---\n# A"),
        [(3, "language-not-first")]
    );
    for (what, setting, code) in [
        ("id: a", "minutes: 0", "value-out-of-range"),
        ("id: a", "minutes: 241", "value-out-of-range"),
        ("show: break", "minutes: 241", "value-out-of-range"),
        (
            "show: instructions",
            &format!("wifi: {{name: {}}}", "a".repeat(64)),
            "value-too-long",
        ),
        (
            "show: instructions",
            &format!("wifi: {{name: a, password: {}}}", "é".repeat(32)),
            "value-too-long",
        ),
    ] {
        assert_eq!(errors(&shown(what, setting)), [(2, code)], "{setting}");
    }
    for (kind, setting, code) in [
        ("choice", "score: 0", "value-out-of-range"),
        ("choice", "score: 10001", "value-out-of-range"),
        (
            "choice",
            &format!("explain: {}", "a".repeat(501)),
            "too-long",
        ),
        ("number", &format!("unit: {}", "a".repeat(21)), "too-long"),
        ("type", &format!("unit: {}", "a".repeat(21)), "too-long"),
        ("open", "baskets: [een]", "too-few"),
        ("open", "baskets: [a, b, c, d, e, f, g, h]", "too-many"),
        ("open", &format!("baskets: [a, {long}]"), "too-long"),
        ("spectrum", "floor: [raam]", "axis-labels"),
        ("spectrum", "floor: [a, b, c]", "axis-labels"),
        (
            "spectrum",
            "floor-places: 1\nfloor: [a, b]",
            "value-out-of-range",
        ),
        (
            "spectrum",
            "floor-places: 101\nfloor: [a, b]",
            "value-out-of-range",
        ),
        ("scale", "needed: 0\npreset: consent", "value-out-of-range"),
        ("scale", "needed: 7\npreset: consent", "value-out-of-range"),
        ("rank", "top: 0", "value-out-of-range"),
        ("rank", "top: 3", "value-out-of-range"),
        ("points", "total: 9", "value-out-of-range"),
        ("points", "total: 1001", "value-out-of-range"),
        ("points", "step: 0", "value-out-of-range"),
        ("points", "step: 101", "value-out-of-range"),
        ("grid", "quadrants: [a, b, c]", "quadrant-names"),
        ("grid", &format!("quadrants: [a, b, c, {long}]"), "too-long"),
    ] {
        let text = asked(kind, setting);
        let line = line_of(&text, setting);
        assert_eq!(errors(&text), [(line, code)], "{kind} {setting}");
    }
}

#[test]
fn keys_that_say_nothing_alone_or_go_together_with_nothing_are_errors() {
    for (kind, setting, code) in [
        ("scale", "needed: 3", "key-alone"),
        ("spectrum", "floor-places: 5", "key-alone"),
        ("rank", "items-top: 5", "key-alone"),
        ("choice", "items-top: 5", "key-alone"),
        ("scale", "from: 1\npreset: consent", "keys-exclude"),
        ("scale", "low: nooit\npreset: consent", "keys-exclude"),
        ("open", "promise: yes\nentries: 2", "keys-exclude"),
        ("choice", "guess: yes\npick: 2", "keys-exclude"),
        ("words", "by: group", "no-groups"),
        ("words", "split: groups", "no-groups"),
    ] {
        let text = asked(kind, setting);
        assert_eq!(
            errors(&text),
            [(line_of(&text, setting), code)],
            "{kind} {setting}"
        );
    }
    for (kind, list) in [
        ("choice", "- a\n- b"),
        ("number", "- 3"),
        ("type", ""),
        ("pin", "![a](/a.png)\n\n- a"),
    ] {
        for setting in ["score: 5", "speed: yes", "explain: daarom"] {
            let text = format!("ask: {kind}\n{setting}\n---\n# A\n\n{list}\n");
            assert_eq!(errors(&text), [(2, "no-right-answer")], "{kind} {setting}");
        }
    }
}

#[test]
fn what_names_an_earlier_question_names_one() {
    let earlier = "ask: open\nid: source\nbaskets: [a, b]\n---\n# Bron\n---\nask: choice\nid: pick\n---\n# Keus\n\n- a\n- b\n---\n# Tekst\n---\n";
    let at = earlier.lines().count() + 2;
    for (settings, code) in [
        ("ask: choice\nitems-from: source", None),
        ("ask: rank\nitems-from: source/baskets\nitems-top: 3", None),
        ("ask: points\nitems-from: source", None),
        ("ask: scale\nitems-from: source", None),
        ("ask: choice\nitems-from: pick", Some("items-from-no-texts")),
        (
            "ask: choice\nitems-from: pick/baskets",
            Some("items-from-no-texts"),
        ),
        (
            "ask: choice\nitems-from: tekst",
            Some("items-from-no-texts"),
        ),
        ("ask: rank\nitems-from: nergens", Some("reference-unknown")),
        (
            "ask: rank\nitems-from: laatste",
            Some("reference-not-earlier"),
        ),
        ("show: results\nquestion: source", None),
        ("show: results\nquestion: pick\nround: 2", None),
        (
            "show: results\nquestion: tekst",
            Some("reference-not-question"),
        ),
        (
            "show: results\nquestion: nergens",
            Some("reference-unknown"),
        ),
        (
            "show: results\nquestion: laatste",
            Some("reference-not-earlier"),
        ),
    ] {
        let text = format!("{earlier}{settings}\n---\n# Laatste\n");
        let expected: Vec<_> = code.into_iter().map(|code| (at, code)).collect();
        assert_eq!(errors(&text), expected, "{settings}");
        if code.is_none() {
            fine(&text);
            let warned = warnings(&text)
                .iter()
                .any(|(line, code)| (at - 1..=at).contains(line) && *code == "not-used-yet");
            // An earlier question is shown again; lists from one are kept only.
            assert_eq!(warned, !settings.starts_with("show"), "{settings}");
        }
    }
    let of_later = "ask: type\nid: a\n---\n# A\n\n- x\n---\nshow: results\nquestion: a\n---\n# B\n";
    let of_later = warnings(of_later);
    assert_eq!(
        of_later
            .iter()
            .filter(|(_, code)| *code == "not-played-yet")
            .count(),
        2
    );
    assert_eq!(
        errors("# A\n---\nshow: results\n---\n"),
        [(3, "key-missing")]
    );
    assert_eq!(
        errors(&format!(
            "{earlier}show: results\nquestion: source\nround: 0\n---\n"
        )),
        [(at + 1, "value-out-of-range")]
    );
    let listed = format!("{earlier}ask: rank\nitems-from: source\n---\n# Laatste\n\n- a\n- b\n");
    assert_eq!(errors(&listed), [(at, "list-and-items-from")]);
    let many = format!("{earlier}ask: rank\nitems-from: source\nitems-top: 13\n---\n# Laatste\n");
    assert_eq!(errors(&many), [(at + 1, "value-out-of-range")]);
}

#[test]
fn ids_with_a_meaning_of_their_own_are_no_slides() {
    for id in ["qa", "groups", "baskets", "last"] {
        assert_eq!(
            errors(&format!("id: {id}\n---\n# A")),
            [(1, "id-reserved")],
            "{id}"
        );
        let headed = fine(&format!("# {id}\n\n---\nask: open\n---\n\n# Wat?"));
        assert_eq!(headed.slides[0].id.as_str(), format!("{id}-2"));
        assert_eq!(
            fine(&format!("ask: open\n---\n# {id}")).slides[0]
                .id
                .as_str(),
            format!("{id}-2")
        );
        let stored = read_stored(&format!("ask: open\nid: {id}\n---\n# A")).unwrap();
        assert_eq!(stored.deck.slides[0].id.as_str(), id);
        assert!(
            stored
                .warnings
                .iter()
                .any(|warning| warning.code() == "id-reserved"),
            "{id}"
        );
    }
    assert_eq!(errors("ask: qa\n---\n# Vragen"), []);
}

#[test]
fn stored_decks_keep_the_first_five_reactions() {
    for (count, kept) in [(5, 5), (6, 5), (7, 5), (8, 5)] {
        let listed = format!(
            "reactions: [{}]",
            ["👏", "❤️", "🎉", "👍", "😀", "🤔", "😮", "🙏"][..count].join(", ")
        );
        for text in [
            format!("---\n{listed}\n---\n# A"),
            format!("ask: open\n{listed}\n---\n# A"),
        ] {
            let reading = read_stored(&text).unwrap();
            let slides = reading
                .deck
                .slides
                .iter()
                .filter_map(|slide| slide.reactions.clone());
            let all: Vec<_> = slides
                .chain([reading.deck.reactions.clone()])
                .flatten()
                .collect();
            assert_eq!((all.len(), all[0].as_str()), (kept, "👏"), "{text}");
            let warned = reading
                .warnings
                .iter()
                .any(|warning| warning.code() == "too-many");
            assert_eq!(warned, count > 5, "{text}");
            assert_eq!(read(&text).is_err(), count > 5, "{text}");
        }
    }
    assert!(
        read_stored(&format!(
            "---\nreactions: [{}]\n---\n# A",
            ["👏"; 9].join(", ")
        ))
        .is_err()
    );
}

#[test]
fn areas_are_parts_of_the_picture() {
    let pin =
        |mark: &str| format!("ask: pin\n---\n# Waar?\n\n![kaart](/kaart.png)\n\n- Noord {mark}\n");
    let area = |x, y, w, h| Some(Area { x, y, w, h });
    for (mark, expected, correct) in [
        ("{area 10,20 30,15}", area(10.0, 20.0, 30.0, 15.0), false),
        ("{area 0,0 100,100}", area(0.0, 0.0, 100.0, 100.0), false),
        (
            "{area 12.5,0.25 0.5,99.75}",
            area(12.5, 0.25, 0.5, 99.75),
            false,
        ),
        (
            "{area 10,20 30,15} {correct}",
            area(10.0, 20.0, 30.0, 15.0),
            true,
        ),
        ("{correct}", None, true),
        ("", None, false),
    ] {
        let deck = fine(&pin(mark));
        let shared::question::QuestionSpec::Pin(pin) = &deck.slides[0].question().unwrap().ask
        else {
            panic!("{mark}")
        };
        assert_eq!(
            (
                pin.items[0].area,
                pin.items[0].correct,
                pin.items[0].label.as_str()
            ),
            (expected, correct, "Noord")
        );
    }
    for mark in [
        "{area}",
        "{area 10,20}",
        "{area 10 20 30 15}",
        "{area 90,20 30,15}",
        "{area 10,20 0,15}",
        "{area -1,20 30,15}",
        "{area 10%,20% 30%,15%}",
        "{area 10,5 20,5,7}",
        "{area a,b c,d}",
    ] {
        assert_eq!(errors(&pin(mark)), [(7, "marker-area")], "{mark}");
    }
    assert_eq!(
        errors(&pin("{area 1,1 2,2} {area 1,1 2,2}")),
        [(7, "marker-twice")]
    );
    assert_eq!(
        errors(&question("choice", "", &["a {area 1,1 2,2}", "b"])),
        [(6, "unknown-marker")]
    );
}

#[test]
fn times_groups_and_networks_are_what_they_say() {
    let at = |time: &str| slide(&shown("id: a", &format!("at: {time}"))).at;
    for (written, kept) in [
        ("13.30", "13:30"),
        ("9:05", "09:05"),
        ("'00:00'", "00:00"),
        ("23.59", "23:59"),
    ] {
        assert_eq!(at(written).as_deref(), Some(kept), "{written}");
    }
    assert_eq!(deck(&front("groups: 8")).groups, Some(Groups::Count(8)));
    assert_eq!(
        deck(&front("groups: [Rood, Blauw]")).groups,
        Some(Groups::Named(vec!["Rood".into(), "Blauw".into()]))
    );
    let secret = deck("show: instructions\nwifi: {name: gast, password: geheim}\n---\n# A");
    let Part::Instructions { wifi: Some(wifi) } = &secret.slides[0].part else {
        panic!()
    };
    assert_eq!(
        (wifi.name.as_str(), wifi.password.as_deref()),
        ("gast", Some("geheim"))
    );
    assert!(
        !serde_json::to_string(&secret.without_secrets())
            .unwrap()
            .contains("geheim")
    );
}
