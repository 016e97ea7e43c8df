//! The decks of this instance: their text, kept as it was written.

use serde::{Deserialize, Serialize};
use shared::deck::Deck;
use shared::deck::grammar::{self, Problem, Reading};

use crate::backend::DocumentError;
use crate::chance;
use crate::clock::now_ms;
use crate::store::{Store, Versioned};

const FOLDER: &str = "decks/";

/// A deck as it is stored.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DeckDocument {
    pub title: String,
    pub slides: usize,
    pub text: String,
    pub changed_at: u64,
}

/// A deck in a list.
#[derive(Clone, Debug, Serialize)]
pub struct DeckRow {
    pub deck: String,
    pub title: String,
    pub slides: usize,
}

/// Why a deck was not stored.
#[derive(Debug, thiserror::Error)]
pub enum DeckError {
    #[error("the deck has errors")]
    Wrong(Vec<Problem>),
    #[error("there is no such deck")]
    Unknown,
    #[error(transparent)]
    Documents(#[from] DocumentError),
}

/// The decks of this instance.
#[derive(Clone)]
pub struct Decks(pub Store);

impl Decks {
    /// Stores a new deck and answers its name.
    ///
    /// # Errors
    /// [`DeckError::Wrong`] with every error and its line, and those of the store.
    pub async fn add(&self, text: &str) -> Result<(String, DeckDocument), DeckError> {
        let (document, _) = read(text)?;
        let name = chance::name(10);
        self.0.create(&key(&name), &document).await?;
        tracing::info!(deck = name, slides = document.slides, "a deck was added");
        Ok((name, document))
    }

    /// Replaces a deck's text. Rooms that were started from it keep theirs.
    ///
    /// # Errors
    /// As [`Decks::add`], and [`DeckError::Unknown`].
    pub async fn change(&self, name: &str, text: &str) -> Result<DeckDocument, DeckError> {
        let before = self.get(name).await?;
        let (document, _) = read(text)?;
        self.0.put(&key(name), before.version, &document).await?;
        tracing::info!(deck = name, slides = document.slides, "a deck was changed");
        Ok(document)
    }

    /// The deck of that name.
    ///
    /// # Errors
    /// [`DeckError::Unknown`], and those of the store.
    pub async fn get(&self, name: &str) -> Result<Versioned<DeckDocument>, DeckError> {
        self.0.get(&key(name)).await?.ok_or(DeckError::Unknown)
    }

    /// Removes a deck for good.
    ///
    /// # Errors
    /// [`DeckError::Unknown`], and those of the store.
    pub async fn remove(&self, name: &str) -> Result<(), DeckError> {
        self.get(name).await?;
        self.0.delete(&key(name)).await?;
        tracing::info!(deck = name, "a deck was deleted");
        Ok(())
    }

    /// All decks, by title.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn list(&self) -> Result<Vec<DeckRow>, DeckError> {
        let mut rows = Vec::new();
        for name in self.0.names(FOLDER).await? {
            if let Some(Versioned { value, .. }) = self.0.get::<DeckDocument>(&key(&name)).await? {
                rows.push(DeckRow { deck: name, title: value.title, slides: value.slides });
            }
        }
        rows.sort_by(|a, b| (&a.title, &a.deck).cmp(&(&b.title, &b.deck)));
        Ok(rows)
    }
}

fn read(text: &str) -> Result<(DeckDocument, Deck), DeckError> {
    let Reading { deck, .. } = grammar::read(text).map_err(DeckError::Wrong)?;
    let document = DeckDocument {
        title: deck.title.clone(),
        slides: deck.slides.len(),
        text: text.to_owned(),
        changed_at: now_ms(),
    };
    Ok((document, deck))
}

fn key(name: &str) -> String {
    format!("{FOLDER}{name}")
}
