//! A room's responses as a file to keep.

use shared::room::Room;

use super::{ServiceError, outcome, rooms};
use crate::App;
use crate::child::ChildJob;
use crate::export::file_name::{FileSubject, file_name, forms_name, spreadsheet_name};
use crate::export::{ExportFormat, ExportOptions, book, forms as table_export};
use crate::forms::FormTable;
use crate::lobby::FoundRoom;
use crate::room::RoomHandle;

/// The media type of a spreadsheet.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A file to keep.
pub struct Exported {
    pub name: String,
    pub content_type: &'static str,
    pub bytes: Vec<u8>,
}

/// The responses as they are now.
///
/// # Errors
/// [`ServiceError::AnswersEnded`] where there are none any more; why the room can't be read.
pub fn export(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    wanted: ExportOptions,
) -> Result<Exported, ServiceError> {
    rooms::has_answers(found)?;
    let (zone, code) = (&app.settings.zone, &found.document.code);
    let (bytes, name) = handle.read(|room| {
        (
            wanted.bytes(room, zone),
            file_name(room, code, wanted, zone),
        )
    })?;
    tracing::info!(room = %found.id, file = wanted.extension(), bytes = bytes.len(), "answers were exported");
    Ok(Exported {
        name,
        content_type: wanted.content_type(),
        bytes,
    })
}

/// Everything that was answered as a spreadsheet, with what people filled into forms on sheets of
/// their own; the totals alone once the answers have ended.
///
/// # Errors
/// Why the room can't be read, or the file not be made.
pub async fn spreadsheet(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
) -> Result<Exported, ServiceError> {
    let (zone, code) = (&app.settings.zone, &found.document.code);
    let (book, name) = match found.document.answers_ended {
        Some(_) => {
            let outcome = outcome::of(app, (found, handle), None).await?;
            let name = spreadsheet_name(FileSubject::of_outcome(&outcome), code, zone);
            (book::totals::book(&outcome, zone), name)
        }
        None => {
            let tables = super::forms::tables(app, found, handle).await?;
            let (app, code) = (app.clone(), code.clone());
            let read = move |room: &Room| {
                let zone = &app.settings.zone;
                let name = spreadsheet_name(FileSubject::of(room), &code, zone);
                (book::book(room, &tables, zone), name)
            };
            handle.read_apart(read).await?
        }
    };
    let bytes = app.children.run(&ChildJob::Xlsx(book)).await?;
    tracing::info!(room = %found.id, file = "xlsx", bytes = bytes.len(), "answers were exported");
    Ok(Exported {
        name,
        content_type: XLSX,
        bytes,
    })
}

/// What people filled into one form, in a file of its own.
///
/// # Errors
/// Why the room can't be read.
pub fn forms(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    table: &FormTable,
    (format, excel): (ExportFormat, bool),
) -> Result<Exported, ServiceError> {
    let wanted = ExportOptions {
        format,
        excel,
        ..ExportOptions::default()
    };
    let bytes = match format {
        ExportFormat::Csv => table_export::csv(table, excel),
        ExportFormat::Json => table_export::json_file(table),
    };
    let (zone, code) = (&app.settings.zone, &found.document.code);
    let name = handle.read(|room| forms_name(room, code, (&table.question, wanted), zone))?;
    tracing::info!(room = %found.id, file = wanted.extension(), bytes = bytes.len(), "forms were exported");
    Ok(Exported {
        name,
        content_type: wanted.content_type(),
        bytes,
    })
}
