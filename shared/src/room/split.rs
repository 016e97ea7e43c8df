//! A question's results per group: whoever gave the same answer to an earlier question.

use crate::deck::Slide;
use crate::ids::SlideId;
use crate::protocol::view::{SplitGroup, SplitName, SplitResults};
use crate::publish::{FoldedGroup, fold};
use crate::question::Answer;
use crate::question::kind::{ResultsScope, RightAnswers};
use crate::room::people::Person;
use crate::room::{Room, RoundState};

/// The groups that people are in.
const GROUPS: &str = "groups";

/// Groups of people: by an earlier question's options, and behind these whoever picked none of
/// them; or by the groups of the deck, and behind these whoever is in none.
struct Grouping<'a> {
    room: &'a Room,
    names: Vec<SplitName>,
    /// Of the deck's groups none.
    earlier: Option<&'a RoundState>,
}

impl<'a> Grouping<'a> {
    /// Nothing where one does not pick one option.
    fn by_answers(room: &'a Room, earlier: &'a RoundState) -> Option<Self> {
        let settings = earlier.ask.settings();
        if !settings.splits() {
            return None;
        }
        let targets = settings.targets().into_iter();
        let names = targets.map(|target| SplitName::Answer {
            label: target.text.to_owned(),
        });
        Some(Self {
            room,
            names: names.chain([SplitName::Unanswered]).collect(),
            earlier: Some(earlier),
        })
    }

    /// Nothing where there are none.
    fn by_groups(room: &'a Room) -> Option<Self> {
        let groups = room.group_names();
        let names = groups.iter().cloned().map(SplitName::Group);
        (!groups.is_empty()).then(|| Self {
            room,
            names: names.chain([SplitName::NoGroup]).collect(),
            earlier: None,
        })
    }

    /// In which group somebody is.
    fn place(&self, person: Person) -> usize {
        let last = self.names.len() - 1;
        let group = self.room.group_in(person);
        let Some(earlier) = self.earlier else {
            let mut there = self.room.groups.there().iter();
            return there.position(|it| Some(*it) == group).unwrap_or(last);
        };
        // Nobody knows what somebody without a phone answered before.
        if person.is_by_hand() {
            return last;
        }
        // Of a group everybody has its answer.
        let stored = match group.filter(|_| earlier.is_per_group()) {
            Some(group) => earlier.group_answer(group).map(|(_, stored)| stored),
            None => earlier.answer_of(person),
        };
        let answer = stored.and_then(|stored| stored.answer.as_ref());
        match answer.map(Answer::picked) {
            Some([option]) => usize::from(*option).saturating_sub(1).min(last),
            _ => last,
        }
    }

    fn name(&self, places: &[usize]) -> SplitName {
        match places {
            [place] => self.names[*place].clone(),
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
        self.grouping(by).is_some()
    }

    /// By what results can be split: each question by which they can with its heading, and the
    /// groups of the deck with none.
    pub fn groupings(&self) -> Vec<(SlideId, &str)> {
        let groups = SlideId::from(GROUPS);
        let asked = self.asked_slides().map(|(slide, _)| slide.id.clone());
        let all = [groups].into_iter().chain(asked);
        all.filter_map(|by| Some((by.clone(), self.grouping(&by)?.0)))
            .collect()
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

    /// By what a question or the deck divides people, and the question's prompt. A deck of before
    /// may have a slide of the groups' name.
    fn grouping(&self, by: &SlideId) -> Option<(&str, Grouping<'_>)> {
        match self.deck.find(by) {
            Some((_, earlier)) => {
                let round = self.question(by)?.current();
                Some((earlier.heading(), Grouping::by_answers(self, round)?))
            }
            None if by.as_str() == GROUPS => Some(("", Grouping::by_groups(self)?)),
            None => None,
        }
    }

    fn split_within(
        &self,
        by: &SlideId,
        round: &RoundState,
        extent: ResultsScope,
    ) -> Option<SplitResults> {
        // What a group gave is nobody's alone.
        let (prompt, grouping) = self.grouping(by).filter(|_| !round.is_per_group())?;
        let grouped = round.grouped(grouping.names.len(), |person| grouping.place(person));
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
            prompt: prompt.to_owned(),
            groups: shown.into_iter().filter_map(group).collect(),
        })
    }
}
