//! What becomes of an event as the room stands: accepted, known already, or refused.
//!
//! Compares integers, ids and bytes only, always in this order: is it what is stored already, is
//! this the current round, is the question open, is this turn newer.

use crate::deck::Ask;
use crate::event::{Answer, Event};
use crate::ids::{AnswerId, Key, Millis, ParticipantId, Round, SlideId, Turn};
use crate::limits::{DISTINCT_TEXTS, ROOM_ANSWERS, ROOM_PARTICIPANTS, ROUNDS_MAX};
use crate::refusal::Refusal;
use crate::room::{QuestionState, Room, Stage};

/// What becomes of an event that is not refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It changes the room.
    Accept,
    /// The room knows it already: acknowledge again, change nothing.
    Repeat,
}

use Decision::{Accept, Repeat};

impl Room {
    pub(super) fn decide(&self, event: &Event, at: Millis) -> Result<Decision, Refusal> {
        match event {
            Event::Created { .. } => Ok(Repeat),
            Event::DeckChanged { deck } => Ok(repeat_if(**deck == self.deck)),
            Event::Joined { participant } => self.decide_joined(*participant),
            Event::Answered { participant, question, round, turn, answer } => {
                self.decide_answered(*participant, question, *round, *turn, answer.as_ref(), at)
            }
            Event::Added { participant, question, round, key, turn, text } => {
                self.decide_added((*participant, key), question, *round, *turn, text.as_deref(), at)
            }
            Event::Upvoted { participant, question, answer, on } => {
                self.decide_upvoted(*participant, question, *answer, *on, at)
            }
            Event::Moved { to } => self.decide_moved(to),
            Event::Opened { question } => {
                Ok(repeat_if(self.playable(question)?.is_open(at) && !self.in_grace(question)))
            }
            Event::Closed { question } => {
                Ok(repeat_if(!self.playable(question)?.is_open(at) && self.closed_for_good(question, at)))
            }
            Event::Shown { question, .. } => self.playable(question).map(|_| Accept),
            Event::VotingStarted { question } => self.decide_voting(question, at),
            Event::Reset { question } => self.decide_reset(question),
            Event::Ended => self.running().map(|()| Accept),
            Event::Erased { answer } => self.decide_erased(*answer),
        }
    }

    fn decide_joined(&self, participant: ParticipantId) -> Result<Decision, Refusal> {
        let known = self.people.find(participant).is_some();
        if !known && self.people.len() >= ROOM_PARTICIPANTS {
            return Err(Refusal::Full);
        }
        Ok(repeat_if(known))
    }

    fn decide_answered(
        &self,
        participant: ParticipantId,
        question: &SlideId,
        round: Round,
        turn: Option<Turn>,
        answer: Option<&Answer>,
        at: Millis,
    ) -> Result<Decision, Refusal> {
        let state = self.answerable(question)?;
        let person = self.people.find(participant);
        let stored = person.and_then(|person| state.nth(round)?.answer_of(person));
        let newer = stored.is_none_or(|stored| turn.is_none_or(|turn| turn > stored.turn));
        match stored {
            Some(stored) if stored.erased && !(newer && turn.is_some()) => return Err(Refusal::Erased),
            Some(stored) if stored.answer.is_some() && stored.answer.as_ref() == answer => return Ok(Repeat),
            _ => {}
        }
        self.collecting(state, round, at)?;
        if stored.is_some() && !self.may_change(question) {
            return Err(Refusal::Unchangeable);
        }
        if !newer {
            return Err(Refusal::Superseded);
        }
        self.has_place(participant, stored.is_none(), state, answer)
    }

    fn decide_added(
        &self,
        (participant, key): (ParticipantId, &Key),
        question: &SlideId,
        round: Round,
        turn: Option<Turn>,
        text: Option<&str>,
        at: Millis,
    ) -> Result<Decision, Refusal> {
        let state = self.answerable(question)?;
        let Ask::Open(open) = &*state.current().ask else { return Err(Refusal::WrongKind) };
        let person = self.people.find(participant);
        let stored = person.and_then(|person| state.nth(round)?.added_by(person, key));
        match stored {
            Some(stored) if stored.erased => return Err(Refusal::Erased),
            Some(stored) if stored.text.is_some() && stored.text.as_deref() == text => return Ok(Repeat),
            _ => {}
        }
        self.collecting(state, round, at)?;
        match stored {
            Some(_) if !self.may_change(question) => return Err(Refusal::Unchangeable),
            Some(stored) if turn.is_some_and(|turn| turn <= stored.turn) => return Err(Refusal::Superseded),
            Some(_) => return Ok(Accept),
            None => {}
        }
        let kept =
            person.map_or(0, |person| state.current().all_added_by(person).filter(|added| !added.erased).count());
        if kept >= open.entries as usize {
            return Err(Refusal::TooMany { limit: open.entries as usize });
        }
        self.has_place(participant, true, state, None)
    }

