//! What the projected page says.

use shared::protocol::view::{Input, Screen};
use shared::room::Action;

use crate::language::Language::{self, En, Nl};
use crate::model::undo::Back;
use crate::texts::charts::{answers_word, grouped};

pub mod keys;
pub mod means;
pub mod strip;

macro_rules! texts {
    ($($name:ident: $nl:literal, $en:literal;)*) => {
        /// Sentences without anything to fill in.
        #[derive(Debug)]
        pub struct StageTexts {
            $(pub $name: &'static str,)*
        }

        static NL: StageTexts = StageTexts { $($name: $nl,)* };
        static EN: StageTexts = StageTexts { $($name: $en,)* };

        #[cfg(test)]
        pub(super) static EACH: &[(&str, &str, &str)] = &[$((stringify!($name), $nl, $en),)*];
    };
}

/// The sentences in one language.
pub fn stage(language: Language) -> &'static StageTexts {
    match language {
        Nl => &NL,
        En => &EN,
    }
}

texts! {
    join: "Doe mee", "Join in";
    join_at: "Doe mee: ", "Join in: ";
    code: "code", "code";
    scan: "Scan, of ga naar", "Scan, or go to";
    type_code: "en typ de code", "and type the code";
    hidden: "Resultaten zijn nog verborgen", "Results are still hidden";
    closed: "De vraag is gesloten", "The question is closed";
    voting: "Stem op je telefoon op wat jou aanspreekt", "Vote on your phone for what appeals to you";
    later: "Deze vraag kan peil nog niet spelen.", "peil can’t play this question yet.";
    later_slide: "Deze dia kan peil nog niet tonen.", "peil can’t show this slide yet.";
    pause: "Pauze", "Break";
    until: "We gaan verder om", "We’ll continue at";
    pause_of: "We gaan verder over", "We’ll continue in";
    thanks: "Bedankt voor het meedoen", "Thank you for taking part";
    ended: "De bijeenkomst is afgelopen.", "The session has ended.";
    pause_over: "We gaan zo verder", "We’ll continue shortly";
    blank: "Kijk naar de spreker", "Look at the speaker";
    time_left: "Tijd over", "Time left";
    lost: "Geen verbinding: dit is de laatste stand", "No connection: this is the last we heard";
    back: "Terug:", "Back:";
    undo: "Zet terug (Z)", "Undo (Z)";
    nothing_back: "Niets meer om terug te zetten", "Nothing left to take back";
    sure: "Weet je het zeker?", "Are you sure?";
    sure_keys: "Een nieuwe ronde begint leeg. Enter: ja, Esc: nee.", "A new round begins empty. Enter: yes, Esc: no.";
    to_slide: "Naar dia", "To slide";
    press_enter: "· druk op Enter", "· press Enter";
    merge_with: "Kies waarmee dit samenvalt:", "Choose what this is the same as:";
    other_page: "Andere pagina (↓)", "Another page (↓)";
    gone: "staat hier niet meer.", "is no longer here.";
    nothing_done: "Er is niets gedaan.", "Nothing was done.";
    counts_as: "telt mee als", "counts as";
    merge_sure: "Enter: ja, Esc: nee.", "Enter: yes, Esc: no.";
    enlarge: "Toon groot (Enter)", "Show large (Enter)";
    among: "Terug naar de rest (Enter)", "Back to the others (Enter)";
    hide_it: "Verberg (X)", "Hide (X)";
    merge_it: "Voeg samen (M)", "Merge (M)";
    leave_it: "Laat staan (Esc)", "Leave it (Esc)";
    keys: "Toetsen", "Keys";
    characters_on:
        "Spreek je tegen je computer, of stoot je vaak een toets aan? Zet dan letters, cijfers en tekens uit.",
        "Do you speak to your computer, or often hit a key by mistake? Then switch letters, digits and signs off.";
    switch_off: "Zet letters, cijfers en tekens uit", "Switch letters, digits and signs off";
    characters_off:
        "Letters, cijfers en tekens doen nu niets. Pijltjes, PgUp, PgDn, spatie en Enter wel. Deze browser onthoudt het.",
        "Letters, digits and signs do nothing now. Arrows, PgUp, PgDn, space and Enter do. This browser remembers it.";
    switch_on: "Zet letters, cijfers en tekens aan", "Switch letters, digits and signs on";
    show_slide: "Toon de dia weer", "Show the slide again";
    make_blank: "Leeg scherm", "Blank screen";
    make_join: "Toon hoe je meedoet", "Show how to join";
    screen_join: "Op het scherm: hoe je meedoet", "On the screen: how to join";
    screen_blank: "Het scherm is leeg", "The screen is blank";
    clock: "klok", "time";
    present: "nu verbonden", "connected now";
    answered: "geantwoord", "answered";
    sending: "worden opgeslagen", "being saved";
    notes: "Notities", "Notes";
    next: "Hierna", "Next";
}

