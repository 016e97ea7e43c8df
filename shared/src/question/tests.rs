//! What holds for every kind.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::question::choice::{Choice, ChoiceOption, Pick};
use crate::question::number::Number;
use crate::question::open::Open;
use crate::question::scale::Scale;
use crate::question::spectrum::{Pole, Spectrum};
use crate::question::word::Word;
use crate::question::words::Words;
use crate::refusal::Refusal;
use crate::rules::Rules;

/// The fields of a form, as `name=value`.
pub fn form<const N: usize>(fields: [(&str, &str); N]) -> Fields {
    Fields(
        fields
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .to_vec(),
    )
}

fn kinds() -> [QuestionSpec; 5] {
    let option = |label: &str, other| ChoiceOption {
        label: label.to_owned(),
        image: None,
        other,
        correct: false,
    };
    let options = vec![option("a", false), option("b", false), option("c", true)];
    let pole = || Pole {
        label: "pool".to_owned(),
        note: None,
        image: None,
    };
    let statements = vec!["een".to_owned(), "twee".to_owned()];
    [
        QuestionSpec::Choice(Choice {
            options,
            pick: Pick { min: 1, max: 3 },
            ..Choice::default()
        }),
        QuestionSpec::Words(Words::default()),
        QuestionSpec::Scale(Scale {
            statements,
            ..Scale::default()
        }),
        QuestionSpec::Spectrum(Spectrum {
            left: pole(),
            right: pole(),
            ..Spectrum::default()
        }),
        QuestionSpec::Number(Number {
            from: Some(-10.0),
            ..Number::default()
        }),
    ]
}

/// A field that each kind knows, with a right value.
const KNOWN: [(&str, &str); 5] = [
    ("option", "1"),
    ("entry", "a"),
    ("value-1", "2"),
    ("value", "5"),
    ("value", "5"),
];

fn open() -> QuestionSpec {
    QuestionSpec::Open(Open::default())
}

#[test]
fn fields_of_another_kind_are_no_answer() {
    for (own, ask) in kinds().iter().enumerate() {
        for field in KNOWN {
            let read = ask.read(&form([field]), Rules::LATEST);
            let known = KNOWN[own].0 == field.0;
            assert_eq!(read.is_ok(), known, "{field:?} for {}", ask.kind());
            assert!(known || read == Err(Refusal::Empty), "{read:?}");
        }
        for odd in [
            form([]),
            form([("", "")]),
            form([("options", "1")]),
            form([("place", "0"), ("sure", "1")]),
        ] {
            assert_eq!(
                ask.read(&odd, Rules::LATEST),
                Err(Refusal::Empty),
                "{odd:?} for {}",
                ask.kind()
            );
        }
    }
    assert_eq!(
        open().read(&form([("text", "x")]), Rules::LATEST),
        Err(Refusal::WrongKind),
        "texts are added"
    );
    assert_eq!(
        QuestionSpec::Qa(Default::default()).read(&form([]), Rules::LATEST),
        Err(Refusal::NotPlayable)
    );
}

#[test]
fn what_is_malformed_is_refused_and_what_is_unknown_is_passed_over() {
    let many = |name: &str, value: &str| Fields(vec![(name.to_owned(), value.to_owned()); 3_000]);
    let huge = "9".repeat(15_000);
    for (ask, (name, value)) in kinds().iter().zip(KNOWN) {
        let text = name == "entry";
        let read = |fields: Fields| ask.read(&fields, Rules::LATEST);
        let right = read(form([(name, value)]));
        assert!(right.is_ok());
        for (what, fields) in [
            (
                "unknown names beside it",
                form([
                    ("round", "1"),
                    ("nowhere", "x"),
                    (name, value),
                    ("sure", "2"),
                ]),
            ),
            ("the same once more", form([(name, value), (name, value)])),
            (
                "thousands of others behind it",
                Fields([form([(name, value)]).0, many("nowhere", "x").0].concat()),
            ),
            (
                "thousands of others before it",
                Fields([many("nowhere", "x").0, form([(name, value)]).0].concat()),
            ),
        ] {
            assert_eq!(read(fields), right, "{} with {what}", ask.kind());
        }
        let wrong = if text {
            Refusal::Empty
        } else {
            Refusal::WrongKind
        };
        for nothing in ["\0", "\u{200b}", "\u{202e}"] {
            assert_eq!(
                read(form([(name, nothing)])),
                Err(wrong.clone()),
                "{nothing:?} for {}",
                ask.kind()
            );
        }
        let refused = read(form([(name, &huge)])).unwrap_err();
        let expected = match text {
            true => refused == Refusal::TooLong { limit: 25 },
            false => matches!(refused, Refusal::WrongKind | Refusal::OutOfRange),
        };
        assert!(expected, "a huge {name}: {refused:?}");
        for odd in ["x", "[1]", "{}", "null", "1;2", "0x1"] {
            let read = read(form([(name, odd)]));
            assert!(
                text && read.is_ok() || read == Err(Refusal::WrongKind),
                "{odd:?} for {}: {read:?}",
                ask.kind()
            );
        }
    }
    let [choice, words, ..] = kinds();
    assert_eq!(
        choice.read(&many("option", "1"), Rules::LATEST),
        Err(Refusal::TooMany { limit: 20 })
    );
    let each = Fields(
        (0..3_000)
            .map(|n| ("entry".to_owned(), format!("woord {n}")))
            .collect(),
    );
    assert_eq!(
        words.read(&each, Rules::LATEST),
        Err(Refusal::TooMany { limit: 3 })
    );
}

