//! The bar with what may be shown to everybody for a moment, under any slide.

use crate::phone::ParticipantState;
use crate::texts::phone::{phone, reaction};
use crate::ui::drawing::drawing;
use crate::ui::tag::{Tag, tag};

/// Nothing where none is offered. Where scripts run it can be put away on this phone.
pub(super) fn reactions(state: &ParticipantState) -> Option<Tag> {
    if state.view.reactions.is_empty() {
        return None;
    }
    let say = phone(state.language);
    let live = state.live.as_ref();
    let off = live.is_some_and(|live| live.reactions_off);
    let turn = live.map(|_| {
        tag("button")
            .class("link")
            .set("type", "button")
            .set("data-do", "reactions")
            .child(if off {
                say.reactions_on
            } else {
                say.reactions_off
            })
    });
    let head = tag("p")
        .class("reactions-head")
        .child((!off).then(|| tag("span").id("reactions").child(say.reactions)))
        .child(turn);
    let bar = (!off).then(|| {
        let form = tag("form")
            .class("reactions-bar")
            .set("method", "post")
            .set("action", format!("/{}/reactions", state.code.digits()))
            .set("role", "group")
            .set("aria-labelledby", "reactions");
        let offered = state.view.reactions.iter();
        offered.fold(form, |form, emoji| form.child(button(state, emoji)))
    });
    Some(tag("div").class("reactions").child(head).child(bar))
}

fn button(state: &ParticipantState, emoji: &str) -> Tag {
    let word = reaction(state.language, emoji);
    let picture = match drawing(emoji) {
        Some(svg) => tag("span").html(svg),
        None => tag("span").class("pole-emoji").child(emoji.to_owned()),
    };
    tag("button")
        .class("reaction")
        .set("type", "submit")
        .set("name", "reaction")
        .set("value", emoji.to_owned())
        .set("data-do", "react")
        .set("data-about", emoji.to_owned())
        .child(picture)
        .child(word.map(|word| tag("b").child(word)))
}
