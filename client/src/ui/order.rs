//! Putting a few things in order: by numbers, so that the code that sorts exists once.

/// The places of the things in their order: the lowest pair of numbers first, and what is alike as
/// it came.
pub fn by(keys: Vec<(u64, u64)>) -> Vec<usize> {
    let mut places: Vec<((u64, u64), usize)> = keys.into_iter().zip(0..).collect();
    places.sort_unstable();
    places.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::by;

    #[test]
    fn what_is_alike_stays_as_it_came() {
        assert_eq!(by(vec![(2, 0), (1, 1), (2, 0), (1, 0)]), [3, 1, 0, 2]);
    }
}
