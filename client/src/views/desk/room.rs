//! The page of one room: where it is, its buttons, its links, its answers.

use leptos::prelude::*;

use crate::texts::desk::editing::EditingTexts;
use crate::texts::desk::entrance::EntranceTexts;
use crate::texts::desk::kind::kind;
use crate::texts::desk::room::RoomTexts;
use crate::texts::desk::{date, plurals};
use crate::ui::bidi;
use crate::views::desk::confirmation::{self, Confirmation};
use crate::views::desk::controls::{ControlButton, Controls};
use crate::views::desk::entrance::EntrancePanel;
use crate::views::desk::frame::{self, NavEntry};
use crate::views::desk::more_time::MoreTimePanel;
use crate::views::desk::phones::PhonesPanel;
use crate::views::desk::recent::RecentPanel;
use crate::views::desk::trial::TrialPanel;
use crate::views::desk::{
    DeskRoom, RoomStatus, SlideRow, current, erasing, links, removing, rooms,
};

/// The whole page. The current slide comes first in the source, and so first on a phone.
#[component]
pub fn RoomPage(room: DeskRoom) -> impl IntoView {
    let say = RoomTexts::of(room.language);
    let controls = Controls {
        room: &room,
        base: "/desk/rooms",
    };
    let action = controls.action();
    let entrance = entrance(&room, &action);
    let inside = view! {
        {frame::notice(room.language, room.notice.as_deref())}
        {frame::proxies(room.language, room.unheard, room.rewritten)}
        {room.confirm_delete.then(|| confirm(&room))}
        {removing::question(&room)}
        {head(&room)}
        {entrance.waiting()}
        {trial(&room, &action)}
        {current::counts(&room)}
        <div class="beside room">
            <section class="current" aria-label=say.current>
                {now(controls)}
                {(!room.ended()).then(|| door(&entrance))}
                {(!room.ended()).then(|| phones(&room, &action))}
                {recent(&room)}
            </section>
            <section class="order" aria-labelledby="slides">
                <h2 class="visually-hidden" id="slides">{say.slides}</h2>
                <ol class="slides" role="list">
                    {room.slides.iter().map(|each| slide(controls, each)).collect_view()}
                </ol>
            </section>
            <div class="rest">{links::links(&room)} {links::downloads(&room)}</div>
        </div>
        {removing::removing(&room)}
        {erasing::erasing(&room)}
        {apart(controls)}
    };
    frame::page(room.language, NavEntry::Within, inside.into_any())
}

impl DeskRoom {
    /// The page's own address.
    pub(super) fn address(&self) -> String {
        format!("/desk/rooms/{}", self.room)
    }

    pub(super) fn at(&self, what: &str) -> String {
        format!("/desk/rooms/{}/{what}", self.room)
    }
}

fn entrance<'a>(room: &DeskRoom, action: &'a str) -> EntrancePanel<'a> {
    let waiting = room.waiting.filter(|_| !room.ended());
    EntrancePanel {
        language: room.language,
        action,
        back: None,
        waiting,
        door_closed: room.door_closed,
    }
}

/// How the door is, and what turns it.
pub(super) fn door(entrance: &EntrancePanel<'_>) -> AnyView {
    view! {
        <dl class="controls">
            <dt>{EntranceTexts::of(entrance.language).door} ": " {entrance.word()}</dt>
            <dd class="actions">{entrance.turn()}</dd>
        </dl>
    }
    .into_any()
}

fn phones(room: &DeskRoom, action: &str) -> AnyView {
    let panel = PhonesPanel {
        language: room.language,
        action,
        back: None,
        now: room.phones,
    };
    panel.row()
}

fn trial(room: &DeskRoom, action: &str) -> Option<AnyView> {
    let panel = TrialPanel {
        language: room.language,
        action,
        back: None,
        answers: room.trial,
        open: room.current().is_some_and(|slide| slide.open),
        after: room.controls,
    };
    panel.section()
}

fn head(room: &DeskRoom) -> AnyView {
    let say = RoomTexts::of(room.language);
    view! {
        <div class="head">
            <div>
                <h1 dir="auto">{rooms::titled(room.language, &room.title)}</h1>
                <p>
                    {rooms::state(room.language, RoomStatus::At(room.phase))}
                    ", "
                    {say.code}
                    " "
                    <span class="code">{room.code.to_string()}</span>
                </p>
                {planned(room)}
            </div>
            <div class="actions">
                <a class="button" href=format!("/rooms/{}/console", room.room)>{say.lead}</a>
                <a class="button quiet" href=room.stage_url.clone()>{say.open_stage}</a>
                <a class="button quiet" href=room.at("deck")>{EditingTexts::of(room.language).heading}</a>
                <a class="button quiet" href=room.address()>{say.reload}</a>
            </div>
        </div>
    }
    .into_any()
}

