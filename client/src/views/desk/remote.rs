//! The presenter's phone: where the room is, and large buttons.

use leptos::prelude::*;

use crate::texts::desk::room::Room;
use crate::ui::mark::Mark;
use crate::views::desk::controls::Controls;
use crate::views::desk::frame;
use crate::views::desk::{DeskRoom, current};

/// The whole page.
#[component]
pub fn RemotePage(room: DeskRoom) -> impl IntoView {
    let controls = Controls { room: &room, base: "/rooms" };
    view! {
        {frame::skip(room.language)}
        {head(&room)}
        <main id="main">
            {frame::notice(room.language, room.notice.as_deref())}
            {now(controls)}
            {current::counts(&room)}
            {again(&room)}
        </main>
    }
}

fn head(room: &DeskRoom) -> AnyView {
    let say = Room::of(room.language);
    view! {
        <header class="top">
            <Mark />
            <p class="which">
                <bdi>{room.title.clone()}</bdi>
                ", "
                {say.code}
                " "
                <span class="code">{room.code.to_string()}</span>
            </p>
            {frame::languages(room.language)}
        </header>
    }
    .into_any()
}

fn now(controls: Controls<'_>) -> AnyView {
    let room = controls.room;
    let Some(slide) = room.current().filter(|_| !room.ended()) else {
        let (heading, sentence) = current::no_slide(room);
        let sentence = if room.ended() { Room::of(room.language).over_remote } else { sentence };
        let moves = (!room.ended()).then(|| current::moves(controls));
        return view! { <h1>{heading}</h1><p>{sentence}</p>{moves} }.into_any();
    };
    view! {
        <p class="soft">{current::place(room, slide)}</p>
        <h1 dir="auto">{slide.prompt.clone()}</h1>
        {current::state(room, slide)}
        {current::moves(controls)}
        {current::buttons(controls, slide)}
    }
    .into_any()
}

/// The page does not follow the room by itself.
fn again(room: &DeskRoom) -> AnyView {
    let here = format!("/rooms/{}/remote", room.room);
    view! { <p class="actions"><a class="button quiet" href=here>{Room::of(room.language).reload}</a></p> }.into_any()
}
