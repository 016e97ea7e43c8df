//! What each key does.

use crate::language::Language;
use crate::messages::stage_keys::StageKeysTexts;

/// Where a key does something.
#[derive(Clone, Copy, PartialEq, Eq)]
enum KeyReach {
    /// On the stage and in the console.
    Both,
    /// On the stage alone: nothing is pointed at or turned in the console.
    Stage,
}

/// Each key of the stage and what it does.
pub fn all(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    rows(language).into_iter().map(|(_, key, does)| (key, does))
}

/// Each key that does something in the console.
pub fn of_console(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = rows(language).into_iter();
    rows.filter(|(pages, ..)| *pages == KeyReach::Both)
        .map(|(_, key, does)| (key, does))
}

fn rows(language: Language) -> [(KeyReach, &'static str, &'static str); 17] {
    use KeyReach::{Both, Stage};
    let say = StageKeysTexts::of(language);
    [
        (Both, say.press_next, say.next),
        (Both, say.press_previous, say.previous),
        (Stage, say.press_pages, say.pages),
        (Both, say.press_number, say.number),
        (Both, say.press_results, say.results),
        (Both, say.press_question, say.question),
        (Both, say.press_voting, say.voting),
        (Both, say.press_extend, say.extend),
        (Both, say.press_reset, say.reset),
        (Stage, say.press_point, say.point),
        (Stage, say.press_moderate, say.moderate),
        (Both, say.press_join, say.join),
        (Both, say.press_blank, say.blank),
        (Stage, say.press_qr, say.qr),
        (Stage, say.press_full, say.full),
        (Both, say.press_undo, say.undo),
        (Both, say.press_help, say.help),
    ]
}
