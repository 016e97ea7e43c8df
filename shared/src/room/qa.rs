//! The room's questions to the speakers: one list beside all slides, in no round.
//!
//! A question is numbered as an answer and erased as one. Whatever it counts as keeps its own
//! votes, so that merging can be taken back; who is removed keeps theirs, and counts for nothing
//! until they are returned.

use std::collections::{BTreeMap, BTreeSet};

use crate::deck::{QaMode, Slide};
use crate::event::{AnswerPlace, QA, QaChange};
use crate::ids::{AnswerId, Key, Millis, ParticipantId, SlideId};
use crate::phase::Phase;
use crate::protocol::view::QaState;
use crate::room::Room;
use crate::room::people::{People, Person};

mod decide;
mod exported;
mod hosts;
mod list;
mod sent;
mod votes;

pub use exported::{ExportedQuestion, QaLeftOut};
pub use sent::{QaAction, QaRequest};

/// How long phones see the votes of a question as they were, in milliseconds: else each vote would
/// be a view to everybody.
pub(super) const BEAT_MS: Millis = 2_000;

/// All questions to the speakers, and what the stage shows of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct SpeakerQuestions {
    all: BTreeMap<AnswerId, SpeakerQuestion>,
    keys: BTreeMap<(Option<Person>, Key), AnswerId>,
    /// What is being answered.
    chosen: Option<AnswerId>,
    /// What came next when that was chosen, the first one first.
    order: Vec<AnswerId>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SpeakerQuestion {
    pub id: AnswerId,
    /// Nobody where a host typed it in.
    pub by: Option<Person>,
    pub key: Key,
    /// Nothing once it was erased.
    pub text: Option<String>,
    pub at: Millis,
    /// Never that it is chosen: that is one of all.
    state: QaState,
    /// Whether a host has done anything with it.
    reviewed: bool,
    into: Option<AnswerId>,
    pub to: Option<String>,
    pub reply: Option<String>,
    pub erased: bool,
    voters: BTreeSet<Person>,
    /// People who want to know it, with those of what counts as it.
    votes: u64,
    /// The beat of the last vote, and how many there were before it.
    before: (u64, u64),
}

impl Room {
    /// Whether the room has a list of questions to the speakers. In a room that began when a slide
    /// could be called as the list is, that slide keeps its name and there is none.
    pub fn has_qa(&self) -> bool {
        let shows = |slide: &Slide| {
            slide
                .question()
                .is_some_and(|question| question.ask.shows_questions())
        };
        let taken = self.questions.contains_key(&SlideId::from(QA));
        !taken
            && (self.deck.qa != QaMode::Off
                || !self.qa.all.is_empty()
                || self.deck.slides.iter().any(shows))
    }

    /// Whether participants may ask and vote now.
    pub fn is_qa_open(&self) -> bool {
        let beside = self.deck.qa != QaMode::Off || self.is_qa_on_slide();
        self.has_qa() && self.phase == Phase::Live && beside
    }

    /// Whether the slide where the room is shows them, or one of those that people go through.
    pub(super) fn is_qa_on_slide(&self) -> bool {
        let shows = |slide: &Slide| {
            let question = slide.question();
            question.is_some_and(|question| question.ask.shows_questions())
        };
        if self.is_surveyed() {
            self.survey().into_iter().any(|(_, slide)| shows(slide))
        } else {
            self.current_slide().is_some_and(|(_, slide)| shows(slide))
        }
    }

    /// Whether what comes waits for a moderator.
    pub fn qa_holds(&self) -> bool {
        self.deck.qa != QaMode::Open
    }

    /// The question that somebody asked under that key.
    pub(super) fn qa_known(&self, by: Option<ParticipantId>, key: &Key) -> Option<AnswerId> {
        let person = match by {
            Some(by) => Some(self.people.find(by)?),
            None => None,
        };
        self.qa.keys.get(&(person, key.clone())).copied()
    }

    pub(super) fn ask_qa(
        &mut self,
        by: Option<ParticipantId>,
        key: &Key,
        text: Option<String>,
        held: bool,
    ) {
        let (id, at) = (self.next_answer(), self.at);
        let waits = by.is_some() && (held || self.qa_holds());
        let person = by.map(|by| self.people.join(by, at));
        self.qa.keys.insert((person, key.clone()), id);
        let asked = SpeakerQuestion::new(id, person, key.clone(), text, at, waits);
        self.qa.all.insert(id, asked);
        self.places.insert(id, AnswerPlace::of_qa(by, key.clone()));
    }

    pub(super) fn vote_qa(&mut self, by: ParticipantId, question: AnswerId, up: bool) {
        let person = self.people.join(by, self.at);
        self.qa.vote(&self.people, person, question, up, self.at);
    }

    pub(super) fn moderate_qa(&mut self, question: AnswerId, change: &QaChange) {
        self.qa.moderate(&self.people, question, change);
    }

    /// Of a question to the speakers: whether it was erased.
    pub(super) fn is_qa_erased(&self, question: AnswerId) -> Option<bool> {
        self.qa.all.get(&question).map(|asked| asked.erased)
    }

