//! All slides: where the room is, how many answered, and the way to each.

use leptos::prelude::*;
use shared::protocol::view::OutlineRow;

use super::ConsoleView;
use crate::texts::charts::grouped;
use crate::texts::desk::console::ConsoleTexts;
use crate::texts::desk::kind::kind;
use crate::texts::desk::moderating;
use crate::texts::desk::plurals;
use crate::texts::desk::room::RoomTexts;
use crate::views::desk::controls::ControlButton;

impl ConsoleView<'_> {
    pub(super) fn outline(self) -> AnyView {
        let rows = self.state.view.outline.iter().zip(1..);
        let rows: Vec<_> = rows.map(|(row, number)| self.row(row, number)).collect();
        view! {
            <h2 class="visually-hidden" id="outline">{RoomTexts::of(self.state.language).slides}</h2>
            <ol role="list">{rows}</ol>
        }
        .into_any()
    }

    fn row(self, row: &OutlineRow, number: u64) -> AnyView {
        let current = self.state.slide().is_some_and(|slide| slide.id == row.id);
        let class = match (current, row.skip) {
            (true, _) => "now",
            (_, true) => "skipped",
            _ => "",
        };
        let go = ControlButton {
            what: "go",
            slide: Some(&row.id),
            ..ControlButton::default()
        };
        let go = self.buttons().button(
            go,
            "to",
            self.title(row, number),
            !(current || self.state.view.goes_alone()),
        );
        view! { <li class=class aria-current=current.then_some("step")>{go} {self.passing(row)}</li> }
            .into_any()
    }

    /// Number, heading and how many answered. A slide without a heading goes by its kind.
    fn title(self, row: &OutlineRow, number: u64) -> AnyView {
        let language = self.state.language;
        let words = ConsoleTexts::of(language);
        let prompt = if row.prompt.is_empty() {
            kind(language, &row.kind).to_owned()
        } else {
            row.prompt.clone()
        };
        let voters = row.voters.map(|voters| {
            view! {
                <span class="voters">
                    <span aria-hidden="true">{grouped(language, voters)}</span>
                    <span class="visually-hidden">", " {plurals::answers(language, voters)}</span>
                </span>
            }
        });
        let open = row
            .open
            .then(|| view! { <span class="state open">{RoomTexts::of(language).open_word}</span> });
        let waits = self.state.view.waits.iter();
        let waits = waits.filter(|held| held.question == row.id).map(|held| {
            let said = moderating::waits(language, held.count as usize);
            view! { <small class="waits">{said}</small> }
        });
        let waits: Vec<_> = waits.collect();
        view! {
            <span class="number">{number.to_string()}</span>
            <span class="prompt" dir="auto">{prompt}</span>
            {voters}
            {open}
            {waits}
            {row.skip.then(|| view! { <small>{RoomTexts::of(language).skipped}</small> })}
            {row.later.then(|| view! { <small>{words.later}</small> })}
        }
        .into_any()
    }

    /// Lets *next* and *previous* pass a slide, or stop at it again.
    fn passing(self, row: &OutlineRow) -> Option<AnyView> {
        // What is led one by one is not in own pace.
        if self.ended() || row.later || self.state.view.finished.is_some() {
            return None;
        }
        let say = RoomTexts::of(self.state.language);
        let (what, words) = if row.skip {
            ("unskip", say.unskip)
        } else {
            ("skip", say.skip)
        };
        let words =
            view! { {words} <span class="visually-hidden">": " {row.prompt.clone()}</span> };
        let press = ControlButton {
            what,
            slide: Some(&row.id),
            ..ControlButton::default()
        };
        Some(
            self.buttons()
                .button(press, "link skip", words.into_any(), true),
        )
    }
}
