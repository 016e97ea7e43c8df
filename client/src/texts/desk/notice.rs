//! What a page of the desk says first, by the stable code that it was given.

use shared::refusal::Refusal;

use crate::language::Language::{self, En, Nl};
use crate::texts::refusal::refusal;

/// Codes with sentences of their own, in Dutch and English. Those of [`Refusal`] are here where an organiser must
/// read something else than a participant.
pub(in crate::texts) const NOTICES: &[(&str, &str, &str)] = &[
    ("saved", "✓ De presentatie is bewaard.", "✓ The deck is saved."),
    (
        "new_link",
        "✓ Er is een nieuwe link. De oude opent niets meer.",
        "✓ There is a new link. The old one opens nothing any more.",
    ),
    (
        "deck_errors",
        "De presentatie is nog niet bewaard. Verbeter de tekst op de regels hieronder en bewaar opnieuw.",
        "The deck is not saved yet. Fix the text on the lines below and save again.",
    ),
    (
        "deck_too_large",
        "Er is niets bewaard: deze tekst is groter dan 512 KB. Verdeel hem over twee presentaties, of laat plaatjes eruit.",
        "Nothing is saved: this text is larger than 512 KB. Split it into two decks, or leave pictures out.",
    ),
    (
        "deck_not_text",
        "Er is niets bewaard: dit bestand is geen tekst (UTF-8). Bewaar je presentatie als gewone tekst en kies dat bestand opnieuw.",
        "Nothing is saved: this file is not text (UTF-8). Save your deck as plain text and choose that file again.",
    ),
    (
        "expected",
        "De bijeenkomst is niet gestart. Vul bij het aantal deelnemers een heel getal in van 1 tot 200.000, of laat het leeg.",
        "The room was not started. For the number of participants, fill in a whole number from 1 to 200,000, or leave it empty.",
    ),
    (
        "closed",
        "De vraag is gesloten, dus dit kan nu niet. Open de vraag eerst.",
        "The question is closed, so this can’t be done now. Open the question first.",
    ),
    (
        "voting",
        "De stemfase loopt al. Sluit de vraag, of begin een nieuwe ronde.",
        "Voting is under way already. Close the question, or begin a new round.",
    ),
    (
        "no_voting",
        "Bij deze vraag kunnen deelnemers niet op antwoorden stemmen. Wil je dat wel? Zet dan ‘votes’ bij de vraag in de presentatie.",
        "Participants can’t vote on answers to this question. Do you want that? Then put ‘votes’ with the question in the deck.",
    ),
    (
        "not_playable",
        "Deze vraag kan peil nog niet spelen. Ga naar een andere dia.",
        "peil can’t play this question yet. Go to another slide.",
    ),
    (
        "unknown_question",
        "Deze vraag is er niet in deze bijeenkomst. Kies een dia uit de lijst.",
        "There is no such question in this room. Choose a slide from the list.",
    ),
    (
        "unknown_answer",
        "Dit antwoord is er niet meer. Misschien is het net gewist of gewijzigd; kijk in de lijst.",
        "This answer is gone. Perhaps it has just been erased or changed; look in the list.",
    ),
    (
        "pick_two",
        "Kruis er minstens twee aan, of kruis er een aan en kies waarmee die meetelt. Druk dan op ‘Voeg samen’.",
        "Tick at least two, or tick one and choose what it counts as. Then press ‘Merge’.",
    ),
    (
        "wrong_kind",
        "Bij deze vraag kun je niets verbergen of samenvoegen. Kijk welke vraag er nu is.",
        "For this question you can’t hide or merge anything. Check which question it is now.",
    ),
    ("empty", "Er is niets verborgen: typ eerst een woord.", "Nothing is hidden: type a word first."),
    (
        "too_long",
        "Er is niets verborgen: zo’n lang woord kan bij deze vraag niemand geven. Maak het korter.",
        "Nothing is hidden: nobody can give so long a word to this question. Make it shorter.",
    ),
    (
        "ended",
        "De bijeenkomst is afgelopen. Bedienen kan niet meer; downloaden en wissen nog wel.",
        "This room has ended. It can’t be controlled any more; answers can still be downloaded and erased.",
    ),
    (
        "too_many",
        "Deze vraag heeft al zoveel rondes als er kunnen zijn. Ga verder met deze ronde.",
        "This question has had as many rounds as there can be. Continue with this round.",
    ),
    (
        "full",
        "Er kan niets meer bij. Gooi bijeenkomsten weg die je niet meer nodig hebt en probeer het opnieuw.",
        "Nothing more can be added. Delete rooms that you no longer need and try again.",
    ),
    (
        "cannot_store",
        "De server kan nu niets opslaan: er is niets veranderd. Kijk of de schijf vol is en probeer het opnieuw.",
        "The server can’t save anything now: nothing has changed. Check whether the disk is full and try again.",
    ),
    (
        "try_again",
        "Het is even te druk. Wacht een paar tellen, kijk of het al gebeurd is en probeer het anders opnieuw.",
        "It is too busy right now. Wait a few seconds, check whether it is done already, and if not, try again.",
    ),
    (
        "changed",
        "Er is nog niets gedaan: deze presentatie is intussen ergens anders gewijzigd, door een ander of in een ander tabblad. Kijk hieronder wat er nu staat en kies.",
        "Nothing is done yet: this deck was changed elsewhere in the meantime, by somebody else or in another tab. See below what is there now and choose.",
    ),
    (
        "precondition",
        "Er is nog niets gedaan: deze pagina weet niet meer van welke tekst je uitging. Kijk hieronder wat er nu staat en kies.",
        "Nothing is done yet: this page no longer knows which text you started from. See below what is there now and choose.",
    ),
    (
        "deck_gone",
        "Deze presentatie is intussen weggegooid. Jouw tekst staat hieronder: bewaar je hem, dan wordt het een nieuwe presentatie.",
        "This deck was deleted in the meantime. Your text is below: save it and it becomes a new deck.",
    ),
    (
        "nobody_removed",
        "In die minuten kwam niemand bij die nu meedoet. Kies andere minuten.",
        "Nobody who takes part now joined in those minutes. Choose other minutes.",
    ),
    (
        "out_of_range",
        "De eerste minuut ligt na de laatste. Kies ze andersom.",
        "The first minute is after the last. Choose them the other way round.",
    ),
    (
        "room_damaged",
        "peil kan deze bijeenkomst niet lezen. De opdracht ‘peil doctor’ zegt wat er mis is.",
        "peil can’t read this room. The command ‘peil doctor’ says what is wrong.",
    ),
    (
        "unknown_room",
        "Deze bijeenkomst is er niet meer. Op je werkplek staan de bijeenkomsten die er nog zijn.",
        "This room is gone. Your desk lists the rooms that are still there.",
    ),
];

