//! Newtypes for everything that is named by a number or a string, so that none is taken for
//! another.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::limits::KEY_BYTES;

/// Milliseconds since the Unix epoch, UTC, as stamped by the journal.
pub type Millis = u64;

/// A participant's counter of what they sent to one question, from 1.
pub type Revision = u64;

/// Which version of a room's deck: 1 is what it began with.
pub type DeckVersion = u32;

/// How often a question has been begun, from 1.
pub type Round = u32;
/// Which of the controls that were carried out in a room, from 1.
pub type ControlNumber = u64;

/// One of the groups that a room's people are in, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GroupNumber(pub u16);

impl GroupNumber {
    /// Reads what [`Display`](fmt::Display) writes: `3`.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| text.parse().ok().map(Self)).flatten()
    }
}

impl fmt::Display for GroupNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// One of the tablets that people of a room share, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TabletNumber(pub u16);

impl fmt::Display for TabletNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    };
}

name!(
    /// One live run of a deck. Never 8 digits, so that it can't be taken for a join code.
    RoomId
);
name!(
    /// A slide within its deck: letters, digits and `-`.
    SlideId
);
name!(
    /// Made by the sender of something that is added; with the participant it is the idempotency
    /// key.
    Key
);
name!(
    /// One start of one server process; batches are numbered within it.
    ProducerId
);

impl Key {
    /// Reads what a sender made: 1–64 letters, digits and `-`.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        (plain && (1..=KEY_BYTES).contains(&text.len())).then(|| Self(text.to_owned()))
    }
}

/// What one participant submitted, counted within the room from 1 in journal order. Phones know it
/// by another number, of which they can't count: see
/// [`Room::name_on_phones`](crate::room::Room::name_on_phones).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnswerId(pub u64);

impl fmt::Display for AnswerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a{}", self.0)
    }
}

impl AnswerId {
    /// Reads what [`Display`](fmt::Display) writes: `a17`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('a')?;
        let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| digits.parse().ok().map(Self)).flatten()
    }
}

impl Serialize for AnswerId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AnswerId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not an answer id"))
    }
}

/// A participant within one room: a hash of their cookie keyed with that room's key, so that the
/// same person has another id in another room. Written as 32 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParticipantId(pub u128);

/// Before the first of the ids of people without a phone: behind those of who is made up.
const BY_HAND: u128 = 1 << 64;

impl ParticipantId {
    /// Somebody made up to try a room out, by number. Ids of people are hashes: none of them is as
    /// small.
    pub const fn trial(number: u64) -> Self {
        Self(number as u128)
    }

    /// Whether it is one of those.
    pub const fn is_trial(self) -> bool {
        self.0 <= u64::MAX as u128
    }

    /// Somebody without a phone, by their number in a round. They are in nobody's list of people.
    pub const fn by_hand(number: u32) -> Self {
        Self(BY_HAND + number as u128)
    }

    /// The number of one of those.
    pub const fn hand(self) -> Option<u32> {
        match self.0.checked_sub(BY_HAND) {
            Some(number) if number <= u32::MAX as u128 => Some(number as u32),
            _ => None,
        }
    }
}

impl fmt::Display for ParticipantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl Serialize for ParticipantId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ParticipantId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let number = u128::from_str_radix(&text, 16);
        number
            .map(Self)
            .map_err(|_| serde::de::Error::custom("not a participant id"))
    }
}
