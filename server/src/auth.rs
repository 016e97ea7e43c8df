//! Who may do what. A join code is an address; power comes from the owner's session, the API token,
//! or a room's unguessable link for one role, exchanged for a cookie at once.

pub mod browser;
pub mod identity;
pub mod links;
pub mod owner;
pub mod pass;
pub mod screens;
pub mod sessions;
pub mod watch;

use shared::room::HostRole;

/// What somebody has shown that they may do in one room.
#[derive(Clone, Debug, Default)]
pub struct Rights {
    /// Everything.
    pub owner: bool,
    /// As often as links were followed.
    pub roles: Vec<HostRole>,
}

impl Rights {
    /// Whether they may see the room as that role does. Whoever drives the room may also project
    /// it.
    pub fn may_be(&self, role: HostRole) -> bool {
        let drives = role == HostRole::Stage && self.may_control();
        // Whoever presents sees what a moderator sees.
        let presents = || {
            self.roles
                .iter()
                .any(|role| matches!(role, HostRole::Presenter | HostRole::Remote))
        };
        self.owner
            || self.roles.contains(&role)
            || drives
            || (role == HostRole::Moderator && presents())
    }

    /// Whether everything of the instance is theirs.
    pub fn owns(&self) -> bool {
        self.owner
    }

    /// Whether they may hide and merge what people sent. Every link of the room is enough: what the
    /// stage shows can be hidden where it is seen.
    pub fn may_moderate(&self) -> bool {
        self.owner || !self.roles.is_empty()
    }

    /// Whether they may move the room on. The stage may: its laptop is where the clicker is plugged
    /// in.
    pub fn may_control(&self) -> bool {
        self.owner || self.roles.iter().any(|role| *role != HostRole::Moderator)
    }
}