/// What stands behind the figure: `<b>142</b> van 168 hebben gestemd`. Only who chooses between options votes.
pub fn of_people(language: Language, input: &Input, voters: u64, participants: u64) -> String {
    let people = grouped(language, participants);
    let did = match (language, input) {
        (Nl, Input::Choice { .. }) => "gestemd",
        (Nl, Input::Open { .. }) => "geantwoord",
        (Nl, _) => "meegedaan",
        (En, Input::Choice { .. }) => "voted",
        (En, Input::Open { .. }) => "answered",
        (En, _) => "taken part",
    };
    match (language, voters) {
        (Nl, 1) => format!("van {people} heeft {did}"),
        (Nl, _) => format!("van {people} hebben {did}"),
        (En, 1) => format!("of {people} has {did}"),
        (En, _) => format!("of {people} have {did}"),
    }
}

/// Behind a number of upvotes: `stemmen op 9 antwoorden`.
pub fn votes_on(language: Language, votes: u64, answers: u64) -> String {
    let (answers, word) = (grouped(language, answers), answers_word(language, answers));
    match (language, votes) {
        (Nl, 1) => format!("stem op {answers} {word}"),
        (Nl, _) => format!("stemmen op {answers} {word}"),
        (En, 1) => format!("vote on {answers} {word}"),
        (En, _) => format!("votes on {answers} {word}"),
    }
}

/// Behind the number of people on the join screen.
pub fn people_joined(language: Language, people: u64) -> &'static str {
    match (language, people) {
        (Nl, 1) => "deelnemer doet mee",
        (Nl, _) => "deelnemers doen mee",
        (En, 1) => "participant has joined",
        (En, _) => "participants have joined",
    }
}

/// The same, short.
pub fn joined(language: Language, people: u64) -> &'static str {
    match (language, people) {
        (Nl, 1) => "doet mee",
        (Nl, _) => "doen mee",
        (En, _) => "joined",
    }
}

/// The same when all is over.
pub fn took_part(language: Language, people: u64) -> &'static str {
    match (language, people) {
        (Nl, 1) => "deed mee",
        (Nl, _) => "deden mee",
        (En, _) => "took part",
    }
}

/// The length of a break.
pub fn minutes(language: Language, minutes: u32) -> String {
    match (language, minutes) {
        (Nl, 1) => "1 minuut".to_owned(),
        (Nl, _) => format!("{minutes} minuten"),
        (En, 1) => "1 minute".to_owned(),
        (En, _) => format!("{minutes} minutes"),
    }
}

/// Words as they were given, and different ones.
pub fn words_sentence(language: Language, given: u64, distinct: u64) -> String {
    let (total, distinct) = (grouped(language, given), grouped(language, distinct));
    match language {
        Nl => format!("{total} {}, {distinct} verschillende", answers_word(Nl, given)),
        En => format!("{total} {}, {distinct} different", answers_word(En, given)),
    }
}

/// Which page of a figure shows.
pub fn page_of(language: Language, page: usize, pages: usize) -> String {
    match language {
        Nl => format!("pagina {page} van {pages}"),
        En => format!("page {page} of {pages}"),
    }
}

/// Where there are more answers than pages hold.
pub fn newest_of(language: Language, shown: u64, total: u64) -> String {
    let (shown, total) = (grouped(language, shown), grouped(language, total));
    match language {
        Nl => format!("de nieuwste {shown} van {total}"),
        En => format!("the newest {shown} of {total}"),
    }
}

/// Where there are more words than pages hold.
pub fn most_frequent_of(language: Language, shown: u64, total: u64) -> String {
    let (shown, total) = (grouped(language, shown), grouped(language, total));
    match language {
        Nl => format!("de {shown} meest genoemde van {total}"),
        En => format!("the {shown} most frequent of {total}"),
    }
}

