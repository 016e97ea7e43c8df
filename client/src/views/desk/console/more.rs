//! What a host needs now and then: the screen, the door, the links, the end.

use leptos::prelude::*;

use super::ConsoleView;
use crate::texts::desk::console::ConsoleTexts;
use crate::texts::desk::editing::EditingTexts;
use crate::texts::desk::room::RoomTexts;
use crate::views::desk::confirmation;
use crate::views::desk::entrance::EntrancePanel;
use crate::views::desk::evaluation::EvaluationPanel;
use crate::views::desk::phones::PhonesPanel;
use crate::views::desk::remote::{chat, recent};

impl<'a> ConsoleView<'a> {
    /// A device that people pass on is of no use where everybody goes at their own pace.
    fn tablets(self) -> Option<AnyView> {
        let shared = !self.ended() && self.state.view.finished.is_none();
        let words = RoomTexts::of(self.state.language).tablets;
        shared.then(|| {
            view! { <a class="button quiet" href=self.at("tablets") target="_blank">{words}</a> }
                .into_any()
        })
    }

    pub(super) fn more(self) -> AnyView {
        let language = self.state.language;
        let words = ConsoleTexts::of(language);
        let action = self.action();
        let panel = EntrancePanel {
            language,
            action: &action,
            back: Some(self.back()),
            waiting: None,
            door_closed: self.state.view.door_closed,
        };
        let phones = PhonesPanel {
            language,
            action: &action,
            back: Some(self.back()),
            now: self.state.view.phones,
        };
        let change = self.state.desk.then(|| {
            let to = format!("/desk/rooms/{}/deck", self.state.room);
            view! { <a class="button quiet" href=to>{EditingTexts::of(language).heading}</a> }
        });
        // At the desk they stand further down, to be renewed as well.
        let links = (!self.state.at_desk).then(|| {
            view! { <a class="button quiet" href=self.at("links") target="_blank">{words.links}</a> }
        });
        let groups = self.state.view.groups.map(|_| {
            let words = RoomTexts::of(language).group_codes;
            view! { <a class="button quiet" href=self.at("groups") target="_blank">{words}</a> }
        });
        let again = (!self.live.host.alive).then(|| {
            view! { <a class="button quiet" href=self.address()>{RoomTexts::of(language).reload}</a> }
        });
        view! {
            {self.buttons().resumed()}
            <details class="more" open=!self.live.host.alive>
                <summary>{words.more}</summary>
                <div class="actions">{self.new_round()}</div>
                {self.buttons().screen()}
                {(!self.ended()).then(|| panel.door())}
                {(!self.ended()).then(|| phones.row())}
                <div class="actions">
                    {links}
                    {groups}
                    {self.tablets()}
                    {change}
                    {again}
                </div>
                {(!self.ended()).then(|| chat(self.state, self.live))}
                {self.evaluation().row()}
                {recent(self.state, &self.live.host)}
                {(!self.state.at_desk).then(|| self.all_keys())}
                {self.end()}
            </details>
        }
        .into_any()
    }

    pub(super) fn evaluation(self) -> EvaluationPanel<'a> {
        EvaluationPanel {
            language: self.state.language,
            action: self.action(),
            back: Some(self.back()),
            view: &self.state.view,
        }
    }

    /// The end can be taken back for a day, and asks all the same.
    fn end(self) -> Option<AnyView> {
        let say = RoomTexts::of(self.state.language);
        let after = self.state.view.controls.to_string();
        // In own pace it stands above.
        (!self.ended() && !self.state.view.goes_alone()).then(|| {
            confirmation::unfolding(
                self.action(),
                &[("do", "end"), ("after", &after), ("back", self.back())],
                say.end,
                say.end_meaning,
                say.end_yes,
            )
        })
    }
}
