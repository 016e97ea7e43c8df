//! What somebody reads who is not signed in.

use crate::language::Language::{self, En, Nl};
use crate::views::desk::sign_in::Why;

texts! {
    /// Sentences without anything to fill in.
    SignIn;

    heading: "Meld je aan", "Sign in";
    lead:
        "Deze pagina is voor de organisator. Open de aanmeldlink die peil gaf toen hij startte.",
        "This page is for the organiser. Open the sign-in link that peil gave when it started.";
    kept:
        "Je bent niet meer aangemeld, dus er is nog niets bewaard. Wat je typte, staat hieronder.",
        "You are signed in no longer, so nothing is saved yet. What you typed is below.";
    kept_leave: "Laat dit tabblad open.", "Leave this tab open.";
    kept_sign_in: "Meld je aan in een ander tabblad, met een aanmeldlink.", "Sign in in another tab, with a sign-in link.";
    kept_again: "Kom hier terug en druk nog eens op bewaren.", "Come back here and press save once more.";
    lost: "Link kwijt?", "Lost the link?";
    another: "Zo krijg je een nieuwe", "How to get a new one";
    lost_hint:
        "Vraag op de computer waar peil draait een nieuwe. Hij werkt één keer, een kwartier lang.",
        "Ask for a new one on the computer that runs peil. It works once, for a quarter of an hour.";
    role_link: "Kreeg je een link van de organisator?", "Did the organiser give you a link?";
    role_link_hint:
        "Open die link dan nog eens: hij is voor het scherm, de afstandsbediening of de moderator. Werkt hij niet meer? Dan is er een nieuwe; vraag de organisator erom.",
        "Then open that link once more: it is for the screen, the remote or the moderator. Does it no longer work? Then there is a new one; ask the organiser for it.";
    taking_part: "Doe je mee in een zaal?", "Are you taking part in a room?";
    taking_part_hint: "Dan hoef je je niet aan te melden.", "Then you need not sign in.";
    type_code: "Typ de code van het scherm", "Type the code from the screen";
}

/// Why somebody is not signed in.
pub fn why(language: Language, why: Why) -> &'static str {
    match (language, why) {
        (Nl, Why::Needed) => "Je bent niet aangemeld, of je aanmelding is verlopen.",
        (En, Why::Needed) => "You are not signed in, or your sign-in has expired.",
        (Nl, Why::LinkUnknown) => "Deze aanmeldlink klopt niet. Misschien is hij niet helemaal overgenomen.",
        (En, Why::LinkUnknown) => "This sign-in link is not right. Perhaps it was not copied as a whole.",
        (Nl, Why::LinkUsed) => "Deze aanmeldlink is al gebruikt. Hij werkt één keer.",
        (En, Why::LinkUsed) => "This sign-in link has been used already. It works once.",
        (Nl, Why::LinkOver) => "Deze aanmeldlink is verlopen. Hij werkt een kwartier.",
        (En, Why::LinkOver) => "This sign-in link has expired. It works for a quarter of an hour.",
        (Nl, Why::LinkEarlier) => "Deze aanmeldlink is van voor de laatste start van peil. Daarna werkt hij niet meer.",
        (En, Why::LinkEarlier) => {
            "This sign-in link is from before peil was last started. After that it no longer works."
        }
    }
}
