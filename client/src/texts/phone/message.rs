//! Pages that say one thing: what happened, what to do, and the way on.

use crate::language::Language::{self, En, Nl};
use crate::model::message::What;

/// A page's heading, sentence and the words of its link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    pub heading: &'static str,
    pub sentence: &'static str,
    pub way_on: &'static str,
}

/// What a page says.
pub fn message(language: Language, what: What) -> Said {
    let (heading, sentence) = told(language, what);
    Said { heading, sentence, way_on: way_on(language, what) }
}

fn way_on(language: Language, what: What) -> &'static str {
    match (language, what) {
        (Nl, What::Misdirected) => "Naar het goede adres",
        (En, What::Misdirected) => "To the right address",
        (Nl, What::ScreensFull) => "Probeer het opnieuw",
        (En, What::ScreensFull) => "Try again",
        (Nl, what) if what.is_at_the_entrance() => "Kijk opnieuw",
        (En, what) if what.is_at_the_entrance() => "Look again",
        (Nl, what) if what.is_about_an_answer() => "Terug naar de vraag",
        (En, what) if what.is_about_an_answer() => "Back to the question",
        (Nl, _) => "Typ een code",
        (En, _) => "Type a code",
    }
}

fn told(language: Language, what: What) -> (&'static str, &'static str) {
    match language {
        Nl => dutch(what),
        En => english(what),
    }
}

fn dutch(what: What) -> (&'static str, &'static str) {
    match what {
        What::UnknownCode => (
            "Deze code kennen we niet",
            "Staat hij nog op het scherm? Kijk goed naar de 8 cijfers; een 0 zit er nooit in.",
        ),
        What::RoomGone => (
            "Deze bijeenkomst is er niet meer",
            "De organisator heeft de bijeenkomst gewist, met alle antwoorden. Staat er een andere code op het scherm? Typ die dan.",
        ),
        What::NotFound => (
            "Deze pagina is er niet",
            "Misschien is het adres niet helemaal goed overgenomen. Doe je mee? Typ dan de code van het scherm.",
        ),
        What::TooLarge => (
            "Dit is te veel in één keer",
            "Je antwoord is niet opgeslagen. Ga terug, maak het korter en verstuur het opnieuw.",
        ),
        What::Unreadable => (
            "Dit konden we niet lezen",
            "Er is niets opgeslagen. Ga terug naar de vraag en verstuur je antwoord opnieuw.",
        ),
        What::Foreign => (
            "Dit kwam van een andere site",
            "Er is niets opgeslagen. Open de vraag op deze site en verstuur je antwoord daar.",
        ),
        What::Misdirected => (
            "Dit adres is niet van deze site",
            "Er is niets opgeslagen. Ga verder op het goede adres, en open daar je link of typ daar je code.",
        ),
        What::ScreensFull => (
            "Er wachten nu te veel schermen",
            "Dit scherm kan er nu niet bij. Wacht een minuut en laad de pagina opnieuw, of open de link van het scherm.",
        ),
        What::NoCookie => (
            "Je antwoord is nog niet opgeslagen",
            "peil zet één cookie, zodat elke telefoon één keer telt. Sta cookies toe, ga terug en verstuur opnieuw.",
        ),
        What::DoorClosed => (
            "De deur is dicht",
            "Er kan nu niemand meer bij. Wil je toch meedoen? Vraag de organisator om de deur te openen en kijk dan opnieuw.",
        ),
        What::Wait => (
            "Je bent bijna binnen",
            "Er komen veel deelnemers tegelijk binnen vanaf dit netwerk. Je staat in de rij, en deze pagina laat je vanzelf binnen. Laat hem open staan.",
        ),
        What::TryAgain => (
            "Het is even te druk",
            "Wacht een paar tellen en laad de pagina opnieuw. Had je net iets verstuurd? Ga dan terug en verstuur het nog eens.",
        ),
        What::CannotStore => (
            "We kunnen nu niets opslaan",
            "Ook je antwoord is niet opgeslagen. Laat het de organisator weten, ga terug en verstuur het straks opnieuw.",
        ),
        What::ServerError => (
            "Dat ging mis bij ons",
            "Het lag niet aan jou. Wacht een minuut, ga terug en kijk of je antwoord er staat.",
        ),
    }
}

fn english(what: What) -> (&'static str, &'static str) {
    match what {
        What::UnknownCode => (
            "We don’t know this code",
            "Is it still on the screen? Look closely at the 8 digits; there is never a 0 among them.",
        ),
        What::RoomGone => (
            "This session is gone",
            "The organiser has erased it, with all answers. Is there another code on the screen? Then type that one.",
        ),
        What::NotFound => (
            "There is no such page",
            "Perhaps the address was not copied quite right. Are you taking part? Then type the code from the screen.",
        ),
        What::TooLarge => {
            ("This is too much at once", "Your answer is not saved. Go back, make it shorter and send it again.")
        }
        What::Unreadable => {
            ("We could not read this", "Nothing is saved. Go back to the question and send your answer again.")
        }
        What::Foreign => (
            "This came from another site",
            "Nothing is saved. Open the question on this site and send your answer there.",
        ),
        What::Misdirected => (
            "This address does not belong to this site",
            "Nothing is saved. Continue at the right address, and open your link or type your code there.",
        ),
        What::ScreensFull => (
            "Too many screens are waiting now",
            "There is no place for this one. Wait a minute and load the page again, or open the screen’s link.",
        ),
        What::NoCookie => (
            "Your answer is not saved yet",
            "peil sets one cookie, so that each phone counts once. Allow cookies, go back and send again.",
        ),
        What::DoorClosed => (
            "The door is closed",
            "Nobody can join at the moment. Do you want to take part? Ask the organiser to open the door, and then look again.",
        ),
        What::Wait => (
            "You are almost in",
            "Many participants are coming in from this network at once. You are in line, and this page lets you in by itself. Leave it open.",
        ),
        What::TryAgain => (
            "It is too busy right now",
            "Wait a few seconds and load the page again. Had you just sent something? Then go back and send it once more.",
        ),
        What::CannotStore => (
            "We can’t save anything now",
            "Your answer is not saved either. Tell the organiser, go back and send it again later.",
        ),
        What::ServerError => (
            "Something went wrong on our side",
            "It was not you. Wait a minute, go back and see whether your answer is there.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_says_something_else_in_each_language() {
        for what in What::ALL {
            let (nl, en) = (message(Nl, what), message(En, what));
            assert!(nl.heading != en.heading && nl.sentence != en.sentence && nl.way_on != en.way_on, "{what:?}");
            assert!(nl.sentence.ends_with('.') && en.sentence.ends_with('.'), "{what:?}");
        }
    }
}
