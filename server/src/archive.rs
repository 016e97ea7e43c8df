//! A room as it is kept outside a peil: its journal, what was filled into its forms and what its
//! organiser added, in a folder of a ZIP. Another peil takes it in whole.
//!
//! Who took part keeps their number, but no cookie leads to it there: the key by which numbers are
//! made stays behind, as do links, the addresses of mail and the password of a network.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use bytes::Bytes;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use shared::event::{Batch, Event};
use shared::ids::RoomId;
use shared::report::ReportDraft;
use shared::room::{KnownForm, Room};
use zip::ZipArchive;
use zip::result::ZipResult;

use crate::after_pages::AfterPageDraft;
use crate::backend::Record;
use crate::forms::FormDocument;
use crate::lobby::{FoundRoom, ImportedRoom};
use crate::reports::ReportDocument;
use crate::room::fold::encode;
use zip_file::ZipFile;

mod checking;
pub mod zip_file;

/// What this version writes, and the newest that it reads.
const FORMAT: u32 = 1;
const ABOUT: &str = "archive/room.json";
const JOURNAL: &str = "archive/journal.ndjson";
const FORMS: &str = "archive/forms.ndjson";
/// How large an archive may be that is taken in, in bytes.
pub const ARCHIVE_BYTES_MAX: usize = 64 * 1024 * 1024;
/// How large what is in it may be, in bytes: a ZIP says it in much less.
const CONTENT_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// Why an archive was not taken in.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    #[error("this is no archive of a room, or a damaged one")]
    Unsound,
    #[error("this archive was made by a newer version of peil")]
    Newer,
    #[error("what is in this archive is more than a room can be")]
    TooLarge,
}

/// A room out of any peil's hands.
pub struct RoomArchive {
    pub about: ArchivedRoom,
    pub records: Vec<Record>,
    /// In an order that tells nothing.
    pub forms: Vec<FormDocument>,
}

/// What is kept of a room beside its journal.
#[derive(Debug, Serialize, Deserialize)]
pub struct ArchivedRoom {
    format: u32,
    pub room: RoomId,
    #[serde(flatten)]
    pub kept: ImportedRoom,
    /// What its organiser added to the report.
    #[serde(default)]
    pub report: Option<ReportDocument>,
    /// What they put on the page that is there afterwards.
    #[serde(default)]
    pub page: Option<AfterPageDraft>,
}

/// A line of the journal.
#[derive(Serialize, Deserialize)]
struct ArchivedRecord<'a> {
    seq: u64,
    at_ms: u64,
    #[serde(borrow)]
    batch: &'a RawValue,
}

impl ArchivedRoom {
    /// What there is to say of a room.
    pub fn of(
        found: &FoundRoom,
        report: Option<ReportDocument>,
        page: Option<AfterPageDraft>,
    ) -> Self {
        Self {
            format: FORMAT,
            room: found.id.clone(),
            kept: ImportedRoom::from(&found.document),
            report,
            page,
        }
    }
}

impl RoomArchive {
    /// Adds it to a ZIP, in a folder of its own.
    ///
    /// # Errors
    /// Those of writing it.
    pub fn write(&self, zip: &mut ZipFile) -> ZipResult<()> {
        zip.file(ABOUT, &json_line(&self.about))?;
        let mut journal = Vec::new();
        for record in &self.records {
            let body = without_secrets(record);
            let batch = serde_json::from_slice(&body).map_err(std::io::Error::from)?;
            let (seq, at_ms) = (record.seq, record.at_ms);
            journal.extend(json_line(&ArchivedRecord { seq, at_ms, batch }));
        }
        zip.file(JOURNAL, &journal)?;
        zip.file(
            FORMS,
            &self.forms.iter().flat_map(json_line).collect::<Vec<u8>>(),
        )
    }

