//! Every sentence that a name stands in, on every page and as it is spoken: the name turns nothing
//! of what stands around it.

use shared::protocol::Own;
use shared::protocol::view::Compared;
use shared::question::choice::{ChoiceInput, InputOption};
use shared::question::scale::ScaleInput;
use shared::question::spectrum::{Pole, SpectrumInput, SpectrumLayout, SpectrumTally};
use shared::question::word_counts::WordCount;
use shared::question::words::WordsInput;
use shared::question::{Input, Results, choice, scale, words};

use crate::kinds::tests::{described, moved_sentence};
use crate::language::Language;
use crate::language::known::Nl;
use crate::messages::{self, MessageArgument};
use crate::texts::desk::moderating;
use crate::texts::phone::plurals;
use crate::views::participant::answer_text::answer_text;

/// Names that turn a line: of one script, of two, with a number at either end, and one that steers
/// by hand.
const NAMES: [(&str, &str); 6] = [
    ("קפה", "תה"),
    ("قهوة", "شاي"),
    ("קפה 3", "4 תה"),
    ("poes", "כלב"),
    ("١٢ قهوة", "tea (تَ)"),
    ("a\u{202e}b", "\u{2067}c"),
];

fn pole(label: &str) -> Pole {
    serde_json::from_value(serde_json::json!({ "label": label })).unwrap()
}

fn line(left: &str, right: &str) -> Input {
    let (left, right) = (pole(left), pole(right));
    Input::Spectrum(SpectrumInput {
        left,
        right,
        stops: Vec::new(),
        layout: SpectrumLayout::Dots,
    })
}

fn places(values: &[u16]) -> Results {
    let mut tally = SpectrumTally::default();
    values.iter().for_each(|value| tally.add(value * 100));
    Results::Spectrum(tally.results())
}

fn chosen(names: (&str, &str), votes: u64) -> Results {
    let option = |label: &str| choice::OptionVotes {
        label: label.into(),
        votes,
    };
    Results::Choice(choice::ChoiceResults {
        options: vec![option(names.0), option(names.1)],
        voters: votes,
        others: None,
    })
}

fn picking(names: (&str, &str)) -> Input {
    let option = |label: &str, other| InputOption {
        label: label.into(),
        other,
        image: None,
    };
    let options = vec![option(names.0, false), option(names.1, true)];
    Input::Choice(ChoiceInput {
        options,
        pick: choice::Pick { min: 1, max: 2 },
        shuffle: false,
        layout: choice::ChoiceLayout::Bars,
    })
}

fn given(fields: serde_json::Value) -> Own {
    serde_json::from_value(serde_json::json!({ "round": 1, "turn": 1, "fields": fields })).unwrap()
}

