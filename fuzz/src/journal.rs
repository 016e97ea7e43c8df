//! What lies on the disk: a record, or a bare event, in each line. Whatever it is, a room is made
//! of it or it is not one; a prefix and then the rest is all of it; and what is to be erased can be
//! taken out.

use std::sync::LazyLock;

use serde::Deserialize;
use shared::deck::grammar;
use shared::event::{Batch, Event};
use shared::ids::Millis;
use shared::room::{Applied, Erasure, Outcome, Room};
use shared::rules::Rules;

use crate::fuzzed_room::{Stored, batch, fold, look_around, stored};

/// When records are stamped that don't say.
const NOON: Millis = 1_800_000_000_000;

#[derive(Deserialize)]
struct FuzzedRecord {
    seq: u64,
    at: Millis,
    batch: Batch,
}

/// Folds the journal in one go and in two, and rewrites it.
pub fn holds(bytes: &[u8]) {
    let records = records(bytes);
    let Some(room) = fold(&records) else { return };
    let (first, rest) = records.split_at(records.len().div_ceil(2));
    let mut halfway = fold(first).expect("the first record begins the room");
    look_around(&halfway);
    for record in rest {
        let batch: Batch = serde_json::from_str(&record.body).expect("it was read before");
        halfway.apply(record.seq, record.at, &batch);
    }
    assert_eq!(halfway, room);
    look_around(&room);
    rewrite(&records);
}

/// The records that lines say, with sequences that increase, as a journal promises; where the first
/// begins no room, one that does comes before.
fn records(bytes: &[u8]) -> Vec<Stored> {
    let mut records: Vec<Stored> = Vec::new();
    for line in bytes.split(|byte| *byte == b'\n') {
        let (last, at) = records.last().map_or((0, NOON), |last| (last.seq, last.at));
        let Some(next) = last.checked_add(1) else {
            break;
        };
        let (seq, at, batch) = if let Ok(record) = serde_json::from_slice::<FuzzedRecord>(line) {
            (record.seq.max(next), record.at, record.batch)
        } else if let Ok(event) = serde_json::from_slice::<Event>(line) {
            (next, at.saturating_add(1_000), batch(next, vec![event]))
        } else {
            continue;
        };
        if records.is_empty() && !matches!(batch.events[..], [Event::Created { .. }]) {
            records.push(beginning());
        }
        records.push(stored(seq, at, &batch));
    }
    records
}

fn beginning() -> Stored {
    static BEGINNING: LazyLock<Stored> = LazyLock::new(first);
    BEGINNING.clone()
}

fn first() -> Stored {
    let deck = grammar::read(include_str!("fuzzed_room.md"))
        .expect("the deck is right")
        .deck;
    stored(
        0,
        NOON,
        &batch(
            0,
            vec![Event::Created {
                room: "avond".into(),
                deck: Box::new(deck),
                rules: Rules::LATEST,
                moderates: true,
                groups: true,
                own_pace: true,
                trial: false,
            }],
        ),
    )
}

/// Takes out of the journal what was erased: the rest begins the same room, with nothing left to
/// take out.
fn rewrite(records: &[Stored]) {
    let mut room: Option<Room> = None;
    let mut applied: Vec<Applied> = Vec::new();
    for record in records {
        let batch: Batch = serde_json::from_str(&record.body).expect("it was read before");
        let outcomes: Vec<Outcome> = match &mut room {
            Some(room) => room.apply(record.seq, record.at, &batch),
            None => {
                room = Room::begin(record.seq, record.at, &batch).ok();
                Vec::new()
            }
        };
        applied.push((record.seq, batch, outcomes));
    }
    let Some(room) = room else { return };
    let erasure = Erasure::plan(&room, &applied);
    let redact = |(record, applied): (&Stored, &Applied)| {
        stored(record.seq, record.at, &erasure.redact(applied))
    };
    let rewritten: Vec<Stored> = records.iter().zip(&applied).map(redact).collect();
    let after = fold(&rewritten).expect("its first record begins the room as before");
    look_around(&after);
    assert_eq!(
        after.people, room.people,
        "nobody comes or goes when an answer is taken out"
    );
    assert!(
        after.pending_redactions().is_empty(),
        "{:?} would be taken out again",
        after.pending_redactions()
    );
}
