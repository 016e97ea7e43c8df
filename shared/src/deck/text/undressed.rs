//! Texts as they are meant, without the marks that people and their programs put around them.

use unicode_normalization::UnicodeNormalization;

/// Marks around a key or its value that are none of theirs.
pub(crate) const DRESS: &[char] = &[
    '*', '_', '`', '~', '"', '\'', '“', '”', '„', '‘', '’', '«', '»', '‚',
];

/// A value without quotes around it, in small letters.
pub(crate) fn undressed(value: &str) -> String {
    let inner = value.trim_matches(|c: char| {
        DRESS.contains(&c) || c.is_whitespace() || matches!(c, '[' | ']' | '.' | ',')
    });
    inner.nfkc().flat_map(char::to_lowercase).collect()
}
