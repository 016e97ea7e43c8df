//! The long changes: dropping a journal, rewriting one into its next generation, and taking one in
//! that another store kept.
//!
//! They go a step at a time between the votes of everybody else: no step writes more than about a
//! page of records. What counts happens in one transaction (the switch, with the breaking of the
//! old seal); copying before it and sweeping after it may be cut off at any point, and
//! [`ChoreStep::Tidy`] finds what was left at the next start.

use std::collections::VecDeque;
use std::sync::Arc;

use tokio::sync::oneshot;

use super::ledger::{GenerationHead, Ledger};
use super::read::{self, PAGE_BYTES, SealedGeneration};
use super::read_failure::ReadFailure;
use super::{JournalError, StorageError, Transform};
use crate::backend::Record;

pub(super) type ErasureReply = oneshot::Sender<Result<(), JournalError>>;

/// A long change, and whom to answer, if anybody.
pub(super) struct Chore {
    step: ChoreStep,
    reply: Option<ErasureReply>,
}

enum ChoreStep {
    /// After a start or a failure: a generation that was half copied is gone.
    Tidy,
    Drop {
        room: Arc<str>,
    },
    Rewrite {
        room: Arc<str>,
        transform: Transform,
        /// The next generation, as far as it is copied.
        next: Option<GenerationHead>,
    },
    Import {
        room: Arc<str>,
        /// What is not written yet.
        records: VecDeque<Record>,
        /// What is, which nobody sees before all of it is there.
        next: Option<GenerationHead>,
    },
    /// Removes the records of generations that are gone.
    Sweep,
    Done,
}

/// What a step led to.
pub(super) enum ChoreProgress {
    More,
    /// Followers of this room have to look.
    Changed(Arc<str>),
    /// Done, but for the log: answer when that is empty.
    Done(Option<ErasureReply>),
}

impl Chore {
    pub fn tidy() -> Chore {
        Chore {
            step: ChoreStep::Tidy,
            reply: None,
        }
    }

    pub fn drop_room(room: Arc<str>, reply: ErasureReply) -> Chore {
        Chore {
            step: ChoreStep::Drop { room },
            reply: Some(reply),
        }
    }

    pub fn rewrite(room: Arc<str>, transform: Transform, reply: ErasureReply) -> Chore {
        let step = ChoreStep::Rewrite {
            room,
            transform,
            next: None,
        };
        Chore {
            step,
            reply: Some(reply),
        }
    }

    pub fn import(room: Arc<str>, records: Vec<Record>, reply: ErasureReply) -> Chore {
        let step = ChoreStep::Import {
            room,
            records: records.into(),
            next: None,
        };
        Chore {
            step,
            reply: Some(reply),
        }
    }

    pub fn is_asked(&self) -> bool {
        self.reply.is_some()
    }

    pub fn refuse(self, error: StorageError) {
        if let Some(reply) = self.reply {
            let error = JournalError::from_storage_error(error, self.step.room(), 0);
            let _ = reply.send(Err(error));
        }
    }
}

/// The change is done, but its old bytes may still be in the log.
pub(super) fn not_emptied(error: StorageError) -> JournalError {
    JournalError::from_storage_error(error, "", 0)
}

/// Does one step of the first chore. They go one after the other, so at most one journal is half
/// copied.
pub(super) fn step(
    chores: &mut VecDeque<Chore>,
    ledger: &mut Ledger,
) -> Result<ChoreProgress, StorageError> {
    let Some(mut chore) = chores.pop_front() else {
        return Ok(ChoreProgress::More);
    };
    let changed = match chore.step.advance(ledger) {
        Ok(changed) => changed,
        Err(unread) => return give_up(chore, unread, chores),
    };
    match (&chore.step, changed) {
        (ChoreStep::Done, _) => Ok(ChoreProgress::Done(chore.reply)),
        (_, changed) => {
            chores.push_front(chore);
            Ok(changed.map_or(ChoreProgress::More, ChoreProgress::Changed))
        }
    }
}

