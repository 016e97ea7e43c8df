//! How a file becomes slides: a case per sentence of the format. Fences, separators and blanks are
//! in the tests beside the code that cuts.

use shared::deck::Part;
use shared::deck::problem::ReferenceProblem;

use crate::{deck, errors, question, slide};

#[test]
fn neither_ask_nor_show_makes_content() {
    let slide = slide("# Welkom\n\nHallo *daar*.\n\n- een\n- twee\n");
    assert_eq!(
        (slide.kind(), slide.prompt.as_deref(), slide.id.as_str()),
        ("content", Some("Welkom"), "welkom")
    );
    assert_eq!(slide.body, "Hallo *daar*.\n\n- een\n- twee");
}

#[test]
fn show_makes_a_special_slide() {
    for (text, part) in [
        (
            "show: instructions\n---\n",
            Part::Instructions { wifi: None },
        ),
        ("show: leaderboard\n---\n", Part::Leaderboard),
        (
            "show: break\n---\n",
            Part::Break {
                minutes: None,
                until: None,
            },
        ),
        (
            "show: break\nminutes: 15\n---\n# Pauze",
            Part::Break {
                minutes: Some(15),
                until: None,
            },
        ),
        (
            "show: break\nuntil: 9.30\n---\n",
            Part::Break {
                minutes: None,
                until: Some("09:30".into()),
            },
        ),
    ] {
        assert_eq!(slide(text).part, part, "{text:?}");
    }
}

#[test]
fn the_prompt_the_list_and_other_text_each_have_their_place() {
    let slide = slide("ask: choice\n---\n\n# Wat?\n\nKies *één*.\n\n- a\n- b\n\nDank!\n");
    let question = slide.question().unwrap();
    assert_eq!(
        (slide.heading(), slide.body.as_str()),
        ("Wat?", "Kies *één*.\n\nDank!")
    );
    assert_eq!(question.ask.kind(), "choice");
    assert!(question.change);
}

#[test]
fn a_question_without_a_heading_is_an_error() {
    assert_eq!(
        errors("# A\n---\nask: open\n---\n\nWat denk je?"),
        [(3, "no-heading")]
    );
    assert_eq!(errors("ask: open\n---\n\n#\n"), [(1, "no-heading")]);
}

#[test]
fn a_deck_without_slides_is_an_error() {
    for text in ["", "\n\n", "---\ntitle: X\n---\n", "---\n---\n\n---\n"] {
        assert_eq!(errors(text), [(1, "no-slides")], "{text:?}");
    }
}

#[test]
fn the_title_is_the_front_matters_or_the_first_heading() {
    assert_eq!(deck("---\ntitle: 2026\n---\n# A").title, "2026");
    assert_eq!(deck("tekst\n---\n\n# A *b*").title, "A b");
    assert_eq!(deck("tekst").title, "");
    assert_eq!(
        deck(&format!("# {}", "a".repeat(200))).title,
        format!("{}…", "a".repeat(149))
    );
}

#[test]
fn ids_are_named_or_made_from_the_prompt() {
    for (text, id) in [
        ("id: Mijn-Id-2\n---\n# A", "Mijn-Id-2"),
        ("id: 7\n---\n# A", "7"),
        ("# Eén & twee!", "een-twee"),
        ("geen kop", "slide-1"),
        ("# 🎉", "slide-1"),
    ] {
        assert_eq!(slide(text).id.as_str(), id, "{text:?}");
    }
}

#[test]
fn a_slide_without_a_heading_is_called_after_its_place_among_those_kept() {
    let deck = deck("# A\n\n---\n\n---\n\ntekst\n\n---\n\ntekst");
    let ids: Vec<_> = deck.slides.iter().map(|slide| slide.id.as_str()).collect();
    assert_eq!(ids, ["a", "slide-2", "slide-3"]);
}

#[test]
fn equal_content_ids_are_numbered() {
    let ids = |text: &str| {
        deck(text)
            .slides
            .iter()
            .map(|slide| slide.id.0.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids("# A\n---\n# A\n---\n# a!"), ["a", "a-2", "a-3"]);
    assert_eq!(ids("# A\n---\n# A-2\n---\n# A"), ["a", "a-2", "a-3"]);
    assert_eq!(ids("# A\n---\nask: open\n---\n# A"), ["a-2", "a"]);
    assert_eq!(ids("# A\n---\nid: a\n---\n# B"), ["a-2", "a"]);
    assert_eq!(
        ids("show: break\n---\n# Pauze\n---\nshow: break\n---\n# Pauze"),
        ["pauze", "pauze-2"]
    );
}

#[test]
fn equal_question_ids_are_an_error_that_names_both_lines() {
    let text = "ask: open\n---\n# A\n---\nask: words\n---\n# A!";
    assert_eq!(errors(text), [(7, "same-id")]);
    let problems = shared::deck::grammar::read(text).unwrap_err();
    assert_eq!(
        problems[0].wrong,
        ReferenceProblem::SameId {
            id: "a".into(),
            line: 3
        }
        .into()
    );
    assert_eq!(
        errors("ask: open\nid: x\n---\n# A\n---\nask: open\nid: x\n---\n# B"),
        [(7, "same-id")]
    );
    assert_eq!(
        errors("id: x\n---\n# A\n---\nid: x\n---\n# B"),
        [(5, "same-id")]
    );
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let text = "---\ntitel: X\ngrace: veel\n---\n\n# A\n\n---\nask: choice\npick: 9\ncolour: red\n---\n\n# B\n\n- a\n- b {x}\n\n\
                ---\nask: chioce\n---\n\n# C\n\n---\nleft: a: b\n---\n\n# D\n\n---\nask: open\nlength: 5000\n---\nE\n";
    let expected = [
        (2, "unknown-key"),
        (3, "not-a-whole-number"),
        (10, "pick-more-than-options"),
        (11, "unknown-key"),
        (17, "unknown-marker"),
        (20, "value-unknown"),
        (26, "settings-unreadable"),
        (32, "no-heading"),
        (33, "value-out-of-range"),
    ];
    assert_eq!(errors(text), expected);
}

#[test]
fn one_mistake_is_one_sentence() {
    for text in [
        "ask: spectrum\nright: b\n---\n# A",
        "ask: choice\n---\n# A\n\n>>>>>>>>>>>>>>>>>>>>>>>> x",
        "ask: chose\nleft: x\n---\n# A",
        "ask: grid\nx: nee\ny: [a, b]\n---\n# A\n- a",
        "ask: scale\nfrom: 5\nto: 1\n---\n# A",
        &question("scale", "from: laag", &[]),
        &question("choice", "pick: veel", &["a", "b"]),
        &question("spectrum", "left: a\nright: [b]", &[]),
    ] {
        assert_eq!(errors(text).len(), 1, "{text}\n{:?}", errors(text));
    }
}

#[test]
fn windows_line_ends_give_the_same_deck_and_the_same_lines() {
    let text = include_str!("../../../decks/workshop.md");
    assert_eq!(
        deck(&format!("\u{feff}{}", text.replace('\n', "\r\n"))),
        deck(text)
    );
    assert_eq!(
        errors("# A\r\n---\r\nask: open\r\nx: y\r\n---\r\n# B"),
        [(4, "key-elsewhere")]
    );
}
