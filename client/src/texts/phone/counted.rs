//! Sentences with a number or somebody's words in them.

use shared::limits::OTHER_CHARS;
use shared::question::choice::Pick;

use super::phone;
use crate::language::Language::{self, En, Nl};
use crate::model::doubt::Doubt;
use crate::ui::bidi::{name, named};
use crate::ui::number;

/// The longest text that a sentence quotes, in characters as people count them.
const QUOTED_CHARS: usize = 80;

/// How many options to choose; nothing where one is chosen, which the form shows by itself.
pub fn pick(language: Language, pick: Pick, options: usize) -> Option<String> {
    let Pick { min, max } = pick;
    let all = max as usize >= options;
    Some(match language {
        _ if max == 1 => return None,
        Nl if min == max => format!("Kies {min} antwoorden."),
        En if min == max => format!("Choose {min} answers."),
        Nl if min + 1 == max => format!("Kies {min} of {max} antwoorden."),
        En if min + 1 == max => format!("Choose {min} or {max} answers."),
        Nl if all && min == 1 => "Kies 1 antwoord of meer.".to_owned(),
        Nl if all => format!("Kies {min} antwoorden of meer."),
        En if all => format!("Choose {min} or more answers."),
        Nl => format!("Kies {min} tot en met {max} antwoorden."),
        En => format!("Choose {min} to {max} answers."),
    })
}

/// How many characters may still be typed.
pub fn left(language: Language, characters: usize) -> String {
    match (language, characters) {
        (Nl, 1) => "Nog 1 teken".to_owned(),
        (En, 1) => "1 character left".to_owned(),
        (Nl, _) => format!("Nog {characters} tekens"),
        (En, _) => format!("{characters} characters left"),
    }
}

/// How many characters are too many.
pub fn over(language: Language, characters: usize) -> String {
    match (language, characters) {
        (Nl, 1) => "1 teken te veel".to_owned(),
        (En, 1) => "1 character too many".to_owned(),
        (Nl, _) => format!("{characters} tekens te veel"),
        (En, _) => format!("{characters} characters too many"),
    }
}

/// The name of the field behind an `{other}` option.
pub fn other(language: Language, label: &str) -> String {
    let label = name(label);
    match language {
        Nl => format!("{label}, namelijk (hoogstens {OTHER_CHARS} tekens)"),
        En => format!("{label}, please say (at most {OTHER_CHARS} characters)"),
    }
}

/// How many words of which length.
pub fn words(language: Language, entries: u32, length: u32) -> String {
    match (language, entries) {
        (Nl, 1) => format!("Eén woord of korte zin van hoogstens {length} tekens."),
        (En, 1) => format!("One word or short phrase of at most {length} characters."),
        (Nl, _) => format!("Hoogstens {entries} woorden of korte zinnen, elk hoogstens {length} tekens."),
        (En, _) => format!("At most {entries} words or short phrases, of at most {length} characters each."),
    }
}

/// The name of the field for one of several words.
pub fn word(language: Language, number: usize, of: u32) -> String {
    match language {
        Nl => format!("Woord {number} van {of}"),
        En => format!("Word {number} of {of}"),
    }
}

/// First, second, third: what stands in a field that is still empty.
pub fn ordinal(language: Language, number: usize) -> &'static str {
    const WORDS: [(&str, &str); 10] = [
        ("eerste", "first"),
        ("tweede", "second"),
        ("derde", "third"),
        ("vierde", "fourth"),
        ("vijfde", "fifth"),
        ("zesde", "sixth"),
        ("zevende", "seventh"),
        ("achtste", "eighth"),
        ("negende", "ninth"),
        ("tiende", "tenth"),
    ];
    let word = WORDS.get(number.wrapping_sub(1)).copied().unwrap_or_default();
    match language {
        Nl => word.0,
        En => word.1,
    }
}

/// How many open answers one may still give, of which length.
pub fn open(language: Language, left: u32, given: bool, length: u32) -> String {
    let answers = match (language, left) {
        (Nl, 1) => "1 antwoord".to_owned(),
        (En, 1) => "1 answer".to_owned(),
        (Nl, _) => format!("{left} antwoorden"),
        (En, _) => format!("{left} answers"),
    };
    match (language, given) {
        (Nl, false) if left == 1 => format!("Hoogstens {length} tekens."),
        (En, false) if left == 1 => format!("At most {length} characters."),
        (Nl, false) => format!("Hoogstens {answers}, elk hoogstens {length} tekens."),
        (En, false) => format!("At most {answers}, of at most {length} characters each."),
        (Nl, true) => format!("Je mag nog {answers} geven, van hoogstens {length} tekens."),
        (En, true) if left == 1 => format!("You may give 1 more answer, of at most {length} characters."),
        (En, true) => format!("You may give {left} more answers, of at most {length} characters."),
    }
}

