//! Who may do what. A join code is an address; power comes from the owner's session, the API token,
//! or a room's unguessable link for one role, exchanged for a cookie at once.

pub mod browser;
pub mod identity;
pub mod links;
pub mod owner;
pub mod pass;
pub mod screens;
pub mod sessions;
pub mod tablet_codes;
pub mod watch;

use shared::host::{Actor, HostRole};

/// What somebody has shown that they may do in one room.
#[derive(Clone, Debug, Default)]
pub struct Rights {
    /// Everything.
    pub owner: bool,
    /// As often as links were followed.
    pub roles: Vec<HeldRole>,
    /// As whom they act; nobody where they may do nothing.
    pub actor: Option<Actor>,
}

/// A role that a cookie proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldRole {
    pub role: HostRole,
    /// Which of the browsers that followed its links; none of one that did so before they were
    /// numbered.
    pub number: Option<u32>,
}

/// Of several links, whoever leads acts by the one they lead by.
const FIRST_ACTS: [HostRole; 5] = [
    HostRole::Presenter,
    HostRole::Remote,
    HostRole::Moderator,
    HostRole::Stage,
    HostRole::Speaker,
];

impl Rights {
    /// Those of an owner, who acts as that, or of whoever holds these roles.
    pub fn of(owner: Option<Actor>, roles: Vec<HeldRole>) -> Self {
        let held = |role: &HostRole| roles.iter().find(|held| held.role == *role);
        let link = FIRST_ACTS.iter().find_map(held).map(|held| Actor::Link {
            role: held.role,
            number: held.number,
        });
        Self {
            owner: owner.is_some(),
            actor: owner.or(link),
            roles,
        }
    }

    fn holds(&self, role: HostRole) -> bool {
        self.roles.iter().any(|held| held.role == role)
    }

    /// Whether they may see the room as that role does. Whoever drives the room may also project
    /// it.
    pub fn may_be(&self, role: HostRole) -> bool {
        let drives = role == HostRole::Stage && self.may_control();
        // Whoever presents sees what a moderator sees, and who moderates what a speaker sees.
        let presents = || self.holds(HostRole::Presenter) || self.holds(HostRole::Remote);
        let sees = match role {
            HostRole::Moderator => presents(),
            HostRole::Speaker => presents() || self.holds(HostRole::Moderator),
            HostRole::Stage | HostRole::Presenter | HostRole::Remote => false,
        };
        self.owner || self.holds(role) || drives || sees
    }

    /// As whom they see the questions to the speakers, if they may.
    pub fn qa_role(&self) -> HostRole {
        if self.may_be(HostRole::Moderator) {
            HostRole::Moderator
        } else {
            HostRole::Speaker
        }
    }

    /// Whether everything of the instance is theirs.
    pub fn owns(&self) -> bool {
        self.owner
    }

    /// Whether they may hide and merge what people sent. Every link of the room but a speaker's is
    /// enough: what the stage shows can be hidden where it is seen.
    pub fn may_moderate(&self) -> bool {
        let moderates = |held: &HeldRole| held.role != HostRole::Speaker;
        self.owner || self.roles.iter().any(moderates)
    }

    /// Whether they may move the room on. The stage may: its laptop is where the clicker is plugged
    /// in.
    pub fn may_control(&self) -> bool {
        let leads = |held: &HeldRole| match held.role {
            HostRole::Stage | HostRole::Presenter | HostRole::Remote => true,
            HostRole::Moderator | HostRole::Speaker => false,
        };
        self.owner || self.roles.iter().any(leads)
    }
}
