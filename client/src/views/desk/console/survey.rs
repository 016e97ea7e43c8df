//! What the questions of a survey came to so far: the stage leads to none of them, and shows how to
//! join meanwhile.

use leptos::prelude::*;
use shared::phase::Phase;
use shared::protocol::view::OutlineRow;

use super::ConsoleView;
use super::picture::frame;
use crate::texts::desk::console::ConsoleTexts;
use crate::texts::desk::plurals;

impl ConsoleView<'_> {
    /// A picture of each that was asked, which leads to itself in the size of a stage.
    pub(super) fn survey(self) -> Option<AnyView> {
        let view = &self.state.view;
        if !(view.goes_alone() && view.phase == Phase::Live) {
            return None;
        }
        let asked = view.outline.iter().filter(|row| row.voters.is_some());
        let figures = asked.map(|row| self.figure(row)).collect_view();
        let words = ConsoleTexts::of(self.state.language);
        Some(
            view! {
                <section class="survey" aria-labelledby="survey">
                    <h2 id="survey">{words.survey}</h2>
                    <ul role="list">{figures}</ul>
                </section>
            }
            .into_any(),
        )
    }

    fn figure(self, row: &OutlineRow) -> AnyView {
        let address = self.at(&format!("survey/{}", row.id));
        let answers = plurals::answers(self.state.language, row.voters.unwrap_or_default());
        view! {
            <li>
                <h3 dir="auto"><a href=address.clone() target="_blank">{row.prompt.clone()}</a></h3>
                <p class="soft">{answers}</p>
                {frame(address, ConsoleTexts::of(self.state.language).survey)}
            </li>
        }
        .into_any()
    }
}
