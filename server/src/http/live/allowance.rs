//! How many frames a page may send.

use shared::limits::{FRAMES_AT_ONCE, FRAMES_PER_SECOND};
use tokio::time::Instant;

/// How many frames a page may send: a bucket that fills with time.
pub struct Allowance {
    left: f64,
    as_of: Instant,
}

impl Allowance {
    /// A full bucket.
    pub fn new(now: Instant) -> Self {
        Self { left: FRAMES_AT_ONCE.into(), as_of: now }
    }

    /// Takes one frame out, if there is one.
    pub fn take(&mut self, now: Instant) -> bool {
        let filled = now.duration_since(self.as_of).as_secs_f64() * f64::from(FRAMES_PER_SECOND);
        (self.left, self.as_of) = ((self.left + filled).min(FRAMES_AT_ONCE.into()), now);
        let may = self.left >= 1.0;
        self.left -= if may { 1.0 } else { 0.0 };
        may
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn nobody_is_faster_than_the_bucket_fills() {
        let noon = Instant::now();
        let mut allowance = Allowance::new(noon);
        let mut taken = |after| (0..1000).take_while(|_| allowance.take(noon + Duration::from_secs(after))).count();
        assert_eq!(taken(0), FRAMES_AT_ONCE as usize);
        assert_eq!(taken(1), FRAMES_PER_SECOND as usize);
        assert_eq!(taken(3600), FRAMES_AT_ONCE as usize);
    }
}
