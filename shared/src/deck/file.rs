//! The bytes of a file as a deck's text: what is text is read, what is another format is said by
//! its name.

use super::problem::{DeckNotice, FileFormat, Problem, StructureProblem};

/// What a file is.
#[derive(Clone, Debug, PartialEq)]
pub enum DeckFile {
    /// Its text, and what is worth knowing about how it was read.
    Text(String, Option<Problem>),
    /// A file of another format, which is wrong with it.
    Other(Problem),
    /// Bytes that are no text of any kind that is known here.
    Unknown,
}

/// How files begin that hold more than text.
const FORMATS: &[(&[u8], FileFormat)] = &[
    (b"PK\x03\x04", FileFormat::Word),
    (b"\xd0\xcf\x11\xe0", FileFormat::Word),
    (b"%PDF-", FileFormat::Pdf),
    (RTF.as_bytes(), FileFormat::Rtf),
];

const RTF: &str = "{\\rtf";

/// Reads a file.
pub fn read(bytes: &[u8]) -> DeckFile {
    if let Some((_, format)) = FORMATS.iter().find(|(begin, _)| bytes.starts_with(begin)) {
        return DeckFile::Other(Problem::new(
            1,
            StructureProblem::NoText { format: *format },
        ));
    }
    if let Some(text) = utf16(bytes) {
        return DeckFile::Text(text, Some(Problem::new(1, DeckNotice::Utf16)));
    }
    String::from_utf8(bytes.to_vec()).map_or(DeckFile::Unknown, |text| DeckFile::Text(text, None))
}

/// Whether a text is rich text, whose marks would all be shown.
pub(super) fn is_rich_text(text: &str) -> bool {
    text.trim_start().starts_with(RTF)
}

/// UTF-16, by the mark at its start, or by every other byte of its first letters being nought.
fn utf16(bytes: &[u8]) -> Option<String> {
    const LETTERS: usize = 4;
    let nought = |odd: usize| {
        bytes.len() >= 2 * LETTERS
            && bytes[..2 * LETTERS]
                .iter()
                .enumerate()
                .all(|(index, byte)| (*byte == 0) == (index % 2 == odd))
    };
    let read: fn([u8; 2]) -> u16 = match bytes {
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ if nought(1) => u16::from_le_bytes,
        _ if nought(0) => u16::from_be_bytes,
        _ => return None,
    };
    let units = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]]));
    let text: String = char::decode_utf16(units).collect::<Result<_, _>>().ok()?;
    Some(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}
