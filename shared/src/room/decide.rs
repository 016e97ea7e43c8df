//! What becomes of an event as the room stands: accepted, known already, or refused.
//!
//! Compares integers, ids and bytes only, always in this order: is it what is stored already, is
//! this the current round, is the question open, is this turn newer.

use crate::event::{Audience, Event};
use crate::ids::{AnswerId, Key, Millis, ParticipantId, Revision, Round, SlideId};
use crate::limits::{
    COUNTDOWN_MAX_MS, DISTINCT_TEXTS, ROOM_ANSWERS, ROOM_PARTICIPANTS, ROUNDS_MAX, WITH_REMOVED,
};
use crate::phase::Phase;
use crate::question::Answer;
use crate::question::kind::Collects;
use crate::refusal::Refusal;
use crate::room::idempotency::Decision::{self, Accept, Repeat};
use crate::room::idempotency::{again, is_newer, repeat_if};
use crate::room::{QuestionState, Room, RoundState, TimeRange};

impl Room {
    pub(super) fn decide(&self, event: &Event, at: Millis) -> Result<Decision, Refusal> {
        self.admits(event)?;
        self.suits_pace(event)?;
        match event {
            Event::Created { .. } => Ok(Repeat),
            Event::DeckChanged {
                deck,
                matched,
                new_rounds,
                version,
            } => self.decide_deck(deck, matched.is_some(), new_rounds, *version),
            Event::Joined { participant } | Event::JoinedAgain { participant, .. } => {
                self.decide_joined(*participant)
            }
            Event::GroupChosen { participant, group } => self.decide_group(*participant, *group),
            Event::Finished { participant } => self.decide_finished(*participant, at),
            Event::TabletShared { seats } => self.decide_tablet_shared(seats),
            Event::TabletEnded { tablet } => self.decide_tablet_ended(*tablet),
            Event::TabletsRenewed { times } => self.decide_tablets_renewed(*times),
            Event::Removed {
                joined_from,
                joined_to,
            } => self.decide_removed(TimeRange {
                from: *joined_from,
                to: *joined_to,
            }),
            Event::Returned {
                joined_from,
                joined_to,
            } => self.decide_returned(TimeRange {
                from: *joined_from,
                to: *joined_to,
            }),
            Event::Answered {
                participant,
                question,
                round,
                turn,
                answer,
                ..
            } => self.decide_answered(*participant, question, *round, *turn, answer.as_ref(), at),
            Event::Added {
                participant,
                question,
                round,
                key,
                turn,
                text,
                ..
            } => self.decide_added(
                (*participant, key),
                question,
                *round,
                *turn,
                text.as_deref(),
                at,
            ),
            Event::Typed {
                question,
                round,
                key,
                group,
                rests_on,
                answers,
            } => {
                let place = (question, *round, *group);
                self.decide_typed(place, (key, *rests_on), answers)
            }
            Event::Upvoted {
                participant,
                question,
                answer,
                on,
            } => self.decide_upvoted(*participant, question, *answer, *on, at),
            Event::QaAsked {
                participant, key, ..
            } => self.decide_qa_asked(*participant, key),
            Event::QaUpvoted {
                participant,
                question,
                up,
            } => self.decide_qa_upvoted(*participant, *question, *up),
            Event::QaModerated { question, change } => self.decide_qa_moderated(*question, change),
            Event::Moved { to, looks_back, .. } => self.decide_moved(to, *looks_back),
            Event::Opened { question, .. } => self.decide_opened(question, at),
            Event::Closed { question, .. } => self.decide_closed(question, at),
            Event::Shown {
                question,
                audience,
                shown,
                round,
                looks_back,
                ..
            } => self
                .is_time_for(*looks_back)
                .and_then(|()| self.decide_shown(question, *audience, *shown, *round)),
            Event::VotingStarted { question, .. } => self.decide_voting(question, at),
            Event::Reset { question, .. } => self.decide_reset(question),
            Event::Skipped { slide, skip, .. } => self.decide_skipped(slide, *skip),
            Event::Extended {
                question, seconds, ..
            } => self.decide_extended(question, *seconds, at),
            Event::Begun { .. } => self.decide_begun(),
            Event::EvaluationOpened { .. } => self.decide_evaluation(at),
            Event::Ended { .. } => self.decide_ended(),
            Event::Resumed { .. } => self.decide_resumed(at),
            Event::Undone { control, .. } => self.decide_undone(*control),
            Event::DoorSet { open } => self.decide_door(*open),
            Event::PhonesSet { to } => self.decide_phones(*to),
            Event::AfterPageSet { page } => self.decide_after_page(page.as_ref()),
            Event::Erased { answer } => self.decide_erased(*answer),
            Event::WordHidden {
                question,
                round,
                word,
                hidden,
            } => self.decide_word_hidden((question, *round), word, *hidden),
            Event::WordMerged {
                question,
                round,
                word,
                into,
            } => self.decide_word_merged((question, *round), word, into.as_deref()),
            Event::AnswerHidden { answer, hidden } => self.decide_answer_hidden(*answer, *hidden),
            Event::AnswerMerged { answer, into } => self.decide_answer_merged(*answer, *into),
            Event::HoldSet { question, on } => self.decide_hold(question, *on),
            Event::WordApproved {
                question,
                round,
                word,
            } => self.decide_word_approved((question, *round), word),
            Event::AnswerApproved { answer } => self.decide_answer_approved(*answer),
        }
    }

