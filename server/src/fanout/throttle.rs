//! How often a room shows itself: at once when something changed, and then not again before its
//! subscribers have had their share of the views per second.

use std::sync::Arc;
use std::time::Duration;

use shared::ids::RoomId;
use shared::limits::VIEWS_PER_SECOND;
use shared::protocol::Closing;
use tokio::time::Instant;

use super::Fanout;
use super::hub::{RoomHub, TransientState};
use super::view_cache::ViewKind;
use crate::clock::now_ms;
use crate::room::SubmitError;

/// How long a room that nobody looks at keeps what surrounds it.
const EMPTY_FOR: Duration = Duration::from_secs(60);
/// How soon a number of answers on their way is looked at again: when they have arrived nothing
/// else says so.
const SENDING_FOR: Duration = Duration::from_millis(500);

/// Shows a room to whoever looks at it, until the room is over or nobody has looked for a while.
pub async fn run(fanout: Arc<Fanout>, id: RoomId, hub: Arc<RoomHub>) {
    let pause = Duration::from_secs(1) / VIEWS_PER_SECOND;
    let mut progress = hub.handle().progress();
    let mut phones_after = Instant::now();
    loop {
        progress.mark_unchanged();
        let phones = Instant::now() >= phones_after;
        let due = if phones {
            &ViewKind::ALL[..]
        } else {
            ViewKind::HOSTS
        };
        if phones {
            phones_after = Instant::now() + hub.phones_pause();
        }
        let shown = match hub.broadcast(due, now_ms()).await {
            Ok(shown) => shown,
            Err(error) => return hub.end(closing(&error)),
        };
        tokio::time::sleep(pause).await;
        let wait = rest(&shown, (!phones).then_some(phones_after));
        let woken = tokio::select! {
            changed = progress.changed() => changed.is_ok(),
            () = hub.stirred() => true,
            // Whoever asks now and then holds no subscription, and is there all the same.
            () = tokio::time::sleep(wait) => {
                wait < EMPTY_FOR || hub.around().present > 0 || !fanout.leave(&id, &hub)
            }
        };
        if !woken {
            return hub.end(Closing::GoingAway);
        }
    }
}

/// How long nothing can change by itself.
fn rest(shown: &TransientState, phones_after: Option<Instant>) -> Duration {
    let deadline = shown
        .deadline
        .map(|deadline| Duration::from_millis(deadline.saturating_sub(now_ms()) + 1));
    let phones = phones_after.map(|after| after.saturating_duration_since(Instant::now()));
    let sending = shown.sending.then_some(SENDING_FOR);
    [deadline, phones, sending]
        .into_iter()
        .flatten()
        .fold(EMPTY_FOR, Duration::min)
}

fn closing(error: &SubmitError) -> Closing {
    match error {
        SubmitError::Gone => Closing::NoRoom,
        _ => Closing::GoingAway,
    }
}
