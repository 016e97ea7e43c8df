//! All rooms that are in memory. A map lock guards a handle, never a load: a room is read from disk
//! inside its own task.

use std::sync::Arc;

use dashmap::DashMap;
use shared::ids::{Boot, RoomId};

use super::handle::{self, RoomHandle};
use super::task::{self, Counters};
use crate::backend::Journal;

/// Finds and wakes rooms.
pub struct Registry {
    journal: Arc<dyn Journal>,
    boot: Boot,
    counters: Counters,
    rooms: DashMap<RoomId, RoomHandle>,
}

impl Registry {
    /// No room in memory yet. `boot` must be new with every start of the process.
    pub fn new(journal: Arc<dyn Journal>, boot: Boot) -> Self {
        Self { journal, boot, counters: Counters::default(), rooms: DashMap::new() }
    }

    /// The room's handle; the room may still be loading.
    pub fn get(&self, id: &RoomId) -> RoomHandle {
        let mut slot = self.rooms.entry(id.clone()).or_insert_with(|| self.wake(id));
        if slot.may_be_woken() {
            *slot = self.wake(id);
        }
        slot.clone()
    }

    /// Lets go of a room that is gone.
    pub fn forget(&self, id: &RoomId) {
        self.rooms.remove(id);
    }

    /// Rooms in memory.
    pub fn len(&self) -> usize {
        self.rooms.len()
    }

    /// Whether no room is in memory.
    pub fn is_empty(&self) -> bool {
        self.rooms.is_empty()
    }

    /// The process's name in batches.
    pub fn boot(&self) -> &Boot {
        &self.boot
    }

    /// The next number of a batch of this process.
    pub fn next_counter(&self) -> u64 {
        self.counters.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1
    }

    fn wake(&self, id: &RoomId) -> RoomHandle {
        let (handle, side) = handle::pair();
        tokio::spawn(task::run(id.clone(), self.journal.clone(), self.boot.clone(), self.counters.clone(), side));
        handle
    }
}
