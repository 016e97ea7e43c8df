//! A host's page comes to life: it follows its room, takes keys and presses, and tells the room
//! what was asked. What it shows is decided by the view; what a key means, by the stage's keys.

mod browser;
mod characters;
mod console;
mod line;
mod moderating;
mod pointing;
mod questions;
mod remote;
mod requests;
mod stage;
mod waiting;
mod wake_lock;

pub use console::bring_to_life as console;
pub use remote::bring_moderator_to_life as moderator;
pub use remote::bring_questions_to_life as questions;
pub use remote::bring_to_life as remote;
pub use stage::bring_to_life as stage;
pub use waiting::bring_to_life as waiting;
