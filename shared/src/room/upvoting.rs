//! What becomes of an upvote, as the room stands.

use crate::ids::{AnswerId, Millis, ParticipantId, Round, SlideId};
use crate::refusal::Refusal;
use crate::room::idempotency::Decision::{self, Accept, Repeat};
use crate::room::{Added, QuestionState, Room};

impl Room {
    pub(super) fn decide_upvoted(
        &self,
        participant: ParticipantId,
        question: &SlideId,
        answer: AnswerId,
        on: bool,
        at: Millis,
    ) -> Result<Decision, Refusal> {
        let state = self.answerable(question)?;
        let limit = match state.current().ask.votes() {
            0 => return Err(Refusal::NoVoting),
            votes => votes as usize,
        };
        let (number, added) = self
            .upvotable(state, question, answer)
            .ok_or(Refusal::UnknownAnswer)?;
        let round = state.nth(number).ok_or(Refusal::UnknownAnswer)?;
        let person = self.people.find(participant);
        if person.is_some_and(|person| round.is_own(person, added.id)) {
            return Err(Refusal::OwnAnswer);
        }
        if person.is_some_and(|person| round.has_upvoted(person, answer)) == on {
            return Ok(Repeat);
        }
        if number != state.round() {
            return Err(Refusal::StaleRound {
                round: state.round(),
            });
        }
        if !state.is_open(at) {
            return Err(Refusal::Closed);
        }
        let given = person.map_or(0, |person| round.seen_upvotes_of(person));
        if on && given >= limit {
            return Err(Refusal::NoVotesLeft { limit });
        }
        self.decide_joined(participant).map(|_| Accept)
    }

    /// An answer to this question that everybody may see, and its round.
    fn upvotable<'a>(
        &self,
        state: &'a QuestionState,
        question: &SlideId,
        answer: AnswerId,
    ) -> Option<(Round, &'a Added)> {
        let place = self.place(answer)?;
        let round = state.nth(place.round)?;
        let added = round.added(answer)?;
        let is_seen = !added.erased && round.is_shown(added.id);
        (place.question == *question && is_seen).then_some((place.round, added))
    }
}
