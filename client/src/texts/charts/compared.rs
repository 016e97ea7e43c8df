//! What charts say where an earlier question is compared with.

use shared::protocol::view::{Compared, Input};
use shared::question::Results;

use crate::charts::shift::Moved;
use crate::language::Language;
pub use crate::messages::results::moved;
use crate::messages::results::{self as say, Results as Texts};
use crate::messages::{Number, Value};

/// The earlier question, at its own line.
pub fn then(language: Language) -> &'static str {
    Texts::of(language).then
}

/// This question, at its own line.
pub fn now(language: Language) -> &'static str {
    Texts::of(language).now
}

/// How everybody moved, as one sentence; nothing while there is nothing to compare.
pub fn moved_sentence(language: Language, input: &Input, compared: &Compared, results: &Results) -> Option<String> {
    match (&compared.results, results, input) {
        _ if results.voters() == 0 => None,
        (Results::Spectrum(then), Results::Spectrum(now), Input::Spectrum { left, right, .. }) => {
            let (then, now) = (then.mean?.round(), now.mean?.round());
            let to = if now < then { &left.label } else { &right.label };
            let people = compared.pairs.as_deref().filter(|pairs| !pairs.is_empty()).map(Moved::of);
            Some(with_lines(language, &points(language, (now - then).abs(), to), people))
        }
        (Results::Choice(_), Results::Choice(_), _) => Some(say::bars(language, compared.results.voters())),
        (Results::Scale(_), Results::Scale(_), _) => Some(say::marks(language, compared.results.voters())),
        _ => None,
    }
}

fn points(language: Language, by: f64, to: &str) -> String {
    say::points(language, Number::fixed(by, 0), to)
}

/// Who is told apart, and how many of them did not move.
fn with_lines(language: Language, points: &str, people: Option<Moved>) -> String {
    let Some(people) = people else { return points.to_owned() };
    let lines = say::lines(language, people.stayed);
    say::points_and_lines(language, Value::Phrase(&lines), Value::Phrase(points))
}

/// A mean as it was.
pub fn was(language: Language, mean: f64) -> String {
    say::was(language, Number::fixed(mean, 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::known::{En, Nl};

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
        let said = with_lines(Nl, "We schoven", Some(moved));
        assert_eq!(said, "We schoven · elke lijn is één deelnemer, naamloos; 1 bleef staan");
        assert_eq!(with_lines(Nl, "We schoven", None), "We schoven");
    }
}
