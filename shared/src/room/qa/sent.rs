//! What somebody sent about questions to the speakers, as the event that it stands for.

use serde::{Deserialize, Serialize};

use crate::event::{Event, QA, QaChange};
use crate::ids::{AnswerId, Key, ParticipantId};
use crate::limits::{LABEL_CHARS, QA_CHARS, QA_REPLY_CHARS};
use crate::question::Fields;
use crate::question::form_fields::{DOWN, KEY, TEXT, UPVOTE};
use crate::refusal::Refusal;
use crate::room::Room;
use crate::rules::Rules;
use crate::text;

/// What a host asks for of a question to the speakers, with the words of the HTTP API.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QaRequest {
    /// What to do.
    #[serde(rename = "do")]
    pub action: QaAction,
    /// Of a merge: what it shall count as; left out, itself again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub into: Option<AnswerId>,
    /// For whom it is; left out or empty, for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The reply; left out or empty, none any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl QaRequest {
    /// That it is for that speaker, or for all.
    pub fn assign(to: Option<String>) -> Self {
        Self {
            action: QaAction::Assign,
            into: None,
            to,
            text: None,
        }
    }
}

/// What to do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QaAction {
    /// List it, whatever was done with it before.
    Approve,
    /// Show it to nobody but whoever asked it.
    Refuse,
    /// Put it on the stage as what is being answered.
    Choose,
    /// Say that it was answered.
    Answered,
    /// Let it count as another one.
    Merge,
    /// Say whom it is for.
    Assign,
    /// Answer it in writing.
    Reply,
}

impl QaAction {
    /// Whether it is what speakers do.
    pub fn is_answering(self) -> bool {
        match self {
            Self::Answered | Self::Reply => true,
            Self::Approve | Self::Refuse | Self::Choose | Self::Merge | Self::Assign => false,
        }
    }
}

impl Room {
    /// Whether a form or frame with that name of a question is about the questions to the speakers.
    pub(in crate::room) fn means_qa(&self, question: &str) -> bool {
        question == QA && self.has_qa()
    }

    pub(in crate::room) fn qa_of_form(
        &self,
        participant: ParticipantId,
        fields: &Fields,
    ) -> Result<Event, Refusal> {
        if let Some(name) = fields.first(UPVOTE) {
            let name = AnswerId::parse(name).ok_or(Refusal::UnknownAnswer)?;
            return self.qa_upvoted(participant, name, fields.first(DOWN).is_none());
        }
        let key = Key::parse(fields.first(KEY).unwrap_or_default()).ok_or(Refusal::BadKey)?;
        self.qa_asked(
            Some(participant),
            &key,
            fields.first(TEXT).unwrap_or_default(),
        )
    }

    /// The event that a question of a participant stands for, or one that a host typed in.
    ///
    /// # Errors
    /// [`Refusal::Removed`], [`Refusal::BadKey`], [`Refusal::Empty`], [`Refusal::TooLong`].
    pub fn qa_asked(
        &self,
        by: Option<ParticipantId>,
        key: &Key,
        typed: &str,
    ) -> Result<Event, Refusal> {
        self.qa_takes_of(by)?;
        Ok(Event::QaAsked {
            participant: by,
            key: Key::parse(key.as_str()).ok_or(Refusal::BadKey)?,
            text: Some(written(typed, QA_CHARS, self.rules)?),
            held: false,
        })
    }

    pub(in crate::room) fn qa_upvoted(
        &self,
        participant: ParticipantId,
        name: AnswerId,
        up: bool,
    ) -> Result<Event, Refusal> {
        self.qa_takes_of(Some(participant))?;
        Ok(Event::QaUpvoted {
            participant,
            question: self.meant_by_phone(name),
            up,
        })
    }

    fn qa_takes_of(&self, by: Option<ParticipantId>) -> Result<(), Refusal> {
        if by.is_some_and(|by| self.people.is_removed(by)) {
            return Err(Refusal::Removed);
        }
        if self.has_qa() {
            Ok(())
        } else {
            Err(Refusal::UnknownQuestion)
        }
    }

    /// The event that a host's request stands for.
    ///
    /// # Errors
    /// [`Refusal::TooLong`], of a reply or a speaker's name.
    pub fn moderating_qa(&self, question: AnswerId, request: &QaRequest) -> Result<Event, Refusal> {
        let typed = |text: &Option<String>, limit| {
            let text = text::lines(text.as_deref().unwrap_or_default(), self.rules);
            text::within(text, limit, self.rules)
        };
        let change = match request.action {
            QaAction::Approve => QaChange::Approved,
            QaAction::Refuse => QaChange::Refused,
            QaAction::Choose => QaChange::Chosen,
            QaAction::Answered => QaChange::Answered,
            QaAction::Merge => QaChange::Merged { into: request.into },
            QaAction::Assign => QaChange::Assigned {
                to: Some(typed(&request.to, LABEL_CHARS)?).filter(|to| !to.is_empty()),
            },
            QaAction::Reply => QaChange::Replied {
                text: Some(typed(&request.text, QA_REPLY_CHARS)?),
            },
        };
        Ok(Event::QaModerated { question, change })
    }
}

fn written(typed: &str, limit: usize, rules: Rules) -> Result<String, Refusal> {
    let text = text::lines(typed, rules);
    if text.is_empty() {
        return Err(Refusal::Empty);
    }
    text::within(text, limit, rules)
}
