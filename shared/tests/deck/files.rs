//! A deck's file as bytes: text in two encodings, and files that hold more than text.

use shared::deck::file::{DeckFile, read};
use shared::deck::grammar::{self};
use shared::deck::problem::{DeckNotice, FileFormat, StructureProblem};

const DECK: &str = "---\ntitle: Één deck 🐱\n---\n\n# A\n";

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

#[test]
fn utf_16_is_read_and_warned_of() {
    let marked = format!("\u{feff}{DECK}");
    for bytes in [
        utf16(&marked, u16::to_le_bytes),
        utf16(&marked, u16::to_be_bytes),
        utf16(DECK, u16::to_le_bytes),
        utf16(DECK, u16::to_be_bytes),
        utf16("# Welkom", u16::to_le_bytes),
    ] {
        let DeckFile::Text(text, Some(notice)) = read(&bytes) else {
            panic!("{bytes:?}")
        };
        assert!(text == DECK || text == "# Welkom", "{text:?}");
        assert_eq!(
            (notice.line, notice.code(), notice.is_error()),
            (1, "deck-in-utf-16", false)
        );
        assert_eq!(notice.wrong, DeckNotice::Utf16.into());
    }
}

#[test]
fn utf_8_is_as_it_is_with_and_without_a_mark() {
    for text in [
        DECK.to_owned(),
        format!("\u{feff}{DECK}"),
        String::new(),
        "a".into(),
    ] {
        assert_eq!(read(text.as_bytes()), DeckFile::Text(text, None));
    }
}

#[test]
fn other_formats_are_called_by_their_name() {
    for (bytes, format) in [
        (&b"PK\x03\x04\x14\x00\x06\x00"[..], FileFormat::Word),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileFormat::Word),
        (b"{\\rtf1\\ansi # A}", FileFormat::Rtf),
        (b"%PDF-1.7\n", FileFormat::Pdf),
    ] {
        let DeckFile::Other(problem) = read(bytes) else {
            panic!("{bytes:?}")
        };
        assert_eq!(
            (problem.line, problem.code(), problem.is_error()),
            (1, "deck-not-text", true)
        );
        assert_eq!(problem.wrong, StructureProblem::NoText { format }.into());
    }
    let pasted = grammar::read("{\\rtf1\\ansi\n---\n# A}").unwrap_err();
    assert_eq!((pasted.len(), pasted[0].code()), (1, "deck-not-text"));
}

#[test]
fn bytes_of_no_kind_are_no_text() {
    for bytes in [
        &b"# caf\xe9"[..],
        b"\xff\xfe\x00\xd8",
        b"\x89PNG\r\n\x1a\n\xff",
        b"\xc3",
    ] {
        assert_eq!(read(bytes), DeckFile::Unknown, "{bytes:?}");
    }
}
