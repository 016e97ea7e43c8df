//! A room's responses as a file to keep.

use super::ServiceError;
use crate::App;
use crate::child::ChildJob;
use crate::export::file_name::{file_name, forms_name, spreadsheet_name};
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
/// Why the room can't be read.
pub fn export(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    wanted: ExportOptions,
) -> Result<Exported, ServiceError> {
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
/// their own.
///
/// # Errors
/// Why the room can't be read, or the file not be made.
pub async fn spreadsheet(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
) -> Result<Exported, ServiceError> {
    let tables = super::forms::tables(app, found, handle).await?;
    let (zone, code) = (&app.settings.zone, &found.document.code);
    let (book, name) = handle.read(|room| {
        (
            book::book(room, &tables, zone),
            spreadsheet_name(room, code, zone),
        )
    })?;
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
