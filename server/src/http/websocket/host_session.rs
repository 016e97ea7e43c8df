//! Who looks on in a role, by socket or by asking, and their greeting.

use std::sync::Arc;

use serde_json::value::RawValue;
use shared::ids::RoomId;
use shared::protocol::ServerFrame;

use crate::App;
use crate::auth::pass::Pass;
use crate::clock::now_ms;
use crate::fanout::{RoomHub, View, ViewKind};
use crate::http::frame_text::text;
use crate::http::rights::Follower;
use crate::room::{RoomHandle, SubmitError};

/// A host's page that follows its room.
pub struct HostSession {
    pub handle: RoomHandle,
    pub kind: ViewKind,
    /// What it rests on.
    pub pass: Arc<Pass>,
    room: RoomId,
}

impl HostSession {
    /// Whoever holds that role. The room need not be loaded yet.
    pub fn of(app: &App, follower: Follower) -> Self {
        let Follower {
            caller,
            found,
            role,
            pass,
        } = follower;
        app.guessing.knows(caller.address, &found.id);
        let (handle, pass) = (app.registry.get(&found.id), Arc::new(pass));
        Self {
            handle,
            kind: ViewKind::Hosts(role),
            pass,
            room: found.id,
        }
    }

    /// The room's hub, once the room is loaded.
    pub fn hub(&self, app: &App) -> Arc<RoomHub> {
        let hub = app.fanout.of(&self.room, &self.handle);
        hub.tell_waiting(app.joining.waiting(&self.room));
        hub
    }

    /// The first frame, and the view in it.
    ///
    /// # Errors
    /// Why the room can't be read.
    pub fn hello(&self, hub: &Arc<RoomHub>) -> Result<(String, View), SubmitError> {
        let (seq, view) = self
            .handle
            .read(|room| (room.seq, hub.view(self.kind, room, now_ms())))?;
        let hello = ServerFrame::<&RawValue>::Hello {
            seq,
            you: None,
            group: None,
            finished: false,
            own: Default::default(),
            view: &view.json,
        };
        Ok((text(&hello), view))
    }
}
