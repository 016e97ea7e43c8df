//! What is cleared because it is old, is old by what is stored, not by this machine's clock alone:
//! a clock that starts 40 days ahead (a board without a battery, a restored snapshot) would else
//! clear what people still use, and setting it right brings nothing back.

use crate::auth::sessions;
use crate::backend::Journal;
use crate::lobby::LobbyError;
use crate::store::Store;

const DAY_MS: u64 = 86_400_000;

/// The clock's time, but a day after the newest thing that is stored at most; all in Unix
/// milliseconds. A store without any record or session holds nothing that could be cleared too
/// early.
///
/// # Errors
/// Those of the store.
pub async fn now_to_clear_by(
    store: &Store,
    journal: &dyn Journal,
    clock_ms: u64,
) -> Result<u64, LobbyError> {
    let recorded = journal.newest_ms().await?;
    let newest = recorded.max(sessions::newest(store).await?);
    Ok(newest.map_or(clock_ms, |newest| clock_ms.min(newest + DAY_MS)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::Backend;

    #[tokio::test]
    async fn time_to_clear_by_is_a_day_after_what_is_stored_at_most() {
        let backend = Backend::memory();
        let store = Store(backend.documents.clone());
        let by = async |clock: u64| {
            now_to_clear_by(&store, &*backend.journal, clock)
                .await
                .unwrap()
        };
        assert_eq!(by(7).await, 7, "nothing is stored");
        let before = crate::clock::now_ms();
        backend
            .journal
            .create("hall", bytes::Bytes::from_static(b"x"))
            .await;
        let newest = backend.journal.newest_ms().await.unwrap().unwrap();
        assert!(newest >= before);
        for (clock, expected) in [
            (newest, newest),
            (newest - 40 * DAY_MS, newest - 40 * DAY_MS),
            (newest + DAY_MS / 2, newest + DAY_MS / 2),
            (newest + DAY_MS, newest + DAY_MS),
            (newest + DAY_MS + 1, newest + DAY_MS),
            (newest + 40 * DAY_MS, newest + DAY_MS),
            (u64::MAX, newest + DAY_MS),
        ] {
            assert_eq!(
                by(clock).await,
                expected,
                "at {clock}, {newest} being the newest record"
            );
        }
        let signed_in = newest + 10 * DAY_MS;
        sessions::tests::signs_in_at(&store, signed_in).await;
        assert_eq!(
            by(newest + 40 * DAY_MS).await,
            signed_in + DAY_MS,
            "a sign-in is of its time too"
        );
    }
}
