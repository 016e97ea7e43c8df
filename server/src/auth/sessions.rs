//! Sessions of the owner: which browsers are signed in, since when, and their end.
//!
//! A session's document is named by the hash of what its cookie holds: whoever reads the folder
//! can't sign in with what stands there. Of days only, and of no address, it tells enough to know
//! one's own browsers again.

use serde::{Deserialize, Serialize};

use super::browser::UserAgent;
use crate::backend::DocumentError;
use crate::clock::now_ms;
use crate::random;
use crate::store::{Store, Versioned};

/// The session cookie's name.
pub const COOKIE: &str = "peil_host";
/// How long a session lasts, in seconds.
pub const SECONDS: u64 = 30 * 86_400;

const SESSIONS: &str = "sessions/";
const DAY_MS: u64 = 86_400_000;

/// A session as it is stored. Those of before the days were noted have an end alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    pub expires_at: u64,
    /// The day on which it was last used, as the moment at which that day began (UTC).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_at: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub browser: Option<UserAgent>,
}

impl Session {
    /// The day on which it began, as [`Session::seen_at`].
    pub fn began_at(&self) -> u64 {
        day_of(self.expires_at.saturating_sub(SECONDS * 1000))
    }

    fn lasts(&self) -> bool {
        self.expires_at > now_ms()
    }
}

/// Begins a session; answers what its cookie holds.
///
/// # Errors
/// Those of the store.
pub async fn begin(store: &Store, browser: Option<UserAgent>) -> Result<String, DocumentError> {
    let (value, now) = (random::secret(), now_ms());
    let session = Session {
        expires_at: now + SECONDS * 1000,
        seen_at: Some(day_of(now)),
        browser,
    };
    store.create(&key(&name_of(&value)), &session).await?;
    Ok(value)
}

/// Whether a cookie's value is a session that lasts. The first time on a day that day is noted.
///
/// # Errors
/// Those of the store.
pub async fn is_one(store: &Store, value: &str) -> Result<bool, DocumentError> {
    let name = name_of(value);
    let Some(Versioned { version, value }) = store.get::<Session>(&key(&name)).await? else {
        return Ok(false);
    };
    let today = day_of(now_ms());
    if value.lasts() && value.seen_at.is_none_or(|seen| seen < today) {
        let seen = Session {
            seen_at: Some(today),
            ..value.clone()
        };
        // Whoever else noted it, or ended the session meanwhile, is right; and nobody is kept out
        // by a full disk.
        let _noted = store.put(&key(&name), version, &seen).await;
    }
    Ok(value.lasts())
}

/// Whether the session of that name lasts.
///
/// # Errors
/// Those of the store.
pub async fn lasts(store: &Store, name: &str) -> Result<bool, DocumentError> {
    Ok(store
        .get::<Session>(&key(name))
        .await?
        .is_some_and(|session| session.value.lasts()))
}

/// All sessions that last, by name, those that were used last first.
///
/// # Errors
/// Those of the store.
pub async fn list(store: &Store) -> Result<Vec<(String, Session)>, DocumentError> {
    let mut sessions = Vec::new();
    for name in store.names(SESSIONS).await? {
        let session = store
            .get::<Session>(&key(&name))
            .await?
            .map(|session| session.value);
        sessions.extend(
            session
                .filter(Session::lasts)
                .map(|session| (name, session)),
        );
    }
    sessions.sort_by_key(|(_, session)| std::cmp::Reverse((session.seen_at, session.expires_at)));
    Ok(sessions)
}

/// Ends the session of that name; none is fine too.
///
/// # Errors
/// Those of the store.
pub async fn end(store: &Store, name: &str) -> Result<(), DocumentError> {
    store.delete(&key(name)).await
}

/// Ends all sessions but that one.
///
/// # Errors
/// Those of the store.
pub async fn end_others(store: &Store, own: Option<&str>) -> Result<(), DocumentError> {
    for name in store
        .names(SESSIONS)
        .await?
        .iter()
        .filter(|name| own != Some(name.as_str()))
    {
        end(store, name).await?;
    }
    Ok(())
}

/// When somebody last signed in, of the sessions that are kept; in Unix milliseconds.
///
/// # Errors
/// Those of the store.
pub async fn newest(store: &Store) -> Result<Option<u64>, DocumentError> {
    let mut newest = None;
    for name in store.names(SESSIONS).await? {
        let session = store.get::<Session>(&key(&name)).await?;
        newest = newest
            .max(session.map(|session| session.value.expires_at.saturating_sub(SECONDS * 1000)));
    }
    Ok(newest)
}

/// Clears sessions whose time is over at that moment.
///
/// # Errors
/// Those of the store.
pub async fn sweep(store: &Store, now_ms: u64) -> Result<(), DocumentError> {
    for name in store.names(SESSIONS).await? {
        if store
            .get::<Session>(&key(&name))
            .await?
            .is_some_and(|session| session.value.expires_at <= now_ms)
        {
            end(store, &name).await?;
        }
    }
    Ok(())
}

/// The name of the session of a cookie's value.
pub fn name_of(value: &str) -> String {
    blake3::hash(value.as_bytes()).to_hex().to_string()
}

fn key(name: &str) -> String {
    format!("{SESSIONS}{name}")
}

fn day_of(at: u64) -> u64 {
    at / DAY_MS * DAY_MS
}

#[cfg(test)]
pub mod tests;
