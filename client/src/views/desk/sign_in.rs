//! What somebody sees who is not signed in.

use leptos::prelude::*;

use crate::language::Language;
use crate::texts::desk::sign_in::{SignIn, why as sentence};
use crate::views::desk::frame::{self, Here};

/// Why somebody is not signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// They have no session, or none that lasts.
    Needed,
    /// Their link is none of this instance.
    LinkUnknown,
    /// Their link was used.
    LinkUsed,
    /// Their link's minutes are over.
    LinkOver,
    /// Their link is from before the server was started.
    LinkEarlier,
}

impl Why {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Needed, Self::LinkUnknown, Self::LinkUsed, Self::LinkOver, Self::LinkEarlier];

    /// The word by which programs tell them apart.
    pub fn code(self) -> &'static str {
        match self {
            Self::Needed => "not_signed_in",
            Self::LinkUnknown => "link_unknown",
            Self::LinkUsed => "link_used",
            Self::LinkOver => "link_over",
            Self::LinkEarlier => "link_earlier",
        }
    }
}

/// The whole page.
#[component]
pub fn SignInPage(language: Language, why: Why) -> impl IntoView {
    let say = SignIn::of(language);
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
    frame::page(language, Here::Outside, inside.into_any())
}
