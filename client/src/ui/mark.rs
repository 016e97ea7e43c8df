//! The mark: a gauge of three ticks with the middle one in the accent, and the name.

use leptos::prelude::*;

/// The mark as a link: to the start page, or to where the page's readers begin.
#[component]
pub fn Mark(#[prop(default = "/")] to: &'static str) -> impl IntoView {
    view! {
        <a class="mark" href=to>
            {gauge()}
            <span>"peil"</span>
        </a>
    }
}

/// The gauge alone.
pub fn gauge() -> AnyView {
    view! {
        <svg viewBox="0 0 30 32" aria-hidden="true">
            <path d="M1 2h14v4H5v20h10v4H1z" />
            <path class="tick" d="M5 14h23v4H5z" />
        </svg>
    }
    .into_any()
}
