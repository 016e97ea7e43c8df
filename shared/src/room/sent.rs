//! What a participant sent, by frame or by form, as the event that it stands for: validated and
//! normalised, and not yet compared with what the room has stored.
//!
//! What phones were never shown is not there for them: it is said before a word of what was sent is
//! read, so that no refusal tells how many options a question has that nobody may see, or which
//! answers are hidden.

use crate::event::Event;
use crate::ids::{AnswerId, Key, ParticipantId, Revision, Round, SlideId};
use crate::protocol::ClientFrame;
use crate::question::form_fields::{DOWN, KEY, QUESTION, ROUND, UPVOTE};
use crate::question::kind::Collects;
use crate::question::{Answer, Fields, QuestionSpec};
use crate::refusal::Refusal;
use crate::room::{QuestionState, Room};

impl Room {
    /// The event that a participant's frame stands for; nothing for a ping.
    ///
    /// # Errors
    /// [`Refusal::Removed`], [`Refusal::UnknownQuestion`], [`Refusal::UnknownAnswer`], and those
    /// about the content of what was sent.
    pub fn event_of(
        &self,
        participant: ParticipantId,
        frame: &ClientFrame,
    ) -> Option<Result<Event, Refusal>> {
        Some(match frame {
            ClientFrame::Answer {
                question,
                round,
                turn,
                fields,
                ..
            } => self.answered(participant, (question, *round), *turn, fields),
            ClientFrame::Add {
                question,
                key,
                text,
                ..
            } if self.means_qa(question.as_str()) => self.qa_asked(Some(participant), key, text),
            ClientFrame::Upvote {
                question,
                answer,
                on,
                ..
            } if self.means_qa(question.as_str()) => self.qa_upvoted(participant, *answer, *on),
            ClientFrame::Add {
                question,
                round,
                key,
                turn,
                text,
                ..
            } => self.added(participant, (question, *round), key, *turn, text),
            ClientFrame::Upvote {
                question,
                answer,
                on,
                ..
            } => self.upvoted(participant, question, *answer, *on),
            ClientFrame::Ping { .. } => return None,
        })
    }

    /// The event that a participant's form stands for. A form has no turn.
    ///
    /// # Errors
    /// [`Refusal::Removed`], [`Refusal::UnknownQuestion`], [`Refusal::UnknownAnswer`],
    /// [`Refusal::WrongKind`] where no round is named, and those about the content of what was
    /// sent.
    pub fn event_of_form(
        &self,
        participant: ParticipantId,
        fields: &Fields,
    ) -> Result<Event, Refusal> {
        let question = SlideId::from(fields.first(QUESTION).unwrap_or_default());
        if self.means_qa(question.as_str()) {
            return self.qa_of_form(participant, fields);
        }
        let state = self.seen_by(participant, &question)?;
        if let Some(name) = fields.first(UPVOTE) {
            let name = AnswerId::parse(name).ok_or(Refusal::UnknownAnswer)?;
            return self.upvoted(participant, &question, name, fields.first(DOWN).is_none());
        }
        let round = fields
            .first(ROUND)
            .and_then(|round| round.trim().parse().ok())
            .ok_or(Refusal::WrongKind)?;
        let ask = asked_in(state, round)?;
        if let Collects::ManyTexts(kind) = ask.collects() {
            let text = Some(kind.read_form(fields, self.rules)?);
            let key = Key::parse(fields.first(KEY).unwrap_or_default()).ok_or(Refusal::BadKey)?;
            return Ok(Event::Added {
                participant,
                question,
                round,
                key,
                turn: None,
                text,
                held: false,
            });
        }
        let answer = Some(ask.read(fields, self.rules)?);
        Ok(Event::Answered {
            participant,
            question,
            round,
            turn: None,
            answer,
            held: Vec::new(),
        })
    }

    fn answered(
        &self,
        participant: ParticipantId,
        (question, round): (&SlideId, Round),
        turn: Revision,
        fields: &Fields,
    ) -> Result<Event, Refusal> {
        let ask = asked_in(self.seen_by(participant, question)?, round)?;
        let answer = Some(ask.read(fields, self.rules)?);
        Ok(Event::Answered {
            participant,
            question: question.clone(),
            round,
            turn: counted(turn)?,
            answer,
            held: Vec::new(),
        })
    }

    fn added(
        &self,
        participant: ParticipantId,
        (question, round): (&SlideId, Round),
        key: &Key,
        turn: Revision,
        text: &str,
    ) -> Result<Event, Refusal> {
        let Collects::ManyTexts(kind) =
            asked_in(self.seen_by(participant, question)?, round)?.collects()
        else {
            return Err(Refusal::WrongKind);
        };
        let text = Some(kind.read(text, self.rules)?);
        let key = Key::parse(key.as_str()).ok_or(Refusal::BadKey)?;
        Ok(Event::Added {
            participant,
            question: question.clone(),
            round,
            key,
            turn: counted(turn)?,
            text,
            held: false,
        })
    }

