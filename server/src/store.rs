//! Documents as typed JSON: reading and writing them by key, with their version.

use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::backend::{DocumentError, Documents};
use crate::log_throttle::LogThrottle;

static UNREADABLE: LogThrottle = LogThrottle::new();

/// The documents of this instance.
#[derive(Clone)]
pub struct Store(pub Arc<dyn Documents>);

/// A document with the version that the next change has to name.
#[derive(Clone, Debug)]
pub struct Versioned<T> {
    pub version: u64,
    pub value: T,
}

impl Store {
    /// The document of that key, if there is one.
    ///
    /// # Errors
    /// Those of the backend; `Corrupt` where it is not what it should be.
    pub async fn get<T: DeserializeOwned>(
        &self,
        key: &str,
    ) -> Result<Option<Versioned<T>>, DocumentError> {
        let Some(document) = self.0.get(key).await? else {
            return Ok(None);
        };
        let value = serde_json::from_slice(&document.body).map_err(|error| {
            if UNREADABLE.may_log() {
                tracing::error!(key, %error, "a document can't be read by this version");
            }
            DocumentError::Corrupt {
                key: key.to_owned(),
            }
        })?;
        Ok(Some(Versioned {
            version: document.version,
            value,
        }))
    }

    /// Stores a new document.
    ///
    /// # Errors
    /// `Exists` where there is one of this key already, and those of the backend.
    pub async fn create<T: Serialize>(&self, key: &str, value: &T) -> Result<u64, DocumentError> {
        self.0.create(key, json(value)).await
    }

    /// Replaces a document that still has that version.
    ///
    /// # Errors
    /// `Changed` where it has not, and those of the backend.
    pub async fn put<T: Serialize>(
        &self,
        key: &str,
        version: u64,
        value: &T,
    ) -> Result<u64, DocumentError> {
        self.0.put(key, version, json(value)).await
    }

    /// Removes a document; none is fine too.
    ///
    /// # Errors
    /// Those of the backend.
    pub async fn delete(&self, key: &str) -> Result<(), DocumentError> {
        self.0.delete(key).await
    }

    /// Removes every document of a folder.
    ///
    /// # Errors
    /// Those of the backend.
    pub async fn clear(&self, folder: &str) -> Result<(), DocumentError> {
        for name in self.names(folder).await? {
            self.delete(&format!("{folder}{name}")).await?;
        }
        Ok(())
    }

    /// The names of the documents in a folder, without the folder.
    ///
    /// # Errors
    /// Those of the backend.
    pub async fn names(&self, folder: &str) -> Result<Vec<String>, DocumentError> {
        Ok(self
            .versions(folder)
            .await?
            .into_iter()
            .map(|(name, _)| name)
            .collect())
    }

    /// The same, each with the version that its document has now.
    ///
    /// # Errors
    /// Those of the backend.
    pub async fn versions(&self, folder: &str) -> Result<Vec<(String, u64)>, DocumentError> {
        let keys = self.0.list(folder).await?;
        let named =
            |(key, version): &(String, u64)| Some((key.strip_prefix(folder)?.to_owned(), *version));
        Ok(keys.iter().filter_map(named).collect())
    }
}

fn json<T: Serialize>(value: &T) -> bytes::Bytes {
    serde_json::to_vec(value)
        .expect("documents are plain data with text keys")
        .into()
}
