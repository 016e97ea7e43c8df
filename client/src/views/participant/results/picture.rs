//! A chart's marks as SVG. A phone's pictures stand still and are said in words beside them, so they are markup and nothing more.

use crate::charts::frame::Drawing;
use crate::charts::mark::{Mark, n};
use crate::ui::tag::{Child, Tag, tag};

/// A picture in its box.
pub(super) fn of(drawing: Drawing) -> Tag {
    let view_box = format!("0 0 {} {}", n(drawing.width), n(drawing.height));
    let marks: Vec<Tag> = drawing.marks.into_iter().map(mark).collect();
    let picture = svg("chart phone", view_box).maybe("preserveAspectRatio", drawing.align);
    boxed(picture.child(marks))
}

/// A bar that is that much of the longest.
pub(super) fn bar(votes: u64, most: u64) -> Tag {
    let long = n(100.0 * votes as f64 / most.max(1) as f64);
    let rest = tag("rect").class("bar-track").set("width", "100").set("height", "4");
    let bar = tag("rect").class("bar-fill").set("width", long).set("height", "4");
    boxed(svg("bar", "0 0 100 4".to_owned()).set("preserveAspectRatio", "none").child(rest).child(bar))
}

fn svg(class: &'static str, view_box: String) -> Tag {
    tag("svg").class(class).set("viewBox", view_box).set("aria-hidden", "true")
}

/// As markup in an element around it: a browser makes SVG of it by itself.
fn boxed(svg: Tag) -> Tag {
    tag("span").class("picture").html(svg.into_html())
}

fn mark(mark: Mark) -> Tag {
    match mark {
        Mark::Text { class, x, y, size, anchor, text } => {
            let line = tag("text").class(class).set("x", n(x)).set("y", n(y)).set("font-size", n(size));
            line.maybe("text-anchor", anchor.attribute()).child(text)
        }
        Mark::Rect { class, x, y, width, height, radius } => {
            let rect = tag("rect").class(class).set("x", n(x)).set("y", n(y)).set("width", n(width));
            rect.set("height", n(height)).set("rx", n(radius))
        }
        Mark::Path { class, d, stroke } => tag("path").class(class).set("d", d).maybe("stroke-width", stroke.map(n)),
        Mark::Dot { x, y, radius } => tag("circle").set("cx", n(x)).set("cy", n(y)).set("r", n(radius)),
        Mark::Group { class, transform, marks } => {
            let transform = Some(transform).filter(|transform| !transform.is_empty());
            let inner: Vec<Tag> = marks.into_iter().map(self::mark).collect();
            tag("g").class(class).maybe("transform", transform).child(inner)
        }
        // Poles stand above a phone's picture, and words in a list.
        Mark::Picture { .. } | Mark::Word { .. } => tag("g").child(None::<Child>),
    }
}
