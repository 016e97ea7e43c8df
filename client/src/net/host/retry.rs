//! When to try again.

/// After the first failure, in milliseconds.
const FIRST_MS: f64 = 400.0;
/// At most, in milliseconds: a host's page is looked at by a whole room.
const LONGEST_MS: f64 = 8_000.0;

/// How long to wait before the next attempt, after so many failures in a row: twice as long each time, between
/// half of it and all of it, by chance from 0 to 1, so that pages do not come back all at once.
pub fn delay_ms(failures: u32, chance: f64) -> f64 {
    let whole = (FIRST_MS * f64::from(failures.min(10)).exp2()).min(LONGEST_MS);
    whole * (0.5 + 0.5 * chance)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_grow_to_a_bound_and_differ_by_chance() {
        assert_eq!(delay_ms(0, 1.0), 400.0);
        assert_eq!(delay_ms(0, 0.0), 200.0);
        assert_eq!(delay_ms(2, 1.0), 1600.0);
        for failures in [5, 100, u32::MAX] {
            assert_eq!(delay_ms(failures, 1.0), 8_000.0);
            assert_eq!(delay_ms(failures, 0.0), 4_000.0);
        }
    }
}
