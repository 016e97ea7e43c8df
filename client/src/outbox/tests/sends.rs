//! What of a form goes to the room, and what is refused before it is sent, by kind.

use shared::question::choice::{ChoiceInput, InputOption, Pick};
use shared::question::scale::ScaleInput;
use shared::question::spectrum::{Pole, SpectrumInput};

use super::*;

fn choice() -> SlideView {
    let option = |label: &str| InputOption {
        label: label.into(),
        other: label == "Anders",
        image: None,
    };
    let options = ["Kat", "Hond", "Anders"].map(option).to_vec();
    question(
        "choice",
        1,
        Input::Choice(ChoiceInput {
            options,
            pick: Pick { min: 1, max: 3 },
            shuffle: false,
            layout: Default::default(),
        }),
    )
}

fn scale() -> SlideView {
    let statements = ["een", "twee", "drie"].map(str::to_owned).to_vec();
    question(
        "scale",
        1,
        Input::Scale(ScaleInput {
            statements,
            from: 1,
            to: 5,
            low: None,
            high: None,
        }),
    )
}

pub(super) fn line() -> SlideView {
    let pole = |label: &str| Pole {
        label: label.into(),
        note: None,
        image: None,
    };
    let (left, right) = (pole("kat"), pole("hond"));
    question(
        "line",
        1,
        Input::Spectrum(SpectrumInput {
            left,
            right,
            stops: Vec::new(),
            layout: Default::default(),
        }),
    )
}

/// A question of each kind.
pub(super) fn kinds() -> Vec<SlideView> {
    vec![choice(), words("words", 2), scale(), line(), open("open")]
}

/// What is sent of a form, or why it is not.
fn pressed(slide: &SlideView, own: &[(&str, &str)]) -> Result<Fields, &'static str> {
    let mut outbox = at(slide.clone());
    let form = form(slide.id.as_str(), asked(slide).unwrap().round, own);
    match sent(outbox.take(OutboxEvent::Pressed(form))).pop() {
        Some(ClientFrame::Answer { fields, .. }) => Ok(fields),
        Some(other) => panic!("{other:?}"),
        None => Err(code(&outbox).unwrap()),
    }
}

#[test]
fn what_is_filled_in_goes_as_it_is_without_what_is_empty() {
    let long = "é".repeat(25);
    let kinds = [
        (
            choice(),
            &[("option", "2"), ("other", "")][..],
            &[("option", "2")][..],
        ),
        (
            choice(),
            &[("option", "1"), ("option", "3"), ("other", " vis ")],
            &[("option", "1"), ("option", "3"), ("other", "vis")],
        ),
        (choice(), &[("other", "vis")], &[("other", "vis")]),
        (
            words("q", 1),
            &[("entry", " rust "), ("entry", ""), ("entry", "één")],
            &[("entry", "rust"), ("entry", "één")],
        ),
        (words("q", 1), &[("entry", &long)], &[("entry", &long)]),
        (
            scale(),
            &[("value-1", "4"), ("value-2", "1"), ("value-3", "5")],
            &[("value-1", "4"), ("value-2", "1"), ("value-3", "5")],
        ),
        (
            scale(),
            &[
                ("value-1", "4"),
                ("skip-1", "1"),
                ("value-2", "1"),
                ("sure", "3"),
            ],
            &[("skip-1", "1"), ("value-2", "1"), ("skip-3", "1")],
        ),
        (line(), &[("value", "73")], &[("value", "73")]),
        (line(), &[("value", "33,333")], &[("value", "33.33")]),
        (line(), &[("value", "0")], &[("value", "0")]),
    ];
    for (slide, own, expected) in kinds {
        assert_eq!(pressed(&slide, own), Ok(fields(expected)), "{own:?}");
    }
}

#[test]
fn what_is_empty_or_too_long_is_told_before_it_is_sent() {
    let (over, longer) = ("é".repeat(26), "x".repeat(61));
    for (slide, own, refusal) in [
        (choice(), &[("other", " ")][..], "empty"),
        (choice(), &[], "empty"),
        (choice(), &[("option", "3"), ("other", &longer)], "too_long"),
        (choice(), &[("other", &longer)], "too_long"),
        (words("q", 1), &[("entry", " "), ("entry", "")], "empty"),
        (
            words("q", 1),
            &[("entry", "rust"), ("entry", &over)],
            "too_long",
        ),
        (scale(), &[], "empty"),
        (scale(), &[("value-1", "")], "empty"),
        (scale(), &[("value-4", "1")], "empty"),
        (line(), &[], "empty"),
        (line(), &[("value", "")], "empty"),
        (line(), &[("value", "hond")], "empty"),
    ] {
        assert_eq!(pressed(&slide, own), Err(refusal), "{own:?}");
    }
}
