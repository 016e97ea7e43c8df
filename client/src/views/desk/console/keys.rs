//! What a key left half done, and which keys there are.

use leptos::prelude::*;

use super::ConsoleView;
use crate::texts::stage as say;
use crate::texts::stage::keys;
use crate::views::stage::leading::SWITCH;
use crate::views::stage::overlay::pending;

impl ConsoleView<'_> {
    /// What the next key takes up or ends. Its line is there before it says something: nothing
    /// moves away under a pointer.
    pub(super) fn pending(self) -> AnyView {
        let line = pending(self.state.language, &self.own.keys);
        view! { <p class="pending" role="status">{line}</p> }.into_any()
    }

    /// The keys that do something here, and the way to switch off those that are letters.
    pub(super) fn all_keys(self) -> Option<AnyView> {
        let say = say::stage(self.state.language);
        let (status, switch) = if self.own.keys.characters_off {
            (say.characters_off, say.switch_on)
        } else {
            (say.characters_on, say.switch_off)
        };
        let rows = keys::of_console(self.state.language)
            .map(|(key, what)| view! { <dt>{key}</dt><dd>{what}</dd> });
        let rows: Vec<_> = rows.collect();
        self.live.host.alive.then(|| {
            view! {
                <details class="keys" prop:open=self.own.keys.help>
                    <summary>{say.keys}</summary>
                    <p role="status">{status}</p>
                    <p><button class="button quiet small" type="button" data-key=SWITCH>{switch}</button></p>
                    <dl>{rows}</dl>
                </details>
            }
            .into_any()
        })
    }
}
