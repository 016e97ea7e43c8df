//! When to try again: exponential backoff with jitter.

/// How long pages wait between attempts.
#[derive(Debug)]
pub struct Backoff {
    /// After the first failure, in milliseconds.
    pub first_ms: f64,
    /// At most, in milliseconds.
    pub longest_ms: f64,
}

impl Backoff {
    /// How long to wait before the next attempt, after so many failures before the last: twice as
    /// long each time, between half of it and all of it, by `random` from 0 to 1, so that pages do
    /// not come back all at once.
    pub fn delay_ms(&self, failures: u32, random: f64) -> f64 {
        let whole = (self.first_ms * f64::from(1 << failures.min(10))).min(self.longest_ms);
        whole * (0.5 + 0.5 * random)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_grow_to_a_bound_and_differ_at_random() {
        let delay_ms = |failures, random| {
            Backoff {
                first_ms: 400.0,
                longest_ms: 8_000.0,
            }
            .delay_ms(failures, random)
        };
        assert_eq!(delay_ms(0, 1.0), 400.0);
        assert_eq!(delay_ms(0, 0.0), 200.0);
        assert_eq!(delay_ms(2, 1.0), 1600.0);
        for failures in [5, 100, u32::MAX] {
            assert_eq!(delay_ms(failures, 1.0), 8_000.0);
            assert_eq!(delay_ms(failures, 0.0), 4_000.0);
        }
    }
}
