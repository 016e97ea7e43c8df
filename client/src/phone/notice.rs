//! What a participant's page says before anything else, and in which words.

use serde::{Deserialize, Serialize};
use shared::refusal::Refusal;

use crate::language::Language;
use crate::model::doubt::Doubt;
use crate::texts::phone::{phone, plurals};
use crate::texts::refusal::refusal as refused;

/// What a page says before anything else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhoneNotice {
    /// What was sent changed nothing.
    Refused(Refusal),
    /// The form came without a cookie.
    Cookies,
    /// Too busy, or the node is not as far yet as the page.
    TryAgain,
    /// Too many new participants come from this network at once.
    Wait,
    /// Nothing can be stored now.
    CannotStore,
    /// The question closed before what was filled in was sent.
    NotSent,
    /// The same of the question before.
    NotSentBefore,
    /// No more answers are taken, and one that was filled in was not sent.
    NotSentVoting,
    /// Nothing was stored yet: first it is asked whether that was meant.
    Unsure(Doubt),
    /// The room has moved on; the answer to the question before is stored.
    SavedBefore,
    /// There is no such room any more.
    Gone,
    /// This page may not follow the room.
    Barred,
    /// More was sent than a person sends.
    TooFast,
    /// The organiser removed this participant, and nobody follows the room as them any more.
    Removed,
    /// The same, and from now on this is somebody new.
    JoinedAgain,
}

impl PhoneNotice {
    /// The word by which programs distinguish notices.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code(),
            Self::Cookies => "no_cookie",
            Self::TryAgain => "try_again",
            Self::Wait => "wait",
            Self::CannotStore => "cannot_store",
            Self::NotSent | Self::NotSentBefore | Self::NotSentVoting => "not_sent",
            Self::Unsure(_) => "unsure",
            Self::SavedBefore => "saved_before",
            Self::Gone => "unknown_room",
            Self::Barred => "barred",
            Self::TooFast => "too_fast",
            Self::Removed | Self::JoinedAgain => "removed",
        }
    }

    /// What it says.
    pub fn sentence(&self, language: Language) -> String {
        let say = phone(language);
        match self {
            Self::Refused(refusal) => refused(language, refusal),
            Self::Cookies => say.no_cookie.to_owned(),
            Self::TryAgain => say.try_again.to_owned(),
            Self::Wait => say.wait.to_owned(),
            Self::CannotStore => say.cannot_store.to_owned(),
            Self::NotSent => say.not_sent.to_owned(),
            Self::NotSentBefore => say.not_sent_before.to_owned(),
            Self::NotSentVoting => say.not_sent_voting.to_owned(),
            Self::Unsure(doubt) => plurals::doubt(language, doubt),
            Self::SavedBefore => say.saved_before.to_owned(),
            Self::Gone => say.gone.to_owned(),
            Self::Barred => say.barred.to_owned(),
            Self::TooFast => say.too_fast.to_owned(),
            Self::Removed => say.removed.to_owned(),
            Self::JoinedAgain => say.joined_again.to_owned(),
        }
    }

    /// Whether it is over once the answer that it is about is stored.
    pub fn passes(&self) -> bool {
        matches!(
            self,
            Self::TryAgain | Self::Wait | Self::CannotStore | Self::TooFast
        )
    }

    /// Whether it is about what is in a form, and stands beside it.
    pub(crate) fn is_about_a_form(&self) -> bool {
        let answers = matches!(self, Self::Refused(_) | Self::Cookies | Self::Unsure(_));
        answers || self.passes()
    }

    /// Whether it says that something went well.
    pub fn is_good(&self) -> bool {
        matches!(self, Self::SavedBefore)
    }
}
