//! An address as mail is sent to it, and by what it is known where nobody may read it.

use std::str::FromStr;

use lettre::Address;

use crate::lobby::RoomDocument;

/// Hexadecimal digits of what an address is known by.
const HASH_DIGITS: usize = 32;

/// An address that mail can be sent to: trimmed, its domain in small ASCII letters. What stands
/// before the `@` stays as it was typed: only its server knows what that means.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Recipient(Address);

impl Recipient {
    /// From what somebody typed; nothing where no mail could be sent to that.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        if typed.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return None;
        }
        let (local, domain) = typed.rsplit_once('@')?;
        let domain = idna::domain_to_ascii(domain).ok()?;
        Address::from_str(&format!("{local}@{domain}"))
            .ok()
            .map(Self)
    }

    /// As it goes over the wire.
    pub fn address(&self) -> &Address {
        &self.0
    }

    /// Whether it needs a server that takes other letters than those of ASCII.
    pub fn is_international(&self) -> bool {
        !self.0.user().is_ascii()
    }

    /// What it is known by in a room; it leads nowhere once the room's key is gone.
    pub fn in_room(&self, room: &RoomDocument) -> String {
        hash(&in_room_key(room), self.0.as_ref())
    }
}

/// What an address that no mail can be sent to is known by in a room.
pub fn unusable_in_room(typed: &str, room: &RoomDocument) -> String {
    hash(&in_room_key(room), typed)
}

fn in_room_key(room: &RoomDocument) -> [u8; 32] {
    blake3::derive_key("peil mail recipient v1", room.key.as_bytes())
}

/// A keyed hash, as it stands in names of documents.
pub(super) fn hash(key: &[u8; 32], text: &str) -> String {
    blake3::keyed_hash(key, text.as_bytes()).to_hex()[..HASH_DIGITS].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: Option<&str>) {
        let parsed = Recipient::parse(typed);
        let address = parsed
            .as_ref()
            .map(|recipient| recipient.address().to_string());
        assert_eq!(address.as_deref(), expected, "{typed:?}");
    }

    #[test]
    fn one_address_is_one_however_it_was_typed() {
        check("anna@example.org", Some("anna@example.org"));
        check("  anna@Example.ORG\t", Some("anna@example.org"));
        check("Anna@example.org", Some("Anna@example.org"));
        check(
            "anna+verslag@bücher.example",
            Some("anna+verslag@xn--bcher-kva.example"),
        );
        check("anna@BÜCHER.example", Some("anna@xn--bcher-kva.example"));
        check("zoë@example.org", Some("zoë@example.org"));
        assert!(
            Recipient::parse("zoë@example.org")
                .unwrap()
                .is_international()
        );
        assert!(
            !Recipient::parse("a@bücher.example")
                .unwrap()
                .is_international()
        );
    }

    #[test]
    fn nothing_goes_into_a_line_that_would_end_it() {
        for typed in [
            "",
            "anna",
            "anna@",
            "@example.org",
            "anna@example.org\r\nBcc: bob@example.org",
            "anna\n@example.org",
            "anna@exam\rple.org",
            "an na@example.org",
            "anna@example.org> NOTIFY=NEVER",
            "Anna <anna@example.org>",
            "anna@example.org,bob@example.org",
            "anna@ex\u{0}ample.org",
            "anna\u{2028}@example.org",
        ] {
            check(typed, None);
        }
    }
}
