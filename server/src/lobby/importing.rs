//! Taking in a room that another peil kept. Nobody finds it before all of it is there; one that was
//! cut off is cleared by the sweep, as one that was half removed.

use std::collections::BTreeMap;

use shared::ids::RoomId;
use shared::limits;

use super::{
    FoundRoom, ImportedRoom, Links, Lobby, LobbyError, ROOMS, RoomDocument, hex, room_key,
};
use crate::backend::{DocumentError, Record};
use crate::random;
use crate::store::Versioned;

impl Lobby {
    /// Takes the name of a room for what is to come, with a key and links of its own: those of
    /// before lead to the peil that it comes from.
    ///
    /// # Errors
    /// [`LobbyError::Exists`] where a room has that name, [`LobbyError::Full`], and those of the
    /// store.
    pub async fn claim(&self, id: RoomId, kept: ImportedRoom) -> Result<FoundRoom, LobbyError> {
        if self.store.names(ROOMS).await?.len() >= limits::INSTANCE_ROOMS {
            return Err(LobbyError::Full);
        }
        let document = RoomDocument {
            code: random::code(),
            // Its deck is in its journal; no deck of that name need be here.
            deck: String::new(),
            title: kept.title,
            expected: kept.expected,
            planned: kept.planned,
            created_at: kept.created_at,
            ended_at: kept.ended_at,
            answers_ended: None,
            removing: true,
            key: hex(&random::key()),
            links: Links::new(),
            browsers: BTreeMap::new(),
        };
        match self.store.create(&room_key(&id), &document).await {
            Ok(_) => Ok(FoundRoom { id, document }),
            Err(DocumentError::Exists) => Err(LobbyError::Exists),
            Err(error) => Err(error.into()),
        }
    }

    /// The journal of a claimed room.
    ///
    /// # Errors
    /// Those of the journal.
    pub async fn import_journal(
        &self,
        id: &RoomId,
        records: Vec<Record>,
    ) -> Result<(), LobbyError> {
        Ok(self.journal.import(id.as_str(), records).await?)
    }

    /// Lets everybody find a claimed room, by a code of its own.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn admit(&self, id: &RoomId) -> Result<FoundRoom, LobbyError> {
        let Versioned { version, value } = self.document(id).await?;
        let document = RoomDocument {
            removing: false,
            ..value
        };
        let version = self.store.put(&room_key(id), version, &document).await?;
        let document = self.give_code(id, version, document).await?;
        Ok(FoundRoom {
            id: id.clone(),
            document,
        })
    }

    /// Gives a claimed room up.
    ///
    /// # Errors
    /// Those of the store; the next start does it then.
    pub async fn give_up(&self, found: &FoundRoom) -> Result<(), LobbyError> {
        self.finish_removal(&found.id, &found.document.code).await
    }
}
