//! Who looks on in a role, by socket or by asking: what proves it, and their greeting.

use std::sync::Arc;

use serde_json::value::RawValue;
use shared::ids::RoomId;
use shared::protocol::ServerFrame;

use super::text;
use crate::App;
use crate::auth::links;
use crate::auth::pass::Pass;
use crate::clock::now_ms;
use crate::hall::{Audience, Gathering, View};
use crate::http::caller::Caller;
use crate::http::failure::Failure;
use crate::room::{RoomHandle, Trouble};

/// A host's page that follows its room.
pub struct Watcher {
    pub handle: RoomHandle,
    pub audience: Audience,
    /// What it rests on.
    pub pass: Arc<Pass>,
    room: RoomId,
}

impl Watcher {
    /// Somebody who says that they hold that role. The room need not be loaded yet.
    ///
    /// # Errors
    /// No such room, or no right to that role.
    pub async fn arrives(app: &App, caller: &Caller, room: &RoomId, role: Option<&str>) -> Result<Self, Failure> {
        let role = role.and_then(links::role).ok_or_else(Failure::not_signed_in)?;
        let found = app.lobby.find(room).await?;
        if !caller.rights_in(app, &found).await?.may_be(role) {
            return Err(Failure::not_signed_in());
        }
        app.guessing.knows(caller.address, &found.id);
        let (handle, pass) = (app.registry.get(&found.id), Arc::new(caller.pass(app, &found.id, role)));
        Ok(Self { handle, audience: Audience::Hosts(role), pass, room: found.id })
    }

    /// The room's share of the hall, once the room is loaded.
    pub fn gathering(&self, app: &App) -> Arc<Gathering> {
        let gathering = app.hall.of(&self.room, &self.handle);
        gathering.tell_waiting(app.joining.waiting(&self.room));
        gathering
    }

    /// The first frame, and the view in it.
    ///
    /// # Errors
    /// Why the room can't be read.
    pub fn hello(&self, gathering: &Arc<Gathering>) -> Result<(String, View), Trouble> {
        let (seq, view) = self.handle.read(|room| (room.seq, gathering.view(self.audience, room, now_ms())))?;
        let hello = ServerFrame::<&RawValue>::Hello { seq, you: None, own: Default::default(), view: &view.json };
        Ok((text(&hello), view))
    }
}
