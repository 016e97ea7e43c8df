//! One question as one phone shows it: what is asked, what this person has stored, and with what
//! the form is filled.

use shared::ids::Key;
use shared::protocol::Own;
use shared::protocol::view::{QuestionView, SlideView};
use shared::question::Fields;
use shared::question::form_fields::{KEY, QUESTION};
use shared::refusal::Refusal;

use crate::language::Language;
use crate::phone::live::SendState;
use crate::phone::{ParticipantState, PhoneNotice};
use crate::texts::phone::{PhoneTexts, phone};

/// One question as one phone shows it.
pub(crate) struct QuestionContext<'a> {
    pub(crate) state: &'a ParticipantState,
    pub(crate) slide: &'a SlideView,
    pub(crate) question: &'a QuestionView,
    /// What this person has stored in the round under way.
    pub(crate) own: Option<&'a Own>,
    /// What was typed into this question's form and not stored.
    pub(crate) typed: Option<Fields>,
    /// What the form begins with: what was typed, else what is stored.
    pub(crate) filled: Fields,
}

/// Where in a question's page it stands what is to be said of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoticePosition {
    /// Before its fields.
    AnswerForm,
    /// In the form by which the answer with that key is changed.
    Edit,
    /// Behind a word, counted from 1.
    Entry(usize),
    /// At a statement, counted from 1.
    Statement(usize),
    /// Behind the text of an option.
    Other,
    /// Before the answers to vote for.
    Votes,
}

impl<'a> QuestionContext<'a> {
    pub(crate) fn language(&self) -> Language {
        self.state.language
    }

    pub(crate) fn say(&self) -> &'static PhoneTexts {
        phone(self.state.language)
    }

    /// Whether a whole answer is stored.
    pub(crate) fn answered(&self) -> bool {
        self.own.is_some_and(|own| own.fields.is_some())
    }

    /// Whether what the page shows as the answer is what is stored.
    pub(crate) fn saved(&self) -> bool {
        let stored = self.answered()
            || self
                .own
                .is_some_and(|own| own.added.iter().any(|added| added.text.is_some()));
        stored && self.typed.is_none() && !self.is_sending()
    }

    /// Whether a group gives one answer, and this person is in none.
    pub(crate) fn wants_group(&self) -> bool {
        self.question.groups.is_some() && self.question.open && self.state.group.is_none()
    }

    /// Whether the organiser erased the answer, and no other took its place.
    pub(crate) fn erased(&self) -> bool {
        self.own
            .is_some_and(|own| own.erased && own.fields.is_none())
    }

    /// Whether the page goes on below the form.
    pub(crate) fn page_goes_on(&self) -> bool {
        let view = &self.state.view;
        self.question.results.is_some() || view.qa.is_some() || self.state.goes_alone()
    }

    /// Whether new answers are taken now.
    pub(crate) fn takes_answers_now(&self) -> bool {
        self.question.open && !self.question.voting
    }

    /// Whether seconds count down that this phone asked for more of.
    pub(crate) fn asked_for_more_time(&self) -> bool {
        let until = self.state.asked_until;
        until.is_some() && until == self.question.countdown_ends
    }

    /// Whether this person may give or change a whole answer now.
    pub(crate) fn takes_answer(&self) -> bool {
        self.takes_answers_now() && !self.erased() && (self.question.change || !self.answered())
    }

    /// Whether the stage has moved on and the question is open for a moment longer.
    pub(crate) fn late(&self) -> bool {
        self.question.open && self.question.grace_ends.is_some()
    }

    /// What was typed into the form of one's own answer with that key; without a key, into the form
    /// that adds one.
    pub(crate) fn typed_under(&self, key: Option<&str>) -> Option<Fields> {
        let others = self
            .state
            .live
            .iter()
            .flat_map(|live| live.drafts.iter().cloned().map(Fields))
            .filter(|typed| typed.first(QUESTION) == Some(self.slide.id.as_str()));
        let mine = self.own.map(|own| own.added.as_slice()).unwrap_or_default();
        let fits = |typed: &Fields| match (key, typed.first(KEY)) {
            (Some(key), typed) => typed == Some(key),
            (None, typed) => mine.iter().all(|added| Some(added.key.as_str()) != typed),
        };
        self.typed
            .iter()
            .cloned()
            .chain(others)
            .find(|typed| fits(typed))
    }

    /// Whether what was typed last is a change of the answer with that key.
    pub(crate) fn is_typed_under(&self, key: &Key) -> bool {
        self.typed
            .as_ref()
            .is_some_and(|typed| typed.first(KEY) == Some(key.as_str()))
    }

    /// Whether what was typed came back: without scripts that is why it is still there.
    pub(crate) fn is_refused(&self) -> bool {
        (self.state.live.is_none() && !self.asked_for_more_time())
            || self
                .state
                .notice
                .as_ref()
                .is_some_and(|notice| !notice.is_good() && !self.state.about_qa)
    }

    /// What the sender was asked about already.
    pub(crate) fn sure(&self) -> Option<String> {
        match (&self.state.live, &self.state.notice) {
            (Some(live), _) => live.sure.clone(),
            (None, Some(PhoneNotice::Unsure(doubt))) => Some(doubt.word()),
            (None, _) => None,
        }
    }

    /// How an answer to this question is on its way, if one is.
    pub(crate) fn sending(&self) -> Option<SendState> {
        self.state.live.as_ref()?.sending(&self.slide.id)
    }

    pub(crate) fn is_sending(&self) -> bool {
        self.sending().is_some()
    }

    pub(crate) fn refusal(&self) -> Option<&'a Refusal> {
        match self.state.notice.as_ref()? {
            PhoneNotice::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }

    /// The key of the next addition: that of a form that comes back, so that one which was stored
    /// after all is not stored twice.
    pub(crate) fn key_of(&self, typed: Option<&Fields>) -> Key {
        let bad = matches!(self.refusal(), Some(Refusal::BadKey));
        let typed = typed.filter(|_| !bad).and_then(|typed| typed.first(KEY));
        typed
            .filter(|key| !key.is_empty())
            .map_or_else(|| self.state.key.clone(), Key::from)
    }
}
