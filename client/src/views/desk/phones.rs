//! When phones show results in this room, whatever the deck says, on hosts' pages.

use leptos::prelude::*;
use shared::deck::PhonesTo;

use crate::language::Language;
use crate::texts::desk::room::Room;
use crate::views::desk::controls::chosen;

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
                <dt>{Room::of(self.language).phones_room}</dt>
                <dd class="actions">{buttons}</dd>
            </dl>
        }
        .into_any()
    }

    fn words(&self, to: PhonesTo) -> &'static str {
        let say = Room::of(self.language);
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
        let back = self
            .back
            .map(|back| view! { <input type="hidden" name="back" value=back /> });
        view! {
            <form method="post" action=self.action.to_owned()>
                <input type="hidden" name="do" value="phones" />
                <input type="hidden" name="to" value=to.word() />
                {back}
                <button class="button quiet small" type="submit">{words}</button>
            </form>
        }
        .into_any()
    }
}
