//! The owner of an instance: signs in by a one-time link, stays signed in by a session cookie.
//!
//! A link carries a nonce, an expiry and a proof keyed with the instance's secret. So a program that may
//! only read the data folder can make one, and the server alone decides that it was used.

use serde::{Deserialize, Serialize};

use crate::auth::links::same;
use crate::backend::DocumentError;
use crate::chance;
use crate::clock::now_ms;
use crate::store::Store;

/// The session cookie's name.
pub const COOKIE: &str = "peil_host";
/// How long a session lasts, in seconds.
pub const SESSION_SECONDS: u64 = 30 * 86_400;
/// How long a sign-in link may be used, in milliseconds.
const LINK_MS: u64 = 60 * 60 * 1000;

const INSTANCE: &str = "instance";
const OWNER: &str = "owner";

/// What is made once per instance.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Instance {
    secret: String,
    /// Where this instance can be reached, as it last said.
    #[serde(default)]
    pub address: Option<String>,
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
    pub async fn begin(store: &Store, address: &str) -> Result<Self, DocumentError> {
        let address = Some(address.to_owned());
        match store.get::<Self>(INSTANCE).await? {
            Some(found) if found.value.address == address => Ok(found.value),
            Some(found) => {
                let moved = Self { address, ..found.value };
                store.put(INSTANCE, found.version, &moved).await?;
                Ok(moved)
            }
            None => {
                let made = Self { secret: chance::secret(), address };
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
        let Some((nonce, expires_at)) = self.proven(link) else { return Ok(None) };
        match store.create(&format!("used/{nonce}"), &expires_at).await {
            Err(DocumentError::Exists) => return Ok(None),
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
    store.delete(&session_key(value)).await
}

/// Clears sessions and used links whose time is over.
///
/// # Errors
/// Those of the store.
pub async fn sweep(store: &Store) -> Result<(), DocumentError> {
    for name in store.names("sessions/").await? {
        let key = format!("sessions/{name}");
        if store.get::<Session>(&key).await?.is_some_and(|session| session.value.expires_at <= now_ms()) {
            store.delete(&key).await?;
        }
    }
    for name in store.names("used/").await? {
        let key = format!("used/{name}");
        if store.get::<u64>(&key).await?.is_some_and(|expires_at| expires_at.value <= now_ms()) {
            store.delete(&key).await?;
        }
    }
    Ok(())
}

/// Sessions are named by their hash: who reads the folder can't sign in with what stands there.
fn session_key(value: &str) -> String {
    format!("sessions/{}", blake3::hash(value.as_bytes()).to_hex())
}