    /// Whether whoever sent it saw the room as it is, and is still of it.
    fn admits(&self, event: &Event) -> Result<(), Refusal> {
        let after = event.after().flatten();
        if after.is_some_and(|after| after != self.controls) {
            return Err(Refusal::Moved);
        }
        let sender = event.sender();
        if sender.is_some_and(|who| self.people.is_removed(who)) {
            return Err(Refusal::Removed);
        }
        sender.map_or(Ok(()), |who| self.has_seat(who))
    }

    pub(super) fn decide_joined(&self, participant: ParticipantId) -> Result<Decision, Refusal> {
        let known = self.people.find(participant).is_some();
        if !known && self.is_door_closed() {
            return Err(Refusal::DoorClosed);
        }
        let full = self.people.len() >= ROOM_PARTICIPANTS
            || self.people.ever() >= WITH_REMOVED * ROOM_PARTICIPANTS;
        if !known && full {
            return Err(Refusal::Full);
        }
        Ok(repeat_if(known))
    }

    fn decide_answered(
        &self,
        participant: ParticipantId,
        question: &SlideId,
        round: Round,
        turn: Option<Revision>,
        answer: Option<&Answer>,
        at: Millis,
    ) -> Result<Decision, Refusal> {
        let state = self.answerable(question)?;
        let person = self.people.find(participant);
        let stored = person.and_then(|person| state.nth(round)?.answer_of(person));
        let Some(stored) = stored else {
            self.collecting(state, round, at)?;
            fits(state, answer)?;
            let group = self.answering_group(participant, question)?;
            if self.is_settled(question, state.current(), group, None) {
                return Err(Refusal::Unchangeable);
            }
            return self.has_place(participant, true, state, answer);
        };
        // A form has no turn by which it could say that it is meant anew.
        let anew = turn.is_some_and(|turn| turn > stored.turn);
        if stored.erased && !anew {
            return Err(Refusal::Erased);
        }
        let replace = || {
            self.collecting(state, round, at)?;
            fits(state, answer)?;
            let group = self.answering_group(participant, question)?;
            if self.is_settled(question, state.current(), group, Some(stored)) {
                return Err(Refusal::Unchangeable);
            }
            if !is_newer(turn, stored.turn) {
                return Err(Refusal::Superseded);
            }
            self.has_place(participant, false, state, answer)
        };
        let same = stored.answer.is_some() && stored.answer.as_ref() == answer;
        // Of a group the same is meant anew where another one of it said something else since.
        let group = self.answering_group(participant, question).ok().flatten();
        let counts = group.is_none_or(|group| {
            let given = state.whole(round).and_then(|it| it.group_answer(group));
            turn.is_some() || given.is_some_and(|(by, _)| Some(by) == person)
        });
        again(same && counts, anew, replace)
    }

