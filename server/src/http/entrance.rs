//! The entrance of a room: the one place by which every participant comes in, whether by a page, a
//! form, a posted frame or a socket.
//!
//! Whoever is in already passes without being held up by anything, and without touching what rooms
//! share. Everybody else passes the door and then, one per network and moment, the bucket
//! ([`crate::join_limits`]).

use std::time::Instant;

use http::{HeaderValue, StatusCode};
use shared::ids::ParticipantId;
use shared::protocol::Closing;
use shared::refusal::Refusal;
use shared::room::Room;

use super::cookies;
use super::failure::Failure;
use super::participant_session::ParticipantSession;
use super::request_context::Caller;
use crate::App;
use crate::auth::identity::{self, Claim, Identity, RoomIdentity};
use crate::clock::now_ms;
use crate::ip_prefix::IpPrefix;
use crate::join_limits::{self, Admittance};
use crate::lobby::FoundRoom;
use crate::room::{RoomHandle, SubmitError};

/// Somebody at the entrance of a room that is loaded.
pub struct Newcomer<'a> {
    app: &'a App,
    caller: &'a Caller,
    found: &'a FoundRoom,
    handle: RoomHandle,
    identity: Identity,
    who: RoomIdentity,
    /// Who they are in this room.
    pub participant: ParticipantId,
    /// Whether they were removed and have not joined again: a page that they load joins as somebody
    /// new, and nothing else does.
    pub is_away: bool,
    /// Whether nothing that came with the request says who they are: they are somebody new.
    pub is_new: bool,
}

/// Why somebody does not come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// Nothing said who they are.
    NoCookie,
    /// The door is closed.
    DoorClosed,
    /// Too many new people come from their network at once.
    Wait,
    /// The organiser removed them.
    Removed,
    /// The room is over for good: its answers have ended.
    Over,
}

impl<'a> Newcomer<'a> {
    /// Works out who asks.
    ///
    /// # Errors
    /// Why the room can't be read.
    pub fn of(
        app: &'a App,
        caller: &'a Caller,
        found: &'a FoundRoom,
        handle: &RoomHandle,
    ) -> Result<Self, SubmitError> {
        let claimed = match &caller.claim {
            Some(Claim::Proven { identity, .. }) => Some(identity),
            // Nobody joins by such a one any more: who is in a room of then had joined before.
            Some(Claim::Old(identity)) if app.identities.came_after(&found.document) => {
                let joined = |room: &Room| {
                    let (first, who) = (
                        identity.in_room(&found.document),
                        identity.now_in_room(&found.document, room),
                    );
                    room.people.is_removed(first) || room.people.find(who.participant).is_some()
                };
                handle.read(joined)?.then_some(identity)
            }
            _ => None,
        };
        let identity = claimed.cloned().unwrap_or_default();
        let (who, is_away) = handle.read(|room| {
            let who = identity.now_in_room(&found.document, room);
            (who, who.is_away(room))
        })?;
        let (handle, participant, is_new) = (handle.clone(), who.participant, claimed.is_none());
        Ok(Self {
            app,
            caller,
            found,
            handle,
            identity,
            who,
            participant,
            is_away,
            is_new,
        })
    }

    /// Comes in, as somebody new if nothing said who they are.
    ///
    /// # Errors
    /// They stay outside, for now.
    pub async fn joins(&self) -> Result<ParticipantSession, Outside> {
        if self.found.document.answers_ended.is_some() {
            return Err(Outside::Over);
        }
        let participant = self.participant;
        let known = self
            .handle
            .read(|room| room.people.find(participant).is_some());
        // A room that can't be read says so where it is looked at.
        if known == Ok(false) {
            self.passes(|comer| self.app.joining.ask(comer, Instant::now()))?;
            self.notes_proxy();
        }
        let forms = self.app.forms.of(self.found);
        let session = ParticipantSession::arrives(self.handle.clone(), forms, self.who).await;
        session.map_err(|_: Refusal| Outside::DoorClosed)
    }

