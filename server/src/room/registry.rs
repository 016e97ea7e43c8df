//! All rooms that are in memory. A map lock guards a handle, never a load: a room is read from disk
//! inside its own task, and leaves memory when nobody has held it for a while.

use std::sync::{Arc, Weak};
use std::time::Duration;

use dashmap::DashMap;
use shared::ids::{ProducerId, RoomId};
use shared::limits::{ROOM_IDLE_SECONDS, ROOM_JOURNAL_BYTES};
use tokio::sync::watch;
use tokio::time::Instant;

use super::handle::{self, FoldProgress, RoomHandle};
use super::task::{self, Counters, Writing};
use crate::backend::Journal;
use crate::metrics::FIGURES;

/// How long a room that nobody looks at stays in memory.
const IDLE_FOR: Duration = Duration::from_secs(ROOM_IDLE_SECONDS);
/// How often rooms that nobody looks at are looked for.
const SWEEP_EVERY: Duration = Duration::from_secs(60);

/// Finds and wakes rooms.
pub struct Registry {
    journal: Arc<dyn Journal>,
    writing: Writing,
    rooms: DashMap<RoomId, RoomSlot>,
}

enum RoomSlot {
    /// `used`: when somebody last asked for it, or still held it.
    Awake { handle: RoomHandle, used: Instant },
    /// Nobody holds it; its task stores what came before and ends.
    Leaving(watch::Receiver<FoldProgress>),
}

impl RoomSlot {
    fn awake(handle: RoomHandle) -> Self {
        Self::Awake {
            handle,
            used: Instant::now(),
        }
    }
}

impl Registry {
    /// No room in memory yet. `producer` must be new with every start of the process.
    pub fn new(journal: Arc<dyn Journal>, producer: ProducerId) -> Self {
        let writing = Writing {
            producer,
            counters: Counters::default(),
            journal_bytes: ROOM_JOURNAL_BYTES,
        };
        Self {
            journal,
            writing,
            rooms: DashMap::new(),
        }
    }

    /// With another bound of each room's journal.
    #[cfg(test)]
    pub fn with_journals_up_to(mut self, bytes: u64) -> Self {
        self.writing.journal_bytes = bytes;
        self
    }

    /// The room's handle; the room may still be loading.
    pub fn get(&self, id: &RoomId) -> RoomHandle {
        let mut slot = self
            .rooms
            .entry(id.clone())
            .or_insert_with(|| RoomSlot::awake(self.wake(id, None)));
        let handle = match &*slot {
            RoomSlot::Awake { handle, .. } if !handle.may_be_woken() => handle.clone(),
            RoomSlot::Awake { .. } => self.wake(id, None),
            RoomSlot::Leaving(progress) => self.wake(id, Some(progress.clone())),
        };
        *slot = RoomSlot::awake(handle.clone());
        handle
    }

    /// The room's handle where it is in memory already; looking wakes nothing.
    pub fn peek(&self, id: &RoomId) -> Option<RoomHandle> {
        match &*self.rooms.get(id)? {
            RoomSlot::Awake { handle, .. } => Some(handle.clone()),
            RoomSlot::Leaving(_) => None,
        }
    }

    /// Lets go of a room that is gone.
    pub fn forget(&self, id: &RoomId) {
        self.rooms.remove(id);
    }

    /// Lets go of rooms that nobody has held for a while at that moment. What is on its way into
    /// one of them is still stored by its task, which ends after that; whoever asks meanwhile has
    /// the room read again.
    pub fn unload_idle(&self, now: Instant) {
        // Under the map's lock: nobody is given a handle between the look and the end.
        self.rooms.retain(|_, slot| {
            match slot {
                RoomSlot::Leaving(progress) => return !is_over(progress),
                RoomSlot::Awake { handle, used } if !handle.is_alone() => *used = now,
                RoomSlot::Awake { handle, used } if now.duration_since(*used) >= IDLE_FOR => {
                    FIGURES.rooms_unloaded.add(1);
                    *slot = RoomSlot::Leaving(handle.progress());
                }
                RoomSlot::Awake { .. } => {}
            }
            true
        });
    }

    /// Rooms in memory.
    pub fn len(&self) -> usize {
        self.rooms
            .iter()
            .filter(|slot| matches!(**slot, RoomSlot::Awake { .. }))
            .count()
    }

    /// Whether no room is in memory.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The process's name in batches.
    pub fn producer(&self) -> &ProducerId {
        &self.writing.producer
    }

    /// The next number of a batch of this process.
    pub fn next_counter(&self) -> u64 {
        self.writing
            .counters
            .fetch_add(1, std::sync::atomic::Ordering::Relaxed)
            + 1
    }

    /// Reads a room, once the task that had it `before` is over. Were there two, the later batch of
    /// one could be stored before an earlier one of the other, which would then count as known.
    fn wake(&self, id: &RoomId, before: Option<watch::Receiver<FoldProgress>>) -> RoomHandle {
        let (handle, side) = handle::pair();
        let room = task::run(id.clone(), self.journal.clone(), self.writing.clone(), side);
        tokio::spawn(async move {
            if let Some(mut before) = before {
                // An error is an end too: that task is gone.
                let _ = before
                    .wait_for(|progress| matches!(progress, FoldProgress::Over(_)))
                    .await;
            }
            room.await;
        });
        handle
    }
}

fn is_over(progress: &watch::Receiver<FoldProgress>) -> bool {
    matches!(*progress.borrow(), FoldProgress::Over(_)) || progress.has_changed().is_err()
}

/// Unloads idle rooms now and then, for as long as there is a registry.
pub async fn sweep(registry: Weak<Registry>) {
    loop {
        tokio::time::sleep(SWEEP_EVERY).await;
        let Some(registry) = registry.upgrade() else {
            return;
        };
        registry.unload_idle(Instant::now());
    }
}
