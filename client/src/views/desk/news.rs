//! What a remote or a moderator's page announces to whoever hears it: what somebody else did to the
//! room meanwhile.

use shared::event::QA;
use shared::ids::{Round, SlideId};
use shared::phase::Phase;
use shared::protocol::view::{HostView, PartView, Screen};

use super::remote::{RemoteState, open_word, place};
use crate::language::Language;
use crate::model::undo::Back;
use crate::texts::desk::entrance::EntranceTexts;
use crate::texts::desk::moderating::came as came_in_words;
use crate::texts::desk::room::RoomTexts;
use crate::texts::stage as say;
use crate::views::stage::host_request::question;

/// What is otherwise than it was, in words; nothing where all is as before.
pub fn changed(before: &RemoteState, now: &RemoteState) -> Option<String> {
    let parts = parts(before).into_iter().zip(parts(now));
    let new: Vec<String> = parts
        .filter(|(before, now)| before != now)
        .filter_map(|(_, now)| now)
        .collect();
    (!new.is_empty()).then(|| new.join(". "))
}

/// How long the list of one question's words or answers is.
pub type ListLength = (SlideId, Round, usize);

/// The list that a view has, counted.
pub fn counted(view: &HostView) -> Option<ListLength> {
    let (slide, asked) = question(view)?;
    Some((slide.clone(), asked.round, asked.moderable.as_ref()?.len()))
}

/// The same of the questions to the speakers.
pub fn counted_questions(view: &HostView) -> Option<ListLength> {
    let listed = view.qa.as_ref()?.listed as usize;
    Some((SlideId::from(QA), 1, listed))
}

/// How many came to a list since it was counted last: said as a number, and never read out one by
/// one.
pub fn came(language: Language, before: Option<&ListLength>, now: &ListLength) -> Option<String> {
    let (slide, round, length) = now;
    let before = before
        .filter(|(of, then, _)| (of, then) == (slide, round))
        .map_or(0, |(.., length)| *length);
    let new = length.checked_sub(before).filter(|new| *new > 0)?;
    Some(came_in_words(language, new, *length))
}

/// How everything stands that is worth a word, each at its place.
fn parts(state: &RemoteState) -> [Option<String>; 6] {
    let (say, view) = (RoomTexts::of(state.language), &state.view);
    let asked = state.slide().and_then(|slide| match &slide.part {
        PartView::Question(asked) => Some(asked),
        _ => None,
    });
    let shown = asked.and_then(|asked| asked.shown);
    let results = |words: &str, shown: bool| {
        format!("{words}: {}", if shown { say.shown } else { say.hidden })
    };
    [
        Some(slide(state)),
        asked.map(|asked| format!("{}: {}", say.question, open_word(say, asked).1)),
        shown.map(|shown| results(say.on_stage, shown.stage)),
        shown.map(|shown| results(say.on_phones, shown.phones)),
        Some(screen(state)),
        Some(door(state)).filter(|_| view.phase != Phase::Ended),
    ]
}

fn slide(state: &RemoteState) -> String {
    let say = RoomTexts::of(state.language);
    match state.slide() {
        Some(slide) => format!("{}: {}", place(state, slide), slide.prompt),
        None if state.view.phase == Phase::Ended => say.over.to_owned(),
        None => say.not_begun.to_owned(),
    }
}

fn screen(state: &RemoteState) -> String {
    let say = say::stage(state.language);
    match state.view.screen {
        Screen::Slides => say::back(state.language, &Back::Screen(Screen::Slides)).to_owned(),
        Screen::Join => say.screen_join.to_owned(),
        Screen::Blank => say.screen_blank.to_owned(),
    }
}

fn door(state: &RemoteState) -> String {
    let say = EntranceTexts::of(state.language);
    format!(
        "{}: {}",
        say.door,
        if state.view.door_closed {
            say.closed
        } else {
            say.open
        }
    )
}
