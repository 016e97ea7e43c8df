//! The evaluation on hosts' pages: the button that opens it, and how far it is.

use leptos::prelude::*;
use shared::protocol::view::HostView;

use crate::language::Language;
use crate::texts::desk::room::{self as say, RoomTexts};
use crate::views::desk::controls::ControlButton;

/// What a page shows of it.
pub(crate) struct EvaluationPanel<'a> {
    pub language: Language,
    /// Where the button sends what it does.
    pub action: String,
    /// The page to come back to, where it is not the one that the address leads to.
    pub back: Option<&'static str>,
    pub view: &'a HostView,
}

impl EvaluationPanel<'_> {
    /// Whether the button can be pressed: the deck has one, and it is not open yet. In own pace it
    /// opens with everything else.
    pub fn can_open(view: &HostView) -> bool {
        let led = !view.has_ended() && view.finished.is_none();
        led && view.evaluation.is_some_and(|evaluation| !evaluation.open)
    }

    /// How many have filled it in, while it is open. Its place is there before it is.
    pub fn progress(&self) -> Option<AnyView> {
        let evaluation = self.view.evaluation?;
        let words = evaluation
            .open
            .then(|| say::evaluation_open(self.language, evaluation.voters));
        Some(view! { <p class="soft evaluation">{words}</p> }.into_any())
    }

    /// The button, and what it does.
    pub fn row(&self) -> Option<AnyView> {
        let words = RoomTexts::of(self.language);
        Self::can_open(self.view).then(|| {
            let button = self.button(words.evaluate);
            view! {
                <div class="actions">{button} <span class="soft">{words.evaluate_hint}</span></div>
            }
            .into_any()
        })
    }

    fn button(&self, words: &'static str) -> AnyView {
        let press = ControlButton {
            what: "evaluate",
            back: self.back,
            ..ControlButton::default()
        };
        let after = self.view.controls;
        press.form(self.action.clone(), after, "button quiet", words, true)
    }
}
