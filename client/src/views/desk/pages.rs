//! The way through a list that is longer than a page.

use leptos::prelude::*;

use crate::language::Language;
use crate::texts::desk::{HomeTexts, plurals};
use crate::views::desk::ListPage;

/// Where we are in the list of that name, and the pages beside this one; nothing where there is one
/// page.
pub(super) fn pages<T>(
    language: Language,
    listed: &ListPage<T>,
    name: &'static str,
) -> Option<AnyView> {
    if listed.before.is_none() && listed.after.is_none() {
        return None;
    }
    let say = HomeTexts::of(language);
    let way = |address: &Option<String>, words: &'static str| {
        let address = address.clone()?;
        Some(
            view! { <a class="button quiet small" href=address>{words} <span class="visually-hidden">": " {name}</span></a> },
        )
    };
    let place = plurals::page(language, listed.page, listed.total);
    Some(
        view! {
            <nav class="actions pages" aria-label=name>
                {way(&listed.before, say.page_before)}
                <span class="soft">{place}</span>
                {way(&listed.after, say.page_after)}
            </nav>
        }
        .into_any(),
    )
}
