//! What stands where hosts moderate and answer questions to the speakers.

pub use crate::messages::questions::{QuestionsTexts, meant_for};
