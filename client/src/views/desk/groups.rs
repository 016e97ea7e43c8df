//! A code to scan for each group, to be printed: four on a page, one for each table.

use leptos::prelude::*;
use shared::ids::RoomId;

use crate::language::Language;
use crate::texts::desk::console::ConsoleTexts;
use crate::texts::desk::room::RoomTexts;
use crate::views::desk::frame::{self, NavEntry};
use crate::views::desk::rooms;

/// What the page is made from.
#[derive(Clone, Debug)]
pub struct GroupCodes {
    pub language: Language,
    pub room: RoomId,
    /// Whether whoever looks is signed in at the desk.
    pub desk: bool,
    pub title: String,
    pub groups: Vec<GroupCode>,
}

/// The code of one group.
#[derive(Clone, Debug)]
pub struct GroupCode {
    pub name: String,
    /// Where it leads.
    pub url: String,
    /// It, as SVG.
    pub qr_svg: String,
}

/// The whole page.
#[component]
pub fn GroupCodesPage(page: GroupCodes) -> impl IntoView {
    let say = RoomTexts::of(page.language);
    let each = page.groups.into_iter().map(|group| {
        let name = group.name.clone();
        view! {
            <section class="group-code">
                <h2 dir="auto">{group.name}</h2>
                <div class="qr" role="img" aria-label=name inner_html=group.qr_svg></div>
                <p class="address">{group.url}</p>
            </section>
        }
    });
    let back = format!("/rooms/{}/console", page.room);
    let inside = view! {
        <div class="head">
            <div>
                <h1>{say.group_codes}</h1>
                <p dir="auto">{rooms::titled(page.language, &page.title)}</p>
            </div>
            <a class="button quiet" href=back>{ConsoleTexts::of(page.language).to_console}</a>
        </div>
        <p class="hint">{say.group_codes_hint}</p>
        <div class="group-codes">{each.collect_view()}</div>
    };
    let here = if page.desk {
        NavEntry::Within
    } else {
        NavEntry::Outside
    };
    frame::page(page.language, here, inside.into_any())
}