/// How many votes are left.
pub fn votes_left(language: Language, left: u32, of: u32) -> String {
    match (language, of) {
        (Nl, 1) if left == 0 => "Je hebt je stem gegeven.".to_owned(),
        (En, 1) if left == 0 => "You have given your vote.".to_owned(),
        (Nl, 1) => "Je hebt 1 stem.".to_owned(),
        (En, 1) => "You have 1 vote.".to_owned(),
        (Nl, _) => format!("Je hebt nog {left} van je {of} stemmen."),
        (En, _) => format!("You have {left} of your {of} votes left."),
    }
}

/// How many votes an answer has.
pub fn votes(language: Language, votes: u64) -> String {
    match (language, votes) {
        (Nl, 1) => "1 stem".to_owned(),
        (En, 1) => "1 vote".to_owned(),
        (Nl, _) => format!("{votes} stemmen"),
        (En, _) => format!("{votes} votes"),
    }
}

/// A text that is too long, quoted where that fits in a sentence.
pub fn too_long(language: Language, typed: &str, characters: usize, limit: usize) -> String {
    let quoted = (characters <= QUOTED_CHARS).then(|| named(typed));
    match language {
        Nl => {
            let what = quoted.unwrap_or_else(|| "Je antwoord".to_owned());
            format!(
                "{what} is te lang: {characters} tekens, en er passen er {limit}. Maak het korter en verstuur opnieuw."
            )
        }
        En => {
            let what = quoted.unwrap_or_else(|| "Your answer".to_owned());
            format!("{what} is too long: {characters} characters, and {limit} fit. Make it shorter and send again.")
        }
    }
}

/// One end of a scale.
pub fn end(value: i32, label: &str) -> String {
    format!("{value} = {}", name(label))
}

/// What is asked on a line between two poles.
pub fn where_between(language: Language, left: &str, right: &str) -> String {
    let poles = [named(left), named(right)].join(and(language));
    match language {
        Nl => format!("Waar sta jij, tussen {poles}?"),
        En => format!("Where are you, between {poles}?"),
    }
}

/// A place on a line between two poles.
pub fn between(language: Language, value: f64, left: &str, right: &str) -> String {
    if value == 0.0 {
        return pole(language, 0, left);
    }
    if value == 100.0 {
        return pole(language, 100, right);
    }
    let poles = [named(left), named(right)].join(and(language));
    let value = decimal(language, value);
    match language {
        Nl => format!("{value}, tussen {poles}"),
        En => format!("{value}, between {poles}"),
    }
}

/// An end of the line.
pub fn pole(language: Language, value: u32, label: &str) -> String {
    let label = named(label);
    match language {
        Nl => format!("{value}, helemaal {label}"),
        En => format!("{value}, all the way {label}"),
    }
}

/// Where somebody's stored place is.
pub fn you_are_at(language: Language, value: f64) -> String {
    let value = decimal(language, value);
    match language {
        Nl => format!("Je staat op {value}."),
        En => format!("You are at {value}."),
    }
}

/// Of which round results are, where it is not the one under way.
pub fn of_round(language: Language, round: u32) -> String {
    match language {
        Language::Nl => format!("Dit is ronde {round}."),
        Language::En => format!("This is round {round}."),
    }
}

/// What is left of a countdown.
pub fn seconds_left(language: Language, seconds: u64) -> String {
    match (language, seconds) {
        (_, 0) => phone(language).time_is_up.to_owned(),
        (Nl, 1) => "Nog 1 seconde".to_owned(),
        (En, 1) => "1 second left".to_owned(),
        (Nl, ..60) => format!("Nog {seconds} seconden"),
        (En, ..60) => format!("{seconds} seconds left"),
        (Nl, _) => format!("Nog {}:{:02}", seconds / 60, seconds % 60),
        (En, _) => format!("{}:{:02} left", seconds / 60, seconds % 60),
    }
}

/// What somebody is asked before something is sent that people seldom mean.
pub fn doubt(language: Language, doubt: &Doubt) -> String {
    match doubt {
        Doubt::Unanswered { statements } => unanswered(language, statements.len()),
        Doubt::Fewer { given, of } => match language {
            Nl => format!(
                "Je vulde {given} van de {of} in, en later kan er niets meer bij. Vul aan, of verstuur nog een keer als dit alles is."
            ),
            En => format!(
                "You filled in {given} of {of}, and nothing can be added later. Add more, or send once more if this is all."
            ),
        },
        Doubt::Unchosen { label } => {
            let label = named(label);
            match language {
                Nl => format!(
                    "Je typte iets bij {label}, maar dat heb je niet gekozen. Kies het alsnog, of verstuur nog een keer zonder deze tekst."
                ),
                En => format!(
                    "You typed something at {label}, but did not choose it. Choose it after all, or send once more without this text."
                ),
            }
        }
    }
}

