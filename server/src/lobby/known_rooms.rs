//! Rooms that were just found by their code: at the door of a hall the same room is asked for
//! thousands of times within seconds, and each time it would be two reads from disk.
//!
//! Every change of a room or code forgets all of them, before and after. Should a change get lost
//! between the two (whoever asked for it went away, and the disk finished it), what is kept here is
//! wrong for a second at most.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use shared::code::JoinCode;
use tokio::time::Instant;

use super::FoundRoom;

/// How long a room stays known.
const KNOWN_FOR: Duration = Duration::from_secs(1);
/// Rooms that are known at once; with one more, all are forgotten.
const KNOWN_MAX: usize = 256;

/// The rooms that are known.
#[derive(Default)]
pub struct KnownRooms {
    rooms: Mutex<RoomsByCode>,
}

#[derive(Default)]
struct RoomsByCode {
    by_code: HashMap<JoinCode, (Arc<FoundRoom>, Instant)>,
    changes: u64,
}

/// How many changes there were when somebody began to look.
pub struct LookupStart(u64);

/// A change under way: what is known is forgotten when it begins, and when this is dropped.
pub struct Changing<'a>(&'a KnownRooms);

impl KnownRooms {
    /// The room of that code, or a look that was begun.
    pub fn room(&self, code: &JoinCode, now: Instant) -> Result<Arc<FoundRoom>, LookupStart> {
        let rooms = self.rooms();
        let known = rooms
            .by_code
            .get(code)
            .filter(|(_, found_at)| now.duration_since(*found_at) < KNOWN_FOR);
        known
            .map(|(found, _)| found.clone())
            .ok_or(LookupStart(rooms.changes))
    }

    /// Keeps what a look has found, unless something has changed since it was begun.
    pub fn keep(&self, look: &LookupStart, found: &Arc<FoundRoom>, now: Instant) {
        let mut rooms = self.rooms();
        if rooms.changes != look.0 {
            return;
        }
        if rooms.by_code.len() >= KNOWN_MAX {
            rooms.by_code.clear();
        }
        rooms
            .by_code
            .insert(found.document.code.clone(), (found.clone(), now));
    }

    /// Forgets everything, and once more when the change is made.
    pub fn change(&self) -> Changing<'_> {
        self.forget();
        Changing(self)
    }

    fn forget(&self) {
        let mut rooms = self.rooms();
        rooms.changes += 1;
        rooms.by_code.clear();
    }

    fn rooms(&self) -> MutexGuard<'_, RoomsByCode> {
        self.rooms
            .lock()
            .expect("nobody panics while looking at what is known")
    }
}

impl Drop for Changing<'_> {
    fn drop(&mut self) {
        self.0.forget();
    }
}

#[cfg(test)]
mod tests {
    use shared::ids::RoomId;

    use super::super::{Links, RoomDocument};
    use super::*;

    fn found() -> Arc<FoundRoom> {
        let code = JoinCode::from_number(1);
        let document = RoomDocument {
            code,
            deck: String::new(),
            title: "De zaal".to_owned(),
            expected: None,
            planned: None,
            created_at: 0,
            ended_at: None,
            answers_ended: None,
            removing: false,
            key: String::new(),
            links: Links::new(),
            browsers: Default::default(),
        };
        Arc::new(FoundRoom {
            id: RoomId("hall".to_owned()),
            document,
        })
    }

    #[test]
    fn a_room_is_known_for_a_second() {
        let (known, now, found) = (KnownRooms::default(), Instant::now(), found());
        let look = known
            .room(&found.document.code, now)
            .expect_err("nobody has looked");
        known.keep(&look, &found, now);
        assert!(
            known
                .room(&found.document.code, now + KNOWN_FOR / 2)
                .is_ok()
        );
        assert!(known.room(&found.document.code, now + KNOWN_FOR).is_err());
    }

    #[test]
    fn nothing_that_was_read_during_a_change_is_kept() {
        let (known, now, found) = (KnownRooms::default(), Instant::now(), found());
        let before = known
            .room(&found.document.code, now)
            .expect_err("nobody has looked");
        let changing = known.change();
        known.keep(&before, &found, now);
        let during = known
            .room(&found.document.code, now)
            .expect_err("what was read before is not kept");
        known.keep(&during, &found, now);
        drop(changing);
        let after = known
            .room(&found.document.code, now)
            .expect_err("what was read meanwhile is forgotten");
        known.keep(&after, &found, now);
        assert!(known.room(&found.document.code, now).is_ok());
    }

    #[test]
    fn no_more_rooms_are_known_than_there_is_room_for() {
        let (known, now) = (KnownRooms::default(), Instant::now());
        for number in 0..3 * KNOWN_MAX {
            let mut room = (*found()).clone();
            room.document.code = JoinCode::from_number(number as u64);
            let look = known
                .room(&room.document.code, now)
                .expect_err("each is another");
            known.keep(&look, &Arc::new(room), now);
            assert!(known.rooms().by_code.len() <= KNOWN_MAX);
        }
    }
}
