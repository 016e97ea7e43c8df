//! Numbers as people type them, and the figures of many.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use proptest::prelude::*;

use super::decimal::{MOST, parse, plain, written};
use super::*;
use crate::question::tests::form;

#[test]
fn a_number_is_read_as_its_language_writes_it() {
    use NoNumber::{Else, TooLarge};
    // Typed, with a comma before decimals, with a point.
    for (typed, comma, point) in [
        ("3", Ok(3_000), Ok(3_000)),
        (" 42 ", Ok(42_000), Ok(42_000)),
        ("3,5", Ok(3_500), Ok(3_500)),
        ("3.5", Ok(3_500), Ok(3_500)),
        ("1.000", Ok(1_000_000), Ok(1_000)),
        ("1,000", Ok(1_000), Ok(1_000_000)),
        ("1 000", Ok(1_000_000), Ok(1_000_000)),
        ("1\u{a0}000", Ok(1_000_000), Ok(1_000_000)),
        ("12\u{202f}345,5", Ok(12_345_500), Ok(12_345_500)),
        ("1'000.5", Ok(1_000_500), Ok(1_000_500)),
        ("1’000", Ok(1_000_000), Ok(1_000_000)),
        ("1.234.567", Ok(1_234_567_000), Ok(1_234_567_000)),
        ("1,234,567", Ok(1_234_567_000), Ok(1_234_567_000)),
        ("1.234,5", Ok(1_234_500), Ok(1_234_500)),
        ("1,234.5", Ok(1_234_500), Ok(1_234_500)),
        ("0.125", Ok(125), Ok(125)),
        ("0,125", Ok(125), Ok(125)),
        ("1.2340", Ok(1_234), Ok(1_234)),
        ("1234.567", Ok(1_234_567), Ok(1_234_567)),
        ("1234,567", Ok(1_234_567), Ok(1_234_567)),
        (".5", Ok(500), Ok(500)),
        (",5", Ok(500), Ok(500)),
        ("5,", Ok(5_000), Ok(5_000)),
        ("-2", Ok(-2_000), Ok(-2_000)),
        ("−2,5", Ok(-2_500), Ok(-2_500)),
        ("– 7", Ok(-7_000), Ok(-7_000)),
        ("+7", Ok(7_000), Ok(7_000)),
        ("-0", Ok(0), Ok(0)),
        ("007", Ok(7_000), Ok(7_000)),
        ("3,1416", Ok(3_142), Ok(3_142)),
        ("3,1414", Ok(3_141), Ok(3_141)),
        ("0.0004", Ok(0), Ok(0)),
        ("1000000000000", Ok(MOST), Ok(MOST)),
        ("1000000000000,001", Err(TooLarge), Err(TooLarge)),
        ("99999999999999999999", Err(TooLarge), Err(TooLarge)),
        ("", Err(Else), Err(Else)),
        (".", Err(Else), Err(Else)),
        ("-", Err(Else), Err(Else)),
        ("1.2.3", Err(Else), Err(Else)),
        ("1,2,3", Err(Else), Err(Else)),
        ("1.00,0.0", Err(Else), Err(Else)),
        ("1 00", Err(Else), Err(Else)),
        ("1 000 00", Err(Else), Err(Else)),
        ("1 000.000 000", Err(Else), Err(Else)),
        ("--2", Err(Else), Err(Else)),
        ("2-3", Err(Else), Err(Else)),
        ("1e3", Err(Else), Err(Else)),
        ("0x1", Err(Else), Err(Else)),
        ("½", Err(Else), Err(Else)),
        ("drie", Err(Else), Err(Else)),
        ("3 of 4", Err(Else), Err(Else)),
        ("inf", Err(Else), Err(Else)),
        ("\u{200b}", Err(Else), Err(Else)),
    ] {
        assert_eq!(
            (
                parse(typed, DecimalMark::Comma),
                parse(typed, DecimalMark::Point)
            ),
            (comma, point),
            "{typed:?}"
        );
    }
}

