//! The share of those who voted.

/// Whole percents of the voters; nothing while nobody voted.
pub fn percent(votes: u64, voters: u64) -> Option<u64> {
    (voters > 0).then(|| (votes * 200 + voters) / (voters * 2))
}
