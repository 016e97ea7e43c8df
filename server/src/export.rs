//! A room in, bytes out: the responses as CSV or JSON. Knows nothing of HTTP or files.
//!
//! What was erased is nowhere in an export. Every round of every question is in it, in deck order.
//! Whoever counts the rows comes to the figures that peil shows: what was merged counts under its
//! name, and options with the same label are distinguished.

pub mod book;
mod characters;
pub mod csv;
pub mod file_name;
pub mod forms;
pub mod guessed;
pub mod inert;
pub mod json;
pub mod rows;
pub mod sheet;

use serde::Deserialize;
use shared::room::Room;

use crate::zone::Zone;

/// What kind of export is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct ExportOptions {
    #[serde(default)]
    pub format: ExportFormat,
    #[serde(default)]
    pub shape: ExportShape,
    #[serde(default, deserialize_with = "flag")]
    pub excel: bool,
}

/// The file's format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ExportFormat {
    #[default]
    Csv,
    Json,
}

/// A row per given value, or a row per participant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ExportShape {
    #[default]
    Long,
    Wide,
}

impl ExportOptions {
    /// The file's bytes; moments also as the clocks in `zone` show them.
    pub fn bytes(self, room: &Room, zone: &Zone) -> Vec<u8> {
        match (self.format, self.shape) {
            (ExportFormat::Json, _) => json::bytes(room, zone),
            (ExportFormat::Csv, ExportShape::Long) => csv::long(room, self.excel, zone),
            (ExportFormat::Csv, ExportShape::Wide) => csv::wide(room, self.excel),
        }
    }

    /// Its shape as a word of the file's name: no two exports of a room have the same.
    pub fn word(self) -> &'static str {
        match (self.format, self.shape, self.excel) {
            (ExportFormat::Json, ..) => "all",
            (ExportFormat::Csv, ExportShape::Long, false) => "long",
            (ExportFormat::Csv, ExportShape::Wide, false) => "wide",
            (ExportFormat::Csv, ExportShape::Long, true) => "long-excel",
            (ExportFormat::Csv, ExportShape::Wide, true) => "wide-excel",
        }
    }

    /// The file's ending.
    pub fn extension(self) -> &'static str {
        match self.format {
            ExportFormat::Csv => "csv",
            ExportFormat::Json => "json",
        }
    }

    /// The media type.
    pub fn content_type(self) -> &'static str {
        match self.format {
            ExportFormat::Csv => "text/csv; charset=utf-8",
            ExportFormat::Json => "application/json",
        }
    }
}

/// A word that is yes or no.
pub(crate) fn flag<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    match String::deserialize(deserializer)?.as_str() {
        "1" | "true" => Ok(true),
        "0" | "false" | "" => Ok(false),
        _ => Err(serde::de::Error::custom("`excel` is 1 or 0")),
    }
}
