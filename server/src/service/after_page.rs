//! The page on which people read afterwards what came out of a room: whether it can be seen and
//! until when, and what the room is told when that changes. What stands on it is
//! [`super::page_content`].

use client::language::Language;
use client::texts::desk::date;
use shared::after_page::AfterPageLink;
use shared::event::Event;
use shared::ids::Millis;
use shared::limits::{EVALUATION_MS, PAGE_DAYS_MAX};

use super::ServiceError;
use crate::App;
use crate::after_pages::{
    AfterPageChange, AfterPageDocument, AfterPageDraft, AfterPageError, slug,
};
use crate::clock::now_ms;
use crate::lobby::{FoundRoom, LobbyError};
use crate::precondition::Precondition;
use crate::room::RoomHandle;
use crate::store::Versioned;
use crate::zone::Zone;

const DAY_MS: u64 = 86_400_000;

/// Whether people can see a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageState {
    Closed,
    /// It is open once the room has ended.
    NotYet,
    Open(AfterPageLink),
    /// It was open until then.
    Over(AfterPageLink),
}

/// How the page of a room is at that moment.
pub fn state(
    document: &AfterPageDocument,
    found: &FoundRoom,
    zone: &Zone,
    now: Millis,
) -> PageState {
    if !document.draft.open {
        return PageState::Closed;
    }
    let Some(ended_at) = found.document.ended_at else {
        return PageState::NotYet;
    };
    let link = link_of(&document.draft, ended_at, zone);
    if now < link.until {
        PageState::Open(link)
    } else {
        PageState::Over(link)
    }
}

/// Where it is, in a room that ended then.
fn link_of(draft: &AfterPageDraft, ended_at: Millis, zone: &Zone) -> AfterPageLink {
    let usual = || zone.day(ended_at.saturating_add(EVALUATION_MS));
    let day = draft.until.clone().unwrap_or_else(usual);
    AfterPageLink {
        until: zone.end_of(&day).unwrap_or(ended_at),
        slug: draft.slug.clone(),
        day,
    }
}

/// Where the page of a room is, if people can see it now.
///
/// # Errors
/// Those of the store.
pub async fn open_link(
    app: &App,
    found: &FoundRoom,
) -> Result<Option<AfterPageLink>, ServiceError> {
    let stored = app.after_pages.get(&found.id).await;
    let document = stored.map_err(LobbyError::from)?.value;
    match state(&document, found, &app.settings.zone, now_ms()) {
        PageState::Open(link) => Ok(Some(link)),
        PageState::Closed | PageState::NotYet | PageState::Over(_) => Ok(None),
    }
}

/// Stores what the organiser puts on the page, and tells the room where it is.
///
/// # Errors
/// Every [`AfterPageError`], and those of the room.
pub async fn save(
    app: &App,
    (found, handle): (&FoundRoom, &RoomHandle),
    expected: &Precondition,
    draft: AfterPageDraft,
) -> Result<Versioned<AfterPageDocument>, ServiceError> {
    let zone = &app.settings.zone;
    let (began_at, tag) = handle.read(|room| {
        let began_at = room.began_at.unwrap_or(room.created_at);
        (began_at, room.deck.language.clone())
    })?;
    let day = zone.day(began_at);
    let language = Language::of_tag(&tag).unwrap_or_default();
    let usual = slug::usual(
        &found.document.title,
        &date::day(language, &day, &day),
        found.id.as_str(),
    );
    let change = AfterPageChange {
        closes_at: closes_at(draft.until.as_deref(), zone)?,
        usual: &usual,
        draft,
    };
    let stored = app.after_pages.save(&found.id, expected, change).await?;
    let is_open = stored.value.draft.open;
    tracing::info!(room = %found.id, is_open, "the page of a room was saved");
    announce(app, found, handle).await?;
    Ok(stored)
}

/// The end of the day that was named, if one was.
fn closes_at(until: Option<&str>, zone: &Zone) -> Result<Option<Millis>, AfterPageError> {
    let latest = now_ms() + PAGE_DAYS_MAX * DAY_MS;
    let end = |day: &str| {
        let end = zone.end_of(day).filter(|end| *end <= latest);
        end.ok_or(AfterPageError::Day)
    };
    until.map(end).transpose()
}

/// Tells the room where its page is, or that there is none: phones show it, and what stays open
/// after the end does so as long.
///
/// # Errors
/// Those of the room and the store.
pub async fn announce(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
) -> Result<(), ServiceError> {
    // As it is now: the room may have ended since it was found.
    let found = app.lobby.find(&found.id).await?;
    let stored = app.after_pages.get(&found.id).await;
    let document = stored.map_err(LobbyError::from)?.value;
    let page = match state(&document, &found, &app.settings.zone, now_ms()) {
        PageState::Open(link) | PageState::Over(link) => Some(link),
        PageState::Closed | PageState::NotYet => None,
    };
    handle.submit(Event::AfterPageSet { page }).await?;
    Ok(())
}

/// The day until which it is open, or would be if the room ended now.
pub fn last_day(draft: &AfterPageDraft, found: &FoundRoom, zone: &Zone) -> String {
    let ended_at = found.document.ended_at.unwrap_or_else(now_ms);
    link_of(draft, ended_at, zone).day
}
