//! A subscription to a room, for as long as somebody holds it: they are counted as there from the
//! moment they ask for a socket, and see what is shown once they have one.

use std::sync::Arc;

use shared::ids::ParticipantId;

use super::hub::RoomHub;
use super::socket_writer::SocketWriter;
use super::subscribers::SubscriberId;
use super::view_cache::ViewKind;
use crate::auth::pass::Pass;

/// A subscription to a room. Dropped, it is given back.
pub struct Subscription {
    hub: Arc<RoomHub>,
    kind: ViewKind,
    who: Option<ParticipantId>,
    id: Option<SubscriberId>,
    /// How far the room was before they were greeted.
    since: u64,
    /// Of a host: what it rests on.
    pass: Option<Arc<Pass>>,
}

impl RoomHub {
    /// A participant's subscription.
    pub fn subscribe_phone(self: &Arc<Self>, who: ParticipantId) -> Subscription {
        Subscription::new(self.clone(), ViewKind::Phones, Some(who))
    }

    /// The subscription of a host's page.
    pub fn subscribe_host(self: &Arc<Self>, kind: ViewKind) -> Subscription {
        Subscription::new(self.clone(), kind, None)
    }
}

impl Subscription {
    pub(super) fn new(hub: Arc<RoomHub>, kind: ViewKind, who: Option<ParticipantId>) -> Self {
        hub.come(kind, who);
        let since = hub.seq();
        Self {
            since,
            hub,
            kind,
            who,
            id: None,
            pass: None,
        }
    }

    /// The same subscription, which rests on that.
    pub fn by(mut self, pass: Arc<Pass>) -> Self {
        self.pass = Some(pass);
        self
    }

    /// What it rests on.
    pub fn pass(&self) -> Option<&Arc<Pass>> {
        self.pass.as_ref()
    }

    /// Attaches a socket, of which the other end knows the greeting: from now on it gets every
    /// newer view.
    pub fn attach(&mut self, writer: Arc<SocketWriter>) {
        if let Some(pass) = &self.pass {
            self.hub.hold(&writer, pass.clone());
        }
        self.id = Some(self.hub.attach(self.kind, (self.who, self.since), writer));
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.hub.go(self.kind, self.who, self.id.take());
    }
}
