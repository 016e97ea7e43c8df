//! What a spectrum comes to in words: one sentence, how everybody moved, the table behind its
//! figure, and what stands under it.

use shared::question::spectrum::{Pole, SpectrumResults};

use super::SpectrumFigure;
use super::slope_chart::Moved;
use crate::kinds::figure_context::FigureContext;
use crate::language::Language;
use crate::messages::results::{self as say, ResultsTexts};
use crate::messages::{MessageArgument, ShownNumber};
use crate::texts::charts::grouped;
use crate::texts::stage as stage_say;

/// How many lean to which pole.
pub fn described(language: Language, spectrum: &SpectrumFigure<'_>) -> String {
    let (left, right) = (&spectrum.input.left, &spectrum.input.right);
    sentence(
        language,
        spectrum.results,
        name(left, "0"),
        name(right, "100"),
    )
}

/// What a pole is called: after its place, where it has no name.
fn name<'a>(pole: &'a Pole, place: &'static str) -> &'a str {
    if pole.label.is_empty() {
        place
    } else {
        &pole.label
    }
}

/// "84 kiezen meer voor ‘hond’, 52 voor ‘poes’, 6 staan in het midden."; the larger side first.
fn sentence(language: Language, results: &SpectrumResults, left: &str, right: &str) -> String {
    if results.voters == 1 {
        return one_position(language, results.mean.unwrap_or(50.0), left, right);
    }
    let (low, high) = sides(results);
    let middle = results.voters.saturating_sub(low + high);
    let (more, to, less, other) = if high >= low {
        (high, right, low, left)
    } else {
        (low, left, high, right)
    };
    match (more, middle) {
        (0, _) => say::all_in_the_middle(language, middle),
        (_, 0) => say::sides(language, less, more, other, to),
        _ => say::sides_and_middle(language, less, middle, more, other, to),
    }
}

/// How many are on either side, from the exact values where there are any: 50.4 leans, though it
/// lies nearest to 50.
fn sides(results: &SpectrumResults) -> (u64, u64) {
    if results.values.is_empty() {
        return (
            results.fine[..50].iter().sum(),
            results.fine[51..].iter().sum(),
        );
    }
    let count =
        |side: fn(&f64) -> bool| results.values.iter().filter(|value| side(value)).count() as u64;
    (count(|value| *value < 50.0), count(|value| *value > 50.0))
}

fn one_position(language: Language, at: f64, left: &str, right: &str) -> String {
    let (to, near) = (
        if at > 50.0 { right } else { left },
        ShownNumber::fixed(at, 0),
    );
    match at {
        50.0 => ResultsTexts::of(language).one_in_the_middle.to_owned(),
        0.0 | 100.0 => say::one_at_the_end(language, to, near),
        _ => say::one_leaning(language, to, near),
    }
}

/// How everybody moved since an earlier question.
pub fn moved(language: Language, spectrum: &SpectrumFigure<'_>) -> Option<String> {
    let (input, now) = (spectrum.input, spectrum.results.mean?.round());
    let then = spectrum.then?.mean?.round();
    let to = if now < then {
        &input.left.label
    } else {
        &input.right.label
    };
    let people = spectrum
        .pairs
        .filter(|pairs| !pairs.is_empty())
        .map(Moved::of);
    Some(with_lines(
        language,
        &points(language, (now - then).abs(), to),
        people,
    ))
}

fn points(language: Language, by: f64, to: &str) -> String {
    say::points(language, ShownNumber::fixed(by, 0), to)
}

/// Which voters have a line of their own, and how many of them did not move.
fn with_lines(language: Language, points: &str, people: Option<Moved>) -> String {
    let Some(people) = people else {
        return points.to_owned();
    };
    let lines = say::lines(language, people.stayed);
    say::points_and_lines(
        language,
        MessageArgument::Phrase(&lines),
        MessageArgument::Phrase(points),
    )
}

