//! Load: thousands of phones in one process, what a hall of them costs the server, and the floor to hold that against.
//!
//! Costs are read from the kernel's own accounts of the server's process, never from clocks on the wall: those tell how busy the
//! machine is. Ratios are taken within one run, from rounds that alternate.

mod account;
mod fanout;
mod floor;
mod hall;

pub use account::{Account, raise_descriptors};
pub use fanout::{Fanout, Plan};
pub use floor::{Floor, serve_floor};
pub use hall::Hall;
