//! What of forms is over: what a crash left between a document and its event, what the room that it
//! belonged to took with it, and what was kept for as long as the organiser wants.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use shared::ids::{Millis, RoomId};

use super::{DAY_MS, FormDocument, FormStore, RoomForms};
use crate::backend::{DocumentError, Journal, JournalError};
use crate::clock::now_ms;
use crate::lobby::{FORMS, Lobby, LobbyError, forms_folder};
use crate::room::RoomHandle;
use crate::room::fold::fold_all;
use crate::store::Store;

/// By what time forms were removed last: it goes on with every day, also where nobody does
/// anything.
const SWEPT_BY: &str = "forms-swept-by";

/// The forms that lay there before anybody could send one: those of them that no room knows are
/// nobody's.
pub struct Leftovers(BTreeMap<RoomId, Vec<String>>);

impl Leftovers {
    /// Has to be asked before the server takes connections.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn of(store: &Store) -> Result<Self, DocumentError> {
        let mut rooms = BTreeMap::<RoomId, Vec<String>>::new();
        for name in store.names(FORMS).await? {
            if let Some((room, form)) = name.split_once('/') {
                rooms
                    .entry(RoomId::from(room))
                    .or_default()
                    .push(form.to_owned());
            }
        }
        Ok(Self(rooms))
    }

    /// Removes what no room knows. Rooms are read one after the other, and none stays in memory.
    ///
    /// # Errors
    /// Those of the store and the journals.
    pub async fn sweep(
        self,
        forms: &Arc<FormStore>,
        lobby: &Lobby,
        journal: &dyn Journal,
    ) -> Result<(), SweepError> {
        for (room, names) in self.0 {
            match lobby.find(&room).await {
                Ok(found) => {
                    let folded = fold_all(&room, journal, |_, _| {}, |_, _, _| {}).await?;
                    let forms = forms.of(&found);
                    let known = forms.names_of(&folded.room);
                    for name in names.iter().filter(|name| !known.contains(*name)) {
                        forms.delete(name).await;
                    }
                }
                Err(LobbyError::Unknown) => forms.store.clear(&forms_folder(&room)).await?,
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }
}

/// Why forms could not be swept.
#[derive(Debug, thiserror::Error)]
pub enum SweepError {
    #[error(transparent)]
    Lobby(#[from] LobbyError),
    #[error(transparent)]
    Documents(#[from] DocumentError),
    #[error(transparent)]
    Journal(#[from] JournalError),
}

impl RoomForms {
    fn names_of(&self, room: &shared::room::Room) -> BTreeSet<String> {
        room.all_forms()
            .iter()
            .map(|known| self.name(known))
            .collect()
    }

    /// Removes what the room has let go of: what was filled in to try it out.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn let_go(&self, handle: &RoomHandle) -> Result<(), DocumentError> {
        let names = self.forms.store.names(&forms_folder(&self.room)).await?;
        // What is on its way has its turn: nobody else stores a form meanwhile.
        let mut turns = Vec::new();
        for turn in &self.forms.turns {
            turns.push(turn.lock().await);
        }
        if let Ok(known) = handle.read(|room| self.names_of(room)) {
            for name in names.iter().filter(|name| !known.contains(*name)) {
                self.delete(name).await;
            }
        }
        Ok(())
    }
}

/// By what time forms and answers may go at a start: `now`, or a day after what it was before,
/// where the clock is as far. Where nothing else is stored that tells the time, this does.
pub async fn at_start(store: &Store, now: Millis) -> Result<Millis, DocumentError> {
    let before = store.get::<Millis>(SWEPT_BY).await?;
    let later = before.map_or(0, |before| before.value.saturating_add(DAY_MS));
    Ok(now.max(later.min(now_ms())))
}

/// Notes by what time things were removed.
pub async fn note_swept(store: &Store, by: Millis) -> Result<(), DocumentError> {
    match store.get::<Millis>(SWEPT_BY).await? {
        Some(before) if by / DAY_MS <= before.value / DAY_MS => {}
        Some(before) => drop(store.put(SWEPT_BY, before.version, &by).await?),
        None => drop(store.create(SWEPT_BY, &by).await?),
    }
    Ok(())
}

/// What became of forms when those were removed whose time was over.
pub struct Expired {
    pub removed: usize,
    /// Of which day the oldest is that is left, by rooms.
    pub oldest: BTreeMap<RoomId, u64>,
}

/// Removes forms that were kept for so many whole days.
///
/// # Errors
/// Those of the store.
pub async fn expire(store: &Store, now: Millis, days: u32) -> Result<Expired, DocumentError> {
    let today = now / DAY_MS;
    let (mut removed, mut oldest) = (0, BTreeMap::<RoomId, u64>::new());
    for name in store.names(FORMS).await? {
        let path = format!("{FORMS}{name}");
        let Some(form) = store.get::<FormDocument>(&path).await? else {
            continue;
        };
        let day = form.value.day;
        if day + u64::from(days) < today {
            store.delete(&path).await?;
            removed += 1;
        } else if let Some((room, _)) = name.split_once('/') {
            let oldest = oldest.entry(RoomId::from(room)).or_insert(day);
            *oldest = day.min(*oldest);
        }
    }
    Ok(Expired { removed, oldest })
}
