//! What is over by now is removed now and then, for as long as the server is there: forms, and
//! answers.

use std::sync::Weak;
use std::time::{Duration, Instant};

use shared::ids::Millis;

use crate::AppParts;
use crate::forms::{Expired, Leftovers, at_start, expire, note_swept};

/// How often it is looked whose time is over.
const EXPIRY_SWEEP: Duration = Duration::from_secs(3600);

/// Sweeps what was left, and then what is over, for as long as the server is there. `now` is the
/// time at the start that things may be cleared by.
pub async fn look_after(parts: Weak<AppParts>, leftovers: Leftovers, now: Millis) {
    if let Some(parts) = parts.upgrade()
        && let Err(error) = leftovers
            .sweep(&parts.forms, &parts.lobby, &*parts.journal)
            .await
    {
        tracing::error!(%error, "forms that a stop left behind are still there; the next start tries again");
    }
    let (begun, mut now) = (Instant::now(), now);
    if let Some(parts) = parts.upgrade() {
        // What can't be read now is read in an hour, by the time that is sure.
        now = at_start(&parts.store, now).await.unwrap_or(now);
    }
    loop {
        let Some(parts) = parts.upgrade() else { return };
        let so_far = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        expire_all(&parts, now.saturating_add(so_far)).await;
        drop(parts);
        tokio::time::sleep(EXPIRY_SWEEP).await;
    }
}

/// Removes forms and ends answers whose time is over by then, and notes by what time.
async fn expire_all(parts: &AppParts, by: Millis) {
    let settings = &parts.settings;
    if let Some(days) = settings.keep_forms {
        match expire(&parts.store, by, days).await {
            Ok(Expired { removed, oldest }) => {
                parts.retention.note_forms(oldest);
                if removed > 0 {
                    tracing::info!(
                        forms = removed,
                        days,
                        "forms were removed whose time is over"
                    );
                }
            }
            Err(error) => {
                tracing::error!(%error, "forms could not be removed whose time is over")
            }
        }
    }
    match super::sweep(parts, by).await {
        Ok(0) => {}
        Ok(rooms) => tracing::info!(rooms, "answers were erased whose time is over"),
        Err(error) => tracing::error!(%error, "answers could not be erased whose time is over"),
    }
    let keeps = settings.keep_forms.is_some() || settings.keep_answers.is_some();
    if keeps && let Err(error) = note_swept(&parts.store, by).await {
        tracing::error!(%error, "it could not be noted by what time forms and answers were removed");
    }
}
