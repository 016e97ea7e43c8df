//! What stands on a screen that waits for a presenter, and on the phone that gives it a room.

texts! {
    /// Sentences without anything to fill in.
    Takeover;

    // On the screen.
    waiting: "Dit scherm is klaar", "This screen is ready";
    scan:
        "Scan dit met de telefoon waarop je bent aangemeld of de afstandsbediening hebt.",
        "Scan this with the phone on which you are signed in or have the remote.";
    then: "Kies daar je bijeenkomst. Dan verschijnt hij hier.", "Choose your room there. Then it appears here.";
    qr_label: "QR-code om dit scherm over te nemen", "QR code to take over this screen";

    // On the phone.
    heading: "Neem het scherm over", "Take over the screen";
    choose: "Welke bijeenkomst komt op het scherm?", "Which room goes on the screen?";
    show_here: "Toon op het scherm", "Show on the screen";
    no_rooms:
        "Je hebt geen bijeenkomst die je kunt tonen. Start er een op je werkplek.",
        "You have no room that you can show. Start one at your desk.";
    gone:
        "Dit scherm wacht niet meer. Laad de pagina op het scherm opnieuw en scan de nieuwe code.",
        "This screen is no longer waiting. Reload the page on the screen and scan the new code.";
    done: "Kijk naar het scherm: daar is je bijeenkomst.", "Look at the screen: your room is there.";
    remote: "Naar de afstandsbediening", "To the remote";
}
