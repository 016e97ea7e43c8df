//! What somebody could cause as often as they like is logged now and then: else the log would be
//! what fills the disk.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::clock::now_ms;

/// How long nothing more of one sort is logged after a line of it, in milliseconds.
const PAUSE_MS: u64 = 10_000;

/// Lines of one sort.
pub struct LogThrottle {
    /// When one was last logged, or nothing yet.
    last_ms: AtomicU64,
}

impl LogThrottle {
    /// None yet.
    pub const fn new() -> Self {
        Self {
            last_ms: AtomicU64::new(0),
        }
    }

    /// Whether a line may be logged now; then it is the last one for a while.
    pub fn may_log(&self) -> bool {
        self.may_log_at(now_ms())
    }

    fn may_log_at(&self, now_ms: u64) -> bool {
        let last = self.last_ms.load(Ordering::Relaxed);
        // Further away in either direction: a clock that is set back must not silence the log for
        // long.
        let is_due = last == 0 || now_ms.abs_diff(last) >= PAUSE_MS;
        is_due
            && self
                .last_ms
                .compare_exchange(last, now_ms, Ordering::Relaxed, Ordering::Relaxed)
                .is_ok()
    }
}

impl Default for LogThrottle {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_is_logged_at_once_and_the_next_when_a_while_has_passed() {
        let log_throttle = LogThrottle::new();
        let noon = 1_800_000_000_000;
        let logged = |from: u64, to: u64| {
            (from..to)
                .filter(|second| log_throttle.may_log_at(noon + second * 1_000))
                .count()
        };
        assert_eq!(logged(0, 1), 1);
        assert_eq!(logged(0, 10), 0);
        assert_eq!(logged(10, 3_600), 359, "one in ten seconds");
        assert!(
            log_throttle.may_log_at(noon - 60_000),
            "a clock that was set back silences nothing"
        );
    }
}
