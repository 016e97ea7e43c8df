//! A participant's identity: 128 random bits in a cookie, and per room a keyed hash of it, so that the
//! same phone has another id in another room and none of them leads back to the cookie.

use shared::ids::ParticipantId;

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
        let key = blake3::derive_key("peil participant id v1", room.key.as_bytes());
        let hash = blake3::keyed_hash(&key, self.0.as_bytes());
        let first: [u8; 16] = hash.as_bytes()[..16].try_into().expect("a hash has 32 bytes");
        ParticipantId(u128::from_be_bytes(first))
    }
}

impl Default for Identity {
    fn default() -> Self {
        Self::new()
    }
}
