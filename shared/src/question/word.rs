//! A short text that counts by its key.

use serde::{Deserialize, Serialize};

/// A short text with the key by which it is the same as another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// See [`word_key`](crate::text::word_key).
    pub key: String,
    /// As it was typed.
    pub text: String,
}
