//! What people fill into forms: documents of their own, apart from the journal, from every other
//! answer and from whoever filled them in.
//!
//! A room knows of a form whose it is and a [`FormMac`], keyed by what only the document has. The
//! document knows the day and no person; its name is a hash of both under a key that goes with the
//! room. So neither by itself leads to the other, and removing the room's key ends every way
//! between them.
//!
//! The document comes first, then the event, then the document before it goes: what is saved is
//! never lost, and what a crash leaves between them belongs to nobody and is swept.

use std::sync::Arc;

use blake3::Hasher;
use futures_util::stream::{self, StreamExt, TryStreamExt};
use serde::{Deserialize, Serialize};
use shared::event::Event;
use shared::ids::{ParticipantId, RoomId, Round, SlideId};
use shared::question::{Fields, FilledForm, FormMac};
use shared::refusal::Refusal;
use shared::room::{KnownForm, OwnAnswers, Room};
use tokio::sync::Mutex;

use crate::backend::DocumentError;
use crate::clock::now_ms;
use crate::lobby::{FoundRoom, forms_folder, hex};
use crate::log_throttle::LogThrottle;
use crate::random;
use crate::room::inbox::SubmitReply;
use crate::room::{RoomHandle, SubmitError};
use crate::store::Store;

mod sweeping;
mod table;
#[cfg(test)]
mod tests;

pub use sweeping::{Expired, Leftovers, at_start, expire, note_swept};
pub use table::{FormRound, FormTable};

/// A day, in milliseconds.
pub const DAY_MS: u64 = 86_400_000;
/// People whose forms are stored at the same time; those of one come one after the other.
const TURNS: usize = 64;
/// Documents that are read at the same time.
const READ_AT_ONCE: usize = 16;
/// Hexadecimal digits of a document's name.
const NAME_DIGITS: usize = 32;

static NOT_STORED: LogThrottle = LogThrottle::new();
static NOT_DELETED: LogThrottle = LogThrottle::new();

/// A form as it is stored.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormDocument {
    /// Days since 1970: the hour would tell who it was.
    pub day: u64,
    /// By which the room's mac of it was made.
    key: String,
    /// What was filled in.
    pub filled: FilledForm,
}

/// A form that is kept, for the organiser.
pub struct KeptForm {
    /// By which it can be erased.
    pub name: String,
    pub round: Round,
    pub document: FormDocument,
}

/// The forms of this instance.
pub struct FormStore {
    store: Store,
    turns: [Mutex<()>; TURNS],
}

/// Those of one room. Cheap to clone.
#[derive(Clone)]
pub struct RoomForms {
    forms: Arc<FormStore>,
    room: RoomId,
    key: [u8; 32],
}

impl FormStore {
    /// In the documents of this instance.
    pub fn new(store: Store) -> Self {
        Self {
            store,
            turns: [(); TURNS].map(|()| Mutex::new(())),
        }
    }

    /// Those of one room.
    pub fn of(self: &Arc<Self>, found: &FoundRoom) -> RoomForms {
        self.keyed(&found.id, &found.document.key)
    }

    /// Whether a form is kept.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn is_kept(&self, room: &RoomId, name: &str) -> Result<bool, DocumentError> {
        let path = format!("{}{name}", forms_folder(room));
        Ok(self.store.get::<FormDocument>(&path).await?.is_some())
    }

    pub(crate) fn keyed(self: &Arc<Self>, room: &RoomId, key: &str) -> RoomForms {
        RoomForms {
            forms: self.clone(),
            room: room.clone(),
            key: blake3::derive_key("peil form name v1", key.as_bytes()),
        }
    }
}

impl FormDocument {
    fn new(filled: FilledForm) -> Self {
        Self {
            day: now_ms() / DAY_MS,
            key: hex(&random::key()),
            filled,
        }
    }

    /// By which a room tells it from others.
    pub(crate) fn mac(&self) -> FormMac {
        let key = blake3::derive_key("peil form content v1", self.key.as_bytes());
        let content = serde_json::to_vec(&self.filled).expect("a form is plain data");
        FormMac::of(first_half(blake3::keyed_hash(&key, &content)))
    }
}

impl RoomForms {
    /// Stores what a participant sent, once it was made an event of: what was filled into a form
    /// first, and then that it was.
    ///
    /// # Errors
    /// Every [`SubmitError`].
    pub async fn submit_of(
        &self,
        handle: &RoomHandle,
        who: ParticipantId,
        fields: &Fields,
        read: impl FnOnce(&Room) -> Result<Event, Refusal>,
    ) -> SubmitReply {
        match handle.prepare(who, read)? {
            Event::Answered {
                participant,
                question,
                round,
                turn,
                answer: Some(answer),
                held,
            } if answer.is_kept_apart() => {
                let event = move |mac, question| Event::Answered {
                    participant,
                    question,
                    round,
                    turn,
                    answer: Some(answer.with_mac(mac)),
                    held,
                };
                let place = (participant, question, round);
                self.keep(handle, place, fields, event).await
            }
            event => handle.submit(event).await,
        }
    }

