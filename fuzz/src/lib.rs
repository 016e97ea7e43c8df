//! What must hold whatever comes in: a module per target, each with one function that takes bytes
//! and panics where it does not hold.
//!
//! They use the core as the server does, without its sockets, disk and clock. The fuzzer itself is
//! in `fuzz_targets/`.

pub mod deck;
pub mod forms;
pub mod frames;
pub mod journal;

mod fuzzed_room;
