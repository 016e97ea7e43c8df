//! The fan-out: a view goes in, and every socket of the room gets it. A slow socket costs nothing:
//! when it is ready it finds the newest view, never a queue of old ones.
//!
//! Knows rooms and their views, and neither HTTP nor frames of participants. [`view_cache`] decides
//! whether there is something new to show, [`hub`] is the hub of one room, [`throttle`] how often
//! it shows. A [`socket_writer`] is what goes out to one socket, [`subscribers`] are many of them,
//! and `broadcast` writes one view to all of those.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock, Weak};
use std::time::Duration;

use dashmap::DashMap;
use shared::ids::RoomId;
use shared::protocol::Closing;
use shared::protocol::view::WaitingCounts;
use tokio::time::Instant;
use tokio_util::task::TaskTracker;

use crate::auth::pass::Pass;
use crate::room::RoomHandle;

pub mod frame;

mod broadcast;
mod hub;
mod presence;
mod socket_writer;
mod subscribers;
mod subscription;
mod throttle;
mod view_cache;

#[cfg(test)]
pub mod tests;

pub use hub::{RoomHub, group_frame};
pub use socket_writer::{ByteSink, PING_EVERY, SocketWriter};
pub use subscription::Subscription;
pub use view_cache::{View, ViewKind, with_day_in_words};

/// How long a stop waits for sockets to say goodbye.
const GOODBYE: Duration = Duration::from_secs(8);
/// How often every socket is looked after.
const SWEEP_EVERY: Duration = Duration::from_secs(1);

/// All rooms that somebody looks at.
#[derive(Default)]
pub struct Fanout {
    hubs: DashMap<RoomId, Arc<RoomHub>>,
    stopping: AtomicBool,
    sockets: TaskTracker,
    sweeping: OnceLock<()>,
}

impl Fanout {
    /// A room's hub. The room must be loaded.
    pub fn of(self: &Arc<Self>, id: &RoomId, handle: &RoomHandle) -> Arc<RoomHub> {
        self.sweeping
            .get_or_init(|| drop(tokio::spawn(sweep(Arc::downgrade(self)))));
        let begin = || {
            // What it shows is asked for by nobody.
            let hub = Arc::new(RoomHub::new(handle.on_behalf_of(None)));
            tokio::spawn(throttle::run(self.clone(), id.clone(), hub.clone()));
            hub
        };
        let mut slot = self.hubs.entry(id.clone()).or_insert_with(begin);
        // A room that was read again has another handle: what follows the old one is over.
        if slot.is_over() {
            *slot = begin();
        }
        // Under the map's lock: a stop goes over the map after it has begun, and meets this one or
        // is met here.
        if self.stopping.load(Ordering::SeqCst) {
            slot.end(Closing::GoingAway);
        }
        slot.clone()
    }

    /// How many people are in a room now.
    pub fn present(&self, id: &RoomId) -> u64 {
        self.hubs.get(id).map_or(0, |hub| hub.around().present)
    }

    /// The sockets of all hosts, with what they rest on.
    pub fn held(&self) -> Vec<(Arc<SocketWriter>, Arc<Pass>)> {
        self.all().iter().flat_map(|hub| hub.held()).collect()
    }

    /// Tells the hosts of a room who waits to join it, where anybody looks at it.
    pub fn tell_waiting(&self, id: &RoomId, waiting: Option<WaitingCounts>) {
        // The map's lock is held for no longer than it takes to find it.
        let hub = self.hubs.get(id).map(|hub| hub.clone());
        hub.iter().for_each(|hub| hub.tell_waiting(waiting));
    }

    /// Runs a socket's task, which a stop waits for.
    pub fn run(&self, socket: impl Future<Output = ()> + Send + 'static) {
        self.sockets.spawn(socket);
    }

    /// Tells every socket that the server stops, and waits until they are closed, within a bound.
    pub async fn drain(&self) {
        self.stopping.store(true, Ordering::SeqCst);
        self.hubs.iter().for_each(|hub| hub.end(Closing::GoingAway));
        self.sockets.close();
        if tokio::time::timeout(GOODBYE, self.sockets.wait())
            .await
            .is_err()
        {
            tracing::warn!(
                sockets = self.sockets.len(),
                "some sockets were cut: they did not take their goodbye"
            );
        }
    }

    fn all(&self) -> Vec<Arc<RoomHub>> {
        self.hubs.iter().map(|hub| hub.clone()).collect()
    }

    /// Lets go of a room that nobody looks at; whether nobody did.
    fn leave(&self, id: &RoomId, hub: &Arc<RoomHub>) -> bool {
        // One is the map's, one its own task's. A subscription makes a third under the same lock.
        let gone = self.hubs.remove_if(id, |_, here| {
            Arc::ptr_eq(here, hub) && Arc::strong_count(here) <= 2
        });
        gone.is_some()
    }
}

/// Looks after all sockets, for as long as there is a fan-out: no socket has a timer of its own.
async fn sweep(fanout: Weak<Fanout>) {
    loop {
        tokio::time::sleep(SWEEP_EVERY).await;
        let Some(hubs) = fanout.upgrade().map(|fanout| fanout.all()) else {
            return;
        };
        look_after(hubs, Instant::now()).await;
    }
}

/// Asks whoever is due whether they are there, and gives up on who takes or says nothing, as of
/// that moment.
async fn look_after(hubs: Vec<Arc<RoomHub>>, now: Instant) {
    for hub in hubs {
        hub.sweep(now).await;
    }
}
