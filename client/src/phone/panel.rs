//! A part of a page with a heading of its own, and a sentence that says how things are.

use crate::ui::tag::{Child, Tag, tag};

/// What became of an answer, in a sentence.
pub(crate) fn status(lead: &'static str) -> Tag {
    tag("p").class("lead").set("role", "status").child(lead)
}

/// A part of the page with a heading of its own.
pub(crate) fn panel(heading: &'static str, inside: Vec<Child>) -> Tag {
    // Named, so that one more of them takes nobody's place: somebody may be typing in the next.
    tag("section")
        .class("panel")
        .key(heading)
        .child(tag("h2").child(heading))
        .child(inside)
}
