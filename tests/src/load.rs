//! Load: thousands of phones in one process, what a hall of them costs the server, and the floors
//! to hold that against.
//!
//! Costs are read from the kernel's own accounts of the server's process, never from clocks on the
//! wall: those tell how busy the machine is. Ratios are taken within one run, from rounds that
//! alternate.

mod account;
mod afterwards;
mod arrival;
mod bar;
mod bench;
mod child_process;
mod crowd;
mod echo_clients;
mod fanout;
mod figures;
mod floor;
mod guesser;
mod picture;
mod silence;
mod stage;
mod voter;

pub use account::{Account, raise_descriptors};
pub use arrival::{Arrival, arrive};
pub use bench::{Plan, bench};
pub use child_process::ChildProcess;
pub use echo_clients::serve_echo_clients;
pub use figures::{Figures, Percentile, TargetRow};
pub use floor::{serve_echo, serve_floor};
pub use guesser::{Guessed, Guesser};
pub use picture::{delays, targets};
pub use silence::{Silence, SilenceReport, serve_silence};
pub use voter::{option_of, vote};
