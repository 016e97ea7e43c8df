//! What a participant sends as frames, by socket or by post, and what they hear of it.

use std::sync::Arc;

use serde_json::value::RawValue;
use shared::ids::{AnswerId, ParticipantId, Round, SlideId};
use shared::protocol::{About, ClientFrame, Refused, Saved, ServerFrame};
use shared::question::Fields;
use shared::refusal::Refusal;
use shared::room::{OwnAnswers, Room};

use super::frame_text::text;
use crate::auth::identity::RoomIdentity;
use crate::clock::now_ms;
use crate::fanout::{RoomHub, ViewKind};
use crate::forms::RoomForms;
use crate::metrics::FIGURES;
use crate::room::inbox::SubmitReply;
use crate::room::{RoomHandle, SubmitError};

/// A participant in a room. Cheap to clone.
#[derive(Clone)]
pub struct ParticipantSession {
    pub handle: RoomHandle,
    pub forms: RoomForms,
    pub participant: ParticipantId,
}

/// What answers a participant's frame.
pub type ReplyFrame = ServerFrame<()>;

impl ParticipantSession {
    /// Somebody whom the entrance lets into a room that is loaded: from now on they take part.
    ///
    /// # Errors
    /// The door was closed at the same moment. Where joining could not be stored for another reason
    /// they look on, and join with their first answer.
    pub async fn arrives(
        handle: RoomHandle,
        forms: RoomForms,
        who: impl Into<RoomIdentity>,
    ) -> Result<Self, Refusal> {
        let who: RoomIdentity = who.into();
        if handle.read(|room| room.people.find(who.participant).is_some()) == Ok(false) {
            let joined = handle.tell(who.joining()).await;
            if let Ok(Err(SubmitError::Refused(refusal @ Refusal::DoorClosed))) = joined.await {
                return Err(refusal);
            }
        }
        Ok(Self {
            handle,
            forms,
            participant: who.participant,
        })
    }

    /// The first frame of a connection, and the version of the view in it. Subscribe before: what
    /// comes after this is then shown there.
    ///
    /// # Errors
    /// Why the room can't be read.
    pub async fn hello(&self, hub: &Arc<RoomHub>) -> Result<(String, u64), SubmitError> {
        let (seq, mut own, group, finished, view) = self.handle.read(|room| {
            (
                room.seq,
                room.own(self.participant),
                room.group_of(self.participant),
                room.has_finished(self.participant),
                hub.view(ViewKind::Phones, room, now_ms()),
            )
        })?;
        self.forms
            .fill(&self.handle, self.participant, &mut own)
            .await;
        let hello = ServerFrame::<&RawValue>::Hello {
            seq,
            you: Some(self.participant),
            own,
            group,
            finished,
            view: &view.json,
        };
        Ok((text(&hello), view.version))
    }

    /// Deals with one frame; answers when what it says is on disk, or why it is not.
    pub async fn send(&self, frame: ClientFrame) -> ReplyFrame {
        self.deal_with(&frame, Ok(())).await.0
    }

    /// The same for a frame that was posted, and why it was not stored. One that comes by a socket
    /// was counted there.
    pub async fn send_posted(&self, frame: ClientFrame) -> (ReplyFrame, Option<SubmitError>) {
        self.deal_with(&frame, self.handle.spend(self.participant))
            .await
    }

    async fn deal_with(
        &self,
        frame: &ClientFrame,
        may: Result<(), SubmitError>,
    ) -> (ReplyFrame, Option<SubmitError>) {
        let Some((about, voted, seq)) = self.about(frame) else {
            return (self.pong(frame), may.err());
        };
        let stored = match may {
            Ok(()) => self.store(frame, seq).await,
            Err(error) => Err(error),
        };
        match stored {
            Ok(ack) => (
                self.saved(
                    about,
                    ack.seq,
                    voted.or_else(|| self.name_of(ack.receipt.answer?)),
                ),
                None,
            ),
            Err(error) => {
                let answer = self.not_stored((about, voted), error.clone()).await;
                (answer, Some(error))
            }
        }
    }

    /// What a frame is about, the answer that is voted for, and the sequence that must be reached
    /// first; nothing for a ping.
    fn about(&self, frame: &ClientFrame) -> Option<(About, Option<AnswerId>, u64)> {
        let (question, round, turn, voted, seq) = match frame {
            ClientFrame::Answer {
                question,
                round,
                turn,
                seq,
                ..
            }
            | ClientFrame::Add {
                question,
                round,
                turn,
                seq,
                ..
            } => (question, *round, *turn, None, *seq),
            ClientFrame::Upvote {
                question,
                answer,
                seq,
                ..
            } => (question, self.round_of(question), 0, Some(*answer), *seq),
            ClientFrame::Ping { .. } => return None,
        };
        Some((
            About {
                question: question.clone(),
                round,
                turn,
            },
            voted,
            seq.unwrap_or_default(),
        ))
    }

    fn pong(&self, frame: &ClientFrame) -> ReplyFrame {
        let id = if let ClientFrame::Ping { id } = frame {
            *id
        } else {
            0
        };
        ServerFrame::Pong {
            id,
            seq: self.handle.read(|room| room.seq).unwrap_or_default(),
        }
    }

    async fn store(&self, frame: &ClientFrame, seq: u64) -> SubmitReply {
        self.handle.reached(seq).await?;
        let event = |room: &Room| {
            room.event_of(self.participant, frame)
                .expect("a ping stores nothing")
        };
        let none = Fields::default();
        let fields = match frame {
            ClientFrame::Answer { fields, .. } => fields,
            ClientFrame::Add { .. } | ClientFrame::Upvote { .. } | ClientFrame::Ping { .. } => {
                &none
            }
        };
        self.forms
            .submit_of(&self.handle, self.participant, fields, event)
            .await
    }

    /// What phones call an answer.
    fn name_of(&self, answer: AnswerId) -> Option<AnswerId> {
        self.handle.read(|room| room.name_on_phones(answer)).ok()
    }

    async fn not_stored(
        &self,
        (about, voted): (About, Option<AnswerId>),
        error: SubmitError,
    ) -> ReplyFrame {
        FIGURES.refusals.count(error.code());
        match error {
            SubmitError::Refused(refusal) => self.refused(about, voted, refusal).await,
            error => ServerFrame::Error {
                code: error.code().to_owned(),
                about: Some(about),
            },
        }
    }

    fn saved(&self, about: About, seq: u64, answer: Option<AnswerId>) -> ReplyFrame {
        ServerFrame::Saved(Saved {
            question: about.question,
            round: about.round,
            turn: about.turn,
            seq,
            answer,
        })
    }

    async fn refused(
        &self,
        about: About,
        answer: Option<AnswerId>,
        refusal: Refusal,
    ) -> ReplyFrame {
        let own = self
            .handle
            .read(|room| room.own_to(self.participant, &about.question))
            .ok()
            .flatten();
        let mut own: OwnAnswers = own
            .into_iter()
            .map(|own| (about.question.clone(), own))
            .collect();
        self.forms
            .fill(&self.handle, self.participant, &mut own)
            .await;
        let own = own.remove(&about.question);
        let About {
            question,
            round,
            turn,
        } = about;
        ServerFrame::Refused(Refused {
            question,
            round,
            turn,
            answer,
            refusal,
            own,
        })
    }

    fn round_of(&self, question: &SlideId) -> Round {
        self.handle
            .read(|room| room.round_on_phones(question))
            .unwrap_or(1)
    }
}
