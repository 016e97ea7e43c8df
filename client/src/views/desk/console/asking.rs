//! A question in a kind and a line: at most five presses until phones show it.

use leptos::prelude::*;

use super::ConsoleView;
use crate::texts::desk::console::ConsoleTexts;
use crate::texts::desk::kind::kind;
use crate::ui::multiline::inner_html;

impl ConsoleView<'_> {
    pub(super) fn asking(self) -> Option<AnyView> {
        let (language, words) = (self.state.language, ConsoleTexts::of(self.state.language));
        let draft = self.state.draft.as_ref();
        let typed = draft
            .map(|draft| draft.question.clone())
            .unwrap_or_default();
        let kinds = self.state.asks.iter().map(|ask| {
            let chosen = *ask == typed.ask;
            view! { <option value=ask.clone() selected=chosen>{kind(language, ask)}</option> }
        });
        let kinds: Vec<_> = kinds.collect();
        let wrong = draft
            .map(|draft| draft.problems.clone())
            .unwrap_or_default();
        let wrong = wrong.into_iter();
        let wrong: Vec<_> = wrong
            .map(|wrong| view! { <p class="notice" role="alert">{wrong}</p> })
            .collect();
        (!self.ended()).then(|| {
            view! {
                <details class="asking" open=draft.is_some()>
                    <summary>{words.ask}</summary>
                    {wrong}
                    <form class="fields" method="post" action=self.at("question")>
                        <input type="hidden" name="back" value=self.back() />
                        <div>
                            <label for="ask">{words.ask_kind}</label>
                            <select class="field" id="ask" name="ask">{kinds}</select>
                        </div>
                        {prompt(words, typed.prompt)}
                        {items(words, typed.items)}
                        <p class="actions"><button class="button" type="submit">{words.ask_it}</button></p>
                    </form>
                </details>
            }
            .into_any()
        })
    }
}

fn prompt(words: &ConsoleTexts, typed: String) -> AnyView {
    view! {
        <div>
            <label for="prompt">{words.ask_prompt}</label>
            <input
                class="field"
                id="prompt"
                name="prompt"
                required
                autocomplete="off"
                dir="auto"
                value=typed
            />
        </div>
    }
    .into_any()
}

fn items(words: &ConsoleTexts, typed: String) -> AnyView {
    view! {
        <div>
            <label for="items">{words.ask_items}</label>
            <p class="hint" id="items-hint">{words.ask_items_hint}</p>
            <textarea
                class="field"
                id="items"
                name="items"
                rows="3"
                dir="auto"
                aria-describedby="items-hint"
                inner_html=inner_html(&typed)
            ></textarea>
        </div>
    }
    .into_any()
}
