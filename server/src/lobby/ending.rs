//! What a room's document notes of its end: that it ended, that it goes on, that its answers ended.

use shared::ids::RoomId;

use super::{AnswersEnded, Lobby, LobbyError, RoomDocument};
use crate::clock::now_ms;

impl Lobby {
    /// Notes that a room has ended: from now on its code's time runs.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn note_end(&self, id: &RoomId) -> Result<(), LobbyError> {
        let mut ended = false;
        self.change(id, |document| {
            ended = document.ended_at.is_none();
            document.ended_at.get_or_insert_with(now_ms);
        })
        .await?;
        if ended {
            tracing::info!(room = %id, "a room was ended");
        }
        Ok(())
    }

    /// Notes that a room goes on after its end: its code's time no longer runs.
    ///
    /// # Errors
    /// [`LobbyError::Unknown`], and those of the store.
    pub async fn note_resumed(&self, id: &RoomId) -> Result<(), LobbyError> {
        self.change(id, |document| document.ended_at = None).await?;
        tracing::info!(room = %id, "a room goes on after its end");
        Ok(())
    }

    /// Notes that the answers of a room have ended, and with them the room, whether or not anybody
    /// ended it before: from now on its code's time runs.
    ///
    /// # Errors
    /// [`LobbyError::Unknown`], and those of the store.
    pub async fn note_answers_ended(
        &self,
        id: &RoomId,
        ended: AnswersEnded,
    ) -> Result<(), LobbyError> {
        let change = |document: &mut RoomDocument| {
            document.ended_at.get_or_insert(ended.at);
            document.answers_ended = Some(ended);
        };
        self.change(id, change).await.map(drop)
    }
}
