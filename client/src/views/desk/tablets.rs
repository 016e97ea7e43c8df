//! The tablets that tables share: the codes by which a device becomes one, to be shown or printed,
//! and those that take part, each with a way to end it.

use leptos::prelude::*;
use shared::ids::RoomId;

use crate::language::Language;
use crate::texts::desk::console::ConsoleTexts;
use crate::texts::desk::tablets::{TabletsTexts, number, people};
use crate::views::desk::confirmation;
use crate::views::desk::frame::{self, NavEntry};
use crate::views::desk::groups::GroupCode;
use crate::views::desk::rooms;

/// What the page is made from.
#[derive(Clone, Debug)]
pub struct TabletsOfRoom {
    pub language: Language,
    pub room: RoomId,
    /// Whether whoever looks is signed in at the desk.
    pub desk: bool,
    pub title: String,
    /// A code for each group, or one for all.
    pub codes: Vec<GroupCode>,
    pub tablets: Vec<TabletRow>,
    /// What went wrong, as a sentence.
    pub problem: Option<String>,
}

/// One tablet.
#[derive(Clone, Debug)]
pub struct TabletRow {
    pub number: u16,
    pub people: u64,
    pub group: Option<String>,
    pub ended: bool,
}

/// The whole page.
#[component]
pub fn TabletsPage(page: TabletsOfRoom) -> impl IntoView {
    let say = TabletsTexts::of(page.language);
    let problem = page.problem.clone();
    let problem = problem.map(|said| view! { <p class="notice" role="alert">{said}</p> });
    let action = format!("/rooms/{}/tablets", page.room);
    let codes = page.codes.iter().map(|code| {
        view! {
            <section class="group-code">
                <h3 dir="auto">{code.name.clone()}</h3>
                <div class="qr" role="img" aria-label=code.name.clone() inner_html=code.qr_svg.clone()></div>
                <p class="address">{code.url.clone()}</p>
            </section>
        }
    });
    let codes = codes.collect_view();
    let renew = confirmation::unfolding(
        action.clone(),
        &[("do", "renew")],
        say.renew,
        say.renew_meaning,
        say.renew_yes,
    );
    let back = format!("/rooms/{}/console", page.room);
    let inside = view! {
        <div class="head">
            <div>
                <h1>{say.heading}</h1>
                <p dir="auto">{rooms::titled(page.language, &page.title)}</p>
            </div>
            <a class="button quiet" href=back>{ConsoleTexts::of(page.language).to_console}</a>
        </div>
        {problem}
        <p class="hint">{say.lead}</p>
        <h2>{say.list}</h2>
        {list(&page, &action)}
        <h2>{say.codes}</h2>
        <div class="group-codes">{codes}</div>
        {renew}
    };
    let here = if page.desk {
        NavEntry::Within
    } else {
        NavEntry::Outside
    };
    frame::page(page.language, here, inside.into_any())
}

fn list(page: &TabletsOfRoom, action: &str) -> AnyView {
    let say = TabletsTexts::of(page.language);
    if page.tablets.is_empty() {
        return view! { <p>{say.none}</p> }.into_any();
    }
    let rows = page.tablets.iter().map(|tablet| {
        let name = number(page.language, u64::from(tablet.number));
        let count = people(page.language, tablet.people);
        let group = tablet.group.clone();
        let group = group.map(|group| view! { " · " <bdi>{group}</bdi> });
        let which = tablet.number.to_string();
        let end = (!tablet.ended).then(|| {
            let fields = [("do", "end"), ("tablet", which.as_str())];
            let words = (say.end, say.end_meaning, say.end_yes);
            confirmation::unfolding(action.to_owned(), &fields, words.0, words.1, words.2)
        });
        let ended = tablet.ended.then(|| {
            view! { " " <span class="state closed">{say.ended}</span> }
        });
        view! { <li><p><b>{name}</b> ": " {count} {group} {ended}</p> {end}</li> }
    });
    view! { <ul role="list" class="tablets">{rows.collect_view()}</ul> }.into_any()
}
