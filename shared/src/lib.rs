//! The core of peil: what a deck is, what an answer is, and how a room adds them up.
//!
//! Pure by construction: nothing here knows a clock, randomness, a socket or a disk. Time, ids and
//! bytes come in as arguments, so that a room folded twice from the same journal is the same room.
#![warn(missing_docs)]

pub mod after_page;
pub mod cloud;
pub mod code;
pub mod control;
pub mod deck;
pub mod event;
pub mod groups;
pub mod host;
pub mod ids;
pub mod image;
pub mod instant;
mod languages;
pub mod lettering;
pub mod limits;
pub mod phase;
pub mod protocol;
pub mod publish;
pub mod question;
pub mod refusal;
pub mod report;
pub mod room;
pub mod rules;
pub mod text;
