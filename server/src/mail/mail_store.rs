//! What is stored of mails: what a room's says, how each of them stands, and, apart from that, the
//! addresses, which go a day after the last was sent.

use std::collections::BTreeSet;

use client::language::Language;
use futures_util::stream::{self, StreamExt, TryStreamExt};
use serde::{Deserialize, Serialize};
use shared::ids::RoomId;

use super::delivery::Delivery;
use crate::backend::DocumentError;
use crate::lobby::{ADDRESSES, DELIVERIES, MAILINGS};
use crate::store::{Store, Versioned};

/// Documents that are read at the same time.
const READ_AT_ONCE: usize = 16;

/// The mail of one room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mailing {
    pub language: Language,
    pub subject: String,
    pub lead: String,
    /// Where the report is.
    pub link: String,
    /// Where this instance is reached: the way out of a mail leads there.
    pub base: String,
    /// Whether it is being sent.
    #[serde(default)]
    pub is_running: bool,
    /// Whether addresses of it may be stored.
    #[serde(default)]
    pub holds_addresses: bool,
}

/// One address, and what was said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddressDocument {
    pub address: String,
    /// The names of the forms that it is from: where none is kept any more, nothing is sent.
    pub forms: Vec<String>,
    /// Why it was refused or put off, in the other side's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
}

/// The mails of this instance.
#[derive(Clone)]
pub struct MailStore(Store);

type StoreResult<T> = Result<T, DocumentError>;

impl MailStore {
    /// In the documents of this instance.
    pub fn new(store: Store) -> Self {
        Self(store)
    }

    /// The rooms that have a mail.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn rooms(&self) -> StoreResult<Vec<RoomId>> {
        let names = self.0.names(MAILINGS).await?;
        Ok(names.into_iter().map(RoomId).collect())
    }

    /// The rooms of which anything is stored here, also where they are gone.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn all_rooms(&self) -> StoreResult<BTreeSet<RoomId>> {
        let mut rooms: BTreeSet<RoomId> = self.rooms().await?.into_iter().collect();
        for folder in [DELIVERIES, ADDRESSES] {
            let names = self.0.names(folder).await?;
            let of = |name: &String| Some(RoomId::from(name.split_once('/')?.0));
            rooms.extend(names.iter().filter_map(of));
        }
        Ok(rooms)
    }

    /// The mail of a room.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn mailing(&self, room: &RoomId) -> StoreResult<Option<Versioned<Mailing>>> {
        self.0.get(&mailing(room)).await
    }

    /// Stores the mail of a room, whose version is 0 where there was none.
    ///
    /// # Errors
    /// `Changed` or `Exists` where somebody else did, and those of the store.
    pub async fn put_mailing(&self, room: &RoomId, version: u64, is: &Mailing) -> StoreResult<u64> {
        match version {
            0 => self.0.create(&mailing(room), is).await,
            version => self.0.put(&mailing(room), version, is).await,
        }
    }

    /// How each mail of a room stands, by what its address is known by.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn deliveries(&self, room: &RoomId) -> StoreResult<Vec<(String, Delivery)>> {
        let folder = folder(DELIVERIES, room);
        let names = stream::iter(self.0.names(&folder).await?);
        let read = names.map(|name| async {
            let delivery = self.delivery(room, &name).await?;
            Ok::<_, DocumentError>(delivery.map(|delivery| (name, delivery.value)))
        });
        let read: Vec<_> = read.buffered(READ_AT_ONCE).try_collect().await?;
        Ok(read.into_iter().flatten().collect())
    }

    /// How one mail stands.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn delivery(
        &self,
        room: &RoomId,
        name: &str,
    ) -> StoreResult<Option<Versioned<Delivery>>> {
        self.0.get(&path(DELIVERIES, room, name)).await
    }

    /// Stores how a mail stands that was not there.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn add(&self, room: &RoomId, name: &str, is: Delivery) -> StoreResult<u64> {
        self.0.create(&path(DELIVERIES, room, name), &is).await
    }

    /// Stores how a mail stands that had that version. It is on disk when this answers.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn note(
        &self,
        (room, name): (&RoomId, &str),
        version: u64,
        is: Delivery,
    ) -> StoreResult<u64> {
        self.0
            .put(&path(DELIVERIES, room, name), version, &is)
            .await
    }

    /// An address, while it is kept.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn address(&self, room: &RoomId, name: &str) -> StoreResult<Option<AddressDocument>> {
        let document = self.0.get(&path(ADDRESSES, room, name)).await?;
        Ok(document.map(|document| document.value))
    }

    /// All addresses of a room that are kept.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn addresses(&self, room: &RoomId) -> StoreResult<Vec<(String, AddressDocument)>> {
        let names = stream::iter(self.0.names(&folder(ADDRESSES, room)).await?);
        let read = names.map(|name| async {
            let address = self.address(room, &name).await?;
            Ok::<_, DocumentError>(address.map(|address| (name, address)))
        });
        let read: Vec<_> = read.buffered(READ_AT_ONCE).try_collect().await?;
        Ok(read.into_iter().flatten().collect())
    }

    /// Keeps an address, in the place of what was kept of it.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn keep(&self, room: &RoomId, name: &str, is: &AddressDocument) -> StoreResult<()> {
        let path = path(ADDRESSES, room, name);
        match self.0.get::<AddressDocument>(&path).await? {
            Some(before) if before.value == *is => Ok(()),
            Some(before) => self.0.put(&path, before.version, is).await.map(drop),
            None => self.0.create(&path, is).await.map(drop),
        }
    }

    /// Keeps what was said of an address, while that is kept.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn note_said(&self, room: &RoomId, name: &str, said: String) -> StoreResult<()> {
        let path = path(ADDRESSES, room, name);
        let Some(mut stands) = self.0.get::<AddressDocument>(&path).await? else {
            return Ok(());
        };
        stands.value.said = Some(said);
        match self.0.put(&path, stands.version, &stands.value).await {
            // It was erased meanwhile.
            Ok(_) | Err(DocumentError::Changed { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Erases an address for good.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn forget(&self, room: &RoomId, name: &str) -> StoreResult<()> {
        self.0.delete(&path(ADDRESSES, room, name)).await
    }

    /// Erases all addresses of a room for good.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn forget_all(&self, room: &RoomId) -> StoreResult<()> {
        self.0.clear(&folder(ADDRESSES, room)).await
    }
}

fn mailing(room: &RoomId) -> String {
    format!("{MAILINGS}{room}")
}

fn folder(kind: &str, room: &RoomId) -> String {
    format!("{kind}{room}/")
}

fn path(kind: &str, room: &RoomId, name: &str) -> String {
    format!("{kind}{room}/{name}")
}
