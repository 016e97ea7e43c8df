//! What is kept but may not do what was hoped is said as a warning, never as an error.

use crate::{KINDS, smallest, warnings};

#[test]
fn kinds_that_this_version_cannot_play_are_warned_of() {
    for kind in KINDS {
        let played = [
            "choice", "words", "open", "scale", "spectrum", "number", "form", "qa",
        ]
        .contains(&kind);
        let expected: &[_] = if played { &[] } else { &["not-played-yet"] };
        let found: Vec<_> = warnings(&smallest(kind))
            .into_iter()
            .map(|(_, code)| code)
            .collect();
        assert_eq!(found, expected, "{kind}");
    }
    assert_eq!(
        warnings("# A\n---\nshow: leaderboard\n---\n"),
        [(3, "not-played-yet")]
    );
    assert_eq!(
        warnings("show: instructions\n---\n# A\n---\nshow: break\n---\n"),
        []
    );
}

#[test]
fn settings_that_this_version_does_nothing_with_are_warned_of() {
    for (setting, warned) in [
        ("qa: moderated", false),
        ("qa: open", false),
        ("qa: off", false),
        ("pace: own", false),
        ("theme: nacht", true),
        ("pace: room", false),
        ("reactions: [👏]", false),
        ("reactions: []", false),
    ] {
        let expected: &[_] = if warned { &[(2, "not-used-yet")] } else { &[] };
        assert_eq!(
            warnings(&format!("---\n{setting}\n---\n# A")),
            expected,
            "{setting}"
        );
    }
    assert_eq!(warnings("# A\n---\nid: b\nreactions: [👏]\n---\n# B"), []);
    let asked = |kind: &str, setting: &str| {
        format!("---\ngroups: 8\n---\nask: {kind}\n{setting}\n---\n# A\n\n- Naam {{text}}")
    };
    assert_eq!(warnings(&asked("form", "pace: after")), []);
    assert_eq!(warnings(&asked("form", "pace: room")), []);
    // A form is one person's.
    let later = (5, "not-used-yet");
    assert_eq!(warnings(&asked("form", "by: group")), [later]);
    for setting in ["split: groups", "by: group"] {
        let text = asked("open", setting).replace("- Naam {text}", "");
        assert_eq!(warnings(&text), [], "{setting}");
    }
}

#[test]
fn what_does_nothing_in_own_pace_or_only_there_is_warned_of() {
    let of = |front: &str, slide: &str| {
        let text = format!("---\n{front}\n---\n{slide}");
        let found: Vec<_> = warnings(&text).into_iter().collect();
        found
    };
    let (open, list) = ("ask: open\nvotes: 2\n---\n# A", "\n\n- a\n- b");
    let counted = format!("ask: choice\ncountdown: 30\n---\n# A{list}");
    let required = format!("ask: choice\nrequired: yes\n---\n# A{list}");
    let form = |fields: &str| format!("ask: form\nrequired: yes\n---\n# A\n\n{fields}");
    let alone = Some((5, "own-pace-alone"));
    let (empty, filled) = (
        form("- a {text optional}\n- b {consent}"),
        form("- a {text}"),
    );
    for (slide, own, room) in [
        (&*empty, Some((5, "required-may-stay-empty")), alone),
        (&filled, None, alone),
        (open, Some((5, "not-used-in-own-pace")), None),
        (&counted, Some((5, "not-used-in-own-pace")), None),
        (&required, None, Some((5, "own-pace-alone"))),
        ("show: break\n---\n# A", Some((6, "not-in-own-pace")), None),
        (
            "show: instructions\n---\n# A",
            Some((6, "not-in-own-pace")),
            None,
        ),
        (
            "id: a\nreactions: [👏]\n---\n# A",
            Some((5, "not-used-in-own-pace")),
            None,
        ),
        ("ask: qa\n---\n# A", None, None),
        ("# A\n\ntekst", None, None),
    ] {
        assert_eq!(of("pace: own", slide), Vec::from_iter(own), "{slide}");
        assert_eq!(of("pace: room", slide), Vec::from_iter(room), "{slide}");
    }
    let reacts = of("pace: own\nreactions: [👏]", "# A");
    assert_eq!(reacts, [(3, "not-used-in-own-pace")]);
}

