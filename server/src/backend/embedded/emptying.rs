//! When SQLite's log is to be emptied, and who waits for it.
//!
//! What was overwritten in the database still stands in the log until that is cut to nothing; so an
//! erasure is answered after that. It only keeps the time and the waiting: emptying is the
//! writer's.

use std::time::{Duration, Instant};

use super::StorageError;

/// How long an erasure waits for a reader of another program before it is answered with an error.
const EMPTY_LATEST: Duration = Duration::from_secs(10);

/// Emptying the log of what must not stay in it.
#[derive(Default)]
pub(super) struct Emptying {
    due: Option<Instant>,
    waiting: Vec<PendingReply>,
}

type ReplyCallback = Box<dyn FnOnce(Result<(), StorageError>) + Send>;

struct PendingReply {
    latest: Instant,
    answer: ReplyCallback,
}

impl Emptying {
    pub fn is_due(&self) -> bool {
        self.due_in().is_some_and(|due| due.is_zero())
    }

    pub fn due_in(&self) -> Option<Duration> {
        let due = self.due?;
        Some(due.saturating_duration_since(Instant::now()))
    }

    pub fn request(&mut self, within: Duration) {
        let due = Instant::now() + within;
        self.due = Some(self.due.map_or(due, |earlier| earlier.min(due)));
    }

    pub fn answer_then(&mut self, answer: ReplyCallback) {
        self.request(Duration::ZERO);
        let latest = Instant::now() + EMPTY_LATEST;
        self.waiting.push(PendingReply { latest, answer });
    }

    pub fn emptied(&mut self) {
        self.due = None;
        for waiting in self.waiting.drain(..) {
            (waiting.answer)(Ok(()));
        }
    }

    /// Tries again later, also when nobody waits any more.
    pub fn again(&mut self, within: Duration, why: &StorageError) {
        let now = Instant::now();
        self.due = Some(now + within);
        for waiting in self.waiting.extract_if(.., |waiting| waiting.latest <= now) {
            (waiting.answer)(Err(why.clone()));
        }
    }

    pub fn give_up(&mut self, why: &StorageError) {
        self.due = None;
        for waiting in self.waiting.drain(..) {
            (waiting.answer)(Err(why.clone()));
        }
    }
}
