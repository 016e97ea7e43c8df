//! The pages of each role, as components: state in, markup out, the same on the server and in the
//! browser.

use serde::{Deserialize, Serialize};

pub mod after_page;
pub mod desk;
pub mod join;
pub mod live;
pub mod message;
pub mod participant;
pub mod stage;
pub mod tablet;

/// The state of a page that the hosts' script brings to life.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "page", rename_all = "snake_case")]
pub enum HostPage {
    /// The projected page, and those like it.
    Stage(Box<stage::StageState>),
    /// A screen that waits for its room.
    Waiting(Box<desk::takeover::WaitingScreen>),
    /// The page from which the room is led.
    Console(Box<desk::remote::RemoteState>),
    /// The presenter's phone.
    Remote(Box<desk::remote::RemoteState>),
    /// The moderator's page.
    Moderator(Box<desk::remote::RemoteState>),
    /// The questions to the speakers, for who moderates or answers them.
    Questions(Box<desk::remote::RemoteState>),
}
