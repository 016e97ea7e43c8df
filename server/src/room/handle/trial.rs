//! Answers by people who are made up, in a room that is tried out.

use futures_util::future::join_all;
use shared::event::Event;
use shared::limits::TRIAL_VOTES_MAX;

use super::RoomHandle;
use crate::clock::now_ms;
use crate::random;
use crate::room::SubmitError;

impl RoomHandle {
    /// Lets so many of them answer the question on the stage, or all of a deck that one goes
    /// through alone, the way that people's answers go.
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
        // Whoever is through has answered before, and no more is sent at once than the room takes.
        let (through, given): (Vec<Event>, Vec<Event>) = events
            .into_iter()
            .partition(|event| matches!(event, Event::Finished { .. }));
        let given = given.chunks(TRIAL_VOTES_MAX as usize);
        for events in given.chain([through.as_slice()]) {
            let stored = events.iter().map(|event| people.submit(event.clone()));
            let mut stored = join_all(stored).await.into_iter();
            stored.try_for_each(|reply| reply.map(drop))?;
        }
        Ok(())
    }
}
