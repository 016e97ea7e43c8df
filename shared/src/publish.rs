//! The one gate through which figures pass that could tell what somebody answered: none is about
//! fewer than [`PUBLISHED_VOTERS_MIN`] people.

use crate::limits::{GROUPS_SHOWN, PUBLISHED_VOTERS_MIN};
use crate::question::{FieldTotals, FilledForm, FormField, totals};

/// Whether a result is about so many people that it may be shown to others than the organiser.
pub fn is_enough(voters: u64) -> bool {
    voters >= PUBLISHED_VOTERS_MIN
}

/// The totals of the ratings and choices of a form; nothing of too few.
pub fn form_totals(asked: &[FormField], forms: &[FilledForm]) -> Option<Vec<FieldTotals>> {
    is_enough(forms.len() as u64).then(|| totals(asked, forms))
}

/// A group that may be shown. Results by groups are made of these alone, and only [`fold`] makes
/// them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoldedGroup {
    of: Vec<usize>,
    voters: u64,
}

impl FoldedGroup {
    /// The places of those that it is made of, in order.
    pub fn of(&self) -> &[usize] {
        &self.of
    }

    /// How many voters it has.
    pub fn voters(&self) -> u64 {
        self.voters
    }
}

/// The groups as they may be shown, those that were folded as one behind the others.
///
/// Groups of fewer than [`PUBLISHED_VOTERS_MIN`] are folded. While these together are fewer than
/// that, or there are more than [`GROUPS_SHOWN`], the smallest of the others joins them. Nothing
/// where less than two are left: one group is everybody. So no difference between groups that are
/// shown, and everybody, is about fewer people than that.
pub fn fold(voters: &[u64]) -> Option<Vec<FoldedGroup>> {
    let there = voters.iter().copied().enumerate();
    let there = there.filter(|(_, voters)| *voters > 0);
    let (mut shown, mut small): (Vec<_>, Vec<_>) =
        there.partition(|(_, voters)| *voters >= PUBLISHED_VOTERS_MIN);
    let folded = |small: &[(usize, u64)]| small.iter().map(|(_, voters)| voters).sum::<u64>();
    let is_too_few =
        |small: &[(usize, u64)]| !small.is_empty() && folded(small) < PUBLISHED_VOTERS_MIN;
    let is_too_many = |shown: usize, small: usize| shown + small.min(1) > GROUPS_SHOWN;
    while is_too_few(&small) || is_too_many(shown.len(), small.len()) {
        // Of those that are alike the last.
        let smallest = shown
            .iter()
            .rev()
            .min_by_key(|(_, voters)| *voters)
            .copied();
        let joins = smallest?;
        shown.retain(|group| *group != joins);
        small.push(joins);
    }
    let single = shown.into_iter().map(|(place, voters)| FoldedGroup {
        of: vec![place],
        voters,
    });
    let mut all: Vec<FoldedGroup> = single.collect();
    if !small.is_empty() {
        small.sort_unstable();
        let voters = folded(&small);
        let of = small.into_iter().map(|(place, _)| place).collect();
        all.push(FoldedGroup { of, voters });
    }
    (all.len() > 1).then_some(all)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(voters: &[u64]) -> Option<Vec<(Vec<usize>, u64)>> {
        let groups = fold(voters)?.into_iter();
        Some(groups.map(|group| (group.of, group.voters)).collect())
    }

    #[test]
    fn small_groups_are_folded_and_a_fold_that_is_small_takes_the_smallest_in() {
        for (voters, expected) in [
            (
                &[54, 47, 26, 3, 4, 2][..],
                Some(vec![
                    (vec![0], 54),
                    (vec![1], 47),
                    (vec![2], 26),
                    (vec![3, 4, 5], 9),
                ]),
            ),
            (
                &[54, 47, 26],
                Some(vec![(vec![0], 54), (vec![1], 47), (vec![2], 26)]),
            ),
            (&[54, 0, 26], Some(vec![(vec![0], 54), (vec![2], 26)])),
            (&[20, 5, 3], Some(vec![(vec![0], 20), (vec![1, 2], 8)])),
            (
                &[20, 7, 7, 1],
                Some(vec![(vec![0], 20), (vec![1], 7), (vec![2, 3], 8)]),
            ),
            (&[5, 5], Some(vec![(vec![0], 5), (vec![1], 5)])),
            // Nobody is left to be compared with.
            (&[5, 4], None),
            (&[4, 4, 4], None),
            (&[12], None),
            (&[3, 1], None),
            (&[], None),
            (
                &[9, 8, 7, 6, 5, 9, 9],
                Some(vec![
                    (vec![0], 9),
                    (vec![1], 8),
                    (vec![2], 7),
                    (vec![5], 9),
                    (vec![6], 9),
                    (vec![3, 4], 11),
                ]),
            ),
        ] {
            assert_eq!(shown(voters), expected, "{voters:?}");
        }
    }

    proptest! {
        #[test]
        fn no_difference_of_what_is_shown_is_about_fewer_than_five(
            voters in prop::collection::vec(0_u64..12, 0..9),
        ) {
            let everybody: u64 = voters.iter().sum();
            let groups = fold(&voters).unwrap_or_default();
            let mut places: Vec<usize> = groups.iter().flat_map(|group| group.of.clone()).collect();
            places.sort_unstable();
            let there = (0..voters.len()).filter(|place| voters[*place] > 0);
            let there: Vec<usize> = there.collect();
            prop_assert!(groups.is_empty() || places == there, "everybody is in one group");
            prop_assert!(groups.len() <= GROUPS_SHOWN);
            for some in 0..1_u32 << groups.len() {
                let among = groups.iter().enumerate().filter(|(at, _)| some >> at & 1 == 1);
                let sum: u64 = among.map(|(_, group)| group.voters).sum();
                for difference in [sum, everybody - sum] {
                    let enough = difference == 0 || difference >= PUBLISHED_VOTERS_MIN;
                    prop_assert!(groups.is_empty() || enough, "{groups:?}");
                }
            }
        }
    }
}
