//! Records into state. Each arm of the match is one line that calls a named step.

use crate::event::{AnswerPlace, Audience, Batch, Event};
use crate::host::Actor;
use crate::ids::{AnswerId, Key, Millis, ParticipantId, Revision, Round, SlideId};
use crate::phase::Phase;
use crate::question::Answer;
use crate::refusal::Refusal;
use crate::room::idempotency::Decision;
use crate::room::round::{Edited, Holding};
use crate::room::switches::OpenAfter;
use crate::room::{Added, QuestionState, Room, StoredAnswer, TimeRange};

/// What became of one event of a batch. Final.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It changed the room.
    Accepted(Receipt),
    /// The room knew it already.
    Repeated(Receipt),
    /// It changed nothing.
    Refused(Refusal),
}

/// What the sender of an accepted or repeated event gets back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    /// The turn under which their answer is stored.
    pub turn: Option<Revision>,
    /// The public name of their answer.
    pub answer: Option<AnswerId>,
}

impl Room {
    /// Applies one record, and says for each event what became of it. A batch that was applied
    /// before (its counter is not newer within its producer) changes nothing, and its outcomes are
    /// empty.
    pub fn apply(&mut self, seq: u64, at: Millis, batch: &Batch) -> Vec<Outcome> {
        self.seq = self.seq.max(seq);
        self.at = self.at.max(at);
        let last = self.counters.entry(batch.producer.clone()).or_default();
        if batch.counter <= *last {
            return Vec::new();
        }
        *last = batch.counter;
        let take = |(index, event)| self.take(event, batch.by.get(&index).copied());
        batch.events.iter().enumerate().map(take).collect()
    }

    fn take(&mut self, event: &Event, by: Option<Actor>) -> Outcome {
        let decision = self.decide(event, self.at);
        if decision == Ok(Decision::Accept) {
            self.follow(event, by);
            self.note_change(event);
            if let Some(by) = by {
                self.note_actor(event, by);
            }
        }
        match decision {
            Ok(Decision::Accept) => Outcome::Accepted(self.receipt(event)),
            Ok(Decision::Repeat) => Outcome::Repeated(self.receipt(event)),
            Err(refusal) => Outcome::Refused(refusal),
        }
    }

    fn follow(&mut self, event: &Event, by: Option<Actor>) {
        if event.after().is_some() {
            self.control(event, by, |room| room.carry_out(event));
        } else {
            self.carry_out(event);
        }
    }

    fn carry_out(&mut self, event: &Event) {
        match event {
            Event::Created { .. } => {}
            Event::DeckChanged {
                deck,
                matched,
                new_rounds,
                ..
            } => self.change_deck(deck, matched.as_deref(), new_rounds),
            Event::Joined { participant } => drop(self.people.join(*participant, self.at)),
            Event::JoinedAgain {
                participant,
                instead_of,
            } => {
                self.people.join_again(*participant, *instead_of, self.at);
            }
            Event::GroupChosen { participant, group } => self.choose_group(*participant, *group),
            Event::Finished { participant } => self.finish(*participant),
            Event::TabletShared { seats } => self.share_tablet(seats),
            Event::TabletEnded { tablet } => self.end_tablet(*tablet),
            Event::TabletsRenewed { times } => self.renew_tablet_codes(*times),
            Event::Removed {
                joined_from,
                joined_to,
            } => self.remove(TimeRange {
                from: *joined_from,
                to: *joined_to,
            }),
            Event::Returned {
                joined_from,
                joined_to,
            } => {
                self.bring_back(TimeRange {
                    from: *joined_from,
                    to: *joined_to,
                });
            }
            Event::Answered {
                participant,
                question,
                round,
                turn,
                answer,
                held,
            } => {
                let place = (question, *round);
                self.answer(*participant, place, *turn, answer.clone(), held);
            }
            Event::Added {
                participant,
                question,
                round,
                key,
                turn,
                text,
                held,
            } => {
                let place = (question, *round);
                self.add((*participant, key), place, *turn, text.clone(), *held);
            }
            Event::Typed {
                question,
                round,
                key,
                group,
                answers,
                ..
            } => self.type_in((question, *round, *group), key, answers),
            Event::Upvoted {
                participant,
                question,
                answer,
                on,
            } => self.upvote(*participant, question, *answer, *on),
            Event::QaAsked {
                participant,
                key,
                text,
                held,
            } => self.ask_qa(*participant, key, text.clone(), *held),
            Event::QaUpvoted {
                participant,
                question,
                up,
            } => self.vote_qa(*participant, *question, *up),
            Event::QaModerated { question, change } => self.moderate_qa(*question, change),
            Event::Moved { to, .. } if self.has_ended() => self.look_back_at(Some(to.clone())),
            Event::Moved { to, .. } => self.go_to(to.clone()),
            Event::Opened { question, .. } => self.open(question),
            Event::Closed { question, .. } => self.with(question, QuestionState::close),
            Event::Shown {
                question,
                audience,
                shown,
                round,
                ..
            } => self.show(question, *audience, *shown, *round),
            Event::VotingStarted { question, .. } => {
                self.with(question, QuestionState::start_voting)
            }
            Event::Reset { question, .. } => self.reset(question),
            Event::Skipped { slide, skip, .. } => self.deck.set_skip(slide, *skip),
            Event::Extended {
                question, seconds, ..
            } => {
                let at = self.at;
                self.with(question, |state| state.extend(at, *seconds));
            }
            Event::Begun { kept, .. } => self.begin_counting(kept.as_deref()),
            Event::EvaluationOpened { .. } => self.open_evaluation(OpenAfter::Always),
            Event::Ended { .. } if self.has_ended() => self.look_back_at(None),
            Event::Ended { .. } => self.end(),
            Event::Resumed { .. } => self.resume(),
            Event::Undone { .. } => self.undo(),
            Event::DoorSet { open } => self.door_closed = !open,
            Event::PhonesSet { to } => self.phones = *to,
            Event::AfterPageSet { page } => self.set_after_page(page.clone()),
            Event::Erased { answer } => self.erase(*answer),
            Event::WordHidden {
                question,
                round,
                word,
                hidden,
            } => self.hide_word((question, *round), word, *hidden),
            Event::WordMerged {
                question,
                round,
                word,
                into,
            } => {
                self.merge_word((question, *round), word, into.as_deref());
            }
            Event::AnswerHidden { answer, hidden } => self.hide_answer(*answer, *hidden),
            Event::AnswerMerged { answer, into } => self.merge_answer(*answer, *into),
            Event::HoldSet { question, on } => self.set_hold(question, *on),
            Event::WordApproved { question, word, .. } => self.approve_word(question, word),
            Event::AnswerApproved { answer } => self.approve_answer(*answer),
        }
    }

