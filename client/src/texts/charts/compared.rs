//! What charts say where an earlier question is compared with.

use shared::protocol::view::{Compared, Input};
use shared::question::Results;

use crate::charts::shift::Moved;
use crate::language::Language::{self, En, Nl};
use crate::texts::charts::{decimal, grouped};
use crate::ui::bidi::{self, named};
use crate::ui::number;

/// The earlier question, at its own line.
pub fn then(language: Language) -> &'static str {
    match language {
        Nl => "eerst",
        En => "before",
    }
}

/// This question, at its own line.
pub fn now(language: Language) -> &'static str {
    match language {
        Nl => "nu",
        En => "now",
    }
}

/// At a pole: how many moved towards it.
pub fn moved(language: Language, people: u64) -> String {
    let said = grouped(language, people);
    match (language, people) {
        (Nl, 1) => "1 schoof hierheen".to_owned(),
        (Nl, _) => format!("{said} schoven hierheen"),
        (En, _) => format!("{said} moved this way"),
    }
}

/// How everybody moved, as one sentence; nothing while there is nothing to compare.
pub fn moved_sentence(language: Language, input: &Input, compared: &Compared, results: &Results) -> Option<String> {
    match (&compared.results, results, input) {
        _ if results.voters() == 0 => None,
        (Results::Spectrum(then), Results::Spectrum(now), Input::Spectrum { left, right, .. }) => {
            let (then, now) = (then.mean?.round(), now.mean?.round());
            let to = bidi::name(if now < then { &left.label } else { &right.label });
            let people = compared.pairs.as_deref().filter(|pairs| !pairs.is_empty()).map(Moved::of);
            Some(format!("{}{}", points(language, (now - then).abs(), &to), stayed(language, people)))
        }
        (Results::Choice(_), Results::Choice(_), _) => Some(bars(language, compared.results.voters())),
        (Results::Scale(_), Results::Scale(_), _) => Some(marks(language, compared.results.voters())),
        _ => None,
    }
}

fn points(language: Language, by: f64, to: &str) -> String {
    let (said, to) = (number::fixed(by, 0), named(to));
    match (language, by as u64) {
        (Nl, 0) => "Het gemiddelde bleef gelijk".to_owned(),
        (En, 0) => "The mean stayed the same".to_owned(),
        (Nl, 1) => format!("Gemiddeld schoven we 1 punt naar {to}"),
        (Nl, _) => format!("Gemiddeld schoven we {said} punten naar {to}"),
        (En, 1) => format!("On average we moved 1 point towards {to}"),
        (En, _) => format!("On average we moved {said} points towards {to}"),
    }
}

/// Who is told apart, and how many of them did not move.
fn stayed(language: Language, people: Option<Moved>) -> String {
    let Some(people) = people else { return String::new() };
    let stayed = grouped(language, people.stayed);
    match (language, people.stayed) {
        (Nl, 0) => " · elke lijn is één deelnemer, naamloos".to_owned(),
        (Nl, 1) => " · elke lijn is één deelnemer, naamloos; 1 bleef staan".to_owned(),
        (Nl, _) => format!(" · elke lijn is één deelnemer, naamloos; {stayed} bleven staan"),
        (En, 0) => " · each line is one participant, unnamed".to_owned(),
        (En, _) => format!(" · each line is one participant, unnamed; {stayed} stayed"),
    }
}

fn bars(language: Language, voters: u64) -> String {
    let voters_said = grouped(language, voters);
    match (language, voters) {
        (Nl, 1) => "Smalle balk: eerst, 1 stem".to_owned(),
        (Nl, _) => format!("Smalle balk: eerst, {voters_said} stemmen"),
        (En, 1) => "Thin bar: before, 1 vote".to_owned(),
        (En, _) => format!("Thin bar: before, {voters_said} votes"),
    }
}

fn marks(language: Language, voters: u64) -> String {
    let voters_said = grouped(language, voters);
    match (language, voters) {
        (Nl, 1) => "Open driehoek: het gemiddelde van eerst, 1 antwoord".to_owned(),
        (Nl, _) => format!("Open driehoek: het gemiddelde van eerst, {voters_said} antwoorden"),
        (En, 1) => "Hollow triangle: the mean before, 1 answer".to_owned(),
        (En, _) => format!("Hollow triangle: the mean before, {voters_said} answers"),
    }
}

/// A mean as it was.
pub fn was(language: Language, mean: f64) -> String {
    format!("{} {}", then(language), decimal(language, mean))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_that_moved_is_told_in_words() {
        for (by, nl, en) in [
            (0.0, "Het gemiddelde bleef gelijk", "The mean stayed the same"),
            (1.0, "Gemiddeld schoven we 1 punt naar ‘hond’", "On average we moved 1 point towards ‘hond’"),
            (10.0, "Gemiddeld schoven we 10 punten naar ‘hond’", "On average we moved 10 points towards ‘hond’"),
        ] {
            assert_eq!((points(Nl, by, "hond").as_str(), points(En, by, "hond").as_str()), (nl, en));
        }
        let moved = Moved { left: 3, right: 9, stayed: 1 };
        assert_eq!(stayed(Nl, Some(moved)), " · elke lijn is één deelnemer, naamloos; 1 bleef staan");
        assert_eq!(stayed(Nl, None), "");
    }
}
