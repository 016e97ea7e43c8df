//! One round of one question: who answered what, what was added, who voted for which addition.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::ids::{AnswerId, GroupNumber, Key, Millis, Revision};
use crate::limits::VIEW_ANSWERS;
use crate::question::kind::{Collects, ResultsScope, RightAnswers};
use crate::question::word_counts::{Moderated, WordCounts};
use crate::question::{Answer, QuestionSpec, Results, Tally, open};
use crate::room::people::Person;

use by_hand::HandsState;
pub(super) use by_hand::{TypedPlace, hand_key};
pub(super) use held::Holding;
use held::NOTHING_HELD;
use per_group::{Author, GroupAnswers};

mod by_hand;
mod group;
mod held;
mod per_group;
mod upvotes;
mod without;

/// One round.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundState {
    /// What was asked in this round.
    pub ask: Arc<QuestionSpec>,
    tally: Tally,
    answers: BTreeMap<Person, StoredAnswer>,
    added: Vec<Added>,
    keys: BTreeMap<(Person, Key), usize>,
    by_id: BTreeMap<AnswerId, usize>,
    upvotes: BTreeSet<(Person, AnswerId)>,
    authors: BTreeMap<Author, u32>,
    /// Where a group gives one answer: what was given in each.
    per_group: GroupAnswers,
    /// The places of additions that wait, hidden or not.
    waiting: BTreeSet<usize>,
    /// What hosts entered for people without a phone.
    hands: HandsState,
}

/// A participant's value.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredAnswer {
    /// Its public name.
    pub id: AnswerId,
    /// The counter it came with.
    pub turn: Revision,
    /// When it was stored.
    pub at: Millis,
    /// What; nothing where the journal no longer holds it.
    pub answer: Option<Answer>,
    /// Which of its words came while the question held: a bit for each, the first one's lowest.
    pub held: u16,
    /// Erased by the organiser.
    pub erased: bool,
    /// In which group it was given, where a group gives one answer.
    pub group: Option<GroupNumber>,
}

/// Something a participant added.
#[derive(Clone, Debug, PartialEq)]
pub struct Added {
    /// Its public name.
    pub id: AnswerId,
    /// Whose.
    pub person: Person,
    /// Their name for it.
    pub key: Key,
    /// The counter it came with.
    pub turn: Revision,
    /// When it was first stored; an edit keeps its place.
    pub at: Millis,
    /// What; nothing where the journal no longer holds it.
    pub text: Option<String>,
    /// Erased by the organiser.
    pub erased: bool,
    /// Shown to nobody but its sender.
    pub hidden: bool,
    /// The same until a moderator approves it: it came while the question held.
    pub waits: bool,
    /// Which other one it counts as.
    pub into: Option<AnswerId>,
    /// People who voted for it, or for what counts as it.
    pub votes: u64,
    /// In which group it was given, where a group gives one answer.
    pub group: Option<GroupNumber>,
    /// Where it stands among its group's, of which there is one in each place; nothing where a
    /// group has several.
    pub place: Option<u8>,
    /// A later one of its group stands in its place.
    pub replaced: bool,
}

/// What becomes of something that was added.
pub(super) struct Edited {
    pub turn: Revision,
    pub text: Option<String>,
    pub waits: bool,
    pub place: Option<u8>,
}

impl RoundState {
    /// A round in which nobody has answered.
    pub(super) fn new(ask: Arc<QuestionSpec>) -> Self {
        Self {
            tally: Tally::new(&ask),
            ask,
            answers: BTreeMap::new(),
            added: Vec::new(),
            keys: BTreeMap::new(),
            by_id: BTreeMap::new(),
            upvotes: BTreeSet::new(),
            authors: BTreeMap::new(),
            per_group: GroupAnswers::default(),
            waiting: BTreeSet::new(),
            hands: HandsState::default(),
        }
    }

    /// The round after this one, in which nobody has answered. What was hidden stays hidden: the
    /// same words come again.
    pub(super) fn next(&self, ask: Arc<QuestionSpec>) -> Self {
        Self {
            tally: self.tally.anew(&ask),
            ..Self::new(ask)
        }
    }

    /// Asks the same in other words from now on.
    pub(super) fn reword(&mut self, ask: Arc<QuestionSpec>) {
        self.ask = ask;
        self.recount();
    }

    /// Whether anybody gave anything.
    pub(super) fn is_answered(&self) -> bool {
        !(self.answers.is_empty() && self.added.is_empty())
    }

    /// One participant's value, erased or not.
    pub fn answer_of(&self, person: Person) -> Option<&StoredAnswer> {
        self.answers.get(&person)
    }

    /// All values in order of joining.
    pub fn answers(&self) -> impl Iterator<Item = (Person, &StoredAnswer)> {
        self.answers
            .iter()
            .map(|(person, stored)| (*person, stored))
    }

    /// What one participant added under that key.
    pub fn added_by(&self, person: Person, key: &Key) -> Option<&Added> {
        self.keys
            .get(&(person, key.clone()))
            .map(|at| &self.added[*at])
    }

