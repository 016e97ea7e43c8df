//! What somebody pastes.

use shared::deck::edit::{DeckEdit, DeckText, items};
use shared::deck::grammar::read;
use shared::question::QuestionSpec;

#[test]
fn lines_are_items_without_their_marks() {
    for (text, expected) in [
        (
            "- a\n* b\n• c\r\n1. d\n2) e\n\n  ☐ f\na) g\n",
            "a b c d e f g",
        ),
        ("1986. Een goed jaar", "1986. Een goed jaar"),
        ("-5\n3,5\nA. Einstein", "-5 3,5 A. Einstein"),
        ("\n \n", ""),
    ] {
        assert_eq!(items(text).join(" "), expected);
    }
}

#[test]
fn a_prompt_with_a_list_is_a_choice_and_without_one_asks_for_words() {
    let deck = DeckText::read("ask: words\nid: kat-of-hond\n---\n# A\n");
    for (text, title, kind, listed, body) in [
        (
            "Kat of hond?\n- kat\n- hond {correct}",
            "Kat of hond?",
            "choice",
            2,
            "",
        ),
        (
            "# Kat of hond?\n\nkat\n\nhond\n",
            "Kat of hond?",
            "choice",
            2,
            "",
        ),
        (
            "1. Wat?\nKies er een.\n\na) *x*\nb) {y}",
            "Wat?",
            "choice",
            2,
            "Kies er een\\.",
        ),
        ("Waarom?", "Waarom?", "words", 0, ""),
        (
            "Waarom?\nZeg het maar.",
            "Waarom?",
            "words",
            0,
            "Zeg het maar.",
        ),
    ] {
        let slide = deck.pasted(text).unwrap();
        let (_, after) = deck
            .edit(&DeckEdit::InsertText {
                at: 1,
                text: slide.clone(),
            })
            .unwrap();
        let made = &read(after.text()).unwrap().deck.slides[1];
        let options = match &made.question().unwrap().ask {
            QuestionSpec::Choice(choice) => choice.options.len(),
            _ => 0,
        };
        assert_eq!(
            (made.heading(), made.kind(), options),
            (title, kind, listed),
            "{slide}"
        );
        assert_eq!(made.body, body.replace("\\.", "."), "{slide}");
        assert_ne!(made.id.as_str(), "kat-of-hond");
    }
    assert_eq!(deck.pasted("\n \r\n"), None);
}
