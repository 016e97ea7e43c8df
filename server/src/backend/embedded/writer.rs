//! The one who writes: a thread that takes whatever waits, of all rooms, and stores it with one
//! fsync.
//!
//! Group commit: while one transaction is on its way to the disk, the next gathers in the queue.
//! The first of a crowd goes at once; the next transaction does not begin before [`BREATH`], since
//! a fast disk would else spend most of its time on a few votes each. The queue has no bound of its
//! own; that every room has one append under way is what bounds it.
//!
//! After an error that leaves it open what is on disk, nothing is stored any more:
//! [`Health::Failed`].

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use tokio::sync::watch;

use super::super::follow::{FollowerMessage, JournalFollowers};
use super::change::{LogResidue, StoreChange};
use super::emptying::Emptying;
use super::erase::{self, Chore, ChoreProgress};
use super::folder::DataFolder;
use super::ledger::Ledger;
use super::read::PAGE_BYTES;
use super::{Health, OpenError, StorageError, probe};
use crate::metrics::{self, FIGURES};

/// How soon after one transaction began the next may begin.
const BREATH: Duration = Duration::from_millis(4);
/// What one transaction may gather: bounded, so that the first in it do not wait for ever.
const GATHER_JOBS: usize = 1024;
const GATHER_BYTES: usize = 4 * 1024 * 1024;
/// The log is moved into the database when it has grown by about this much.
const LOG_BYTES: usize = 4 * 1024 * 1024;
/// What a small change puts into the log beside its body: pages of the tables it is in.
const PAGES_BYTES: usize = 3 * 4096;
/// How soon the log is emptied of what was overwritten, when nobody waits for that.
const EMPTY_SOON: Duration = Duration::from_secs(1);
/// When a reader was in the way.
const EMPTY_AGAIN: Duration = Duration::from_millis(20);
const PROBE_EVERY: Duration = Duration::from_secs(1);

pub(super) enum Job {
    Change(StoreChange),
    Chore(Chore),
}

/// The handle on the thread; dropping it finishes what is queued and ends the thread.
pub(super) struct WriterHandle {
    queue: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl WriterHandle {
    pub fn start(
        connection: Connection,
        folder: DataFolder,
        followers: Arc<JournalFollowers>,
    ) -> Result<(WriterHandle, watch::Receiver<Health>), OpenError> {
        let (queue, jobs) = mpsc::channel();
        let (health, seen) = watch::channel(Health::Good);
        let path = folder.path.clone();
        let desk = WriterThread {
            ledger: Ledger::of(connection),
            folder,
            jobs,
            followers,
            health,
            chores: VecDeque::from([Chore::tidy()]),
            emptying: Emptying::default(),
            log_bytes: 0,
            begun_at: Instant::now(),
        };
        let thread = std::thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || desk.run())
            .map_err(|cause| OpenError::Folder {
                folder: path,
                cause,
            })?;
        let writer = WriterHandle {
            queue: Some(queue),
            thread: Some(thread),
        };
        Ok((writer, seen))
    }

    /// False if the writer is gone.
    pub fn queue(&self, job: Job) -> bool {
        let queue = self.queue.as_ref();
        queue.is_some_and(|queue| queue.send(job).is_ok())
    }
}

impl Drop for WriterHandle {
    fn drop(&mut self) {
        self.queue = None;
        if let Some(thread) = self.thread.take() {
            // A panic in there has shown itself already, as failed health.
            let _ = thread.join();
        }
    }
}

/// Everything the thread works with.
struct WriterThread {
    ledger: Ledger,
    folder: DataFolder,
    jobs: Receiver<Job>,
    followers: Arc<JournalFollowers>,
    health: watch::Sender<Health>,
    chores: VecDeque<Chore>,
    emptying: Emptying,
    /// How much the log has grown since it was last shortened, about.
    log_bytes: usize,
    /// When the last transaction began.
    begun_at: Instant,
}

impl WriterThread {
    fn run(mut self) {
        while let Some(jobs) = self.gather() {
            self.work(jobs);
        }
        self.finish();
    }

