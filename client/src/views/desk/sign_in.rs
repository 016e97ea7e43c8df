//! What somebody sees who is not signed in, or whose link of a room opens nothing any more.

use leptos::prelude::*;

use crate::language::Language;
use crate::model::sign_in::Why;
use crate::texts::desk::sign_in::{SignInTexts, why as sentence};
use crate::views::desk::frame::{self, NavEntry};

/// The whole page. What they most likely came for stands first.
#[component]
pub fn SignInPage(language: Language, why: Why) -> impl IntoView {
    let say = SignInTexts::of(language);
    let hosts = why == Why::HostLinkOver;
    let lead = match why {
        Why::HostLinkOver => Some(say.host_lead),
        Why::Needed => Some(say.lead),
        Why::LinkUnknown | Why::LinkUsed | Why::LinkOver | Why::LinkEarlier => None,
    };
    let inside = view! {
        <div class="prose">
            <h1>{if hosts { say.host_heading } else { say.heading }}</h1>
            <p class="notice" data-code=why.code()>{sentence(language, why)}</p>
            {lead.map(|lead| view! { <p>{lead}</p> })}
            {(!hosts).then(|| organiser(language, why))}
            {(!hosts).then(|| view! { <h2>{say.role_link}</h2><p>{say.role_link_hint}</p> })}
            <h2>{say.taking_part}</h2>
            <p>{say.taking_part_hint}</p>
            <p><a class="button quiet" href="/">{say.type_code}</a></p>
            {hosts.then(|| organiser(language, why))}
        </div>
    };
    frame::page(language, NavEntry::Outside, inside.into_any())
}

/// How whoever runs this instance gets a link to sign in by.
fn organiser(language: Language, why: Why) -> AnyView {
    let say = SignInTexts::of(language);
    let heading = match why {
        Why::Needed => say.lost,
        Why::HostLinkOver => say.organiser,
        Why::LinkUnknown | Why::LinkUsed | Why::LinkOver | Why::LinkEarlier => say.another,
    };
    view! {
        <h2>{heading}</h2>
        <p>{say.lost_hint}</p>
        <pre><code>"peil sign-in"</code></pre>
    }
    .into_any()
}
