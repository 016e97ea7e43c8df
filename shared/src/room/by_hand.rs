//! What hosts enter for people without a phone: counted like everybody's answers, and told apart.
//!
//! People without a phone are nobody's participants. They have numbers within a round, and who has
//! a number in one round is nobody in another: a host counts hands, and can't say whose. An entry
//! is all that counts for a round, or for a group in it, so the last one corrects those before.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::event::{AnswerPlace, Event, TypedAnswer};
use crate::ids::{AnswerId, GroupNumber, Key, Round, SlideId};
use crate::limits::{
    DISTINCT_TEXTS, GROUP_TEXTS_MAX, ROOM_ANSWERS, TYPED_EVER, TYPED_MAX, WITH_REMOVED,
};
use crate::question::kind::{Collected, CollectedTexts, Collects};
use crate::question::{Answer, ByHand, CountedPart, Fields, fields, people_of};
use crate::refusal::Refusal;
use crate::room::idempotency::{Decision, repeat_if};
use crate::room::round::{TypedPlace, hand_key};
use crate::room::{Person, QuestionState, Room, RoundState};

/// What a host enters, with the words of the HTTP API.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedEntry {
    /// For which question.
    pub question: SlideId,
    /// In which round; in the one under way if not said.
    #[serde(default)]
    pub round: Option<Round>,
    /// The sender's own name for it: the same again is the same entry.
    #[serde(default)]
    pub key: Option<Key>,
    /// For which group, where a group gives one answer.
    #[serde(default)]
    pub group: Option<GroupNumber>,
    /// How many entries there were when its sender looked: of another number is refused, so that
    /// nobody takes the place of what they have not seen.
    #[serde(default)]
    pub rests_on: Option<u32>,
    /// How many people picked what, by the names of what is counted.
    #[serde(default)]
    pub counts: BTreeMap<String, u32>,
    /// What each person said.
    #[serde(default)]
    pub texts: Vec<String>,
}

/// Where something is entered.
type EnteredAt<'a> = (&'a SlideId, Round, Option<GroupNumber>);

impl Room {
    /// The event that an entry stands for.
    ///
    /// # Errors
    /// Those of where it goes ([`Refusal::Closed`] of what was never asked), and those about the
    /// content of each answer.
    pub fn typed_in(&self, entry: &TypedEntry, key: Key) -> Result<Event, Refusal> {
        let state = self.answerable(&entry.question)?;
        let round = entry.round.unwrap_or(state.round());
        let place = (&entry.question, round, entry.group);
        let given = self.typed_place(place)?;
        let answers = match given.ask.collects() {
            Collects::OneAnswer(kind) => given.aligned(entry.group, self.read_hands(kind, entry)?),
            Collects::ManyTexts(kind) => given.aligned(entry.group, self.read_said(kind, entry)?),
            Collects::Questions | Collects::Nothing => return Err(Refusal::NotPlayable),
        };
        Ok(Event::Typed {
            question: entry.question.clone(),
            round,
            key,
            group: entry.group,
            rests_on: entry.rests_on,
            answers,
        })
    }

    fn read_hands(
        &self,
        kind: &dyn Collected,
        entry: &TypedEntry,
    ) -> Result<Vec<TypedContent>, Refusal> {
        let (people, wrong) = match kind.by_hand() {
            ByHand::Counts { parts, each } => (
                people_of(&parts, each, &entry.counts)?,
                !entry.texts.is_empty(),
            ),
            ByHand::Texts { read, .. } => {
                let said = entry.texts.iter().map(|said| read(said));
                (said.collect::<Vec<Fields>>(), !entry.counts.is_empty())
            }
            ByHand::Additions(_) | ByHand::Nothing => (Vec::new(), true),
        };
        if wrong {
            return Err(Refusal::WrongKind);
        }
        at_most(people.len(), TYPED_MAX)?;
        let read = |fields: &Fields| kind.read(fields, self.rules).map(TypedContent::Answer);
        people.iter().map(read).collect()
    }

    fn read_said(
        &self,
        kind: &dyn CollectedTexts,
        entry: &TypedEntry,
    ) -> Result<Vec<TypedContent>, Refusal> {
        if !entry.counts.is_empty() {
            return Err(Refusal::WrongKind);
        }
        at_most(entry.texts.len(), TYPED_MAX)?;
        // Its page has a line for each: one that breaks would be two when it is entered again.
        let in_a_line = |said: &String| said.replace(['\r', '\n'], " ");
        let read = |said: &String| {
            let read = kind.read(&in_a_line(said), self.rules);
            read.map(TypedContent::Text)
        };
        entry.texts.iter().map(read).collect()
    }