/// It stands at the first of them.
fn unanswered(language: Language, statements: usize) -> String {
    match (language, statements.saturating_sub(1)) {
        (Nl, 0) => "Hier koos je nog niets. Kies iets, of verstuur nog een keer om dit over te slaan.".to_owned(),
        (En, 0) => "You chose nothing here yet. Choose something, or send once more to skip this.".to_owned(),
        (Nl, more) => format!(
            "Hier koos je nog niets, en bij nog {more} ook niet. Kies iets, of verstuur nog een keer om die over te slaan."
        ),
        (En, more) => {
            format!("You chose nothing here yet, nor at {more} more. Choose something, or send once more to skip them.")
        }
    }
}

/// The length of a break.
pub fn minutes(language: Language, minutes: u32) -> String {
    match (language, minutes) {
        (Nl, 1) => "1 minuut".to_owned(),
        (En, 1) => "1 minute".to_owned(),
        (Nl, _) => format!("{minutes} minuten"),
        (En, _) => format!("{minutes} minutes"),
    }
}

/// A time of day, which comes as `14:45`.
pub fn clock(language: Language, time: &str) -> String {
    match language {
        Nl => time.replace(':', "."),
        En => time.to_owned(),
    }
}

fn and(language: Language) -> &'static str {
    match language {
        Nl => " en ",
        En => " and ",
    }
}

/// One's own answer among everybody's, with its value where the place does not say it.
pub fn you(language: Language, value: Option<&str>) -> String {
    let you = phone(language).you;
    value.map_or_else(|| you.to_owned(), |value| format!("{you}: {value}"))
}

/// A number with the language's sign.
pub fn decimal(language: Language, value: f64) -> String {
    written(language, &number::short(value, 2))
}

/// The same of one that is written with a point.
pub fn written(language: Language, number: &str) -> String {
    match language {
        Nl => number.replace('.', ","),
        En => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_people_say_them() {
        assert_eq!(votes(Nl, 1), "1 stem");
        assert_eq!(votes(Nl, 0), "0 stemmen");
        assert_eq!(you_are_at(Nl, 73.5), "Je staat op 73,5.");
        assert_eq!(you_are_at(En, 73.0), "You are at 73.");
        assert_eq!(clock(Nl, "14:45"), "14.45");
        for (value, nl, en) in [
            (0.0, "0, helemaal ‘poes’", "0, all the way ‘poes’"),
            (0.01, "0,01, tussen ‘poes’ en ‘hond’", "0.01, between ‘poes’ and ‘hond’"),
            (50.0, "50, tussen ‘poes’ en ‘hond’", "50, between ‘poes’ and ‘hond’"),
            (70.0, "70, tussen ‘poes’ en ‘hond’", "70, between ‘poes’ and ‘hond’"),
            (99.5, "99,5, tussen ‘poes’ en ‘hond’", "99.5, between ‘poes’ and ‘hond’"),
            (100.0, "100, helemaal ‘hond’", "100, all the way ‘hond’"),
        ] {
            assert_eq!(
                (between(Nl, value, "poes", "hond"), between(En, value, "poes", "hond")),
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
            (2, 2, 4, Some("Kies 2 antwoorden."), Some("Choose 2 answers.")),
            (1, 2, 4, Some("Kies 1 of 2 antwoorden."), Some("Choose 1 or 2 answers.")),
            (1, 2, 2, Some("Kies 1 of 2 antwoorden."), Some("Choose 1 or 2 answers.")),
            (3, 4, 9, Some("Kies 3 of 4 antwoorden."), Some("Choose 3 or 4 answers.")),
            (1, 3, 4, Some("Kies 1 tot en met 3 antwoorden."), Some("Choose 1 to 3 answers.")),
            (1, 4, 4, Some("Kies 1 antwoord of meer."), Some("Choose 1 or more answers.")),
            (2, 9, 9, Some("Kies 2 antwoorden of meer."), Some("Choose 2 or more answers.")),
        ] {
            let said = (pick(Nl, Pick { min, max }, of), pick(En, Pick { min, max }, of));
            assert_eq!((said.0.as_deref(), said.1.as_deref()), (nl, en), "{min} to {max} of {of}");
        }
    }
}
