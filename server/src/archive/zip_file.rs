//! A ZIP in the making: the same files give the same bytes.

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Endings of files that are packed already.
const PACKED: [&str; 4] = [".png", ".docx", ".xlsx", ".pdf"];

/// A ZIP in memory.
pub struct ZipFile {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Default for ZipFile {
    fn default() -> Self {
        Self {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
        }
    }
}

impl ZipFile {
    /// Adds a file.
    ///
    /// # Errors
    /// Where there is one of that name, or too much in it.
    pub fn file(&mut self, name: &str, bytes: &[u8]) -> ZipResult<()> {
        let is_packed = PACKED.iter().any(|ending| name.ends_with(ending));
        let method = match is_packed {
            true => CompressionMethod::Stored,
            false => CompressionMethod::Deflated,
        };
        // One moment for all: who looks at the files sees the day in their texts.
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o600);
        self.zip.start_file(name, options)?;
        self.zip.write_all(bytes)?;
        Ok(())
    }

    /// All of it.
    ///
    /// # Errors
    /// Where there is too much in it.
    pub fn bytes(self) -> ZipResult<Vec<u8>> {
        Ok(self.zip.finish()?.into_inner())
    }
}