fn sentences(language: Language, (a, b): (&str, &str)) -> Vec<(&'static str, String)> {
    let bars = picking((a, b));
    let marks = Input::Scale(ScaleInput {
        statements: vec![a.into(), b.into()],
        from: 1,
        to: 5,
        low: None,
        high: None,
    });
    let statement = |label: &str, mean| scale::StatementResults {
        label: label.into(),
        counts: vec![1; 5],
        mean,
        skipped: 0,
    };
    let scaled = Results::Scale(scale::ScaleResults {
        statements: vec![statement(a, Some(3.2)), statement(b, None)],
        voters: 5,
        skipped: 0,
        from: 1,
    });
    let entry = |text: &str, count| WordCount {
        text: text.into(),
        count,
    };
    let cloud = Results::Words(words::WordsResults {
        entries: vec![entry(a, 7), entry(b, 2)],
        distinct: 2,
        voters: 8,
        given: 9,
    });
    let listed = Input::Words(WordsInput {
        entries: 3,
        length: 25,
        layout: Default::default(),
    });
    let compared = |values: &[u16]| Compared {
        id: "q".into(),
        prompt: String::new(),
        results: places(values),
        pairs: None,
    };
    let moved = |then: &[u16], now: &[u16]| {
        moved_sentence(language, &line(a, b), &compared(then), &places(now)).unwrap()
    };
    vec![
        (
            "choice_sentence",
            described(language, &bars, &chosen((a, b), 3)),
        ),
        (
            "choice_sentence",
            described(language, &bars, &chosen((a, b), 1)),
        ),
        ("words_sentence", described(language, &listed, &cloud)),
        ("scale_sentence", described(language, &marks, &scaled)),
        (
            "spectrum_sentence",
            described(language, &line(a, b), &places(&[10, 90, 80])),
        ),
        (
            "one_position",
            described(language, &line(a, b), &places(&[10])),
        ),
        (
            "one_position",
            described(language, &line(a, b), &places(&[80])),
        ),
        ("points", moved(&[80], &[20])),
        ("points", moved(&[20], &[80])),
        ("other", plurals::other(language, a)),
        ("too_long", plurals::too_long(language, a, 9, 5)),
        ("end", plurals::end(5, a)),
        ("where_between", plurals::where_between(language, a, b)),
        ("between", plurals::between(language, 40.0, a, b)),
        ("pole", plurals::pole(language, 100, b)),
        ("merge", moderating::merge(language, 2, a)),
        (
            "answer_text",
            answer_text(
                &bars,
                &given(serde_json::json!([
                    ["option", "1"],
                    ["option", "2"],
                    ["other", "7"]
                ])),
                language,
            ),
        ),
        (
            "answer_text",
            answer_text(
                &marks,
                &given(serde_json::json!([["value-1", "3"], ["value-2", "4"]])),
                language,
            ),
        ),
        (
            "answer_text",
            answer_text(
                &line(a, b),
                &given(serde_json::json!([["value", "40"]])),
                language,
            ),
        ),
    ]
}

/// What is left of a sentence once everything isolated is taken out of it; nothing where an isolate
/// has no end.
fn around(sentence: &str) -> Option<String> {
    let (mut depth, mut left) = (0_u32, String::new());
    for c in sentence.chars() {
        match c {
            '\u{2068}' => depth += 1,
            '\u{2069}' => depth = depth.checked_sub(1)?,
            c if depth == 0 => left.push(c),
            _ => {}
        }
    }
    (depth == 0).then_some(left)
}

#[test]
fn no_name_turns_a_sentence_that_it_stands_in() {
    for language in Language::ALL {
        for names in NAMES {
            for (which, sentence) in sentences(language, names) {
                let around = around(&sentence).unwrap_or_else(|| panic!("{which}: {sentence:?}"));
                let turns = |c: char| super::runs_right_to_left(c) || super::steers(c);
                assert!(!around.chars().any(turns), "{which}: {sentence:?}");
            }
        }
    }
}

#[test]
fn ordinary_names_leave_a_sentence_without_invisible_characters() {
    for (which, sentence) in sentences(Nl, ("poes", "hond")) {
        assert!(
            !sentence.contains(['\u{2068}', '\u{2069}']),
            "{which}: {sentence:?}"
        );
    }
}

/// Whoever writes a message has nothing to think of: names are isolated where they are filled in.
#[test]
fn no_name_turns_any_message() {
    let turns = |c: char| super::runs_right_to_left(c) || super::steers(c);
    let mut with_names = 0;
    for (number, (which, are_numbers)) in messages::ALL.iter().enumerate() {
        for (language, name) in Language::ALL
            .into_iter()
            .flat_map(|language| NAMES.map(|(name, _)| (language, name)))
        {
            let values: Vec<MessageArgument<'_>> = are_numbers
                .iter()
                .map(|is_number| {
                    if *is_number {
                        MessageArgument::from(2_u64)
                    } else {
                        MessageArgument::from(name)
                    }
                })
                .collect();
            let said = messages::by_number(language, number, &values);
            let around = around(&said).unwrap_or_else(|| panic!("{which}: {said:?}"));
            assert!(!around.chars().any(turns), "{which}: {said:?}");
            with_names += usize::from(said.contains('\u{2068}'));
        }
    }
    assert!(with_names > 100, "{with_names}");
}
