//! A store in memory, with every promise of the traits except outliving the process, for tests of
//! what stands on it.
//!
//! It can be made to fail as a disk does ([`MemoryBackend::fail_next`]), because what builds on it
//! has to be right then too.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use futures_util::future::{self, BoxFuture, FutureExt};
use futures_util::stream::BoxStream;
use tokio::sync::watch;

use super::documents::{Document, DocumentError, Documents};
use super::embedded::now_ms;
use super::follow::{
    self, ChangeFeed, FollowerMessage, JournalFollowers, RecordPage, RecordSource,
};
use super::journal::{
    Appended, Followed, Journal, JournalError, NotStored, Record, Transform, Verified,
};
use super::{BODY_LIMIT_BYTES, Health};

/// Records handed to a follower at once.
const PAGE_RECORDS: usize = 64;

/// A handle on a store: a clone is the same store, and with the last one it closes.
#[derive(Clone)]
pub struct MemoryBackend(Arc<OpenMemory>);

struct OpenMemory {
    shelves: Arc<SharedContent>,
    followers: Arc<JournalFollowers>,
    health: watch::Sender<Health>,
}

impl Drop for OpenMemory {
    fn drop(&mut self) {
        self.followers.close();
    }
}

/// How an append is to fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InjectedFailure {
    NotStored(NotStored),
    /// Answered `Unknown`, and it was stored.
    UnknownStored,
    /// Answered `Unknown`, and it was not.
    UnknownLost,
}

#[derive(Default)]
struct SharedContent(Mutex<MemoryContent>);

#[derive(Default)]
struct MemoryContent {
    journals: BTreeMap<String, MemoryGeneration>,
    documents: BTreeMap<String, Document>,
    failures: VecDeque<InjectedFailure>,
    last_generation: u64,
    last_version: u64,
}

struct MemoryGeneration {
    number: u64,
    records: Vec<Record>,
}

impl MemoryBackend {
    #[expect(
        clippy::new_without_default,
        reason = "an empty store is made, it is not a default"
    )]
    pub fn new() -> MemoryBackend {
        MemoryBackend(Arc::new(OpenMemory {
            shelves: Arc::default(),
            followers: JournalFollowers::open(),
            health: watch::Sender::new(Health::Good),
        }))
    }

    /// Makes the next append or create fail; called several times, the next several, in this order.
    pub fn fail_next(&self, failure: InjectedFailure) {
        self.0.shelves.lock().failures.push_back(failure);
    }

    /// Sets what [`super::Backend::health`] shows.
    pub fn show_health(&self, health: Health) {
        self.0.health.send_replace(health);
    }

    pub(super) fn health(&self) -> watch::Receiver<Health> {
        self.0.health.subscribe()
    }

    fn store(&self, room: &str, body: Bytes, expected: ExpectedJournal) -> Appended {
        if body.len() > BODY_LIMIT_BYTES {
            return Appended::NotStored(NotStored::TooLarge);
        }
        let mut content = self.0.shelves.lock();
        let failure = content.failures.pop_front();
        match failure {
            Some(InjectedFailure::NotStored(why)) => return Appended::NotStored(why),
            Some(InjectedFailure::UnknownLost) => return Appended::Unknown,
            Some(InjectedFailure::UnknownStored) | None => {}
        }
        let generation = match content.expected(room, expected) {
            Ok(generation) => generation,
            Err(why) => return Appended::NotStored(why),
        };
        let record = Record {
            seq: generation.head() + 1,
            at_ms: now_ms(),
            body,
        };
        generation.records.push(record.clone());
        let (seq, generation) = (record.seq, generation.number);
        // Under the lock: followers are notified in the order of the journal.
        self.0
            .followers
            .tell(room, || FollowerMessage::Stored { generation, record });
        match failure {
            None => Appended::Stored(seq),
            Some(_) => Appended::Unknown,
        }
    }

    fn write_document(
        &self,
        key: &str,
        body: Bytes,
        allowed: impl FnOnce(Option<u64>) -> Result<(), DocumentError>,
    ) -> Result<u64, DocumentError> {
        if body.len() > BODY_LIMIT_BYTES {
            return Err(DocumentError::TooLarge);
        }
        let mut content = self.0.shelves.lock();
        allowed(content.documents.get(key).map(|found| found.version))?;
        content.last_version += 1;
        let version = content.last_version;
        content
            .documents
            .insert(key.to_owned(), Document { version, body });
        Ok(version)
    }
}

enum ExpectedJournal {
    First,
    Next,
}

impl MemoryContent {
    fn expected(
        &mut self,
        room: &str,
        expected: ExpectedJournal,
    ) -> Result<&mut MemoryGeneration, NotStored> {
        match expected {
            ExpectedJournal::First if self.journals.contains_key(room) => Err(NotStored::Exists),
            ExpectedJournal::First => {
                self.last_generation += 1;
                Ok(self
                    .journals
                    .entry(room.to_owned())
                    .or_insert(MemoryGeneration {
                        number: self.last_generation,
                        records: Vec::new(),
                    }))
            }
            ExpectedJournal::Next => self.journals.get_mut(room).ok_or(NotStored::NoSuchRoom),
        }
    }
}

impl MemoryGeneration {
    fn head(&self) -> u64 {
        self.records.last().map_or(0, |record| record.seq)
    }
}

impl SharedContent {
    fn lock(&self) -> MutexGuard<'_, MemoryContent> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read<T>(
        &self,
        room: &str,
        read: impl FnOnce(&MemoryGeneration) -> T,
    ) -> Result<T, JournalError> {
        match self.lock().journals.get(room) {
            Some(generation) => Ok(read(generation)),
            None => Err(JournalError::NoSuchRoom {
                room: room.to_owned(),
            }),
        }
    }
}

