//! The pages on which people read afterwards what came out of a room: what their organisers put
//! there, a document for each room, and the names by which they are found. Both go with the room.
//!
//! A name is a document of its own that leads to a room, so that it is found in one look-up and
//! nobody takes it twice. It counts only where the room's document names it back.

use serde::{Deserialize, Serialize};
use shared::ids::{Millis, RoomId, SlideId};
use shared::limits::{PAGE_LABEL_CHARACTERS, PAGE_LINKS, PAGE_TEXT_CHARACTERS, TRANSCRIPT_BYTES};

use crate::backend::DocumentError;
use crate::clock::now_ms;
use crate::precondition::Precondition;
use crate::store::{Store, Versioned};
use crate::web_address;

pub mod slug;
pub mod transcript;

const PAGES: &str = "pages/";
const SLUGS: &str = "slugs/";
/// Ids of the questions on a page, all together: many more than a deck can have.
const SHOWN_BYTES: usize = 64 * 1024;
/// How many names are tried where the usual one is another room's.
const SLUG_TRIES: u32 = 50;

/// What an organiser puts on the page of a room, with the fields of the API.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AfterPageDraft {
    /// Whether people may see it, once the room has ended.
    pub open: bool,
    /// The last day on which they may, as `2026-12-28`; without it two weeks after the end.
    pub until: Option<String>,
    /// Which questions are on it, in their order; all that have answers, but for forms, where
    /// nothing is chosen.
    pub show: Option<Vec<SlideId>>,
    /// Addresses of slides, a video and the like.
    pub urls: Vec<PageUrl>,
    /// In the organiser's own words.
    pub text: String,
    /// What was said, as text or as the cues of a `.vtt` file.
    pub transcript: String,
    /// The last part of its address; a name is made where none is chosen.
    pub slug: String,
}

/// An address with what it is called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageUrl {
    pub label: String,
    pub url: String,
}

/// The same as it is stored.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct AfterPageDocument {
    pub draft: AfterPageDraft,
    /// The end of the day that was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes_at: Option<Millis>,
    pub saved_at: Millis,
}

/// Why a page was not stored.
#[derive(Debug, thiserror::Error)]
pub enum AfterPageError {
    #[error("a text of the page is too long")]
    TooLong,
    #[error("an address on the page is none of a page, or has no name")]
    Url,
    #[error("that is no day until which a page can be open")]
    Day,
    #[error("that can't be the name of a page")]
    Slug,
    /// Another room's page has it.
    #[error("another page has that name")]
    SlugTaken,
    /// Another version is stored than the one that was expected.
    #[error("the page was changed meanwhile")]
    Changed,
    #[error(transparent)]
    Documents(#[from] DocumentError),
}

impl AfterPageDraft {
    /// The same as it is stored.
    fn checked(self) -> Result<Self, AfterPageError> {
        let is_long = |text: &str, characters: usize| text.chars().count() > characters;
        let id_length = |id: &SlideId| id.as_str().len();
        let label_is_long = |link: &PageUrl| is_long(&link.label, PAGE_LABEL_CHARACTERS);
        if is_long(&self.text, PAGE_TEXT_CHARACTERS)
            || self.transcript.len() > TRANSCRIPT_BYTES
            || self.urls.len() > PAGE_LINKS
            || self.urls.iter().any(label_is_long)
            || self.show.iter().flatten().map(id_length).sum::<usize>() > SHOWN_BYTES
        {
            return Err(AfterPageError::TooLong);
        }
        let checked = |link: PageUrl| {
            let url = web_address::of_a_page(&link.url).ok_or(AfterPageError::Url)?;
            let label = link.label.trim().to_owned();
            let is_line = !label.is_empty() && !label.chars().any(char::is_control);
            is_line
                .then_some(PageUrl { label, url })
                .ok_or(AfterPageError::Url)
        };
        let urls = self.urls.into_iter().map(checked);
        Ok(Self {
            urls: urls.collect::<Result<_, _>>()?,
            ..self
        })
    }
}

impl AfterPageDocument {
    /// Whether people find it by the room's code at that moment for longer than codes are valid.
    fn leads_there(&self, now: Millis) -> bool {
        self.draft.open && self.closes_at.is_some_and(|at| now < at)
    }
}

/// Something to be stored: the draft, the end of the day until which it is open, and the names to
/// take where it names none, the best first.
pub struct AfterPageChange<'a> {
    pub draft: AfterPageDraft,
    pub closes_at: Option<Millis>,
    pub usual: &'a str,
}

/// The pages of this instance.
#[derive(Clone)]
pub struct AfterPages {
    store: Store,
}

