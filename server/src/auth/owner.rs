//! The owner of an instance: signs in by a one-time link, stays signed in by a session cookie.
//!
//! A link carries a nonce, an expiry and a proof keyed with the instance's secret. So a program that may
//! only read the data folder can make one, and the server alone decides that it was used.

use serde::{Deserialize, Serialize};

use crate::auth::links::same;
use crate::backend::DocumentError;
use crate::chance;
use crate::clock::now_ms;
use crate::seldom::Seldom;
use crate::store::Store;

/// The session cookie's name.
pub const COOKIE: &str = "peil_host";
/// How long a session lasts, in seconds.
pub const SESSION_SECONDS: u64 = 30 * 86_400;
/// How long a sign-in link may be used, in milliseconds.
const LINK_MS: u64 = 60 * 60 * 1000;

/// How long a used link is kept beyond its end, in milliseconds: as long as the time to clear by may be ahead.
const USED_MS: u64 = 24 * 60 * 60 * 1000;

static REFUSED: Seldom = Seldom::new();

const INSTANCE: &str = "instance";
const OWNER: &str = "owner";

/// What is made once per instance.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Instance {
    secret: String,
    /// Where this instance can be reached, as it last said.
    #[serde(default)]
    pub address: Option<String>,
    /// Since when cookies bear the prefix of https here, in Unix milliseconds: 0 where they always did, nothing where there is no https.
    #[serde(default)]
    pub prefixed_since: Option<u64>,
}

#[derive(Serialize, Deserialize)]
struct Session {
    expires_at: u64,
}

impl Instance {
    /// Reads what was made at the first start.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn read(store: &Store) -> Result<Option<Self>, DocumentError> {
        Ok(store.get(INSTANCE).await?.map(|found| found.value))
    }

    /// Reads it, or makes it at the first start, and notes the address.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn begin(store: &Store, address: &str, now_ms: u64) -> Result<Self, DocumentError> {
        let https = address.starts_with("https://");
        let address = Some(address.to_owned());
        match store.get::<Self>(INSTANCE).await? {
            Some(found) => {
                let prefixed_since = https.then(|| found.value.prefixed_since.unwrap_or(now_ms));
                if found.value.address == address && found.value.prefixed_since == prefixed_since {
                    return Ok(found.value);
                }
                let moved = Self { address, prefixed_since, ..found.value };
                store.put(INSTANCE, found.version, &moved).await?;
                Ok(moved)
            }
            None => {
                let made = Self { secret: chance::secret(), address, prefixed_since: https.then_some(0) };
                store.create(INSTANCE, &made).await?;
                Ok(made)
            }
        }
    }

    /// The path of a new one-time link.
    pub fn sign_in_path(&self) -> String {
        let (nonce, expires_at) = (chance::secret(), now_ms() + LINK_MS);
        format!("/sign-in/{nonce}.{expires_at}.{}", self.proof(&nonce, expires_at))
    }

    /// Uses a link: answers a new session's cookie value, once.
    ///
    /// # Errors
    /// Those of the store. `None` where the link is wrong, over, or was used.
    pub async fn sign_in(&self, store: &Store, link: &str) -> Result<Option<String>, DocumentError> {
        let Some((nonce, expires_at)) = self.proven(link) else { return Ok(refused("wrong or over")) };
        match store.create(&format!("used/{nonce}"), &expires_at).await {
            Err(DocumentError::Exists) => return Ok(refused("used before")),
            used => used?,
        };
        if store.get::<u64>(OWNER).await?.is_none() {
            match store.create(OWNER, &now_ms()).await {
                Ok(_) | Err(DocumentError::Exists) => {}
                Err(error) => return Err(error),
            }
        }
        let session = chance::secret();
        let expires_at = now_ms() + SESSION_SECONDS * 1000;
        store.create(&session_key(&session), &Session { expires_at }).await?;
        tracing::info!("the owner signed in");
        Ok(Some(session))
    }

    fn proven(&self, link: &str) -> Option<(String, u64)> {
        let mut parts = link.splitn(3, '.');
        let (nonce, expires_at, proof) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?);
        let plain = nonce.len() <= 64 && nonce.bytes().all(|b| b.is_ascii_alphanumeric());
        (plain && expires_at > now_ms() && same(&self.proof(nonce, expires_at), proof))
            .then(|| (nonce.to_owned(), expires_at))
    }

    fn proof(&self, nonce: &str, expires_at: u64) -> String {
        let key = blake3::derive_key("peil sign-in link v1", self.secret.as_bytes());
        blake3::keyed_hash(&key, format!("{nonce}.{expires_at}").as_bytes()).to_hex()[..40].to_owned()
    }
}

/// Anybody can have links refused, so they are logged now and then.
fn refused(why: &'static str) -> Option<String> {
    if REFUSED.may_log() {
        tracing::warn!(why, "a sign-in link was refused");
    }
    None
}

/// Whether somebody ever signed in as the owner.
///
/// # Errors
/// Those of the store.
pub async fn has_owner(store: &Store) -> Result<bool, DocumentError> {
    Ok(store.get::<u64>(OWNER).await?.is_some())
}

