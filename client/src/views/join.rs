//! The start page: where a code is typed.

use leptos::prelude::*;

use crate::language::Language;
use crate::texts::phone::phone;
use crate::ui::mark::Mark;

/// Why somebody is back at the start page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartNotice {
    /// No room has this code.
    UnknownCode,
    /// It can't be a code at all.
    NotACode,
}

impl StartNotice {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::UnknownCode, Self::NotACode];

    /// The word by which programs distinguish them.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownCode => "unknown_code",
            Self::NotACode => "not_a_code",
        }
    }

    fn sentence(self, language: Language) -> &'static str {
        match self {
            Self::UnknownCode => phone(language).unknown_code,
            Self::NotACode => phone(language).not_a_code,
        }
    }
}

/// The start page, with what was typed still in the field.
#[component]
pub fn JoinPage(language: Language, notice: Option<StartNotice>, typed: String) -> impl IntoView {
    let say = phone(language);
    let said = notice.map(|notice| {
        view! { <p class="notice" id="notice" data-code=notice.code() role="alert">{notice.sentence(language)}</p> }
    });
    view! {
        <main class="start">
            <Mark />
            {said}
            <form action="/join" method="get">
                <div class="question">
                    <h1>{say.join}</h1>
                    <label class="description" for="code">{say.join_hint}</label>
                </div>
                <input
                    class="field code-field"
                    id="code"
                    name="code"
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    placeholder="1234 5678"
                    required=true
                    value=typed
                    aria-describedby=notice.map(|_| "notice")
                    aria-invalid=notice.map(|_| "true")
                />
                <button class="button" type="submit">{say.join}</button>
            </form>
            <p class="hint">{say.promise}</p>
        </main>
        <footer class="foot">
            <a href="/privacy">{say.privacy}</a>
            " "
            <a href="/test">{say.test}</a>
            " "
            <a href="/desk">{say.desk}</a>
        </footer>
    }
}
