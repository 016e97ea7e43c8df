//! Whether an archive is one that a peil could have written. It comes from elsewhere: nothing of it
//! is believed, and what it asks for is bounded before it is folded.

use shared::deck::{Deck, grammar, write};
use shared::event::{Batch, Event};
use shared::ids::RoomId;
use shared::instant::LocalMoment;
use shared::limits::{DECK_BYTES, REPORT_TEXT_CHARACTERS, ROOM_PARTICIPANTS};
use shared::report::ReportDraft;
use shared::room::Room;

use super::{ArchiveError, RoomArchive};
use crate::backend::Record;
use crate::clock::now_ms;
use crate::lobby::ImportedRoom;

/// Letters and digits of a room's name.
const NAME_CHARACTERS: usize = 12;
/// How far clocks may be apart, in milliseconds: a day.
const CLOCKS_APART_MS: u64 = 86_400_000;

/// The room, and what is kept of it beside its journal.
pub(super) fn room(archive: &RoomArchive) -> Result<(Room, ImportedRoom), ArchiveError> {
    let (about, records) = (&archive.about, &archive.records);
    let latest = now_ms().saturating_add(CLOCKS_APART_MS);
    let is_dense = (1..)
        .zip(records)
        .all(|(seq, record)| seq == record.seq && record.at_ms <= latest);
    let draft = about.report.as_ref().map(|report| &report.draft);
    if !is_dense || !is_room_name(&about.room) || !draft.is_none_or(is_draft) {
        return Err(ArchiveError::Unsound);
    }
    let mut room: Option<Room> = None;
    for record in records {
        let batch = batch(record)?;
        match &mut room {
            Some(room) => {
                room.apply(record.seq, record.at_ms, &batch);
            }
            None => {
                let begun = Room::begin(record.seq, record.at_ms, &batch);
                room = Some(begun.map_err(|_| ArchiveError::Unsound)?);
            }
        }
    }
    let room = room.filter(|room| room.id == about.room);
    let room = room.ok_or(ArchiveError::Unsound)?;
    let possible = |expected: &u32| (1..=ROOM_PARTICIPANTS).contains(&(*expected as usize));
    let kept = ImportedRoom {
        title: room.deck.title.clone(),
        expected: about.kept.expected.filter(possible),
        planned: about.kept.planned.clone().filter(is_moment),
        created_at: room.created_at,
        ended_at: room.ended_at(),
    };
    Ok((room, kept))
}

/// A record that this version can read, with decks that could have been stored.
fn batch(record: &Record) -> Result<Batch, ArchiveError> {
    let batch: Batch = serde_json::from_slice(&record.body).map_err(|error| {
        // What has a name that is not known here was written by one that knows more.
        match error.to_string().contains("unknown variant") {
            true => ArchiveError::Newer,
            false => ArchiveError::Unsound,
        }
    })?;
    let mut decks = batch.events.iter().filter_map(|event| match event {
        Event::Created { deck, .. } | Event::DeckChanged { deck, .. } => Some(deck),
        _ => None,
    });
    match decks.all(|deck| is_deck(deck)) {
        true => Ok(batch),
        false => Err(ArchiveError::Unsound),
    }
}

/// Whether its text, as a deck is written, is read as the same slides and groups.
fn is_deck(deck: &Deck) -> bool {
    let text = write::text(&deck.clone().without_secrets());
    let ids = |deck: &Deck| {
        let slides = deck.slides.iter();
        slides.map(|slide| slide.id.clone()).collect::<Vec<_>>()
    };
    // Written anew a deck may be somewhat longer than it was.
    text.len() <= 2 * DECK_BYTES
        && grammar::read_stored(&text).is_ok_and(|reading| {
            reading.deck.groups == deck.groups && ids(&reading.deck) == ids(deck)
        })
}

fn is_room_name(id: &RoomId) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    id.as_str().len() == NAME_CHARACTERS && id.as_str().bytes().all(is_letter)
}

fn is_draft(draft: &ReportDraft) -> bool {
    let texts = [&draft.lead, &draft.next];
    texts
        .iter()
        .all(|text| text.chars().count() <= REPORT_TEXT_CHARACTERS)
}

fn is_moment(moment: &LocalMoment) -> bool {
    let written = serde_json::to_value(moment).ok();
    let written = written.as_ref().and_then(|written| written.as_str());
    written.is_some_and(|written| LocalMoment::parse(written).is_some())
}