    fn decide_added(
        &self,
        (participant, key): (ParticipantId, &Key),
        question: &SlideId,
        round: Round,
        turn: Option<Revision>,
        text: Option<&str>,
        at: Millis,
    ) -> Result<Decision, Refusal> {
        let state = self.answerable(question)?;
        let person = self.people.find(participant);
        let Some(stored) = person.and_then(|person| state.nth(round)?.added_by(person, key)) else {
            self.collecting(state, round, at)?;
            let group = self.answering_group(participant, question)?;
            return match group {
                Some(group) => self.decide_group_addition((participant, group), question, text),
                None => self.decide_new_addition(participant, state),
            };
        };
        if stored.erased {
            return Err(Refusal::Erased);
        }
        let edit = || {
            self.collecting(state, round, at)?;
            self.answering_group(participant, question)?;
            if !self.may_change(question) {
                return Err(Refusal::Unchangeable);
            }
            if is_newer(turn, stored.turn) {
                Ok(Accept)
            } else {
                Err(Refusal::Superseded)
            }
        };
        let same = stored.text.is_some() && stored.text.as_deref() == text;
        // Of a group it is meant anew too where another text took its place since, or waits to.
        let whole = state.whole(round);
        let stays = whole.is_none_or(|round| round.is_last_in_place(stored.id));
        let same = same && (turn.is_some() || stays);
        again(same, turn.is_some_and(|turn| turn > stored.turn), edit)
    }

    fn decide_new_addition(
        &self,
        participant: ParticipantId,
        state: &QuestionState,
    ) -> Result<Decision, Refusal> {
        let Collects::ManyTexts(kind) = state.current().ask.collects() else {
            return Err(Refusal::WrongKind);
        };
        let (person, limit) = (self.people.find(participant), kind.entries() as usize);
        let kept = person.map_or(0, |person| {
            state
                .current()
                .all_added_by(person)
                .filter(|it| !it.erased)
                .count()
        });
        if kept >= limit {
            Err(Refusal::TooMany { limit })
        } else {
            self.has_place(participant, true, state, None)
        }
    }

    fn decide_moved(&self, to: &SlideId, looks_back: bool) -> Result<Decision, Refusal> {
        self.is_time_for(looks_back)?;
        if self.has_ended() {
            return self.decide_review(to);
        }
        self.deck.find(to).ok_or(Refusal::UnknownSlide)?;
        Ok(repeat_if(self.position.as_ref() == Some(to)))
    }

    fn decide_shown(
        &self,
        question: &SlideId,
        audience: Audience,
        shown: bool,
        round: Option<Round>,
    ) -> Result<Decision, Refusal> {
        let state = self.answerable(question)?;
        if round.is_some_and(|round| state.nth(round).is_none()) {
            return Err(Refusal::UnknownRound);
        }
        if self.has_ended() {
            return self.decide_shown_in_review(question, audience, state.display_of(shown, round));
        }
        Ok(repeat_if(state.shows(audience, shown, round)))
    }

    fn decide_opened(&self, question: &SlideId, at: Millis) -> Result<Decision, Refusal> {
        let is_open = self.playable(question)?.is_open(at);
        Ok(repeat_if(is_open && !self.in_grace(question)))
    }

    fn decide_closed(&self, question: &SlideId, at: Millis) -> Result<Decision, Refusal> {
        let is_open = self.playable(question)?.is_open(at);
        Ok(repeat_if(!is_open && self.closed_for_good(question, at)))
    }

    fn decide_voting(&self, question: &SlideId, at: Millis) -> Result<Decision, Refusal> {
        let state = self.playable(question)?;
        if state.current().ask.votes() == 0 {
            return Err(Refusal::NoVoting);
        }
        if !state.is_open(at) {
            return Err(Refusal::Closed);
        }
        Ok(repeat_if(state.voting()))
    }

    fn decide_extended(
        &self,
        question: &SlideId,
        seconds: u32,
        at: Millis,
    ) -> Result<Decision, Refusal> {
        let state = self.playable(question)?;
        if !state.is_open(at) {
            return Err(Refusal::Closed);
        }
        let left = state.countdown_left(at).ok_or(Refusal::NoCountdown)?;
        if seconds == 0 {
            return Err(Refusal::OutOfRange);
        }
        Ok(repeat_if(left >= COUNTDOWN_MAX_MS))
    }

