//! What a participant sent, by frame or by form, as the event that it stands for: validated and normalised, and not yet
//! compared with what the room has stored.

use serde_json::Value;

use crate::deck::{Ask, Question};
use crate::event::Event;
use crate::ids::{AnswerId, Key, ParticipantId, Round, SlideId, Turn};
use crate::protocol::ClientFrame;
use crate::question::open::headed;
use crate::question::{Fields, Sent};
use crate::refusal::Refusal;
use crate::room::Room;

impl Room {
    /// The event that a participant's frame stands for; nothing for a ping.
    ///
    /// # Errors
    /// [`Refusal::UnknownQuestion`], and those about the content of what was sent.
    pub fn event_of(&self, participant: ParticipantId, frame: &ClientFrame) -> Option<Result<Event, Refusal>> {
        Some(match frame {
            ClientFrame::Answer { question, round, turn, value, .. } => {
                self.answered(participant, (question, *round), *turn, value)
            }
            ClientFrame::Add { question, round, key, turn, text, .. } => {
                self.added(participant, (question, *round), key, *turn, text)
            }
            ClientFrame::Upvote { question, answer, on, .. } => self.upvoted(participant, question, *answer, *on),
            ClientFrame::Ping { .. } => return None,
        })
    }

    /// The event that a participant's form stands for. A form has no turn.
    ///
    /// # Errors
    /// [`Refusal::UnknownQuestion`], [`Refusal::UnknownAnswer`], [`Refusal::WrongKind`] where no round is named, and those
    /// about the content of what was sent.
    pub fn event_of_form(&self, participant: ParticipantId, fields: &Fields) -> Result<Event, Refusal> {
        let question = SlideId::from(fields.first("question").ok_or(Refusal::UnknownQuestion)?);
        let asked = self.question_in_deck(&question)?;
        if let Some(answer) = fields.first("upvote") {
            let answer = AnswerId::parse(answer).ok_or(Refusal::UnknownAnswer)?;
            return Ok(Event::Upvoted { participant, question, answer, on: fields.first("down").is_none() });
        }
        let round = fields.first("round").and_then(|round| round.trim().parse().ok()).ok_or(Refusal::WrongKind)?;
        if let Ask::Open(open) = &asked.ask {
            let typed = fields.first("text").unwrap_or_default();
            let text = Some(open.read(&headed(open.headings(), fields.first("column"), typed)?, self.rules)?);
            let key = Key::parse(fields.first("key").unwrap_or_default()).ok_or(Refusal::BadKey)?;
            return Ok(Event::Added { participant, question, round, key, turn: None, text });
        }
        let answer = Some(asked.ask.read(Sent::Form(fields), self.rules)?);
        Ok(Event::Answered { participant, question, round, turn: None, answer })
    }

    fn answered(
        &self,
        participant: ParticipantId,
        (question, round): (&SlideId, Round),
        turn: Turn,
        value: &Value,
    ) -> Result<Event, Refusal> {
        let answer = Some(self.question_in_deck(question)?.ask.read(Sent::Value(value), self.rules)?);
        Ok(Event::Answered { participant, question: question.clone(), round, turn: counted(turn)?, answer })
    }

    fn added(
        &self,
        participant: ParticipantId,
        (question, round): (&SlideId, Round),
        key: &Key,
        turn: Turn,
        text: &str,
    ) -> Result<Event, Refusal> {
        let Ask::Open(open) = &self.question_in_deck(question)?.ask else { return Err(Refusal::WrongKind) };
        let text = Some(open.read(text, self.rules)?);
        let key = Key::parse(key.as_str()).ok_or(Refusal::BadKey)?;
        Ok(Event::Added { participant, question: question.clone(), round, key, turn: counted(turn)?, text })
    }

    fn upvoted(
        &self,
        participant: ParticipantId,
        question: &SlideId,
        answer: AnswerId,
        on: bool,
    ) -> Result<Event, Refusal> {
        self.question_in_deck(question)?;
        Ok(Event::Upvoted { participant, question: question.clone(), answer, on })
    }

    fn question_in_deck(&self, question: &SlideId) -> Result<&Question, Refusal> {
        self.deck.question(question).ok_or(Refusal::UnknownQuestion)
    }
}

/// Turns count from 1.
fn counted(turn: Turn) -> Result<Option<Turn>, Refusal> {
    if turn == 0 { Err(Refusal::OutOfRange) } else { Ok(Some(turn)) }
}
