//! The way to the questions to the speakers, from the pages of who presents and who moderates.

use leptos::prelude::*;
use shared::ids::RoomId;
use shared::protocol::view::HostView;

use crate::language::Language;
use crate::texts::desk::moderating;
use crate::texts::desk::questions::QuestionsTexts;

/// A link, with how many wait; nothing where the room has no such list.
pub(super) fn to_the_list(language: Language, room: &RoomId, view: &HostView) -> Option<AnyView> {
    let qa = view.qa.as_ref()?;
    let heading = QuestionsTexts::of(language).heading;
    let there = format!("/rooms/{room}/qa");
    let waits = (qa.waiting > 0).then(|| {
        let waits = moderating::waits(language, qa.waiting as usize);
        view! { " " <span class="state open">{waits}</span> }
    });
    Some(view! { <p class="to-questions"><a href=there>{heading}</a> {waits}</p> }.into_any())
}
