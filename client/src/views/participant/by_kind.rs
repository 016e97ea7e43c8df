//! What a sheet tells by its question's kind: with what the form is filled, whether there is one, where in it a
//! notice stands, and what is refused before it is sent.

use shared::protocol::view::{Input, QuestionView, SlideView};
use shared::question::Fields;
use shared::refusal::Refusal;
use shared::rules::Rules;

use crate::model::doubt::Doubt;
use crate::ui::tag::Tag;
use crate::views::participant::notice::notice;
use crate::views::participant::sheet::{Sheet, Spot};
use crate::views::participant::{Notice, ParticipantState, choice, open, scale, spectrum, words};

impl<'a> Sheet<'a> {
    pub(super) fn of(state: &'a ParticipantState, slide: &'a SlideView, question: &'a QuestionView) -> Self {
        let own = state.own.get(&slide.id).filter(|own| own.round == question.round);
        let typed = state.typed.clone().map(Fields).filter(|typed| answers(typed, slide));
        let stored = own.and_then(|own| own.fields.clone());
        let filled = typed.clone().or(stored).unwrap_or_default();
        Self { state, slide, question, own, typed, filled }
    }

    pub(super) fn has_form(&self) -> bool {
        match &self.question.input {
            Input::Open { .. } => open::has_form(self),
            _ => self.takes_answer(),
        }
    }

    /// Where it stands what is to be said, if that is about a form of this page.
    pub(super) fn spot(&self) -> Option<Spot> {
        let notice = self.state.notice.as_ref().filter(|notice| notice.is_about_a_form())?;
        if let Input::Open { .. } = &self.question.input {
            return open::spot(self, notice);
        }
        self.takes_answer().then(|| match (notice, &self.question.input) {
            (Notice::Refused(Refusal::TooLong { limit }), Input::Words { .. }) => {
                words::too_long(self, *limit).map_or(Spot::Form, Spot::Entry)
            }
            (Notice::Refused(Refusal::TooLong { .. }), Input::Choice { .. }) => Spot::Other,
            (Notice::Unsure(Doubt::Unchosen { .. }), _) => Spot::Other,
            (Notice::Unsure(Doubt::Fewer { .. }), _) => Spot::Entry(words::first_empty(self)),
            (Notice::Unsure(Doubt::Unanswered { statements }), _) => {
                statements.first().map_or(Spot::Form, |number| Spot::Statement(*number))
            }
            _ => Spot::Form,
        })
    }

    /// What is to be said, where it stands there.
    pub(super) fn notice(&self, spot: Spot) -> Option<Tag> {
        (self.spot() == Some(spot)).then(|| notice(self.state)).flatten()
    }
}

/// What of a form goes to the room, where there is anything in it. The room refuses what else is wrong with it.
pub(crate) fn ready(input: &Input, said: Fields, rules: Rules) -> Result<Fields, Refusal> {
    match input {
        Input::Choice { .. } => choice::ready(said, rules),
        Input::Words { length, .. } => words::ready(said, *length as usize, rules),
        Input::Scale { statements, .. } => scale::ready(&said, statements.len()),
        Input::Spectrum { .. } => spectrum::ready(&said),
        Input::Open { .. } => Err(Refusal::WrongKind),
    }
}

/// Whether the fields are an answer to that question, and not an upvote.
fn answers(typed: &Fields, slide: &SlideView) -> bool {
    typed.first("question") == Some(slide.id.as_str()) && typed.first("upvote").is_none()
}
