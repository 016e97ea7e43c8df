//! A place on the line, and the figures of many.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::*;
use crate::question::tests::form;

fn line() -> Spectrum {
    let pole = |label: &str| Pole {
        label: label.to_owned(),
        note: None,
        image: None,
    };
    Spectrum {
        left: pole("poes"),
        right: pole("hond"),
        ..Spectrum::default()
    }
}

fn at(hundredths: u16) -> Result<Answer, Refusal> {
    Ok(Answer::Spectrum { hundredths })
}

#[test]
fn a_place_from_a_form() {
    for (typed, expected) in [
        ("0", at(0)),
        (" 100 ", at(10_000)),
        ("7,5", at(750)),
        ("7.5", at(750)),
        ("", Err(Refusal::Empty)),
        ("  ", Err(Refusal::Empty)),
        ("33.333", at(3333)),
        ("66.666", at(6667)),
        ("-0.0", at(0)),
        ("-0.01", Err(Refusal::OutOfRange)),
        ("100.01", Err(Refusal::OutOfRange)),
        ("1e300", Err(Refusal::OutOfRange)),
        ("null", Err(Refusal::WrongKind)),
        ("-1", Err(Refusal::OutOfRange)),
        ("101", Err(Refusal::OutOfRange)),
        ("NaN", Err(Refusal::OutOfRange)),
        ("inf", Err(Refusal::OutOfRange)),
        ("1.000,5", Err(Refusal::WrongKind)),
        ("hond", Err(Refusal::WrongKind)),
    ] {
        assert_eq!(
            line().read(&form([("value", typed)])),
            expected,
            "{typed:?}"
        );
    }
}

fn tally(percents: &[f64]) -> SpectrumTally {
    let mut tally = SpectrumTally::default();
    percents
        .iter()
        .for_each(|percent| tally.add((percent * 100.0).round() as u16));
    tally
}

#[test]
fn figures_by_hand() {
    for (votes, mean, median) in [
        (&[][..], None, None),
        (&[73.0], Some(73.0), Some(73.0)),
        (&[20.0, 70.0, 73.0], Some(163.0 / 3.0), Some(70.0)),
        (&[0.0, 100.0, 10.0, 40.0], Some(37.5), Some(25.0)),
        (&[2.4, 2.5], Some(2.45), Some(2.45)),
        (&[50.0, 50.0, 50.0, 51.0], Some(50.25), Some(50.0)),
    ] {
        let results = tally(votes).results();
        assert_eq!(
            (results.mean, results.median, results.voters),
            (mean, median, votes.len() as u64),
            "{votes:?}"
        );
        let mut sorted = votes.to_vec();
        sorted.sort_by(f64::total_cmp);
        assert_eq!(results.values, sorted);
    }
}

/// bin = ⌊v/5 + 0.5⌋
#[test]
fn bins_at_their_edges() {
    for (value, bin) in [
        (0.0, 0),
        (2.4, 0),
        (2.49, 0),
        (2.5, 1),
        (7.49, 1),
        (7.5, 2),
        (50.0, 10),
        (52.49, 10),
        (52.5, 11),
        (97.4, 19),
        (97.49, 19),
        (97.5, 20),
        (100.0, 20),
    ] {
        let histogram = tally(&[value]).results().histogram;
        assert_eq!(
            (
                histogram.len(),
                histogram.iter().position(|count| *count == 1)
            ),
            (BINS, Some(bin)),
            "{value}"
        );
        assert_eq!(histogram.iter().sum::<u64>(), 1);
    }
}

#[test]
fn each_vote_counts_in_every_sum() {
    let mut all = tally(&[0.0, 0.4, 0.5, 99.6, 100.0, 100.0]);
    let results = all.results();
    assert_eq!(
        (
            results.fine.len(),
            results.fine[0],
            results.fine[1],
            results.fine[100]
        ),
        (101, 2, 1, 3)
    );
    assert_eq!((results.histogram[0], results.histogram[20]), (3, 3));
    all.remove(10_000);
    assert_eq!(
        all.results(),
        tally(&[0.0, 0.4, 0.5, 99.6, 100.0]).results()
    );
    all.remove(1234);
    assert_eq!(all.voters(), 5, "what was never counted is not taken back");
}

#[test]
fn a_view_of_many_holds_the_density_instead_of_every_value() {
    let tally_of_many = tally(&vec![50.0; DOTS_MAX + 1]);
    let many = tally_of_many.results();
    assert_eq!(many.values.len(), DOTS_MAX + 1);
    let bounded = tally_of_many.page();
    assert_eq!(
        (bounded.values.len(), bounded.voters, bounded.fine[50]),
        (0, many.voters, many.voters)
    );
    assert_eq!(tally(&[50.0; DOTS_MAX]).page().values.len(), DOTS_MAX);
}

#[test]
fn whole_places_stay_whole() {
    assert_eq!(
        serde_json::to_string(&[percent(7300), percent(750), percent(1)]).unwrap(),
        "[73,7.5,0.01]"
    );
}
