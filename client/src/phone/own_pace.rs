//! A deck that this phone goes through by itself: where somebody begins, what is left to answer,
//! and what stands before and behind a slide.

use shared::ids::{Round, SlideId};
use shared::phase::Phase;
use shared::protocol::view::{PartView, PhoneView, QuestionView, SlideView};
use shared::room::OwnAnswers;

use crate::phone::ParticipantState;

/// The page behind all slides. No slide has that id.
pub const LAST: &str = "last";

impl ParticipantState {
    /// Whether this phone goes through the deck by itself now.
    pub fn goes_alone(&self) -> bool {
        is_running(&self.view)
    }

    /// Whether the page behind all slides is shown, before somebody is finished or once more.
    pub(crate) fn is_last(&self) -> bool {
        let asked = self.at.as_ref().is_some_and(is_last);
        self.goes_alone() && self.shown.is_none() && (asked || !self.finished)
    }
}

/// Whether phones go through the deck by themselves now.
pub fn is_running(view: &PhoneView) -> bool {
    view.own_pace && view.phase == Phase::Live
}

/// Whether that names the page behind all slides.
pub fn is_last(id: &SlideId) -> bool {
    id.as_str() == LAST
}

/// What is not answered, in order.
pub fn left<'a>(view: &'a PhoneView, own: &'a OwnAnswers) -> impl Iterator<Item = &'a SlideView> {
    let asked = view.late.iter().filter(|slide| asked(slide).is_some());
    asked.filter(move |slide| !is_given(own, slide))
}

/// Where somebody begins: at the first slide, or once they have answered something at the first
/// question that they have not; nowhere where they have answered all.
pub fn begin<'a>(view: &'a PhoneView, own: &'a OwnAnswers) -> Option<&'a SlideView> {
    if view.late.iter().any(|slide| is_given(own, slide)) {
        left(view, own).next()
    } else {
        view.late.first()
    }
}

/// Which slide comes behind one; the page behind all of them after the last.
pub fn behind(view: &PhoneView, id: &SlideId) -> SlideId {
    let next = place(view, id).and_then(|place| view.late.get(place + 1));
    next.map_or_else(|| SlideId::from(LAST), |slide| slide.id.clone())
}

/// Which slide stands before one, or before the page behind all of them.
pub(crate) fn before<'a>(view: &'a PhoneView, id: &SlideId) -> Option<&'a SlideView> {
    match place(view, id) {
        Some(place) => view.late.get(place.checked_sub(1)?),
        None => view.late.last(),
    }
}

/// The place of a slide among all that there are to go through, from 0.
pub(crate) fn place(view: &PhoneView, id: &SlideId) -> Option<usize> {
    view.late.iter().position(|slide| slide.id == *id)
}

/// Whether something was given there, in the round under way. What the organiser erased was.
pub(crate) fn is_given(own: &OwnAnswers, slide: &SlideView) -> bool {
    let round = asked(slide).map(|asked| asked.round);
    let own = own.get(&slide.id).filter(|own| Some(own.round) == round);
    own.is_some_and(|own| own.erased || own.fields.is_some() || !own.added.is_empty())
}

/// The round under way, where nobody is finished who has not answered it.
pub(crate) fn required(slide: &SlideView) -> Option<Round> {
    let question = asked(slide).filter(|question| question.required);
    question.map(|question| question.round)
}

/// Whether another text may be added where those of before stay.
pub fn takes_more(view: &PhoneView, own: &OwnAnswers, id: &SlideId) -> bool {
    let slide = place(view, id).and_then(|place| view.late.get(place));
    let Some(question) = slide.and_then(asked) else {
        return true;
    };
    let added = own.get(id).map_or(&[][..], |own| &own.added);
    let texts: Vec<&str> = added.iter().filter_map(|it| it.text.as_deref()).collect();
    question.input.takes_more(&texts, question.groups.is_some())
}

/// The question on a slide.
pub(crate) fn asked(slide: &SlideView) -> Option<&QuestionView> {
    match &slide.part {
        PartView::Question(asked) => Some(asked),
        _ => None,
    }
}
