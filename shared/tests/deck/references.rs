//! `compare` and `split` name an earlier question.

use shared::deck::problem::ReferenceProblem;

use crate::{deck, errors};

const SPECTRUM: &str = "ask: spectrum\nid: s\nleft: a\nright: b\n---\n# S\n---\n";
const CHOICE: &str = "ask: choice\nid: c\n---\n# C\n- a\n- b\n---\n";
const SCALE: &str = "ask: scale\nid: l\n---\n# L\n- a\n- b\n---\n";
const NUMBER: &str = "ask: number\nid: n\n---\n# N\n---\n";

/// Code of what is wrong with a last question that follows others.
fn last(earlier: &str, settings: &str, list: &str) -> Option<&'static str> {
    let found = errors(&format!("{earlier}{settings}\n---\n# Laatste\n{list}"));
    assert!(found.len() < 2, "{found:?}");
    found.first().map(|(_, code)| *code)
}

#[test]
fn compare_names_an_earlier_question_of_the_same_shape() {
    for (earlier, settings, list, expected) in [
        (
            SPECTRUM,
            "ask: spectrum\nleft: x\nright: y\nstops: [z]\ncompare: s",
            "",
            None,
        ),
        (CHOICE, "ask: choice\ncompare: c", "- x\n- y", None),
        (
            CHOICE,
            "ask: choice\ncompare: c",
            "- x\n- y\n- z",
            Some("compare-other-shape"),
        ),
        (SCALE, "ask: scale\ncompare: l", "- x\n- y", None),
        (
            SCALE,
            "ask: scale\ncompare: l",
            "- x\n",
            Some("compare-other-shape"),
        ),
        (
            SCALE,
            "ask: scale\nto: 7\ncompare: l",
            "- x\n- y",
            Some("compare-other-shape"),
        ),
        (NUMBER, "ask: number\nfrom: 3\ncompare: n", "", None),
        (
            NUMBER,
            "ask: scale\ncompare: n",
            "",
            Some("compare-other-kind"),
        ),
        (
            SPECTRUM,
            "ask: choice\ncompare: s",
            "- x\n- y",
            Some("compare-other-kind"),
        ),
        (
            "# Tekst\n---\n",
            "ask: number\ncompare: tekst",
            "",
            Some("compare-other-kind"),
        ),
    ] {
        assert_eq!(last(earlier, settings, list), expected, "{settings}");
    }
}

#[test]
fn split_names_an_earlier_choice_question() {
    assert_eq!(last(CHOICE, "ask: words\nsplit: c", ""), None);
    assert_eq!(
        last(SPECTRUM, "ask: words\nsplit: s", ""),
        Some("split-not-choice")
    );
    assert_eq!(
        last("# Tekst\n---\n", "ask: words\nsplit: tekst", ""),
        Some("split-not-choice")
    );
}

#[test]
fn what_is_named_exists_and_comes_earlier() {
    assert_eq!(
        last(CHOICE, "ask: words\nsplit: d", ""),
        Some("reference-unknown")
    );
    assert_eq!(
        last("", "ask: words\nid: self\nsplit: self", ""),
        Some("reference-not-earlier")
    );
    let later = format!(
        "ask: words\nsplit: c\n---\n# W\n---\n{}",
        CHOICE.trim_end_matches("---\n")
    );
    assert_eq!(errors(&later), [(2, "reference-not-earlier")]);
}

#[test]
fn an_id_made_from_a_prompt_can_be_named() {
    let text = "ask: choice\n---\n# Wat is je functie?\n- a\n- b\n---\nask: open\nsplit: wat-is-je-functie\n---\n# B";
    assert_eq!(
        deck(text).slides[1].question().unwrap().split,
        Some("wat-is-je-functie".into())
    );
}

#[test]
fn an_id_that_looks_like_it_is_offered() {
    let text = format!(
        "{SPECTRUM}ask: choice\nid: job-title\n---\n# C\n- a\n- b\n---\nask: words\nsplit: jbo-title\n---\n# W"
    );
    let problems = shared::deck::grammar::read(&text).unwrap_err();
    let (id, near) = ("jbo-title".to_owned(), Some("job-title".to_owned()));
    assert_eq!(
        problems[0].wrong,
        ReferenceProblem::Unknown {
            key: "split",
            id,
            near
        }
        .into()
    );
}

#[test]
fn what_could_not_be_read_is_not_blamed_on_who_names_it() {
    let text = "ask: spectrm\nid: s\n---\n# S\n---\nask: spectrum\nleft: a\nright: b\ncompare: s\n---\n# L";
    assert_eq!(errors(text), [(1, "value-unknown")]);
}
