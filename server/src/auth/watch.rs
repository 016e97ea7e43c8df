//! Looks again at what the sockets of hosts rest on: at once where this process ended something,
//! and every few seconds at all of them, since time and other hands end things too.

use std::collections::HashMap;
use std::sync::Weak;
use std::time::Duration;

use shared::host::HostRole;
use shared::ids::RoomId;
use shared::protocol::Closing;

use super::pass::Pass;
use super::sessions;
use crate::lobby::{FoundRoom, LobbyError};
use crate::{App, AppParts};

/// How often all of them are looked at: a read for each room that a host looks at, and for each
/// session.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// Ends the sockets that rest on nothing any more, among those that `concerns` names. One that
/// can't be looked at now stays for the next time.
pub async fn look_again(app: &App, concerns: impl Fn(&Pass) -> bool) {
    let mut look = WatchPass {
        app,
        rooms: HashMap::new(),
        sessions: HashMap::new(),
    };
    for (writer, pass) in app.fanout.held().iter().filter(|(_, pass)| concerns(pass)) {
        match look.stands(pass).await {
            Ok(true) => {}
            Ok(false) => writer.request_close(Closing::NoRights),
            Err(error) => tracing::debug!(%error, "what a socket rests on can't be read now"),
        }
    }
}

/// Looks at all of them now and then, for as long as there is a server.
pub async fn keep_looking(parts: Weak<AppParts>) {
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let Some(parts) = parts.upgrade() else { return };
        look_again(&App(parts), |_| true).await;
    }
}

/// Gives a role a new link: the old one, its cookies and its sockets end.
///
/// # Errors
/// Those of the lobby.
pub async fn renew_link(app: &App, room: &RoomId, role: HostRole) -> Result<FoundRoom, LobbyError> {
    let found = app.lobby.renew_link(room, role).await?;
    tracing::info!(%room, role = role.word(), "a room's link was renewed");
    look_again(app, |pass| pass.room == *room).await;
    Ok(found)
}

/// A session has ended: so do the sockets that rest on it alone.
pub async fn session_ended(app: &App, name: &str) {
    look_again(app, |pass| pass.session.as_deref() == Some(name)).await;
}

/// One look: each room and each session is read once.
struct WatchPass<'a> {
    app: &'a App,
    rooms: HashMap<RoomId, Option<FoundRoom>>,
    sessions: HashMap<String, bool>,
}

impl WatchPass<'_> {
    /// Whether a socket may stay. A room that is gone ends its sockets by itself.
    async fn stands(&mut self, pass: &Pass) -> Result<bool, LobbyError> {
        let lasts = match &pass.session {
            Some(session) => self.lasts(session).await?,
            None => false,
        };
        Ok(self
            .room(&pass.room)
            .await?
            .is_none_or(|found| pass.opens(found, lasts)))
    }

    async fn room(&mut self, id: &RoomId) -> Result<Option<&FoundRoom>, LobbyError> {
        if !self.rooms.contains_key(id) {
            let found = match self.app.lobby.find(id).await {
                Err(LobbyError::Unknown) => None,
                found => Some(found?),
            };
            self.rooms.insert(id.clone(), found);
        }
        Ok(self.rooms[id].as_ref())
    }

    async fn lasts(&mut self, session: &str) -> Result<bool, LobbyError> {
        if let Some(lasts) = self.sessions.get(session) {
            return Ok(*lasts);
        }
        let lasts = sessions::lasts(&self.app.store, session).await?;
        self.sessions.insert(session.to_owned(), lasts);
        Ok(lasts)
    }
}

#[cfg(test)]
mod tests;
