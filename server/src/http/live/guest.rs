//! What a participant sends as frames, by socket or by post, and what they are told of it.

use std::sync::Arc;

use serde_json::value::RawValue;
use shared::deck::Question;
use shared::event::Event;
use shared::ids::{AnswerId, Key, ParticipantId, Round, SlideId, Turn};
use shared::protocol::{About, ClientFrame, Refused, Saved, ServerFrame};
use shared::question::Sent;
use shared::refusal::Refusal;
use shared::room::Room;

use super::text;
use crate::clock::now_ms;
use crate::hall::{Audience, Gathering};
use crate::http::participant::key;
use crate::metrics::FIGURES;
use crate::room::{RoomHandle, Trouble};

/// A participant in a room. Cheap to clone.
#[derive(Clone)]
pub struct Guest {
    pub handle: RoomHandle,
    pub participant: ParticipantId,
}

/// What answers a participant's frame.
pub type Answer = ServerFrame<()>;

impl Guest {
    /// Somebody whose page came alive in a room that is loaded: from now on they take part.
    pub async fn arrives(handle: RoomHandle, participant: ParticipantId) -> Self {
        if handle.read(|room| room.people.find(participant).is_some()) == Ok(false) {
            handle.tell(Event::Joined { participant }).await;
        }
        Self { handle, participant }
    }

    /// The first frame of a connection, and the version of the view in it. Take the seat before: what comes after
    /// this is then shown there.
    ///
    /// # Errors
    /// Why the room can't be read.
    pub fn hello(&self, gathering: &Arc<Gathering>) -> Result<(String, u64), Trouble> {
        let (seq, own, view) = self
            .handle
            .read(|room| (room.seq, room.own(self.participant), gathering.view(Audience::Phones, room, now_ms())))?;
        let hello = ServerFrame::<&RawValue>::Hello { seq, you: Some(self.participant), own, view: &view.json };
        Ok((text(&hello), view.version))
    }

    /// Deals with one frame; answers when what it says is on disk, or why it is not.
    pub async fn send(&self, frame: ClientFrame) -> Answer {
        match frame {
            ClientFrame::Answer { question, round, turn, value, seq } => {
                let about = About { question, round, turn };
                self.store(about, None, seq, |asked, about| self.answered(asked, about, &value)).await
            }
            ClientFrame::Add { question, round, key, turn, text, seq } => {
                let about = About { question, round, turn };
                self.store(about, None, seq, |asked, about| self.added(asked, about, &key, &text)).await
            }
            ClientFrame::Upvote { question, answer, on, seq } => {
                let about = About { round: self.round_of(&question), question, turn: 0 };
                self.store(about, Some(answer), seq, |_, about| Ok(self.upvoted(about, answer, on))).await
            }
            ClientFrame::Ping { id } => {
                ServerFrame::Pong { id, seq: self.handle.read(|room| room.seq).unwrap_or_default() }
            }
        }
    }

    async fn store(
        &self,
        about: About,
        voted: Option<AnswerId>,
        seq: Option<u64>,
        event: impl Fn(&Question, &About) -> Result<Event, Refusal>,
    ) -> Answer {
        let event = |room: &Room| {
            let asked = room.deck.question(&about.question).ok_or(Refusal::UnknownQuestion)?;
            event(asked, &about)
        };
        let stored = async {
            self.handle.reached(seq.unwrap_or_default()).await?;
            let event = self.handle.read(event)?.map_err(Trouble::Refused)?;
            self.handle.submit(event).await
        };
        match stored.await.inspect_err(|trouble| FIGURES.refusals.count(trouble.code())) {
            Ok(ack) => self.saved(about, ack.seq, voted.or(ack.receipt.answer)),
            Err(Trouble::Refused(refusal)) => self.refused(about, voted, refusal),
            Err(trouble) => ServerFrame::Error { code: trouble.code().to_owned(), about: Some(about) },
        }
    }

    fn answered(&self, asked: &Question, about: &About, value: &serde_json::Value) -> Result<Event, Refusal> {
        let answer = Some(asked.ask.read(Sent::Value(value))?);
        let (question, round, turn) = (about.question.clone(), about.round, turn(about.turn)?);
        Ok(Event::Answered { participant: self.participant, question, round, turn, answer })
    }

    fn added(&self, asked: &Question, about: &About, named: &Key, text: &str) -> Result<Event, Refusal> {
        let shared::deck::Ask::Open(open) = &asked.ask else { return Err(Refusal::WrongKind) };
        let text = Some(open.read(text)?);
        let key = key(named.as_str())?;
        let (question, round, turn) = (about.question.clone(), about.round, turn(about.turn)?);
        Ok(Event::Added { participant: self.participant, question, round, key, turn, text })
    }

    fn upvoted(&self, about: &About, answer: AnswerId, on: bool) -> Event {
        Event::Upvoted { participant: self.participant, question: about.question.clone(), answer, on }
    }

    fn saved(&self, about: About, seq: u64, answer: Option<AnswerId>) -> Answer {
        ServerFrame::Saved(Saved { question: about.question, round: about.round, turn: about.turn, seq, answer })
    }

    fn refused(&self, about: About, answer: Option<AnswerId>, refusal: Refusal) -> Answer {
        let own = self.handle.read(|room| room.own_to(self.participant, &about.question)).ok().flatten();
        let About { question, round, turn } = about;
        ServerFrame::Refused(Refused { question, round, turn, answer, refusal, own })
    }

    fn round_of(&self, question: &SlideId) -> Round {
        let round = self.handle.read(|room| room.question(question).map(|state| state.round()));
        round.ok().flatten().unwrap_or(1)
    }
}

/// Turns count from 1.
fn turn(turn: Turn) -> Result<Option<Turn>, Refusal> {
    if turn == 0 { Err(Refusal::OutOfRange) } else { Ok(Some(turn)) }
}
