//! A participant's identity: 128 random bits in a cookie, and per room a keyed hash of it, so that the
//! same phone has another id in another room and none of them leads back to the cookie.

use shared::event::Event;
use shared::ids::ParticipantId;
use shared::room::Room;

use crate::chance;
use crate::lobby::{RoomDocument, hex};

/// The cookie's name.
pub const COOKIE: &str = "peil_id";
/// How long a browser keeps it, in seconds: 30 days, as long as a code is valid.
pub const MAX_AGE_SECONDS: u64 = 30 * 86_400;

/// What the cookie holds: 32 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity(String);

impl Identity {
    /// Nobody that was seen before.
    pub fn new() -> Self {
        Self(hex(&chance::key()[..16]))
    }

    /// Reads a cookie's value. Anything else than 32 hexadecimal digits is no identity.
    pub fn parse(value: &str) -> Option<Self> {
        let valid = value.len() == 32 && value.bytes().all(|b| b.is_ascii_hexdigit() && !b.is_ascii_uppercase());
        valid.then(|| Self(value.to_owned()))
    }

    /// The cookie's value.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Who this is in a room: BLAKE3 keyed with the room's key, cut to 128 bits.
    pub fn in_room(&self, room: &RoomDocument) -> ParticipantId {
        keyed(room, &self.0)
    }

    /// Who this is in a room now. Whoever was removed is somebody else there, by the same cookie and in that room alone: the first of
    /// their ids, the one after it, and so on, that was not removed.
    pub fn now_in_room(&self, document: &RoomDocument, room: &Room) -> Who {
        let mut who = Who::from(self.in_room(document));
        let mut times = 0;
        while room.people.is_removed(who.participant) {
            times += 1;
            let participant = keyed(document, &format!("{}/{times}", self.0));
            who = Who { participant, instead_of: Some(who.participant) };
        }
        who
    }
}

fn keyed(room: &RoomDocument, text: &str) -> ParticipantId {
    let key = blake3::derive_key("peil participant id v1", room.key.as_bytes());
    let hash = blake3::keyed_hash(&key, text.as_bytes());
    let first: [u8; 16] = hash.as_bytes()[..16].try_into().expect("a hash has 32 bytes");
    ParticipantId(u128::from_be_bytes(first))
}

/// Who somebody is in a room, and who they were there before they were removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Who {
    pub participant: ParticipantId,
    pub instead_of: Option<ParticipantId>,
}

impl From<ParticipantId> for Who {
    fn from(participant: ParticipantId) -> Self {
        Self { participant, instead_of: None }
    }
}

impl Who {
    /// Whether they were removed and have not joined again.
    pub fn is_away(&self, room: &Room) -> bool {
        self.instead_of.is_some() && room.people.find(self.participant).is_none()
    }

    /// What is stored when they join.
    pub fn joining(self) -> Event {
        let Self { participant, instead_of } = self;
        match instead_of {
            Some(instead_of) => Event::JoinedAgain { participant, instead_of },
            None => Event::Joined { participant },
        }
    }
}

impl Default for Identity {
    fn default() -> Self {
        Self::new()
    }
}
