//! The settings at the top of the file: a deck without its slides.

use super::Edition;
use super::block::{self, Home};
use super::keys;
use super::piece::Piece;
use super::settings::Settings;
use crate::deck::problem::Problem;
use crate::deck::{Deck, Pace};
use crate::limits::GRACE_SECONDS;

/// The language of a deck that names none.
pub(in crate::deck) const LANGUAGE: &str = "nl";

/// Reads front matter, and the lines of its keys; without any, everything has its default.
pub(super) fn read(
    piece: Option<&Piece>,
    edition: Edition,
    problems: &mut Vec<Problem>,
) -> (Deck, Vec<(String, usize)>) {
    let entries = piece.and_then(|piece| block::read(piece, Home::Deck, edition, problems)).unwrap_or_default();
    let entries = keys::check_front(entries, problems);
    let mut settings = Settings { entries: &entries, problems };
    let deck = Deck {
        title: settings.text("title").unwrap_or_default(),
        language: settings.text("language").unwrap_or_else(|| LANGUAGE.into()),
        qa: settings.word("qa").unwrap_or_default(),
        reactions: settings.texts("reactions").unwrap_or_default(),
        theme: settings.text("theme"),
        results: settings.word("results").unwrap_or_default(),
        phones: settings.word("phones").unwrap_or_default(),
        pace: settings.word_among("pace", &[Pace::Room, Pace::Own]).unwrap_or_default(),
        grace: settings.count("grace").unwrap_or(GRACE_SECONDS),
        slides: Vec::new(),
    };
    let lines = settings.lines();
    (deck, lines)
}