#[test]
fn pictures_that_pages_will_not_load_are_warned_of() {
    for (source, shown) in [
        ("/kat.png", true),
        ("data:image/png;base64,iVBORw0KGgo=", true),
        ("https://elders.example/kat.png", false),
        ("//elders.example/kat.png", false),
        ("kat.png", false),
        ("data:image/svg+xml;base64,PHN2Zz4=", false),
    ] {
        let count = usize::from(!shown);
        let body = format!("# A\n\nTekst ![kat]({source})");
        assert_eq!(
            warnings(&body),
            vec![(1, "picture-not-shown"); count],
            "{source}"
        );
        let option = format!("ask: choice\n---\n# A\n\n- a\n- b ![kat]({source})");
        assert_eq!(
            warnings(&option),
            vec![(6, "picture-not-shown"); count],
            "{source}"
        );
    }
}

#[test]
fn a_heading_among_the_settings_is_a_comment_and_warned_of() {
    assert_eq!(
        warnings("ask: open\n# Wat?\n---\n\n# Volgende"),
        [(2, "comment-like-heading")]
    );
    assert_eq!(warnings("ask: open # hier\n---\n\n# Wat?"), []);
}

#[test]
fn lines_of_dashes_that_begin_no_slide_are_warned_of() {
    for dashes in [
        "----",
        "--",
        "- - -",
        " ---",
        "—",
        "———",
        "–",
        "–––",
        "−−−",
        "― ―",
        "──────",
        "-----------------",
    ] {
        assert_eq!(
            warnings(&format!("# A\n\n{dashes}\n\n# B")),
            [(3, "line-of-dashes")],
            "{dashes:?}"
        );
        let asked = format!("ask: words\n---\n# A\n\n{dashes}\n\ntekst");
        assert_eq!(warnings(&asked), [(5, "line-of-dashes")], "{dashes:?}");
    }
    for fine in [
        "***",
        "___",
        "-",
        "- a",
        "-> b",
        "| - | - |",
        "--- x",
        "```\n----\n```",
        "    ----",
        "— zei zij",
        "===",
    ] {
        assert_eq!(warnings(&format!("# A\n\n{fine}\n\ntekst")), [], "{fine:?}");
    }
}

#[test]
fn two_lists_on_one_question_are_warned_of() {
    for (list, line) in [
        ("- a\n- b\n\ntekst\n\n- c", 9),
        ("- a\n- b\n* c", 6),
        ("- a\n- b\n\n1. c", 7),
        ("1. a\n2. b\n\n- c", 7),
        ("- a\n- b\n\n## c\n\n- d", 9),
        ("- a\n+ b", 5),
    ] {
        for kind in ["choice", "scale", "rank", "form", "points"] {
            let found = warnings(&format!("ask: {kind}\n---\n# A\n{list}\n"));
            assert!(
                found.contains(&(line, "two-lists")),
                "{kind} {list:?}: {found:?}"
            );
        }
        assert_eq!(
            warnings(&format!("ask: words\n---\n# A\n{list}\n")),
            [],
            "its lists are text"
        );
    }
    assert_eq!(warnings("ask: choice\n---\n# A\n- a\n\n- b\n"), []);
}

#[test]
fn a_text_that_a_comment_cuts_off_is_warned_of() {
    for setting in [
        "left: team #1",
        "left: team #1 en #2",
        "left: team # een",
        "left:  team #1",
    ] {
        let text = format!("ask: spectrum\nright: b\n{setting}\n---\n# A");
        assert_eq!(warnings(&text), [(3, "comment-in-text")], "{setting}");
    }
    for (front, warned) in [
        ("title: Dag #3", true),
        ("title: Dag # drie", true),
        ("grace: 3 #4", true),
        ("grace: 3 # kort", false),
        ("title: \"Dag #3\"", false),
        ("title: Dag#3", false),
        ("# title: X", false),
    ] {
        let expected: &[_] = if warned {
            &[(2, "comment-in-text")]
        } else {
            &[]
        };
        assert_eq!(
            warnings(&format!("---\n{front}\nlanguage: nl\n---\n# A")),
            expected,
            "{front}"
        );
    }
}

#[test]
fn curly_quotes_that_would_be_shown_are_warned_of() {
    for value in ["“poes”", "„poes”", "”poes”", "“poes en hond”"] {
        let text = format!("ask: spectrum\nleft: {value}\nright: b\n---\n# A");
        assert_eq!(warnings(&text), [(2, "curly-quotes")], "{value}");
    }
    assert_eq!(
        warnings("---\ntitle: “Dag”\n---\n# A"),
        [(2, "curly-quotes")]
    );
    for value in ["de “poes”", "“a” en “b”", "poes’"] {
        assert_eq!(
            warnings(&format!("ask: spectrum\nleft: {value}\nright: b\n---\n# A")),
            [],
            "{value}"
        );
    }
}

