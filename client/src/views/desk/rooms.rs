//! Rooms in a list.

use leptos::prelude::*;
use shared::room::Stage;

use crate::language::Language;
use crate::texts::desk::Home;
use crate::texts::desk::counted::people;
use crate::texts::desk::room::Room;
use crate::views::desk::RoomRow;
use crate::views::desk::apart::confirm_in_place;

/// The rooms, or a sentence where there are none.
pub(super) fn rooms(language: Language, rooms: &[RoomRow], none: &'static str) -> AnyView {
    if rooms.is_empty() {
        return view! { <p class="empty">{none}</p> }.into_any();
    }
    let items = rooms.iter().map(|row| room(language, row)).collect_view();
    view! { <ul class="list" role="list">{items}</ul> }.into_any()
}

fn room(language: Language, row: &RoomRow) -> AnyView {
    let Some(stage) = row.stage else { return damaged(language, row) };
    let say = Home::of(language);
    let href = format!("/desk/rooms/{}", row.room);
    let (class, words) = match stage {
        Stage::Live => ("button", say.control),
        Stage::Ready => ("button quiet", say.control),
        Stage::Ended => ("button quiet", say.look),
    };
    view! {
        <li class="item">
            <div>
                <h3><a href=href.clone() dir="auto">{titled(language, &row.title)}</a></h3>
                <p>
                    {state(language, Some(stage))} {code(language, row)} ", " {people(language, row.participants)}
                </p>
            </div>
            <a class=class href=href>
                {words}
                {named(&titled(language, &row.title))}
            </a>
        </li>
    }
    .into_any()
}

/// Its own page can't be shown, so the question whether it may go is asked here.
fn damaged(language: Language, row: &RoomRow) -> AnyView {
    let (say, room) = (Home::of(language), Room::of(language));
    let action = format!("/desk/rooms/{}/delete", row.room);
    view! {
        <li class="item">
            <div>
                <h3 dir="auto">{titled(language, &row.title)}</h3>
                <p>{state(language, None)} {code(language, row)}</p>
                <p>{say.damaged_hint}</p>
                {confirm_in_place(action, room.delete, room.delete_meaning, room.delete_yes)}
            </div>
        </li>
    }
    .into_any()
}

/// How a room stands, as a word.
pub(super) fn state(language: Language, stage: Option<Stage>) -> AnyView {
    let say = Home::of(language);
    let (class, word) = match stage {
        Some(Stage::Ready) => ("state ready", say.ready),
        Some(Stage::Live) => ("state live", say.live),
        Some(Stage::Ended) => ("state ended", say.ended),
        None => ("state closed", say.damaged),
    };
    view! { <span class=class>{word}</span> }.into_any()
}

fn code(language: Language, row: &RoomRow) -> AnyView {
    let say = Room::of(language);
    view! { ", " {say.code} " " <span class="code">{row.code.to_string()}</span> }.into_any()
}

/// A title, or what stands for it where a deck has none: a row must be there to be seen.
pub(super) fn titled(language: Language, title: &str) -> String {
    if title.trim().is_empty() { Home::of(language).untitled.to_owned() } else { title.to_owned() }
}

/// Which one a button is about, for who hears it without its row.
pub(super) fn named(title: &str) -> AnyView {
    view! { <span class="visually-hidden">": " <bdi>{title.to_owned()}</bdi></span> }.into_any()
}
