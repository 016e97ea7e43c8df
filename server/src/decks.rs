//! The decks of this instance: their text, kept as it was written.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use shared::deck::Deck;
use shared::deck::grammar::{self, Reading};
use shared::deck::problem::Problem;

use crate::backend::DocumentError;
use crate::clock::now_ms;
use crate::document_index::DocumentIndex;
use crate::precondition::Precondition;
use crate::random;
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
pub struct DeckSummary {
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
    /// Another version is stored than the one that was expected.
    #[error("the deck was changed meanwhile")]
    Changed,
    #[error(transparent)]
    Documents(#[from] DocumentError),
}

/// The decks of this instance.
#[derive(Clone)]
pub struct Decks {
    store: Store,
    listed: Arc<DocumentIndex<DeckSummary>>,
}

impl Decks {
    /// The decks that are kept there.
    pub fn new(store: Store) -> Self {
        Self {
            store,
            listed: Arc::new(DocumentIndex::of(FOLDER)),
        }
    }

    /// Stores a new deck and answers its name.
    ///
    /// # Errors
    /// [`DeckError::Wrong`] with every error and its line, and those of the store.
    pub async fn add(&self, text: &str) -> Result<(String, Versioned<DeckDocument>), DeckError> {
        let (value, _) = read(text)?;
        let name = random::name(10);
        let version = self.store.create(&key(&name), &value).await?;
        tracing::info!(deck = name, slides = value.slides, "a deck was added");
        Ok((name, Versioned { version, value }))
    }

    /// Replaces the text of a deck that is what was expected. Rooms that were started from it keep
    /// theirs. The same change again, by a caller that did not hear that it was made, is no other
    /// one.
    ///
    /// # Errors
    /// As [`Decks::add`], [`DeckError::Unknown`] and [`DeckError::Changed`].
    pub async fn change(
        &self,
        name: &str,
        expected: &Precondition,
        text: &str,
    ) -> Result<Versioned<DeckDocument>, DeckError> {
        let before = self.get(name).await?;
        if !expected.allows(before.version) {
            return if before.value.text == text {
                Ok(before)
            } else {
                Err(DeckError::Changed)
            };
        }
        let (value, _) = read(text)?;
        match self.store.put(&key(name), before.version, &value).await {
            Ok(version) => {
                tracing::info!(deck = name, slides = value.slides, "a deck was changed");
                Ok(Versioned { version, value })
            }
            Err(DocumentError::Changed { found: Some(_) }) => Err(DeckError::Changed),
            Err(DocumentError::Changed { found: None }) => Err(DeckError::Unknown),
            Err(error) => Err(error.into()),
        }
    }

    /// The deck of that name.
    ///
    /// # Errors
    /// [`DeckError::Unknown`], and those of the store.
    pub async fn get(&self, name: &str) -> Result<Versioned<DeckDocument>, DeckError> {
        self.store.get(&key(name)).await?.ok_or(DeckError::Unknown)
    }

    /// Removes a deck for good, if it is what was expected.
    ///
    /// # Errors
    /// [`DeckError::Unknown`], [`DeckError::Changed`], and those of the store.
    pub async fn remove(&self, name: &str, expected: &Precondition) -> Result<(), DeckError> {
        if !expected.allows(self.get(name).await?.version) {
            return Err(DeckError::Changed);
        }
        self.store.delete(&key(name)).await?;
        tracing::info!(deck = name, "a deck was deleted");
        Ok(())
    }

    /// All decks, by title.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn list(&self) -> Result<Vec<Arc<DeckSummary>>, DeckError> {
        let row = |name: &str, document: DeckDocument| DeckSummary {
            deck: name.to_owned(),
            title: document.title,
            slides: document.slides,
        };
        let mut rows = self.listed.rows(&self.store, row).await?;
        rows.sort_by(|a, b| (&a.title, &a.deck).cmp(&(&b.title, &b.deck)));
        Ok(rows)
    }
}

/// What is worth knowing about a deck that is stored.
pub fn warnings(text: &str) -> Vec<Problem> {
    grammar::read_stored(text)
        .map(|reading| reading.warnings)
        .unwrap_or_default()
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
