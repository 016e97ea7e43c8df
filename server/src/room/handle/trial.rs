//! Answers by people who are made up, in a room that is tried out.

use futures_util::future::join_all;

use super::RoomHandle;
use crate::clock::now_ms;
use crate::random;
use crate::room::SubmitError;

impl RoomHandle {
    /// Lets so many of them answer the question on the stage, the way that people's answers go.
    ///
    /// # Errors
    /// Every [`SubmitError`]; what was stored before it stays.
    pub async fn try_out(&self, votes: u32) -> Result<(), SubmitError> {
        let seed = random::seed();
        let events = self
            .read(|room| room.trial_votes(votes, seed, now_ms()))?
            .map_err(SubmitError::Refused)?;
        // People do, however made up.
        let people = self.on_behalf_of(None);
        let stored = join_all(events.into_iter().map(|event| people.submit(event))).await;
        stored.into_iter().try_for_each(|reply| reply.map(drop))
    }
}
