//! A picture in a deck.

use serde::{Deserialize, Serialize};

/// A picture by its address and what it shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Image {
    /// As written in the deck.
    pub source: String,
    /// What it shows, for anyone who can't see it.
    pub alt: String,
}
