//! Sentences with a number or a name in them.

use crate::language::Language::{self, En, Nl};
use crate::texts::charts::grouped;

fn plural(count: u64, one: &str, more: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {more}") }
}

/// How many slides.
pub fn slides(language: Language, count: u64) -> String {
    match language {
        Nl => plural(count, "dia", "dia’s"),
        En => plural(count, "slide", "slides"),
    }
}

/// How many participants.
pub fn people(language: Language, count: u64) -> String {
    match language {
        Nl => plural(count, "deelnemer", "deelnemers"),
        En => plural(count, "participant", "participants"),
    }
}

/// The day a room was made.
pub fn made_on(language: Language, day: &str) -> String {
    match language {
        Nl => format!("gemaakt op {day}"),
        En => format!("made on {day}"),
    }
}

/// Which page of a list this is, and how long the list is.
pub fn page(language: Language, page: usize, total: usize) -> String {
    match language {
        Nl => format!("pagina {page}, {total} in totaal"),
        En => format!("page {page}, {total} in all"),
    }
}

/// How many wait to join, from how many networks.
pub fn waiting(language: Language, participants: u64, networks: u64) -> String {
    let (count, places) = (grouped(language, participants), grouped(language, networks));
    let (nl, en) = if networks == 1 {
        ("vanaf één netwerk".to_owned(), "one network".to_owned())
    } else {
        (format!("vanaf {places} netwerken"), format!("{places} networks"))
    };
    match (language, participants) {
        (Nl, 1) => format!("Er wacht 1 deelnemer {nl}"),
        (Nl, _) => format!("Er wachten {count} deelnemers {nl}"),
        (En, 1) => format!("1 participant from {en} is waiting"),
        (En, _) => format!("{count} participants from {en} are waiting"),
    }
}

/// How many people answered.
pub fn answers(language: Language, count: u64) -> String {
    match language {
        Nl => plural(count, "antwoordde", "antwoordden"),
        En => format!("{count} answered"),
    }
}

/// How many errors and warnings; one of the two is more than none.
pub fn problems(language: Language, errors: u64, warnings: u64) -> String {
    let (error, warning, and) = match language {
        Nl => (plural(errors, "fout", "fouten"), plural(warnings, "waarschuwing", "waarschuwingen"), "en"),
        En => (plural(errors, "error", "errors"), plural(warnings, "warning", "warnings"), "and"),
    };
    match (errors, warnings) {
        (_, 0) => error,
        (0, _) => warning,
        _ => format!("{error} {and} {warning}"),
    }
}

/// The number of a line, as a heading.
pub fn line(language: Language, line: usize) -> String {
    match language {
        Nl => format!("Regel {line}"),
        En => format!("Line {line}"),
    }
}

/// A slide's place among all.
pub fn place(language: Language, number: u64, of: u64) -> String {
    match language {
        Nl => format!("{number} van {of}"),
        En => format!("{number} of {of}"),
    }
}

/// A slide's number and kind, and which round.
pub fn where_we_are(language: Language, place: &str, kind: &str, round: Option<u32>) -> String {
    let (slide, turn) = match language {
        Nl => ("Dia", "ronde"),
        En => ("Slide", "round"),
    };
    let round = round.map(|round| format!(", {turn} {round}")).unwrap_or_default();
    format!("{slide} {place}, {kind}{round}")
}

/// A round of a question, by its number.
pub fn round(language: Language, round: u32) -> String {
    match language {
        Nl => format!("Ronde {round}"),
        En => format!("Round {round}"),
    }
}

/// What the button beside a slide does, after its words.
pub fn to_slide(language: Language, number: u64) -> String {
    match language {
        Nl => format!(", naar dia {number}"),
        En => format!(", to slide {number}"),
    }
}
