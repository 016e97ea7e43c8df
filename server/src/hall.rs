//! The hall: a view goes in, and every socket of the room gets it. A slow socket costs nothing: when it is
//! ready it finds the newest view, never a queue of old ones.
//!
//! Knows rooms and their views, and neither HTTP nor frames of participants. [`board`] decides whether there is
//! something new to show, [`gathering`] is one room's share of the hall, [`pace`] how often it shows.

use std::sync::Arc;
use std::time::Duration;

use dashmap::DashMap;
use shared::ids::RoomId;
use tokio::sync::watch;
use tokio_util::task::TaskTracker;

use crate::room::RoomHandle;

mod board;
mod gathering;
mod pace;
mod presence;

#[cfg(test)]
mod tests;

pub use board::{Audience, View};
pub use gathering::{Gathering, Seat, Shown};

/// How long a stop waits for sockets to say goodbye.
const GOODBYE: Duration = Duration::from_secs(8);

/// All rooms that somebody looks at.
pub struct Hall {
    gatherings: DashMap<RoomId, Arc<Gathering>>,
    stopping: watch::Sender<bool>,
    sockets: TaskTracker,
}

impl Default for Hall {
    fn default() -> Self {
        Self { gatherings: DashMap::new(), stopping: watch::Sender::new(false), sockets: TaskTracker::new() }
    }
}

impl Hall {
    /// A room's share of the hall. The room must be loaded.
    pub fn of(self: &Arc<Self>, id: &RoomId, handle: &RoomHandle) -> Arc<Gathering> {
        let begin = || {
            let gathering = Arc::new(Gathering::new(handle.clone()));
            tokio::spawn(pace::run(self.clone(), id.clone(), gathering.clone()));
            gathering
        };
        let mut slot = self.gatherings.entry(id.clone()).or_insert_with(begin);
        // A room that was read again has another handle: what follows the old one is over.
        if slot.is_over() {
            *slot = begin();
        }
        slot.clone()
    }

    /// How many people are in a room now.
    pub fn present(&self, id: &RoomId) -> u64 {
        self.gatherings.get(id).map_or(0, |gathering| gathering.around().present)
    }

    /// Runs a socket's task, which a stop waits for.
    pub fn run(&self, socket: impl Future<Output = ()> + Send + 'static) {
        self.sockets.spawn(socket);
    }

    /// Becomes true when the server stops.
    pub fn stopping(&self) -> watch::Receiver<bool> {
        self.stopping.subscribe()
    }

    /// Tells every socket that the server stops, and waits until they are closed, within a bound.
    pub async fn drain(&self) {
        self.stopping.send_replace(true);
        self.sockets.close();
        if tokio::time::timeout(GOODBYE, self.sockets.wait()).await.is_err() {
            tracing::warn!(sockets = self.sockets.len(), "some sockets were cut: they did not take their goodbye");
        }
    }

    /// Lets go of a room that nobody looks at; whether nobody did.
    fn leave(&self, id: &RoomId, gathering: &Arc<Gathering>) -> bool {
        // One is the map's, one its own task's. Taking a seat makes a third under the same lock.
        let gone =
            self.gatherings.remove_if(id, |_, here| Arc::ptr_eq(here, gathering) && Arc::strong_count(here) <= 2);
        gone.is_some()
    }
}
