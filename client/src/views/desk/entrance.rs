//! Who may come in, on hosts' pages: those who wait, and the door. Each button is a form of its
//! own.

use leptos::prelude::*;
use shared::protocol::view::WaitingCounts;

use crate::language::Language;
use crate::texts::desk::entrance::EntranceTexts;
use crate::texts::desk::plurals;
use crate::views::desk::controls::request_button;

/// What a page shows of a room's entrance.
pub(crate) struct EntrancePanel<'a> {
    pub language: Language,
    /// Where its buttons send what they do.
    pub action: &'a str,
    /// The page to come back to, where it is not the one that the address leads to.
    pub back: Option<&'static str>,
    pub waiting: Option<WaitingCounts>,
    pub door_closed: bool,
}

impl EntrancePanel<'_> {
    /// Who waits, and what can be done about it; nothing while nobody does.
    pub fn waiting(&self) -> Option<AnyView> {
        let (say, waiting) = (EntranceTexts::of(self.language), self.waiting?);
        let sentence = plurals::waiting(self.language, waiting.participants, waiting.networks);
        let let_in = self.button(
            &[("do", "admit")],
            if waiting.asked {
                "button"
            } else {
                "button quiet"
            },
            say.admit,
        );
        // The host is not asked again about people who were left to wait, until many more have
        // come.
        let (class, rest) = if waiting.asked {
            let leave = self.button(&[("do", "wait")], "button quiet", say.wait);
            (
                "notice waiting",
                Some(view! { <p class="soft">{say.whose}</p> }.into_any()).zip(Some(leave)),
            )
        } else {
            ("waiting", None)
        };
        let (whose, leave) = rest.unzip();
        Some(
            view! {
                <div class=class role="status">
                    <p>{sentence}</p>
                    {whose}
                    <div class="actions">{let_in} {leave}</div>
                </div>
            }
            .into_any(),
        )
    }

    /// How the door is, and what turns it.
    pub fn door(&self) -> AnyView {
        view! {
            <dl class="controls">
                <dt>{EntranceTexts::of(self.language).door} ": " {self.word()}</dt>
                <dd class="actions">{self.turn()}</dd>
            </dl>
        }
        .into_any()
    }

    /// How the door is, in a word.
    fn word(&self) -> &'static str {
        let say = EntranceTexts::of(self.language);
        if self.door_closed {
            say.closed
        } else {
            say.open
        }
    }

    /// What turns the door.
    fn turn(&self) -> AnyView {
        let say = EntranceTexts::of(self.language);
        let (to, words) = if self.door_closed {
            ("open", say.do_open)
        } else {
            ("closed", say.do_close)
        };
        self.button(&[("do", "door"), ("to", to)], "button quiet", words)
    }

    fn button(
        &self,
        fields: &[(&'static str, &'static str)],
        class: &'static str,
        words: &'static str,
    ) -> AnyView {
        request_button(self.action, fields, self.back, class, words)
    }
}
