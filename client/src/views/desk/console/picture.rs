//! The stage as it is and as it will be, drawn small: the very pages, in frames that nothing can be
//! pressed in. What they show stands beside them in words.

use leptos::prelude::*;

use super::ConsoleView;
use crate::texts::desk::console::{self, ConsoleTexts};

impl ConsoleView<'_> {
    /// What the projected page shows at this moment.
    pub(super) fn picture(self) -> AnyView {
        frame(
            self.at("stage?picture=1"),
            ConsoleTexts::of(self.state.language).now,
        )
    }

    /// What *next* would put there.
    pub(super) fn next_picture(self) -> Option<AnyView> {
        let (language, view) = (self.state.language, &self.state.view);
        let words = ConsoleTexts::of(language);
        let upcoming = view.upcoming.as_ref()?;
        let number = view.outline.iter().position(|row| row.id == *upcoming);
        let title = view.next.clone().unwrap_or_default();
        // Another slide, or another text of it, is another picture.
        let address = self.at(&format!("next?slide={upcoming}&deck={}", view.deck_version));
        Some(
            view! {
                <div class="upcoming">
                    <div class="over">
                        <h2>{words.next}</h2>
                        <span class="soft">
                            {number.map(|number| console::slide(language, number as u64 + 1))}
                        </span>
                    </div>
                    <p class="visually-hidden" dir="auto">{title}</p>
                    {frame(address, words.next)}
                </div>
            }
            .into_any(),
        )
    }
}

/// A page of 1920 by 1080 in the width that there is.
pub(super) fn frame(address: String, title: &'static str) -> AnyView {
    let page = view! { <iframe src=address title=title tabindex="-1"></iframe> };
    // Of many at once only those in sight are drawn.
    let page = page.attr("loading", "lazy");
    view! { <div class="picture" aria-hidden="true" inert>{page}</div> }.into_any()
}
