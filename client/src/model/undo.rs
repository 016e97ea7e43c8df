//! What is there again once a request was taken back.

use shared::control::ControlAction;
use shared::protocol::view::Screen;

/// What is there again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Back {
    /// A word or answer that was hidden.
    Seen(String),
    /// One that counted as another.
    Apart(String),
    /// What was before a control, by what that did.
    Before(ControlAction),
    /// What the projected page was used for.
    Screen(Screen),
    /// There was nothing left to take back.
    Nothing,
}
