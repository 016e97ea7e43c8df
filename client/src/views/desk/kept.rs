//! What somebody typed who is signed in no longer: nothing of it is stored, and nothing of it is
//! lost.

use leptos::prelude::*;

use crate::language::Language;
use crate::texts::desk::deck::DeckTexts;
use crate::texts::desk::sign_in::SignInTexts;
use crate::views::desk::deck::text_field;
use crate::views::desk::frame::{self, NavEntry};

/// A form that was sent without a session, to be sent once more.
#[derive(Clone, Debug)]
pub struct KeptText {
    pub language: Language,
    /// Where the form goes.
    pub action: String,
    pub text: String,
    /// The version that the text was made from; none of a new deck.
    pub version: Option<String>,
}

/// The whole page.
#[component]
pub fn KeptPage(kept: KeptText) -> impl IntoView {
    let (say, deck) = (SignInTexts::of(kept.language), DeckTexts::of(kept.language));
    let version = kept
        .version
        .map(|version| view! { <input type="hidden" name="version" value=version /> });
    let inside = view! {
        <div class="prose">
            <h1>{say.heading}</h1>
            <p class="notice" data-code="not_signed_in" role="alert">{say.kept}</p>
            <ol>
                <li>{say.kept_leave}</li>
                <li>{say.kept_sign_in} " " {say.lost_hint} " " <code>"peil sign-in"</code></li>
                <li>{say.kept_again}</li>
            </ol>
        </div>
        <form class="section editor fields" method="post" action=kept.action enctype="multipart/form-data">
            {version}
            {text_field(deck.text_unsaved, false, &kept.text)}
            <p class="actions"><button class="button" type="submit">{deck.save}</button></p>
        </form>
    };
    frame::page(kept.language, NavEntry::Outside, inside.into_any())
}
