//! The slides that a room knows, by which a new text is read beside it.

use crate::deck::grammar::{self};
use crate::deck::matching::{self, Known};
use crate::deck::problem::Problem;
use crate::deck::{Deck, Slide};
use crate::ids::{DeckVersion, SlideId};
use crate::room::Room;

/// What a room knows of slides: by it a new text is read, beside the room.
#[derive(Clone, Debug)]
pub struct KnownSlides {
    slides: Vec<Slide>,
    gone: Vec<Slide>,
    version: DeckVersion,
}

/// A new text as a room understands it.
#[derive(Clone, Debug, PartialEq)]
pub struct NewDeck {
    /// With the ids under which the room knows its slides.
    pub(super) deck: Deck,
    pub(super) matched: Vec<SlideId>,
    pub(super) version: DeckVersion,
    /// What is worth knowing about the text.
    pub warnings: Vec<Problem>,
}

impl KnownSlides {
    /// Reads a new text. Slides may be named in it by the ids of the room or by their own.
    ///
    /// # Errors
    /// As [`grammar::read`].
    pub fn read(&self, text: &str) -> Result<NewDeck, Vec<Problem>> {
        let known = Known {
            slides: &self.slides,
            gone: self.gone.iter().collect(),
        };
        let mut matched = Vec::new();
        let reading = grammar::read_named(text, |deck| {
            matched = matching::recognise(&known, deck);
        })?;
        Ok(NewDeck {
            deck: reading.deck,
            matched,
            version: self.version,
            warnings: reading.warnings,
        })
    }
}

impl NewDeck {
    /// The deck's title.
    pub fn title(&self) -> &str {
        &self.deck.title
    }
}

impl Room {
    /// What it knows of slides.
    pub fn known_slides(&self) -> KnownSlides {
        KnownSlides {
            slides: self.deck.slides.clone(),
            gone: self.gone.values().cloned().collect(),
            version: self.deck_version,
        }
    }
}
