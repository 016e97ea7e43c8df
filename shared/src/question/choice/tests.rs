//! Picking options, and what is typed behind the last one.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use serde_json::json;

use super::*;
use crate::question::tests::form;

fn colours(pick: Pick) -> Choice {
    let option = |label: &str| ChoiceOption {
        label: label.to_owned(),
        image: None,
        other: label == "anders",
        correct: false,
    };
    Choice {
        options: ["rood", "groen", "blauw", "anders"].map(option).to_vec(),
        pick,
        ..Choice::default()
    }
}

fn one() -> Choice {
    colours(Pick::default())
}

fn up_to_two() -> Choice {
    colours(Pick { min: 1, max: 2 })
}

fn picked<const N: usize>(options: [u8; N]) -> Result<Answer, Refusal> {
    Ok(Answer::Choice {
        options: options.to_vec(),
        other: None,
    })
}

fn typed(text: &str, key: &str) -> Result<Answer, Refusal> {
    let other = Some(Word {
        key: key.to_owned(),
        text: text.to_owned(),
    });
    Ok(Answer::Choice {
        options: vec![4],
        other,
    })
}

#[test]
fn options_from_a_form() {
    for (choice, fields, expected) in [
        (one(), form([("option", "2")]), picked([2])),
        (
            up_to_two(),
            form([("option", " 3 "), ("option", "1")]),
            picked([1, 3]),
        ),
        (one(), form([("option", "2"), ("option", "2")]), picked([2])),
        (one(), form([("other", "")]), Err(Refusal::Empty)),
        (one(), form([("option", "0")]), Err(Refusal::OutOfRange)),
        (
            one(),
            form([("option", "999999")]),
            Err(Refusal::OutOfRange),
        ),
        (one(), form([("option", "5")]), Err(Refusal::OutOfRange)),
        (one(), form([("option", "300")]), Err(Refusal::OutOfRange)),
        (one(), form([("option", "groen")]), Err(Refusal::WrongKind)),
        (one(), form([("option", "1.5")]), Err(Refusal::WrongKind)),
        (one(), form([("option", "-1")]), Err(Refusal::WrongKind)),
        (one(), form([("option", "")]), Err(Refusal::WrongKind)),
        (
            one(),
            form([("option", "1"), ("option", "2")]),
            Err(Refusal::TooMany { limit: 1 }),
        ),
        (one(), form([("option", "1"); 20]), picked([1])),
        (
            one(),
            form([("option", "1"); 21]),
            Err(Refusal::TooMany { limit: 20 }),
        ),
        (
            colours(Pick { min: 2, max: 3 }),
            form([("option", "1")]),
            Err(Refusal::TooFew { limit: 2 }),
        ),
        (
            up_to_two(),
            form([("option", "1"), ("option", "2"), ("option", "3")]),
            Err(Refusal::TooMany { limit: 2 }),
        ),
    ] {
        assert_eq!(choice.read(&fields, Rules::LATEST), expected, "{fields:?}");
    }
}

#[test]
fn another_text() {
    let (exact, over) = ("é".repeat(60), "x".repeat(61));
    for (fields, expected) in [
        (
            form([("option", "4"), ("other", "  Paars!  ")]),
            typed("Paars!", "paars"),
        ),
        (form([("other", "Paars")]), typed("Paars", "paars")),
        (form([("option", "4"), ("other", " ")]), picked([4])),
        (form([("option", "1"), ("other", "Paars")]), picked([1])),
        (
            form([("option", "4"), ("other", &exact)]),
            typed(&exact, &exact),
        ),
        (
            form([("option", "4"), ("other", &over)]),
            Err(Refusal::TooLong { limit: 60 }),
        ),
    ] {
        assert_eq!(one().read(&fields, Rules::LATEST), expected, "{fields:?}");
    }
}

#[test]
fn results_count_people_and_gather_what_they_typed() {
    let choice = up_to_two();
    let mut tally = ChoiceTally::new(4);
    let fields = [
        form([("option", "1"), ("option", "4"), ("other", "paars")]),
        form([("option", "4"), ("other", "Paars")]),
        form([("option", "4"), ("other", "Paars.")]),
        form([("option", "4"), ("other", "geel")]),
        form([("option", "4")]),
    ];
    for fields in fields {
        let Ok(Answer::Choice { options, other }) = choice.read(&fields, Rules::LATEST) else {
            panic!("{fields:?}")
        };
        tally.add(&options, other.as_ref());
    }
    let results = choice.results(&tally);
    let expected = json!({
        "voters": 5,
        "options": [
            {"label": "rood", "votes": 1}, {"label": "groen", "votes": 0},
            {"label": "blauw", "votes": 0}, {"label": "anders", "votes": 5},
        ],
        "others": [{"text": "paars", "votes": 3}, {"text": "geel", "votes": 1}],
    });
    assert_eq!(serde_json::to_value(results).unwrap(), expected);
}

#[test]
fn without_another_option_there_are_no_others() {
    let mut choice = one();
    choice.options.pop();
    let json = serde_json::to_value(choice.results(&ChoiceTally::new(3))).unwrap();
    assert_eq!(
        (json["voters"].as_u64(), json.get("others")),
        (Some(0), None)
    );
    let fields = form([("other", "Paars")]);
    assert_eq!(choice.read(&fields, Rules::LATEST), Err(Refusal::Empty));
}
