//! The bar below the list: what is ticked becomes one, and as which of them.

use leptos::prelude::*;
use shared::protocol::view::Moderable;

use super::Moderating;
use crate::texts::desk::moderating::{self as say, ModeratingTexts};

impl Moderating<'_> {
    pub(super) fn bar(self, items: &[Moderable]) -> Option<AnyView> {
        if items.iter().filter(|item| !item.hidden).count() < 2 {
            return None;
        }
        if !self.alive {
            return Some(self.still(items));
        }
        let picked: Vec<&Moderable> = items
            .iter()
            .filter(|item| self.live.picked.contains(&item.name))
            .collect();
        match picked.is_empty() {
            true => Some(
                view! { <p class="soft bar">{ModeratingTexts::of(self.language).merge_hint}</p> }
                    .into_any(),
            ),
            false => Some(self.ticked(&picked)),
        }
    }

    /// Where no script runs all of it is there from the start.
    fn still(self, items: &[Moderable]) -> AnyView {
        let words = ModeratingTexts::of(self.language);
        let each = items.iter().filter(|item| !item.hidden);
        let each =
            each.map(|item| view! { <option value=item.name.clone()>{item.text.clone()}</option> });
        view! {
            <p class="soft">{words.merge_hint}</p>
            <div class="actions bar">
                <label for="into">{words.counts_as}</label>
                <select class="field" id="into" name="into">
                    <option value="">{words.the_first}</option>
                    {each.collect::<Vec<_>>()}
                </select>
                <button class="button" type="submit" name="merge" value="picked">{words.merge}</button>
            </div>
        }
        .into_any()
    }

    fn ticked(self, picked: &[&Moderable]) -> AnyView {
        let words = ModeratingTexts::of(self.language);
        let into = self.live.into_of(picked);
        let label = match into {
            Some(into) if picked.len() > 1 => say::merge(self.language, picked.len(), &into.text),
            _ => words.merge_more.to_owned(),
        };
        let one = |item: &&Moderable| {
            let chosen = into.is_some_and(|into| into.name == item.name);
            view! {
                <label class="check">
                    <input type="radio" name="into" value=item.name.clone() prop:checked=chosen />
                    <span dir="auto">{item.text.clone()}</span>
                </label>
            }
        };
        let choice = (picked.len() > 1).then(|| {
            let each: Vec<_> = picked.iter().map(one).collect();
            view! { <fieldset class="into"><legend>{words.counts_as}</legend>{each}</fieldset> }
        });
        view! {
            <div class="bar ticked">
                {choice}
                <div class="actions">
                    <button class="button" type="submit" name="merge" value="picked" disabled=picked.len() < 2>
                        {label}
                    </button>
                    <button class="button quiet" type="submit" name="show" value="none">{words.unpick}</button>
                </div>
            </div>
        }
        .into_any()
    }
}
