//! What is read, each on one connection and in one snapshot.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, Row};

use futures_util::future::BoxFuture;

use super::super::follow::{RecordPage, RecordSource};
use super::read_failure::ReadFailure;
use super::readers::Readers;
use super::seal::{Position, Seal};
use super::{Document, JournalError, StorageError, Verified};
use crate::backend::Record;

/// What one page holds: as many records, and no more bodies than this and one.
const PAGE_RECORDS: usize = 256;
pub(super) const PAGE_BYTES: usize = 1024 * 1024;

/// A journal's generation, as far as reading needs it.
pub(super) struct SealedGeneration<'a> {
    pub room: &'a str,
    pub generation: i64,
    pub seal: Seal,
}

/// The next records of a room's present generation.
pub(super) fn page(
    connection: &Connection,
    room: &str,
    after: u64,
) -> Result<RecordPage, ReadFailure> {
    let snapshot = connection.unchecked_transaction()?;
    let (generation, seal) = present(&snapshot, room)?.ok_or(ReadFailure::NoSuchRoom)?;
    let seal = seal.ok_or(ReadFailure::DamagedRecord(after + 1))?;
    let shelf = SealedGeneration {
        room,
        generation,
        seal,
    };
    let records = records(&snapshot, &shelf, after)?;
    // A damaged page can make records invisible without any error. Never an early end: that would
    // be a room with half of its answers.
    if records.is_empty() && head(&snapshot, room)?.is_some_and(|head| head > after) {
        return Err(ReadFailure::DamagedRecord(after + 1));
    }
    Ok(RecordPage {
        generation: generation as u64,
        records,
    })
}

/// Records after `after`, in order: up to a page, or up to the first damaged one, which is an error
/// when it comes first.
pub(super) fn records(
    connection: &Connection,
    shelf: &SealedGeneration<'_>,
    after: u64,
) -> Result<Vec<Record>, ReadFailure> {
    let mut statement = connection.prepare_cached(
        "SELECT seq, at_ms, checksum, body FROM records WHERE generation = ?1 AND seq > ?2 ORDER BY seq",
    )?;
    let mut rows = statement.query((shelf.generation, after as i64))?;
    let mut records: Vec<Record> = Vec::new();
    let mut bytes = 0;
    while records.len() < PAGE_RECORDS && bytes < PAGE_BYTES {
        let wanted = after + 1 + records.len() as u64;
        match next(&mut rows, shelf, wanted) {
            Ok(None) => break,
            Ok(Some(record)) => {
                bytes += record.body.len();
                records.push(record);
            }
            Err(_) if !records.is_empty() => break,
            Err(unread) => return Err(unread),
        }
    }
    Ok(records)
}

fn next(
    rows: &mut rusqlite::Rows<'_>,
    shelf: &SealedGeneration<'_>,
    wanted: u64,
) -> Result<Option<Record>, ReadFailure> {
    let damaged = || ReadFailure::DamagedRecord(wanted);
    let Some(row) = rows.next().map_err(|error| match error.into() {
        StorageError::Damaged => damaged(),
        error => error.into(),
    })?
    else {
        return Ok(None);
    };
    let record = record(row, shelf)
        .map_err(|_| damaged())?
        .ok_or_else(damaged)?;
    match record.seq == wanted {
        true => Ok(Some(record)),
        false => Err(damaged()),
    }
}

fn record(row: &Row<'_>, shelf: &SealedGeneration<'_>) -> rusqlite::Result<Option<Record>> {
    let (seq, at_ms): (i64, i64) = (row.get(0)?, row.get(1)?);
    let (seq, at_ms) = (seq as u64, at_ms as u64);
    let of = Position {
        name: shelf.room,
        number: seq,
        at_ms,
    };
    let body = shelf
        .seal
        .open(&of, row.get(2)?, row.get_ref(3)?.as_blob()?);
    Ok(body.map(|body| Record { seq, at_ms, body }))
}

/// The present generation of a room and its seal, `None` within if that can't be read.
fn present(connection: &Connection, room: &str) -> rusqlite::Result<Option<(i64, Option<Seal>)>> {
    let mut statement = connection.prepare_cached(
        "SELECT number, key FROM generations LEFT JOIN seals USING (slot)
         WHERE room = ?1 AND state = 'present'",
    )?;
    let found = statement.query_row([room], |row| {
        let key = row.get_ref(1)?.as_blob_or_null()?;
        Ok((row.get(0)?, key.and_then(Seal::from_stored)))
    });
    found.optional()
}