    /// What there is to do: at once if something waits, or when something is due. `None` when
    /// nobody is left to ask.
    fn gather(&self) -> Option<Vec<Job>> {
        let mut jobs = Vec::new();
        let mut bytes = 0;
        match self.first() {
            Ok(job) => push(&mut jobs, &mut bytes, job),
            Err(RecvTimeoutError::Timeout) => return Some(jobs),
            Err(RecvTimeoutError::Disconnected) => return None,
        }
        std::thread::sleep(BREATH.saturating_sub(self.begun_at.elapsed()));
        while jobs.len() < GATHER_JOBS && bytes < GATHER_BYTES {
            match self.jobs.try_recv() {
                Ok(job) => push(&mut jobs, &mut bytes, job),
                Err(TryRecvError::Empty | TryRecvError::Disconnected) => break,
            }
        }
        Some(jobs)
    }

    fn first(&self) -> Result<Job, RecvTimeoutError> {
        match self.patience() {
            Some(patience) => self.jobs.recv_timeout(patience),
            None => self.jobs.recv().map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    /// How long to wait for a job when none is there.
    fn patience(&self) -> Option<Duration> {
        if self.has_failed() {
            return None;
        }
        let full = self.is_full().then_some(PROBE_EVERY);
        let chore = self.may_do_chores().then_some(Duration::ZERO);
        [full, chore, self.emptying.due_in()]
            .into_iter()
            .flatten()
            .min()
    }

    fn work(&mut self, jobs: Vec<Job>) {
        let idle = jobs.is_empty();
        let mut changes = Vec::new();
        for job in jobs {
            match job {
                _ if self.has_failed() => job.refuse(StorageError::Closed),
                Job::Change(change) => changes.push(change),
                Job::Chore(chore) => self.chores.push_back(chore),
            }
        }
        self.commit(changes);
        if self.may_do_chores() {
            self.do_chore();
        }
        if idle && self.is_full() && probe::has_room(&self.folder.path) {
            self.show(Health::Good);
        }
        self.keep_log_short();
        self.empty_log_if_due();
    }

    fn commit(&mut self, mut changes: Vec<StoreChange>) {
        if changes.is_empty() {
            return;
        }
        if self.has_failed() {
            return changes
                .into_iter()
                .for_each(|change| change.refuse(StorageError::Closed));
        }
        self.begun_at = Instant::now();
        let committed = self.ledger.transaction(|ledger| {
            let mut changes = changes.iter_mut();
            changes.try_for_each(|change| change.execute(ledger))
        });
        match committed {
            Ok(()) => {
                FIGURES.commit.observe(metrics::us(self.begun_at.elapsed()));
                FIGURES.commit_changes.observe(changes.len() as u64);
                FIGURES.commit_bytes.observe(
                    changes
                        .iter()
                        .map(|change| change.body_bytes() as u64)
                        .sum(),
                );
                self.settle(changes);
            }
            // A damaged page is the trouble of those who need it: everybody else is stored one by
            // one.
            Err(StorageError::Damaged) if changes.len() > 1 => {
                for change in changes {
                    self.commit(vec![change]);
                }
            }
            Err(error) => {
                self.suffer(&error);
                for change in changes {
                    change.refuse(error.clone());
                }
            }
        }
    }

    /// Tells the followers, in order, and then those who asked.
    fn settle(&mut self, changes: Vec<StoreChange>) {
        if changes.iter().any(StoreChange::has_written) {
            self.show(Health::Good);
        }
        for change in changes {
            self.log_bytes += change.body_bytes() + PAGES_BYTES;
            if let StoreChange::Record(job) = &change
                && let Ok(stored) = &job.done
            {
                self.followers.tell(&job.room, || FollowerMessage::Stored {
                    generation: stored.generation,
                    record: stored.record.clone(),
                });
            }
            match change.leaves() {
                LogResidue::Nothing => change.settle(),
                LogResidue::OldVersion => {
                    self.emptying.request(EMPTY_SOON);
                    change.settle();
                }
                LogResidue::Erased => {
                    self.emptying.answer_then(Box::new(|emptied| match emptied {
                        Ok(()) => change.settle(),
                        Err(error) => change.refuse(error),
                    }))
                }
            }
        }
    }

    fn may_do_chores(&self) -> bool {
        !self.chores.is_empty() && !self.has_failed() && (!self.is_full() || self.is_asked())
    }

    /// Somebody waits for a chore: on a full disk it is tried too, and refused if it can't be done.
    fn is_asked(&self) -> bool {
        self.chores.iter().any(Chore::is_asked)
    }

    fn do_chore(&mut self) {
        self.log_bytes += PAGE_BYTES;
        match erase::step(&mut self.chores, &mut self.ledger) {
            Ok(ChoreProgress::More) => {}
            Ok(ChoreProgress::Changed(room)) => {
                self.followers.tell(&room, || FollowerMessage::Changed)
            }
            Ok(ChoreProgress::Done(None)) => self.emptying.request(Duration::ZERO),
            Ok(ChoreProgress::Done(Some(reply))) => {
                self.emptying.answer_then(Box::new(move |emptied| {
                    let _ = reply.send(emptied.map_err(erase::not_emptied));
                }));
            }
            Err(error) => self.suffer(&error),
        }
    }

    /// A log that can't be shortened (a full disk, a long reader) is no failure of what is stored
    /// in it.
    fn keep_log_short(&mut self) {
        if self.log_bytes < LOG_BYTES || self.has_failed() {
            return;
        }
        self.log_bytes = 0;
        if let Err(error @ StorageError::Broken(_)) = self.ledger.shorten_log() {
            self.suffer(&error);
        }
    }

    fn empty_log_if_due(&mut self) {
        if !self.emptying.is_due() || self.has_failed() {
            return;
        }
        match self.ledger.empty_log() {
            Ok(true) => {
                self.log_bytes = 0;
                self.emptying.emptied();
            }
            Ok(false) => self.emptying.again(EMPTY_AGAIN, &StorageError::Locked),
            Err(error @ StorageError::Broken(_)) => self.suffer(&error),
            Err(error) => self.emptying.again(PROBE_EVERY, &error),
        }
    }

    /// Draws the consequences of an error for the whole store.
    fn suffer(&mut self, error: &StorageError) {
        match error {
            StorageError::DiskFull => self.show(Health::Full),
            StorageError::Broken(reason) => {
                self.show(Health::Failed(reason.clone()));
                self.followers.close();
                for chore in self.chores.drain(..) {
                    chore.refuse(error.clone());
                }
                self.emptying.give_up(error);
            }
            StorageError::Locked
            | StorageError::Damaged
            | StorageError::ReadOnly
            | StorageError::Closed => {}
        }
    }

    fn show(&self, health: Health) {
        self.health.send_if_modified(|shown| {
            let changes = *shown != health && !matches!(shown, Health::Failed(_));
            if changes {
                *shown = health;
            }
            changes
        });
    }

    fn is_full(&self) -> bool {
        *self.health.borrow() == Health::Full
    }

    fn has_failed(&self) -> bool {
        matches!(*self.health.borrow(), Health::Failed(_))
    }

    /// Nobody can ask any more: finishes what was asked, and leaves a database without a log.
    fn finish(&mut self) {
        // What nobody waits for is left to the next start.
        while self.is_asked() && self.may_do_chores() {
            self.do_chore();
        }
        self.followers.close();
        if self.has_failed() {
            return;
        }
        // Whoever still waits gets the answer that is true: at the next start the log is emptied
        // before anything else.
        match self.ledger.empty_log() {
            Ok(true) => self.emptying.emptied(),
            Ok(false) => self.emptying.give_up(&StorageError::Locked),
            Err(error) => self.emptying.give_up(&error),
        }
    }
}

/// A thread that panics takes nobody's word with it: it shows as failed, and callers get `Unknown`.
impl Drop for WriterThread {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.suffer(&StorageError::Broken(
                "the writer stopped by a mistake of its own".into(),
            ));
        }
    }
}

impl Job {
    fn refuse(self, error: StorageError) {
        match self {
            Job::Change(change) => change.refuse(error),
            Job::Chore(chore) => chore.refuse(error),
        }
    }
}

fn push(jobs: &mut Vec<Job>, bytes: &mut usize, job: Job) {
    if let Job::Change(change) = &job {
        *bytes += change.body_bytes();
    }
    jobs.push(job);
}
