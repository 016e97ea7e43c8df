//! What somebody reads who is not signed in.

texts! {
    /// Sentences without anything to fill in.
    SignIn;

    heading: "Meld je aan", "Sign in";
    lead:
        "Deze pagina is voor de organisator. Open de aanmeldlink die peil gaf toen hij startte.",
        "This page is for the organiser. Open the sign-in link that peil gave when it started.";
    needed:
        "Je bent niet aangemeld, of je aanmelding is verlopen.",
        "You are not signed in, or your sign-in has expired.";
    kept:
        "Je bent niet meer aangemeld, dus er is nog niets bewaard. Wat je typte, staat hieronder.",
        "You are signed in no longer, so nothing is saved yet. What you typed is below.";
    kept_leave: "Laat dit tabblad open.", "Leave this tab open.";
    kept_sign_in: "Meld je aan in een ander tabblad, met een aanmeldlink.", "Sign in in another tab, with a sign-in link.";
    kept_again: "Kom hier terug en druk nog eens op bewaren.", "Come back here and press save once more.";
    lost: "Link kwijt?", "Lost the link?";
    lost_hint:
        "Vraag op de computer waar peil draait een nieuwe. Hij werkt één keer.",
        "Ask for a new one on the computer that runs peil. It works once.";
    role_link: "Kreeg je een link van de organisator?", "Did the organiser give you a link?";
    role_link_hint:
        "Open die link dan nog eens: hij is voor het scherm, de afstandsbediening of de moderator.",
        "Then open that link once more: it is for the screen, the remote or the moderator.";
    taking_part: "Doe je mee in een zaal?", "Are you taking part in a room?";
    taking_part_hint: "Dan hoef je je niet aan te melden.", "Then you need not sign in.";
    type_code: "Typ de code van het scherm", "Type the code from the screen";
}
