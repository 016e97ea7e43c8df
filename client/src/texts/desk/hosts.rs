//! Who leads a room together with others, and what they did last.

use shared::control::{ControlAction, HostAction, RecentAction};
use shared::host::{Actor, HostRole};

use super::undo;
use crate::language::Language;
use crate::messages::MessageArgument;
use crate::messages::hosts::{done_by, numbered, times, you_are};

pub use crate::messages::hosts::{HostsTexts, ago};

/// As whom others see them: "presentator 2".
fn name(language: Language, actor: Actor) -> String {
    let say = HostsTexts::of(language);
    match actor {
        Actor::Owner => say.owner.to_owned(),
        Actor::Token => say.token.to_owned(),
        Actor::Room => say.by_itself.to_owned(),
        Actor::Link { role, number } => {
            let role = role_name(language, role);
            number.map_or(role.to_owned(), |number| {
                numbered(language, u64::from(number), MessageArgument::Phrase(role))
            })
        }
    }
}

/// The same, but for the one who reads it.
pub fn name_for(language: Language, actor: Actor, reader: Option<Actor>) -> String {
    if reader == Some(actor) {
        HostsTexts::of(language).you.to_owned()
    } else {
        name(language, actor)
    }
}

/// As whom others see whoever reads it, as a sentence.
pub fn reader(language: Language, reader: Actor) -> String {
    you_are(language, MessageArgument::Phrase(&name(language, reader)))
}

/// By whom it was done, beside what takes it back; nothing of the reader's own.
pub fn by_another(language: Language, by: Option<Actor>, reader: Option<Actor>) -> Option<String> {
    let other = by.filter(|by| Some(*by) != reader)?;
    Some(match other {
        Actor::Room => HostsTexts::of(language).by_itself.to_owned(),
        other => done_by(language, MessageArgument::Phrase(&name(language, other))),
    })
}

/// What it was, with its slide and how often.
pub fn done(language: Language, recent: &RecentAction) -> String {
    let what = what(language, recent);
    if recent.times > 1 {
        times(
            language,
            u64::from(recent.times),
            MessageArgument::Phrase(&what),
        )
    } else {
        what
    }
}

fn what(language: Language, recent: &RecentAction) -> String {
    let say = HostsTexts::of(language);
    let word = match recent.action {
        HostAction::Control(ControlAction::Undo) => say.undone,
        HostAction::Control(ControlAction::Resume) => say.resumed,
        HostAction::Control(ControlAction::End) => say.ended,
        HostAction::Control(ControlAction::Begin) => say.begun,
        HostAction::Control(action) => return undo::did(language, action, recent.slide),
        HostAction::Hid => say.hid,
        HostAction::Restored => say.restored,
        HostAction::Merged => say.merged,
        HostAction::Approved => say.approved,
        HostAction::Held(true) => say.held,
        HostAction::Held(false) => say.held_off,
        HostAction::ChangedDeck => say.changed_deck,
        HostAction::SetDoor(true) => say.door_opened,
        HostAction::SetDoor(false) => say.door_closed,
        HostAction::SetPhones => say.set_phones,
        HostAction::Removed => say.removed,
        HostAction::Returned => say.returned,
        HostAction::Erased => say.erased,
        HostAction::Asked => say.asked,
        HostAction::Chose => say.chose,
        HostAction::Answered => say.answered,
        HostAction::Assigned => say.assigned,
        HostAction::Replied => say.replied,
        HostAction::Typed => say.entered,
        HostAction::EndedTablet => say.ended_tablet,
        HostAction::RenewedTablets => say.renewed_tablets,
    };
    undo::on_slide(language, word, recent.slide)
}

fn role_name(language: Language, role: HostRole) -> &'static str {
    let say = HostsTexts::of(language);
    match role {
        HostRole::Presenter => say.presenter,
        HostRole::Remote => say.remote,
        HostRole::Moderator => say.moderator,
        HostRole::Speaker => say.speaker,
        HostRole::Stage => say.stage,
    }
}
