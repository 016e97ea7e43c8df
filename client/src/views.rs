//! The pages of each role, as components: state in, markup out, the same on the server and in the
//! browser.

pub mod desk;
pub mod join;
pub mod message;
pub mod participant;
pub mod stage;