    /// Whose own answers an event changed, and with which record.
    fn note_change(&mut self, event: &Event) {
        let whose = match event {
            Event::Answered { participant, .. }
            | Event::Added { participant, .. }
            | Event::Upvoted { participant, .. }
            | Event::Finished { participant }
            | Event::QaUpvoted { participant, .. } => Some(*participant),
            Event::QaAsked { participant, .. } => *participant,
            Event::Erased { answer } => self.place(*answer).and_then(|place| place.participant),
            _ => None,
        };
        if let Some(participant) = whose {
            self.people.change(participant, self.seq);
        }
        self.note_group(event);
    }

    fn answer(
        &mut self,
        by: ParticipantId,
        (question, round): (&SlideId, Round),
        turn: Option<Revision>,
        answer: Option<Answer>,
        held: &[u8],
    ) {
        let (at, all) = (self.at, self.holds(question));
        let person = self.people.join(by, at);
        let group = self.answering_group(by, question).ok().flatten();
        let fresh = self.next_answer();
        let Some(state) = self.questions.get_mut(question) else {
            return;
        };
        let before = state
            .current()
            .answer_of(person)
            .map(|stored| (stored.id, stored.turn));
        let (id, last) = before.unwrap_or((fresh, 0));
        let stored = StoredAnswer {
            id,
            turn: turn.unwrap_or(last.saturating_add(1)),
            at,
            answer,
            held: 0,
            erased: false,
            group,
        };
        let holding = Holding { all, places: held };
        state.change_current(|round| round.answer(person, stored.clone(), holding));
        let place = AnswerPlace {
            participant: Some(by),
            question: question.clone(),
            round,
            key: None,
        };
        self.places.entry(id).or_insert(place);
    }

    fn add(
        &mut self,
        (by, key): (ParticipantId, &Key),
        (question, round): (&SlideId, Round),
        turn: Option<Revision>,
        text: Option<String>,
        held: bool,
    ) {
        let (at, waits) = (self.at, held || self.holds(question));
        let person = self.people.join(by, at);
        let group = self.answering_group(by, question).ok().flatten();
        let id = self.next_answer();
        let rules = self.rules;
        let Some(state) = self.questions.get_mut(question) else {
            return;
        };
        if let Some((id, last)) = state
            .current()
            .added_by(person, key)
            .map(|added| (added.id, added.turn))
        {
            let turn = turn.unwrap_or(last.saturating_add(1));
            let place = state.current().place_in_group(text.as_deref(), rules);
            let edited = || Edited {
                turn,
                text: text.clone(),
                waits,
                place,
            };
            return state.change_current(|round| round.edit(id, edited()));
        }
        let (key, turn) = (key.clone(), turn.unwrap_or(1));
        let place = AnswerPlace {
            participant: Some(by),
            question: question.clone(),
            round,
            key: Some(key.clone()),
        };
        let (erased, hidden, into, votes, replaced) = (false, false, None, 0, false);
        let in_group = group.and(text.as_deref());
        let place_in_group = state.current().place_in_group(in_group, rules);
        let added = Added {
            id,
            person,
            key,
            turn,
            at,
            text,
            erased,
            hidden,
            waits,
            into,
            votes,
            group,
            place: place_in_group,
            replaced,
        };
        state.change_current(|round| round.add(added.clone()));
        self.places.insert(id, place);
    }

