//! Rooms in memory: one task per room that gathers what people send, stores it and folds it.
//!
//! The way of a vote is [`task`]'s. [`handle`] is what everybody else holds; [`registry`] finds or
//! wakes a room; [`fold`] reads one from its journal, [`erase`] takes an answer out of a journal
//! for good; [`allowance`] is how much one participant may send. What a vote means, the core knows;
//! how it is stored, the backend.

pub mod allowance;
pub mod erase;
pub mod fold;
pub mod handle;
pub mod inbox;
pub mod registry;
pub mod task;

pub use allowance::Allowance;
pub use handle::RoomHandle;
pub use inbox::{Ack, SubmitError};
pub use registry::Registry;

#[cfg(test)]
mod tests;
