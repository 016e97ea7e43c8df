//! What is said of how long the answers of a room are kept.

pub use crate::messages::retention::{RetentionTexts, answers_end, answers_ended, forms_end};