    fn upvoted(
        &self,
        participant: ParticipantId,
        question: &SlideId,
        name: AnswerId,
        on: bool,
    ) -> Result<Event, Refusal> {
        let state = self.seen_by(participant, question)?;
        let answer = self.meant_by_phone(name);
        if !state.was_open()
            || (takes_votes(state) && !self.sees_answer(participant, question, answer))
        {
            return Err(Refusal::UnknownAnswer);
        }
        Ok(Event::Upvoted {
            participant,
            question: question.clone(),
            answer,
            on,
        })
    }

    /// A question that phones were shown, for a participant who takes part or may.
    fn seen_by(
        &self,
        participant: ParticipantId,
        question: &SlideId,
    ) -> Result<&QuestionState, Refusal> {
        if self.people.is_removed(participant) {
            return Err(Refusal::Removed);
        }
        self.question(question)
            .filter(|state| state.latest_seen() > 0)
            .ok_or(Refusal::UnknownQuestion)
    }

    /// Whether somebody may know of an answer: it is theirs, they voted for it, or one may vote for
    /// it now.
    fn sees_answer(
        &self,
        participant: ParticipantId,
        question: &SlideId,
        answer: AnswerId,
    ) -> bool {
        let Some(place) = self
            .place(answer)
            .filter(|place| place.question == *question)
        else {
            return false;
        };
        let (Some(state), Some((_, slide))) = (self.question(question), self.deck.find(question))
        else {
            return false;
        };
        let person = self.people.find(participant).zip(state.nth(place.round));
        let voted = person.is_some_and(|(person, round)| round.has_upvoted(person, answer));
        place.participant == Some(participant) || voted || self.shown_for_voting(slide, state)
    }

    /// The latest round of a question that phones can know of; the first of one that they can't.
    pub fn round_on_phones(&self, question: &SlideId) -> Round {
        self.question(question)
            .map_or(1, |state| state.latest_seen().max(1))
    }

    /// How many texts an event brings that its round does not have: words and texts behind an
    /// `{other}` option that nobody holds, an open answer or another version of one.
    pub fn new_texts(&self, event: &Event) -> usize {
        match event {
            Event::Answered {
                question,
                answer: Some(answer),
                ..
            } => self.unseen_in(question, answer),
            Event::Added {
                participant,
                question,
                key,
                text: Some(text),
                ..
            } => usize::from(!self.has_added((*participant, question), key, text)),
            Event::QaAsked {
                participant, key, ..
            } => usize::from(self.qa_known(*participant, key).is_none()),
            Event::Created { .. }
            | Event::DeckChanged { .. }
            | Event::Joined { .. }
            | Event::JoinedAgain { .. }
            | Event::GroupChosen { .. }
            | Event::Finished { .. }
            | Event::TabletShared { .. }
            | Event::TabletEnded { .. }
            | Event::TabletsRenewed { .. }
            | Event::Removed { .. }
            | Event::Returned { .. }
            | Event::DoorSet { .. }
            | Event::PhonesSet { .. }
            | Event::AfterPageSet { .. }
            | Event::Answered { answer: None, .. }
            | Event::Added { .. }
            | Event::Typed { .. }
            | Event::Upvoted { .. }
            | Event::QaUpvoted { .. }
            | Event::QaModerated { .. }
            | Event::Moved { .. }
            | Event::Opened { .. }
            | Event::Closed { .. }
            | Event::Shown { .. }
            | Event::VotingStarted { .. }
            | Event::Reset { .. }
            | Event::Skipped { .. }
            | Event::Extended { .. }
            | Event::Begun { .. }
            | Event::EvaluationOpened { .. }
            | Event::Ended { .. }
            | Event::Resumed { .. }
            | Event::Undone { .. }
            | Event::Erased { .. }
            | Event::WordHidden { .. }
            | Event::WordMerged { .. }
            | Event::WordApproved { .. }
            | Event::AnswerHidden { .. }
            | Event::AnswerMerged { .. }
            | Event::AnswerApproved { .. }
            | Event::HoldSet { .. } => 0,
        }
    }

    fn unseen_in(&self, question: &SlideId, answer: &Answer) -> usize {
        let asked = self.question(question);
        asked.map_or(0, |state| state.current().unseen_texts(answer))
    }

    fn has_added(
        &self,
        (participant, question): (ParticipantId, &SlideId),
        key: &Key,
        text: &String,
    ) -> bool {
        let person = self.people.find(participant).zip(self.question(question));
        let stored = person.and_then(|(person, state)| state.current().added_by(person, key));
        stored.is_some_and(|stored| stored.text.as_ref() == Some(text))
    }
}

/// What was asked in that round, as far as phones know. What a deck asks now is not for phones
/// before it opens.
fn asked_in(state: &QuestionState, round: Round) -> Result<&QuestionSpec, Refusal> {
    let known = if state.was_open() {
        Some(state.current())
    } else {
        state.nth(round)
    };
    let seen = known.filter(|_| state.was_open() || round <= state.latest_seen());
    seen.map(|round| &*round.ask)
        .ok_or(Refusal::UnknownQuestion)
}

fn takes_votes(state: &QuestionState) -> bool {
    state.current().ask.votes() > 0
}

/// Turns count from 1.
fn counted(turn: Revision) -> Result<Option<Revision>, Refusal> {
    if turn == 0 {
        Err(Refusal::OutOfRange)
    } else {
        Ok(Some(turn))
    }
}