    fn decide_reset(&self, question: &SlideId) -> Result<Decision, Refusal> {
        let state = self.playable(question)?;
        if state.rounds_begun() >= ROUNDS_MAX {
            return Err(Refusal::TooMany {
                limit: ROUNDS_MAX as usize,
            });
        }
        Ok(Accept)
    }

    fn decide_erased(&self, answer: AnswerId) -> Result<Decision, Refusal> {
        let place = self.place(answer).ok_or(Refusal::UnknownAnswer)?;
        let round = self
            .questions
            .get(&place.question)
            .and_then(|state| state.whole(place.round));
        if let Some(erased) = self.is_qa_erased(answer) {
            return Ok(repeat_if(erased));
        }
        let person = place.participant.and_then(|who| self.people.known(who));
        let erased = match &place.key {
            Some(_) => round
                .and_then(|round| round.added(answer))
                .is_some_and(|added| added.erased),
            None => person
                .and_then(|person| round?.answer_of(person))
                .is_some_and(|stored| stored.erased),
        };
        Ok(repeat_if(erased))
    }

    /// A question that controls may act on: the room has not ended and this version can play it.
    fn playable(&self, question: &SlideId) -> Result<&QuestionState, Refusal> {
        self.running()?;
        self.answerable(question)
    }

    pub(super) fn answerable(&self, question: &SlideId) -> Result<&QuestionState, Refusal> {
        let state = self.question(question).ok_or(Refusal::UnknownQuestion)?;
        if state.current().ask.playable() {
            Ok(state)
        } else {
            Err(Refusal::NotPlayable)
        }
    }

    pub(super) fn running(&self) -> Result<(), Refusal> {
        if self.phase == Phase::Ended {
            Err(Refusal::Ended)
        } else {
            Ok(())
        }
    }

    pub(super) fn collecting(
        &self,
        state: &QuestionState,
        round: Round,
        at: Millis,
    ) -> Result<(), Refusal> {
        // Nobody hears of a round that nobody may see yet.
        if round != state.round() && state.was_open() {
            return Err(Refusal::StaleRound {
                round: state.round(),
            });
        }
        if round != state.round() || !state.is_open(at) {
            return Err(Refusal::Closed);
        }
        if state.voting() {
            Err(Refusal::Voting)
        } else {
            Ok(())
        }
    }

    pub(super) fn may_change(&self, question: &SlideId) -> bool {
        self.deck
            .question(question)
            .is_some_and(|question| question.change)
    }

    fn in_grace(&self, question: &SlideId) -> bool {
        self.question(question)
            .is_some_and(|state| state.grace_ends().is_some())
    }

    /// Closed in a way that coming back would not open again.
    fn closed_for_good(&self, question: &SlideId, at: Millis) -> bool {
        self.question(question)
            .is_some_and(|state| !state.would_open(at))
    }

    pub(super) fn has_place(
        &self,
        participant: ParticipantId,
        new: bool,
        state: &QuestionState,
        answer: Option<&Answer>,
    ) -> Result<Decision, Refusal> {
        self.decide_joined(participant)?;
        let texts = answer.map_or(0, |answer| state.current().unseen_texts(answer));
        let ever = self.places.len() >= WITH_REMOVED * ROOM_ANSWERS;
        let full = new && (ever || self.answers_total() >= ROOM_ANSWERS);
        let whole = state
            .whole(state.round())
            .map_or(0, RoundState::distinct_texts);
        let (shown, all) = (state.current().distinct_texts() + texts, whole + texts);
        let too_many_texts =
            texts > 0 && (shown > DISTINCT_TEXTS || all > WITH_REMOVED * DISTINCT_TEXTS);
        if full || too_many_texts {
            Err(Refusal::Full)
        } else {
            Ok(Accept)
        }
    }
}

fn fits(state: &QuestionState, answer: Option<&Answer>) -> Result<(), Refusal> {
    let fits = answer.is_none_or(|answer| answer.is_for(&state.current().ask));
    if fits {
        Ok(())
    } else {
        Err(Refusal::WrongKind)
    }
}
