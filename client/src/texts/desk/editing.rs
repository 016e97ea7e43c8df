//! What a change of a running room's deck does, a sentence for each thing.

use shared::room::Change;

use crate::language::Language;
use crate::messages::MessageArgument;
use crate::messages::editing as say;
pub use crate::messages::editing::EditingTexts;
use crate::texts::desk::kind::kind as kind_word;

/// What one thing is that a change does.
pub fn change(language: Language, change: &Change) -> String {
    match change {
        Change::Title { from, to } => say::title_reads(language, to, from),
        Change::Deck => EditingTexts::of(language).deck_settings.to_owned(),
        Change::PaceStays => EditingTexts::of(language).pace_stays.to_owned(),
        Change::Added {
            place,
            kind,
            prompt,
            ..
        } => added(language, kind, *place, prompt),
        Change::Removed {
            prompt, answers, ..
        } => say::removed(language, *answers, prompt),
        Change::Moved {
            prompt, from, to, ..
        } => say::moved(language, *from, prompt, *to),
        Change::Skip {
            prompt, skip: true, ..
        } => say::skipped(language, prompt),
        Change::Skip { prompt, .. } => say::unskipped(language, prompt),
        Change::Prompt {
            from, to, answers, ..
        } => say::reworded(language, to, *answers, from),
        Change::Item {
            prompt,
            from,
            to,
            answers,
            ..
        } => say::item_reworded(language, to, *answers, from, prompt),
        Change::ItemAdded { prompt, text, .. } => say::item_added(language, prompt, text),
        Change::ItemRemoved { prompt, text, .. } => say::item_removed(language, prompt, text),
        Change::NewRound {
            prompt,
            round,
            answers,
            ..
        } => say::new_round(language, *answers, prompt, *round),
        Change::Text { prompt, .. } => say::text_reads(language, prompt),
        Change::Notes { prompt, .. } => say::notes_read(language, prompt),
        Change::Countdown {
            prompt,
            seconds,
            later,
            ..
        } => countdown(language, prompt, *seconds, *later),
        Change::Settings { prompt, .. } => say::settings(language, prompt),
    }
}

fn added(language: Language, kind: &str, place: u64, prompt: &str) -> String {
    let kind = MessageArgument::Phrase(kind_word(language, kind));
    say::added(language, kind, place, prompt)
}

fn countdown(language: Language, prompt: &str, seconds: Option<u32>, later: bool) -> String {
    let said = match seconds {
        Some(seconds) => say::countdown(language, prompt, seconds),
        None => say::endless(language, prompt),
    };
    if later {
        format!("{said} {}", EditingTexts::of(language).countdown_later)
    } else {
        said
    }
}