/// What stands behind how many took part.
pub fn of_people(language: Language, participants: u64, voters: u64) -> String {
    stage_say::of_taken_part(language, participants, voters)
}

/// The head and the rows of the table behind a figure.
pub fn table(language: Language, results: &SpectrumResults) -> (Vec<String>, Vec<Vec<String>>) {
    let say = ResultsTexts::of(language);
    // Where somebody is: a row of nobody says nothing.
    let taken = results
        .histogram
        .iter()
        .enumerate()
        .filter(|(_, votes)| **votes > 0);
    let rows = taken.map(|(bin, votes)| vec![(bin * 5).to_string(), grouped(language, *votes)]);
    (
        vec![say.head_place.to_owned(), say.head_answers.to_owned()],
        rows.collect(),
    )
}

/// Under the figure: that there is nothing yet, or what it comes to.
pub fn under(context: &FigureContext<'_>, spectrum: &SpectrumFigure<'_>) -> Option<String> {
    let described = || described(context.language, spectrum);
    context
        .nothing_yet()
        .or_else(|| Some(described().trim_end_matches('.').to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::known::{En, Nl};
    use shared::question::spectrum::SpectrumTally;

    fn positions(values: &[u16]) -> SpectrumResults {
        let mut tally = SpectrumTally::default();
        values.iter().for_each(|value| tally.add(value * 100));
        tally.results()
    }

    #[test]
    fn a_spectrum_is_told_in_words() {
        for (values, nl) in [
            (vec![68], "Eén antwoord: 68, meer naar ‘ik loop leeg’."),
            (vec![100], "Eén antwoord: 100, helemaal ‘ik loop leeg’."),
            (vec![0], "Eén antwoord: 0, helemaal ‘poes’."),
            (vec![50], "Eén antwoord: precies in het midden."),
            (vec![50, 50], "2 staan in het midden."),
            (
                vec![10, 90, 80],
                "2 kiezen meer voor ‘ik loop leeg’, 1 voor ‘poes’.",
            ),
            (
                vec![90, 80],
                "2 kiezen meer voor ‘ik loop leeg’, niemand voor ‘poes’.",
            ),
            (
                vec![50, 80],
                "1 kiest meer voor ‘ik loop leeg’, niemand voor ‘poes’, 1 staat in het midden.",
            ),
            (
                vec![10, 20, 50, 90],
                "2 kiezen meer voor ‘poes’, 1 voor ‘ik loop leeg’, 1 staat in het midden.",
            ),
        ] {
            assert_eq!(
                sentence(Nl, &positions(&values), "poes", "ik loop leeg"),
                nl
            );
        }
        let english = sentence(En, &positions(&[10, 90]), "cat", "dog");
        assert_eq!(english, "1 leans towards ‘dog’, 1 towards ‘cat’.");
    }

    #[test]
    fn a_room_that_moved_is_told_in_words() {
        for (by, nl, en) in [
            (
                0.0,
                "Het gemiddelde bleef gelijk",
                "The mean stayed the same",
            ),
            (
                1.0,
                "Gemiddeld schoven we 1 punt naar ‘hond’",
                "On average we moved 1 point towards ‘hond’",
            ),
            (
                10.0,
                "Gemiddeld schoven we 10 punten naar ‘hond’",
                "On average we moved 10 points towards ‘hond’",
            ),
        ] {
            assert_eq!(
                (
                    points(Nl, by, "hond").as_str(),
                    points(En, by, "hond").as_str()
                ),
                (nl, en)
            );
        }
        let moved = Moved {
            left: 3,
            right: 9,
            stayed: 1,
        };
        let said = with_lines(Nl, "We schoven", Some(moved));
        assert_eq!(
            said,
            "We schoven · elke lijn is één deelnemer, naamloos; 1 bleef staan"
        );
        assert_eq!(with_lines(Nl, "We schoven", None), "We schoven");
    }
}
