//! A question's results per group: whoever gave the same answer to an earlier question. Small
//! groups are folded, so that nobody can be found by what their group said.

use std::collections::BTreeMap;

use crate::deck::Slide;
use crate::ids::SlideId;
use crate::limits::{GROUP_VOTERS_MIN, GROUPS_SHOWN};
use crate::protocol::view::{SplitGroup, SplitName, SplitResults};
use crate::question::Answer;
use crate::question::kind::{ResultsScope, RightAnswers};
use crate::room::people::Person;
use crate::room::{Room, RoundState};

/// A group that is shown, by the places of those that it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
struct FoldedGroup {
    of: Vec<usize>,
    voters: u64,
}

/// The groups as they may be shown, those that were folded as one behind the others.
///
/// Groups of fewer than [`GROUP_VOTERS_MIN`] are folded. While these together are fewer than that,
/// or there are more than [`GROUPS_SHOWN`], the smallest of the others joins them. Nothing where
/// less than two are left: one group is everybody. So no difference between groups that are shown,
/// and everybody, is about fewer people than that.
fn fold(voters: &[u64]) -> Option<Vec<FoldedGroup>> {
    let there = voters.iter().copied().enumerate();
    let there = there.filter(|(_, voters)| *voters > 0);
    let (mut shown, mut small): (Vec<_>, Vec<_>) =
        there.partition(|(_, voters)| *voters >= GROUP_VOTERS_MIN);
    let folded = |small: &[(usize, u64)]| small.iter().map(|(_, voters)| voters).sum::<u64>();
    let is_too_few = |small: &[(usize, u64)]| !small.is_empty() && folded(small) < GROUP_VOTERS_MIN;
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

/// Who is in which group: by an option of the earlier question, and behind these whoever picked
/// none of them.
struct Grouping {
    labels: Vec<String>,
    of: BTreeMap<Person, usize>,
}

impl Grouping {
    /// The people of a round by what they picked; nothing where one does not pick one option.
    fn of(round: &RoundState, earlier: &RoundState) -> Option<Self> {
        let settings = earlier.ask.settings();
        if !settings.splits() {
            return None;
        }
        let targets = settings.targets();
        let labels: Vec<String> = targets
            .iter()
            .map(|target| target.text.to_owned())
            .collect();
        let place = |person: Person| {
            let stored = earlier.answer_of(person);
            let answer = stored.and_then(|stored| stored.answer.as_ref());
            match answer.map(Answer::picked) {
                Some([option]) => usize::from(*option).saturating_sub(1).min(labels.len()),
                _ => labels.len(),
            }
        };
        let of = round.people().map(|person| (person, place(person)));
        let of = of.collect();
        Some(Self { labels, of })
    }

    fn holds(&self, person: Person, places: &[usize]) -> bool {
        let place = self.of.get(&person);
        place.is_some_and(|place| places.contains(place))
    }

    fn voters(&self, round: &RoundState) -> Vec<u64> {
        let places = 0..=self.labels.len();
        let voters = places.map(|place| round.voters_in(|person| self.holds(person, &[place])));
        voters.collect()
    }

    fn name(&self, places: &[usize]) -> SplitName {
        match places {
            [place] => match self.labels.get(*place) {
                Some(label) => SplitName::Answer {
                    label: label.clone(),
                },
                None => SplitName::Unanswered,
            },
            several => SplitName::Others {
                groups: several.len() as u32,
            },
        }
    }
}

impl Room {
    /// The results of a question's round by the groups of the question that its slide names, as
    /// [`Room::split_by`].
    pub fn split(&self, slide: &Slide, round: &RoundState) -> Option<SplitResults> {
        self.split_by(slide.question()?.split.as_ref()?, round)
    }

    /// The results of a round by what its people answered to another question, in that one's
    /// current round; nothing where that is no question of which one option is picked.
    pub fn split_by(&self, by: &SlideId, round: &RoundState) -> Option<SplitResults> {
        self.split_within(by, round, ResultsScope::Whole)
    }

    /// Whether results can be split by a question.
    pub fn can_split_by(&self, by: &SlideId) -> bool {
        let earlier = self.question(by).map(|earlier| &earlier.current().ask);
        earlier.is_some_and(|ask| ask.settings().splits())
    }

    /// The same for pages, with answers named as the reader knows them.
    pub(super) fn split_for(
        &self,
        slide: &Slide,
        round: &RoundState,
        phone: bool,
    ) -> Option<Box<SplitResults>> {
        let extent = if phone {
            ResultsScope::Page(RightAnswers::Kept)
        } else {
            ResultsScope::Stage(RightAnswers::Kept)
        };
        let by = slide.question()?.split.as_ref()?;
        let mut split = self.split_within(by, round, extent)?;
        let named = split.groups.iter_mut().filter(|_| phone);
        for answer in named.flat_map(|group| group.results.added_mut()) {
            answer.id = self.name_on_phones(answer.id);
        }
        Some(Box::new(split))
    }

    fn split_within(
        &self,
        by: &SlideId,
        round: &RoundState,
        extent: ResultsScope,
    ) -> Option<SplitResults> {
        let (_, earlier) = self.deck.find(by)?;
        let grouping = Grouping::of(round, self.question(by)?.current())?;
        let shown = fold(&grouping.voters(round)).unwrap_or_default();
        let group = |group: FoldedGroup| {
            let is_in = |person| grouping.holds(person, &group.of);
            Some(SplitGroup {
                name: grouping.name(&group.of),
                voters: group.voters,
                results: round.results_in(is_in, extent)?,
            })
        };
        Some(SplitResults {
            id: by.clone(),
            prompt: earlier.heading().to_owned(),
            groups: shown.into_iter().filter_map(group).collect(),
        })
    }
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
                    let enough = difference == 0 || difference >= GROUP_VOTERS_MIN;
                    prop_assert!(groups.is_empty() || enough, "{groups:?}");
                }
            }
        }
    }
}
