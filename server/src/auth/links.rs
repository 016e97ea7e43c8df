//! A room's links for one role each. The cookie that a link is exchanged for holds a proof that
//! depends on the link's secret: revoking the link ends the cookie too.

use shared::host::HostRole;
use shared::ids::RoomId;

use super::HeldRole;
use crate::lobby::FoundRoom;

/// All roles that have a link.
pub const ROLES: [HostRole; 5] = [
    HostRole::Stage,
    HostRole::Presenter,
    HostRole::Remote,
    HostRole::Moderator,
    HostRole::Speaker,
];

/// The role of a word in an address.
pub fn role(word_in_address: &str) -> Option<HostRole> {
    ROLES
        .into_iter()
        .find(|role| role.word() == word_in_address)
}

/// The name of the cookie that holds a role in a room.
pub fn cookie_name(room: &RoomId, role: HostRole) -> String {
    format!("peil_{}_{}", role.word(), room)
}

/// The room of a cookie that holds a role, by the cookie's name.
pub fn room_in(cookie: &str) -> Option<RoomId> {
    let (word, room) = cookie.strip_prefix("peil_")?.split_once('_')?;
    role(word).map(|_| RoomId::from(room))
}

/// The path of a link; whoever opens it holds the role.
pub fn path(found: &FoundRoom, role: HostRole) -> String {
    format!(
        "/rooms/{}/enter/{}/{}",
        found.id,
        role.word(),
        found.document.links.of(role)
    )
}

/// Whether a secret from an address opens that role.
pub fn opens(found: &FoundRoom, role: HostRole, secret: &str) -> bool {
    same(found.document.links.of(role), secret)
}

/// What the cookie of a role holds: which of the browsers it is that followed its links, and what
/// proves both.
pub fn proof(found: &FoundRoom, role: HostRole, number: u32) -> String {
    let of_browser = seal(found, role, &format!("{}.{number}", found.id));
    format!("{number}.{of_browser}")
}

/// The role that a cookie's value proves, if it does. One that was given before browsers were
/// numbered has no number.
pub fn proven(found: &FoundRoom, role: HostRole, value: &str) -> Option<HeldRole> {
    let Some((number, _)) = value.split_once('.') else {
        let right = same(&seal(found, role, found.id.as_str()), value);
        return right.then_some(HeldRole { role, number: None });
    };
    let number = number.parse().ok()?;
    same(&proof(found, role, number), value).then_some(HeldRole {
        role,
        number: Some(number),
    })
}

fn seal(found: &FoundRoom, role: HostRole, text: &str) -> String {
    let key = blake3::derive_key(
        "peil role cookie v1",
        found.document.links.of(role).as_bytes(),
    );
    blake3::keyed_hash(&key, text.as_bytes())
        .to_hex()
        .to_string()
}

/// Compares secrets in a time that does not tell where they differ.
pub fn same(a: &str, b: &str) -> bool {
    blake3::hash(a.as_bytes()) == blake3::hash(b.as_bytes())
}