    /// An addition by its public name.
    pub fn added(&self, id: AnswerId) -> Option<&Added> {
        self.by_id.get(&id).map(|at| &self.added[*at])
    }

    /// All additions in order of arrival.
    pub fn all_added(&self) -> &[Added] {
        &self.added
    }

    /// A participant's own additions, in the order of their keys.
    pub fn all_added_by(&self, person: Person) -> impl Iterator<Item = &Added> {
        let all = (person, Key(String::new()))..(Person(person.0 + 1), Key(String::new()));
        self.keys.range(all).map(|(_, at)| &self.added[*at])
    }

    /// Short texts by their key; nothing for kinds without such.
    pub fn word_counts(&self) -> Option<&WordCounts> {
        self.tally.word_counts()
    }

    /// Hides a word or shows it again.
    pub(super) fn hide_word(&mut self, word: &str, hidden: bool) {
        self.moderate(|moderated| moderated.hide(word, hidden));
    }

    /// Lets a word count as another one or as itself again, for which everything is counted anew.
    pub(super) fn merge_word(&mut self, word: &str, into: Option<&str>) {
        self.moderate(|moderated| moderated.merge(word, into));
        self.recount();
    }

    fn moderate(&mut self, change: impl FnOnce(&mut Moderated)) {
        if let Some(word_counts) = self.tally.word_counts_mut() {
            change(word_counts.moderated_mut());
        }
    }

    /// Different texts that the sum holds.
    pub fn distinct_texts(&self) -> usize {
        self.tally.distinct_texts()
    }

    /// How many different texts an answer would add to the sum.
    pub fn unseen_texts(&self, answer: &Answer) -> usize {
        self.tally.unseen_texts(answer)
    }

    /// People whose answer counts.
    pub fn voters(&self) -> u64 {
        self.tally.voters().unwrap_or(self.authors.len() as u64)
    }

    /// What the round adds up to; nothing for kinds that can't be played.
    pub fn results(&self) -> Option<Results> {
        self.of(ResultsScope::Whole)
    }

    /// What it would add up to if nobody had answered.
    pub(super) fn blank(&self) -> Option<Results> {
        match self.ask.collects() {
            Collects::OneAnswer(_) => Tally::new(&self.ask).results(&self.ask, ResultsScope::Whole),
            Collects::ManyTexts(_) => Some(open::OpenResults::default().into()),
            Collects::Questions | Collects::Nothing => None,
        }
    }

    /// The results at a size that is bounded whatever the room has answered, for pages: as
    /// [`Results::bounded`] leaves them. A view is made up to ten times a second, so what it leaves
    /// out is not made first.
    pub(crate) fn page(&self, right: RightAnswers) -> Option<Results> {
        self.of(ResultsScope::Page(right))
    }

    /// The same for hosts: the words of a cloud that found no room are listed on the stage, so it
    /// is sent more of them.
    pub(crate) fn stage_page(&self, right: RightAnswers) -> Option<Results> {
        self.of(ResultsScope::Stage(right))
    }

    fn of(&self, extent: ResultsScope) -> Option<Results> {
        match self.ask.collects() {
            Collects::OneAnswer(_) => self.tally.results(&self.ask, extent),
            Collects::ManyTexts(_) if extent == ResultsScope::Whole => {
                Some(self.newest(usize::MAX).into())
            }
            Collects::ManyTexts(_) => Some(self.newest(VIEW_ANSWERS).into()),
            Collects::Questions | Collects::Nothing => None,
        }
    }

    /// The results of an open question with at most so many of its answers, the newest of them.
    fn newest(&self, limit: usize) -> open::OpenResults {
        self.newest_in(&|_| true, limit)
    }

    /// The same of what these people added.
    fn newest_in(&self, is_in: &dyn Fn(Person) -> bool, limit: usize) -> open::OpenResults {
        let standing = || {
            self.added
                .iter()
                .filter(|added| added.stands() && added.text.is_some() && is_in(added.person))
        };
        let is_author_in = |author: &Author| match author {
            Author::Person(person) => is_in(*person),
            Author::Group(_) => true,
        };
        let total = standing().count();
        open::OpenResults {
            voters: self
                .authors
                .keys()
                .filter(|author| is_author_in(author))
                .count() as u64,
            total: total as u64,
            votes: standing().map(|added| added.votes).sum(),
            answers: standing()
                .skip(total.saturating_sub(limit))
                .filter_map(Added::public)
                .collect(),
        }
    }

    /// Stores a participant's value in place of the one before. The name stays with the place.
    pub(super) fn answer(&mut self, person: Person, stored: StoredAnswer, holding: Holding<'_>) {
        let held = stored.held_after(self.answers.get(&person), holding);
        let now = StoredAnswer { held, ..stored };
        let own = self.answers.insert(person, now.clone());
        let Some(group) = now.group else {
            let own = own.filter(|own| own.group.is_none());
            return self.count(own.as_ref(), Some(&now));
        };
        if own.is_some_and(|own| own.group.is_none()) {
            self.per_group.give(group, person, now);
            return self.recount();
        }
        let before = self.group_answer(group).map(|(_, stored)| stored.clone());
        self.per_group.give(group, person, now);
        let now = self.group_answer(group).map(|(_, stored)| stored.clone());
        self.count(before.as_ref(), now.as_ref());
    }

