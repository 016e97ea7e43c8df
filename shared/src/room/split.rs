//! A question's results per group: whoever gave the same answer to an earlier question.

use crate::deck::Slide;
use crate::ids::SlideId;
use crate::protocol::view::{SplitGroup, SplitName, SplitResults};
use crate::publish::{FoldedGroup, fold};
use crate::question::Answer;
use crate::question::kind::{ResultsScope, RightAnswers};
use crate::room::people::Person;
use crate::room::{Room, RoundState};

/// The groups that an earlier question makes: by its options, and behind these whoever picked none
/// of them.
struct Grouping<'a> {
    labels: Vec<String>,
    earlier: &'a RoundState,
}

impl<'a> Grouping<'a> {
    /// Nothing where one does not pick one option.
    fn of(earlier: &'a RoundState) -> Option<Self> {
        let settings = earlier.ask.settings();
        let labels = || {
            let targets = settings.targets();
            let labels = targets.iter().map(|target| target.text.to_owned());
            labels.collect()
        };
        settings.splits().then(|| Self {
            labels: labels(),
            earlier,
        })
    }

    /// In which group somebody is.
    fn place(&self, person: Person) -> usize {
        let stored = self.earlier.answer_of(person);
        let answer = stored.and_then(|stored| stored.answer.as_ref());
        match answer.map(Answer::picked) {
            Some([option]) => usize::from(*option)
                .saturating_sub(1)
                .min(self.labels.len()),
            _ => self.labels.len(),
        }
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
        let grouping = Grouping::of(self.question(by)?.current())?;
        let grouped = round.grouped(grouping.labels.len() + 1, |person| grouping.place(person));
        let shown = fold(&grouped.voters()).unwrap_or_default();
        let group = |group: FoldedGroup| {
            Some(SplitGroup {
                name: grouping.name(group.of()),
                voters: group.voters(),
                results: grouped.results(&group, extent)?,
            })
        };
        Some(SplitResults {
            id: by.clone(),
            prompt: earlier.heading().to_owned(),
            groups: shown.into_iter().filter_map(group).collect(),
        })
    }
}