/// Why an order was not carried out.
pub fn refused(language: Language, code: &str) -> &'static str {
    match (language, code) {
        (Nl, "at_end") => "Dit is de laatste dia.",
        (En, "at_end") => "This is the last slide.",
        (Nl, "at_start") => "Dit is de eerste dia.",
        (En, "at_start") => "This is the first slide.",
        (Nl, "unknown_slide") => "Die dia is er niet.",
        (En, "unknown_slide") => "There is no such slide.",
        (Nl, "moved") => "Iemand anders deed net ook iets. Kijk hoe het nu staat.",
        (En, "moved") => "Somebody else did something just now. See how it stands.",
        (Nl, "nothing_to_undo") => "Er is niets om terug te zetten.",
        (En, "nothing_to_undo") => "There is nothing to take back.",
        (Nl, "ended") => "De bijeenkomst is al afgelopen.",
        (En, "ended") => "The session has already ended.",
        (Nl, "not_signed_in") => "Dit scherm mag de bijeenkomst niet bedienen.",
        (En, "not_signed_in") => "This screen may not control the session.",
        (Nl, "offline") => "Geen verbinding. Probeer het nog eens.",
        (En, "offline") => "No connection. Try again.",
        (Nl, _) => "Dat kan nu niet.",
        (En, _) => "That is not possible now.",
    }
}

/// How it is with something that was taken back, behind its name where it has one.
pub fn back(language: Language, back: &Back) -> &'static str {
    match (language, back) {
        (Nl, Back::Seen(_)) => "is weer te zien",
        (En, Back::Seen(_)) => "can be seen again",
        (Nl, Back::Apart(_)) => "telt weer apart",
        (En, Back::Apart(_)) => "counts by itself again",
        (Nl, Back::Before(Action::Next | Action::Previous | Action::Go)) => "de dia van daarvoor",
        (En, Back::Before(Action::Next | Action::Previous | Action::Go)) => "the slide before that",
        (Nl, Back::Before(Action::Close)) => "de vraag is weer open",
        (En, Back::Before(Action::Close)) => "the question is open again",
        (Nl, Back::Before(Action::Open)) => "de vraag is weer gesloten",
        (En, Back::Before(Action::Open)) => "the question is closed again",
        (Nl, Back::Before(Action::Hide)) => "de resultaten zijn weer te zien",
        (En, Back::Before(Action::Hide)) => "the results are shown again",
        (Nl, Back::Before(Action::Show)) => "de resultaten zijn weer als daarvoor",
        (En, Back::Before(Action::Show)) => "the results are as before",
        (Nl, Back::Before(Action::Vote)) => "je kunt weer antwoorden geven",
        (En, Back::Before(Action::Vote)) => "answers can be given again",
        (Nl, Back::Before(Action::Reset)) => "de ronde van daarvoor",
        (En, Back::Before(Action::Reset)) => "the round before that",
        (Nl, Back::Before(Action::End | Action::Resume | Action::Undo)) => "alles is als daarvoor",
        (En, Back::Before(Action::End | Action::Resume | Action::Undo)) => "everything is as before",
        (Nl, Back::Screen(Screen::Slides)) => "de dia staat weer op het scherm",
        (En, Back::Screen(Screen::Slides)) => "the slide is on the screen again",
        (Nl, Back::Screen(Screen::Join)) => "op het scherm staat weer hoe je meedoet",
        (En, Back::Screen(Screen::Join)) => "the screen shows how to join again",
        (Nl, Back::Screen(Screen::Blank)) => "het scherm is weer leeg",
        (En, Back::Screen(Screen::Blank)) => "the screen is blank again",
        (_, Back::Nothing) => stage(language).nothing_back,
    }
}

/// What a QR code leads to, for who can't see it.
pub fn qr_label(language: Language, address: &str) -> String {
    match language {
        Nl => format!("QR-code naar {address}"),
        En => format!("QR code for {address}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_exists_in_every_language() {
        for (name, nl, en) in EACH {
            assert!(!nl.trim().is_empty() && !en.trim().is_empty(), "{name}");
            assert!(nl != en || *name == "code", "{name} reads the same in both languages");
        }
    }
}
