//! What a participant sends as frames, by socket or by post, and what they are told of it.

use std::sync::Arc;

use serde_json::value::RawValue;
use shared::event::Event;
use shared::ids::{AnswerId, ParticipantId, Round, SlideId};
use shared::protocol::{About, ClientFrame, Refused, Saved, ServerFrame};
use shared::refusal::Refusal;

use super::text;
use crate::clock::now_ms;
use crate::hall::{Audience, Gathering};
use crate::metrics::FIGURES;
use crate::room::inbox::Reply;
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
    /// Somebody whom the entrance lets into a room that is loaded: from now on they take part.
    ///
    /// # Errors
    /// The door was closed at the same moment. Where joining could not be stored for another reason they look on, and join with their first answer.
    pub async fn arrives(handle: RoomHandle, participant: ParticipantId) -> Result<Self, Refusal> {
        if handle.read(|room| room.people.find(participant).is_some()) == Ok(false) {
            let joined = handle.tell(Event::Joined { participant }).await;
            if let Ok(Err(Trouble::Refused(refusal @ Refusal::DoorClosed))) = joined.await {
                return Err(refusal);
            }
        }
        Ok(Self { handle, participant })
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
        let (about, voted, seq) = match &frame {
            ClientFrame::Answer { question, round, turn, seq, .. }
            | ClientFrame::Add { question, round, turn, seq, .. } => {
                (About { question: question.clone(), round: *round, turn: *turn }, None, *seq)
            }
            ClientFrame::Upvote { question, answer, seq, .. } => {
                (About { question: question.clone(), round: self.round_of(question), turn: 0 }, Some(*answer), *seq)
            }
            ClientFrame::Ping { id } => {
                return ServerFrame::Pong { id: *id, seq: self.handle.read(|room| room.seq).unwrap_or_default() };
            }
        };
        let stored = self.store(&frame, seq.unwrap_or_default()).await;
        match stored.inspect_err(|trouble| FIGURES.refusals.count(trouble.code())) {
            Ok(ack) => self.saved(about, ack.seq, voted.or(ack.receipt.answer)),
            Err(Trouble::Refused(refusal)) => self.refused(about, voted, refusal),
            Err(trouble) => ServerFrame::Error { code: trouble.code().to_owned(), about: Some(about) },
        }
    }

    async fn store(&self, frame: &ClientFrame, seq: u64) -> Reply {
        self.handle.reached(seq).await?;
        let event = self.handle.read(|room| room.event_of(self.participant, frame))?;
        let event = event.expect("a ping stores nothing and was answered before").map_err(Trouble::Refused)?;
        self.handle.submit(event).await
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
