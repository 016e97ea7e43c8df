//! A participant's page: what the room looks at, as this one phone shows it.
//!
//! Every question is a form that works before and without any script. Knows what it was handed in
//! [`ParticipantState`] and nothing else: no clock, no socket, no storage.

use serde::{Deserialize, Serialize};
use shared::code::JoinCode;
use shared::ids::{Key, Millis};
use shared::protocol::PhoneView;
use shared::protocol::view::SlideView;
use shared::refusal::Refusal;
use shared::room::OwnAnswers;

use crate::language::Language;
use crate::model::doubt::Doubt;
use crate::texts::phone::{phone, plurals};
use crate::ui::bidi;
use crate::ui::tag::{Tag, tag, tags};

pub mod answer_text;
pub mod live;

mod by_kind;
pub(crate) mod form;
mod frame;
mod idle_page;
mod late;
mod notice;
pub(crate) mod own_answer;
mod page_kind;
pub(crate) mod panel;
mod question;
pub(crate) mod question_context;
pub(crate) mod results;

use live::PhoneLiveState;
use page_kind::PageKind;

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
    /// A question that is shown instead of the view's slide: in its grace, or just refused.
    #[serde(default)]
    pub shown: Option<SlideView>,
    /// Under which key the next addition goes.
    pub key: Key,
    /// Who this is in this room, if known: only an order of options hangs on it.
    #[serde(default)]
    pub you: Option<String>,
    /// What to say first.
    #[serde(default)]
    pub notice: Option<PhoneNotice>,
    /// The fields of a form that was not stored, to be kept in the form.
    #[serde(default)]
    pub typed: Option<Vec<(String, String)>>,
    /// Whether an answer was stored just now.
    #[serde(default)]
    pub saved: bool,
    /// The host, and port if it needs one, that people type to join.
    pub address: String,
    /// The server's clock when it made this.
    #[serde(default)]
    pub now: Millis,
    /// What the page knows only once it is alive.
    #[serde(skip)]
    pub live: Option<PhoneLiveState>,
}

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
    /// The word by which programs tell notices apart.
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
            Self::Refused(refusal) => crate::texts::refusal::refusal(language, refusal),
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
    fn is_about_a_form(&self) -> bool {
        let answers = matches!(self, Self::Refused(_) | Self::Cookies | Self::Unsure(_));
        answers || self.passes()
    }

    /// Whether it says that something went well.
    pub fn is_good(&self) -> bool {
        matches!(self, Self::SavedBefore)
    }
}

impl ParticipantState {
    /// The document's title: what is new first, since that is what a screen reader says on arrival.
    pub fn title(&self) -> String {
        let say = phone(self.language);
        let news = match (&self.notice, self.saved) {
            (Some(_), _) => Some(say.not_saved),
            (None, true) => Some(say.saved),
            _ => None,
        };
        let heading = self.heading();
        let parts = [news, Some(heading.as_str()), Some(self.view.title.as_str())];
        let parts: Vec<&str> = parts
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
        bidi::listed(&parts, " · ")
    }

    /// The page's first heading, or what stands for it.
    pub(crate) fn heading(&self) -> String {
        PageKind::of(self).heading(self)
    }

    /// Whether there is nothing to do on this page but wait: no form, and nothing said that a page
    /// loading itself again would take away.
    pub fn waits(&self) -> bool {
        self.notice.is_none() && !PageKind::of(self).has_form()
    }

    /// Whether nothing comes after what the room looks at, and no question is open any more that it
    /// has left.
    fn is_at_the_end(&self) -> bool {
        self.view.last && late::late(self).is_none()
    }

    /// The address of the page as the room is now.
    fn here(&self) -> String {
        format!("/{}?seq={}", self.code.digits(), self.seq)
    }

    /// The deck's language, where it is not the one that the page speaks.
    pub(crate) fn deck_language(&self) -> Option<String> {
        let other = Language::of_tag(&self.view.language) != Some(self.language);
        (other && !self.view.language.is_empty()).then(|| self.view.language.clone())
    }
}

/// The whole page: at first as the server sent it, later as its state becomes.
pub fn page(state: &ParticipantState) -> Tag {
    let page = PageKind::of(state);
    let form = page.has_form();
    // Another question is another page: nothing that was typed into one gets into the next.
    let main = frame::main(state, &page).key(page.key());
    let foot = tags![frame::line(state, form), frame::foot(state, form)];
    let around = tags![
        frame::skip_link(state),
        frame::head(state),
        main,
        foot,
        frame::news(state)
    ];
    tag("div").class("page").child(around)
}
