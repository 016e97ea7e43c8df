//! What a participant's page is made of, whatever is asked: its state, a question as one phone
//! shows it, forms, and parts of results. Knows no kind of question; those are built on it.

use serde::{Deserialize, Serialize};
use shared::code::JoinCode;
use shared::event::QA;
use shared::ids::{AnswerId, GroupNumber, Key, Millis, SlideId};
use shared::protocol::view::{PhoneView, SlideView};
use shared::question::Fields;
use shared::question::form_fields::QUESTION;
use shared::room::OwnAnswers;

use crate::language::Language;
use crate::ui::shuffle::place;

pub(crate) mod character_counter;
pub mod evaluation;
pub(crate) mod form;
pub mod live;
mod notice;
pub(crate) mod own_answer;
pub mod own_pace;
pub(crate) mod panel;
pub(crate) mod picture;
pub(crate) mod question_context;
pub(crate) mod shown;

use live::PhoneLiveState;
pub use notice::PhoneNotice;

/// Everything that a participant's page is made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ParticipantState {
    /// In which language the page speaks.
    pub language: Language,
    /// The room's join code.
    pub code: JoinCode,
    /// The room's sequence that the view was made at.
    pub seq: u64,
    /// What every phone of the room shows.
    pub view: PhoneView,
    /// What this participant has stored.
    pub own: OwnAnswers,
    /// In which of the view's groups this participant is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupNumber>,
    /// Whether they have gone through a deck of which everybody goes at their own pace.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub finished: bool,
    /// Where in such a deck they asked to be; [`own_pace::LAST`] for the page behind its slides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<SlideId>,
    /// The group to which the address led that brought them here, where they are in another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offered: Option<GroupNumber>,
    /// A question that is shown instead of the view's slide: in its grace, or just refused.
    #[serde(default)]
    pub shown: Option<SlideView>,
    /// Under which key the next addition goes.
    pub key: Key,
    /// Who this is in this room, if known: only the order of options depends on it.
    #[serde(default)]
    pub you: Option<String>,
    /// What to say first.
    #[serde(default)]
    pub notice: Option<PhoneNotice>,
    /// Whether that is about the questions to the speakers.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub about_qa: bool,
    /// The fields of a form that was not stored, to be kept in the form.
    #[serde(default)]
    pub typed: Option<Vec<(String, String)>>,
    /// Whether an answer was stored just now.
    #[serde(default)]
    pub saved: bool,
    /// The host, and port if it needs one, that people type to join.
    pub address: String,
    /// When the room is to take place, in words, where that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<String>,
    /// When the countdown is at nought for which this phone asked for more time, if it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_until: Option<Millis>,
    /// The server's clock when it made this.
    #[serde(default)]
    pub now: Millis,
    /// What the page knows only once it is alive.
    #[serde(skip)]
    pub live: Option<PhoneLiveState>,
}

impl ParticipantState {
    /// What was typed for the speakers and not stored.
    pub(crate) fn qa_typed(&self) -> Option<Fields> {
        let drafts = match &self.live {
            Some(live) => live.drafts.as_slice(),
            None => self.typed.as_slice(),
        };
        for fields in drafts {
            let fields = Fields(fields.clone());
            if fields.first(QUESTION) == Some(QA) {
                return Some(fields);
            }
        }
        None
    }

    /// Whether one may ask the speakers something.
    pub(crate) fn asks_speakers(&self) -> bool {
        self.view.qa.as_ref().is_some_and(|qa| qa.open)
    }

    /// The order of the questions to the speakers on this phone in this minute.
    pub fn qa_order(&self, now: Millis) -> Vec<AnswerId> {
        let you = self.you.as_deref().unwrap_or_default();
        let lot = place(you, &(now / 60_000).to_string());
        let qa = self.view.qa.as_ref();
        qa.map(|qa| qa.order(lot)).unwrap_or_default()
    }
}
