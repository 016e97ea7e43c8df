//! The time of day, and how long it is until the next part of the agenda.

use leptos::prelude::*;
use shared::deck::AgendaPart;

use crate::language::Language;
use crate::texts::stage as say;
use crate::views::stage::pace::elapsed;
use crate::views::stage::time;

/// Both, as entries of a list.
pub(super) fn entries(language: Language, clock: &str, next: Option<&AgendaPart>) -> AnyView {
    let part = next.and_then(|part| {
        let minutes = time::until(clock, &part.at)?;
        let name = if minutes < 0 {
            say::late_for_part(language, &part.text)
        } else {
            say::until_part(language, &part.text)
        };
        let minutes = match minutes.unsigned_abs() {
            few if few < 60 => say::minutes(language, few),
            many => elapsed(language, many.into()),
        };
        Some(view! { <div class="part"><dt dir="auto">{name}</dt><dd>{minutes}</dd></div> })
    });
    let word = say::stage(language).clock;
    let clock = clock.to_owned();
    let now =
        view! { <div><dt class="visually-hidden">{word}</dt><dd class="time">{clock}</dd></div> };
    view! { {now} {part} }.into_any()
}
