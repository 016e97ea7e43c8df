//! A piece of a file, and the key that begins one of its lines.

/// A piece of the file and the line of the file on which it begins, from 1.
#[derive(Debug, Default, PartialEq)]
pub(super) struct SourcePiece {
    pub line: usize,
    pub text: String,
}

/// The key of a line that begins a block: `^[a-z][a-z_-]*:( |$)`.
pub(in crate::deck) fn key_of_line(line: &str) -> Option<&str> {
    let (key, rest) = line.trim_end().split_once(':')?;
    let letters = key
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b == b'_' || b == b'-');
    let starts = key.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
    (letters && starts && (rest.is_empty() || rest.starts_with(' '))).then_some(key)
}
