//! What a page has besides where everybody goes through the deck by themselves: how far one is, the
//! ways back and forth, and the pages behind the last slide.

use shared::event::QA;
use shared::ids::SlideId;
use shared::protocol::view::SlideView;

use crate::phone::ParticipantState;
use crate::phone::own_pace::{LAST, asked, before, behind, is_given, left, place, required};
use crate::phone::panel::status;
use crate::texts::phone::{own_progress, phone};
use crate::ui::tag::{Child, Tag, tag, tags};

/// How far somebody is: in words, and as a bar.
pub(super) fn progress(state: &ParticipantState) -> Option<Tag> {
    let said = said_progress(state, state.shown.as_ref().map(|slide| &slide.id)?)?;
    let place = place(&state.view, &state.shown.as_ref()?.id)? + 1;
    let bar = tag("progress")
        .set("max", state.view.late.len().to_string())
        .set("value", place.to_string())
        .set("aria-hidden", "true");
    Some(tag("p").class("progress").child(tags![said, bar]))
}

/// The same in words alone.
pub(crate) fn said_progress(state: &ParticipantState, slide: &SlideId) -> Option<String> {
    let place = place(&state.view, slide).filter(|_| state.goes_alone())? as u64 + 1;
    let of = state.view.late.len() as u64;
    Some(own_progress(state.language, place, of))
}

/// Whether the questions to the speakers stand on a page: where a slide shows them that one goes
/// through, on that alone.
pub(super) fn has_qa(state: &ParticipantState, shows_qa: bool) -> bool {
    let mut slides = state.view.late.iter();
    shows_qa || !state.goes_alone() || !slides.any(|slide| slide.kind == QA)
}

/// The ways back and forth.
pub(super) fn ways(state: &ParticipantState) -> Option<Tag> {
    let here = match &state.shown {
        Some(slide) => slide.id.clone(),
        None if state.is_last() => SlideId::from(LAST),
        None => return None,
    };
    if !state.goes_alone() {
        return None;
    }
    let say = phone(state.language);
    let back = before(&state.view, &here);
    let back = back.map(|slide| way(state, &slide.id, "button quiet", say.own_back));
    let forth = state.shown.as_ref().map(|slide| {
        let waits = asked(slide).is_some() && !is_given(&state.own, slide);
        let class = if waits { "button quiet" } else { "button" };
        way(state, &behind(&state.view, &slide.id), class, say.own_next).set("rel", "next")
    });
    let nav = tag("nav").class("ways").set("aria-label", say.own_ways);
    Some(nav.child(tags![back, forth]))
}

/// Behind the last slide: what is not answered, and that one is through.
pub(super) fn last(state: &ParticipantState) -> Vec<Child> {
    let say = phone(state.language);
    let (must, may): (Vec<_>, Vec<_>) =
        left(&state.view, &state.own).partition(|slide| required(slide).is_some());
    let lead = if must.is_empty() && may.is_empty() {
        say.own_all_given
    } else {
        say.own_some_left
    };
    let head = tag("div")
        .class("question")
        .child(tag("h1").child(say.own_last))
        .child(tag("p").class("lead").child(lead));
    tags![
        head,
        list(state, say.own_must, &must),
        list(state, say.own_may, &may),
        finish(state)
    ]
}

fn list(state: &ParticipantState, heading: &'static str, slides: &[&SlideView]) -> Option<Tag> {
    let row = |slide: &&SlideView| {
        let prompt = slide.prompt.clone();
        let link = way(state, &slide.id, "", prompt).set("dir", "auto");
        tag("li").child(link.maybe("lang", state.deck_language()))
    };
    let rows: Vec<Tag> = slides.iter().map(row).collect();
    let list = tag("ul").set("role", "list").child(rows);
    let panel = tag("section").class("panel left");
    let panel = panel.child(tags![tag("h2").child(heading), list]);
    (!slides.is_empty()).then_some(panel)
}

/// The button by which somebody says that they are through.
fn finish(state: &ParticipantState) -> Tag {
    let say = phone(state.language);
    let live = state.live.as_ref();
    let sends = live.filter(|live| live.finishing).map(|live| {
        if live.reached {
            say.sending
        } else {
            say.no_line
        }
    });
    let says = tag("div").class("says").set("role", "status");
    let button = tag("button")
        .class("button")
        .set("type", "submit")
        .set("data-do", "finish")
        .child(say.own_finish);
    tag("form")
        .set("method", "post")
        .set("action", format!("/{}/finish", state.code.digits()))
        .child(
            tag("div")
                .class("sends")
                .child(tags![says.child(sends.map(status)), button]),
        )
}

/// Thanks, and the way back.
pub(super) fn finished(state: &ParticipantState) -> Vec<Child> {
    let say = phone(state.language);
    let head = tag("div")
        .class("question")
        .child(tag("h1").child(say.own_finished))
        .child(tag("p").class("lead").child(say.own_finished_lead));
    tags![
        head,
        way(
            state,
            &SlideId::from(LAST),
            "button quiet",
            say.own_look_back
        )
    ]
}

/// A link to one of these pages; where scripts live they lead there themselves.
fn way(
    state: &ParticipantState,
    to: &SlideId,
    class: &'static str,
    words: impl Into<crate::ui::tag::TagText>,
) -> Tag {
    tag("a")
        .maybe("class", Some(class).filter(|class| !class.is_empty()))
        .set("href", format!("/{}?slide={to}", state.code.digits()))
        .set("data-do", "back")
        .set("data-about", to.to_string())
        .child(words.into())
}
