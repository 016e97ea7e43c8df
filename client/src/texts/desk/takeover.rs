//! What stands on a screen that waits for a presenter, and on the phone that gives it a room.

pub use crate::messages::takeover::TakeoverTexts;
