//! The way back to questions that the stage has left and that still take answers.

use shared::protocol::Own;
use shared::protocol::view::SlideView;

use crate::phone::{ParticipantState, evaluation};
use crate::texts::phone::phone;
use crate::ui::tag::{Tag, tag};

/// Questions that the stage has left and that still take answers: who was writing can go back.
pub(super) fn late(state: &ParticipantState) -> Option<Tag> {
    if state.goes_alone() {
        return None;
    }
    let shown = state.shown.as_ref().map(|slide| &slide.id);
    // Whoever follows live was taken along: there is nothing to go back to for what they have
    // answered. The evaluation comes to everybody.
    let done = |slide: &SlideView| {
        let came = state.live.is_some() || evaluation::is_part(slide);
        came && state.own.get(&slide.id).is_some_and(has_answer)
    };
    let open = state
        .view
        .late
        .iter()
        .filter(|slide| Some(&slide.id) != shown && !done(slide));
    let links: Vec<Tag> = open
        .map(|slide| {
            let address = format!("/{}?question={}", state.code.digits(), slide.id);
            let link = tag("a")
                .set("href", address)
                .set("dir", "auto")
                .set("data-do", "back");
            tag("li").child(
                link.set("data-about", slide.id.to_string())
                    .child(slide.prompt.clone()),
            )
        })
        .collect();
    let say = phone(state.language);
    let panel = |links: Vec<Tag>| {
        let list = tag("ul").set("role", "list").child(links);
        let hint = tag("p").class("hint").child(say.still_open);
        tag("nav")
            .class("panel")
            .set("aria-label", say.still_open)
            .child(hint)
            .child(list)
    };
    Some(links).filter(|links| !links.is_empty()).map(panel)
}

fn has_answer(own: &Own) -> bool {
    own.fields.is_some() || !own.added.is_empty()
}