impl RecordSource for SharedContent {
    fn page(
        self: Arc<Self>,
        room: Arc<str>,
        after: u64,
    ) -> BoxFuture<'static, Result<RecordPage, JournalError>> {
        let page = self.read(&room, |generation| {
            let from = generation.records.partition_point(|r| r.seq <= after);
            let records = generation.records[from..].iter().take(PAGE_RECORDS);
            RecordPage {
                generation: generation.number,
                records: records.cloned().collect(),
            }
        });
        future::ready(page).boxed()
    }
}

impl Journal for MemoryBackend {
    fn create(&self, room: &str, body: Bytes) -> BoxFuture<'static, Appended> {
        future::ready(self.store(room, body, ExpectedJournal::First)).boxed()
    }

    fn append(&self, room: &str, body: Bytes) -> BoxFuture<'static, Appended> {
        future::ready(self.store(room, body, ExpectedJournal::Next)).boxed()
    }

    fn follow(&self, room: &str, after: u64) -> BoxStream<'static, Result<Followed, JournalError>> {
        let feed = ChangeFeed::subscribe(&self.0.followers, room.into());
        follow::follow(self.0.shelves.clone(), feed, after)
    }

    fn head(&self, room: &str) -> BoxFuture<'static, Result<Option<u64>, JournalError>> {
        let head = self
            .0
            .shelves
            .lock()
            .journals
            .get(room)
            .map(MemoryGeneration::head);
        future::ready(Ok(head)).boxed()
    }

    fn rewrite(
        &self,
        room: &str,
        transform: Transform,
    ) -> BoxFuture<'static, Result<(), JournalError>> {
        let mut content = self.0.shelves.lock();
        let number = content.last_generation + 1;
        let Some(generation) = content.journals.get_mut(room) else {
            let room = room.to_owned();
            return future::ready(Err(JournalError::NoSuchRoom { room })).boxed();
        };
        generation.number = number;
        for record in &mut generation.records {
            record.body = transform(record);
        }
        content.last_generation = number;
        self.0.followers.tell(room, || FollowerMessage::Changed);
        future::ready(Ok(())).boxed()
    }

    fn import(
        &self,
        room: &str,
        records: Vec<Record>,
    ) -> BoxFuture<'static, Result<(), JournalError>> {
        let mut content = self.0.shelves.lock();
        let begun = content.expected(room, ExpectedJournal::First);
        let imported = match begun {
            Ok(generation) => {
                generation.records = records;
                self.0.followers.tell(room, || FollowerMessage::Changed);
                Ok(())
            }
            Err(_) => Err(JournalError::Exists {
                room: room.to_owned(),
            }),
        };
        future::ready(imported).boxed()
    }

    fn drop_room(&self, room: &str) -> BoxFuture<'static, Result<(), JournalError>> {
        self.0.shelves.lock().journals.remove(room);
        self.0.followers.tell(room, || FollowerMessage::Changed);
        future::ready(Ok(())).boxed()
    }

    fn rooms(&self) -> BoxFuture<'static, Result<Vec<String>, JournalError>> {
        let rooms = self.0.shelves.lock().journals.keys().cloned().collect();
        future::ready(Ok(rooms)).boxed()
    }

    fn newest_ms(&self) -> BoxFuture<'static, Result<Option<u64>, JournalError>> {
        let content = self.0.shelves.lock();
        let last = content
            .journals
            .values()
            .filter_map(|generation| generation.records.last());
        future::ready(Ok(last.map(|record| record.at_ms).max())).boxed()
    }

    fn verify(&self, room: &str) -> BoxFuture<'static, Result<Verified, JournalError>> {
        let verified = self.0.shelves.read(room, |generation| Verified {
            records: generation.records.len() as u64,
            body_bytes: generation.records.iter().map(|r| r.body.len() as u64).sum(),
            last_seq: generation.head(),
        });
        future::ready(verified).boxed()
    }
}

impl Documents for MemoryBackend {
    fn get(&self, key: &str) -> BoxFuture<'static, Result<Option<Document>, DocumentError>> {
        let found = self.0.shelves.lock().documents.get(key).cloned();
        future::ready(Ok(found)).boxed()
    }

    fn create(&self, key: &str, body: Bytes) -> BoxFuture<'static, Result<u64, DocumentError>> {
        let created = self.write_document(key, body, |found| match found {
            Some(_) => Err(DocumentError::Exists),
            None => Ok(()),
        });
        future::ready(created).boxed()
    }

    fn put(
        &self,
        key: &str,
        expected: u64,
        body: Bytes,
    ) -> BoxFuture<'static, Result<u64, DocumentError>> {
        let put = self.write_document(key, body, |found| match found {
            Some(version) if version == expected => Ok(()),
            found => Err(DocumentError::Changed { found }),
        });
        future::ready(put).boxed()
    }

    fn delete(&self, key: &str) -> BoxFuture<'static, Result<(), DocumentError>> {
        self.0.shelves.lock().documents.remove(key);
        future::ready(Ok(())).boxed()
    }

    fn list(&self, prefix: &str) -> BoxFuture<'static, Result<Vec<(String, u64)>, DocumentError>> {
        let content = self.0.shelves.lock();
        let found = content
            .documents
            .range(prefix.to_owned()..)
            .take_while(|(key, _)| key.starts_with(prefix));
        future::ready(Ok(found
            .map(|(key, document)| (key.clone(), document.version))
            .collect()))
        .boxed()
    }
}
