//! What the settings' YAML comes to.

#![allow(clippy::unwrap_used)]

use super::*;

fn yaml(text: &str) -> (Option<Vec<Entry>>, Vec<(usize, &'static str)>) {
    let mut problems = Vec::new();
    let entries = read(&Piece { line: 10, text: text.into() }, &mut problems);
    (entries, problems.iter().map(|problem| (problem.line, problem.code())).collect())
}

fn wrong(text: &str) -> Vec<(usize, &'static str)> {
    yaml(text).1
}

fn scalar(text: &str) -> Value {
    Value::Scalar(text.into())
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
        assert_eq!(entries, [Entry { key: "key".into(), line: 10, value: scalar(read) }], "{written}");
    }
}

#[test]
fn keys_lists_and_maps_know_their_line() {
    let entries = yaml("a: x\nb:\n  - 1\n  - 2\nc: {d: e,\n  f: g}\nh: [i, j]\nk: |\n  l\n  m").0.unwrap();
    let lines: Vec<_> = entries.iter().map(|entry| (entry.key.as_str(), entry.line)).collect();
    assert_eq!(lines, [("a", 10), ("b", 11), ("c", 14), ("h", 16), ("k", 17)]);
    assert_eq!(entries[1].value, Value::List(vec![scalar("1"), scalar("2")]));
    assert_eq!(entries[3].value, Value::List(vec![scalar("i"), scalar("j")]));
    assert_eq!(entries[4].value, scalar("l\nm\n"));
    let Value::Map(map) = &entries[2].value else { panic!("{:?}", entries[2].value) };
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
fn what_cannot_be_read_is_an_error_with_a_line() {
    for (text, line, trouble) in [
        ("a: b\nleft: my choice: this", 11, Trouble::Colon),
        ("a: b\nc: \"open\nd: e", 11, Trouble::Quote),
        ("a: \"b\" c", 10, Trouble::Quote),
        ("a: [b, c", 10, Trouble::Bracket),
        ("a: {b: c", 10, Trouble::Bracket),
        ("a: @b", 10, Trouble::Mark),
        ("a: `b`", 10, Trouble::Mark),
        ("a: %b", 10, Trouble::Mark),
        ("a: &b c", 10, Trouble::Mark),
        ("a: *b", 10, Trouble::Mark),
        ("a: !b c", 10, Trouble::Mark),
        ("a: !!binary c", 10, Trouble::Mark),
    ] {
        let mut problems = Vec::new();
        let entries = read(&Piece { line: 10, text: text.into() }, &mut problems);
        assert_eq!(entries, None, "{text:?}");
        let [problem] = &problems[..] else { panic!("{text:?} {problems:?}") };
        assert_eq!(problem.wrong, Settings::Unreadable(trouble).into(), "{text:?}");
        assert!((line..=line + 2).contains(&problem.line), "{text:?} in line {}", problem.line);
    }
}

#[test]
fn a_slides_text_among_its_settings_is_said_to_be_that() {
    for (text, line) in
        [("ask: choice\n- a\n- b", 11), ("ask: choice\n# Wat?\n\n- a\n- b", 11), ("ask: choice\n* a", 11)]
    {
        let mut problems = Vec::new();
        read(&Piece { line: 10, text: text.into() }, &mut problems);
        assert_eq!(problems, [Problem::new(line, Settings::Unreadable(Trouble::Content))], "{text:?}");
    }
    assert_eq!(wrong("stops:\n- a\n- b"), []);
}

#[test]
fn what_is_not_keys_is_an_error() {
    for text in ["just text", "- a\n- b", "[a]", "a: b\n---\nc: d", "? [a]\n: b", "{a: b}: c"] {
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
    assert_eq!(wrong("key: [[[[[[[[[[x]]]]]]]]]]"), [(10, "settings-too-deep")]);
}
