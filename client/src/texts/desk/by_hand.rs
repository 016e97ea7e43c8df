//! What the page says on which hosts enter answers.

pub use crate::messages::by_hand::{ByHandTexts, given};
