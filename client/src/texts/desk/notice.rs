//! What a page of the desk says first, by the stable code that it was given.

use shared::refusal::Refusal;

use crate::language::Language;
use crate::messages::notices::{NoticesTexts, named};
use crate::texts::refusal::refusal;

/// Refusals that mean the same to an organiser as to anybody.
pub(in crate::texts) const SHARED: [Refusal; 14] = [
    Refusal::AtEnd,
    Refusal::AtStart,
    Refusal::UnknownSlide,
    Refusal::NotAQuestion,
    Refusal::Itself,
    Refusal::Hidden,
    Refusal::Moved,
    Refusal::UnknownRound,
    Refusal::NotTrial,
    Refusal::NothingToUndo,
    Refusal::NotResumable,
    Refusal::OnStage,
    Refusal::NoCountdown,
    Refusal::NoEvaluation,
];

/// The sentence for a code. One that is not known here still says that something did not happen.
pub fn notice(language: Language, code: &str) -> String {
    let shared = SHARED.iter().find(|each| each.code() == code);
    if let Some(shared) = shared {
        return refusal(language, shared);
    }
    named(language, code)
        .unwrap_or(NoticesTexts::of(language).unknown)
        .to_owned()
}

/// The same on a page that is held in the hand: what a remote or a moderator asked was not done.
pub fn held(language: Language, code: &str) -> String {
    match code {
        "offline" | "not_signed_in" | "ended" => crate::texts::stage::refused(language, code),
        "full" => NoticesTexts::of(language).held_full.to_owned(),
        _ => notice(language, code),
    }
}

/// The same of a control, for programs: what a host asked of the room was not done.
pub fn of_control(language: Language, code: &str) -> String {
    match code {
        // Only a length of time can be that.
        "out_of_range" => NoticesTexts::of(language).no_seconds.to_owned(),
        _ => notice(language, code),
    }
}

/// Whether it says that something went well.
pub fn is_good(code: &str) -> bool {
    matches!(code, "saved" | "new_link" | "deck_changed" | "mail_saved")
}
