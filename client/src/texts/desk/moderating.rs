//! What stands where words and answers are hidden and merged.

use crate::language::Language::{self, En, Nl};
use crate::ui::bidi::name;

texts! {
    /// Sentences without anything to fill in.
    Moderating;

    moderator: "Moderator", "Moderator";
    words: "Woorden", "Words";
    answers: "Antwoorden", "Answers";
    hide: "Verberg", "Hide";
    show_again: "Zet terug", "Put back";
    hidden: "verborgen", "hidden";
    not_given: "nog door niemand gegeven", "given by nobody yet";
    unfold: "Meer", "More";
    fold: "Minder", "Less";
    merged: "Telt mee:", "Counts with it:";
    apart: "Haal los", "Take apart";
    pick: "Kies om samen te voegen", "Choose to merge";
    merge: "Voeg samen", "Merge";
    merge_more: "Kruis er nog een aan", "Tick one more";
    merge_hint:
        "Kruis aan wat hetzelfde betekent en voeg het samen. Wie het verstuurde, merkt er niets van.",
        "Tick what means the same and merge it. Whoever sent it won’t notice.";
    counts_as: "Alles telt mee als", "All count as";
    the_first: "wat er het eerst was", "what was there first";
    ahead: "Woord vooraf verbergen", "Hide a word ahead";
    ahead_hint:
        "Wie dit woord straks geeft, merkt er niets van. Het staat hierboven tot je het terugzet.",
        "Whoever gives this word later won’t notice. It is listed above until you put it back.";
    nothing: "Nog geen antwoorden.", "No answers yet.";
    gone: "Staat hier niet meer.", "No longer here.";
    nothing_to_do:
        "Bij deze dia hoef je niets te doen. Zodra er een vraag is met woorden of teksten, staan ze hier.",
        "There is nothing to do on this slide. As soon as there is a question with words or texts, they will be here.";
    unpick: "Kies niets", "Choose none";
    more: "Alles staat op de pagina van de moderator", "Everything is on the moderator’s page";
}

/// What is merged into what, on the button.
pub fn merge(language: Language, count: usize, into: &str) -> String {
    let into = name(into);
    match language {
        Nl => format!("Voeg {count} samen als ‘{into}’"),
        En => format!("Merge {count} as ‘{into}’"),
    }
}

/// How many came since the list was last changed.
pub fn waiting(language: Language, count: usize) -> String {
    match (language, count) {
        (Nl, 1) => "Toon 1 nieuwe".to_owned(),
        (Nl, count) => format!("Toon {count} nieuwe"),
        (En, count) => format!("Show {count} new"),
    }
}

/// How many came in, and how many there are.
pub fn came(language: Language, new: usize, total: usize) -> String {
    match (language, new) {
        (Nl, 1) => format!("1 nieuwe, {total} in totaal"),
        (Nl, new) => format!("{new} nieuwe, {total} in totaal"),
        (En, new) => format!("{new} new, {total} in all"),
    }
}

/// How often a word was given.
pub fn times(count: u64) -> String {
    format!("{count}×")
}

/// How many voted for an answer.
pub fn votes(language: Language, count: u64) -> String {
    match (language, count) {
        (Nl, 1) => "1 stem".to_owned(),
        (Nl, count) => format!("{count} stemmen"),
        (En, 1) => "1 vote".to_owned(),
        (En, count) => format!("{count} votes"),
    }
}
