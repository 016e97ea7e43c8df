//! What becomes of an event about questions to the speakers, as the room stands.

use super::SpeakerQuestion;
use crate::event::QaChange;
use crate::ids::{AnswerId, Key, ParticipantId};
use crate::limits::{QA_EACH, QA_QUESTIONS, QA_WAITING, ROOM_ANSWERS, WITH_REMOVED};
use crate::protocol::view::QaState;
use crate::refusal::Refusal;
use crate::room::Room;
use crate::room::idempotency::Decision::{self, Accept, Repeat};
use crate::room::idempotency::repeat_if;
use crate::room::people::Person;

impl Room {
    pub(in crate::room) fn decide_qa_asked(
        &self,
        by: Option<ParticipantId>,
        key: &Key,
    ) -> Result<Decision, Refusal> {
        if !self.has_qa() {
            return Err(Refusal::UnknownQuestion);
        }
        let known = self.qa_known(by, key);
        if let Some(asked) = known.and_then(|id| self.qa.all.get(&id)) {
            return if asked.erased {
                Err(Refusal::Erased)
            } else {
                Ok(Repeat)
            };
        }
        if let Some(by) = by {
            self.may_ask_qa(by, self.people.find(by))?;
        }
        let stand = |asked: &&SpeakerQuestion| {
            asked.is_there(&self.people) && asked.state != QaState::Refused
        };
        let all = &self.qa.all;
        let full = all.len() >= WITH_REMOVED * QA_QUESTIONS
            || all.values().filter(stand).count() >= QA_QUESTIONS
            || self.places.len() >= WITH_REMOVED * ROOM_ANSWERS;
        if full { Err(Refusal::Full) } else { Ok(Accept) }
    }

    fn may_ask_qa(&self, by: ParticipantId, person: Option<Person>) -> Result<(), Refusal> {
        if !self.is_qa_open() {
            return Err(Refusal::Closed);
        }
        let own = || {
            let all = self.qa.all.values();
            all.filter(|asked| person.is_some() && asked.by == person)
        };
        let waiting = own().filter(|asked| asked.is_untouched()).count();
        for (many, limit) in [(waiting, QA_WAITING), (own().count(), QA_EACH)] {
            if many >= limit {
                return Err(Refusal::TooMany { limit });
            }
        }
        self.decide_joined(by).map(drop)
    }

    pub(in crate::room) fn decide_qa_upvoted(
        &self,
        by: ParticipantId,
        question: AnswerId,
        up: bool,
    ) -> Result<Decision, Refusal> {
        let (people, person) = (&self.people, self.people.find(by));
        let unknown = Refusal::UnknownAnswer;
        let asked = self.qa.get(people, question).ok_or(unknown.clone())?;
        let root = self.qa.root(people, asked.id);
        let asked = self.qa.get(people, root).ok_or(unknown.clone())?;
        if person.is_some_and(|person| self.qa.is_own(people, root, person)) {
            return Err(Refusal::OwnAnswer);
        }
        let state = self.qa.state(asked);
        if !state.is_public() {
            return Err(unknown);
        }
        let has = person.is_some_and(|person| self.qa.has_vote(people, root, person));
        if has == up {
            return Ok(Repeat);
        }
        if state == QaState::Answered || !self.is_qa_open() {
            return Err(Refusal::Closed);
        }
        self.decide_joined(by).map(|_| Accept)
    }

    pub(in crate::room) fn decide_qa_moderated(
        &self,
        question: AnswerId,
        change: &QaChange,
    ) -> Result<Decision, Refusal> {
        let unknown = || Refusal::UnknownAnswer;
        let people = &self.people;
        let named = self.qa.get(people, question).ok_or_else(unknown)?;
        let root = self.qa.root(people, question);
        let asked = self.qa.get(people, root).ok_or_else(unknown)?;
        let state = self.qa.state(asked);
        let shows = || match state {
            QaState::Refused => Err(Refusal::Hidden),
            _ => Ok(()),
        };
        match change {
            QaChange::Approved => Ok(repeat_if(state == QaState::Listed && asked.reviewed)),
            QaChange::Refused => Ok(repeat_if(state == QaState::Refused)),
            QaChange::Chosen => shows().map(|()| repeat_if(state == QaState::Chosen)),
            QaChange::Answered => shows().map(|()| repeat_if(state == QaState::Answered)),
            QaChange::Merged { into: None } => Ok(repeat_if(named.into.is_none())),
            QaChange::Merged { into: Some(into) } => self.decide_qa_merged(named, *into),
            QaChange::Assigned { to } => Ok(repeat_if(asked.to == *to)),
            // What was said has been erased since.
            QaChange::Replied { text: None } => shows().map(|()| Accept),
            QaChange::Replied { text: Some(text) } => {
                let same = asked.reply.as_deref().unwrap_or_default() == text;
                shows().map(|()| repeat_if(same))
            }
        }
    }

    fn decide_qa_merged(
        &self,
        named: &SpeakerQuestion,
        into: AnswerId,
    ) -> Result<Decision, Refusal> {
        let other = self.qa.get(&self.people, into);
        let other = other.ok_or(Refusal::UnknownAnswer)?;
        let mut next = Some(other.id);
        while let Some(id) = next {
            if id == named.id {
                return Err(Refusal::Itself);
            }
            next = self.qa.all.get(&id).and_then(|asked| asked.into);
        }
        if self.qa.state(other) == QaState::Refused {
            return Err(Refusal::Hidden);
        }
        Ok(repeat_if(named.into == Some(into)))
    }
}
