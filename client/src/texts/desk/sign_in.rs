//! What somebody reads who is not signed in.

use crate::language::Language::{self, En, Nl};
use crate::model::sign_in::Why;

texts! {
    /// Sentences without anything to fill in.
    SignIn;

    heading: "Meld je aan", "Sign in";
    lead:
        "Deze pagina is voor de organisator. Open de aanmeldlink die peil gaf toen hij startte.",
        "This page is for the organiser. Open the sign-in link that peil gave when it started.";
    kept:
        "Je bent niet meer aangemeld, dus er is nog niets bewaard. Wat je typte, staat hieronder.",
        "You are no longer signed in, so nothing is saved yet. What you typed is below.";
    kept_leave: "Laat dit tabblad open.", "Leave this tab open.";
    kept_sign_in: "Meld je aan in een ander tabblad, met een aanmeldlink.", "Use a sign-in link in another tab.";
    kept_again: "Kom hier terug en bewaar nog eens.", "Come back here and save once more.";
    lost: "Link kwijt?", "Lost the link?";
    another: "Zo krijg je een nieuwe", "How to get a new one";
    lost_hint:
        "Vraag een nieuwe op de computer waar peil draait. Elke link werkt één keer, een kwartier lang.",
        "Ask for a new one on the computer that runs peil. Each link works once, for a quarter of an hour.";
    role_link: "Kreeg je een link van de organisator?", "Did the organiser give you a link?";
    role_link_hint:
        "Open die link dan nog eens: hij is voor het scherm, de afstandsbediening of de moderator. Werkt hij niet meer? Vraag de organisator dan om een nieuwe.",
        "Then open that link once more: it is for the screen, the remote or the moderator. Does it no longer work? Then ask the organiser for a new one.";
    taking_part: "Doe je mee aan een bijeenkomst?", "Are you taking part in a session?";
    taking_part_hint: "Dan hoef je je niet aan te melden.", "Then you don’t need to sign in.";
    type_code: "Typ de code van het scherm", "Type the code from the screen";
}

/// Why somebody is not signed in.
pub fn why(language: Language, why: Why) -> &'static str {
    match (language, why) {
        (Nl, Why::Needed) => "Je bent niet aangemeld, of je aanmelding is verlopen.",
        (En, Why::Needed) => "You are not signed in, or your sign-in has expired.",
        (Nl, Why::LinkUnknown) => {
            "Deze link klopt niet. Misschien is hij niet helemaal overgenomen. Kopieer hem opnieuw."
        }
        (En, Why::LinkUnknown) => "This link is not right. Perhaps it was not copied completely. Copy it again.",
        (Nl, Why::LinkUsed) => "Deze link is al gebruikt. Elke link werkt één keer.",
        (En, Why::LinkUsed) => "This link has already been used. Each link works once.",
        (Nl, Why::LinkOver) => "Deze link is verlopen. Elke link werkt een kwartier.",
        (En, Why::LinkOver) => "This link has expired. Each link works for a quarter of an hour.",
        (Nl, Why::LinkEarlier) => {
            "Deze link werkt niet meer: peil is opnieuw gestart. Elke link werkt tot de volgende start."
        }
        (En, Why::LinkEarlier) => {
            "This link no longer works: peil was started again. Each link works until the next start."
        }
    }
}
