//! What the page of one deck says.

pub use crate::messages::deck::DeckTexts;
