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
pub fn until_within<T>(patience: Duration, what: &str, attempt: impl FnMut() -> Option<T>) -> T {
    comes_within(patience, attempt).unwrap_or_else(|| panic!("waited {patience:?} in vain: {what}"))
}

/// Asks until there is an answer; nothing after twenty seconds, for whoever has more to say about
/// it.
pub fn comes<T>(attempt: impl FnMut() -> Option<T>) -> Option<T> {
    comes_within(PATIENCE, attempt)
}

fn comes_within<T>(patience: Duration, mut attempt: impl FnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + patience;
    loop {
        let answer = attempt();
        if answer.is_some() || Instant::now() >= deadline {
            return answer;
        }
        thread::sleep(BETWEEN);
    }
}