    /// The round in which something is entered.
    fn typed_place(&self, (question, round, group): EnteredAt<'_>) -> Result<&RoundState, Refusal> {
        let state = self.answerable(question)?;
        let given = state.whole(round).ok_or(Refusal::UnknownRound)?;
        if round > state.latest_seen() {
            return Err(Refusal::Closed);
        }
        match (self.asks_groups(question), group) {
            (true, None) => Err(Refusal::NoGroup),
            (true, Some(group)) if self.groups.there().contains(&group) => Ok(given),
            (_, Some(_)) => Err(Refusal::UnknownGroup),
            (false, None) => Ok(given),
        }
    }

    pub(super) fn decide_typed(
        &self,
        place: EnteredAt<'_>,
        (key, rests_on): (&Key, Option<u32>),
        answers: &[TypedAnswer],
    ) -> Result<Decision, Refusal> {
        let given = self.typed_place(place)?;
        if given.knows_entry(key) {
            return Ok(repeat_if(true));
        }
        let group = place.2;
        if rests_on.is_some_and(|entries| entries != given.entries(group)) {
            return Err(Refusal::Moved);
        }
        at_most(answers.len() + given.typed_elsewhere(group), TYPED_MAX)?;
        let mut hands = BTreeSet::new();
        for typed in answers {
            let is_one = (1..=TYPED_EVER).contains(&typed.hand) && hands.insert(typed.hand);
            if !is_one {
                return Err(Refusal::OutOfRange);
            }
            given.takes_typed(group, typed)?;
        }
        if let Some(group) = group {
            self.fits_in_group(given, group, answers.len())?;
        }
        self.has_place_for(given, answers)
    }

    /// A group has one answer, or so many texts with those that came from phones.
    fn fits_in_group(
        &self,
        given: &RoundState,
        group: GroupNumber,
        answers: usize,
    ) -> Result<(), Refusal> {
        match given.ask.collects() {
            Collects::OneAnswer(_) => at_most(answers, 1),
            Collects::ManyTexts(_) if given.place_in_group(Some("-"), self.rules).is_some() => {
                at_most(answers, GROUP_TEXTS_MAX)
            }
            Collects::ManyTexts(kind) => {
                let there = given.group_texts(group);
                let others = there.filter(|added| !added.person.is_by_hand()).count();
                if answers > 0 && others + answers > kind.entries() as usize {
                    let limit = kind.entries() as usize;
                    return Err(Refusal::TooMany { limit });
                }
                Ok(())
            }
            Collects::Questions | Collects::Nothing => Err(Refusal::NotPlayable),
        }
    }

    fn has_place_for(
        &self,
        given: &RoundState,
        answers: &[TypedAnswer],
    ) -> Result<Decision, Refusal> {
        let new = answers
            .iter()
            .filter(|typed| given.typed_id(typed.hand).is_none());
        let new = new.count();
        let all = self.answers_total() + new > ROOM_ANSWERS;
        let ever = self.places.len() + new > WITH_REMOVED * ROOM_ANSWERS;
        let texts = answers.iter().filter_map(|typed| typed.answer.as_ref());
        let texts: usize = texts.map(|answer| given.unseen_texts(answer)).sum();
        if all || ever || (texts > 0 && given.distinct_texts() + texts > DISTINCT_TEXTS) {
            Err(Refusal::Full)
        } else {
            Ok(Decision::Accept)
        }
    }

