//! Every promise of [`Journal`](super::Journal) and [`Documents`](super::Documents) as one named
//! function on a fresh store, run against every implementation; and what the embedded store
//! promises beyond them.
//!
//! A new implementation is one more constructor of [`Fresh`] and one more line in [`promises`].
//! Nothing here sleeps: what happens at the same time is joined, what was stored is fenced by its
//! answer.

use std::path::Path;
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use tempfile::TempDir;

use super::{Appended, Backend, Followed, Journal, JournalError, OpenError, Record};

mod disk;
mod documents;
mod erasing;
mod folder;
mod importing;
mod journal;
mod rewriting;

/// A store with nothing in it.
struct Fresh {
    backend: Backend,
    _folder: Option<TempDir>,
}

impl Fresh {
    fn memory() -> Fresh {
        Fresh {
            backend: Backend::memory(),
            _folder: None,
        }
    }

    fn embedded() -> Fresh {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Fresh {
            backend: Backend::open(folder.path()).expect("a fresh folder opens"),
            _folder: Some(folder),
        }
    }
}

macro_rules! promises {
    ($($area:ident: $($promise:ident),+;)+) => {
        mod in_memory { $($(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $promise() {
                super::within(super::$area::$promise(&super::Fresh::memory().backend)).await;
            }
        )+)+ }
        mod embedded { $($(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $promise() {
                super::within(super::$area::$promise(&super::Fresh::embedded().backend)).await;
            }
        )+)+ }
    };
}

promises! {
    journal:
        records_come_in_the_order_they_were_stored,
        the_time_is_stamped,
        a_journal_is_made_once,
        without_a_journal_nothing_is_stored,
        head_is_the_last_stored_sequence,
        the_newest_record_is_known_by_its_time,
        follow_begins_after_a_sequence,
        follow_beyond_the_head_waits_for_it,
        follow_shows_what_is_stored_later,
        follow_of_no_room_says_so,
        a_record_is_there_once_its_append_is_answered,
        followers_see_all_of_many_appends_once_and_in_order,
        a_slow_follower_catches_up,
        a_dropped_answer_takes_nothing_back,
        many_rooms_at_once_stay_apart,
        large_and_empty_bodies_are_kept,
        too_large_a_body_is_refused,
        verify_counts_what_is_there;
    rewriting:
        rewriting_keeps_sequence_and_time,
        rewriting_ends_every_follower,
        rewriting_no_room_says_so,
        an_append_during_a_rewrite_is_kept,
        dropping_a_room_ends_its_followers,
        dropping_a_room_leaves_the_others,
        a_dropped_room_can_be_made_again;
    importing:
        an_imported_journal_is_what_it_was_elsewhere,
        what_is_imported_takes_no_journals_place,
        an_imported_journal_goes_on;
    documents:
        a_document_is_made_once,
        a_put_needs_the_present_version,
        of_two_puts_at_once_one_is_refused,
        a_version_is_never_used_twice,
        deleting_what_is_not_there_is_fine,
        list_gives_the_keys_of_a_prefix,
        list_gives_the_versions_of_now,
        too_large_a_document_is_refused;
}

/// A promise that is broken by waiting for ever fails, too.
async fn within<T>(promise: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(60), promise)
        .await
        .expect("the promise is kept within a minute")
}

/// Opens a folder that no other server has. A program that another test is just starting holds
/// every lock of this process until it runs.
#[track_caller]
fn open(folder: &Path) -> Backend {
    let patience = Instant::now() + Duration::from_secs(10);
    loop {
        match Backend::open(folder) {
            Err(OpenError::Taken { .. }) if Instant::now() < patience => std::thread::yield_now(),
            opened => return opened.expect("the folder opens"),
        }
    }
}

fn bytes(text: &str) -> Bytes {
    Bytes::copy_from_slice(text.as_bytes())
}

async fn create(backend: &Backend, room: &str, body: &str) -> u64 {
    stored(backend.journal.create(room, bytes(body)).await)
}

async fn append(backend: &Backend, room: &str, body: &str) -> u64 {
    stored(backend.journal.append(room, bytes(body)).await)
}

#[track_caller]
fn stored(appended: Appended) -> u64 {
    match appended {
        Appended::Stored(seq) => seq,
        other => panic!("not stored: {other:?}"),
    }
}

type FollowStream = BoxStream<'static, Result<Followed, JournalError>>;

async fn next(following: &mut FollowStream) -> Result<Followed, JournalError> {
    following.next().await.expect("the stream has not ended")
}

async fn next_record(following: &mut FollowStream) -> Record {
    match next(following).await {
        Ok(Followed::Record(record)) => record,
        other => panic!("no record: {other:?}"),
    }
}

async fn next_body(following: &mut FollowStream) -> String {
    text(&next_record(following).await)
}

fn text(record: &Record) -> String {
    String::from_utf8(record.body.to_vec()).expect("the tests store text")
}

/// Everything that is stored of a room now.
async fn all(journal: &dyn Journal, room: &str) -> Result<Vec<Record>, JournalError> {
    let head = journal.head(room).await?.unwrap_or(0);
    let mut following = journal.follow(room, 0);
    let mut records: Vec<Record> = Vec::new();
    while records.last().map_or(0, |last| last.seq) < head {
        match next(&mut following).await? {
            Followed::Record(record) => records.push(record),
            Followed::Rewritten => panic!("rewritten while it was read"),
        }
    }
    Ok(records)
}
