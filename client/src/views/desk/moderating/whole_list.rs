//! Looking for something among all that people gave: a form on top of the list, and pages below it.
//! Such a page does not follow the room.

use leptos::prelude::*;

use super::Moderating;
use crate::texts::desk::moderating::ModeratingTexts;
use crate::views::desk::ListPage;
use crate::views::desk::pages::pages;
use crate::views::stage::host_request::question;

/// Which part of a whole list a page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct WholeList {
    /// What every text of it holds.
    pub find: String,
    /// Whether what most people gave comes first, or the newest.
    pub by_count: bool,
    /// How many there are, and the pages beside this one.
    pub pages: ListPage<()>,
}

impl Moderating<'_> {
    /// The fields to search and sort by, where people type texts.
    pub fn finder(self) -> Option<AnyView> {
        let (slide, _) = question(self.view).filter(|(_, asked)| asked.moderable.is_some())?;
        let words = ModeratingTexts::of(self.language);
        let (find, by_count) = self.list.map_or((String::new(), false), |list| {
            (list.find.clone(), list.by_count)
        });
        Some(
            view! {
                <form class="finder" method="get" action=format!("/rooms/{}/moderator", self.room) role="search">
                    <input type="hidden" name="question" value=slide.to_string() />
                    <label for="find">{words.find}</label>
                    <input class="field" id="find" name="find" type="search" value=find maxlength="100" autocomplete="off" />
                    <button class="button quiet small" type="submit">{words.find_it}</button>
                    <label for="by">{words.sort}</label>
                    <select class="field" id="by" name="by">
                        <option value="new" selected=!by_count>{words.newest_first}</option>
                        <option value="count" selected=by_count>{words.most_first}</option>
                    </select>
                </form>
            }
            .into_any(),
        )
    }

    /// The way from the newest to all that was given, where people type texts.
    pub fn to_the_whole_list(self) -> Option<AnyView> {
        let (slide, _) = question(self.view).filter(|(_, asked)| asked.moderable.is_some())?;
        let there = format!("/rooms/{}/moderator?question={slide}&by=new", self.room);
        Some(
            view! { <p><a href=there>{ModeratingTexts::of(self.language).find_all}</a></p> }
                .into_any(),
        )
    }

    /// The pages of the whole list.
    pub fn pages(self) -> Option<AnyView> {
        pages(
            self.language,
            &self.list?.pages,
            ModeratingTexts::of(self.language).words,
        )
    }

    /// By what a form of the list comes back to the same part of it.
    pub(super) fn place_in_list(self) -> Option<AnyView> {
        let list = self.list?;
        Some(
            view! {
                <input type="hidden" name="find" value=list.find.clone() />
                <input type="hidden" name="by" value=if list.by_count { "count" } else { "new" } />
                <input type="hidden" name="page" value=list.pages.page.to_string() />
            }
            .into_any(),
        )
    }
}