    fn upvote(&mut self, by: ParticipantId, question: &SlideId, answer: AnswerId, on: bool) {
        let person = self.people.join(by, self.at);
        self.with(question, |state| {
            state.change_current(|round| round.upvote(person, answer, on))
        });
    }

    fn go_to(&mut self, to: SlideId) {
        if self.phase == Phase::Ready {
            self.began_at = Some(self.at);
        }
        self.phase = Phase::Live;
        self.leave_position();
        self.position = Some(to).filter(|_| !self.own_pace);
        self.moved_at = self.at;
        self.arrive();
    }

    pub(super) fn arrive(&mut self) {
        let at = self.at;
        if self.own_pace {
            return self.open_survey();
        }
        let Some((_, slide)) = self.position.as_ref().and_then(|id| self.deck.find(id)) else {
            return;
        };
        let asked = slide.question();
        let countdown = asked.and_then(|question| question.countdown);
        if asked.is_some_and(|question| question.ask.playable()) {
            let id = slide.id.clone();
            self.with(&id, |state| state.arrive(at, countdown));
        }
    }

    pub(super) fn leave_position(&mut self) {
        let (at, grace) = (self.at, self.deck.grace);
        if let Some(position) = self.position.clone() {
            self.with(&position, |state| state.leave(at, grace));
        }
    }

    fn open(&mut self, question: &SlideId) {
        let at = self.at;
        let countdown = self
            .deck
            .question(question)
            .and_then(|question| question.countdown);
        self.with(question, |state| state.open(at, countdown));
    }

    fn reset(&mut self, question: &SlideId) {
        let at = self.at;
        let Some(asked) = self.deck.question(question).cloned() else {
            return;
        };
        self.with(question, |state| state.reset(at, &asked));
    }

    fn show(&mut self, question: &SlideId, audience: Audience, shown: bool, round: Option<Round>) {
        let reviewed = self.questions.get(question).filter(|_| self.has_ended());
        match reviewed.map(|state| state.display_of(shown, round)) {
            Some(display) => self.show_in_review(question, display),
            None => self.with(question, |state| state.show(audience, shown, round)),
        }
    }

    fn end(&mut self) {
        self.leave_position();
        self.phase = Phase::Ended;
        let (at, grace) = (self.at, self.deck.grace);
        self.let_go_of_evaluation();
        let left_open = self
            .questions
            .values_mut()
            .filter(|state| state.grace_ends().is_none());
        left_open.for_each(|state| state.leave(at, grace));
        self.open_evaluation(OpenAfter::Until(self.evaluated_until(at)));
    }

    pub(super) fn with(&mut self, question: &SlideId, change: impl FnOnce(&mut QuestionState)) {
        if let Some(state) = self.questions.get_mut(question) {
            change(state);
        }
    }

    pub(super) fn next_answer(&self) -> AnswerId {
        AnswerId(self.answers_before + self.places.len() as u64 + 1)
    }

    /// What the sender of an event gets back once it is stored.
    pub fn receipt(&self, event: &Event) -> Receipt {
        let find = |by: &ParticipantId, question: &SlideId, round: &Round| {
            Some((
                self.questions.get(question)?.nth(*round)?,
                self.people.find(*by)?,
            ))
        };
        let known = match event {
            Event::Answered {
                participant,
                question,
                round,
                ..
            } => find(participant, question, round)
                .and_then(|(round, person)| round.answer_of(person))
                .map(|stored| (stored.turn, stored.id)),
            Event::Added {
                participant,
                question,
                round,
                key,
                ..
            } => find(participant, question, round)
                .and_then(|(round, person)| round.added_by(person, key))
                .map(|added| (added.turn, added.id)),
            Event::QaAsked {
                participant, key, ..
            } => self.qa_known(*participant, key).map(|id| (1, id)),
            _ => None,
        };
        Receipt {
            turn: known.map(|(turn, _)| turn),
            answer: known.map(|(_, id)| id),
        }
    }
}
