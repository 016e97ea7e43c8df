//! Rooms as things one can find: making one, its code, its links, its end.
//!
//! Making a room touches three places in this order: journal, document, code. Each is harmless if
//! the next is missing: nobody can find it. [`Lobby::sweep`] clears what was left behind.

use std::collections::BTreeMap;
use std::sync::Arc;

use shared::code::JoinCode;
use shared::deck::grammar;
use shared::event::{Batch, Event};
use shared::host::HostRole;
use shared::ids::RoomId;
use shared::instant::LocalMoment;
use shared::limits;
use shared::rules::Rules;
use tokio::time::Instant;

use crate::after_pages;
use crate::backend::{Appended, DocumentError, Journal, JournalError, NotStored};
use crate::clock::now_ms;
use crate::decks::{DeckError, Decks};
use crate::document_index::DocumentIndex;
use crate::random;
use crate::room::Registry;
use crate::room::fold::encode;
use crate::store::{Store, Versioned};
use known_rooms::KnownRooms;
pub use room_document::{AnswersEnded, ImportedRoom, Links, NewRoom, RoomDocument};

mod ending;
mod importing;
mod known_rooms;
mod room_document;
mod sweeping;

const ROOMS: &str = "rooms/";
const CODES: &str = "codes/";
/// Where what people filled into forms lies, by rooms.
pub const FORMS: &str = "forms/";
/// Where lies what rooms came to whose answers have ended.
pub const TOTALS: &str = "totals/";
/// Where what organisers add to the reports of rooms lies, by rooms.
pub const REPORTS: &str = "reports/";
/// Where lies what the mail of a room says, how each stands, and to whom they go.
pub const MAILINGS: &str = "mail/";
pub const DELIVERIES: &str = "mail-to/";
pub const ADDRESSES: &str = "mail-address/";
/// A code stays valid for that long after its room has ended, and longer while a page is open.
const CODE_DAYS_AFTER_END: u64 = 30;
/// No other room gets it for that long: it is on paper and in old mails.
const CODE_DAYS_KEPT: u64 = 400;
const DAY_MS: u64 = 86_400_000;
/// The sequence of a journal's first record, in every backend.
const FIRST_RECORD: u64 = 1;
/// Draws of a code before giving up: at 20,000 rooms of 43 million codes one draw in two thousand
/// is taken.
const CODE_DRAWS: usize = 20;

/// A room that was found.
#[derive(Clone, Debug)]
pub struct FoundRoom {
    pub id: RoomId,
    pub document: RoomDocument,
}

/// A room in a list: what its document says, without any of its secrets.
#[derive(Clone, Debug)]
pub struct RoomLine {
    pub id: RoomId,
    pub code: JoinCode,
    pub title: String,
    pub deck: String,
    pub planned: Option<LocalMoment>,
    pub created_at: u64,
    pub ended_at: Option<u64>,
    pub answers_ended: Option<AnswersEnded>,
    pub removing: bool,
}

impl RoomLine {
    /// What a list says of a room that was found.
    pub fn of(id: &RoomId, document: RoomDocument) -> Self {
        let RoomDocument {
            code,
            title,
            deck,
            planned,
            created_at,
            ended_at,
            answers_ended,
            removing,
            ..
        } = document;
        Self {
            id: id.clone(),
            code,
            title,
            deck,
            planned,
            created_at,
            ended_at,
            answers_ended,
            removing,
        }
    }
}

