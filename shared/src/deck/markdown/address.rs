//! Which addresses a deck may send somebody to, or load something from.

use pulldown_cmark::LinkType;

/// Whether pages show a picture of that address: it is of this site, or within the deck itself.
/// Anything else would tell a third party who is in the room.
pub fn shows_image(source: &str) -> bool {
    is_own_path(source) || is_image_data(source)
}

/// The address of a link, if it is one that a page may have: the web or e-mail.
pub(super) fn link(kind: LinkType, address: &str) -> Option<String> {
    let address = match kind {
        LinkType::Email => format!("mailto:{address}"),
        _ => address.to_owned(),
    };
    let (scheme, _) = address.split_once(':')?;
    let known = ["http", "https", "mailto"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known));
    (known && !address.contains(char::is_control)).then_some(address)
}

/// `/…`, but not `//host/…` or what browsers take for it.
fn is_own_path(source: &str) -> bool {
    let plain = !source.contains(|c: char| c.is_control() || c == '\\');
    plain && source.starts_with('/') && !source.starts_with("//")
}

fn is_image_data(source: &str) -> bool {
    const TYPES: [&str; 4] = ["png", "jpeg", "gif", "webp"];
    let data = source
        .strip_prefix("data:image/")
        .and_then(|rest| rest.split_once(";base64,"));
    data.is_some_and(|(kind, data)| {
        let base64 = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=');
        TYPES.contains(&kind) && !data.is_empty() && data.bytes().all(base64)
    })
}
