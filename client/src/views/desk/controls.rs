//! Buttons that control a room: each a form of its own.

use leptos::prelude::*;
use shared::ids::SlideId;

/// What a button does. The slide is named where the button is about the one that the page shows, so
/// that it never does that to another which came on stage meanwhile.
#[derive(Clone, Copy, Default)]
pub(super) struct ControlButton<'a> {
    pub what: &'static str,
    pub slide: Option<&'a SlideId>,
    pub on: Option<&'static str>,
    pub round: Option<u32>,
    /// The page to come back to, where the address leads to another.
    pub back: Option<&'static str>,
}

impl ControlButton<'_> {
    /// The form of the button, which can be pressed or can't now. A second press, or one on a page
    /// behind whose control the room has moved on, does nothing.
    pub(super) fn form(
        self,
        action: String,
        after: u64,
        class: &'static str,
        words: impl IntoView,
        enabled: bool,
    ) -> AnyView {
        let slide = self
            .slide
            .map(|id| view! { <input type="hidden" name="slide" value=id.to_string() /> });
        let on = self
            .on
            .map(|on| view! { <input type="hidden" name="on" value=on /> });
        let round = self
            .round
            .map(|round| view! { <input type="hidden" name="round" value=round.to_string() /> });
        let back = self
            .back
            .map(|back| view! { <input type="hidden" name="back" value=back /> });
        view! {
            <form method="post" action=action>
                <input type="hidden" name="do" value=self.what />
                <input type="hidden" name="after" value=after.to_string() />
                {slide}
                {on}
                {round}
                {back}
                <button class=class type="submit" disabled=!enabled>{words}</button>
            </form>
        }
        .into_any()
    }
}

/// A button of what is no control: its form says all that it wants, and the page to come back to
/// where the address leads to another.
pub(super) fn request_button(
    action: &str,
    fields: &[(&'static str, &str)],
    back: Option<&'static str>,
    class: &'static str,
    words: impl IntoView,
) -> AnyView {
    let back = back.map(|back| ("back", back));
    let fields = fields.iter().copied().chain(back);
    let fields = fields
        .map(|(name, value)| view! { <input type="hidden" name=name value=value.to_owned() /> });
    view! {
        <form method="post" action=action.to_owned()>
            {fields.collect_view()}
            <button class=class type="submit">{words.into_view()}</button>
        </form>
    }
    .into_any()
}

/// In the place of the button for what is chosen already: it says so, and a press does nothing.
pub(super) fn chosen(words: String) -> AnyView {
    view! { <button class="button quiet small" type="button" aria-pressed="true">{words}</button> }
        .into_any()
}
