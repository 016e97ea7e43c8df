//! The groups that a room's people are in: which there are, what they are called, and who is in
//! which. What a group gave to a question is its round's business.

use std::collections::{BTreeMap, BTreeSet};

use crate::deck::Question;
use crate::event::Event;
use crate::groups::{GroupName, KeptGroups, RoomGroups};
use crate::ids::{GroupNumber, ParticipantId, SlideId};
use crate::limits::GROUP_TEXTS_MAX;
use crate::question::kind::Collects;
use crate::refusal::Refusal;
use crate::room::idempotency::{Decision, repeat_if};
use crate::room::people::Person;
use crate::room::{Room, RoundState, StoredAnswer};

impl Question {
    /// Whether a group gives one answer. A form is one person's.
    pub fn asks_groups(&self) -> bool {
        self.by_group && !self.ask.is_kept_apart()
    }
}

impl Room {
    /// The groups that it begins with, where those of its deck act.
    pub(super) fn begin_groups(&mut self) {
        if self.takes_groups {
            self.groups = RoomGroups::of(&self.deck);
        }
    }

    /// Which groups there are, as pages list them.
    pub fn group_names(&self) -> Vec<GroupName> {
        let there = self.groups.there().iter();
        there
            .map(|number| self.groups.named_group(*number))
            .collect()
    }

    /// In which of the groups that there are somebody is.
    pub fn group_of(&self, participant: ParticipantId) -> Option<GroupNumber> {
        self.group_in(self.people.find(participant)?)
    }

    /// The same by their place.
    pub fn group_in(&self, person: Person) -> Option<GroupNumber> {
        let group = self.people.group(person)?;
        self.groups.there().contains(&group).then_some(group)
    }

    /// How many people are in each of the groups that there are, in their order.
    pub fn people_by_group(&self) -> Vec<(GroupNumber, u64)> {
        let mut counts = BTreeMap::new();
        for (person, _) in self.people.iter() {
            *counts.entry(self.people.group(person)).or_default() += 1;
        }
        let of = |number: &GroupNumber| counts.get(&Some(*number)).copied().unwrap_or_default();
        let there = self.groups.there().iter();
        there.map(|number| (*number, of(number))).collect()
    }

    /// Whether a group gives one answer to a question that the deck has.
    pub fn asks_groups(&self, question: &SlideId) -> bool {
        let asked = self.deck.question(question);
        !self.groups.there().is_empty() && asked.is_some_and(Question::asks_groups)
    }

    /// How many groups a round is about: those that there are, and those that are gone and had
    /// answered.
    pub fn groups_asked(&self, round: &RoundState) -> u64 {
        let mut all: BTreeSet<GroupNumber> = round.groups_answered().collect();
        all.extend(self.groups.there());
        all.len() as u64
    }

    /// Of a question that groups answer: how many that are.
    pub(super) fn groups_asked_by(&self, question: &SlideId, round: &RoundState) -> Option<u64> {
        self.asks_groups(question).then(|| self.groups_asked(round))
    }

    /// In which group an answer is given; nothing where each person has their own.
    ///
    /// # Errors
    /// [`Refusal::NoGroup`] where they are in none.
    pub(super) fn answering_group(
        &self,
        participant: ParticipantId,
        question: &SlideId,
    ) -> Result<Option<GroupNumber>, Refusal> {
        if !self.asks_groups(question) {
            return Ok(None);
        }
        let group = self.group_of(participant);
        group.map(Some).ok_or(Refusal::NoGroup)
    }

    /// Whether a person's answer, or their group's, may not be changed any more.
    pub(super) fn is_settled(
        &self,
        question: &SlideId,
        round: &RoundState,
        group: Option<GroupNumber>,
        stored: Option<&StoredAnswer>,
    ) -> bool {
        let is_given = match group {
            Some(group) => round.group_answer(group).is_some(),
            None => stored.is_some_and(|stored| !stored.erased),
        };
        is_given && !self.may_change(question)
    }

