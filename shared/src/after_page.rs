//! The page on which people read afterwards what came out of a room: where it is, and until when.

use serde::{Deserialize, Serialize};

use crate::ids::Millis;

/// Where a page is that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AfterPageLink {
    /// The last part of its address: `groepenwerkplaats-28-nov`.
    pub slug: String,
    /// The last day on which it is open, where the organiser lives: `2026-12-28`.
    pub day: String,
    /// The end of that day.
    pub until: Millis,
}

impl AfterPageLink {
    /// Its path.
    pub fn path(&self) -> String {
        path(&self.slug)
    }
}

/// The path of the page of that name.
pub fn path(slug: &str) -> String {
    format!("/p/{slug}")
}