/// Answers with what went wrong, keeps what has to be done later nevertheless, and passes on what
/// concerns the store.
fn give_up(
    chore: Chore,
    unread: ReadFailure,
    chores: &mut VecDeque<Chore>,
) -> Result<ChoreProgress, StorageError> {
    let damaged = !matches!(&unread, ReadFailure::Storage(t) if *t != StorageError::Damaged);
    let later = match chore.step {
        // Records that can't be found can't be removed either; without their seal they say nothing.
        ChoreStep::Sweep if damaged => return Ok(ChoreProgress::Done(chore.reply)),
        ChoreStep::Sweep => Some(ChoreStep::Sweep),
        ChoreStep::Tidy if !damaged => Some(ChoreStep::Tidy),
        ChoreStep::Rewrite { next: Some(_), .. } | ChoreStep::Import { next: Some(_), .. } => {
            Some(ChoreStep::Tidy)
        }
        _ => None,
    };
    chores.extend(later.map(|step| Chore { step, reply: None }));
    let error = match &unread {
        ReadFailure::Storage(error) if !damaged => Some(error.clone()),
        _ => None,
    };
    if let Some(reply) = chore.reply {
        let _ = reply.send(Err(unread.of_journal(chore.step.room(), 0)));
    }
    error.map_or(Ok(ChoreProgress::More), Err)
}

impl ChoreStep {
    fn room(&self) -> &str {
        match self {
            ChoreStep::Drop { room }
            | ChoreStep::Rewrite { room, .. }
            | ChoreStep::Import { room, .. } => room,
            ChoreStep::Tidy | ChoreStep::Sweep | ChoreStep::Done => "",
        }
    }

    /// Does the step and becomes the next one. Says which room's followers are to look.
    fn advance(&mut self, ledger: &mut Ledger) -> Result<Option<Arc<str>>, ReadFailure> {
        match self {
            ChoreStep::Tidy => {
                ledger.transaction(end_unfinished)?;
                *self = ChoreStep::Sweep;
                Ok(None)
            }
            ChoreStep::Drop { room } => {
                let room = room.clone();
                ledger.transaction(|ledger| end_present(ledger, &room))?;
                ledger.forget_head(&room);
                *self = ChoreStep::Sweep;
                Ok(Some(room))
            }
            ChoreStep::Rewrite {
                room,
                transform,
                next,
            } => {
                let room = room.clone();
                if copy_page(ledger, &room, transform, next)? == Copied::All {
                    *self = ChoreStep::Sweep;
                    return Ok(Some(room));
                }
                Ok(None)
            }
            ChoreStep::Import {
                room,
                records,
                next,
            } => {
                let room = room.clone();
                if add_page(ledger, &room, records, next)? == Copied::All {
                    *self = ChoreStep::Done;
                    return Ok(Some(room));
                }
                Ok(None)
            }
            ChoreStep::Sweep => {
                if ledger.transaction(sweep_page)? == Swept::All {
                    *self = ChoreStep::Done;
                }
                Ok(None)
            }
            ChoreStep::Done => Ok(None),
        }
    }
}

fn end_unfinished(ledger: &mut Ledger) -> Result<(), StorageError> {
    generations(ledger, "building")?
        .into_iter()
        .try_for_each(|(generation, slot)| ledger.end_generation(generation, slot))
}

/// Needs no record and no key of the journal: what is damaged can be dropped.
fn end_present(ledger: &mut Ledger, room: &str) -> Result<(), StorageError> {
    match ledger.present(room)? {
        Some((generation, slot)) => ledger.end_generation(generation, slot),
        None => Ok(()),
    }
}

#[derive(PartialEq)]
enum Copied {
    Some,
    All,
}