#[test]
fn each_language_has_its_mark() {
    for (language, mark) in [
        ("nl", DecimalMark::Comma),
        ("nl-BE", DecimalMark::Comma),
        ("en", DecimalMark::Point),
        ("en-GB", DecimalMark::Point),
        ("EN_us", DecimalMark::Point),
        ("de", DecimalMark::Comma),
        ("tr", DecimalMark::Comma),
        ("zh-Hant", DecimalMark::Point),
        ("", DecimalMark::Comma),
        ("enx", DecimalMark::Comma),
    ] {
        assert_eq!(DecimalMark::of(language), mark, "{language}");
    }
}

#[test]
fn an_answer_is_within_its_range_and_may_have_its_unit() {
    let number = |from, to, unit: Option<&str>| Number {
        from,
        to,
        unit: unit.map(str::to_owned),
        ..Number::default()
    };
    let (percent, money, any) = (
        number(Some(0.0), Some(100.0), Some("%")),
        number(Some(0.5), None, Some("€")),
        number(None, None, None),
    );
    let length = number(None, Some(-0.1), Some("Km"));
    for (asked, typed, expected) in [
        (&percent, "50", Ok(50_000)),
        (&percent, "50%", Ok(50_000)),
        (&percent, "50 %", Ok(50_000)),
        (&percent, "0", Ok(0)),
        (&percent, "100", Ok(100_000)),
        (&percent, "100,001", Err(Refusal::OutOfRange)),
        (&percent, "-0,001", Err(Refusal::OutOfRange)),
        (&percent, "50 km", Err(Refusal::WrongKind)),
        (&percent, "%", Err(Refusal::WrongKind)),
        (&percent, "", Err(Refusal::Empty)),
        (&percent, "  ", Err(Refusal::Empty)),
        (&money, "€ 1.250,50", Ok(1_250_500)),
        (&money, "3 €", Ok(3_000)),
        (&money, "0,499", Err(Refusal::OutOfRange)),
        (&money, "0,5", Ok(500)),
        (&length, "-5km", Ok(-5_000)),
        (&length, "−5 KM", Ok(-5_000)),
        (&length, "-0,1", Ok(-100)),
        (&length, "5 km", Err(Refusal::OutOfRange)),
        (&any, "-1000000000000", Ok(-MOST)),
        (&any, "1000000000001", Err(Refusal::OutOfRange)),
        (&any, "veel", Err(Refusal::WrongKind)),
    ] {
        let read = asked.read(&form([("value", typed)]));
        assert_eq!(
            read,
            expected.map(|thousandths| Answer::Number { thousandths }),
            "{typed:?}"
        );
    }
    let english = Number {
        mark: DecimalMark::Point,
        ..Number::default()
    };
    assert_eq!(
        english.read(&form([("value", "1,000")])),
        Ok(Answer::Number {
            thousandths: 1_000_000
        })
    );
}

