//! Waiting for what nobody announces (a deadline that passes, a process that ends): asking again
//! until a stated moment. Whatever has an acknowledgement or a sequence to fence on does not belong
//! here.

use std::thread;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(20);
const BETWEEN: Duration = Duration::from_millis(15);

/// Asks until there is an answer; fails, naming `what`, after twenty seconds.
#[track_caller]
pub fn until<T>(what: &str, attempt: impl FnMut() -> Option<T>) -> T {
    until_within(PATIENCE, what, attempt)
}

/// As [`until`], with another deadline.
#[track_caller]
pub fn until_within<T>(
    patience: Duration,
    what: &str,
    mut attempt: impl FnMut() -> Option<T>,
) -> T {
    let deadline = Instant::now() + patience;
    loop {
        if let Some(answer) = attempt() {
            return answer;
        }
        assert!(
            Instant::now() < deadline,
            "waited {patience:?} in vain: {what}"
        );
        thread::sleep(BETWEEN);
    }
}
