//! The sockets that see the same: who comes, who goes, and a way past all of them.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use shared::ids::ParticipantId;
use shared::protocol::Closing;
use tokio::time::Instant;

use super::socket_writer::{EncodedView, SocketWriter};

/// Sockets that are written to before others have their turn.
const STRIDE: usize = 256;

/// The sockets that see the same, and the newest view that was broadcast to them.
#[derive(Default)]
pub struct SubscriberSet {
    inner: Mutex<SubscriberSlots>,
    count: AtomicUsize,
}

/// Which of the subscribers a socket is.
#[derive(Clone, Copy, Debug)]
pub struct SubscriberId(usize);

/// A socket, and whose it is where it is a participant's.
struct Subscriber {
    writer: Arc<SocketWriter>,
    who: Option<ParticipantId>,
    /// The record up to which their greeting knows at least.
    since: u64,
}

#[derive(Default)]
pub(super) struct SubscriberSlots {
    slots: Vec<Option<Subscriber>>,
    empty: Vec<SubscriberId>,
    pub(super) newest: Option<EncodedView>,
    /// A loop is writing; it looks for a newer view before it ends.
    pub(super) writing: bool,
}

impl SubscriberSlots {
    /// Whether no socket is there.
    pub(super) fn is_empty(&self) -> bool {
        self.slots.len() == self.empty.len()
    }
}

impl SubscriberSet {
    /// Somebody comes, though their socket may not be there yet.
    pub fn expect(&self) {
        self.count.fetch_add(1, Ordering::Relaxed);
    }

    /// Somebody goes, with the place that they had.
    pub fn let_go(&self, id: Option<SubscriberId>) {
        self.count.fetch_sub(1, Ordering::Relaxed);
        let Some(id) = id else { return };
        let mut inner = self.locked();
        let subscriber = inner.slots[id.0].take();
        inner.empty.push(id);
        drop(inner);
        // Outside of the lock: this may be what closes the socket.
        drop(subscriber);
    }

    /// How many are there, or coming.
    pub fn count(&self) -> usize {
        self.count.load(Ordering::Relaxed)
    }

    /// Adds a socket; it gets the newest view if that is news.
    pub fn attach(
        &self,
        writer: Arc<SocketWriter>,
        (who, since): (Option<ParticipantId>, u64),
    ) -> SubscriberId {
        let mut inner = self.locked();
        let id = inner.empty.pop().unwrap_or_else(|| {
            inner.slots.push(None);
            SubscriberId(inner.slots.len() - 1)
        });
        inner.slots[id.0] = Some(Subscriber {
            writer: writer.clone(),
            who,
            since,
        });
        let newest = inner.newest.clone();
        drop(inner);
        // A view that is newer than this one comes with the loop, which goes past all of them after
        // it was put there.
        if let Some(encoded) = newest {
            writer.offer_view(&encoded);
        }
        id
    }

    /// The number of the newest view that was shown.
    pub fn newest(&self) -> u64 {
        self.locked()
            .newest
            .as_ref()
            .map_or(0, |encoded| encoded.version)
    }

    /// Tells everybody to go, for that reason.
    pub fn send_away(&self, closing: Closing) {
        self.send_some_away(closing, |_| true);
    }

    /// Tells those people to go, for that reason.
    pub fn send_people_away(&self, closing: Closing, goes: impl Fn(ParticipantId) -> bool) {
        self.send_some_away(closing, |who| who.is_some_and(&goes));
    }

    fn send_some_away(&self, closing: Closing, goes: impl Fn(Option<ParticipantId>) -> bool) {
        let inner = self.locked();
        let going = inner
            .slots
            .iter()
            .flatten()
            .filter(|subscriber| goes(subscriber.who));
        let writers: Vec<_> = going.map(|subscriber| subscriber.writer.clone()).collect();
        drop(inner);
        writers
            .iter()
            .for_each(|writer| writer.request_close(closing));
    }

    /// Who is there, each with the record up to which their greeting knows, and their socket.
    pub fn people(&self) -> Vec<(ParticipantId, u64, Arc<SocketWriter>)> {
        let inner = self.locked();
        let there = inner.slots.iter().flatten();
        { there }
            .filter_map(|one| Some((one.who?, one.since, one.writer.clone())))
            .collect()
    }

    /// Looks after every socket: [`SocketWriter::sweep`].
    pub async fn sweep(&self, now: Instant) {
        self.visit(|writer| writer.sweep(now)).await;
    }

    /// Goes past every socket, and lets others have their turn in between. Who subscribes meanwhile
    /// may be left out.
    pub(super) async fn visit(&self, act: impl Fn(&SocketWriter)) {
        let mut writers = Vec::new();
        let mut from = 0;
        loop {
            let slots = {
                let inner = self.locked();
                let until = inner.slots.len().min(from + STRIDE);
                writers.extend(
                    inner.slots[from.min(until)..until]
                        .iter()
                        .flatten()
                        .map(|subscriber| subscriber.writer.clone()),
                );
                inner.slots.len()
            };
            writers.iter().for_each(|writer| act(writer));
            // Whoever went meanwhile is not held back by this list.
            writers.clear();
            from += STRIDE;
            if from >= slots {
                return;
            }
            tokio::task::yield_now().await;
        }
    }

    pub(super) fn locked(&self) -> MutexGuard<'_, SubscriberSlots> {
        self.inner
            .lock()
            .expect("nobody panics while subscribers come and go")
    }
}