proptest! {
    #[test]
    fn what_is_stored_is_written_and_read_in_every_language(thousandths in -MOST..=MOST) {
        for mark in [DecimalMark::Comma, DecimalMark::Point] {
            prop_assert_eq!(parse(&plain(thousandths), mark), Ok(thousandths));
            prop_assert_eq!(parse(&written(thousandths, mark), mark), Ok(thousandths));
        }
        prop_assert_eq!((decimal::number(thousandths) * 1000.0).round() as i64, thousandths);
    }

    /// The running sum against all numbers in a list.
    #[test]
    fn figures_are_those_of_the_numbers_themselves(
        given in proptest::collection::vec((-60_000i64..60_000, any::<bool>()), 0..40),
        right in proptest::collection::vec(-60i64..60, 0..3),
    ) {
        let mut tally = NumberTally::default();
        given.iter().for_each(|(value, _)| tally.add(*value));
        given.iter().filter(|(_, stays)| !stays).for_each(|(value, _)| tally.remove(*value));
        let mut values: Vec<i64> = given.iter().filter(|(_, stays)| *stays).map(|(value, _)| *value).collect();
        values.sort_unstable();
        let item = |value: &i64| Item { label: value.to_string(), correct: true, ..Item::default() };
        let results = tally.results(&Number { items: right.iter().map(item).collect(), ..Number::default() });
        let numbers: Vec<f64> = values.iter().map(|value| *value as f64 / 1000.0).collect();
        prop_assert_eq!(&results.values, &numbers);
        prop_assert_eq!(results.voters, values.len() as u64);
        let mean = numbers.iter().sum::<f64>() / numbers.len() as f64;
        prop_assert!(results.mean.is_none_or(|it| (it - mean).abs() < 1e-6) && results.mean.is_none() == numbers.is_empty());
        let (out, histogram) = (&results.outliers, &results.columns);
        prop_assert_eq!(histogram.counts.iter().sum::<u64>() + out.below + out.above, results.voters);
        prop_assert!(histogram.counts.len() as i64 <= COLUMNS);
        if let Some((low, high)) = results.quartiles {
            let far = |value: f64| results.voters >= 5 && high > low
                && (value < low - 3.0 * (high - low) - 1e-9 || value > high + 3.0 * (high - low) + 1e-9);
            let count = numbers.iter().filter(|value| far(**value)).count() as u64;
            prop_assert_eq!(out.below + out.above, count);
        }
        if let Some(nearest) = &results.nearest {
            let away = |value: f64| right.iter().map(|right| (value - *right as f64).abs()).fold(f64::MAX, f64::min);
            let least = numbers.iter().map(|value| away(*value)).fold(f64::MAX, f64::min);
            let close = numbers.iter().filter(|value| away(**value) <= least + 1e-9).count() as u64;
            prop_assert_eq!(nearest.voters, close);
        }
        prop_assert_eq!(results.nearest.is_some(), !right.is_empty() && !numbers.is_empty());
        prop_assert_eq!(tally.page(), results.bounded());
    }
}

fn tally(values: &[f64]) -> NumberTally {
    let mut tally = NumberTally::default();
    values
        .iter()
        .for_each(|value| tally.add((value * 1000.0).round() as i64));
    tally
}

#[test]
fn figures_by_hand() {
    for (given, mean, median, quartiles, (below, above)) in [
        (&[][..], None, None, None, (0, 0)),
        (&[8.0], Some(8.0), Some(8.0), Some((8.0, 8.0)), (0, 0)),
        (
            &[2.0, 3.0],
            Some(2.5),
            Some(2.5),
            Some((2.25, 2.75)),
            (0, 0),
        ),
        // The example of R's documentation of quantiles, type 7.
        (
            &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0],
            Some(4.5),
            Some(4.5),
            Some((2.75, 6.25)),
            (0, 0),
        ),
        (
            &[1.0, 2.0, 3.0, 4.0, 100.0],
            Some(22.0),
            Some(3.0),
            Some((2.0, 4.0)),
            (0, 1),
        ),
        // On the fence is inside: 4 + 3 × 2.
        (
            &[1.0, 2.0, 3.0, 4.0, 10.0],
            Some(4.0),
            Some(3.0),
            Some((2.0, 4.0)),
            (0, 0),
        ),
        (
            &[1.0, 2.0, 3.0, 4.0, 10.001],
            Some(4.0002),
            Some(3.0),
            Some((2.0, 4.0)),
            (0, 1),
        ),
        (
            &[-50.0, 2.0, 3.0, 4.0, 5.0],
            Some(-7.2),
            Some(3.0),
            Some((2.0, 4.0)),
            (1, 0),
        ),
        (
            &[-50.0, 2.0, 3.0, 4.0, 5.0, 90.0],
            Some(9.0),
            Some(3.5),
            Some((2.25, 4.75)),
            (1, 1),
        ),
        (
            &[5.0, 5.0, 5.0, 5.0, 900.0],
            Some(184.0),
            Some(5.0),
            Some((5.0, 5.0)),
            (0, 0),
        ),
        (
            &[1.0, 2.0, 3.0, 400.0],
            Some(101.5),
            Some(2.5),
            Some((1.75, 102.25)),
            (0, 0),
        ),
    ] {
        let results = tally(given).results(&Number::default());
        assert_eq!(
            (results.mean, results.median, results.quartiles),
            (mean, median, quartiles),
            "{given:?}"
        );
        assert_eq!(
            (results.outliers.below, results.outliers.above),
            (below, above),
            "{given:?}"
        );
    }
}

