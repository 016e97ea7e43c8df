//! A proxy that nobody said to trust: behind it everybody seems to come from one network, and one
//! bucket stands for all.
//!
//! Noticed where all of a room's first participants come from one network with an `X-Forwarded-For`
//! that is not believed. It is said to the log once, to the desk, and to `peil doctor` by a
//! document, until the server is started with `--trusted-proxy`. No address is kept.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use shared::ids::RoomId;

use crate::backend::DocumentError;
use crate::clock::now_ms;
use crate::ip_prefix::IpPrefix;
use crate::store::Store;

/// A room's first participants who are looked at.
const FIRST: usize = 50;
/// Rooms that are looked at at once; above it all are let go of, and new ones are looked at.
const ROOMS: usize = 1_000;
/// Where it is noted for whoever reads the folder.
const NOTED: &str = "unheard-proxy";

/// What was seen of proxies that are not believed.
#[derive(Default)]
pub struct UntrustedProxy {
    rooms: Mutex<HashMap<RoomId, First>>,
    found: AtomicBool,
}

struct First {
    network: IpPrefix,
    count: usize,
}

impl UntrustedProxy {
    /// What was noted before, unless somebody has said since whom to believe.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn begin(store: &Store, is_told: bool) -> Result<Self, DocumentError> {
        if is_told {
            store.delete(NOTED).await?;
            return Ok(Self::default());
        }
        Ok(Self {
            found: is_noted(store).await?.into(),
            ..Self::default()
        })
    }

    /// Whether it was found.
    pub fn is_found(&self) -> bool {
        self.found.load(Ordering::Relaxed)
    }

    /// Somebody joins a room in which there are so many already, through a proxy that is not
    /// believed or else not. True when that is the last that it takes to know.
    pub fn joins(&self, room: &RoomId, before: usize, network: IpPrefix, unheard: bool) -> bool {
        if before >= FIRST || self.is_found() {
            return false;
        }
        let mut rooms = self.rooms.lock().expect("nobody panics while they count");
        if !unheard {
            rooms.remove(room);
            return false;
        }
        if before == 0 {
            if rooms.len() >= ROOMS {
                rooms.clear();
            }
            rooms
                .entry(room.clone())
                .or_insert(First { network, count: 0 });
        }
        let Some(first) = rooms.get_mut(room) else {
            return false;
        };
        first.count += 1;
        let (same, enough) = (first.network == network, first.count >= FIRST);
        if !same || enough {
            rooms.remove(room);
        }
        same && enough && !self.found.swap(true, Ordering::Relaxed)
    }

    /// Says it to whoever reads the folder, and to the log.
    pub async fn tell(&self, store: &Store) {
        match store.create(NOTED, &now_ms()).await {
            Ok(_) | Err(DocumentError::Exists) => {}
            Err(error) => {
                tracing::warn!(%error, "a proxy that is not believed could not be noted for `peil doctor`")
            }
        }
        tracing::warn!(
            "everybody in a room came from one network with an X-Forwarded-For that is not believed: give --trusted-proxy with \
             the address of your proxy, else one network's limits hold for all"
        );
    }
}

/// Whether a server noted it that has not been set right since.
///
/// # Errors
/// Those of the store.
pub async fn is_noted(store: &Store) -> Result<bool, DocumentError> {
    Ok(store.get::<u64>(NOTED).await?.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(last: u8) -> IpPrefix {
        IpPrefix::of([10, 0, last, 1].into())
    }

    /// So many join one after the other, each as it says; which of them made it known.
    fn known_by(joins: impl IntoIterator<Item = (u8, bool)>) -> Option<usize> {
        let (unheard, room) = (UntrustedProxy::default(), RoomId::from("hall"));
        let known = joins
            .into_iter()
            .enumerate()
            .filter(|(before, (from, forwarded))| {
                unheard.joins(&room, *before, network(*from), *forwarded)
            });
        let known: Vec<usize> = known.map(|(before, _)| before + 1).collect();
        assert!(known.len() <= 1, "it is said once");
        known.first().copied()
    }

    #[test]
    fn the_first_fifty_from_one_network_through_a_proxy_that_is_not_believed_make_it_known() {
        let many = |joins: usize| std::iter::repeat_n((1, true), joins);
        assert_eq!(known_by(many(50)), Some(50));
        assert_eq!(known_by(many(500)), Some(50));
        assert_eq!(known_by(many(49)), None, "too few to know");
        assert_eq!(
            known_by(std::iter::repeat_n((1, false), 500)),
            None,
            "no proxy, one school"
        );
        assert_eq!(
            known_by((0..100).map(|number| (number, true))),
            None,
            "many networks"
        );
        assert_eq!(
            known_by(many(49).chain([(2, true)]).chain(many(50))),
            None,
            "one of them came from elsewhere"
        );
        assert_eq!(
            known_by(many(10).chain([(1, false)]).chain(many(89))),
            None,
            "one of them came by no proxy"
        );
        assert_eq!(
            known_by([(1, false)].into_iter().chain(many(99))),
            None,
            "the first came by no proxy"
        );
    }

    #[test]
    fn a_room_that_was_not_seen_from_its_beginning_says_nothing_and_their_number_has_an_end() {
        let unheard = UntrustedProxy::default();
        let reported =
            (20..200).any(|before| unheard.joins(&"old".into(), before, network(1), true));
        assert!(!reported);
        let known = (0..3 * ROOMS)
            .filter(|room| unheard.joins(&RoomId(format!("hall{room}")), 0, network(1), true));
        assert_eq!(known.count(), 0);
        assert!(unheard.rooms.lock().unwrap().len() <= ROOMS);
        let found =
            (0..50).filter(|before| unheard.joins(&"new".into(), *before, network(1), true));
        assert_eq!(found.collect::<Vec<_>>(), [49]);
        assert!(unheard.is_found());
    }
}