    pub(super) fn type_in(&mut self, place: EnteredAt<'_>, key: &Key, answers: &[TypedAnswer]) {
        let (question, round, group) = place;
        let Some(given) = self.questions.get(question).and_then(|it| it.whole(round)) else {
            return;
        };
        let adds = matches!(given.ask.collects(), Collects::ManyTexts(_));
        let known: Vec<Option<AnswerId>> = answers
            .iter()
            .map(|typed| given.typed_id(typed.hand))
            .collect();
        let mut named = Vec::new();
        for (typed, id) in answers.iter().zip(known) {
            let id = id.unwrap_or_else(|| self.next_answer());
            let place = AnswerPlace {
                participant: Some(typed.participant()),
                question: question.clone(),
                round,
                key: adds.then(hand_key),
            };
            self.places.entry(id).or_insert(place);
            named.push((id, typed));
        }
        let (at, rules) = (self.at, self.rules);
        self.with(question, |state| {
            let place = TypedPlace { at, rules, group };
            state.change(round, |round| round.type_in(place, key, &named));
        });
        let rounds = self
            .questions
            .values()
            .flat_map(QuestionState::whole_rounds);
        let most = rounds.map(|(_, round)| round.people_by_hand()).max();
        self.people.set_by_hand(most.unwrap_or_default());
    }
}

fn at_most(count: usize, limit: usize) -> Result<(), Refusal> {
    if count > limit {
        return Err(Refusal::TooMany { limit });
    }
    Ok(())
}

/// What one person without a phone answers.
#[derive(Clone, Debug, PartialEq)]
enum TypedContent {
    Answer(Answer),
    Text(String),
}

impl TypedContent {
    fn by(self, hand: u32) -> TypedAnswer {
        let (answer, text) = match self {
            Self::Answer(answer) => (Some(answer), None),
            Self::Text(text) => (None, Some(text)),
        };
        TypedAnswer { hand, answer, text }
    }

    fn is_of(&self, typed: &TypedAnswer) -> bool {
        match self {
            Self::Answer(answer) => typed.answer.as_ref() == Some(answer),
            Self::Text(text) => typed.text.as_ref() == Some(text),
        }
    }
}

impl RoundState {
    /// Gives each of these answers a number: whoever gave the same keeps theirs, so that what was
    /// said of an answer stays with it. A number that is free is taken again where nothing is said
    /// of single answers.
    fn aligned(&self, group: Option<GroupNumber>, contents: Vec<TypedContent>) -> Vec<TypedAnswer> {
        let mut there = self.typed_by_hand(group);
        let mut kept = Vec::new();
        let mut fresh = Vec::new();
        for content in contents {
            match there.iter().position(|typed| content.is_of(typed)) {
                Some(place) => kept.push(there.swap_remove(place)),
                None => fresh.push(content),
            }
        }
        let free = self.free_hands(group);
        let numbers = free.into_iter().chain(self.last_hand() + 1..);
        kept.extend(fresh.into_iter().zip(numbers).map(|(it, hand)| it.by(hand)));
        kept.sort_by_key(|typed| typed.hand);
        kept
    }

    /// What counts of a round that was entered by hand, for a group or for nobody's: to be entered
    /// again with what is to change.
    pub fn typed_counts(&self, group: Option<GroupNumber>) -> (BTreeMap<String, u32>, Vec<String>) {
        let typed = self.typed_by_hand(group);
        let given: Vec<Fields> = typed
            .iter()
            .filter_map(|it| it.answer.as_ref())
            .map(fields)
            .collect();
        match self.ask.by_hand() {
            ByHand::Counts { parts, .. } => {
                let count = |part: &CountedPart| {
                    let people = given.iter().filter(|fields| part.is_in(fields)).count();
                    (part.key(), people as u32)
                };
                (parts.iter().map(count).collect(), Vec::new())
            }
            ByHand::Texts { written, .. } => {
                let said = |fields: &Fields| {
                    let values: Vec<&str> = fields.0.iter().map(|(_, value)| &**value).collect();
                    written(&values.join(", "))
                };
                (BTreeMap::new(), given.iter().map(said).collect())
            }
            ByHand::Additions(_) => {
                let texts = typed.into_iter().filter_map(|typed| typed.text);
                (BTreeMap::new(), texts.collect())
            }
            ByHand::Nothing => (BTreeMap::new(), Vec::new()),
        }
    }
}

impl Person {
    /// Somebody without a phone, by their number in a round. Behind everybody who can join.
    pub const fn by_hand(number: u32) -> Self {
        Self(FIRST_BY_HAND + number)
    }

    /// Whether somebody has no phone, and is nobody outside of their round.
    pub const fn is_by_hand(self) -> bool {
        self.0 >= FIRST_BY_HAND
    }

    pub(super) fn hand(self) -> Option<u32> {
        self.0.checked_sub(FIRST_BY_HAND)
    }
}

/// Places from here on are of people without a phone.
const FIRST_BY_HAND: u32 = 1 << 31;
