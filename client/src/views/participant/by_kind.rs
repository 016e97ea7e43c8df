//! What a page tells by its question's kind: with what the form is filled, whether there is one,
//! and where in it a notice stands.

use shared::protocol::view::{QuestionView, SlideView};
use shared::question::Fields;
use shared::question::form_fields::{QUESTION, UPVOTE};

use crate::kinds;
use crate::phone::ParticipantState;
use crate::phone::question_context::{NoticePosition, QuestionContext};
use crate::ui::tag::Tag;
use crate::views::participant::notice::saying;

impl<'a> QuestionContext<'a> {
    pub(crate) fn of(
        state: &'a ParticipantState,
        slide: &'a SlideView,
        question: &'a QuestionView,
    ) -> Self {
        let own = state
            .own
            .get(&slide.id)
            .filter(|own| own.round == question.round);
        let typed = state
            .typed
            .clone()
            .map(Fields)
            .filter(|typed| answers(typed, slide));
        let stored = own.and_then(|own| own.fields.clone());
        let filled = typed.clone().or(stored).unwrap_or_default();
        Self {
            state,
            slide,
            question,
            own,
            typed,
            filled,
        }
    }

    pub(crate) fn has_form(&self) -> bool {
        kinds::has_form(self)
    }

    /// Where it stands what is to be said, if that is about a form of this page.
    pub(crate) fn notice_position(&self) -> Option<NoticePosition> {
        let notice = self
            .state
            .notice
            .as_ref()
            .filter(|notice| notice.is_about_a_form() && !self.state.about_qa)?;
        kinds::notice_position(self, notice)
    }

    /// What is to be said, where it stands there.
    pub(crate) fn notice(&self, position: NoticePosition) -> Option<Tag> {
        let own = || {
            self.refusal()
                .and_then(|refusal| kinds::refused(self, refusal))
        };
        (self.notice_position() == Some(position))
            .then(|| saying(self.state, own()))
            .flatten()
    }
}

/// Whether the fields are an answer to that question, and not an upvote.
fn answers(typed: &Fields, slide: &SlideView) -> bool {
    typed.first(QUESTION) == Some(slide.id.as_str()) && typed.first(UPVOTE).is_none()
}
