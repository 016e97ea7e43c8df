//! Following a journal: subscribe first, then read what is stored, then drop from the live records
//! what was read.
//!
//! [`JournalFollowers`] hands every stored record to those who follow its room; it keeps a few per
//! room for those who are a moment late. Those that are later than that read from the store again
//! ([`RecordSource`]), so a follower that stands still costs a bounded amount of memory and no
//! writer ever waits for one. Neither knows where records are stored.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::future::BoxFuture;
use futures_util::stream::{self, BoxStream};
use tokio::sync::broadcast::{self, error::RecvError};

use super::journal::{Followed, JournalError, Record};

/// Live records kept per room for followers that are late.
const KEPT_RECORDS: usize = 16;
/// How often a follower that nobody tells looks for new records.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// Where a follower reads what is stored.
pub(super) trait RecordSource: Send + Sync {
    /// The next records after `after` of the room's present generation, a bounded amount; none if
    /// there are none yet.
    fn page(
        self: Arc<Self>,
        room: Arc<str>,
        after: u64,
    ) -> BoxFuture<'static, Result<RecordPage, JournalError>>;
}

pub(super) struct RecordPage {
    pub generation: u64,
    pub records: Vec<Record>,
}

/// What followers are sent about a room.
#[derive(Clone)]
pub(super) enum FollowerMessage {
    Stored {
        generation: u64,
        record: Record,
    },
    /// The room was rewritten or dropped: look into the store.
    Changed,
}

#[derive(Default)]
pub(super) struct JournalFollowers {
    /// `None` once the store is closed. A room is in here as long as somebody follows it.
    rooms: Mutex<Option<FollowedRooms>>,
}

type FollowedRooms = HashMap<Arc<str>, broadcast::Sender<FollowerMessage>>;

impl JournalFollowers {
    pub fn open() -> Arc<JournalFollowers> {
        Arc::new(JournalFollowers {
            rooms: Mutex::new(Some(HashMap::new())),
        })
    }

    /// Tells the followers of a room. To be called in the order of the journal.
    pub fn tell(&self, room: &str, message: impl FnOnce() -> FollowerMessage) {
        self.with(|rooms| {
            if let Some(sender) = rooms.as_ref().and_then(|rooms| rooms.get(room)) {
                // Nobody listening is no failure: the last follower is just leaving.
                let _ = sender.send(message());
            }
        });
    }

    /// Ends every follower; one that comes later ends at once.
    pub fn close(&self) {
        self.with(|rooms| *rooms = None);
    }

    fn subscribe(&self, room: &Arc<str>) -> Option<broadcast::Receiver<FollowerMessage>> {
        self.with(|rooms| {
            let sender = rooms
                .as_mut()?
                .entry(room.clone())
                .or_insert_with(|| broadcast::Sender::new(KEPT_RECORDS));
            Some(sender.subscribe())
        })
    }

    fn forget_if_last(&self, room: &str) {
        self.with(|rooms| {
            if let Some(rooms) = rooms
                && rooms.get(room).is_some_and(|s| s.receiver_count() <= 1)
            {
                rooms.remove(room);
            }
        });
    }

    fn with<T>(&self, change: impl FnOnce(&mut Option<FollowedRooms>) -> T) -> T {
        change(&mut self.rooms.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The stream behind `Journal::follow`. It is subscribed when this returns, not when it is first
/// polled.
pub(super) fn follow(
    source: Arc<dyn RecordSource>,
    feed: ChangeFeed,
    after: u64,
) -> BoxStream<'static, Result<Followed, JournalError>> {
    let follower = JournalFollower {
        source,
        feed,
        after,
        generation: None,
        ready: VecDeque::new(),
        behind: true,
    };
    stream::unfold(Some(follower), |follower| async {
        let mut follower = follower?;
        let (followed, last) = match follower.next().await {
            Ok(Followed::Record(record)) => (Ok(Followed::Record(record)), false),
            end => (end, true),
        };
        Some((followed, (!last).then_some(follower)))
    })
    .boxed()
}

/// How a follower hears of what is new.
pub(super) struct ChangeFeed {
    room: Arc<str>,
    source: FeedSource,
}

enum FeedSource {
    Subscribed {
        followers: Arc<JournalFollowers>,
        receiver: broadcast::Receiver<FollowerMessage>,
    },
    /// Another process writes: nobody tells, so look now and then.
    Polling,
    Closed,
}

impl ChangeFeed {
    pub fn subscribe(followers: &Arc<JournalFollowers>, room: Arc<str>) -> ChangeFeed {
        let source = match followers.subscribe(&room) {
            Some(receiver) => FeedSource::Subscribed {
                followers: followers.clone(),
                receiver,
            },
            None => FeedSource::Closed,
        };
        ChangeFeed { room, source }
    }

    pub fn polling(room: Arc<str>) -> ChangeFeed {
        ChangeFeed {
            room,
            source: FeedSource::Polling,
        }
    }

    async fn recv(&mut self) -> Result<FollowerMessage, JournalError> {
        match &mut self.source {
            FeedSource::Subscribed { receiver, .. } => match receiver.recv().await {
                Ok(message) => Ok(message),
                Err(RecvError::Lagged(_)) => Ok(FollowerMessage::Changed),
                Err(RecvError::Closed) => Err(JournalError::Closed),
            },
            FeedSource::Polling => {
                tokio::time::sleep(LOOK_EVERY).await;
                Ok(FollowerMessage::Changed)
            }
            FeedSource::Closed => Err(JournalError::Closed),
        }
    }
}

impl Drop for ChangeFeed {
    fn drop(&mut self) {
        if let FeedSource::Subscribed { followers, .. } = &self.source {
            followers.forget_if_last(&self.room);
        }
    }
}

struct JournalFollower {
    source: Arc<dyn RecordSource>,
    feed: ChangeFeed,
    after: u64,
    /// The generation that this follower is of; known from its first page.
    generation: Option<u64>,
    ready: VecDeque<Record>,
    /// There may be records in the store that this follower has not heard of.
    behind: bool,
}

impl JournalFollower {
    async fn next(&mut self) -> Result<Followed, JournalError> {
        loop {
            if let Some(record) = self.ready.pop_front() {
                self.after = record.seq;
                return Ok(Followed::Record(record));
            }
            if !self.behind {
                self.listen().await?;
            } else if self.read().await? == GenerationStep::Next {
                return Ok(Followed::Rewritten);
            }
        }
    }

    async fn read(&mut self) -> Result<GenerationStep, JournalError> {
        let source = self.source.clone();
        let page = source.page(self.feed.room.clone(), self.after).await?;
        if *self.generation.get_or_insert(page.generation) != page.generation {
            return Ok(GenerationStep::Next);
        }
        self.behind = !page.records.is_empty();
        self.ready.extend(page.records);
        Ok(GenerationStep::Same)
    }

    async fn listen(&mut self) -> Result<(), JournalError> {
        match self.feed.recv().await? {
            FollowerMessage::Stored { generation, record }
                if self.generation == Some(generation) =>
            {
                if record.seq > self.after {
                    self.ready.push_back(record);
                }
            }
            FollowerMessage::Stored { .. } | FollowerMessage::Changed => self.behind = true,
        }
        Ok(())
    }
}

#[derive(PartialEq)]
enum GenerationStep {
    Same,
    Next,
}
