//! Randomness that can be repeated: the seed is printed, and `PEIL_TESTS_SEED` sets it.

use std::time::{SystemTime, UNIX_EPOCH};

/// SplitMix64 (Steele, Lea, Flood 2014): enough to spread moments, and the same everywhere.
#[derive(Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice with the seed of the environment, or a new one. The seed is printed: a failing run can
    /// be repeated.
    pub fn thrown() -> Self {
        let seed = std::env::var("PEIL_TESTS_SEED")
            .ok()
            .map_or_else(seed_of_now, |seed| {
                seed.parse().expect("PEIL_TESTS_SEED is a whole number")
            });
        println!("dice: PEIL_TESTS_SEED={seed} throws the same again");
        Self(seed)
    }

    /// Dice with a given seed.
    pub fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 up to, but not including, `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        assert!(end > 0, "dice need a side");
        self.next() % end
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}

fn seed_of_now() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    u64::from(now.expect("the clock stands after 1970").subsec_nanos())
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn the_same_seed_throws_the_same_and_stays_in_bounds() {
        let throw = |seed| {
            let mut dice = Dice::seeded(seed);
            (0..100).map(|_| dice.below(6)).collect::<Vec<_>>()
        };
        assert_eq!(throw(7), throw(7));
        assert_ne!(throw(7), throw(8));
        assert!((0..6).all(|side| throw(7).contains(&side)));
    }
}