fn recent(room: &DeskRoom) -> AnyView {
    RecentPanel {
        language: room.language,
        reader: room.actor,
        actions: &room.recent,
        now: room.now,
    }
    .folded()
}

/// When it is to take place and for how many; no longer once it is over.
fn planned(room: &DeskRoom) -> Option<AnyView> {
    let (at, expected) = room.planned.as_ref().filter(|_| !room.ended())?;
    let mut said = date::planned_for(room.language, at, &room.today);
    if let Some(expected) = expected {
        let people = plurals::people(room.language, u64::from(*expected));
        said = bidi::listed(&[&said, &people], ", ");
    }
    Some(view! { <p class="soft">{said}</p> }.into_any())
}

fn now(controls: Controls<'_>) -> AnyView {
    let room = controls.room;
    let Some(slide) = room.current() else {
        let (heading, sentence) = current::no_slide(room);
        let moves = current::moves(controls);
        let back = (current::taken_back(controls), current::resumed(controls));
        return view! { <h2>{heading}</h2><p>{sentence}</p>{moves}{back} }.into_any();
    };
    view! {
        <p class="soft">{current::place(room, slide)}</p>
        <h2 dir="auto">{slide.prompt.clone()}</h2>
        {current::state(room, slide)}
        {current::moves(controls)}
        {current::taken_back(controls)}
        {slide.counts_down.then(|| more_time(controls))}
        {current::buttons(controls, slide)}
        {current::resumed(controls)}
    }
    .into_any()
}

fn more_time(controls: Controls<'_>) -> AnyView {
    let panel = MoreTimePanel {
        language: controls.room.language,
        action: &controls.action(),
        after: controls.room.controls,
        back: None,
        asked: controls.room.more_time.as_ref(),
    };
    panel.row()
}

fn slide(controls: Controls<'_>, slide: &SlideRow) -> AnyView {
    let room = controls.room;
    let mut summary = kind(room.language, &slide.kind).to_owned();
    if slide.is_question && slide.answers > 0 {
        summary = format!(
            "{summary}, {}",
            plurals::answers(room.language, slide.answers)
        );
    }
    if slide.skip {
        summary = format!("{summary}, {}", RoomTexts::of(room.language).skipped);
    }
    let (class, step) = if slide.current {
        (Some("now"), Some("step"))
    } else {
        (None, None)
    };
    view! {
        <li class=class aria-current=step>
            <div>
                <b dir="auto">{slide.prompt.clone()}</b>
                <small>{summary}</small>
                {(!room.ended() && slide.playable).then(|| skip(controls, slide))}
            </div>
            {(!slide.current).then(|| go(controls, slide))}
        </li>
    }
    .into_any()
}

/// Lets next and previous pass a slide, or stop at it again.
fn skip(controls: Controls<'_>, slide: &SlideRow) -> AnyView {
    let language = controls.room.language;
    let say = RoomTexts::of(language);
    let (what, words) = if slide.skip {
        ("unskip", say.unskip)
    } else {
        ("skip", say.skip)
    };
    let words = view! {
        {words}
        <span class="visually-hidden">": " {slide.prompt.clone()}</span>
    };
    let press = ControlButton {
        what,
        slide: Some(&slide.id),
        ..ControlButton::default()
    };
    controls.button(press, "link", words, true)
}

fn go(controls: Controls<'_>, slide: &SlideRow) -> AnyView {
    let language = controls.room.language;
    let words = view! {
        {RoomTexts::of(language).go_here}
        <span class="visually-hidden">{plurals::to_slide(language, slide.number)}</span>
    };
    controls.button(
        ControlButton {
            what: "go",
            slide: Some(&slide.id),
            ..ControlButton::default()
        },
        "button quiet small",
        words,
        true,
    )
}

fn apart(controls: Controls<'_>) -> AnyView {
    let room = controls.room;
    let say = RoomTexts::of(room.language);
    let after = room.controls.to_string();
    let end = (!room.ended()).then(|| {
        confirmation::unfolding(
            controls.action(),
            &[("do", "end"), ("after", &after)],
            say.end,
            say.end_meaning,
            say.end_yes,
        )
    });
    let heading = if room.ended() {
        say.apart_ended
    } else {
        say.apart
    };
    view! {
        <section class="apart stack">
            <h2>{heading}</h2>
            {end}
            {confirmation::ask(room.at("delete"), say.delete)}
        </section>
    }
    .into_any()
}

fn confirm(room: &DeskRoom) -> AnyView {
    let say = RoomTexts::of(room.language);
    let asked = Confirmation {
        asked: say.delete_question,
        meaning: say.delete_meaning,
        yes: say.delete_yes,
        no: say.delete_no,
        version: None,
    };
    confirmation::question(room.at("delete"), room.address(), asked)
}
