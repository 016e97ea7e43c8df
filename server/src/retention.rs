//! For how long answers are kept: when those of a room end, what is said of it before, and the
//! sweep that ends them. What is filled into forms has an end of its own; [`crate::forms`] knows
//! which.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard};

use shared::ids::{Millis, RoomId};

use crate::AppParts;
use crate::backend::{DocumentError, JournalError};
use crate::clock::now_ms;
use crate::forms::DAY_MS;
use crate::lobby::{AnswersEnded, LobbyError, RoomLine};
use crate::room::SubmitError;
use crate::room::fold::fold_all;

mod ending;
mod looking_after;
#[cfg(test)]
mod tests;

pub use looking_after::look_after;

/// So long before answers end it is said that they will.
const WARNED_MS: Millis = 14 * DAY_MS;

/// For how long this instance keeps what people gave.
#[derive(Default)]
pub struct Retention {
    answers_days: Option<u32>,
    forms_days: Option<u32>,
    /// When something happened last in rooms that nobody ended, as the last sweep saw it.
    last_used: Mutex<BTreeMap<RoomId, Millis>>,
    /// The day of the oldest form of each room, as the last sweep saw it; days since 1970.
    oldest_forms: Mutex<BTreeMap<RoomId, u64>>,
}

/// What is to be said of how long the answers of a room are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeptUntil {
    /// When the answers go, where that is soon.
    pub answers: Option<Millis>,
    /// Whether that counts from the last thing that happened, since nobody ended the room.
    pub never_ended: bool,
    /// When the first of its forms go, where that is soon and before the answers.
    pub forms: Option<Millis>,
}

/// Why answers could not be ended now. The next sweep tries again.
#[derive(Debug, thiserror::Error)]
pub enum RetentionError {
    #[error(transparent)]
    Lobby(#[from] LobbyError),
    #[error(transparent)]
    Documents(#[from] DocumentError),
    #[error(transparent)]
    Journal(#[from] JournalError),
    #[error(transparent)]
    Room(#[from] SubmitError),
}

impl Retention {
    /// That of an instance with these settings.
    pub fn new(answers_days: Option<u32>, forms_days: Option<u32>) -> Self {
        Self {
            answers_days,
            forms_days,
            ..Self::default()
        }
    }

    /// What is to be said of a room at that moment.
    pub fn kept(&self, room: &RoomLine, now: Millis) -> KeptUntil {
        if room.answers_ended.is_some() {
            return KeptUntil::default();
        }
        let is_soon = |at: &Millis| *at <= now.saturating_add(WARNED_MS);
        let answers = self.answers_end(room).filter(is_soon);
        let forms = self.forms_end(&room.id).filter(is_soon);
        KeptUntil {
            never_ended: room.ended_at.is_none() && answers.is_some(),
            forms: forms.filter(|at| answers.is_none_or(|answers| *at < answers)),
            answers,
        }
    }

    /// When the answers of a room end: so many days after it was ended or, where nobody did so,
    /// after the last thing that happened in it.
    pub fn answers_end(&self, room: &RoomLine) -> Option<Millis> {
        let from = room
            .ended_at
            .or_else(|| self.last_used().get(&room.id).copied())?;
        self.end_from(from)
    }

    fn end_from(&self, from: Millis) -> Option<Millis> {
        let days = u64::from(self.answers_days?);
        Some(from.saturating_add(days * DAY_MS))
    }

    fn forms_end(&self, room: &RoomId) -> Option<Millis> {
        let days = u64::from(self.forms_days?);
        let oldest = *self.oldest_forms().get(room)?;
        Some((oldest + days + 1) * DAY_MS)
    }

    fn last_used(&self) -> MutexGuard<'_, BTreeMap<RoomId, Millis>> {
        let used = self.last_used.lock();
        used.expect("nobody panics while looking at when rooms were used")
    }

    fn oldest_forms(&self) -> MutexGuard<'_, BTreeMap<RoomId, u64>> {
        let oldest = self.oldest_forms.lock();
        oldest.expect("nobody panics while looking at how old forms are")
    }

    /// Notes of which day the oldest form of each room is.
    pub fn note_forms(&self, oldest: BTreeMap<RoomId, u64>) {
        *self.oldest_forms() = oldest;
    }
}

/// Ends answers whose time is over by then, and finishes what a stop cut off. What can't be done is
/// logged and done by the next sweep; it keeps no other room. How many rooms it was.
///
/// # Errors
/// Those of listing the rooms.
pub async fn sweep(parts: &AppParts, by: Millis) -> Result<usize, RetentionError> {
    let mut ended = 0;
    for room in parts.lobby.list().await? {
        match sweep_room(parts, &room, by).await {
            Ok(did) => ended += usize::from(did),
            Err(error) => {
                tracing::error!(room = %room.id, %error, "answers whose time is over are still there; it is tried again in an hour");
            }
        }
    }
    Ok(ended)
}

async fn sweep_room(parts: &AppParts, room: &RoomLine, by: Millis) -> Result<bool, RetentionError> {
    match room.answers_ended {
        Some(AnswersEnded { gone: true, .. }) => Ok(false),
        Some(ended) => ending::finish(parts, &room.id, ended).await.map(|()| true),
        None if is_over(parts, room, by).await? => {
            ending::end(parts, &room.id, now_ms()).await.map(|()| true)
        }
        None => Ok(false),
    }
}

async fn is_over(parts: &AppParts, room: &RoomLine, by: Millis) -> Result<bool, RetentionError> {
    let retention = &parts.retention;
    let soon = |at: Millis| at <= by.saturating_add(WARNED_MS);
    // What was made lately was used lately: no journal is read for that.
    let is_young = |made: Millis| retention.end_from(made).is_none_or(|end| !soon(end));
    if room.ended_at.is_none() && !is_young(room.created_at) {
        match last_used(parts, &room.id).await? {
            Some(at) => retention.last_used().insert(room.id.clone(), at),
            None => retention.last_used().remove(&room.id),
        };
    }
    Ok(retention.answers_end(room).is_some_and(|end| end <= by))
}

/// When something happened last in a room; nothing where nothing has but that it was made. No room
/// comes into memory for it.
async fn last_used(parts: &AppParts, id: &RoomId) -> Result<Option<Millis>, RetentionError> {
    let folded = fold_all(id, &*parts.journal, |_, _| {}, |_, _, _| {}).await?;
    let is_used = folded.room.at > folded.room.created_at || !folded.room.people.is_empty();
    Ok(is_used.then_some(folded.room.at))
}
