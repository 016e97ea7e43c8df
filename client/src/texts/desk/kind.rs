//! Kinds of slides in words.

use crate::language::Language;
use crate::messages::kinds;

/// A kind in words; one that is not known here stays as it is.
pub fn kind(language: Language, kind: &str) -> &str {
    kinds::named(language, kind).unwrap_or(kind)
}
