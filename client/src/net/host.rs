//! A host's page comes to life: it follows its room over a socket, takes keys and presses, and tells the room
//! what was asked. What it shows is decided by the view; what a key means, by the stage's keys.

pub mod retry;

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "hydrate")]
mod orders;
#[cfg(feature = "hydrate")]
mod remote;
#[cfg(feature = "hydrate")]
mod socket;

#[cfg(feature = "hydrate")]
mod stage;

#[cfg(feature = "hydrate")]
pub use remote::bring_to_life as remote;
#[cfg(feature = "hydrate")]
pub use stage::bring_to_life as stage;
