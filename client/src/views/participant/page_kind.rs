//! Which of its pages a phone shows.

use shared::event::QA;
use shared::phase::Phase;
use shared::protocol::view::{PartView, SlideView};

use crate::phone::ParticipantState;
use crate::phone::own_pace::LAST;
use crate::phone::question_context::QuestionContext;
use crate::texts::phone::phone;
use crate::ui::tag::Child;
use crate::views::participant::{idle_page, own_pace, question};

/// What a phone shows.
pub(super) enum PageKind<'a> {
    /// No slide was shown yet.
    Ready,
    /// A question, to answer or to look back at.
    Question(Box<QuestionContext<'a>>),
    /// A slide of another sort.
    Slide(&'a SlideView),
    /// What is left to answer, and that one is through, where everybody goes at their own pace.
    Last,
    /// Somebody is through.
    Finished,
    /// It is over.
    Ended,
}

impl<'a> PageKind<'a> {
    pub(super) fn of(state: &'a ParticipantState) -> Self {
        let ended = state.view.phase == Phase::Ended;
        let current = state.view.slide.as_ref().filter(|_| !ended);
        match state.shown.as_ref().or(current) {
            Some(slide) => match &slide.part {
                PartView::Question(asked) => {
                    Self::Question(Box::new(QuestionContext::of(state, slide, asked)))
                }
                _ => Self::Slide(slide),
            },
            None if ended => Self::Ended,
            None if state.is_last() => Self::Last,
            None if state.goes_alone() => Self::Finished,
            None => Self::Ready,
        }
    }

    /// What distinguishes this page from the one before or after it.
    pub(super) fn key(&self) -> String {
        match self {
            Self::Ready => "ready".to_owned(),
            Self::Last => LAST.to_owned(),
            Self::Finished => "finished".to_owned(),
            Self::Ended => "ended".to_owned(),
            Self::Question(context) => context.slide.id.to_string(),
            Self::Slide(slide) => slide.id.to_string(),
        }
    }

    /// Whether there is something to fill in or to press.
    pub(super) fn has_form(&self) -> bool {
        match self {
            Self::Question(context) => context.has_form(),
            Self::Last => true,
            Self::Ready | Self::Slide(_) | Self::Finished | Self::Ended => false,
        }
    }

    /// Whether it is the page of the questions to the speakers.
    pub(super) fn shows_qa(&self) -> bool {
        matches!(self, Self::Slide(slide) if slide.kind == QA)
    }

    /// Whether what is to be said stands in a form of the page.
    pub(super) fn has_notice(&self) -> bool {
        matches!(self, Self::Question(context) if context.notice_position().is_some())
    }

    /// The page's first heading, where the document's title has to say it.
    pub(super) fn heading(&self, state: &ParticipantState) -> String {
        let say = phone(state.language);
        match self {
            Self::Ready => say.ready.to_owned(),
            Self::Last => say.own_last.to_owned(),
            Self::Finished => say.own_finished.to_owned(),
            Self::Ended => say.ended.to_owned(),
            Self::Question(context) => context.slide.prompt.clone(),
            Self::Slide(slide) => idle_page::heading(state, slide).to_owned(),
        }
    }

    pub(super) fn body(&self, state: &ParticipantState) -> Vec<Child> {
        match self {
            Self::Ready => idle_page::ready(state),
            Self::Last => own_pace::last(state),
            Self::Finished => own_pace::finished(state),
            Self::Ended => idle_page::ended(state),
            Self::Question(context) => question::question(context),
            Self::Slide(slide) => idle_page::slide(state, slide),
        }
    }
}
