//! Sentences with a number or somebody's words in them.

use shared::question::choice::OTHER_CHARS;
use shared::question::choice::Pick;

use super::phone;
use crate::language::Language;
use crate::messages::phone as say;
pub use crate::messages::phone::{
    left, minutes, of_round, ordinal, over, qa_full, qa_new, votes, where_between, word, words,
};
use crate::messages::{MessageArgument, ShownNumber, locale, write};
use crate::model::doubt::Doubt;
use crate::ui::bidi::name;
use crate::ui::number::parse;

/// The longest text that a sentence quotes, in characters as people count them.
const QUOTED_CHARS: usize = 80;

/// How many options to choose; nothing where one is chosen, which the form shows by itself.
pub fn pick(language: Language, pick: Pick, options: usize) -> Option<String> {
    let Pick { min, max } = pick;
    Some(match () {
        () if max == 1 => return None,
        () if min == max => say::pick_exactly(language, min),
        () if min + 1 == max => say::pick_either(language, min, max),
        () if max as usize >= options => say::pick_or_more(language, min),
        () => say::pick_range(language, min, max),
    })
}

/// The name of the field behind an `{other}` option.
pub fn other(language: Language, label: &str) -> String {
    say::other(language, OTHER_CHARS, label)
}

/// How many open answers one may still give, of which length.
pub fn open(language: Language, left: u32, given: bool, length: u32) -> String {
    if given {
        say::open_more(language, left, length)
    } else {
        say::open_first(language, left, length)
    }
}

/// How many votes are left.
pub fn votes_left(language: Language, left: u32, of: u32) -> String {
    match (of, left) {
        (1, 0) => phone(language).vote_given.to_owned(),
        (1, _) => phone(language).vote_left.to_owned(),
        _ => say::votes_left(language, left, of),
    }
}

/// A text that is too long, quoted where that fits in a sentence.
pub fn too_long(language: Language, typed: &str, characters: usize, limit: usize) -> String {
    if characters <= QUOTED_CHARS {
        say::too_long_quoted(language, characters, limit, typed)
    } else {
        say::too_long(language, characters, limit)
    }
}

/// One end of a scale.
pub fn end(value: i32, label: &str) -> String {
    format!("{value} = {}", name(label))
}

/// A place on a line between two poles.
pub fn between(language: Language, value: f64, left: &str, right: &str) -> String {
    match value {
        0.0 => pole(language, 0, left),
        100.0 => pole(language, 100, right),
        _ => say::between(language, left, right, ShownNumber::short(value, 2)),
    }
}

/// An end of the line.
pub fn pole(language: Language, value: u32, label: &str) -> String {
    say::pole(language, label, value)
}

/// Where somebody's stored place is.
pub fn you_are_at(language: Language, value: f64) -> String {
    say::you_are_at(language, ShownNumber::short(value, 2))
}

/// What is left of a countdown.
pub fn seconds_left(language: Language, seconds: u64) -> String {
    match seconds {
        0 => phone(language).time_is_up.to_owned(),
        1..60 => say::seconds_left(language, seconds),
        _ => say::time_left(language, &format!("{}:{:02}", seconds / 60, seconds % 60)),
    }
}

/// What somebody is asked before something is sent that people seldom mean.
pub fn doubt(language: Language, doubt: &Doubt) -> String {
    match doubt {
        // It stands at the first of them.
        Doubt::Unanswered { statements } => {
            say::doubt_unanswered(language, statements.len().saturating_sub(1))
        }
        Doubt::Fewer { given, of } => say::doubt_fewer(language, *given, *of),
        Doubt::Unchosen { label } => say::doubt_unchosen(language, label),
    }
}

/// A time of day, which comes as `14:45`.
pub fn clock(language: Language, time: &str) -> String {
    time.split_once(':').map_or_else(
        || time.to_owned(),
        |(hour, minute)| locale::clock(language, hour, minute),
    )
}

