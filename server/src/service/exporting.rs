//! A room's responses as a file to keep.

use super::ServiceError;
use crate::App;
use crate::export::ExportOptions;
use crate::export::file_name::file_name;
use crate::lobby::FoundRoom;
use crate::room::RoomHandle;

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
