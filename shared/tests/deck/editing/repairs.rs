//! One press mends what has one way out.

use proptest::prelude::*;
use shared::deck::edit::DeckText;

use super::texts::messy;

/// The text after the repair of its first problem of that code.
fn mended(text: &str, code: &str) -> Option<String> {
    let deck = DeckText::read(text);
    let problem = deck
        .problems()
        .iter()
        .find(|problem| problem.code() == code);
    let found = problem.unwrap_or_else(|| panic!("{code}: {text:?}: {:?}", deck.problems()));
    let change = deck.repair(found)?;
    Some(change.applied_to(text).unwrap())
}

#[test]
fn each_problem_with_one_way_out_is_mended() {
    let mut wrong = Vec::new();
    for (code, text, expected) in [
        (
            "block-not-closed",
            "# A\n\n---\nask: qa\nid: b\n\n# B\n",
            "# A\n\n---\nask: qa\nid: b\n---\n\n# B\n",
        ),
        (
            "front-matter-not-closed",
            "---\ntitle: T\n\n# B\n",
            "---\ntitle: T\n---\n\n# B\n",
        ),
        (
            "fence-not-closed",
            "# A\n\n```\nx\n\n---\n# B",
            "# A\n\n```\nx\n```\n\n---\n# B",
        ),
        (
            "comment-not-closed",
            "# A\n\n<!-- x\n\n# B",
            "# A\n\n<!-- x -->\n\n# B",
        ),
        (
            "key-outside-block",
            "# A\n\nask: open\n",
            "ask: open\n---\n\n# A\n",
        ),
        (
            "key-misspelt",
            "# A\n\n---\nAsk: choice\nid: b\n---\n# B\n- a\n- b",
            "# A\n\n---\nask: choice\nid: b\n---\n# B\n- a\n- b",
        ),
        (
            "key-misspelt",
            "# A\n\n---\n\n**ask:** open\n\n# B",
            "# A\n\n---\nask: open\n---\n\n\n# B",
        ),
        (
            "settings-unreadable",
            "ask: spectrum\nleft: a: b\nright: c\n---\n# A",
            "ask: spectrum\nleft: \"a: b\"\nright: c\n---\n# A",
        ),
        (
            "settings-unreadable",
            "ask: spectrum\nleft: @a\nright: c\n---\n# A",
            "ask: spectrum\nleft: \"@a\"\nright: c\n---\n# A",
        ),
        (
            "settings-unreadable",
            "ask: spectrum\nleft: “a: b”\nright: c\n---\n# A",
            "ask: spectrum\nleft: \"a: b\"\nright: c\n---\n# A",
        ),
        (
            "settings-unreadable",
            "ask: open\n# A\n- b\n\n---\n# B",
            "ask: open\n---\n# A\n- b\n\n---\n# B",
        ),
        (
            "key-twice",
            "ask: open\nid: a\nid: a\n---\n# A",
            "ask: open\nid: a\n---\n# A",
        ),
        (
            "unknown-key",
            "ask: open\nlenght: 20\n---\n# A",
            "ask: open\nlength: 20\n---\n# A",
        ),
        (
            "key-elsewhere",
            "ask: open\npick: 2 # x\n---\n# A",
            "ask: open\n---\n# A",
        ),
        (
            "key-alone",
            "ask: choice\nitems-top: 3\n---\n# A\n- a\n- b",
            "ask: choice\n---\n# A\n- a\n- b",
        ),
        (
            "keys-exclude",
            "ask: scale\npreset: consent\nlow: a\n---\n# A",
            "ask: scale\npreset: consent\n---\n# A",
        ),
        (
            "no-right-answer",
            "ask: choice\nscore: 3\n---\n# A\n- a\n- b",
            "ask: choice\n---\n# A\n- a\n- b",
        ),
        (
            "language-not-first",
            "---\nlanguage: en\nlanguages: [nl, en]\n---\n# A",
            "---\nlanguages: [nl, en]\n---\n# A",
        ),
        (
            "value-missing",
            "ask: open\nnotes:\n---\n# A",
            "ask: open\n---\n# A",
        ),
        (
            "not-a-whole-number",
            "ask: open\ncountdown: 60s\n---\n# A",
            "ask: open\ncountdown: 60\n---\n# A",
        ),
        (
            "not-yes-or-no",
            "ask: open\nskip: ja # x\n---\n# A",
            "ask: open\nskip: yes # x\n---\n# A",
        ),
        (
            "not-a-list",
            "reactions: a, b\nask: open\n---\n# A",
            "reactions: [a, b]\nask: open\n---\n# A",
        ),
        (
            "not-a-time",
            "show: break\nat: 15u30\n---\n# A",
            "show: break\nat: 15:30\n---\n# A",
        ),
        (
            "value-unknown",
            "ask: chioce\n---\n# A\n- a\n- b",
            "ask: choice\n---\n# A\n- a\n- b",
        ),
        (
            "value-out-of-range",
            "ask: open\nlength: 9999\n---\n# A",
            "ask: open\nlength: 1000\n---\n# A",
        ),
        (
            "pick-more-than-options",
            "ask: choice\npick: 1-5\n---\n# A\n- a\n- b",
            "ask: choice\npick: 1-2\n---\n# A\n- a\n- b",
        ),
        (
            "pick-more-than-options",
            "ask: choice\npick: 5\n---\n# A\n- a\n- b",
            "ask: choice\npick: 2\n---\n# A\n- a\n- b",
        ),
        (
            "from-not-below-to",
            "ask: scale\nfrom: 5\nto: 1\n---\n# A",
            "ask: scale\nfrom: 1\nto: 5\n---\n# A",
        ),
        (
            "scale-steps",
            "ask: scale\nto: 100\n---\n# A",
            "ask: scale\nto: 11\n---\n# A",
        ),
        (
            "item-empty",
            "ask: choice\n---\n# A\n- a\n-\n- b",
            "ask: choice\n---\n# A\n- a\n- b",
        ),
        (
            "item-not-plain",
            "ask: choice\n---\n# A\n- a\n- > 5",
            "ask: choice\n---\n# A\n- a\n- \\> 5",
        ),
        (
            "unknown-marker",
            "ask: choice\n---\n# A\n- a {corect}\n- b",
            "ask: choice\n---\n# A\n- a {correct}\n- b",
        ),
        (
            "unknown-marker",
            "ask: scale\n---\n# A\n- a {correct}\n- b",
            "ask: scale\n---\n# A\n- a\n- b",
        ),
        (
            "unknown-marker",
            "ask: scale\n---\n# A\n- a {of zo}\n- b",
            "ask: scale\n---\n# A\n- a \\{of zo}\n- b",
        ),
        (
            "marker-twice",
            "ask: choice\n---\n# A\n- a {other}\n- b {other}",
            "ask: choice\n---\n# A\n- a {other}\n- b",
        ),
        (
            "item-picture",
            "ask: scale\n---\n# A\n- a ![x](/x.png)\n- b",
            "ask: scale\n---\n# A\n- a\n- b",
        ),
        (
            "translation-mark",
            "---\nlanguages: [nl, en]\n---\nask: choice\n---\n# A\n- a\n- b\n\n=== en\n\n# B\n- c {other}\n- d",
            "---\nlanguages: [nl, en]\n---\nask: choice\n---\n# A\n- a\n- b\n\n=== en\n\n# B\n- c\n- d",
        ),
        (
            "same-id",
            "ask: qa\n---\n# A\n\n---\nask: open\n---\n# A",
            "ask: qa\n---\n# A\n\n---\nask: open\nid: a-2\n---\n# A",
        ),
        ("id-reserved", "id: last\n---\n# A", "id: last-2\n---\n# A"),
        (
            "reference-unknown",
            "ask: choice\nid: dier\n---\n# A\n- a\n- b\n\n---\nask: open\nsplit: deir\n---\n# B",
            "ask: choice\nid: dier\n---\n# A\n- a\n- b\n\n---\nask: open\nsplit: dier\n---\n# B",
        ),
        (
            "question-without-ask",
            "# A?\n\n- a\n- b",
            "ask: choice\n---\n\n# A?\n\n- a\n- b",
        ),
        ("line-of-dashes", "# A\n\n----\n\n# B", "# A\n\n---\n\n# B"),
    ] {
        let mended = mended(text, code);
        if mended.as_deref() != Some(expected) {
            wrong.push((code, mended));
        }
    }
    assert_eq!(wrong, []);
}

