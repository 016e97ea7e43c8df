//! Rooms in a list.

use leptos::prelude::*;
use shared::phase::Phase;

use crate::language::Language;
use crate::texts::desk::room::RoomTexts;
use crate::texts::desk::{HomeTexts, date, plurals};
use crate::views::desk::confirmation::confirm_in_place;
use crate::views::desk::frame::{self, NavEntry};
use crate::views::desk::pages::pages;
use crate::views::desk::retention;
use crate::views::desk::{ListPage, RoomRow, RoomStatus};

/// The rooms, or a sentence where there are none.
pub(super) fn rooms(language: Language, rooms: &ListPage<RoomRow>, none: &'static str) -> AnyView {
    if rooms.rows.is_empty() {
        return view! { <p class="empty">{none}</p> }.into_any();
    }
    let items = rooms
        .rows
        .iter()
        .map(|row| room(language, row))
        .collect_view();
    view! {
        <ul class="list" role="list">{items}</ul>
        {pages(language, rooms, HomeTexts::of(language).rooms)}
    }
    .into_any()
}

fn room(language: Language, row: &RoomRow) -> AnyView {
    let say = HomeTexts::of(language);
    let over = row.status == RoomStatus::At(Phase::Ended);
    let part = if over { "/results" } else { "" };
    let href = format!("/desk/rooms/{}{part}", row.room);
    let (class, words) = match row.status {
        RoomStatus::Damaged => return damaged(language, row),
        RoomStatus::At(Phase::Live) => ("button", say.control),
        RoomStatus::At(Phase::Ready) | RoomStatus::Idle => ("button quiet", say.control),
        RoomStatus::At(Phase::Ended) => ("button quiet", say.look),
    };
    let people = row
        .participants
        .map(|count| format!(", {}", plurals::people(language, count)));
    let planned = |at| format!("{}, ", date::planned_for(language, at, &row.today));
    let planned = row.planned.as_ref().map(planned);
    view! {
        <li class="item">
            <div>
                <h3><a href=href.clone() dir="auto">{titled(language, &row.title)}</a></h3>
                <p>
                    {state(language, row.status)} {code(language, row)} {people} ", "
                    {planned}
                    <time datetime=row.made_on.clone()>
                        {plurals::made_on(language, &date::day(language, &row.made_on, &row.today))}
                    </time>
                </p>
                {retention::line(language, &row.kept)}
            </div>
            <a class=class href=href>
                {words}
                {named(&titled(language, &row.title))}
            </a>
        </li>
    }
    .into_any()
}

/// The page of a room that can't be read: what can still be done with it.
#[component]
pub fn DamagedPage(language: Language, row: RoomRow) -> impl IntoView {
    let inside = view! {
        <div class="head"><h1>{HomeTexts::of(language).rooms}</h1></div>
        <ul class="list" role="list">{damaged(language, &row)}</ul>
    };
    frame::page(language, NavEntry::Within, inside.into_any())
}

/// Its own page can't be shown, so the question whether it may go is asked here.
fn damaged(language: Language, row: &RoomRow) -> AnyView {
    let (say, room) = (HomeTexts::of(language), RoomTexts::of(language));
    let action = format!("/desk/rooms/{}/delete", row.room);
    view! {
        <li class="item">
            <div>
                <h3 dir="auto">{titled(language, &row.title)}</h3>
                <p data-code="room_damaged">{state(language, RoomStatus::Damaged)} {code(language, row)}</p>
                <p>{say.damaged_hint}</p>
                {confirm_in_place(action, room.delete, room.delete_meaning, room.delete_yes)}
            </div>
        </li>
    }
    .into_any()
}

/// How a room stands, as a word.
pub(super) fn state(language: Language, status: RoomStatus) -> AnyView {
    let say = HomeTexts::of(language);
    let (class, word) = match status {
        RoomStatus::At(Phase::Ready) => ("state ready", say.ready),
        RoomStatus::At(Phase::Live) => ("state live", say.live),
        RoomStatus::At(Phase::Ended) => ("state ended", say.ended),
        RoomStatus::Idle => ("state", say.idle),
        RoomStatus::Damaged => ("state closed", say.damaged),
    };
    view! { <span class=class>{word}</span> }.into_any()
}

fn code(language: Language, row: &RoomRow) -> AnyView {
    let say = RoomTexts::of(language);
    view! { ", " {say.code} " " <span class="code">{row.code.to_string()}</span> }.into_any()
}

/// A title, or what stands for it where a deck has none: a row must be there to be seen.
pub(super) fn titled(language: Language, title: &str) -> String {
    if title.trim().is_empty() {
        HomeTexts::of(language).untitled.to_owned()
    } else {
        title.to_owned()
    }
}

/// Which one a button is about, for whoever hears it without its row.
pub(super) fn named(title: &str) -> AnyView {
    view! { <span class="visually-hidden">": " <bdi>{title.to_owned()}</bdi></span> }.into_any()
}