    /// A text that is new to a group. Where it has one in each place, it takes that one's place.
    /// Which that was is not known of a text that was erased: it was let in, and takes none now.
    pub(super) fn decide_group_addition(
        &self,
        (participant, group): (ParticipantId, GroupNumber),
        question: &SlideId,
        text: Option<&str>,
    ) -> Result<Decision, Refusal> {
        let state = self.answerable(question)?;
        let round = state.current();
        let Collects::ManyTexts(kind) = round.ask.collects() else {
            return Err(Refusal::WrongKind);
        };
        let place = round.place_in_group(Some(text.unwrap_or_default()), self.rules);
        let (limit, given) = match place {
            Some(place) => {
                let mut there = round.group_texts(group);
                let is_taken = text.is_some() && there.any(|added| added.place == Some(place));
                if !self.may_change(question) && is_taken {
                    return Err(Refusal::Unchangeable);
                }
                let person = self.people.find(participant);
                let own = person.into_iter().flat_map(|it| round.all_added_by(it));
                (GROUP_TEXTS_MAX, own.filter(|it| !it.erased).count())
            }
            None => {
                let there = round.all_added().iter();
                let there = there.filter(|it| it.group == Some(group) && !it.erased);
                (kind.entries() as usize, there.count())
            }
        };
        if given >= limit {
            return Err(Refusal::TooMany { limit });
        }
        self.has_place(participant, true, state, None)
    }

    pub(super) fn decide_group(
        &self,
        participant: ParticipantId,
        group: GroupNumber,
    ) -> Result<Decision, Refusal> {
        if !self.groups.there().contains(&group) {
            return Err(Refusal::UnknownGroup);
        }
        self.decide_joined(participant)?;
        Ok(repeat_if(self.group_of(participant) == Some(group)))
    }

    pub(super) fn choose_group(&mut self, participant: ParticipantId, group: GroupNumber) {
        let person = self.people.join(participant, self.at);
        self.people.set_group(person, group);
    }

    /// The others of a group read its answers too.
    pub(super) fn note_group(&mut self, event: &Event) {
        match event {
            Event::Answered {
                participant,
                question,
                ..
            }
            | Event::Added {
                participant,
                question,
                ..
            } if self.asks_groups(question) => {
                let person = self.people.find(*participant);
                let group = person.and_then(|person| self.people.group(person));
                if group.is_some() {
                    self.people.change_group(group, self.seq);
                }
            }
            Event::Typed { group, .. } if group.is_some() => {
                self.people.change_group(*group, self.seq);
            }
            Event::GroupChosen { participant, .. } => {
                if let Some(person) = self.people.find(*participant) {
                    self.people.change_in_group(person, self.seq);
                }
            }
            Event::Erased { answer }
            | Event::AnswerApproved { answer }
            | Event::AnswerHidden { answer, .. } => {
                let question = self.place(*answer).map(|place| &place.question);
                if question.is_some_and(|question| self.asks_groups(question)) {
                    self.people.change_group(None, self.seq);
                }
            }
            _ => {}
        }
    }

    /// The group that somebody who is made up chooses first; nothing where they are in one.
    pub(super) fn trial_group(&self, id: ParticipantId) -> Option<Event> {
        let there = self.groups.there();
        let place = (id.0 as usize).checked_rem(there.len())?;
        let chosen = || Event::GroupChosen {
            participant: id,
            group: there[place],
        };
        self.group_of(id).is_none().then(chosen)
    }

    /// What the room goes on with once it counts; nothing where it has no groups.
    pub(super) fn kept_groups(&self) -> Option<KeptGroups> {
        let people = self.people.iter().filter(|(_, id)| !id.is_trial());
        let chosen = people.filter_map(|(person, id)| Some((id, self.people.group(person)?)));
        (self.groups != RoomGroups::default()).then(|| KeptGroups {
            groups: self.groups.clone(),
            chosen: chosen.collect(),
        })
    }

    pub(super) fn take_groups_along(&mut self, kept: &KeptGroups) {
        self.groups = kept.groups.clone();
        for (participant, group) in &kept.chosen {
            if let Some(person) = self.people.known(*participant) {
                self.people.set_own_group(person, *group);
            }
        }
    }
}