/// Copies the next page. The page that reaches the head also switches, in the same transaction:
/// whatever was appended until then is in it, and what is appended later finds the new generation.
fn copy_page(
    ledger: &mut Ledger,
    room: &Arc<str>,
    transform: &Transform,
    next: &mut Option<GenerationHead>,
) -> Result<Copied, ReadFailure> {
    let head = ledger.head(room)?.ok_or(ReadFailure::NoSuchRoom)?;
    let after = next.as_ref().map_or(0, |next| next.seq);
    let shelf = SealedGeneration {
        room,
        generation: head.generation,
        seal: head.seal,
    };
    let page = read::records(ledger.connection(), &shelf, after)?;
    let begun = next.clone();
    let (copied, new) = ledger.transaction(|ledger| {
        let mut new = match begun {
            Some(next) => next,
            None => ledger.begin_generation(room, "building")?,
        };
        for mut record in page {
            record.body = transform(&record);
            ledger.insert_record(room, &mut new, &record)?;
        }
        if new.seq < head.seq {
            return Ok((Copied::Some, new));
        }
        ledger.end_generation(head.generation, head.slot)?;
        ledger.show_generation(new.generation)?;
        Ok((Copied::All, new))
    })?;
    match copied {
        Copied::All => ledger.know_head(room, new),
        Copied::Some => *next = Some(new),
    }
    Ok(copied)
}

/// Writes the next page of a journal that comes from elsewhere. The last one also shows it, in the
/// same transaction.
fn add_page(
    ledger: &mut Ledger,
    room: &Arc<str>,
    records: &mut VecDeque<Record>,
    next: &mut Option<GenerationHead>,
) -> Result<Copied, ReadFailure> {
    if ledger.head(room)?.is_some() {
        return Err(ReadFailure::Exists);
    }
    let (mut page, mut bytes) = (Vec::new(), 0);
    while bytes < PAGE_BYTES
        && let Some(record) = records.pop_front()
    {
        bytes += record.body.len();
        page.push(record);
    }
    let (is_last, begun) = (records.is_empty(), next.clone());
    let head = ledger.transaction(|ledger| {
        let mut head = match begun {
            Some(next) => next,
            None => ledger.begin_generation(room, "building")?,
        };
        for record in &page {
            ledger.insert_record(room, &mut head, record)?;
        }
        if is_last {
            ledger.show_generation(head.generation)?;
        }
        Ok(head)
    })?;
    if is_last {
        ledger.know_head(room, head);
        return Ok(Copied::All);
    }
    *next = Some(head);
    Ok(Copied::Some)
}

#[derive(PartialEq)]
enum Swept {
    Some,
    All,
}

/// Removes about a page of records of generations that are gone; deleting writes zeroes over them,
/// so it has its price.
fn sweep_page(ledger: &mut Ledger) -> Result<Swept, StorageError> {
    let Some((generation, _)) = generations(ledger, "gone")?.into_iter().next() else {
        return Ok(Swept::All);
    };
    let connection = ledger.connection();
    let removed = match last_of_page(ledger, generation)? {
        Some(last) => connection
            .prepare_cached("DELETE FROM records WHERE generation = ?1 AND seq <= ?2")?
            .execute((generation, last))?,
        None => connection
            .prepare_cached("DELETE FROM generations WHERE number = ?1")?
            .execute([generation])?,
    };
    match removed {
        // What was just seen can't be found: going on would be going round.
        0 => Err(StorageError::Damaged),
        _ => Ok(Swept::Some),
    }
}

fn last_of_page(ledger: &Ledger, generation: i64) -> Result<Option<i64>, StorageError> {
    let mut statement = ledger.connection().prepare_cached(
        "SELECT seq, length(body) FROM records WHERE generation = ?1 ORDER BY seq LIMIT 256",
    )?;
    let mut rows = statement.query([generation])?;
    let (mut last, mut bytes) = (None, 0);
    while bytes < PAGE_BYTES
        && let Some(row) = rows.next()?
    {
        last = Some(row.get(0)?);
        bytes += row.get::<_, i64>(1)? as usize;
    }
    Ok(last)
}

/// Number and slot of the generations in a state.
fn generations(ledger: &Ledger, state: &str) -> Result<Vec<(i64, i64)>, StorageError> {
    let mut statement = ledger
        .connection()
        .prepare_cached("SELECT number, slot FROM generations WHERE state = ?1 ORDER BY number")?;
    let found = statement.query_map([state], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}
