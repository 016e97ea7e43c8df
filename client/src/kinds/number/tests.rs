//! Every axis with every crowd: nothing sticks out, no text lies on another; and what numbers come
//! to in words.

use shared::question::number::NumberInput;
use shared::question::number::decimal::DecimalMark;
use shared::question::number::{Number, NumberResults, NumberTally};

use super::NumberFigure;
use super::axis::Axis;
use super::columns::Columns;
use super::sentences::{described, sentence, table};
use crate::charts::Heading;
use crate::charts::frame::Shape;
use crate::charts::tests::{assert_sound, words_of};
use crate::language::Language;
use crate::language::known::{En, Nl};
use shared::question::item::Item;

const HEADING: Heading<'static> = Heading {
    prompt: "Met hoeveel is een groep op z’n best?",
    body: "",
};

fn asked(
    from: Option<f64>,
    to: Option<f64>,
    unit: Option<&str>,
    ends: Option<&str>,
) -> NumberInput {
    let (low, high) = (ends.map(str::to_owned), ends.map(str::to_owned));
    NumberInput {
        from,
        to,
        low,
        high,
        unit: unit.map(str::to_owned),
        mark: DecimalMark::Comma,
    }
}

fn any() -> NumberInput {
    asked(None, None, None, None)
}

fn results(values: &[f64], right: &[&str]) -> NumberResults {
    let mut tally = NumberTally::default();
    values
        .iter()
        .for_each(|value| tally.add((value * 1000.0).round() as i64));
    let item = |label: &&str| Item {
        label: (*label).to_owned(),
        correct: true,
        ..Item::default()
    };
    let asked = Number {
        items: right.iter().map(item).collect(),
        ..Number::default()
    };
    let mut results = tally.results(&asked);
    results.values.clear();
    results
}

/// So many people who do not agree, around a number.
fn crowd(people: u64, middle: f64, width: f64) -> Vec<f64> {
    (0..people)
        .map(|person| {
            middle + ((person * 37 % 101) as f64 + (person * 53 % 89) as f64 - 95.0) / 190.0 * width
        })
        .collect()
}