/// Why a room could not be made or found.
#[derive(Debug, thiserror::Error)]
pub enum LobbyError {
    #[error("there is no such room")]
    Unknown,
    #[error("there is a room of this name already")]
    Exists,
    #[error("this instance holds as many rooms as it may")]
    Full,
    #[error("nothing can be stored now")]
    CannotStore,
    #[error(transparent)]
    Deck(#[from] DeckError),
    #[error(transparent)]
    Documents(#[from] DocumentError),
    #[error(transparent)]
    Journal(#[from] JournalError),
}

/// Makes rooms and finds them.
pub struct Lobby {
    store: Store,
    journal: Arc<dyn Journal>,
    registry: Arc<Registry>,
    decks: Decks,
    known: KnownRooms,
    listed: DocumentIndex<RoomLine>,
}

impl Lobby {
    /// A lobby over the places where rooms are kept.
    pub fn new(store: Store, journal: Arc<dyn Journal>, registry: Arc<Registry>) -> Self {
        let (decks, listed) = (Decks::new(store.clone()), DocumentIndex::of(ROOMS));
        Self {
            decks,
            listed,
            store,
            journal,
            registry,
            known: KnownRooms::default(),
        }
    }

    /// Starts a room from a deck, for so many participants if that is known.
    ///
    /// # Errors
    /// Every [`LobbyError`].
    pub async fn open(&self, deck_name: &str, wanted: NewRoom) -> Result<FoundRoom, LobbyError> {
        let text = self.decks.get(deck_name).await?.value.text;
        let deck = grammar::read_stored(&text).map_err(DeckError::Wrong)?.deck;
        if self.store.names(ROOMS).await?.len() >= limits::INSTANCE_ROOMS {
            return Err(LobbyError::Full);
        }
        let id = RoomId(random::name(12));
        let title = deck.title.clone();
        let trial = wanted.trial || wanted.planned.is_some();
        self.begin_journal(&id, deck, trial).await?;
        let code = random::code();
        let document = RoomDocument {
            code,
            deck: deck_name.to_owned(),
            title,
            expected: wanted.expected,
            planned: wanted.planned,
            created_at: now_ms(),
            ended_at: None,
            answers_ended: None,
            removing: false,
            key: hex(&random::key()),
            links: Links::new(),
            browsers: BTreeMap::new(),
        };
        let found = self.publish(id, document).await?;
        tracing::info!(room = %found.id, deck = deck_name, "a room was started");
        Ok(found)
    }

    async fn begin_journal(
        &self,
        id: &RoomId,
        deck: shared::deck::Deck,
        trial: bool,
    ) -> Result<(), LobbyError> {
        let batch = Batch {
            rules: limits::RULES,
            producer: self.registry.producer().clone(),
            counter: self.registry.next_counter(),
            events: vec![Event::Created {
                room: id.clone(),
                deck: Box::new(deck),
                rules: Rules::LATEST,
                moderates: true,
                groups: true,
                own_pace: true,
                trial,
            }],
            by: Default::default(),
        };
        match self.journal.create(id.as_str(), encode(&batch)).await {
            Appended::Stored(_) => Ok(()),
            Appended::NotStored(NotStored::DiskFull) | Appended::Unknown => {
                Err(LobbyError::CannotStore)
            }
            Appended::NotStored(reason) => {
                tracing::error!(room = %id, %reason, "a room could not be begun");
                Err(LobbyError::CannotStore)
            }
        }
    }

    /// Document and code: the document names the code that it will get, so a code never leads
    /// nowhere.
    async fn publish(&self, id: RoomId, document: RoomDocument) -> Result<FoundRoom, LobbyError> {
        let version = self.store.create(&room_key(&id), &document).await?;
        let document = self.give_code(&id, version, document).await?;
        Ok(FoundRoom { id, document })
    }

    async fn give_code(
        &self,
        id: &RoomId,
        mut version: u64,
        mut document: RoomDocument,
    ) -> Result<RoomDocument, LobbyError> {
        let _changing = self.known.change();
        for _ in 0..CODE_DRAWS {
            match self.store.create(&code_key(&document.code), id).await {
                Ok(_) => return Ok(document),
                Err(DocumentError::Exists) => {
                    document.code = random::code();
                    version = self.store.put(&room_key(id), version, &document).await?;
                }
                Err(error) => return Err(error.into()),
            }
        }
        Err(LobbyError::Full)
    }

    /// The room of that name.
    ///
    /// # Errors
    /// [`LobbyError::Unknown`], and those of the store.
    pub async fn find(&self, id: &RoomId) -> Result<FoundRoom, LobbyError> {
        let document = self.document(id).await?.value;
        if document.removing {
            Err(LobbyError::Unknown)
        } else {
            Ok(FoundRoom {
                id: id.clone(),
                document,
            })
        }
    }

    /// The room of that code, while the code is valid.
    ///
    /// # Errors
    /// [`LobbyError::Unknown`], and those of the store.
    pub async fn find_by_code(&self, code: &JoinCode) -> Result<Arc<FoundRoom>, LobbyError> {
        let now = Instant::now();
        let look = match self.known.room(code, now) {
            Ok(found) => return Ok(found),
            Err(look) => look,
        };
        let found = Arc::new(self.read_by_code(code, now_ms()).await?);
        self.known.keep(&look, &found, now);
        Ok(found)
    }

    async fn read_by_code(&self, code: &JoinCode, now_ms: u64) -> Result<FoundRoom, LobbyError> {
        let id = self
            .store
            .get::<RoomId>(&code_key(code))
            .await?
            .ok_or(LobbyError::Unknown)?
            .value;
        let found = self.find(&id).await?;
        let is_over = found.document.has_ended_for(CODE_DAYS_AFTER_END, now_ms)
            && !after_pages::leads_there(&self.store, &id, now_ms).await?;
        if is_over || found.document.code != *code {
            Err(LobbyError::Unknown)
        } else {
            Ok(found)
        }
    }

    /// All rooms, newest first. None of them is read from its journal.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn list(&self) -> Result<Vec<Arc<RoomLine>>, LobbyError> {
        let line = |name: &str, document| RoomLine::of(&RoomId::from(name), document);
        let mut rooms = self.listed.rows(&self.store, line).await?;
        rooms.retain(|room| !room.removing);
        rooms.sort_by_key(|room| std::cmp::Reverse(room.created_at));
        Ok(rooms)
    }

    /// Notes what a room is called now.
    ///
    /// # Errors
    /// [`LobbyError::Unknown`], and those of the store.
    pub async fn note_title(&self, id: &RoomId, title: &str) -> Result<(), LobbyError> {
        if self.find(id).await?.document.title != title {
            self.change(id, |document| document.title = title.to_owned())
                .await?;
        }
        Ok(())
    }

    /// Gives a role a new link. From now on the old one opens nothing, nor what was proved by it.
    ///
    /// # Errors
    /// [`LobbyError::Unknown`], and those of the store.
    pub async fn renew_link(&self, id: &RoomId, role: HostRole) -> Result<FoundRoom, LobbyError> {
        let document = self
            .change(id, |document| document.links.renew(role))
            .await?;
        Ok(FoundRoom {
            id: id.clone(),
            document,
        })
    }

    /// The number of one more browser that followed a link of that role, from 1.
    ///
    /// # Errors
    /// [`LobbyError::Unknown`], and those of the store.
    pub async fn number_browser(&self, id: &RoomId, role: HostRole) -> Result<u32, LobbyError> {
        let document = self
            .change(id, |document| {
                let browsers = document.browsers.entry(role).or_default();
                *browsers = browsers.saturating_add(1);
            })
            .await?;
        Ok(document.browsers.get(&role).copied().unwrap_or(1))
    }

    /// Changes a room's document. Where somebody else does so at the same time, one comes after the
    /// other.
    async fn change(
        &self,
        id: &RoomId,
        mut change: impl FnMut(&mut RoomDocument),
    ) -> Result<RoomDocument, LobbyError> {
        let _changing = self.known.change();
        loop {
            let Versioned { version, mut value } = self.document(id).await?;
            if value.removing {
                return Err(LobbyError::Unknown);
            }
            change(&mut value);
            match self.store.put(&room_key(id), version, &value).await {
                // Each time that this comes, somebody else got on.
                Err(DocumentError::Changed { .. }) => {}
                put => return Ok(put.map(|_| value)?),
            }
        }
    }

    /// Removes a room and everything in it, for good. From the first step on nobody finds it.
    ///
    /// # Errors
    /// [`LobbyError::Unknown`], and those of the store; after one, the same again is safe.
    pub async fn remove(&self, id: &RoomId) -> Result<(), LobbyError> {
        let _changing = self.known.change();
        let mut document = self.document(id).await?.value;
        if !document.removing {
            document = self.change(id, |document| document.removing = true).await?;
        }
        self.finish_removal(id, &document.code).await?;
        tracing::info!(room = %id, "a room was removed, with all answers");
        Ok(())
    }

    async fn finish_removal(&self, id: &RoomId, code: &JoinCode) -> Result<(), LobbyError> {
        // The code may lead to another room by now: it is given out again some time after the end.
        if self.named(code).await?.is_some_and(|named| named == *id) {
            self.store.delete(&code_key(code)).await?;
        }
        self.journal.drop_room(id.as_str()).await?;
        self.store.clear(&forms_folder(id)).await?;
        self.store.delete(&format!("{REPORTS}{id}")).await?;
        self.store.delete(&format!("{TOTALS}{id}")).await?;
        clear_mail(&self.store, id).await?;
        after_pages::clear(&self.store, id).await?;
        self.store.delete(&room_key(id)).await?;
        self.registry.forget(id);
        Ok(())
    }

    async fn named(&self, code: &JoinCode) -> Result<Option<RoomId>, LobbyError> {
        Ok(self
            .store
            .get::<RoomId>(&code_key(code))
            .await?
            .map(|named| named.value))
    }

    async fn document(&self, id: &RoomId) -> Result<Versioned<RoomDocument>, LobbyError> {
        self.store
            .get(&room_key(id))
            .await?
            .ok_or(LobbyError::Unknown)
    }
}

/// Where what people filled into the forms of a room lies: it goes with the room.
pub fn forms_folder(id: &RoomId) -> String {
    format!("{FORMS}{id}/")
}

/// Removes all that is stored of the mail of a room: it goes with the room.
///
/// # Errors
/// Those of the store.
pub async fn clear_mail(store: &Store, id: &RoomId) -> Result<(), DocumentError> {
    store.delete(&format!("{MAILINGS}{id}")).await?;
    store.clear(&format!("{DELIVERIES}{id}/")).await?;
    store.clear(&format!("{ADDRESSES}{id}/")).await
}

/// The code of a room, for whoever reads the folder.
///
/// # Errors
/// [`LobbyError::Unknown`], and those of the store.
pub async fn code_of(store: &Store, id: &RoomId) -> Result<JoinCode, LobbyError> {
    Ok(found(store, id).await?.document.code)
}

/// A room as its document says, without starting a server.
///
/// # Errors
/// Where it has none, or the store can't be read.
pub async fn found(store: &Store, id: &RoomId) -> Result<FoundRoom, LobbyError> {
    let stored = store.get::<RoomDocument>(&room_key(id)).await?;
    Ok(FoundRoom {
        id: id.clone(),
        document: stored.ok_or(LobbyError::Unknown)?.value,
    })
}

fn room_key(id: &RoomId) -> String {
    format!("{ROOMS}{id}")
}

fn code_key(code: &JoinCode) -> String {
    format!("{CODES}{}", code.digits())
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests;
