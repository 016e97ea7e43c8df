//! What somebody sees who is not signed in.

use leptos::prelude::*;

use crate::language::Language;
use crate::model::sign_in::Why;
use crate::texts::desk::sign_in::{SignInTexts, why as sentence};
use crate::views::desk::frame::{self, NavEntry};

/// The whole page.
#[component]
pub fn SignInPage(language: Language, why: Why) -> impl IntoView {
    let say = SignInTexts::of(language);
    let lead = (why == Why::Needed).then(|| view! { <p>{say.lead}</p> });
    let inside = view! {
        <div class="prose">
            <h1>{say.heading}</h1>
            <p class="notice" data-code=why.code()>{sentence(language, why)}</p>
            {lead}
            <h2>{if why == Why::Needed { say.lost } else { say.another }}</h2>
            <p>{say.lost_hint}</p>
            <pre><code>"peil sign-in"</code></pre>
            <h2>{say.role_link}</h2>
            <p>{say.role_link_hint}</p>
            <h2>{say.taking_part}</h2>
            <p>{say.taking_part_hint}</p>
            <p><a class="button quiet" href="/">{say.type_code}</a></p>
        </div>
    };
    frame::page(language, NavEntry::Outside, inside.into_any())
}
