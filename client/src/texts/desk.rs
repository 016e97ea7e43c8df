//! What organisers read.

pub mod after_page;
pub mod by_hand;
pub mod checkup;
pub mod console;
pub mod date;
pub mod deck;
pub mod editing;
pub mod entrance;
pub mod forms;
pub mod hosts;
pub mod kind;
pub mod mail;
pub mod moderating;
pub mod notice;
pub mod plurals;
pub mod privacy;
pub mod questions;
pub mod removing;
pub mod report;
pub mod results;
pub mod retention;
pub mod room;
pub mod sessions;
pub mod sign_in;
pub mod spreadsheet;
pub mod tablets;
pub mod takeover;
pub mod trial;
pub mod undo;

#[cfg(test)]
mod tests;

/// What stands around every page, and the first page.
pub mod home {
    pub use crate::messages::home::HomeTexts;
}

pub use home::HomeTexts;