    /// The same form again is the one that is there: whoever asks a second time hears so.
    async fn keep(
        &self,
        handle: &RoomHandle,
        (who, question, round): (ParticipantId, SlideId, Round),
        fields: &Fields,
        event: impl FnOnce(FormMac, SlideId) -> Event,
    ) -> SubmitReply {
        let _turn = self.forms.turns[who.0 as usize % TURNS].lock().await;
        let stored = |room: &Room| room.form_of(who, &question, round);
        let (filled, before) = handle.read(|room| {
            let filled = room.filled_form(&question, round, fields);
            (filled, stored(room))
        })?;
        let filled = filled.map_err(SubmitError::Refused)?;
        let kept = match &before {
            Some(known) => self.get(&self.name(known)).await.map_err(cannot_store)?,
            None => None,
        };
        if let Some(known) = before
            .as_ref()
            .filter(|_| kept.is_some_and(|kept| kept.filled == filled))
        {
            return handle.submit(event(known.mac.clone(), question)).await;
        }
        let document = FormDocument::new(filled);
        let mac = document.mac();
        let name = self.name_of((who, &question, round), &mac);
        let created = self.forms.store.create(&self.path(&name), &document).await;
        created.map_err(cannot_store)?;
        let reply = handle.submit(event(mac.clone(), question.clone())).await;
        let now = handle.read(|room| room.form_of(who, &question, round));
        match (&reply, now) {
            // Which of the two the room knows stays; the other one goes.
            (Ok(_), Ok(Some(now))) if now.mac == mac => {
                if let Some(known) = before {
                    self.delete(&self.name(&known)).await;
                }
            }
            (Ok(_) | Err(SubmitError::Refused(_) | SubmitError::CannotStore), Ok(_)) => {
                self.delete(&name).await;
            }
            // It is not known what became of it: the next start sees.
            _ => {}
        }
        reply
    }

    /// Puts into somebody's own answers what they filled in: for them alone, and for nobody whom
    /// the room shows anything.
    pub async fn fill(&self, handle: &RoomHandle, who: ParticipantId, own: &mut OwnAnswers) {
        let known = handle.read(|room| room.own_forms(who)).unwrap_or_default();
        for known in known {
            // What can't be read is as if nothing had been kept; the store has logged why.
            let kept = self.get(&self.name(&known)).await.ok().flatten();
            if let Some((own, kept)) = own.get_mut(&known.question).zip(kept) {
                own.fields = Some(kept.filled.fields());
            }
        }
    }

    /// What was filled into the forms of a question, by rounds and days and else in an order that
    /// tells nothing.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn kept(&self, known: Vec<KnownForm>) -> Result<Vec<KeptForm>, DocumentError> {
        let read = |known: KnownForm| async move {
            let name = self.name(&known);
            let round = known.round;
            let document = self.get(&name).await?;
            Ok::<_, DocumentError>(document.map(|document| KeptForm {
                name,
                round,
                document,
            }))
        };
        let read = stream::iter(known).map(read).buffered(READ_AT_ONCE);
        let read: Vec<Option<KeptForm>> = read.try_collect().await?;
        let mut kept: Vec<KeptForm> = read.into_iter().flatten().collect();
        kept.sort_by(|one, other| {
            let by = |form: &KeptForm| (form.round, form.document.day, form.name.clone());
            by(one).cmp(&by(other))
        });
        Ok(kept)
    }

    /// Keeps a form that was filled in elsewhere.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn take_in(
        &self,
        known: &KnownForm,
        document: &FormDocument,
    ) -> Result<(), DocumentError> {
        let path = self.path(&self.name(known));
        self.forms.store.create(&path, document).await.map(drop)
    }

    /// The name under which a form is kept.
    pub fn name(&self, known: &KnownForm) -> String {
        self.name_of(
            (known.participant, &known.question, known.round),
            &known.mac,
        )
    }

    fn name_of(
        &self,
        (who, question, round): (ParticipantId, &SlideId, Round),
        mac: &FormMac,
    ) -> String {
        let mut hash = Hasher::new_keyed(&self.key);
        hash.update(&who.0.to_be_bytes());
        hash.update(&round.to_be_bytes());
        hash.update(mac.as_str().as_bytes());
        hash.update(question.as_str().as_bytes());
        hash.finalize().to_hex()[..NAME_DIGITS].to_owned()
    }

    /// Removes what was filled in.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn remove(&self, name: &str) -> Result<(), DocumentError> {
        self.forms.store.delete(&self.path(name)).await
    }

    /// The same where nobody waits for it: what does not work now is done at the next start.
    async fn delete(&self, name: &str) {
        if let Err(error) = self.remove(name).await
            && NOT_DELETED.may_log()
        {
            tracing::error!(room = %self.room, %error, "a form that is over could not be removed yet");
        }
    }

    async fn get(&self, name: &str) -> Result<Option<FormDocument>, DocumentError> {
        let document = self.forms.store.get(&self.path(name)).await?;
        Ok(document.map(|document| document.value))
    }

    fn path(&self, name: &str) -> String {
        format!("{}{name}", forms_folder(&self.room))
    }
}

fn first_half(hash: blake3::Hash) -> u128 {
    let half: [u8; 16] = hash.as_bytes()[..16]
        .try_into()
        .expect("a hash has 32 bytes");
    u128::from_be_bytes(half)
}

fn cannot_store(error: DocumentError) -> SubmitError {
    if NOT_STORED.may_log() {
        tracing::warn!(%error, "a form was not stored");
    }
    SubmitError::CannotStore
}
