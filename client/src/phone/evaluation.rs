//! The evaluation on a phone: it comes by itself, once, until it is filled in or passed over.

use shared::protocol::view::{PartView, PhoneView, SlideView};
use shared::room::OwnAnswers;

/// What of the evaluation is open and not given yet, in the order of the deck.
pub fn left<'a>(view: &'a PhoneView, own: &'a OwnAnswers) -> impl Iterator<Item = &'a SlideView> {
    let given = |slide: &SlideView| own.get(&slide.id).is_some_and(|own| own.fields.is_some());
    let open = view.late.iter().filter(|slide| is_part(slide));
    open.filter(move |slide| !given(slide))
}

/// Whether a slide is part of the evaluation, which is open.
pub fn is_part(slide: &SlideView) -> bool {
    matches!(&slide.part, PartView::Question(asked) if asked.evaluation)
}
