//! What the page of one room says of when people joined, and of who was removed.

use crate::language::Language::{self, En, Nl};

texts! {
    /// Sentences without anything to fill in.
    Removing;

    heading: "Deelnemers weghalen", "Remove participants";
    meaning:
        "Kwamen er ineens veel deelnemers bij die er niet horen? Haal weg wie er in die minuten bij kwam. Wat ze verstuurden, telt dan nergens meer mee. Je kunt ze terugzetten.",
        "Did many participants join at once who don’t belong here? Remove those who joined in those minutes. What they sent then counts nowhere. You can put them back.";
    nobody: "Er doet nog niemand mee.", "Nobody has joined yet.";
    caption: "Hoeveel er per minuut bij kwamen", "How many joined in each minute";
    minute: "minuut", "minute";
    joined: "erbij", "joined";
    from: "Van minuut", "From minute";
    to: "Tot en met minuut", "Up to and including minute";
    remove: "Haal weg", "Remove";
    question: "Haal je deze deelnemers weg?", "Remove these participants?";
    yes: "Ja, haal ze weg", "Yes, remove them";
    no: "Nee, laat ze meedoen", "No, let them take part";
    removed: "Weggehaald", "Removed";
    put_back: "Zet terug", "Put back";
    all_again:
        "Ze doen allemaal opnieuw mee, als nieuwe deelnemer.",
        "All of them take part again, as new participants.";
}

fn people(language: Language, count: u64) -> String {
    match (language, count) {
        (Nl, 1) => "1 deelnemer".to_owned(),
        (Nl, _) => format!("{count} deelnemers"),
        (En, 1) => "1 participant".to_owned(),
        (En, _) => format!("{count} participants"),
    }
}

fn answers(language: Language, count: u64) -> String {
    match (language, count) {
        (Nl, 1) => "1 antwoord".to_owned(),
        (Nl, _) => format!("{count} antwoorden"),
        (En, 1) => "1 answer".to_owned(),
        (En, _) => format!("{count} answers"),
    }
}

/// How long ago a minute was.
pub fn ago(language: Language, minutes: u64) -> String {
    match (language, minutes) {
        (Nl, 0) => "nu".to_owned(),
        (En, 0) => "now".to_owned(),
        (Nl, 1) => "1 minuut geleden".to_owned(),
        (En, 1) => "1 minute ago".to_owned(),
        (Nl, minutes) => format!("{minutes} minuten geleden"),
        (En, minutes) => format!("{minutes} minutes ago"),
    }
}

/// A minute to choose: when, how long ago, how many.
pub fn choice(language: Language, time: &str, minutes_ago: u64, count: u64) -> String {
    format!("{time}, {} ({})", ago(language, minutes_ago), people(language, count))
}

/// Who would go, with what.
pub fn asked(language: Language, times: (&str, &str), count: u64, given: u64) -> String {
    let ((from, to), who, what) = (times, people(language, count), answers(language, given));
    let came = if count == 1 { "kwam" } else { "kwamen" };
    match language {
        Nl => format!(
            "{who} die tussen {from} en {to} erbij {came}, met {what}. Wie echt meedoet, kan daarna opnieuw meedoen als nieuwe deelnemer."
        ),
        En => format!(
            "{who} who joined between {from} and {to}, with {what}. Whoever belongs here can join again afterwards, as a new participant."
        ),
    }
}

/// Who went, with what.
pub fn gone(language: Language, times: (&str, &str), count: u64, given: u64) -> String {
    let ((from, to), who, what) = (times, people(language, count), answers(language, given));
    match language {
        Nl => format!("{who} van tussen {from} en {to}, met {what}."),
        En => format!("{who} from between {from} and {to}, with {what}."),
    }
}

/// How many of them are there again and stay away as who they were.
pub fn again(language: Language, count: u64) -> String {
    let who = people(language, count);
    match (language, count) {
        (Nl, 1) => format!("{who} doet intussen opnieuw mee en telt al."),
        (Nl, _) => format!("{who} doen intussen opnieuw mee en tellen al."),
        (En, 1) => format!("{who} has joined again in the meantime and already counts."),
        (En, _) => format!("{who} have joined again in the meantime and already count."),
    }
}

/// What stands behind the words of a button, for who hears the page.
pub fn of_them(language: Language, count: u64) -> String {
    format!(": {}", people(language, count))
}
