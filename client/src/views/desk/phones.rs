//! When phones show results in this room, whatever the deck says, on hosts' pages.

use leptos::prelude::*;
use shared::deck::PhonesTo;

use crate::language::Language;
use crate::texts::desk::room::RoomTexts;
use crate::views::desk::controls::{chosen, request_button};

/// What a page shows of it.
pub(crate) struct PhonesPanel<'a> {
    pub language: Language,
    /// Where the buttons send what they do.
    pub action: &'a str,
    /// The page to come back to, where it is not the one that the address leads to.
    pub back: Option<&'static str>,
    pub now: PhonesTo,
}

impl PhonesPanel<'_> {
    /// How it is, and a button for each other way.
    pub fn row(&self) -> AnyView {
        let buttons: Vec<_> = PhonesTo::ALL.map(|to| self.button(to)).into();
        view! {
            <dl class="controls below">
                <dt>{RoomTexts::of(self.language).phones_room}</dt>
                <dd class="actions">{buttons}</dd>
            </dl>
        }
        .into_any()
    }

    fn words(&self, to: PhonesTo) -> &'static str {
        let say = RoomTexts::of(self.language);
        match to {
            PhonesTo::Deck => say.phones_deck,
            PhonesTo::Closed => say.phones_closed,
            PhonesTo::Shown => say.phones_shown,
            PhonesTo::Hidden => say.phones_hidden,
        }
    }

    fn button(&self, to: PhonesTo) -> AnyView {
        let words = self.words(to);
        if to == self.now {
            return chosen(words.to_owned());
        }
        let fields = [("do", "phones"), ("to", to.word())];
        request_button(self.action, &fields, self.back, "button quiet small", words)
    }
}
