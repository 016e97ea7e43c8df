//! What a phone says of a form before the room does is what the room would say.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use shared::deck::grammar;
use shared::question::form::FormInput;
use shared::question::{Fields, QuestionSpec};
use shared::refusal::{FieldProblem, Refusal};
use shared::rules::Rules;

use super::sent::fields;

const DECK: &str = "ask: form\n---\n# Evaluatie\n\n- Cijfer {rating 1-10}\n- Naam {text optional}\n\
                    - Verhaal {long optional}\n- Adres {email optional}\n- Mag {consent}\n";

fn filled(pairs: &[(&str, &str)]) -> Fields {
    let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Fields(pairs.iter().map(pair).collect())
}

#[test]
fn a_phone_and_the_room_say_the_same_of_a_form() {
    let deck = grammar::read(DECK).unwrap().deck;
    let QuestionSpec::Form(form) = &deck.slides[0].question().unwrap().ask else {
        panic!("it is a form")
    };
    let input = FormInput {
        fields: form.fields.clone(),
    };
    let (name, story) = ("x".repeat(201), "x".repeat(2001));
    for pairs in [
        &[][..],
        &[("field-1", "7")],
        &[("field-1", "7"), ("field-2", &name), ("field-3", &story)],
        &[("field-2", "Anna"), ("field-4", "anna")],
        &[
            ("field-1", "7"),
            ("field-4", "anna@voorbeeld.example"),
            ("field-5", "1"),
        ],
    ] {
        let sent = filled(pairs);
        let here = fields(&input, sent.clone(), Rules::LATEST);
        let room = form.filled(&sent, Rules::LATEST);
        assert_eq!(here.err(), room.err(), "{pairs:?}");
    }
    let Err(Refusal::Form { fields: errors }) = fields(&input, filled(&[]), Rules::LATEST) else {
        panic!("a mark is missing")
    };
    assert_eq!(errors[0].problem, FieldProblem::Empty);
}
