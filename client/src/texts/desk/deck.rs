//! What the page of one deck says.

texts! {
    /// Sentences without anything to fill in.
    Deck;

    text: "Tekst van de presentatie", "Text of the deck";
    text_unsaved: "Jouw tekst, nog niet bewaard", "Your text, not saved yet";
    save: "Bewaar presentatie", "Save deck";
    save_over: "Bewaar mijn tekst eroverheen", "Save my text over it";
    stored_now: "Wat er nu bewaard is", "What is stored now";
    stored_hint:
        "Neem hieruit over wat je wilt houden, of ga hiermee verder. Dan vervalt jouw tekst hierboven.",
        "Copy from it what you want to keep, or continue with this. Your text above is then dropped.";
    go_on_with_stored: "Ga verder met wat bewaard is", "Continue with what is stored";
    download: "Download tekst", "Download text";
    start_room: "Start bijeenkomst", "Start a room";
    expected: "Hoeveel deelnemers verwacht je?", "How many participants do you expect?";
    expected_hint:
        "Mag leeg blijven. Vul het in als er meer dan 1.000 deelnemers tegelijk binnenkomen vanaf één netwerk.",
        "You may leave this empty. Fill it in if more than 1,000 participants come in at once from one network.";
    mend_first: "Verbeter eerst de fouten.", "Fix the errors first.";
    slides: "Dia’s", "Slides";
    rooms: "Bijeenkomsten met deze presentatie", "Rooms of this deck";
    no_rooms: "Nog geen bijeenkomsten. Start er een.", "No rooms yet. Start one.";
    own_text:
        "Een bijeenkomst houdt de tekst waarmee je hem startte. Wijzig je de presentatie, dan geldt dat voor nieuwe bijeenkomsten.",
        "A room keeps the text that it was started with. Changes to the deck are for new rooms.";
    problems_hint:
        "Verbeter de tekst op deze regels en bewaar opnieuw.",
        "Fix the text on these lines and save again.";
    numbered: "Deze regels in de tekst", "These lines in the text";
    warning: "Waarschuwing: ", "Warning: ";
    warnings_hint:
        "De presentatie werkt. Kijk of je dit zo bedoelt.",
        "The deck works. Check whether this is what you mean.";

    // Throwing away.
    delete: "Gooi deze presentatie weg", "Delete this deck";
    delete_question: "Gooi je deze presentatie weg?", "Delete this deck?";
    delete_meaning:
        "De tekst is dan weg, voor altijd. Bijeenkomsten die ermee gestart zijn, blijven.",
        "The text is then gone, for good. Rooms that were started from it stay.";
    delete_yes: "Ja, gooi de presentatie weg", "Yes, delete the deck";
    delete_no: "Nee, bewaar de presentatie", "No, keep the deck";
}
