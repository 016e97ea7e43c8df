//! Rooms in memory: one task per room that gathers what people send, stores it and folds it.
//!
//! The way of a vote is [`task`]'s. [`handle`] is what everybody else holds; [`registry`] finds or
//! wakes a room; [`fold`] reads one from its journal, [`erase`] takes an answer out of a journal
//! for good; [`rate_limit`] is how much one participant may send, [`rude_words`] what of it waits
//! for the moderator. What a vote means, the core knows; how it is stored, the backend.

pub mod erase;
pub mod fold;
pub mod handle;
pub mod inbox;
pub mod merge_suggestions;
pub mod rate_limit;
pub mod registry;
mod rude_words;
pub mod task;

pub use handle::RoomHandle;
pub use inbox::{Ack, SubmitError};
pub use rate_limit::TokenBucket;
pub use registry::Registry;

#[cfg(test)]
mod tests;