    /// Counts one answer in place of another.
    fn count(&mut self, before: Option<&StoredAnswer>, now: Option<&StoredAnswer>) {
        let answer = |stored: Option<&'_ StoredAnswer>| stored.and_then(|it| it.answer.clone());
        self.tally
            .replace(answer(before).as_ref(), answer(now).as_ref());
        if let Some(word_counts) = self.tally.word_counts_mut() {
            now.iter().for_each(|now| word_counts.hold(now.held_keys()));
            before
                .iter()
                .for_each(|before| word_counts.release(before.held_keys()));
        }
    }

    /// Stores something new.
    pub(super) fn add(&mut self, added: Added) {
        let at = self.added.len();
        if added.text.is_some() {
            self.count_author(added.author());
        }
        let id = added.id;
        self.keys.insert((added.person, added.key.clone()), at);
        self.by_id.insert(added.id, at);
        let waits = added.waits;
        self.added.push(added);
        self.set_waits(at, waits);
        self.give_text(id);
    }

    /// Changes what was added: what people voted for is gone, and so are their votes. The same text
    /// again is no change. Without a text there is no telling, and the votes go. Whether it waits
    /// is as of something new in either case: a fold that no longer has the text comes to the same.
    pub(super) fn edit(&mut self, id: AnswerId, now: Edited) {
        let Edited {
            turn,
            text,
            waits,
            place,
        } = now;
        let Some(at) = self.by_id.get(&id).copied() else {
            return;
        };
        self.added[at].turn = turn;
        self.added[at].place = self.added[at].group.and(place);
        self.set_waits(at, waits);
        if text.is_none() || self.added[at].text != text {
            self.drop_upvotes(id);
            self.write(at, text);
        }
        self.give_text(id);
    }

    /// Takes the content out of a value. False if there was none.
    pub(super) fn erase_answer(&mut self, person: Person) -> bool {
        let stored = self.answers.get_mut(&person);
        let erased = stored.is_some_and(StoredAnswer::erase);
        self.per_group.erase(person);
        self.recount();
        erased
    }

    /// Adds up anew what is left. Which word was seen first must not depend on a participant whose
    /// words are gone: the fold over the rewritten journal, which never sees them, has to come to
    /// the same.
    pub(super) fn recount(&mut self) {
        let mut left: Vec<(Millis, Person, &Answer)> = self
            .counted()
            .filter_map(|(person, stored)| Some((stored.at, person, stored.answer.as_ref()?)))
            .collect();
        left.sort_by_key(|(at, person, _)| (*at, *person));
        let left: Vec<&Answer> = left.into_iter().map(|(_, _, answer)| answer).collect();
        let mut tally = self.tally.anew(&self.ask);
        tally.add_all(&left);
        self.tally = tally;
        self.hold_all_words();
    }

    /// Takes the content out of an addition; what counted as it is itself again. False if there was
    /// none.
    pub(super) fn erase_added(&mut self, id: AnswerId) -> bool {
        if let Some(at) = self.by_id.get(&id).copied() {
            self.added[at].erased = true;
        }
        self.take_text_away(id)
    }

    /// The same of what can come back.
    fn take_text_away(&mut self, id: AnswerId) -> bool {
        self.drop_upvotes(id);
        self.set_apart(id);
        let Some(at) = self.by_id.get(&id).copied() else {
            return false;
        };
        self.set_waits(at, false);
        self.added[at].place = None;
        let there = self.write(at, None).is_some();
        self.settle_texts(id);
        there
    }

    /// Replaces a text by another or by none, and counts its author accordingly. Gives the one
    /// before.
    fn write(&mut self, at: usize, text: Option<String>) -> Option<String> {
        let (author, counts) = (self.added[at].author(), text.is_some());
        let before = std::mem::replace(&mut self.added[at].text, text);
        match (before.is_some(), counts) {
            (false, true) => self.count_author(author),
            (true, false) => self.discount_author(author),
            _ => {}
        }
        before
    }

    fn count_author(&mut self, author: Author) {
        *self.authors.entry(author).or_default() += 1;
    }

    fn discount_author(&mut self, author: Author) {
        let left = self
            .authors
            .get(&author)
            .map_or(0, |count| count.saturating_sub(1));
        if left == 0 {
            self.authors.remove(&author);
        } else {
            self.authors.insert(author, left);
        }
    }
}

impl Added {
    /// Whether it is shown by itself: neither hidden, nor waiting, nor counted as another one, nor
    /// replaced by another of its group.
    pub fn stands(&self) -> bool {
        !self.hidden && !self.waits && self.into.is_none() && !self.replaced
    }

    fn public(&self) -> Option<open::OpenAnswer> {
        let text = self.text.clone()?;
        Some(open::OpenAnswer {
            id: self.id,
            text,
            votes: self.votes,
            at: self.at,
        })
    }
}
