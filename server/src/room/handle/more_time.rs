//! Who asked for more time, kept in memory alone: for the countdown that runs and for no longer.
//! Where no host answers, it goes on once by itself.

use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

use shared::host::Actor;
use shared::ids::{Millis, ParticipantId, Round, SlideId};
use shared::protocol::view::TimeRequests;
use shared::refusal::Refusal;

use super::{RoomHandle, SubmitError, locked};
use crate::clock::now_ms;

/// How long a host has to answer, in milliseconds.
const ANSWER_MS: u64 = 10_000;
/// So long before a countdown is at nought it goes on, if hosts had less time to answer: a disk may
/// be slow.
const AHEAD_MS: u64 = 1_000;

/// Who asked for more time for one countdown, of people who are in the room: they are no more than
/// those.
#[derive(Default)]
pub struct MoreTimeRequests {
    /// When that countdown is at nought, by which it is told from every other.
    until: Millis,
    people: HashSet<ParticipantId>,
    /// Of each question the last round whose countdown went on by itself.
    given: BTreeMap<SlideId, Round>,
}

impl MoreTimeRequests {
    /// Notes that somebody asked; whether they are the first for that countdown.
    fn add(&mut self, who: ParticipantId, until: Millis) -> bool {
        if self.until != until {
            self.until = until;
            self.people = HashSet::new();
        }
        self.people.insert(who) && self.people.len() == 1
    }

    fn counted(&self) -> Option<TimeRequests> {
        let (until, people) = (self.until, self.people.len() as u64);
        (people > 0).then_some(TimeRequests { until, people })
    }

    /// Notes that the countdown of a round goes on by itself; whether it did not before.
    fn gives(&mut self, question: &SlideId, round: Round) -> bool {
        self.given.insert(question.clone(), round) != Some(round)
    }
}

impl RoomHandle {
    /// Takes note that a participant asks for more time.
    ///
    /// # Errors
    /// Why they may not.
    pub fn ask_for_more_time(
        &self,
        who: ParticipantId,
        question: &SlideId,
        round: Round,
    ) -> Result<(), SubmitError> {
        let now = now_ms();
        let until = self
            .read(|room| room.more_time_for(who, question, round, now))?
            .map_err(SubmitError::Refused)?;
        if locked(&self.flow.more_time).add(who, until) {
            let room = self.on_behalf_of(Some(Actor::Room));
            tokio::spawn(wait_for_hosts(room, until, due(now, until)));
        }
        Ok(())
    }

    /// How many asked for more time whom nobody has answered.
    pub fn more_time_asked(&self) -> Option<TimeRequests> {
        locked(&self.flow.more_time).counted()
    }

    /// Until when the countdown runs for which somebody asked for more time.
    pub fn asked_for_more_time(&self, who: ParticipantId) -> Option<Millis> {
        let requests = locked(&self.flow.more_time);
        requests.people.contains(&who).then_some(requests.until)
    }

    /// Forgets who asked, once that is no longer about the countdown that runs, and whoever was
    /// removed.
    pub fn forget_more_time(&self) {
        let Some(asked) = self.more_time_asked() else {
            return;
        };
        let kept = self.read(|room| {
            let mut requests = locked(&self.flow.more_time);
            if room.more_time_asked(asked, now_ms()).is_none() {
                requests.people = HashSet::new();
            }
            requests.people.retain(|who| !room.people.is_removed(*who));
        });
        // Of a room that can't be read nobody asks anything.
        drop(kept);
    }
}

/// When a countdown goes on by itself that somebody is the first to ask for.
fn due(now: Millis, until: Millis) -> Millis {
    (now + ANSWER_MS).min(until.saturating_sub(AHEAD_MS))
}

/// Waits whether a host answers, and lets the countdown go on where none does.
async fn wait_for_hosts(handle: RoomHandle, until: Millis, due: Millis) {
    tokio::time::sleep(Duration::from_millis(due.saturating_sub(now_ms()))).await;
    loop {
        let asked = handle.more_time_asked().filter(|it| it.until == until);
        let read = |asked| handle.read(|room| room.more_time_by_itself(asked, now_ms()));
        let Some(Ok(Some(((question, round), event)))) = asked.map(read) else {
            return;
        };
        if !locked(&handle.flow.more_time).gives(&question, round) {
            return;
        }
        let stored = handle.tell(event).await.await;
        if matches!(stored, Ok(Ok(_))) {
            return;
        }
        locked(&handle.flow.more_time).given.remove(&question);
        // Another control came between: it may have answered them, or been about something else.
        if !matches!(stored, Ok(Err(SubmitError::Refused(Refusal::Moved)))) {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANNA: ParticipantId = ParticipantId(1);
    const BRAM: ParticipantId = ParticipantId(2);

    #[test]
    fn hosts_have_ten_seconds_or_until_the_countdown_is_about_to_end() {
        for (left, waits) in [
            (60_000, 10_000),
            (11_000, 10_000),
            (10_000, 9_000),
            (4_000, 3_000),
            (1_000, 0),
        ] {
            let now = 1_000_000;
            assert_eq!(due(now, now + left), now + waits, "{left}");
        }
        assert!(due(1_000_000, 1_000_400) <= 1_000_000, "at once");
    }

    #[test]
    fn whoever_asks_twice_is_one_and_another_countdown_begins_with_nobody() {
        let mut requests = MoreTimeRequests::default();
        assert_eq!(requests.counted(), None);
        assert!(requests.add(ANNA, 30));
        assert!(!requests.add(ANNA, 30) && !requests.add(BRAM, 30));
        let counted = |until, people| Some(TimeRequests { until, people });
        assert_eq!(requests.counted(), counted(30, 2));
        assert!(requests.add(BRAM, 60));
        assert_eq!(requests.counted(), counted(60, 1));
    }

    #[test]
    fn a_round_is_given_more_time_once_by_itself() {
        let mut requests = MoreTimeRequests::default();
        for (question, round, expected) in [
            ("first", 1, true),
            ("first", 1, false),
            ("first", 2, true),
            ("second", 2, true),
            ("first", 2, false),
        ] {
            let gives = requests.gives(&question.into(), round);
            assert_eq!(gives, expected, "{question}, round {round}");
        }
    }
}
