//! The owner of an instance: signs in by a one-time link, and then has a
//! [session](super::sessions).
//!
//! A link carries a nonce, an expiry, what it is to do, and a proof keyed with the instance's
//! secret and with a number that each start of the server writes anew. So a program that may only
//! read the data folder can make one, the server alone decides that it was used, and no copy of the
//! folder from before this start opens anything.

use serde::{Deserialize, Serialize};

use super::browser::UserAgent;
use super::links::same;
use super::sessions;
use crate::backend::DocumentError;
use crate::clock::now_ms;
use crate::random;
use crate::store::Store;

/// How long a sign-in link may be used, in minutes.
pub const LINK_MINUTES: u64 = 15;
const LINK_MS: u64 = LINK_MINUTES * 60 * 1000;

const INSTANCE: &str = "instance";
const OWNER: &str = "owner";
const USED: &str = "used/";

/// What is made once per instance, and what each start writes into it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Instance {
    secret: String,
    /// Where this instance can be reached, as it last said.
    #[serde(default)]
    pub address: Option<String>,
    /// Since when cookies bear the prefix of https here, in Unix milliseconds: 0 where they always
    /// did, nothing where there is no https.
    #[serde(default)]
    pub prefixed_since: Option<u64>,
    /// The last start of the server, under a name that no other has.
    #[serde(default)]
    start: Option<String>,
}

/// What a link does besides signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkScope {
    /// Nothing.
    One,
    /// It ends every other session.
    AllOut,
}

/// Why a link signs nobody in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkRefusal {
    /// It is none that this instance made.
    Unknown,
    /// Somebody used it.
    Used,
    /// Its minutes are over.
    Over,
    /// The server was started again since it was made, or its data come from a copy.
    Earlier,
}

/// Why somebody was not signed in.
#[derive(Debug, thiserror::Error)]
pub enum NotSignedIn {
    #[error("the link signs nobody in")]
    Spent(LinkRefusal),
    #[error(transparent)]
    Documents(#[from] DocumentError),
}

/// Whoever was signed in.
pub struct SignedIn {
    /// What the session's cookie holds.
    pub session: String,
    /// Whether other sessions ended.
    pub reach: LinkScope,
}

impl Instance {
    /// Reads what was made at the first start.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn read(store: &Store) -> Result<Option<Self>, DocumentError> {
        Ok(store.get(INSTANCE).await?.map(|found| found.value))
    }

    /// Begins a start of the server: from now on no link that was made before opens anything.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn begin(store: &Store, address: &str, now_ms: u64) -> Result<Self, DocumentError> {
        let https = address.starts_with("https://");
        let found = store.get::<Self>(INSTANCE).await?;
        let secret = found
            .as_ref()
            .map_or_else(random::secret, |found| found.value.secret.clone());
        // A new instance has prefixed them always, one of before from now on.
        let since = found
            .as_ref()
            .map_or(0, |found| found.value.prefixed_since.unwrap_or(now_ms));
        let (address, start) = (Some(address.to_owned()), Some(random::secret()));
        let begun = Self {
            secret,
            address,
            prefixed_since: https.then_some(since),
            start,
        };
        match found {
            Some(found) => store.put(INSTANCE, found.version, &begun).await?,
            None => store.create(INSTANCE, &begun).await?,
        };
        Ok(begun)
    }

    /// The path of a new one-time link. None where no server has been started on these data since
    /// links depend on a start.
    pub fn sign_in_path(&self, reach: LinkScope) -> Option<String> {
        let payload = format!(
            "{}.{}.{}",
            random::secret(),
            now_ms() + LINK_MS,
            reach.word()
        );
        let start = self.start.as_deref()?;
        Some(format!(
            "/sign-in/{payload}.{}.{}",
            mark(start),
            self.proof(start, &payload)
        ))
    }

    /// Uses a link, once.
    ///
    /// # Errors
    /// Why it signs nobody in, and those of the store.
    pub async fn sign_in(
        &self,
        store: &Store,
        link: &str,
        browser: Option<UserAgent>,
    ) -> Result<SignedIn, NotSignedIn> {
        let Proven {
            nonce,
            expires_at,
            reach,
        } = self.proven(link).map_err(NotSignedIn::Spent)?;
        let used = format!("{USED}{nonce}");
        if expires_at <= now_ms() {
            let was_used = store.get::<u64>(&used).await?.is_some();
            return Err(NotSignedIn::Spent(if was_used {
                LinkRefusal::Used
            } else {
                LinkRefusal::Over
            }));
        }
        match store.create(&used, &expires_at).await {
            Err(DocumentError::Exists) => return Err(NotSignedIn::Spent(LinkRefusal::Used)),
            used => used?,
        };
        if reach == LinkScope::AllOut {
            sessions::end_others(store, None).await?;
        }
        if store.get::<u64>(OWNER).await?.is_none() {
            match store.create(OWNER, &now_ms()).await {
                Ok(_) | Err(DocumentError::Exists) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let session = sessions::begin(store, browser).await?;
        tracing::info!("the owner signed in");
        Ok(SignedIn { session, reach })
    }

    fn proven<'a>(&self, link: &'a str) -> Result<Proven<'a>, LinkRefusal> {
        let parts: Vec<&str> = link.split('.').collect();
        let [nonce, expires_at, word, begun, proof] = parts[..] else {
            // Links of three parts depended on no start.
            return Err(if parts.len() == 3 {
                LinkRefusal::Earlier
            } else {
                LinkRefusal::Unknown
            });
        };
        let start = self.start.as_deref().unwrap_or_default();
        if begun != mark(start) {
            return Err(LinkRefusal::Earlier);
        }
        let payload = &link[..nonce.len() + expires_at.len() + word.len() + 2];
        if !same(&self.proof(start, payload), proof) {
            return Err(LinkRefusal::Unknown);
        }
        let expires_at = expires_at.parse().map_err(|_| LinkRefusal::Unknown)?;
        Ok(Proven {
            nonce,
            expires_at,
            reach: LinkScope::of(word).ok_or(LinkRefusal::Unknown)?,
        })
    }

    /// Keyed with the start too: who has an older copy of the data knows the secret, and can still
    /// make no link.
    fn proof(&self, start: &str, payload: &str) -> String {
        let key = blake3::derive_key(
            "peil sign-in link v2",
            format!("{}.{start}", self.secret).as_bytes(),
        );
        blake3::keyed_hash(&key, payload.as_bytes()).to_hex()[..40].to_owned()
    }
}

/// What a link says, once its proof was right.
struct Proven<'a> {
    nonce: &'a str,
    expires_at: u64,
    reach: LinkScope,
}

impl LinkScope {
    fn word(self) -> &'static str {
        match self {
            Self::One => "in",
            Self::AllOut => "all-out",
        }
    }

    fn of(word: &str) -> Option<Self> {
        [Self::One, Self::AllOut]
            .into_iter()
            .find(|reach| reach.word() == word)
    }
}

/// How a link names the start that it depends on, without giving its number away.
fn mark(start: &str) -> String {
    blake3::hash(start.as_bytes()).to_hex()[..16].to_owned()
}

/// Whether somebody ever signed in as the owner.
///
/// # Errors
/// Those of the store.
pub async fn has_owner(store: &Store) -> Result<bool, DocumentError> {
    Ok(store.get::<u64>(OWNER).await?.is_some())
}

/// Clears what is kept of used links, after a start: links of before open nothing any more.
///
/// # Errors
/// Those of the store.
pub async fn sweep(store: &Store) -> Result<(), DocumentError> {
    for name in store.names(USED).await? {
        store.delete(&format!("{USED}{name}")).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
