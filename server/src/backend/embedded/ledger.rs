//! The writer's connection, and what it knows by heart of the tables: the heads of journals, the
//! free seals.
//!
//! Every change goes through [`Ledger::transaction`]. What it knows by heart is forgotten when one
//! is rolled back, so it never tells of something that isn't stored.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use rusqlite::{Connection, OptionalExtension};

use super::seal::{Position, Seal};
use super::{StorageError, now_ms};
use crate::backend::Record;

/// Heads known by heart. More rooms than this at once are only slower.
const HEADS: usize = 10_000;
/// How long emptying the log waits for readers to finish a page.
const FOR_READERS: Duration = Duration::from_millis(100);
const FOR_OTHERS: Duration = Duration::from_secs(5);

pub(super) struct Ledger {
    connection: Connection,
    heads: HashMap<Arc<str>, GenerationHead>,
    /// `None`: not looked up yet.
    free_slots: Option<Vec<i64>>,
}

/// A generation and its last record.
#[derive(Clone)]
pub(super) struct GenerationHead {
    pub generation: i64,
    pub slot: i64,
    pub seal: Seal,
    pub seq: u64,
}

impl Ledger {
    pub fn of(connection: Connection) -> Ledger {
        connection.set_prepared_statement_cache_capacity(64);
        Ledger {
            connection,
            heads: HashMap::new(),
            free_slots: None,
        }
    }

    /// Does all of `work`, durably, or nothing of it.
    pub fn transaction<T>(
        &mut self,
        work: impl FnOnce(&mut Ledger) -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        let done = work(self).and_then(|value| {
            self.connection.execute_batch("COMMIT")?;
            Ok(value)
        });
        done.map_err(|error| self.roll_back(error))
    }

    fn roll_back(&mut self, error: StorageError) -> StorageError {
        self.heads.clear();
        self.free_slots = None;
        // SQLite has rolled back by itself after some errors, the full disk among them.
        if self.connection.is_autocommit() {
            return error;
        }
        match self.connection.execute_batch("ROLLBACK") {
            Ok(()) => error,
            Err(error) => StorageError::Broken(error.to_string().into()),
        }
    }

    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Moves the log into the database as far as readers let it, so that it does not grow without
    /// end.
    pub fn shorten_log(&self) -> Result<(), StorageError> {
        self.checkpoint("PRAGMA wal_checkpoint(PASSIVE)").map(drop)
    }

    /// Moves the whole log into the database and cuts the file to nothing. False if a reader was in
    /// the way.
    pub fn empty_log(&self) -> Result<bool, StorageError> {
        self.connection.busy_timeout(FOR_READERS)?;
        let emptied = self.checkpoint("PRAGMA wal_checkpoint(TRUNCATE)");
        self.connection.busy_timeout(FOR_OTHERS)?;
        emptied
    }

    fn checkpoint(&self, pragma: &str) -> Result<bool, StorageError> {
        let blocked = self
            .connection
            .query_row(pragma, [], |row| row.get::<_, i64>(0));
        match blocked.map_err(StorageError::from) {
            Ok(blocked) => Ok(blocked == 0),
            Err(StorageError::Locked) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The head of a room's present generation.
    pub fn head(&mut self, room: &Arc<str>) -> Result<Option<GenerationHead>, StorageError> {
        if let Some(head) = self.heads.get(room) {
            return Ok(Some(head.clone()));
        }
        let Some(head) = self.look_up_head(room)? else {
            return Ok(None);
        };
        self.know_head(room, head.clone());
        Ok(Some(head))
    }

    pub fn know_head(&mut self, room: &Arc<str>, head: GenerationHead) {
        if self.heads.len() >= HEADS {
            self.heads.clear();
        }
        self.heads.insert(room.clone(), head);
    }

    pub fn forget_head(&mut self, room: &str) {
        self.heads.remove(room);
    }

    fn look_up_head(&self, room: &str) -> Result<Option<GenerationHead>, StorageError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT number, slot, key, (SELECT max(seq) FROM records WHERE generation = number)
             FROM generations JOIN seals USING (slot) WHERE room = ?1 AND state = 'present'",
        )?;
        let found = statement.query_row([room], |row| {
            let seal = Seal::from_stored(row.get_ref(2)?.as_blob()?);
            let seq: Option<i64> = row.get(3)?;
            Ok((row.get(0)?, row.get(1)?, seal, seq.unwrap_or(0) as u64))
        });
        let Some((generation, slot, seal, seq)) = found.optional()? else {
            return Ok(None);
        };
        let seal = seal.ok_or(StorageError::Damaged)?;
        Ok(Some(GenerationHead {
            generation,
            slot,
            seal,
            seq,
        }))
    }

