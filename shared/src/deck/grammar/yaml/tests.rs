//! What the settings' YAML comes to.

#![allow(clippy::unwrap_used)]

use super::*;

fn yaml(text: &str) -> (Option<Vec<YamlEntry>>, Vec<(usize, &'static str)>) {
    let mut problems = Vec::new();
    let entries = read(
        &SourcePiece {
            line: 10,
            text: text.into(),
        },
        &mut problems,
    );
    (
        entries,
        problems
            .iter()
            .map(|problem| (problem.line, problem.code()))
            .collect(),
    )
}

fn wrong(text: &str) -> Vec<(usize, &'static str)> {
    yaml(text).1
}

fn scalar(text: &str) -> YamlValue {
    YamlValue::Scalar(text.into())
}

#[test]
fn scalars_stay_as_they_are_written() {
    for (written, read) in [
        ("no", "no"),
        ("2026", "2026"),
        ("1.0", "1.0"),
        ("~", "~"),
        ("\"a: b\"", "a: b"),
        ("'it''s'", "it's"),
        ("13:30", "13:30"),
        ("a # comment", "a"),
        ("a#b", "a#b"),
        ("😀", "😀"),
    ] {
        let entries = yaml(&format!("key: {written}")).0.unwrap();
        assert_eq!(
            entries,
            [YamlEntry {
                key: "key".into(),
                line: 10,
                value: scalar(read)
            }],
            "{written}"
        );
    }
}

#[test]
fn keys_lists_and_maps_know_their_line() {
    let entries = yaml("a: x\nb:\n  - 1\n  - 2\nc: {d: e,\n  f: g}\nh: [i, j]\nk: |\n  l\n  m")
        .0
        .unwrap();
    let lines: Vec<_> = entries
        .iter()
        .map(|entry| (entry.key.as_str(), entry.line))
        .collect();
    assert_eq!(
        lines,
        [("a", 10), ("b", 11), ("c", 14), ("h", 16), ("k", 17)]
    );
    assert_eq!(
        entries[1].value,
        YamlValue::List(vec![scalar("1"), scalar("2")])
    );
    assert_eq!(
        entries[3].value,
        YamlValue::List(vec![scalar("i"), scalar("j")])
    );
    assert_eq!(entries[4].value, scalar("l\nm\n"));
    let YamlValue::Map(map) = &entries[2].value else {
        panic!("{:?}", entries[2].value)
    };
    assert_eq!((map[1].key.as_str(), map[1].line), ("f", 15));
}

#[test]
fn nothing_and_comments_are_no_keys() {
    for text in ["", "\n\n", "# comment"] {
        assert_eq!(yaml(text), (Some(vec![]), vec![]), "{text:?}");
    }
}

#[test]
fn a_key_that_stands_there_twice_is_an_error() {
    assert_eq!(wrong("a: 1\nb: 2\na: 3"), [(12, "key-twice")]);
    assert_eq!(wrong("a: {b: 1, b: 2}"), [(10, "key-twice")]);
}

#[test]
fn what_cannot_be_read_is_an_error_with_its_line() {
    let curled = "a: {b: c\nd: e\nf: g";
    for (text, line, trouble) in [
        // A colon in a text.
        ("a: b\nleft: my choice: this", 11, YamlError::Colon),
        ("a: b:", 10, YamlError::Colon),
        ("a: b\n  c: d", 11, YamlError::Colon),
        (
            "title: Koffie: zwart # of wit: nee\na: b",
            10,
            YamlError::Colon,
        ),
        ("a: 😀: b", 10, YamlError::Colon),
        ("a:\n  b: c: d", 11, YamlError::Colon),
        // Quotes.
        ("a: b\nc: \"open\nd: e", 11, YamlError::Quote),
        ("a: b\nc: 'open\nd: e", 11, YamlError::Quote),
        ("a: \"b\" c", 10, YamlError::Quote),
        ("a: 'it's'", 10, YamlError::Quote),
        ("a: \"open\nb: \"c\"", 10, YamlError::Quote),
        ("a: \"b \\q\"", 10, YamlError::Quote),
        ("a: [\"b]\nc: d", 10, YamlError::Quote),
        ("\"a: b\nc: d", 10, YamlError::Quote),
        // Brackets.
        ("a: [b, c", 10, YamlError::Bracket),
        ("a: {b: c", 10, YamlError::Bracket),
        (curled, 10, YamlError::Bracket),
        ("a: [b, c}", 10, YamlError::Bracket),
        ("a: [b] c", 10, YamlError::Bracket),
        ("a: [\"b\" \"c\"]", 10, YamlError::Bracket),
        ("a: b\nc: ]", 11, YamlError::Bracket),
        ("a: {b: c d: e}", 10, YamlError::Bracket),
        ("a: [b,\n  c\nd: e", 10, YamlError::Bracket),
        // Tabs.
        ("a:\n\tb: c", 11, YamlError::Tab),
        ("a:\n  b: c\n\td: e", 12, YamlError::Tab),
        // Marks.
        ("a: @b", 10, YamlError::Mark),
        ("a: `b`", 10, YamlError::Mark),
        ("a: %b", 10, YamlError::Mark),
        ("a: &b c", 10, YamlError::Mark),
        ("a: *b", 10, YamlError::Mark),
        ("a: !b c", 10, YamlError::Mark),
        ("a: !!binary c", 10, YamlError::Mark),
        ("a: b\nc: > d", 11, YamlError::Mark),
        ("a: b\nc: | d", 11, YamlError::Mark),
        ("a: [b, @c]", 10, YamlError::Mark),
        ("a:\n  b: *c", 11, YamlError::Mark),
        ("a: - b", 10, YamlError::Mark),
        // No setting, and no shape that could be one.
        ("a: b\njust words", 11, YamlError::Stray),
        ("a: b\njust words\nc: d", 11, YamlError::Stray),
        ("a:\n    b: c\n  d: e", 12, YamlError::Other),
        ("a: \"b\"\n  c: d", 11, YamlError::Other),
        // What stands before it and is fine is not blamed.
        (
            "a: \"b: c\"\nd: [e, \"f: g\"]\nh: 'it''s'\ni: j: k",
            13,
            YamlError::Colon,
        ),
        ("a: |\n  b: c: d\n  \"e\nf: @g", 13, YamlError::Mark),
        ("a: http://b\nc: 13:30\nd: \"e", 12, YamlError::Quote),
        (
            "a: {b: [c, {d: e}],\n  f: \"g\"} # h: i: j\nk: l: m",
            12,
            YamlError::Colon,
        ),
    ] {
        let mut problems = Vec::new();
        let entries = read(
            &SourcePiece {
                line: 10,
                text: text.into(),
            },
            &mut problems,
        );
        assert_eq!(entries, None, "{text:?}");
        assert_eq!(
            problems,
            [Problem::new(line, SettingsProblem::Unreadable(trouble))],
            "{text:?}"
        );
    }
}

#[test]
fn what_can_be_read_is_no_mistake() {
    for text in [
        "a: b\nc: d",
        "a: \"b: c\" # d: e: f",
        "\"a\": b",
        "a: [b, 'c', \"d\", {e: f, \"g\": [h]}]",
        "a: [\n  b,\n  c # d]\n]",
        "a: >-\n  b: c: d\n\n  \"e\nf: g",
        "a:\n- b\n- c: d\n  e: f",
        "a: b\n  goes on\nc: d",
        "a: \"b\n  goes \\\" on\"\nc: d",
        "a: http://b:80/c#d",
        "a: {}\nb: []\nc:",
        "a: 'it''s'\nb: c's",
    ] {
        assert!(yaml(text).0.is_some(), "{text:?} is YAML");
        let lines = text.lines().count();
        assert_eq!(
            mistake::find(text, lines - 1),
            (lines - 1, YamlError::Other),
            "{text:?}"
        );
    }
}

/// Looking for the mistake takes no longer than reading, and falls over nothing.
#[test]
fn a_mistake_is_looked_for_in_whatever_is_written() {
    for piece in [
        "[", "{a: ", "\"", "'", "\\", "- ", "a: ", "é", "\t", "]", ",", ":", "#", "|\n",
        "\u{2028}", "\u{0}",
    ] {
        for around in [("", ""), ("a: ", ""), ("a: [", "]"), ("a: \"", "\"")] {
            let text = format!("{}{}{}\n", around.0, piece.repeat(20_000), around.1);
            let (line, _) = mistake::find(&text, text.lines().count());
            assert!(line <= text.lines().count(), "{piece:?}");
        }
    }
}

#[test]
fn a_slides_text_among_its_settings_is_said_to_be_that() {
    for (text, line) in [
        ("ask: choice\n- a\n- b", 11),
        ("ask: choice\n# Wat?\n\n- a\n- b", 11),
        ("ask: choice\n* a", 11),
    ] {
        let mut problems = Vec::new();
        read(
            &SourcePiece {
                line: 10,
                text: text.into(),
            },
            &mut problems,
        );
        assert_eq!(
            problems,
            [Problem::new(
                line,
                SettingsProblem::Unreadable(YamlError::Content)
            )],
            "{text:?}"
        );
    }
    assert_eq!(wrong("stops:\n- a\n- b"), []);
}

#[test]
fn what_is_not_keys_is_an_error() {
    for text in [
        "just text",
        "- a\n- b",
        "[a]",
        "a: b\n---\nc: d",
        "? [a]\n: b",
        "{a: b}: c",
    ] {
        assert!(!wrong(text).is_empty(), "{text:?}");
    }
}

#[test]
fn aliases_never_multiply() {
    let bomb = "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]";
    assert_eq!(wrong(bomb), [(10, "settings-unreadable")]);
}

#[test]
fn deep_nesting_is_refused_at_once() {
    for open in ["[", "{a: ", "- ", "? "] {
        let text = format!("key: {}", open.repeat(20_000));
        assert_eq!(wrong(&text).len(), 1, "{open:?}");
        let text = format!("key:\n  {}", open.repeat(20_000));
        assert_eq!(wrong(&text).len(), 1, "{open:?}");
    }
    assert_eq!(
        wrong("key: [[[[[[[[[[x]]]]]]]]]]"),
        [(10, "settings-too-deep")]
    );
}
