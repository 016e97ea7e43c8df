//! What holds for every kind.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::question::choice::{Choice, ChoiceOption, Pick};
use crate::question::open::Open;
use crate::question::scale::Scale;
use crate::question::spectrum::{Pole, Spectrum};
use crate::question::words::Words;

/// The fields of a form, as `name=value`.
pub fn form<const N: usize>(fields: [(&str, &str); N]) -> Fields {
    Fields(fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec())
}

fn kinds() -> [Ask; 4] {
    let option = |label: &str, other| ChoiceOption { label: label.to_owned(), image: None, other, correct: false };
    let options = vec![option("a", false), option("b", false), option("c", true)];
    let pole = || Pole { label: "pool".to_owned(), note: None, image: None };
    let statements = vec!["een".to_owned(), "twee".to_owned()];
    [
        Ask::Choice(Choice { options, pick: Pick { min: 1, max: 3 }, ..Choice::default() }),
        Ask::Words(Words::default()),
        Ask::Scale(Scale { statements, ..Scale::default() }),
        Ask::Spectrum(Spectrum { left: pole(), right: pole(), ..Spectrum::default() }),
    ]
}

fn open() -> Ask {
    Ask::Open(Open::default())
}

#[test]
fn an_answer_of_another_kind_is_refused() {
    let values = [json!({"options": [1]}), json!({"entries": ["a"]}), json!({"values": [1, 2]}), json!({"value": 5})];
    for (own, ask) in kinds().iter().enumerate() {
        for (other, value) in values.iter().enumerate() {
            let read = ask.read(Sent::Value(value), Rules::LATEST);
            assert_eq!(read.is_ok(), own == other, "{value} for {}", ask.kind());
            assert!(own == other || read == Err(Refusal::WrongKind), "{read:?}");
        }
        for odd in [json!(null), json!(7), json!("x"), json!([]), json!([1]), json!({}), json!({"place": [0, 1]})] {
            assert_eq!(ask.read(Sent::Value(&odd), Rules::LATEST), Err(Refusal::WrongKind), "{odd} for {}", ask.kind());
        }
        assert_eq!(ask.read(Sent::Form(&form([])), Rules::LATEST), Err(Refusal::Empty), "{}", ask.kind());
    }
    assert_eq!(
        open().read(Sent::Value(&json!({"text": "x"})), Rules::LATEST),
        Err(Refusal::WrongKind),
        "texts are added"
    );
    assert_eq!(Ask::Qa(Default::default()).read(Sent::Value(&json!({})), Rules::LATEST), Err(Refusal::NotPlayable));
}

fn answer() -> impl Strategy<Value = (usize, Value)> {
    let text = prop_oneof!["[a-c]{1,2}", "\\PC{0,12}"];
    prop_oneof![
        (proptest::collection::vec(1..=3u8, 1..4), proptest::option::of(text.clone()))
            .prop_map(|(options, other)| (0, json!({"options": options, "other": other}))),
        proptest::collection::vec(text, 1..4).prop_map(|entries| (1, json!({ "entries": entries }))),
        proptest::collection::vec(proptest::option::of(1..=5), 2).prop_map(|values| (2, json!({ "values": values }))),
        (0..=10_000u32).prop_map(|hundredths| (3, json!({ "value": f64::from(hundredths) / 100.0 }))),
    ]
}

fn results(ask: &Ask, tally: &Tally) -> (u64, Option<Value>) {
    let results = match (ask, tally) {
        (Ask::Choice(choice), Tally::Choice(tally)) => Results::Choice(choice.results(tally)),
        (Ask::Scale(scale), Tally::Scale(tally)) => Results::Scale(scale.results(tally)),
        (_, Tally::Words(tally)) => Results::Words(tally.results()),
        (_, Tally::Spectrum(tally)) => Results::Spectrum(tally.results()),
        other => panic!("no results: {other:?}"),
    };
    (results.voters(), serde_json::to_value(results).ok())
}

proptest! {
    #[test]
    fn what_is_stored_reads_as_the_same_answer((kind, value) in answer()) {
        let ask = &kinds()[kind];
        if let Ok(answer) = ask.read(Sent::Value(&value), Rules::LATEST) {
            prop_assert!(answer.is_for(ask));
            prop_assert_eq!(ask.read(Sent::Value(&value_of(&answer)), Rules::LATEST), Ok(answer));
        }
    }

    #[test]
    fn taking_back_undoes_counting(answers in proptest::collection::vec((answer(), any::<bool>()), 0..20)) {
        for (kind, ask) in kinds().iter().enumerate() {
            let of_kind = answers.iter().filter(|((of, _), _)| *of == kind);
            let read: Vec<_> = of_kind.filter_map(|((_, value), kept)| Some((ask.read(Sent::Value(value), Rules::LATEST).ok()?, *kept))).collect();
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
        let fields = Fields(vec![(name, value.clone())]);
        for ask in kinds() {
            let _ = ask.read(Sent::Form(&fields), Rules::LATEST);
            let parsed: Value = serde_json::from_str(&value).unwrap_or(Value::String(value.clone()));
            for key in ["options", "entries", "values", "value"] {
                let _ = ask.read(Sent::Value(&json!({ key: parsed.clone() })), Rules::LATEST);
                let _ = ask.read(Sent::Value(&json!({ key: [parsed.clone()] })), Rules::LATEST);
            }
        }
    }
}
