//! What each key does.

use crate::language::Language;
use crate::messages::stage_keys::StageKeys;

/// The keys that do something in the console: nothing is pointed at or turned there.
pub fn of_console(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    let say = StageKeys::of(language);
    [
        (say.press_next, say.next),
        (say.press_previous, say.previous),
        (say.press_number, say.number),
        (say.press_results, say.results),
        (say.press_question, say.question),
        (say.press_voting, say.voting),
        (say.press_extend, say.extend),
        (say.press_reset, say.reset),
        (say.press_join, say.join),
        (say.press_blank, say.blank),
        (say.press_undo, say.undo),
        (say.press_help, say.help),
    ]
    .into_iter()
}

/// Each key and what it does.
pub fn all(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    let say = StageKeys::of(language);
    [
        (say.press_next, say.next),
        (say.press_previous, say.previous),
        (say.press_pages, say.pages),
        (say.press_number, say.number),
        (say.press_results, say.results),
        (say.press_question, say.question),
        (say.press_voting, say.voting),
        (say.press_extend, say.extend),
        (say.press_reset, say.reset),
        (say.press_point, say.point),
        (say.press_moderate, say.moderate),
        (say.press_join, say.join),
        (say.press_blank, say.blank),
        (say.press_qr, say.qr),
        (say.press_full, say.full),
        (say.press_undo, say.undo),
        (say.press_help, say.help),
    ]
    .into_iter()
}
