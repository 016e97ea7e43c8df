//! What an organiser has of a room besides the console above it: its links, its answers as files,
//! who may be removed, what may be erased, and the way to throw all of it away.

use leptos::prelude::*;

use crate::texts::desk::date;
use crate::texts::desk::plurals;
use crate::texts::desk::results::ResultsPageTexts;
use crate::texts::desk::room::RoomTexts;
use crate::ui::bidi;
use crate::views::desk::confirmation::{self, Confirmation};
use crate::views::desk::frame;
use crate::views::desk::{DeskRoom, erasing, figures, forms, links, mail, removing, retention};

/// Everything under the console. It is as it was when the page was loaded.
#[component]
pub fn OrganisingSection(room: DeskRoom) -> impl IntoView {
    let say = RoomTexts::of(room.language());
    let class = if room.ended() {
        "button"
    } else {
        "button quiet"
    };
    view! {
        <section class="organising" aria-labelledby="organising">
            {frame::proxies(room.language(), room.unheard, room.rewritten)}
            {retention::note(room.language(), room.leading.room.as_str(), &room.kept)}
            <div class="head">
                <div>
                    <h2 id="organising">{say.organising}</h2>
                    {planned(&room)}
                    <p class="soft">{say.as_loaded}</p>
                </div>
                <div class="actions">
                    <a class=class href=room.at("results")>{ResultsPageTexts::of(room.language()).link}</a>
                    <a class="button quiet" href=room.address()>{say.reload}</a>
                </div>
            </div>
            <div class="halves">
                {links::links(&room)}
                <div>
                    {links::downloads(&room)}
                    {figures::links(&room)}
                    {forms::links(&room)}
                    {mail::link(&room)}
                    {removing::removing(&room)}
                    {erasing::erasing(&room)}
                    {apart(&room)}
                </div>
            </div>
        </section>
    }
}

impl DeskRoom {
    /// The page's own address.
    pub(super) fn address(&self) -> String {
        format!("/desk/rooms/{}", self.leading.room)
    }

    pub(super) fn at(&self, what: &str) -> String {
        format!("/desk/rooms/{}/{what}", self.leading.room)
    }
}

/// When it is to take place and for how many; no longer once it is over.
fn planned(room: &DeskRoom) -> Option<AnyView> {
    let (at, expected) = room.planned.as_ref().filter(|_| !room.ended())?;
    let mut said = date::planned_for(room.language(), at, &room.today);
    if let Some(expected) = expected {
        let people = plurals::people(room.language(), u64::from(*expected));
        said = bidi::listed(&[&said, &people], ", ");
    }
    Some(view! { <p class="soft">{said}</p> }.into_any())
}

fn apart(room: &DeskRoom) -> AnyView {
    let say = RoomTexts::of(room.language());
    let inside = if room.confirm_delete {
        confirm(room)
    } else {
        confirmation::ask(room.at("delete"), say.delete)
    };
    view! {
        <section class="apart stack" id="apart">
            <h2>{say.apart}</h2>
            {inside}
        </section>
    }
    .into_any()
}

fn confirm(room: &DeskRoom) -> AnyView {
    let say = RoomTexts::of(room.language());
    let asked = Confirmation {
        asked: say.delete_question,
        meaning: say.delete_meaning,
        yes: say.delete_yes,
        no: say.delete_no,
        version: None,
    };
    confirmation::question(room.at("delete"), room.address(), asked)
}
