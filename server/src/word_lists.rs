//! What words are known to the server: which are rude, and which are inflections of one another.
//! The lists and their licences are files of `server/data`. What is done about them, others know.

pub mod inflections;
pub mod profanity;

/// The language of a deck without what follows it: `nl` of `nl-BE`.
fn primary(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or(language)
}
