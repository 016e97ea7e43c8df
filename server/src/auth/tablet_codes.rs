//! The secret in the code by which a device becomes a tablet that a table shares. It is made from
//! the room's key and from how often the codes were made anew: what was printed before ends then.

use crate::auth::links::same;
use crate::lobby::RoomDocument;

/// Hexadecimal digits of a secret.
const DIGITS: usize = 32;

/// The secret of a room's codes.
pub fn secret(room: &RoomDocument, renewed: u32) -> String {
    let key = blake3::derive_key("peil tablet code v1", room.key.as_bytes());
    let hash = blake3::keyed_hash(&key, renewed.to_string().as_bytes());
    hash.to_hex()[..DIGITS].to_owned()
}

/// Whether a secret from an address is that.
pub fn opens(room: &RoomDocument, renewed: u32, brought: &str) -> bool {
    same(&secret(room, renewed), brought)
}
