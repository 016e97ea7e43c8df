//! Reactions that participants send: they show for a moment, and are kept nowhere but as a number
//! that goes up.

use std::sync::atomic::{AtomicU32, Ordering};

use shared::ids::ParticipantId;
use shared::limits::REACTIONS_MAX;

use super::{RoomHandle, SubmitError};

/// How often each was sent, by its place among those that are offered.
#[derive(Default)]
pub struct SentReactions([AtomicU32; REACTIONS_MAX]);

impl RoomHandle {
    /// Shows a reaction of a participant; whether there is something new to show. What is not
    /// offered, and what comes too fast, is passed over without a word.
    ///
    /// # Errors
    /// [`SubmitError::TooFast`] of more than a person sends, and why the room can't be read.
    pub fn react(&self, who: ParticipantId, reaction: &str) -> Result<bool, SubmitError> {
        self.spend(who)?;
        let Some(place) = self.read(|room| room.reaction_of(who, reaction))? else {
            return Ok(false);
        };
        let now = tokio::time::Instant::now();
        let shows = self.flow.rate_limits.take_reaction(who, now);
        if shows {
            self.flow.reactions.0[place].fetch_add(1, Ordering::Relaxed);
        }
        Ok(shows)
    }

    /// How often each was sent since the server began with the room.
    pub fn reactions_sent(&self) -> [u32; REACTIONS_MAX] {
        std::array::from_fn(|place| self.flow.reactions.0[place].load(Ordering::Relaxed))
    }
}