/// Whether a cookie's value is a session that lasts.
///
/// # Errors
/// Those of the store.
pub async fn is_session(store: &Store, value: &str) -> Result<bool, DocumentError> {
    let session = store.get::<Session>(&session_key(value)).await?;
    Ok(session.is_some_and(|session| session.value.expires_at > now_ms()))
}

/// Ends a session.
///
/// # Errors
/// Those of the store.
pub async fn sign_out(store: &Store, value: &str) -> Result<(), DocumentError> {
    if is_session(store, value).await? {
        tracing::info!("the owner signed out");
    }
    store.delete(&session_key(value)).await
}

/// When somebody last signed in, of the sessions that are kept; in Unix milliseconds.
///
/// # Errors
/// Those of the store.
pub async fn newest_sign_in(store: &Store) -> Result<Option<u64>, DocumentError> {
    let mut newest = None;
    for name in store.names("sessions/").await? {
        let session = store.get::<Session>(&format!("sessions/{name}")).await?;
        newest = newest.max(session.map(|session| session.value.expires_at.saturating_sub(SESSION_SECONDS * 1000)));
    }
    Ok(newest)
}

/// Clears sessions and used links whose time is over at that moment.
///
/// # Errors
/// Those of the store.
pub async fn sweep(store: &Store, now_ms: u64) -> Result<(), DocumentError> {
    for name in store.names("sessions/").await? {
        let key = format!("sessions/{name}");
        if store.get::<Session>(&key).await?.is_some_and(|session| session.value.expires_at <= now_ms) {
            store.delete(&key).await?;
        }
    }
    for name in store.names("used/").await? {
        let key = format!("used/{name}");
        if store.get::<u64>(&key).await?.is_some_and(|expires_at| expires_at.value + USED_MS <= now_ms) {
            store.delete(&key).await?;
        }
    }
    Ok(())
}

/// Sessions are named by their hash: who reads the folder can't sign in with what stands there.
fn session_key(value: &str) -> String {
    format!("sessions/{}", blake3::hash(value.as_bytes()).to_hex())
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::backend::Backend;

    const DAY_MS: u64 = 86_400_000;
    const NOON: u64 = 1_800_000_000_000;

    /// Leaves a session as of that moment.
    pub async fn signs_in_at(store: &Store, at_ms: u64) {
        let session = Session { expires_at: at_ms + SESSION_SECONDS * 1000 };
        store.create(&session_key(&at_ms.to_string()), &session).await.unwrap();
    }

    #[tokio::test]
    async fn what_is_over_by_the_time_to_clear_by_is_cleared_and_nothing_else() {
        for (now, sessions, used) in [
            (NOON, 3, 1),
            (NOON + DAY_MS, 3, 1),
            // An hour, and the day that the time to clear by may be ahead.
            (NOON + DAY_MS + LINK_MS, 3, 0),
            (NOON + 10 * DAY_MS, 2, 0),
            (NOON + 29 * DAY_MS, 2, 0),
            (NOON + 30 * DAY_MS, 1, 0),
            (NOON + 40 * DAY_MS, 0, 0),
            (NOON - 40 * DAY_MS, 3, 1),
        ] {
            let store = Store(Backend::memory().documents);
            for days_before in [0, 20] {
                signs_in_at(&store, NOON - days_before * DAY_MS).await;
            }
            signs_in_at(&store, NOON + DAY_MS).await;
            store.create("used/link", &(NOON + LINK_MS)).await.unwrap();
            sweep(&store, now).await.unwrap();
            let left = (store.names("sessions/").await.unwrap().len(), store.names("used/").await.unwrap().len());
            assert_eq!(left, (sessions, used), "{} hours after noon", (now as i64 - NOON as i64) / 3_600_000);
        }
    }

    #[tokio::test]
    async fn an_instance_knows_since_when_its_cookies_are_prefixed() {
        // Each start with its address and its day, and what is then known.
        for (starts, expected) in [
            (&[("https://peil.nl", 0)][..], Some(0)),
            (&[("http://peil.nl", 0)], None),
            (&[("http://peil.nl", 0), ("https://peil.nl", 3)], Some(NOON + 3 * DAY_MS)),
            (&[("http://peil.nl", 0), ("https://peil.nl", 3), ("https://peil.nl", 9)], Some(NOON + 3 * DAY_MS)),
            (&[("http://a", 0), ("https://peil.nl", 3), ("https://ander.nl", 9)], Some(NOON + 3 * DAY_MS)),
            (&[("https://peil.nl", 0), ("http://peil.nl", 3), ("https://peil.nl", 9)], Some(NOON + 9 * DAY_MS)),
        ] {
            let store = Store(Backend::memory().documents);
            let mut known = None;
            for (address, day) in starts {
                let instance = Instance::begin(&store, address, NOON + day * DAY_MS).await.unwrap();
                known = instance.prefixed_since;
            }
            assert_eq!(known, expected, "{starts:?}");
        }
    }
}
