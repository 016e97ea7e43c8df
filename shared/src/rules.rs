//! Under which version of validation and normalisation a room began. It keeps it to its end: the
//! keys of its words are stored, and an upgrade in the middle of an event must change no figure.

use serde::{Deserialize, Serialize};

/// A version of the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub enum Rules {
    /// Words match by NFKC and case; a text has bounded clusters, bytes and marks.
    First = 1,
    /// Words match also where they differ by what nobody sees or by their dashes; a text has
    /// bounded scalar values.
    Second = 2,
}

impl Rules {
    /// What new rooms begin under.
    pub const LATEST: Self = Self::Second;

    /// Of a room whose journal names none: it was made before there were others.
    pub fn first() -> Self {
        Self::First
    }

    /// Whether that is [`Rules::First`].
    pub fn is_first(&self) -> bool {
        *self == Self::First
    }

    /// The same as [`Rules::LATEST`].
    pub fn latest() -> Self {
        Self::LATEST
    }

    /// Whether that is [`Rules::LATEST`].
    pub fn is_latest(&self) -> bool {
        *self == Self::LATEST
    }

    /// Its number, as it is stored.
    pub const fn number(self) -> u16 {
        self as u16
    }
}

impl From<Rules> for u16 {
    fn from(rules: Rules) -> Self {
        rules.number()
    }
}

impl TryFrom<u16> for Rules {
    type Error = UnknownRules;

    fn try_from(number: u16) -> Result<Self, UnknownRules> {
        match number {
            1 => Ok(Self::First),
            2 => Ok(Self::Second),
            _ => Err(UnknownRules),
        }
    }
}

/// Rules of a later version than this program's. A room under them is not played by others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownRules;

impl std::fmt::Display for UnknownRules {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("these rules are of a later version")
    }
}