    /// Begins a generation without records.
    pub fn begin_generation(
        &mut self,
        room: &str,
        state: &str,
    ) -> Result<GenerationHead, StorageError> {
        let seal = Seal::random();
        let slot = self.take_slot(&seal)?;
        self.connection
            .prepare_cached("INSERT INTO generations (room, state, slot) VALUES (?1, ?2, ?3)")?
            .execute((room, state, slot))?;
        Ok(GenerationHead {
            generation: self.connection.last_insert_rowid(),
            slot,
            seal,
            seq: 0,
        })
    }

    /// Takes a generation out of use: from the commit on it is no journal, and its seal is broken.
    pub fn end_generation(&mut self, generation: i64, slot: i64) -> Result<(), StorageError> {
        self.free_slot(slot)?;
        self.connection
            .prepare_cached("UPDATE generations SET state = 'gone', slot = 0 WHERE number = ?1")?
            .execute([generation])?;
        Ok(())
    }

    /// Makes a generation the room's present one.
    pub fn show_generation(&self, generation: i64) -> Result<(), StorageError> {
        self.connection
            .prepare_cached("UPDATE generations SET state = 'present' WHERE number = ?1")?
            .execute([generation])?;
        Ok(())
    }

    /// Number and slot of a room's present generation.
    pub fn present(&self, room: &str) -> Result<Option<(i64, i64)>, StorageError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT number, slot FROM generations WHERE room = ?1 AND state = 'present'",
        )?;
        let found = statement.query_row([room], |row| Ok((row.get(0)?, row.get(1)?)));
        Ok(found.optional()?)
    }

    /// Adds a record after the head and moves the head on.
    pub fn add_record(
        &self,
        room: &str,
        head: &mut GenerationHead,
        body: Bytes,
    ) -> Result<Record, StorageError> {
        let record = Record {
            seq: head.seq + 1,
            at_ms: now_ms(),
            body,
        };
        self.insert_record(room, head, &record)?;
        Ok(record)
    }

    pub fn insert_record(
        &self,
        room: &str,
        head: &mut GenerationHead,
        record: &Record,
    ) -> Result<(), StorageError> {
        let of = Position {
            name: room,
            number: record.seq,
            at_ms: record.at_ms,
        };
        self.connection
            .prepare_cached("INSERT INTO records (generation, seq, at_ms, checksum, body) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute((
                head.generation,
                record.seq as i64,
                record.at_ms as i64,
                of.checksum(&record.body),
                head.seal.apply(record.seq, &record.body),
            ))?;
        head.seq = record.seq;
        Ok(())
    }

    /// A place for a new key, with the key in it.
    pub fn take_slot(&mut self, seal: &Seal) -> Result<i64, StorageError> {
        if self.free_slots.is_none() {
            self.free_slots = Some(self.look_up_free_slots()?);
        }
        if let Some(slot) = self.free_slots.as_mut().and_then(Vec::pop) {
            self.overwrite_slot(slot, seal.key())?;
            return Ok(slot);
        }
        self.connection
            .prepare_cached("INSERT INTO seals (key) VALUES (?1)")?
            .execute([seal.key()])?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Breaks a seal: its key is gone with the commit, and from the files when the log is emptied.
    pub fn free_slot(&mut self, slot: i64) -> Result<(), StorageError> {
        self.overwrite_slot(slot, &[0; 32])?;
        if let Some(free) = &mut self.free_slots {
            free.push(slot);
        }
        Ok(())
    }

    fn overwrite_slot(&self, slot: i64, key: &[u8]) -> Result<(), StorageError> {
        self.connection
            .prepare_cached("UPDATE seals SET key = ?2 WHERE slot = ?1")?
            .execute((slot, key))?;
        Ok(())
    }

    fn look_up_free_slots(&self) -> Result<Vec<i64>, StorageError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT slot FROM seals WHERE key = zeroblob(32)")?;
        let slots = statement.query_map([], |row| row.get(0))?;
        Ok(slots.collect::<Result<_, _>>()?)
    }
}
