//! A room in, bytes out: the responses as CSV or JSON. Knows nothing of HTTP or files.
//!
//! What was erased is nowhere in an export. Every round of every question is in it, in deck order.

pub mod csv;
pub mod json;
pub mod rows;
pub mod sheet;

use serde::Deserialize;
use shared::room::Room;

/// What kind of export is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Export {
    #[serde(default)]
    pub format: Format,
    #[serde(default)]
    pub shape: Shape,
    #[serde(default, deserialize_with = "flag")]
    pub excel: bool,
}

/// The file's format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    #[default]
    Csv,
    Json,
}

/// A row per given value, or a row per participant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    #[default]
    Long,
    Wide,
}

impl Export {
    /// The file's bytes.
    pub fn bytes(self, room: &Room) -> Vec<u8> {
        match (self.format, self.shape) {
            (Format::Json, _) => json::bytes(room),
            (Format::Csv, Shape::Long) => csv::long(room, self.excel),
            (Format::Csv, Shape::Wide) => csv::wide(room, self.excel),
        }
    }

    /// The file's ending.
    pub fn extension(self) -> &'static str {
        match self.format {
            Format::Csv => "csv",
            Format::Json => "json",
        }
    }

    /// The media type.
    pub fn content_type(self) -> &'static str {
        match self.format {
            Format::Csv => "text/csv; charset=utf-8",
            Format::Json => "application/json",
        }
    }
}

fn flag<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    match String::deserialize(deserializer)?.as_str() {
        "1" | "true" => Ok(true),
        "0" | "false" | "" => Ok(false),
        _ => Err(serde::de::Error::custom("`excel` is 1 or 0")),
    }
}