pub(super) fn head(connection: &Connection, room: &str) -> Result<Option<u64>, ReadFailure> {
    let mut statement = connection.prepare_cached(
        "SELECT max(seq) FROM generations JOIN records ON generation = number
         WHERE room = ?1 AND state = 'present'",
    )?;
    let head: Option<i64> = statement.query_row([room], |row| row.get(0))?;
    Ok(head.map(|seq| seq as u64))
}

pub(super) fn rooms(connection: &Connection) -> Result<Vec<String>, ReadFailure> {
    let mut statement = connection
        .prepare_cached("SELECT room FROM generations WHERE state = 'present' ORDER BY room")?;
    let rooms = statement.query_map([], |row| row.get(0))?;
    Ok(rooms.collect::<Result<_, _>>()?)
}

/// Of the last records of all rooms; a row each, by the key.
pub(super) fn newest_ms(connection: &Connection) -> Result<Option<u64>, ReadFailure> {
    let mut generations =
        connection.prepare_cached("SELECT number FROM generations WHERE state = 'present'")?;
    let numbers: Vec<i64> = generations
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut last = connection.prepare_cached(
        "SELECT at_ms FROM records WHERE generation = ?1 ORDER BY seq DESC LIMIT 1",
    )?;
    // One that can't be read is a matter of its room.
    let times = numbers
        .iter()
        .filter_map(|number| last.query_row([number], |row| row.get::<_, i64>(0)).ok());
    Ok(times.max().map(|newest| newest as u64))
}

impl RecordSource for Readers {
    fn page(
        self: Arc<Self>,
        room: Arc<str>,
        after: u64,
    ) -> BoxFuture<'static, Result<RecordPage, JournalError>> {
        self.journal(room.clone(), after + 1, move |c| page(c, &room, after))
    }
}

/// Page by page: a long journal is not held in memory, nor its snapshot for long.
pub(super) async fn verify(
    readers: Arc<Readers>,
    room: Arc<str>,
) -> Result<Verified, JournalError> {
    let mut verified = Verified {
        records: 0,
        body_bytes: 0,
        last_seq: 0,
    };
    loop {
        let after = verified.last_seq;
        let of = room.clone();
        let read = readers.journal(room.clone(), after + 1, move |c| page(c, &of, after));
        let page = read.await?;
        let Some(last) = page.records.last() else {
            return Ok(verified);
        };
        verified.last_seq = last.seq;
        verified.records += page.records.len() as u64;
        verified.body_bytes += page
            .records
            .iter()
            .map(|r| r.body.len() as u64)
            .sum::<u64>();
    }
}

pub(super) fn document(
    connection: &Connection,
    key: &str,
) -> Result<Option<Document>, ReadFailure> {
    let mut statement = connection.prepare_cached(
        "SELECT version, checksum, body, seals.key FROM documents LEFT JOIN seals USING (slot)
         WHERE documents.key = ?1",
    )?;
    let mut rows = statement.query([key])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let version = row.get::<_, i64>(0)? as u64;
    let of = Position {
        name: key,
        number: version,
        at_ms: 0,
    };
    let sealed = row
        .get_ref(2)?
        .as_blob()
        .map_err(|_| StorageError::Damaged)?;
    let seal = row.get_ref(3)?.as_blob_or_null().ok().flatten();
    let body = seal
        .and_then(Seal::from_stored)
        .and_then(|seal| seal.open(&of, row.get(1).ok()?, sealed));
    match body {
        Some(body) => Ok(Some(Document { version, body })),
        None => Err(StorageError::Damaged.into()),
    }
}

/// A prefix is a place to begin in the order of bytes, so no pattern and no escaping comes into it.
/// The index of the keys holds the versions too: no body is looked at.
pub(super) fn keys(
    connection: &Connection,
    prefix: &str,
) -> Result<Vec<(String, u64)>, ReadFailure> {
    let mut statement = connection
        .prepare_cached("SELECT key, version FROM documents WHERE key >= ?1 ORDER BY key")?;
    let mut rows = statement.query([prefix])?;
    let mut keys = Vec::new();
    while let Some(row) = rows.next()? {
        let key: String = row.get(0)?;
        if !key.starts_with(prefix) {
            break;
        }
        keys.push((key, row.get::<_, i64>(1)? as u64));
    }
    Ok(keys)
}
