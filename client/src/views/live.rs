//! What every host's page knows only once it is alive: the time, the connection, and what the room
//! refused. What a page knows besides stands with that page, in a state that has this one.
//!
//! On the server all of them are as their `default` says, and so they are at the moment a page
//! comes to life.

use shared::ids::Millis;

/// What every host's page knows only once it is alive.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HostLiveState {
    /// Whether scripts run.
    pub alive: bool,
    /// Whether the room can't be reached.
    pub lost: bool,
    /// The time, by the server's clock as far as the page knows it.
    pub now: Option<Millis>,
    /// A code of what went wrong with the last order.
    pub refused: Option<String>,
}

impl HostLiveState {
    /// The room is in reach again: what failed because it was not is no longer true.
    pub fn reached(&mut self) {
        self.refused = self.refused.take().filter(|_| !self.lost);
        self.lost = false;
    }
}
