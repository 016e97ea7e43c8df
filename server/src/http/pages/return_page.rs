//! The page that a host's form came from and leads back to: its field `back` says which.

use axum::response::Html;
use client::pages;
use client::views::desk::remote::RemoteState;
use shared::host::HostRole;
use shared::ids::RoomId;
use shared::question::Fields;

use super::desk::{room_page, room_state};
use super::host_state::{console_state, remote_state};
use crate::App;
use crate::http::failure::Failure;
use crate::http::rights::{Role, RoomRole};
use crate::http::urls;

/// A page with forms of a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReturnPage {
    Remote,
    Console,
    /// The room's page at the desk: the console, and what an organiser has besides.
    Desk,
    Moderator,
    /// The questions to the speakers.
    Questions,
}

impl ReturnPage {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Remote,
        Self::Console,
        Self::Desk,
        Self::Moderator,
        Self::Questions,
    ];

    /// The page that a form names, if it names one.
    pub fn of(fields: &Fields) -> Option<Self> {
        let back = fields.first("back")?;
        Self::ALL.into_iter().find(|page| page.word() == back)
    }

    /// Its name in a form.
    pub fn word(self) -> &'static str {
        match self {
            Self::Remote => "remote",
            Self::Console => "console",
            Self::Desk => "desk",
            Self::Moderator => "moderator",
            Self::Questions => "qa",
        }
    }

    /// Where it is.
    pub fn address(self, room: &RoomId) -> String {
        match self {
            Self::Desk => format!("/desk/rooms/{room}"),
            _ => format!("/rooms/{room}/{}", self.word()),
        }
    }

    /// The page as it is now, with something to say on it first. Whoever may not see that page gets
    /// the remote.
    ///
    /// # Errors
    /// Where the room can't be read.
    pub fn again<R: Role>(
        self,
        role: &RoomRole<R>,
        app: &App,
        say: impl FnOnce(&mut RemoteState),
    ) -> Result<Html<String>, Failure> {
        let RoomRole {
            caller,
            found,
            handle,
            rights,
            ..
        } = role;
        if self == Self::Desk && rights.owns() {
            let mut state = room_state(app, found, handle, caller)?;
            say(&mut state.leading);
            return Ok(room_page(&state));
        }
        let leads = matches!(self, Self::Console | Self::Desk);
        let assets = urls::assets("remote");
        if leads && rights.may_be(HostRole::Presenter) {
            let mut state = console_state(app, caller, (found, handle), rights)?;
            say(&mut state);
            return Ok(Html(pages::host::console(&assets, &state)));
        }
        let mut state = remote_state(role, app)?;
        say(&mut state);
        Ok(Html(pages::host::remote(&assets, &state)))
    }
}