    fn decide_upvoted(
        &self,
        participant: ParticipantId,
        question: &SlideId,
        answer: AnswerId,
        on: bool,
        at: Millis,
    ) -> Result<Decision, Refusal> {
        let state = self.answerable(question)?;
        let round = state.current();
        let votes = match &*round.ask {
            Ask::Open(open) if open.votes > 0 => open.votes,
            _ => return Err(Refusal::NoVoting),
        };
        let Some(added) = round.added(answer).filter(|added| !added.erased) else {
            let elsewhere =
                self.place(answer).filter(|place| place.question == *question && place.round != state.round());
            return Err(elsewhere.map_or(Refusal::UnknownAnswer, |_| Refusal::StaleRound { round: state.round() }));
        };
        let person = self.people.find(participant);
        if person == Some(added.person) {
            return Err(Refusal::OwnAnswer);
        }
        if person.is_some_and(|person| round.has_upvoted(person, answer)) == on {
            return Ok(Repeat);
        }
        if !state.is_open(at) {
            return Err(Refusal::Closed);
        }
        let given = person.map_or(0, |person| round.upvotes_of(person).count());
        if on && given >= votes as usize {
            return Err(Refusal::NoVotesLeft { limit: votes as usize });
        }
        self.decide_joined(participant).map(|_| Accept)
    }

    fn decide_moved(&self, to: &SlideId) -> Result<Decision, Refusal> {
        self.running()?;
        self.deck.find(to).ok_or(Refusal::UnknownSlide)?;
        Ok(repeat_if(self.position.as_ref() == Some(to)))
    }

    fn decide_voting(&self, question: &SlideId, at: Millis) -> Result<Decision, Refusal> {
        let state = self.playable(question)?;
        if !matches!(&*state.current().ask, Ask::Open(open) if open.votes > 0) {
            return Err(Refusal::NoVoting);
        }
        if !state.is_open(at) {
            return Err(Refusal::Closed);
        }
        Ok(repeat_if(state.voting))
    }

    fn decide_reset(&self, question: &SlideId) -> Result<Decision, Refusal> {
        let state = self.playable(question)?;
        if state.round() >= ROUNDS_MAX {
            return Err(Refusal::TooMany { limit: ROUNDS_MAX as usize });
        }
        Ok(Accept)
    }

    fn decide_erased(&self, answer: AnswerId) -> Result<Decision, Refusal> {
        let place = self.place(answer).ok_or(Refusal::UnknownAnswer)?;
        let round = self.questions.get(&place.question).and_then(|state| state.nth(place.round));
        let person = self.people.find(place.participant);
        let erased = match &place.key {
            Some(_) => round.and_then(|round| round.added(answer)).is_some_and(|added| added.erased),
            None => person.and_then(|person| round?.answer_of(person)).is_some_and(|stored| stored.erased),
        };
        Ok(repeat_if(erased))
    }

    /// A question that controls may act on: the evening is not over and this version can play it.
    fn playable(&self, question: &SlideId) -> Result<&QuestionState, Refusal> {
        self.running()?;
        self.answerable(question)
    }

    fn answerable(&self, question: &SlideId) -> Result<&QuestionState, Refusal> {
        let state = self.question(question).ok_or(Refusal::UnknownQuestion)?;
        if state.current().ask.playable() { Ok(state) } else { Err(Refusal::NotPlayable) }
    }

    fn running(&self) -> Result<(), Refusal> {
        if self.stage == Stage::Ended { Err(Refusal::Ended) } else { Ok(()) }
    }

    fn collecting(&self, state: &QuestionState, round: Round, at: Millis) -> Result<(), Refusal> {
        if round != state.round() {
            return Err(Refusal::StaleRound { round: state.round() });
        }
        if !state.is_open(at) {
            return Err(Refusal::Closed);
        }
        if state.voting { Err(Refusal::Voting) } else { Ok(()) }
    }

    fn may_change(&self, question: &SlideId) -> bool {
        self.deck.question(question).is_some_and(|question| question.change)
    }

    fn in_grace(&self, question: &SlideId) -> bool {
        self.question(question).is_some_and(|state| state.grace_ends().is_some())
    }

    /// Closed in a way that coming back would not open again.
    fn closed_for_good(&self, question: &SlideId, at: Millis) -> bool {
        self.question(question).is_some_and(|state| !state.would_open(at))
    }

    fn has_place(
        &self,
        participant: ParticipantId,
        new: bool,
        state: &QuestionState,
        answer: Option<&Answer>,
    ) -> Result<Decision, Refusal> {
        self.decide_joined(participant)?;
        let texts = match answer {
            Some(Answer::Words { entries }) => entries.len(),
            Some(Answer::Choice { other: Some(_), .. }) => 1,
            _ => 0,
        };
        let full = new && self.answers_total() >= ROOM_ANSWERS;
        let too_many_texts = texts > 0 && state.current().distinct_texts() + texts > DISTINCT_TEXTS;
        if full || too_many_texts { Err(Refusal::Full) } else { Ok(Accept) }
    }
}

fn repeat_if(known: bool) -> Decision {
    if known { Repeat } else { Accept }
}