/// One's own answer among everybody's, with its value where the place does not say it.
pub fn you(language: Language, value: Option<&str>) -> String {
    value.map_or_else(
        || phone(language).you.to_owned(),
        |value| say::you_with(language, MessageArgument::Phrase(value)),
    )
}

/// A number with the language's sign.
pub fn decimal(language: Language, value: f64) -> String {
    write(language, ShownNumber::short(value, 2))
}

/// The same of one that is written with a point.
pub fn written(language: Language, number: &str) -> String {
    let decimals = number
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len() as u32);
    parse(number).map_or_else(
        || number.to_owned(),
        |value| write(language, ShownNumber::fixed(value, decimals)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::known::{En, Nl};

    #[test]
    fn numbers_read_as_people_say_them() {
        assert_eq!(votes(Nl, 1), "1 stem");
        assert_eq!(votes(Nl, 0), "0 stemmen");
        assert_eq!(you_are_at(Nl, 73.5), "Je staat op 73,5.");
        assert_eq!(you_are_at(En, 73.0), "You are at 73.");
        assert_eq!(clock(Nl, "14:45"), "14.45");
        for (value, nl, en) in [
            (0.0, "0, helemaal ‘poes’", "0, all the way ‘poes’"),
            (
                0.01,
                "0,01, tussen ‘poes’ en ‘hond’",
                "0.01, between ‘poes’ and ‘hond’",
            ),
            (
                50.0,
                "50, tussen ‘poes’ en ‘hond’",
                "50, between ‘poes’ and ‘hond’",
            ),
            (
                70.0,
                "70, tussen ‘poes’ en ‘hond’",
                "70, between ‘poes’ and ‘hond’",
            ),
            (
                99.5,
                "99,5, tussen ‘poes’ en ‘hond’",
                "99.5, between ‘poes’ and ‘hond’",
            ),
            (100.0, "100, helemaal ‘hond’", "100, all the way ‘hond’"),
        ] {
            assert_eq!(
                (
                    between(Nl, value, "poes", "hond"),
                    between(En, value, "poes", "hond")
                ),
                (nl.into(), en.into())
            );
        }
    }

    #[test]
    fn a_long_text_is_not_quoted() {
        assert!(too_long(Nl, "samen", 30, 25).starts_with("‘samen’ is te lang: 30 tekens"));
        assert!(too_long(En, "together", 230, 200).starts_with("Your answer is too long: 230"));
    }

    #[test]
    fn what_to_choose_is_said_where_it_is_more_than_one() {
        for (min, max, of, nl, en) in [
            (1, 1, 4, None, None),
            (
                2,
                2,
                4,
                Some("Kies 2 antwoorden."),
                Some("Choose 2 answers."),
            ),
            (
                1,
                2,
                4,
                Some("Kies 1 of 2 antwoorden."),
                Some("Choose 1 or 2 answers."),
            ),
            (
                1,
                2,
                2,
                Some("Kies 1 of 2 antwoorden."),
                Some("Choose 1 or 2 answers."),
            ),
            (
                3,
                4,
                9,
                Some("Kies 3 of 4 antwoorden."),
                Some("Choose 3 or 4 answers."),
            ),
            (
                1,
                3,
                4,
                Some("Kies 1 tot en met 3 antwoorden."),
                Some("Choose 1 to 3 answers."),
            ),
            (
                1,
                4,
                4,
                Some("Kies 1 antwoord of meer."),
                Some("Choose 1 or more answers."),
            ),
            (
                2,
                9,
                9,
                Some("Kies 2 antwoorden of meer."),
                Some("Choose 2 or more answers."),
            ),
        ] {
            let said = (
                pick(Nl, Pick { min, max }, of),
                pick(En, Pick { min, max }, of),
            );
            assert_eq!(
                (said.0.as_deref(), said.1.as_deref()),
                (nl, en),
                "{min} to {max} of {of}"
            );
        }
    }
}
