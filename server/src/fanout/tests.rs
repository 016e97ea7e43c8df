//! The fan-out without sockets: what it shows and when, and what arrives at the other end of a line
//! that is slow, stuck or cut.

mod crowd;
pub mod page;
pub mod room_fixture;
mod sweep;
mod writers;
