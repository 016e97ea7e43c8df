//! The list of words or answers that can be hidden, merged and put back: on the moderator's page, and shorter on the
//! remote.
//!
//! One form, whose buttons name what they are about, so that all of it works without scripts.

use leptos::prelude::*;
use shared::ids::RoomId;
use shared::protocol::HostView;
use shared::protocol::view::{Input, Moderable, QuestionView};

use crate::language::Language;
use crate::texts::desk::moderating::{self as say, Moderating as Words};
use crate::views::stage::live::Live;
use crate::views::stage::orders::question;

pub mod seen;
pub mod wish;

/// A list as it is shown.
#[derive(Clone, Copy)]
pub struct Moderating<'a> {
    pub language: Language,
    pub room: &'a RoomId,
    pub view: &'a HostView,
    pub live: &'a Live,
    /// The page that the form comes back to.
    pub back: &'static str,
    /// How many of the newest it shows.
    pub limit: usize,
}

impl Moderating<'_> {
    /// The list, where people type something.
    pub fn list(self) -> Option<AnyView> {
        let (slide, asked) = question(self.view)?;
        let items = asked.moderable.as_ref()?;
        let words = Words::of(self.language);
        let rows = self.live.seen.in_order(items).take(self.limit).map(|item| self.row(asked, item));
        let rows: Vec<AnyView> = rows.collect();
        let empty = rows.is_empty().then(|| view! { <p class="soft">{words.nothing}</p> });
        let of = if is_open(asked) { "answer" } else { "word" };
        Some(
            view! {
                <form class="moderating" method="post" action=format!("/rooms/{}/moderate", self.room)>
                    <div class="over">
                        <h2>{if is_open(asked) { words.answers } else { words.words }}</h2>
                        {self.waiting(items)}
                    </div>
                    <input type="hidden" name="of" value=of />
                    <input type="hidden" name="question" value=slide.to_string() />
                    <input type="hidden" name="back" value=self.back />
                    {empty}
                    <ul role="list" class="items">{rows}</ul>
                    {self.bar(items)}
                </form>
            }
            .into_any(),
        )
    }

    fn row(self, asked: &QuestionView, item: &Moderable) -> AnyView {
        let words = Words::of(self.language);
        let count = if is_open(asked) { say::votes(self.language, item.count) } else { say::times(item.count) };
        let votes = !is_open(asked) || matches!(asked.input, Input::Open { votes, .. } if votes > 0);
        let (name, action) = if item.hidden { ("restore", words.show_again) } else { ("hide", words.hide) };
        let state = item.hidden.then(|| view! { <span class="state closed">{words.hidden}</span> });
        view! {
            <li class=if item.hidden { "hidden" } else { "" }>
                {self.tick(item)}
                <div class="what">
                    <p dir="auto">{item.text.clone()}</p>
                    <p class="soft">{votes.then_some(count)} " " {state}</p>
                    {self.merged(item)}
                </div>
                <button class="button quiet small" type="submit" name=name value=item.name.clone()>
                    {action}
                    <span class="visually-hidden">": " {item.text.clone()}</span>
                </button>
            </li>
        }
        .into_any()
    }

    fn tick(self, item: &Moderable) -> AnyView {
        let picked = self.live.picked.contains(&item.name);
        let label = format!("{}: {}", Words::of(self.language).pick, item.text);
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
        let words = Words::of(self.language);
        let each = item.merged.iter().map(|merged| {
            view! {
                <li>
                    <bdi>{merged.text.clone()}</bdi>
                    " "
                    <button class="link" type="submit" name="restore" value=merged.name.clone()>
                        {words.apart}
                        <span class="visually-hidden">": " {merged.text.clone()}</span>
                    </button>
                </li>
            }
        });
        let each: Vec<_> = each.collect();
        (!each.is_empty())
            .then(|| view! { <p class="soft">{words.merged}</p><ul class="merged">{each}</ul> }.into_any())
    }

    /// What came while somebody was at work in the list: it would push away what they point at.
    fn waiting(self, items: &[Moderable]) -> Option<AnyView> {
        let count = self.live.seen.waiting(items);
        (count > 0).then(|| {
            view! {
                <p role="status">
                    <button class="button quiet small" type="submit" name="show" value="new">
                        {say::waiting(self.language, count)}
                    </button>
                </p>
            }
            .into_any()
        })
    }

    fn bar(self, items: &[Moderable]) -> Option<AnyView> {
        let words = Words::of(self.language);
        let picked: Vec<&Moderable> = items.iter().filter(|item| self.live.picked.contains(&item.name)).collect();
        if items.len() < 2 || (self.live.alive && picked.is_empty()) {
            return (items.len() > 1).then(|| view! { <p class="soft bar">{words.merge_hint}</p> }.into_any());
        }
        // The newest come first in the list: of equals the last is the one that was there before.
        let into = picked.iter().max_by_key(|item| item.count).copied();
        let label = match into {
            Some(into) if picked.len() > 1 => say::merge(self.language, picked.len(), &into.text),
            _ => words.merge.to_owned(),
        };
        let enough = !self.live.alive || picked.len() > 1;
        let target = into.map(|into| view! { <input type="hidden" name="into" value=into.name.clone() /> });
        let unpick = self.live.alive.then(|| {
            view! { <button class="button quiet" type="submit" name="show" value="none">{words.unpick}</button> }
        });
        Some(
            view! {
                <div class="actions bar">
                    {target}
                    <button class="button" type="submit" name="merge" value="picked" disabled=!enough>
                        {label}
                    </button>
                    {unpick}
                </div>
            }
            .into_any(),
        )
    }
}

fn is_open(asked: &QuestionView) -> bool {
    matches!(asked.input, Input::Open { .. })
}
