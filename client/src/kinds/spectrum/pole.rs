//! One end of a line between two poles: its picture, its word, its second line.

use shared::question::spectrum::Pole;

use crate::ui::drawing::drawing;
use crate::ui::tag::{Tag, tag};

/// A pole; `side` is `left` or `right`.
pub fn pole(side: &str, pole: &Pole) -> Tag {
    let picture = pole.image.as_deref().map(picture);
    let label = tag("b").set("dir", "auto").child(pole.label.clone());
    let note = pole
        .note
        .clone()
        .map(|note| tag("small").set("dir", "auto").child(note));
    tag("div")
        .class(format!("pole {side}"))
        .child(picture)
        .child(label)
        .child(note)
}

fn picture(emoji: &str) -> Tag {
    match drawing(emoji) {
        Some(svg) => tag("span").html(svg),
        None => tag("span")
            .class("pole-emoji")
            .set("aria-hidden", "true")
            .child(emoji.to_owned()),
    }
}
