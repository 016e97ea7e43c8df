//! What a host needs now and then: the screen, the door, the links, the end.

use leptos::prelude::*;

use super::{BACK, ConsoleView};
use crate::texts::desk::console::ConsoleTexts;
use crate::texts::desk::editing::EditingTexts;
use crate::texts::desk::room::RoomTexts;
use crate::views::desk::confirmation;
use crate::views::desk::entrance::EntrancePanel;
use crate::views::desk::phones::PhonesPanel;
use crate::views::desk::remote::{chat, recent};
use crate::views::desk::room::door;

impl ConsoleView<'_> {
    pub(super) fn more(self) -> AnyView {
        let language = self.state.language;
        let words = ConsoleTexts::of(language);
        let action = self.action();
        let panel = EntrancePanel {
            language,
            action: &action,
            back: Some(BACK),
            waiting: None,
            door_closed: self.state.view.door_closed,
        };
        let phones = PhonesPanel {
            language,
            action: &action,
            back: Some(BACK),
            now: self.state.view.phones,
        };
        let change = self.state.desk.then(|| {
            let to = format!("/desk/rooms/{}/deck", self.state.room);
            view! { <a class="button quiet" href=to>{EditingTexts::of(language).heading}</a> }
        });
        let again = (!self.live.host.alive).then(|| {
            view! { <a class="button quiet" href=self.at(BACK)>{RoomTexts::of(language).reload}</a> }
        });
        view! {
            {self.buttons().resumed()}
            <details class="more" open=!self.live.host.alive>
                <summary>{words.more}</summary>
                <div class="actions">{self.new_round()}</div>
                {self.buttons().screen()}
                {(!self.ended()).then(|| door(&panel))}
                {(!self.ended()).then(|| phones.row())}
                <div class="actions">
                    <a class="button quiet" href=self.at("links") target="_blank">{words.links}</a>
                    {change}
                    {again}
                </div>
                {(!self.ended()).then(|| chat(self.state, self.live))}
                {recent(self.state, &self.live.host)}
                {self.all_keys()}
                {self.end()}
            </details>
        }
        .into_any()
    }

    /// The end can be taken back for a day, and asks all the same.
    fn end(self) -> Option<AnyView> {
        let say = RoomTexts::of(self.state.language);
        let after = self.state.view.controls.to_string();
        (!self.ended()).then(|| {
            confirmation::unfolding(
                self.action(),
                &[("do", "end"), ("after", &after), ("back", BACK)],
                say.end,
                say.end_meaning,
                say.end_yes,
            )
        })
    }
}