/// Refusals that mean the same to an organiser as to anybody.
pub(in crate::texts) const SHARED: [Refusal; 9] = [
    Refusal::AtEnd,
    Refusal::AtStart,
    Refusal::UnknownSlide,
    Refusal::NotAQuestion,
    Refusal::Itself,
    Refusal::Moved,
    Refusal::UnknownRound,
    Refusal::NothingToUndo,
    Refusal::NotResumable,
];

/// The sentence for a code. One that is not known here still says that something did not happen.
pub fn notice(language: Language, code: &str) -> String {
    let shared = SHARED.iter().find(|each| each.code() == code);
    if let Some(shared) = shared {
        return refusal(language, shared);
    }
    let own = NOTICES.iter().find(|(name, ..)| *name == code);
    match (language, own) {
        (Nl, Some((_, nl, _))) => (*nl).to_owned(),
        (En, Some((_, _, en))) => (*en).to_owned(),
        (Nl, None) => "Dit is niet gelukt. Kijk hoe de bijeenkomst ervoor staat en probeer het opnieuw.".to_owned(),
        (En, None) => "This did not work. Check how the room stands and try again.".to_owned(),
    }
}

/// The same on a page that is held in the hand: what a remote or a moderator asked was not done.
pub fn held(language: Language, code: &str) -> String {
    match (language, code) {
        (_, "offline" | "not_signed_in" | "ended") => crate::texts::stage::refused(language, code).to_owned(),
        (Nl, "full") => {
            "Er zijn al zoveel woorden vooraf verborgen als er kunnen zijn. Zet er eerst een terug.".to_owned()
        }
        (En, "full") => "As many words are hidden ahead as there can be. Put one back first.".to_owned(),
        _ => notice(language, code),
    }
}

/// Whether it says that something went well.
pub fn is_good(code: &str) -> bool {
    matches!(code, "saved" | "new_link")
}