#[test]
fn what_is_meant_by_quotes_and_comments_is_written_as_that() {
    for (code, text, expected) in [
        (
            "curly-quotes",
            "---\ntitle: “T”\n---\n# A",
            "---\ntitle: T\n---\n# A",
        ),
        (
            "comment-in-text",
            "---\ntitle: T #1\n---\n# A",
            "---\ntitle: \"T #1\"\n---\n# A",
        ),
        (
            "deck-in-code",
            "```\nask: open\n---\n# A\n```\n",
            "ask: open\n---\n# A\n",
        ),
        (
            "not-a-separator",
            "---\ntitle: T\n-----\n\n# A\n",
            "---\ntitle: T\n---\n\n# A\n",
        ),
    ] {
        assert_eq!(mended(text, code).as_deref(), Some(expected), "{code}");
    }
}

#[test]
fn what_has_several_ways_out_has_no_repair() {
    for (code, text) in [
        ("unknown-key", "ask: open\nkleur: rood\n---\n# A"),
        ("key-twice", "ask: open\nid: a\nid: b\n---\n# A"),
        ("ask-and-show", "ask: open\nshow: break\n---\n# A"),
        ("key-missing", "ask: spectrum\nleft: a\n---\n# A"),
        ("no-heading", "ask: open\n---\nx"),
        ("too-few", "ask: choice\n---\n# A\n- a"),
        (
            "reference-not-earlier",
            "ask: open\nsplit: b\n---\n# A\n\n---\nask: choice\nid: b\n---\n# B\n- a\n- b",
        ),
        ("value-missing", "ask: spectrum\nleft: a\nright:\n---\n# A"),
        ("no-groups", "ask: open\nby: group\n---\n# A"),
    ] {
        assert_eq!(mended(text, code), None, "{code}");
    }
}

proptest! {
    /// A repair is no other slide's loss, and a press on it is never in vain.
    #[test]
    fn a_repair_mends_its_problem_and_takes_nothing_else_away(text in messy()) {
        let before = DeckText::read(text.as_str());
        for problem in before.problems() {
            let Some(change) = before.repair(problem) else { continue };
            let mended = change.applied_to(&text).unwrap();
            prop_assert_eq!(change.inverse().applied_to(&mended).unwrap(), text.as_str());
            let after = DeckText::read(mended);
            let count = |deck: &DeckText| {
                deck.problems().iter().filter(|other| other.wrong == problem.wrong).count()
            };
            prop_assert!(count(&after) < count(&before) || after.problems() != before.problems(), "{}", problem);
        }
    }
}
