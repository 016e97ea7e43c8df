//! A place in the fan-out, for as long as somebody holds it: they are counted as there from the moment they ask for a
//! socket, and see what is shown once they have one.

use std::sync::Arc;

use shared::ids::ParticipantId;

use super::hub::RoomHub;
use super::socket_writer::SocketWriter;
use super::subscribers::SubscriberId;
use super::view_cache::ViewKind;
use crate::auth::pass::Pass;

/// A place in the fan-out. Dropped, it is given back.
pub struct Seat {
    hub: Arc<RoomHub>,
    kind: ViewKind,
    who: Option<ParticipantId>,
    id: Option<SubscriberId>,
    /// Of a host: what the seat rests on.
    pass: Option<Arc<Pass>>,
}

impl RoomHub {
    /// A participant's seat.
    pub fn seat_phone(self: &Arc<Self>, who: ParticipantId) -> Seat {
        Seat::new(self.clone(), ViewKind::Phones, Some(who))
    }

    /// A seat of a host's page.
    pub fn seat_host(self: &Arc<Self>, kind: ViewKind) -> Seat {
        Seat::new(self.clone(), kind, None)
    }
}

impl Seat {
    pub(super) fn new(hub: Arc<RoomHub>, kind: ViewKind, who: Option<ParticipantId>) -> Self {
        hub.come(kind, who);
        Self { hub, kind, who, id: None, pass: None }
    }

    /// The same seat, which rests on that.
    pub fn by(mut self, pass: Arc<Pass>) -> Self {
        self.pass = Some(pass);
        self
    }

    /// What it rests on.
    pub fn pass(&self) -> Option<&Arc<Pass>> {
        self.pass.as_ref()
    }

    /// Sits a socket down, of which the other end knows the greeting: from now on it gets every newer view.
    pub fn sit(&mut self, writer: Arc<SocketWriter>) {
        if let Some(pass) = &self.pass {
            self.hub.hold(&writer, pass.clone());
        }
        self.id = Some(self.hub.sit(self.kind, self.who, writer));
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.hub.go(self.kind, self.who, self.id.take());
    }
}
