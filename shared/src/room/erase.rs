//! Erasing one answer for good: what of a journal has to be blanked, and how.
//!
//! An `Erased` event takes the answer out of the state at once. The journal still holds its content
//! until it is rewritten; an [`Erasure`] is the plan for that.

use crate::event::{Batch, Event, Place};
use crate::ids::{AnswerId, Turn};
use crate::room::{Outcome, QuestionState, Room};

/// Which events of a journal lose their content.
#[derive(Clone, Debug, Default)]
pub struct Erasure {
    doomed: Vec<Doomed>,
}

/// All events about a place that stand before the one that erased it.
#[derive(Clone, Debug)]
struct Doomed {
    place: Place,
    seq: u64,
    index: usize,
}

impl Room {
    pub(super) fn erase(&mut self, answer: AnswerId) {
        let Some(place) = self.places.get(&answer) else { return };
        let person = self.people.find(place.participant);
        let Some(round) =
            self.questions.get_mut(&place.question).and_then(|state| QuestionState::nth_mut(state, place.round))
        else {
            return;
        };
        let erased = match (&place.key, person) {
            (Some(_), _) => round.erase_added(answer),
            (None, Some(person)) => round.erase_answer(person),
            (None, None) => false,
        };
        if erased {
            self.unblanked.push(answer);
        }
    }

    /// Answers that were erased while the journal that made this room still holds their content.
    pub fn unblanked(&self) -> &[AnswerId] {
        &self.unblanked
    }
}

impl Erasure {
    /// Notes what a batch erases; to be called with every record after it was applied. `outcomes` are
    /// what that came to: a batch that came a second time erases nothing of what was answered since.
    pub fn note(&mut self, room: &Room, seq: u64, batch: &Batch, outcomes: &[Outcome]) {
        for (index, (event, outcome)) in batch.events.iter().zip(outcomes).enumerate() {
            if let (Event::Erased { answer }, Outcome::Accepted(_)) = (event, outcome)
                && let Some(place) = room.place(*answer)
            {
                self.doomed.push(Doomed { place: place.clone(), seq, index });
            }
        }
    }

    /// Whether there is nothing to blank.
    pub fn is_empty(&self) -> bool {
        self.doomed.is_empty()
    }

    /// A record without the doomed content. `outcomes` are what applying the record came to.
    ///
    /// Events that changed nothing are left out: without the content they can't be compared again,
    /// and the fold over the rest must come to the same room. The record that begins the room has no
    /// outcomes and stays as it is.
    pub fn blank(&self, seq: u64, batch: Batch, outcomes: &[Outcome]) -> Batch {
        if let [Event::Created { .. }] = batch.events.as_slice() {
            return batch;
        }
        let events = batch.events.into_iter().zip(outcomes).enumerate();
        let events = events.filter_map(|(index, (event, outcome))| match outcome {
            Outcome::Accepted(receipt) => Some(self.blank_event((seq, index), event, receipt.turn)),
            _ => None,
        });
        Batch { events: events.collect(), ..batch }
    }

    fn blank_event(&self, at: (u64, usize), event: Event, turn: Option<Turn>) -> Event {
        let before = |doomed: &&Doomed| at < (doomed.seq, doomed.index);
        self.doomed.iter().filter(before).fold(event, |event, doomed| event.blanked(&doomed.place, turn))
    }
}