    /// Whether there was something to erase.
    pub(super) fn erase_qa(&mut self, question: AnswerId) -> bool {
        self.qa.erase(&self.people, question)
    }
}

impl SpeakerQuestion {
    fn new(
        id: AnswerId,
        by: Option<Person>,
        key: Key,
        text: Option<String>,
        at: Millis,
        waits: bool,
    ) -> Self {
        Self {
            id,
            by,
            key,
            text,
            at,
            state: if waits {
                QaState::Waiting
            } else {
                QaState::Listed
            },
            reviewed: by.is_none(),
            into: None,
            to: None,
            reply: None,
            erased: false,
            voters: BTreeSet::new(),
            votes: 0,
            before: (0, 0),
        }
    }

    /// Whether nobody has dealt with it: neither a moderator nor who answers.
    pub fn is_untouched(&self) -> bool {
        !self.reviewed && !self.erased
    }

    /// Whether it is there: not erased, and not of somebody who is removed.
    fn is_there(&self, people: &People) -> bool {
        !self.erased && self.by.is_none_or(|by| !people.is_out(by))
    }
}

impl SpeakerQuestions {
    /// One that is there.
    pub fn get(&self, people: &People, id: AnswerId) -> Option<&SpeakerQuestion> {
        self.all.get(&id).filter(|asked| asked.is_there(people))
    }

    /// What a question counts as: the last one of those that are there.
    pub fn root(&self, people: &People, id: AnswerId) -> AnswerId {
        let (mut root, mut next) = (id, id);
        while let Some(into) = self.all.get(&next).and_then(|asked| asked.into) {
            next = into;
            if self.get(people, next).is_some() {
                root = next;
            }
        }
        root
    }

    /// All that stand by themselves, each with what counts as it, in order of arrival.
    pub fn groups(&self, people: &People) -> BTreeMap<AnswerId, Vec<&SpeakerQuestion>> {
        let mut groups = BTreeMap::<AnswerId, Vec<&SpeakerQuestion>>::new();
        for asked in self.all.values().filter(|asked| asked.is_there(people)) {
            let root = self.root(people, asked.id);
            groups.entry(root).or_default().push(asked);
        }
        groups
    }

    /// How it stands with one.
    pub fn state(&self, asked: &SpeakerQuestion) -> QaState {
        if self.chosen == Some(asked.id) {
            QaState::Chosen
        } else {
            asked.state
        }
    }

    fn moderate(&mut self, people: &People, question: AnswerId, change: &QaChange) {
        let root = self.root(people, question);
        let of = match change {
            QaChange::Merged { .. } => question,
            _ => root,
        };
        if let Some(asked) = self.all.get_mut(&of) {
            asked.reviewed = true;
        }
        match change {
            QaChange::Approved => self.set(root, QaState::Listed),
            QaChange::Refused => self.set(root, QaState::Refused),
            QaChange::Answered => self.set(root, QaState::Answered),
            QaChange::Chosen => self.choose(people, root),
            QaChange::Merged { into } => self.merge(people, question, *into),
            QaChange::Assigned { to } => {
                if let Some(asked) = self.all.get_mut(&root) {
                    asked.to.clone_from(to);
                }
            }
            QaChange::Replied { text } => self.reply(root, text.as_deref()),
        }
    }

    fn set(&mut self, root: AnswerId, state: QaState) {
        self.chosen = self.chosen.filter(|chosen| *chosen != root);
        if let Some(asked) = self.all.get_mut(&root) {
            asked.state = state;
        }
    }

    /// The others keep the order in which they are now, until another one is chosen.
    fn choose(&mut self, people: &People, root: AnswerId) {
        self.set(root, QaState::Listed);
        self.chosen = None;
        self.order = self.listed_by_votes(people);
        self.chosen = Some(root);
    }

    fn merge(&mut self, people: &People, question: AnswerId, into: Option<AnswerId>) {
        self.chosen = self
            .chosen
            .filter(|chosen| *chosen != question || into.is_none());
        if let Some(asked) = self.all.get_mut(&question) {
            asked.into = into;
        }
        self.recount(people);
    }

    /// Who is answered in writing is answered; what is being answered aloud goes on.
    fn reply(&mut self, root: AnswerId, text: Option<&str>) {
        let aloud = self.chosen == Some(root);
        let Some(asked) = self.all.get_mut(&root) else {
            return;
        };
        asked.reply = text.filter(|text| !text.is_empty()).map(str::to_owned);
        if text != Some("") && !aloud {
            asked.state = QaState::Answered;
        }
    }

    /// What counted as it stands by itself again.
    fn erase(&mut self, people: &People, question: AnswerId) -> bool {
        let Some(asked) = self.all.get_mut(&question).filter(|asked| !asked.erased) else {
            return false;
        };
        let said = asked.text.is_some() || asked.reply.is_some();
        (asked.erased, asked.text, asked.reply) = (true, None, None);
        self.chosen = self.chosen.filter(|chosen| *chosen != question);
        let doubles = self.all.values_mut();
        doubles
            .filter(|asked| asked.into == Some(question))
            .for_each(|asked| asked.into = None);
        self.recount(people);
        said
    }
}