#[test]
fn every_axis_with_every_crowd_is_sound() {
    let long = "helemaal niet van toepassing op wat wij hier met elkaar in de wijk aan het doen zijn, of toch maar een heel klein beetje als je goed kijkt";
    for input in [
        any(),
        asked(Some(0.0), Some(20.0), Some("km"), None),
        asked(Some(-5.0), Some(5.0), None, Some("leeg")),
        asked(
            Some(0.0),
            Some(1e12),
            Some("deelnemers per groep"),
            Some(long),
        ),
        asked(Some(0.001), None, Some("€"), None),
    ] {
        for people in [0, 1, 2, 3, 12, 168, 10_000] {
            for (middle, width) in [
                (8.0, 6.0),
                (0.0, 0.01),
                (-40.0, 300.0),
                (1e9, 2e8),
                (5.0, 0.0),
            ] {
                for far in [&[][..], &[900.0], &[-1e7, 4e9], &[-80.0]] {
                    let mut given: Vec<f64> = crowd(people, middle, width);
                    given
                        .iter_mut()
                        .for_each(|value| *value = (*value * 1000.0).round() / 1000.0);
                    given.extend(far.iter().filter(|_| people > 2));
                    for (right, then) in [
                        (&[][..], None),
                        (&["9", "9,5", "1.000"], Some(middle + width)),
                    ] {
                        let results = results(&given, right);
                        let columns = Columns {
                            input: &input,
                            results: &results,
                            then,
                            language: Nl,
                        };
                        for shape in Shape::ALL {
                            let drawing = columns.drawing(HEADING.surface(shape));
                            assert_sound(
                                &drawing,
                                &format!(
                                    "{people} of {middle} ± {width}, {far:?}, {then:?}, {shape:?}, {input:?}"
                                ),
                            );
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn a_picture_says_its_mean_its_median_and_what_lies_outside() {
    let given = [
        &[8.0; 30][..],
        &[10.0; 25],
        &[5.0, 6.0, 7.0, 12.0, 12.0, 15.0],
        &[90.0, 150.0],
    ]
    .concat();
    let of = |right: &[&str], then, class| {
        let (input, results) = (any(), results(&given, right));
        let columns = Columns {
            input: &input,
            results: &results,
            then,
            language: Nl,
        };
        words_of(&columns.drawing(HEADING.surface(Shape::Wide)).marks, class)
    };
    assert_eq!(
        (of(&[], None, "mean-label"), of(&[], None, "median-label")),
        ("gemiddeld 12,5".into(), "mediaan 8".into())
    );
    assert!(
        of(&[], None, "stop").contains("90 t/m 150"),
        "{}",
        of(&[], None, "stop")
    );
    assert_eq!(of(&["9"], None, "right-label"), "✓ goed: 9");
    assert!(of(&[], Some(9.0), "stop").contains("eerst 9,0"));
    let (input, few) = (any(), results(&[8.0, 9.0], &[]));
    let columns = Columns {
        input: &input,
        results: &few,
        then: None,
        language: Nl,
    };
    assert_eq!(
        words_of(
            &columns.drawing(HEADING.surface(Shape::Wide)).marks,
            "mean-label"
        ),
        "",
        "of two there is none"
    );
}

#[test]
fn an_axis_reaches_where_numbers_can_be() {
    for (input, given, marked, from, slots) in [
        (any(), &[8.0][..], &[][..], 4.0, 9),
        (any(), &[1.0], &[], 0.0, 9),
        (any(), &[-1.0], &[], -5.0, 9),
        (asked(Some(1.0), Some(5.0), None, None), &[3.0], &[], 1.0, 5),
        (asked(Some(1.0), None, None, None), &[1.0, 2.0], &[], 1.0, 9),
        (any(), &[2.0, 20.0], &[], 2.0, 19),
        (any(), &[2.0, 20.0], &[24.0], 2.0, 23),
        (any(), &[2.0, 20.0], &[500.0], 2.0, 19),
        (asked(Some(0.0), Some(100.0), None, None), &[], &[], 0.0, 10),
    ] {
        let axis = Axis::of(&input, &results(given, &[]).columns, marked).unwrap();
        assert_eq!(
            (axis.from, axis.slots),
            (from, slots),
            "{given:?} {marked:?} {axis:?}"
        );
    }
    assert_eq!(
        Axis::of(&any(), &results(&[], &[]).columns, &[]),
        None,
        "nothing was given, and anything may be"
    );
}

#[test]
fn numbers_are_told_in_words() {
    let km = asked(None, None, Some("km"), None);
    for (given, right, nl, en) in [
        (&[8.0][..], &[][..], None, None),
        (&[8.0, 9.0], &[], None, None),
        (
            &[8.0, 9.0, 10.0],
            &[],
            Some("De helft zegt 8,5 tot 9,5 km"),
            Some("Half say 8.5 to 9.5 km"),
        ),
        (
            &[8.0; 4],
            &[],
            Some("De helft of meer zegt 8 km"),
            Some("Half or more say 8 km"),
        ),
        (
            &[1.0, 2.0, 3.0, 4.0, 1500.0],
            &[],
            Some("De helft zegt 2 tot 4 km · 1 uitschieter, 1.500, trekt het gemiddelde omhoog"),
            Some("Half say 2 to 4 km · 1 outlier, 1,500, pulls the mean up"),
        ),
        (
            &[-90.0, -80.0, 1.0, 2.0, 2.0, 3.0, 3.0, 4.0, 4.0],
            &[],
            Some(
                "De helft zegt 1 tot 3 km · 2 uitschieters, vanaf -90, trekken het gemiddelde omlaag",
            ),
            Some("Half say 1 to 3 km · 2 outliers, from -90, pull the mean down"),
        ),
        (
            &[-90.0, 1.0, 2.0, 3.0, 4.0, 90.0],
            &[],
            Some("De helft zegt 1,25 tot 3,75 km · 2 uitschieters, van -90 tot 90"),
            Some("Half say 1.25 to 3.75 km · 2 outliers, from -90 to 90"),
        ),
        (
            &[9.0],
            &["9"],
            Some("Goed is 9 km: 1 had het goed"),
            Some("Right is 9 km: 1 had it right"),
        ),
        (
            &[8.0, 10.0, 3.0],
            &["9"],
            Some(
                "Goed is 9 km: 2 zaten er het dichtst bij, met 8 en 10 km · De helft zegt 5,5 tot 9 km",
            ),
            Some("Right is 9 km: 2 came closest, with 8 and 10 km · Half say 5.5 to 9 km"),
        ),
        (
            &[7.0],
            &["3", "9"],
            Some("Goed is 3 en 9 km: 1 zat er het dichtst bij, met 7 km"),
            None,
        ),
    ] {
        let results = results(given, right);
        assert_eq!(sentence(Nl, &km, &results).as_deref(), nl, "{given:?}");
        if en.is_some() || nl.is_none() {
            assert_eq!(sentence(En, &km, &results).as_deref(), en, "{given:?}");
        }
    }
    let describe_right = |language: Language, given: &[f64], right: &[&str]| {
        let figure = NumberFigure {
            input: &km,
            results: &results(given, right),
            then: None,
            pairs: None,
        };
        described(language, &figure)
    };
    let describe = |language: Language, given: &[f64]| describe_right(language, given, &[]);
    assert_eq!(describe(Nl, &[8.5]), "Eén antwoord: 8,5 km.");
    let one = describe_right(Nl, &[4.0], &["5"]);
    assert_eq!(
        one,
        "Eén antwoord: 4 km. Goed is 5 km: 1 zat er het dichtst bij, met 4 km."
    );
    assert_eq!(describe(Nl, &[8.5, 9.0]), "2 antwoorden.");
    assert_eq!(
        describe(Nl, &[8.0, 9.0, 11.0]),
        "3 antwoorden, gemiddeld 9,3, mediaan 9. De helft zegt 8,5 tot 10 km."
    );
    assert_eq!(
        describe(En, &[8.0, 9.0, 11.0]),
        "3 answers, mean 9.3, median 9. Half say 8.5 to 10 km."
    );
}

#[test]
fn the_table_has_a_row_for_each_column_where_somebody_is_and_for_what_lies_outside() {
    for (given, rows) in [
        (&[3.0, 5.0, 5.0][..], &[("3", "1"), ("5", "2")][..]),
        (
            &[1.0, 2.0, 3.0, 4.0, 90.0],
            &[("1", "1"), ("2", "1"), ("3", "1"), ("4", "1"), ("90", "1")],
        ),
        (&[10.0, 41.0], &[("10 tot 12", "1"), ("40 tot 42", "1")]),
        (
            &[-7.0, -7.0, 1.0, 1.0, 1.0, 2.0, 2.0, 2.0, 50.0, 60.0],
            &[("-7", "2"), ("1", "3"), ("2", "3"), ("50 t/m 60", "2")],
        ),
    ] {
        let table: Vec<(String, String)> = table(Nl, &results(given, &[]))
            .1
            .into_iter()
            .map(|row| (row[0].clone(), row[1].clone()))
            .collect();
        let expected: Vec<(String, String)> = rows
            .iter()
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
            .collect();
        assert_eq!(table, expected, "{given:?}");
    }
}
