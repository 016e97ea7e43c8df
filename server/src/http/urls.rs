//! Addresses of our own pages and assets.

use client::language::Language;
use client::pages::Assets;
use shared::code::JoinCode;
use shared::host::HostRole;
use shared::ids::{GroupNumber, SlideId};

use super::assets;
use crate::auth::{links, tablet_codes};
use crate::lobby::{FoundRoom, RoomDocument};

/// The stylesheet, script and icon of a page: `phone`, `stage`, `remote`, `checkup` or `desk`. The
/// desk's script is for the line of a problem alone.
pub fn assets(page: &str) -> Assets {
    let script = match page {
        "phone" => assets::url("phone.js"),
        "stage" | "remote" => assets::url("host.js"),
        "checkup" => assets::url("checkup.js"),
        "desk" => assets::url("desk.js"),
        _ => None,
    };
    let bundle = match page {
        "phone" => Some("phone"),
        "stage" | "remote" => Some("host"),
        _ => None,
    };
    let texts = |bundle: &'static str| {
        let address =
            move |language: Language| assets::url(&format!("{bundle}-{}.txt", language.tag()));
        Language::ALL
            .into_iter()
            .filter_map(move |language| Some((language, address(language)?)))
    };
    Assets {
        css: assets::url(&format!(
            "{}.css",
            if matches!(page, "remote" | "checkup") {
                "desk"
            } else {
                page
            }
        ))
        .unwrap_or_default(),
        script,
        texts: bundle.into_iter().flat_map(texts).collect(),
        favicon: assets::url("favicon.svg").unwrap_or_default(),
    }
}

/// The page of a room for participants, at a sequence if one is given.
pub fn room_page(code: &JoinCode, seq: Option<u64>) -> String {
    match seq {
        Some(seq) => format!("/{}?seq={seq}", code.digits()),
        None => format!("/{}", code.digits()),
    }
}

/// The same at a place in a deck that everybody goes through by themselves, once the room has come
/// to that record, and whether an answer was stored with it.
pub fn own_pace_page(code: &JoinCode, slide: &SlideId, seq: u64, saved: bool) -> String {
    let saved = if saved { "&saved=1" } else { "" };
    format!("/{}?slide={slide}&seq={seq}{saved}", code.digits())
}

/// The same by the code of a group.
pub fn group_page(code: &JoinCode, group: GroupNumber) -> String {
    format!("/{}?g={group}", code.digits())
}

/// Where a device becomes a tablet that a table shares, of a group if one is given.
pub fn tablet_page(room: &RoomDocument, renewed: u32, group: Option<GroupNumber>) -> String {
    let secret = tablet_codes::secret(room, renewed);
    let page = format!("/{}/tablet/{secret}", room.code.digits());
    match group {
        Some(group) => format!("{page}?g={group}"),
        None => page,
    }
}

/// The page of a role in a room.
pub fn role_page(found: &FoundRoom, role: HostRole) -> String {
    let page = match role {
        HostRole::Presenter => "console",
        HostRole::Speaker => "qa",
        HostRole::Stage | HostRole::Remote | HostRole::Moderator => role.word(),
    };
    format!("/rooms/{}/{page}", found.id)
}

/// Where a room is joined.
pub fn join_url(base: &str, code: &JoinCode) -> String {
    format!("{base}{}", room_page(code, None))
}

/// A room's link for a role; whoever opens it holds that.
pub fn role_url(base: &str, found: &FoundRoom, role: HostRole) -> String {
    format!("{base}{}", links::path(found, role))
}
