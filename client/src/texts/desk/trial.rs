//! What is said of a room that is tried out until it begins.

pub use crate::messages::trial::{TrialTexts, answers, begin_asked};
