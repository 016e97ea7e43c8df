//! Clearing what an interrupted making or removing of a room left behind, and codes whose time is
//! over.

use shared::code::JoinCode;
use shared::ids::RoomId;

use super::{
    CODE_DAYS_KEPT, CODES, FIRST_RECORD, Lobby, LobbyError, ROOMS, RoomDocument, code_key, room_key,
};
use crate::after_pages;
use crate::store::Versioned;

impl Lobby {
    /// Clears what an interrupted making or removing left: journals without a document, documents
    /// without a journal, codes that lead nowhere or whose time is over, names of pages that are
    /// none. A room that was ever used is only cleared where its removal had begun; if it merely
    /// lost its code, it gets one. `now_ms` is the [time to clear by](crate::age).
    ///
    /// # Errors
    /// Those of the store.
    pub async fn sweep(&self, now_ms: u64) -> Result<(), LobbyError> {
        let _changing = self.known.change();
        for name in self.journal.rooms().await? {
            let id = RoomId(name);
            if self
                .store
                .get::<RoomDocument>(&room_key(&id))
                .await?
                .is_none()
            {
                tracing::info!(room = %id, "clearing a journal that no room belongs to");
                self.journal.drop_room(id.as_str()).await?;
            }
        }
        for name in self.store.names(ROOMS).await? {
            let id = RoomId(name);
            if let Some(Versioned { version, value }) =
                self.store.get::<RoomDocument>(&room_key(&id)).await?
            {
                self.sweep_room(id, version, value).await?;
            }
        }
        after_pages::sweep(&self.store).await?;
        self.sweep_codes(now_ms).await
    }

    async fn sweep_room(
        &self,
        id: RoomId,
        version: u64,
        document: RoomDocument,
    ) -> Result<(), LobbyError> {
        let head = self.journal.head(id.as_str()).await?;
        let reachable = self
            .named(&document.code)
            .await?
            .is_some_and(|named| named == id);
        let never_used = head.is_none_or(|head| head <= FIRST_RECORD);
        if document.removing || head.is_none() || (!reachable && never_used) {
            tracing::info!(room = %id, "clearing a room that was half made or half removed");
            return self.finish_removal(&id, &document.code).await;
        }
        if !reachable && document.ended_at.is_none() {
            tracing::warn!(room = %id, "a room had lost its code and gets one");
            self.give_code(&id, version, document).await?;
        }
        Ok(())
    }

    async fn sweep_codes(&self, now_ms: u64) -> Result<(), LobbyError> {
        for digits in self.store.names(CODES).await? {
            let Some(code) = JoinCode::parse(&digits) else {
                continue;
            };
            if self.is_free(&code, now_ms).await? {
                self.store.delete(&code_key(&code)).await?;
            }
        }
        Ok(())
    }

    /// Whether a code may lead to another room: it leads to none, or its room has ended long ago
    /// and no page is open there.
    async fn is_free(&self, code: &JoinCode, now_ms: u64) -> Result<bool, LobbyError> {
        let Some(id) = self.named(code).await? else {
            return Ok(true);
        };
        match self.find(&id).await {
            Ok(found) if found.document.code == *code => {
                let is_old = found.document.has_ended_for(CODE_DAYS_KEPT, now_ms);
                Ok(is_old && !after_pages::leads_there(&self.store, &id, now_ms).await?)
            }
            Ok(_) | Err(LobbyError::Unknown) => Ok(true),
            Err(error) => Err(error),
        }
    }
}