    /// Comes in, if something said who they are: without that each request would be somebody else.
    ///
    /// # Errors
    /// They stay outside, for now.
    pub async fn comes_back(&self) -> Result<ParticipantSession, Outside> {
        match (self.is_new, self.is_away) {
            (true, _) => Err(Outside::NoCookie),
            (false, true) => Err(Outside::Removed),
            (false, false) => self.joins().await,
        }
    }

    /// Looks in without joining, as a preview or a crawler does, or a phone before it has a cookie.
    ///
    /// # Errors
    /// They would stay outside. Who has to wait then waits from now on.
    pub fn looks_in(&self) -> Result<(), Outside> {
        self.passes(|comer| self.app.joining.look(comer, Instant::now()))
    }

    /// Takes the place of somebody who shares their device.
    pub fn sits(&mut self, participant: ParticipantId) {
        self.participant = participant;
        self.who = RoomIdentity::from(participant);
    }

    /// Who sits at this device once a table shares it, they themselves first.
    pub fn seats(&self) -> Vec<ParticipantId> {
        self.identity.seats(&self.found.document, self.participant)
    }

    /// The cookie by which they are known from now on.
    pub fn cookie(&self) -> HeaderValue {
        let identities = &self.app.identities;
        let value = match self.caller.claim.as_ref().filter(|_| !self.is_new) {
            Some(claim) => identities.renew(claim, now_ms()),
            None => identities.issue(&self.identity, now_ms()),
        };
        cookies::set(
            identity::COOKIE,
            &value,
            identity::MAX_AGE_SECONDS,
            self.caller.is_secure(),
        )
    }

    fn passes(
        &self,
        bucket: impl FnOnce(&join_limits::JoinRequest<'_>) -> Admittance,
    ) -> Result<(), Outside> {
        if self.found.document.answers_ended.is_some() {
            return Err(Outside::Over);
        }
        if self.handle.read(Room::is_door_closed) == Ok(true) {
            return Err(Outside::DoorClosed);
        }
        let (room, network) = (&self.found.id, self.network());
        let rate = self.app.settings.joining.of(&self.found.document);
        match bucket(&join_limits::JoinRequest {
            room,
            network,
            participant: self.participant,
            rate,
        }) {
            Admittance::In => Ok(()),
            Admittance::Wait => Err(Outside::Wait),
        }
    }

    /// Where all come by one proxy that nobody said to believe, one network's limits would hold for
    /// everybody.
    fn notes_proxy(&self) {
        let people = self
            .handle
            .read(|room| room.people.len())
            .unwrap_or(usize::MAX);
        if self
            .app
            .unheard
            .joins(&self.found.id, people, self.network(), self.caller.unheard)
        {
            let app = self.app.clone();
            tokio::spawn(async move { app.unheard.tell(&app.store).await });
        }
    }

    fn network(&self) -> IpPrefix {
        IpPrefix::of(self.caller.address)
    }
}

impl From<Outside> for Failure {
    fn from(outside: Outside) -> Self {
        let (status, code, detail) = match outside {
            Outside::NoCookie => (
                StatusCode::CONFLICT,
                "no_cookie",
                "The cookie of this room's page did not come with the request.",
            ),
            Outside::Removed => return SubmitError::Refused(Refusal::Removed).into(),
            Outside::Over => return Self::answers_ended(),
            Outside::DoorClosed => (
                StatusCode::CONFLICT,
                "door_closed",
                "The room's door is closed to newcomers.",
            ),
            Outside::Wait => (
                StatusCode::SERVICE_UNAVAILABLE,
                "wait",
                "Many new participants come from this network at once. Ask again: the longest waiting gets in first.",
            ),
        };
        Self::new(status, code, detail)
    }
}

impl From<Outside> for Closing {
    fn from(outside: Outside) -> Self {
        match outside {
            Outside::NoCookie => Self::NoRights,
            Outside::DoorClosed => Self::DoorClosed,
            Outside::Wait => Self::Wait,
            Outside::Removed => Self::Removed,
            Outside::Over => Self::NoRoom,
        }
    }
}

#[cfg(test)]
mod tests;