    /// Reads one that a peil wrote, whatever else is in that ZIP.
    ///
    /// # Errors
    /// Every [`ArchiveError`].
    pub fn read(bytes: &[u8]) -> Result<Self, ArchiveError> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ArchiveError::Unsound)?;
        let mut left = CONTENT_BYTES_MAX;
        let about = part(&mut zip, ABOUT, &mut left)?;
        let format: FormatOf = whole(&about)?;
        if format.format > FORMAT {
            return Err(ArchiveError::Newer);
        }
        let journal = part(&mut zip, JOURNAL, &mut left)?;
        let forms = part(&mut zip, FORMS, &mut left)?;
        Ok(Self {
            about: whole(&about)?,
            records: lines(&journal).map(record).collect::<Result<_, _>>()?,
            forms: lines(&forms).map(whole).collect::<Result<_, _>>()?,
        })
    }

    /// What its organiser added to the report.
    pub fn draft(&self) -> ReportDraft {
        let added = self.about.report.as_ref();
        added.map(|report| report.draft.clone()).unwrap_or_default()
    }

    /// The room that its journal comes to, and what is kept of it beside that. What no peil could
    /// have written comes to none.
    ///
    /// # Errors
    /// [`ArchiveError::Unsound`], and [`ArchiveError::Newer`] where this version does not know
    /// what stands in it.
    pub fn room(&self) -> Result<(Room, ImportedRoom), ArchiveError> {
        checking::room(self)
    }

    /// The forms that a room knows, each with what the room knows of it. Others are of nobody.
    pub fn known_forms(&self, room: &Room) -> Vec<(KnownForm, &FormDocument)> {
        let known = room.all_forms().into_iter();
        let by_mac: HashMap<String, KnownForm> = known
            .map(|known| (known.mac.as_str().to_owned(), known))
            .collect();
        let forms = self.forms.iter();
        forms
            .filter_map(|form| Some((by_mac.get(form.mac().as_str())?.clone(), form)))
            .collect()
    }
}

/// Which format an archive has, whatever else that format says.
#[derive(Deserialize)]
struct FormatOf {
    format: u32,
}

/// The body of a record, without what decks keep from everybody but the stage.
fn without_secrets(record: &Record) -> Bytes {
    let Ok(mut batch) = serde_json::from_slice::<Batch>(&record.body) else {
        return record.body.clone();
    };
    let mut is_changed = false;
    for event in &mut batch.events {
        if let Event::Created { deck, .. } | Event::DeckChanged { deck, .. } = event {
            let bare = deck.clone().without_secrets();
            is_changed |= bare != **deck;
            **deck = bare;
        }
    }
    if is_changed {
        encode(&batch)
    } else {
        record.body.clone()
    }
}

fn record(line: &[u8]) -> Result<Record, ArchiveError> {
    let archived: ArchivedRecord =
        serde_json::from_slice(line).map_err(|_| ArchiveError::Unsound)?;
    Ok(Record {
        seq: archived.seq,
        at_ms: archived.at_ms,
        body: Bytes::from(archived.batch.get().to_owned()),
    })
}

/// A file of the ZIP, of what may still come out of it.
fn part(
    zip: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
    left: &mut u64,
) -> Result<Vec<u8>, ArchiveError> {
    let file = zip.by_name(name).map_err(|_| ArchiveError::Unsound)?;
    let mut bytes = Vec::new();
    let read = file.take(*left + 1).read_to_end(&mut bytes);
    read.map_err(|_| ArchiveError::Unsound)?;
    *left = left
        .checked_sub(bytes.len() as u64)
        .ok_or(ArchiveError::TooLarge)?;
    Ok(bytes)
}

fn whole<T: DeserializeOwned>(json: &[u8]) -> Result<T, ArchiveError> {
    serde_json::from_slice(json).map_err(|_| ArchiveError::Unsound)
}

fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let lines = text.split(|byte| *byte == b'\n');
    lines.filter(|line| !line.trim_ascii().is_empty())
}

fn json_line(value: &impl Serialize) -> Vec<u8> {
    let mut line = serde_json::to_vec(value).expect("what is archived is plain data");
    line.push(b'\n');
    line
}

#[cfg(test)]
mod tests;