#[test]
fn what_people_could_not_tell_apart_is_warned_of() {
    for labels in [
        ["ja", "ja"],
        ["Ja", "ja"],
        ["ja", "ja!"],
        ["j\u{200b}a", "ja"],
        ["**ja**", "ja"],
        ["één", "e\u{301}e\u{301}n"],
    ] {
        let list = ["iets", labels[0], labels[1]];
        for kind in ["choice", "scale"] {
            assert_eq!(
                warnings(&crate::question(kind, "", &list)),
                [(8, "same-label")],
                "{kind} {labels:?}"
            );
        }
        for kind in ["rank", "points", "type", "form"] {
            let found = warnings(&crate::question(kind, "", &list));
            assert!(
                found.contains(&(8, "same-label")),
                "{kind} {labels:?}: {found:?}"
            );
        }
        let columns = crate::question("open", "layout: columns", &list);
        assert_eq!(warnings(&columns), [(9, "same-label")], "{labels:?}");
    }
    assert_eq!(
        warnings("ask: spectrum\nleft: poes\nright: Poes\n---\n# A"),
        [(3, "same-label")]
    );
    assert_eq!(
        warnings("ask: spectrum\nleft: poes 🐱\nright: poes 🐶\n---\n# A"),
        []
    );
    assert_eq!(
        warnings(&crate::question(
            "choice",
            "",
            &["ja ![a](/a.png)", "ja ![b](/b.png)"]
        )),
        []
    );
    let field = crate::question("form", "", &["dag {choice ma|di|ma}"]);
    assert!(warnings(&field).contains(&(6, "same-label")));
}

#[test]
fn a_question_that_nobody_can_answer_is_warned_of() {
    for (heading, list) in [
        ("Wat wil je?", "- a\n- b"),
        ("Wat wil je ?", "1. a\n2. b"),
        ("*Wat wil je?*", "* a\n* b"),
        ("Wat wil je？", "- a\n- b\n- c"),
        ("Wat?", "Kies:\n\n- a\n- b"),
        ("ماذا تريد؟", "- a\n- b"),
    ] {
        assert_eq!(
            warnings(&format!("# A\n\n---\n\n# {heading}\n\n{list}")),
            [(5, "question-without-ask")],
            "{heading}"
        );
    }
    for text in [
        "# Wat?\n\ntekst",
        "# Wat\n\n- a\n- b",
        "# Wat?\n\n- a",
        "# Wat? Dit!\n\n- a\n- b",
        "# Wat?\n\n> - a\n> - b",
    ] {
        assert_eq!(warnings(text), [], "{text:?}");
    }
    assert_eq!(warnings(&crate::question("choice", "", &["a", "b"])), []);
}

#[test]
fn a_right_answer_does_nothing_yet_and_is_warned_of() {
    assert_eq!(
        warnings(&crate::question(
            "choice",
            "",
            &["a", "b {correct}", "c {correct}"]
        )),
        [(7, "not-used-yet")]
    );
    assert_eq!(
        warnings(&crate::question("type", "", &["a {correct}"])),
        [(1, "not-played-yet")].map(|(_, code)| (4, code))
    );
}

#[test]
fn a_deck_in_a_code_fence_is_warned_of() {
    let deck = "---\ntitle: X\n---\n\n# A\n\n---\nask: words\n---\n\n# B\n";
    for (text, line) in [
        (format!("```\n{deck}```"), 1),
        (format!("```markdown\n{deck}```\n"), 1),
        (format!("~~~ md\n{deck}~~~\n\n"), 1),
        (format!("\n\n```yaml\n{deck}```"), 3),
        ("```\nask: words\n---\n# B\n```".to_owned(), 1),
        (format!("\u{feff}```\n{deck}```"), 1),
    ] {
        assert_eq!(warnings(&text), [(line, "deck-in-code")], "{text:?}");
    }
    for text in [
        "```\nfn main() {}\n```".to_owned(),
        format!("# A\n\n```\n{deck}```"),
        format!("```\n{deck}```\n\n# B"),
    ] {
        assert_eq!(warnings(&text), [], "{text:?}");
    }
}
