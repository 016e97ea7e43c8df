//! What organisers add to the reports of their rooms: a document for each room, which goes with it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shared::ids::{RoomId, SlideId};
use shared::limits::REPORT_TEXT_CHARACTERS;
use shared::report::ReportDraft;

use crate::backend::DocumentError;
use crate::clock::now_ms;
use crate::lobby::REPORTS;
use crate::precondition::Precondition;
use crate::store::{Store, Versioned};

/// A draft as it is stored.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ReportDocument {
    pub draft: ReportDraft,
    pub saved_at: u64,
    /// How many answers each question had when it was saved.
    pub counted: BTreeMap<SlideId, u64>,
}

/// Why a draft was not stored.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    #[error("a text of a report is too long")]
    TooLong,
    /// Another version is stored than the one that was expected.
    #[error("the report was changed meanwhile")]
    Changed,
    #[error(transparent)]
    Documents(#[from] DocumentError),
}

/// The drafts of this instance.
#[derive(Clone)]
pub struct Reports {
    store: Store,
}

impl Reports {
    /// The drafts that are kept there.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// The draft of a room; an empty one, of version 0, where nothing was saved.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn get(&self, room: &RoomId) -> Result<Versioned<ReportDocument>, DocumentError> {
        let stored = self.store.get(&key(room)).await?;
        Ok(stored.unwrap_or(Versioned {
            version: 0,
            value: ReportDocument::default(),
        }))
    }

    /// Keeps a draft that was saved elsewhere.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn take_in(
        &self,
        room: &RoomId,
        document: &ReportDocument,
    ) -> Result<(), DocumentError> {
        self.store.create(&key(room), document).await.map(drop)
    }

    /// Takes the quotes out of the draft of a room: what they name is gone.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn forget_quotes(&self, room: &RoomId) -> Result<(), DocumentError> {
        let Versioned { version, mut value } = self.get(room).await?;
        if value.draft.quotes.is_empty() {
            return Ok(());
        }
        value.draft.quotes.clear();
        self.store.put(&key(room), version, &value).await.map(drop)
    }

    /// Replaces the draft of a room, if what is stored is what was expected. The same again, by a
    /// caller that did not hear that it was stored, is no other one.
    ///
    /// # Errors
    /// [`ReportError::TooLong`], [`ReportError::Changed`], and those of the store.
    pub async fn save(
        &self,
        room: &RoomId,
        expected: &Precondition,
        draft: ReportDraft,
        counted: BTreeMap<SlideId, u64>,
    ) -> Result<Versioned<ReportDocument>, ReportError> {
        let texts = [&draft.lead, &draft.next];
        if texts
            .iter()
            .any(|text| text.chars().count() > REPORT_TEXT_CHARACTERS)
        {
            return Err(ReportError::TooLong);
        }
        let before = self.get(room).await?;
        if !expected.allows(before.version) {
            return if before.value.draft == draft {
                Ok(before)
            } else {
                Err(ReportError::Changed)
            };
        }
        let value = ReportDocument {
            draft,
            saved_at: now_ms(),
            counted,
        };
        let stored = match before.version {
            0 => self.store.create(&key(room), &value).await,
            version => self.store.put(&key(room), version, &value).await,
        };
        match stored {
            Ok(version) => {
                tracing::info!(%room, "a report was saved");
                Ok(Versioned { version, value })
            }
            Err(DocumentError::Changed { .. } | DocumentError::Exists) => Err(ReportError::Changed),
            Err(error) => Err(error.into()),
        }
    }
}

fn key(room: &RoomId) -> String {
    format!("{REPORTS}{room}")
}