impl AfterPages {
    /// The pages that are kept there.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// The page of a room; a closed one, of version 0, where nothing was saved.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn get(&self, room: &RoomId) -> Result<Versioned<AfterPageDocument>, DocumentError> {
        let stored = document(&self.store, room).await?;
        Ok(stored.unwrap_or(Versioned {
            version: 0,
            value: AfterPageDocument::default(),
        }))
    }

    /// Whose page has that name, if one has. Whoever guesses names finds what is open to everybody
    /// and nothing else, so nothing slows them down.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn room_of(&self, slug: &str) -> Result<Option<RoomId>, DocumentError> {
        if !slug::is_one(slug) {
            return Ok(None);
        }
        let named = self.store.get::<RoomId>(&slug_key(slug)).await?;
        let Some(room) = named.map(|named| named.value) else {
            return Ok(None);
        };
        let stored = document(&self.store, &room).await?;
        let is_its = stored.is_some_and(|stored| stored.value.draft.slug == slug);
        Ok(is_its.then_some(room))
    }

    /// Replaces the page of a room, if what is stored is what was expected. The same again, by a
    /// caller that did not hear that it was stored, is no other one.
    ///
    /// # Errors
    /// Every [`AfterPageError`].
    pub async fn save(
        &self,
        room: &RoomId,
        expected: &Precondition,
        change: AfterPageChange<'_>,
    ) -> Result<Versioned<AfterPageDocument>, AfterPageError> {
        let mut draft = change.draft.checked()?;
        let before = self.get(room).await?;
        if !expected.allows(before.version) {
            let same = before.value.draft == draft;
            return if same {
                Ok(before)
            } else {
                Err(AfterPageError::Changed)
            };
        }
        draft.slug = self.named(room, &draft.slug, change.usual).await?;
        let value = AfterPageDocument {
            draft,
            closes_at: change.closes_at,
            saved_at: now_ms(),
        };
        let stored = match before.version {
            0 => self.store.create(&key(room), &value).await,
            version => self.store.put(&key(room), version, &value).await,
        };
        // Whichever name it does not have now is free again.
        let (now, other) = match &stored {
            Ok(_) => (&value.draft.slug, &before.value.draft.slug),
            Err(_) => (&before.value.draft.slug, &value.draft.slug),
        };
        if now != other {
            self.release(room, other).await?;
        }
        match stored {
            Ok(version) => Ok(Versioned { version, value }),
            Err(DocumentError::Changed { .. } | DocumentError::Exists) => {
                Err(AfterPageError::Changed)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The name that a page gets: the one that was chosen, or else the first of the usual ones that
    /// nobody has.
    async fn named(
        &self,
        room: &RoomId,
        chosen: &str,
        usual: &str,
    ) -> Result<String, AfterPageError> {
        if !chosen.is_empty() {
            if !slug::is_one(chosen) {
                return Err(AfterPageError::Slug);
            }
            let is_its = self.claim(room, chosen).await?;
            return is_its
                .then(|| chosen.to_owned())
                .ok_or(AfterPageError::SlugTaken);
        }
        for number in 1..=SLUG_TRIES {
            let name = slug::numbered(usual, number);
            if self.claim(room, &name).await? {
                return Ok(name);
            }
        }
        Err(AfterPageError::SlugTaken)
    }

    /// Takes a name; whether it is the room's now.
    async fn claim(&self, room: &RoomId, slug: &str) -> Result<bool, DocumentError> {
        match self.store.create(&slug_key(slug), room).await {
            Ok(_) => Ok(true),
            Err(DocumentError::Exists) => {
                let named = self.store.get::<RoomId>(&slug_key(slug)).await?;
                Ok(named.is_some_and(|named| named.value == *room))
            }
            Err(error) => Err(error),
        }
    }

    /// Lets go of a name, unless the page has it again by now.
    async fn release(&self, room: &RoomId, slug: &str) -> Result<(), DocumentError> {
        let stored = document(&self.store, room).await?;
        let has_it = stored.is_some_and(|stored| stored.value.draft.slug == slug);
        if !has_it {
            release(&self.store, room, slug).await?;
        }
        Ok(())
    }
}

/// Whether the page of a room is open, so that its code leads there for longer than codes do.
///
/// # Errors
/// Those of the store.
pub async fn leads_there(store: &Store, room: &RoomId, now: Millis) -> Result<bool, DocumentError> {
    let stored = document(store, room).await?;
    Ok(stored.is_some_and(|stored| stored.value.leads_there(now)))
}

/// Removes the page of a room: it goes with the room.
///
/// # Errors
/// Those of the store.
pub async fn clear(store: &Store, room: &RoomId) -> Result<(), DocumentError> {
    if let Some(stored) = document(store, room).await? {
        release(store, room, &stored.value.draft.slug).await?;
    }
    store.delete(&key(room)).await
}

/// Clears names that lead to no page: what an interrupted change left.
///
/// # Errors
/// Those of the store.
pub async fn sweep(store: &Store) -> Result<(), DocumentError> {
    for slug in store.names(SLUGS).await? {
        let Some(named) = store.get::<RoomId>(&slug_key(&slug)).await? else {
            continue;
        };
        let stored = document(store, &named.value).await?;
        if stored.is_none_or(|stored| stored.value.draft.slug != slug) {
            store.delete(&slug_key(&slug)).await?;
        }
    }
    Ok(())
}

async fn release(store: &Store, room: &RoomId, slug: &str) -> Result<(), DocumentError> {
    if slug.is_empty() {
        return Ok(());
    }
    let named = store.get::<RoomId>(&slug_key(slug)).await?;
    if named.is_some_and(|named| named.value == *room) {
        store.delete(&slug_key(slug)).await?;
    }
    Ok(())
}

async fn document(
    store: &Store,
    room: &RoomId,
) -> Result<Option<Versioned<AfterPageDocument>>, DocumentError> {
    store.get(&key(room)).await
}

fn key(room: &RoomId) -> String {
    format!("{PAGES}{room}")
}

fn slug_key(slug: &str) -> String {
    format!("{SLUGS}{slug}")
}

#[cfg(test)]
mod tests;