fn repeated(name: &str, values: Vec<String>) -> Fields {
    Fields(
        values
            .into_iter()
            .map(|value| (name.to_owned(), value))
            .collect(),
    )
}

fn answer() -> impl Strategy<Value = (usize, Fields)> {
    let text = prop_oneof!["[a-c]{1,2}", "\\PC{0,12}"];
    let option = (1..=3u8).prop_map(|option| option.to_string());
    let place = (0..=10_000u32).prop_map(|hundredths| (f64::from(hundredths) / 100.0).to_string());
    prop_oneof![
        (
            proptest::collection::vec(option, 1..4),
            proptest::option::of(text.clone())
        )
            .prop_map(|(options, other)| {
                let mut fields = repeated("option", options);
                other
                    .into_iter()
                    .for_each(|other| fields.push("other", other));
                (0, fields)
            }),
        proptest::collection::vec(text, 1..4).prop_map(|entries| (1, repeated("entry", entries))),
        proptest::collection::vec(proptest::option::of(1..=5), 2)
            .prop_map(|values| (2, scale::fields(&values))),
        place.prop_map(|place| (3, repeated("value", vec![place]))),
        (-20_000..60_000i64).prop_map(|thousandths| (4, number::fields(thousandths))),
    ]
}

fn results(ask: &QuestionSpec, tally: &Tally) -> (u64, Option<Value>) {
    let results = match (ask, tally) {
        (QuestionSpec::Choice(choice), Tally::Choice(tally)) => {
            Results::Choice(choice.results(tally))
        }
        (QuestionSpec::Scale(scale), Tally::Scale(tally)) => Results::Scale(scale.results(tally)),
        (_, Tally::Words(tally)) => Results::Words(tally.results()),
        (_, Tally::Spectrum(tally)) => Results::Spectrum(tally.results()),
        (QuestionSpec::Number(number), Tally::Number(tally)) => {
            Results::Number(tally.results(number))
        }
        other => panic!("no results: {other:?}"),
    };
    (results.voters(), serde_json::to_value(results).ok())
}

proptest! {
    #[test]
    fn what_is_stored_reads_as_the_same_answer((kind, sent) in answer()) {
        let ask = &kinds()[kind];
        if let Ok(answer) = ask.read(&sent, Rules::LATEST) {
            prop_assert!(answer.is_for(ask));
            let again = fields(&answer);
            prop_assert_eq!(ask.read(&again, Rules::LATEST), Ok(answer.clone()));
            prop_assert_eq!(serde_json::from_str::<Fields>(&serde_json::to_string(&again).unwrap()).unwrap(), again);
        }
    }

    #[test]
    fn taking_back_undoes_counting(answers in proptest::collection::vec((answer(), any::<bool>()), 0..20)) {
        for (kind, ask) in kinds().iter().enumerate() {
            let of_kind = answers.iter().filter(|((of, _), _)| *of == kind);
            let read: Vec<_> = of_kind.filter_map(|((_, value), kept)| Some((ask.read(value, Rules::LATEST).ok()?, *kept))).collect();
            let (mut all, mut kept) = (Tally::new(ask), Tally::new(ask));
            read.iter().filter(|(_, stays)| *stays).for_each(|(answer, _)| { all.add(answer); kept.add(answer); });
            read.iter().filter(|(_, stays)| !stays).for_each(|(answer, _)| all.add(answer));
            read.iter().filter(|(_, stays)| !stays).for_each(|(answer, _)| all.remove(answer));
            prop_assert_eq!(results(ask, &all), results(ask, &kept));
            prop_assert_eq!(all.distinct_texts(), kept.distinct_texts());
        }
    }

    #[test]
    fn whatever_is_sent_is_read_or_refused(value in "\\PC{0,40}", name in "(option|other|entry|value|value-1|skip-2)") {
        let fields = Fields(vec![(name, value)]);
        for ask in kinds() {
            let _ = ask.read(&fields, Rules::LATEST);
        }
    }
}

/// A word that somebody goes on giving keeps its place among those that are given as often.
#[test]
fn a_word_that_is_given_again_was_first_seen_when_it_was_first_given() {
    let words = |words: &[&str]| Answer::Words {
        entries: words
            .iter()
            .map(|word| Word {
                key: (*word).to_owned(),
                text: (*word).to_owned(),
            })
            .collect(),
    };
    let mut tally = Tally::new(&QuestionSpec::Words(Words::default()));
    let first = words(&["hoop"]);
    tally.replace(None, Some(&first));
    tally.replace(None, Some(&words(&["rust"])));
    tally.replace(Some(&first), Some(&words(&["hoop", "moed"])));
    let counts = tally.word_counts().unwrap();
    let order: Vec<String> = counts.most_frequent(9).map(|word| word.text).collect();
    assert_eq!(order, ["hoop", "rust", "moed"]);
}
