//! The way to where answers of people without a phone are entered, and how many were.

use leptos::prelude::*;
use shared::ids::RoomId;
use shared::protocol::view::HostView;

use crate::language::Language;
use crate::texts::desk::room::{RoomTexts, typed_said};
use crate::views::stage::host_request::question;

/// A link for the question in sight, where there is one that was asked.
pub(super) fn to_entering(
    language: Language,
    room: &RoomId,
    view: &HostView,
    back: &'static str,
) -> Option<AnyView> {
    let (slide, asked) = question(view).filter(|(_, asked)| asked.shown.is_some())?;
    let href = format!("/rooms/{room}/typed?question={slide}&back={back}");
    let typed = asked.typed.map(|typed| typed_said(language, typed));
    let typed = typed.map(|said| view! { " " <span class="soft">{said}</span> });
    let words = RoomTexts::of(language).enter_by_hand;
    Some(view! { <p class="by-hand-link"><a href=href>{words}</a> {typed}</p> }.into_any())
}
