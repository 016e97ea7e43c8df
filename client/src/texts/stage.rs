//! What the projected page says.

use shared::protocol::view::Screen;
use shared::room::Action;

use crate::language::Language::{self, En, Nl};
use crate::texts::charts::{answers_word, grouped};
use crate::views::stage::undo::Back;

pub mod keys;

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
        static EACH: &[(&str, &str, &str)] = &[$((stringify!($name), $nl, $en),)*];
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
    until: "We gaan verder om", "We go on at";
    pause_of: "We gaan verder over", "We go on in";
    thanks: "Dank je wel", "Thank you";
    ended: "Dit was het.", "That was it.";
    pause_over: "We gaan zo verder", "We go on in a moment";
    blank: "Kijk naar de spreker", "Look at the speaker";
    time_left: "Tijd over", "Time left";
    lost: "Geen verbinding: dit is de laatste stand", "No connection: this is how it was last";
    back: "Terug:", "Back:";
    undo: "Zet terug (Z)", "Undo (Z)";
    nothing_back: "Niets meer om terug te draaien", "Nothing left to take back";
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
    show_slide: "Toon de dia weer", "Show the slide again";
    make_blank: "Leeg scherm", "Blank screen";
    make_join: "Toon hoe je meedoet", "Show how to join";
    screen_join: "Op het scherm: hoe je meedoet", "On the screen: how to join";
    screen_blank: "Het scherm is leeg", "The screen is blank";
    clock: "klok", "time";
    present: "nu verbonden", "connected now";
    answered: "geantwoord", "answered";
    sending: "onderweg naar de schijf", "on their way to disk";
    notes: "Notities", "Notes";
    next: "Hierna", "Next";
}

/// `<b>142</b> van 168 hebben gestemd`: what stands before and behind the figure.
pub fn of_people(language: Language, voters: u64, participants: u64, wrote: bool) -> String {
    let people = grouped(language, participants);
    match (language, voters, wrote) {
        (Nl, 1, true) => format!("van {people} heeft geantwoord"),
        (Nl, 1, false) => format!("van {people} heeft gestemd"),
        (Nl, _, true) => format!("van {people} hebben geantwoord"),
        (Nl, _, false) => format!("van {people} hebben gestemd"),
        (En, _, true) => format!("of {people} have answered"),
        (En, _, false) => format!("of {people} have voted"),
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
        (Nl, 1) => "mens doet mee",
        (Nl, _) => "mensen doen mee",
        (En, 1) => "person has joined",
        (En, _) => "people have joined",
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

/// Below the number of answers while results are hidden.
pub fn answers_so_far(language: Language, answers: u64) -> String {
    match language {
        Nl => format!("{} tot nu toe", answers_word(Nl, answers)),
        En => format!("{} so far", answers_word(En, answers)),
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

/// Words in all, where that is known, and different ones.
pub fn words_sentence(language: Language, total: Option<u64>, distinct: u64) -> String {
    let distinct_said = grouped(language, distinct);
    match (language, total) {
        (Nl, Some(total)) => {
            format!("{} {}, {distinct_said} verschillende", grouped(language, total), answers_word(Nl, total))
        }
        (En, Some(total)) => {
            format!("{} {}, {distinct_said} different", grouped(language, total), answers_word(En, total))
        }
        (Nl, None) => format!("{distinct_said} verschillende antwoorden"),
        (En, None) => format!("{distinct_said} different answers"),
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
        (En, "ended") => "The session is over already.",
        (Nl, "not_signed_in") => "Dit scherm mag de zaal niet bedienen.",
        (En, "not_signed_in") => "This screen may not drive the room.",
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
