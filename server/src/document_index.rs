//! What lists say of the documents of a folder, kept in memory: a document is read once for each of
//! its versions, and never for a list that has seen it.
//!
//! What is kept is compared with the store's own versions each time, so nobody has to say what they
//! changed.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};

use serde::de::DeserializeOwned;

use crate::backend::DocumentError;
use crate::store::Store;

/// The rows of a folder's documents, by their names.
pub struct DocumentIndex<T> {
    folder: &'static str,
    known: Mutex<HashMap<String, (u64, Arc<T>)>>,
}

impl<T> DocumentIndex<T> {
    /// Nothing is known yet.
    pub fn of(folder: &'static str) -> Self {
        Self {
            folder,
            known: Mutex::default(),
        }
    }

    /// A row for each document that there is now, in the order of their names; `row` makes one of a
    /// name and a document.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn rows<D: DeserializeOwned>(
        &self,
        store: &Store,
        row: impl Fn(&str, D) -> T,
    ) -> Result<Vec<Arc<T>>, DocumentError> {
        let listed = store.versions(self.folder).await?;
        let mut rows = Vec::with_capacity(listed.len());
        for (name, known) in self.look(&listed) {
            if let Some(known) = known {
                rows.push(known);
            } else if let Some(found) = store.get::<D>(&format!("{}{name}", self.folder)).await? {
                let row = Arc::new(row(&name, found.value));
                self.known().insert(name, (found.version, row.clone()));
                rows.push(row);
            }
        }
        Ok(rows)
    }

    /// What is known of each, where its version is still that; what is not there any more is
    /// forgotten.
    fn look(&self, listed: &[(String, u64)]) -> Vec<(String, Option<Arc<T>>)> {
        let mut known = self.known();
        let row = |(name, version): &(String, u64)| {
            let row = known
                .get(name)
                .filter(|(of, _)| of == version)
                .map(|(_, row)| row.clone());
            (name.clone(), row)
        };
        let rows = listed.iter().map(row).collect();
        if known.len() > listed.len() {
            known.retain(|name, _| {
                listed
                    .binary_search_by(|(listed, _)| listed.cmp(name))
                    .is_ok()
            });
        }
        rows
    }

    fn known(&self) -> MutexGuard<'_, HashMap<String, (u64, Arc<T>)>> {
        self.known
            .lock()
            .expect("nobody panics while looking at what is known")
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::backend::Backend;

    #[tokio::test]
    async fn a_document_is_read_once_for_each_version_and_lists_are_never_behind() {
        let store = Store(Backend::memory().documents);
        let (catalogue, reads) = (DocumentIndex::of("a/"), Cell::new(0));
        let rows = async || {
            let row = |name: &str, text: String| {
                reads.set(reads.get() + 1);
                format!("{name} {text}")
            };
            let rows = catalogue.rows(&store, row).await.unwrap();
            (
                rows.iter().map(|row| row.to_string()).collect::<Vec<_>>(),
                reads.get(),
            )
        };
        assert_eq!(rows().await, (vec![], 0));
        let version = store.create("a/1", &"een").await.unwrap();
        store.create("a/2", &"twee").await.unwrap();
        store.create("b/1", &"elders").await.unwrap();
        assert_eq!(
            rows().await,
            (vec!["1 een".to_owned(), "2 twee".to_owned()], 2)
        );
        assert_eq!(rows().await.1, 2, "known");
        store.put("a/1", version, &"anders").await.unwrap();
        assert_eq!(
            rows().await,
            (vec!["1 anders".to_owned(), "2 twee".to_owned()], 3)
        );
        store.delete("a/2").await.unwrap();
        assert_eq!(rows().await, (vec!["1 anders".to_owned()], 3));
        assert_eq!(catalogue.known().len(), 1, "what is gone is not kept");
        store.delete("a/1").await.unwrap();
        store.create("a/1", &"weer").await.unwrap();
        assert_eq!(
            rows().await,
            (vec!["1 weer".to_owned()], 4),
            "the same name is another document"
        );
    }
}