#[test]
fn columns_are_as_wide_as_people_count() {
    for (given, from, step, single, counts) in [
        (&[8.0][..], 8.0, 1.0, true, vec![1]),
        (&[3.0, 5.0, 5.0], 3.0, 1.0, true, vec![1, 0, 2]),
        (&[0.5, 1.0], 0.5, 0.1, true, vec![1, 0, 0, 0, 0, 1]),
        (&[-1.0, 1.0], -1.0, 1.0, true, vec![1, 0, 1]),
        (&[-0.25, -0.24], -0.25, 0.01, true, vec![1, 1]),
        (
            &[7.0, 41.0],
            6.0,
            2.0,
            false,
            [vec![1], vec![0; 16], vec![1]].concat(),
        ),
        (
            &[0.0, 25.0],
            0.0,
            2.0,
            false,
            [vec![1], vec![0; 11], vec![1]].concat(),
        ),
        (
            &[0.0, 24.0],
            0.0,
            1.0,
            true,
            [vec![1], vec![0; 23], vec![1]].concat(),
        ),
        (
            &[1950.0, 2010.0],
            1950.0,
            5.0,
            false,
            [vec![1], vec![0; 11], vec![1]].concat(),
        ),
    ] {
        let histogram = tally(given).page().columns;
        assert_eq!(
            histogram,
            NumberHistogram {
                from,
                step,
                single,
                counts
            },
            "{given:?}"
        );
    }
    let far = tally(&[-1e12, 1e12, 0.001]).page().columns;
    assert!(
        far.counts.len() <= 25 && far.counts.iter().sum::<u64>() == 3,
        "{far:?}"
    );
}

#[test]
fn all_who_are_nearest_to_a_right_answer_are() {
    let item = |label: &str| Item {
        label: label.to_owned(),
        correct: true,
        ..Item::default()
    };
    let wrong = Item {
        label: "3".to_owned(),
        ..Item::default()
    };
    for (right, given, correct, values, voters) in [
        (
            &["9"][..],
            &[8.0, 10.0, 8.0, 3.0][..],
            &[9.0][..],
            &[8.0, 10.0][..],
            3,
        ),
        (&["9"], &[9.0, 9.0, 10.0], &[9.0], &[9.0], 2),
        (&["9", "3,5"], &[4.0, 30.0], &[3.5, 9.0], &[4.0], 1),
        (&["1.000"], &[999.0, 1.0], &[1000.0], &[999.0], 1),
        (&["-2"], &[2.0], &[-2.0], &[2.0], 1),
        // Signs that are no groups of three: decks of before may have them.
        (&["1.00.0"], &[1000.0], &[1000.0], &[1000.0], 1),
    ] {
        let items = right
            .iter()
            .map(|label| item(label))
            .chain([wrong.clone()])
            .collect();
        let results = tally(given).results(&Number {
            items,
            ..Number::default()
        });
        let nearest = results.nearest.clone().unwrap();
        assert_eq!(
            (&*results.correct, &*nearest.values, nearest.voters),
            (correct, values, voters),
            "{right:?}"
        );
        assert_eq!(
            (results.bounded().nearest, tally(given).page().correct),
            (None, Vec::new())
        );
    }
}
