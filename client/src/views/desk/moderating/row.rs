//! One word or answer in the list: the text, how often it was given, what counts with it, and its
//! buttons.

use leptos::prelude::*;
use shared::protocol::view::{Moderable, QuestionView};

use super::Moderating;
use crate::kinds;
use crate::texts::desk::moderating::ModeratingTexts;
use crate::ui::bidi;

/// A text with more characters, or more lines, than this is folded where a line is short.
const LONG: usize = 100;
const LONG_LINES: usize = 4;
/// A text with more characters than this is folded everywhere.
const LONGER: usize = 260;

impl Moderating<'_> {
    /// A row; of one that stands with what waits also where it no longer does, so that nothing
    /// moves under who goes through the list.
    pub(super) fn row(self, asked: &QuestionView, item: &Moderable, waited: bool) -> AnyView {
        let words = ModeratingTexts::of(self.language);
        let waits = item.waits && !item.hidden;
        let (name, action) = match (item.hidden, waits) {
            (true, _) => ("restore", words.show_again),
            (false, true) => ("refuse", words.refuse),
            (false, false) => ("hide", words.hide),
        };
        let state = match (item.hidden, waited && !waits) {
            (true, _) => Some(view! { <span class="state closed">{words.hidden}</span> }),
            (false, true) => Some(view! { <span class="state open">{words.approved}</span> }),
            (false, false) => None,
        };
        let approve = waited.then(|| self.approve(item, waits));
        view! {
            <li class=if item.hidden { "hidden" } else { "" }>
                {self.tick(item)}
                <div class="what">
                    {self.text(item)}
                    <p class="soft">
                        {kinds::counted(self.language, &asked.input, item.count)} " " {state}
                    </p>
                    {self.merged(item)}
                </div>
                <div class="verdict">
                    {approve}
                    <button class="button quiet small" type="submit" name=name value=item.name.clone()>
                        {action}
                        <span class="visually-hidden">": " <bdi>{item.text.clone()}</bdi></span>
                    </button>
                </div>
            </li>
        }
        .into_any()
    }

    /// Where it has been pressed it stays, and does nothing: a second press would land on another.
    fn approve(self, item: &Moderable, waits: bool) -> AnyView {
        let kind = if waits { "submit" } else { "button" };
        view! {
            <button
                class="button small"
                type=kind
                name="approve"
                value=item.name.clone()
                aria-disabled=(!waits).then_some("true")
            >
                {ModeratingTexts::of(self.language).approve}
                <span class="visually-hidden">": " <bdi>{item.text.clone()}</bdi></span>
            </button>
        }
        .into_any()
    }

    /// In the place of one that went while somebody is at work: those below it stay where they are.
    pub(super) fn gone(self) -> AnyView {
        let words = ModeratingTexts::of(self.language);
        view! { <li class="hidden"><span class="tick"></span><p class="what soft">{words.gone}</p></li> }.into_any()
    }

    /// The text; a long one can be unfolded, with scripts and without.
    fn text(self, item: &Moderable) -> AnyView {
        let words = ModeratingTexts::of(self.language);
        let characters = item.text.chars().count();
        let class = match (
            characters > LONGER,
            characters > LONG || item.text.lines().count() > LONG_LINES,
        ) {
            (true, _) => "long longer",
            (false, true) => "long",
            (false, false) => {
                return view! { <p class="wrote" dir="auto">{item.text.clone()}</p> }.into_any();
            }
        };
        let open = self.live.unfolded.contains(&item.name);
        view! {
            <details class=class open=open>
                <summary data-unfold=item.name.clone()>
                    <span class="wrote" dir="auto">{item.text.clone()}</span>
                    <span class="more">{words.unfold}</span>
                    <span class="less">{words.fold}</span>
                </summary>
            </details>
        }
        .into_any()
    }

    fn tick(self, item: &Moderable) -> AnyView {
        let picked = self.live.picked.contains(&item.name);
        let label = format!(
            "{}: {}",
            ModeratingTexts::of(self.language).pick,
            bidi::name(&item.text)
        );
        view! {
            <label class="tick">
                <input
                    type="checkbox"
                    name="pick"
                    value=item.name.clone()
                    aria-label=label
                    disabled=item.hidden
                    prop:checked=picked
                />
            </label>
        }
        .into_any()
    }

    fn merged(self, item: &Moderable) -> Option<AnyView> {
        let words = ModeratingTexts::of(self.language);
        let each = item.merged.iter().map(|merged| {
            view! {
                <li>
                    <bdi>{merged.text.clone()}</bdi>
                    " "
                    <button class="link" type="submit" name="restore" value=merged.name.clone()>
                        {words.apart}
                        <span class="visually-hidden">": " <bdi>{merged.text.clone()}</bdi></span>
                    </button>
                </li>
            }
        });
        let each: Vec<_> = each.collect();
        (!each.is_empty()).then(|| {
            view! { <p class="soft">{words.merged}</p><ul class="merged">{each}</ul> }.into_any()
        })
    }
}
