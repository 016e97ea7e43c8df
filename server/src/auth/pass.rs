//! What somebody showed to follow a room in a role, kept for as long as their socket is open: what
//! it rests on may end before.

use shared::host::{Actor, HostRole};
use shared::ids::RoomId;

use super::{Rights, links};
use crate::lobby::FoundRoom;

/// What a host's socket rests on.
#[derive(Debug)]
pub struct Pass {
    pub room: RoomId,
    pub role: HostRole,
    /// The API's token.
    pub token: bool,
    /// The owner's session, by its name.
    pub session: Option<String>,
    /// What cookies held for a role.
    pub proofs: Vec<(HostRole, String)>,
}

impl Pass {
    /// Whether it opens that role in the room as it was found, as the same cookies would.
    pub fn opens(&self, found: &FoundRoom, session_lasts: bool) -> bool {
        let roles = self.proofs.iter();
        let roles = roles.filter_map(|(role, value)| links::proven(found, *role, value));
        let owner = (self.token || session_lasts).then_some(Actor::Owner);
        Rights::of(owner, roles.collect()).may_be(self.role)
    }
}
