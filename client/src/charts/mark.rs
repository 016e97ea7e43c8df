//! What a picture is made of, and its SVG.

use leptos::prelude::*;

use super::measure::bound;
use crate::ui::drawing::{drawing, inside};
use crate::ui::number;

/// What somebody points at, by the names of it: two where two are to be merged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pointed<'a>(pub [Option<&'a str>; 2]);

impl Pointed<'_> {
    /// Whether something of that name is pointed at.
    pub fn is_at(self, name: &str) -> bool {
        self.0.contains(&Some(name))
    }
}

/// One mark of a picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A line of text.
    Text {
        class: &'static str,
        x: f64,
        y: f64,
        size: f64,
        anchor: Anchor,
        text: String,
    },
    /// A rectangle, possibly with round corners.
    Rect {
        class: String,
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        radius: f64,
    },
    /// A path; `stroke` is its width, if it has one of its own.
    Path {
        class: &'static str,
        d: String,
        stroke: Option<f64>,
    },
    /// A dot.
    Dot { x: f64, y: f64, radius: f64 },
    /// Marks that move together.
    Group {
        class: &'static str,
        transform: String,
        marks: Vec<Mark>,
    },
    /// A drawing of our own, 64 × 64.
    Picture {
        transform: String,
        inner: &'static str,
    },
    /// Marks that are one word or answer, which can be pointed at by its name.
    Entry {
        name: String,
        transform: String,
        marks: Vec<Mark>,
    },
    /// Nothing, in the place of something.
    Gap,
    /// A placed word, which can be pointed at.
    Word {
        class: &'static str,
        transform: String,
        size: f64,
        weight: u16,
        text: String,
    },
}

/// Where a text's x is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// What SVG calls it; nothing for its own default.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Start => None,
            Self::Middle => Some("middle"),
            Self::End => Some("end"),
        }
    }
}

/// A line of text.
pub fn text(
    class: &'static str,
    x: f64,
    y: f64,
    size: f64,
    anchor: Anchor,
    text: impl Into<String>,
) -> Mark {
    Mark::Text {
        class,
        x,
        y,
        size,
        anchor,
        text: text.into(),
    }
}

/// A path that strokes or fills as its class says.
pub fn path(class: &'static str, d: String) -> Mark {
    Mark::Path {
        class,
        d,
        stroke: None,
    }
}

/// A number with one decimal at most.
pub fn n(value: f64) -> String {
    number::short(value, 1)
}

/// An emoji as our own drawing, else as a glyph, below that place.
pub fn emoji(emoji: &str, (x, top): (f64, f64), size: f64, anchor: Anchor) -> Mark {
    match drawing(emoji).map(inside) {
        Some(inner) => {
            let left = if anchor == Anchor::End { x - size } else { x };
            Mark::Picture {
                transform: format!(
                    "translate({} {}) scale({:.3})",
                    n(left),
                    n(top),
                    size / 64.0
                ),
                inner,
            }
        }
        None => text("pole-emoji", x, top + size * 0.8, size * 0.8, anchor, emoji),
    }
}

/// A mark's SVG. What is pointed at says so itself: elements change their names when others come,
/// and a sign that were put on one from outside would stay in its place.
pub fn draw(mark: Mark, pointed: Pointed<'_>) -> AnyView {
    match mark {
        Mark::Text {
            class,
            x,
            y,
            size,
            anchor,
            text,
        } => view! {
            <text class=class x=n(x) y=n(y) font-size=n(size) text-anchor=anchor.attribute()>
                {text}
            </text>
        }
        .into_any(),
        Mark::Rect {
            class,
            x,
            y,
            width,
            height,
            radius,
        } => view! {
            <rect class=class x=n(x) y=n(y) width=n(width) height=n(height) rx=n(radius) />
        }
        .into_any(),
        Mark::Path { class, d, stroke } => stroked(class, d, stroke),
        Mark::Dot { x, y, radius } => view! { <circle cx=n(x) cy=n(y) r=n(radius) /> }.into_any(),
        Mark::Group {
            class,
            transform,
            marks,
        } => group(class, transform, all(marks, pointed)),
        Mark::Entry {
            name,
            transform,
            marks,
        } => {
            let chosen = pointed.is_at(&name);
            entry(name, transform, chosen, all(marks, pointed))
        }
        Mark::Picture { transform, inner } => picture(transform, inner),
        Mark::Gap => ().into_any(),
        Mark::Word {
            class,
            transform,
            size,
            weight,
            text,
        } => {
            let chosen = pointed.is_at(&text);
            match bound(&text, size) {
                Some(wide) => within(wide, class, transform, size, weight, text, chosen),
                None => word(class, transform, size, weight, text, chosen),
            }
        }
    }
}

fn stroked(class: &'static str, d: String, stroke: Option<f64>) -> AnyView {
    view! { <path class=class d=d stroke-width=stroke.map(n) /> }.into_any()
}

fn all(marks: Vec<Mark>, pointed: Pointed<'_>) -> Vec<AnyView> {
    marks.into_iter().map(|mark| draw(mark, pointed)).collect()
}

fn group(class: &'static str, transform: String, inner: Vec<AnyView>) -> AnyView {
    let transform = (!transform.is_empty()).then_some(transform);
    view! { <g class=class transform=transform>{inner}</g> }.into_any()
}

fn entry(name: String, transform: String, chosen: bool, inner: Vec<AnyView>) -> AnyView {
    view! {
        <g class="row" transform=transform data-name=name data-chosen=chosen>{inner}</g>
    }
    .into_any()
}

fn picture(transform: String, inner: &'static str) -> AnyView {
    view! {
        <g
            class="pole-picture"
            transform=transform
            fill="none"
            stroke="currentColor"
            stroke-width="3"
            stroke-linecap="round"
            stroke-linejoin="round"
            inner_html=inner
        ></g>
    }
    .into_any()
}

fn word(
    class: &'static str,
    transform: String,
    size: f64,
    weight: u16,
    text: String,
    chosen: bool,
) -> AnyView {
    let name = text.clone();
    view! {
        <text
            class=class
            transform=transform
            font-size=n(size)
            font-weight=weight.to_string()
            text-anchor="middle"
            data-name=name
            data-chosen=chosen
        >
            {text}
        </text>
    }
    .into_any()
}

/// How far letters of any script reach above and below their line, in em.
const ABOVE: f64 = 1.5;
const BELOW: f64 = 1.0;

/// A word in letters of a font that nobody knows here, of which no more is seen than has a place.
fn within(
    wide: f64,
    class: &'static str,
    transform: String,
    size: f64,
    weight: u16,
    text: String,
    chosen: bool,
) -> AnyView {
    let name = text.clone();
    view! {
        <g class="row" transform=transform data-name=name data-chosen=chosen>
            <svg
                class="clip"
                x=n(-wide / 2.0)
                y=n(-ABOVE * size)
                width=n(wide)
                height=n((ABOVE + BELOW) * size)
            >
                <text
                    class=class
                    x=n(wide / 2.0)
                    y=n(ABOVE * size)
                    font-size=n(size)
                    font-weight=weight.to_string()
                    text-anchor="middle"
                >
                    {text}
                </text>
            </svg>
        </g>
    }
    .into_any()
}
