//! What a room knows of the content of a form.

use serde::{Deserialize, Serialize};

/// 32 hexadecimal digits of a keyed hash over what somebody filled in. The key is kept with that,
/// so whoever reads a journal alone can't try out what it may have been.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FormMac(String);

impl FormMac {
    /// From the first 16 bytes of a hash.
    pub fn of(hash: u128) -> Self {
        Self(format!("{hash:032x}"))
    }

    /// Its digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
