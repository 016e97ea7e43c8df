//! The sockets of one audience, and the loop that writes a view to all of them: the same bytes, one socket after the
//! other. There is no task that waits for views; a loop begins when there is one and ends when all have had the newest.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use shared::ids::ParticipantId;
use shared::protocol::Closing;
use tokio::time::Instant;

use super::line::{Line, Sight};

/// Sockets that are written to before others have their turn.
const STRIDE: usize = 256;

/// The sockets of one audience. One loop at a time writes to all of them: what all phones of a room may get in a second is well within
/// what one can write, and several beside each other were no cheaper on a machine of two cores.
#[derive(Default)]
pub struct Row {
    inner: Mutex<Inner>,
    seats: AtomicUsize,
}

/// Where a socket sits.
#[derive(Clone, Copy, Debug)]
pub struct Chair(usize);

/// A socket on its chair, and whose it is where it is a participant's.
struct Sitting {
    line: Arc<Line>,
    who: Option<ParticipantId>,
}

#[derive(Default)]
struct Inner {
    chairs: Vec<Option<Sitting>>,
    empty: Vec<Chair>,
    newest: Option<Sight>,
    /// A loop is writing; it looks for a newer view before it ends.
    writing: bool,
}

impl Row {
    /// Somebody comes, though their socket may not be there yet.
    pub fn expect(&self) {
        self.seats.fetch_add(1, Ordering::Relaxed);
    }

    /// Somebody goes, with the chair they sat on.
    pub fn let_go(&self, chair: Option<Chair>) {
        self.seats.fetch_sub(1, Ordering::Relaxed);
        let Some(chair) = chair else { return };
        let mut inner = self.locked();
        let sitting = inner.chairs[chair.0].take();
        inner.empty.push(chair);
        drop(inner);
        // Outside of the lock: this may be what closes the socket.
        drop(sitting);
    }

    /// How many are there, or coming.
    pub fn seats(&self) -> usize {
        self.seats.load(Ordering::Relaxed)
    }

    /// Sits a socket down; it gets the newest view if that is news.
    pub fn sit(&self, line: Arc<Line>, who: Option<ParticipantId>) -> Chair {
        let mut inner = self.locked();
        let chair = inner.empty.pop().unwrap_or_else(|| {
            inner.chairs.push(None);
            Chair(inner.chairs.len() - 1)
        });
        inner.chairs[chair.0] = Some(Sitting { line: line.clone(), who });
        let newest = inner.newest.clone();
        drop(inner);
        // A view that is newer than this one comes with the loop, which goes past all chairs after it was put there.
        if let Some(sight) = newest {
            line.show(&sight);
        }
        chair
    }

    /// The number of the newest view that was shown.
    pub fn newest(&self) -> u64 {
        self.locked().newest.as_ref().map_or(0, |sight| sight.version)
    }

    /// Shows a view to everybody; done when everybody has it, or keeps it for when they can take it.
    pub async fn show(&self, sight: &Sight) {
        if self.takes_up(sight) {
            self.write().await;
        }
    }

    /// Shows a view to everybody, beside the caller.
    pub fn begin_showing(self: &Arc<Self>, sight: &Sight) {
        if self.takes_up(sight) {
            let row = self.clone();
            tokio::spawn(async move { row.write().await });
        }
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
        let going = inner.chairs.iter().flatten().filter(|sitting| goes(sitting.who));
        let lines: Vec<_> = going.map(|sitting| sitting.line.clone()).collect();
        drop(inner);
        lines.iter().for_each(|line| line.order(closing));
    }

    /// Looks after every socket: [`Line::sweep`].
    pub async fn sweep(&self, now: Instant) {
        self.visit(|line| line.sweep(now)).await;
    }

    /// Takes a view for the newest; whether a loop has to begin.
    fn takes_up(&self, sight: &Sight) -> bool {
        let mut inner = self.locked();
        if inner.newest.as_ref().is_some_and(|newest| newest.version >= sight.version) {
            return false;
        }
        inner.newest = Some(sight.clone());
        let begins = !inner.writing && inner.chairs.len() > inner.empty.len();
        inner.writing |= begins;
        begins
    }

    async fn write(&self) {
        let mut version = 0;
        while let Some(sight) = self.newer_than(version) {
            version = sight.version;
            self.visit(|line| line.show(&sight)).await;
        }
    }

    /// The newest view, or the end of the loop.
    fn newer_than(&self, version: u64) -> Option<Sight> {
        let mut inner = self.locked();
        let newer = inner.newest.clone().filter(|newest| newest.version > version);
        inner.writing = newer.is_some();
        newer
    }

    /// Goes past every socket, and lets others have their turn in between. Who sits down meanwhile may be left out.
    async fn visit(&self, act: impl Fn(&Line)) {
        let mut lines = Vec::new();
        let mut from = 0;
        loop {
            let chairs = {
                let inner = self.locked();
                let until = inner.chairs.len().min(from + STRIDE);
                lines.extend(inner.chairs[from.min(until)..until].iter().flatten().map(|sitting| sitting.line.clone()));
                inner.chairs.len()
            };
            lines.iter().for_each(|line| act(line));
            // Whoever went meanwhile is not held back by this list.
            lines.clear();
            from += STRIDE;
            if from >= chairs {
                return;
            }
            tokio::task::yield_now().await;
        }
    }

    fn locked(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().expect("nobody panics while moving chairs")
    }
}
