//! What stands around every picture: its box, its name for screen readers, and its numbers as a table.

use leptos::prelude::*;
use shared::protocol::view::Input;
use shared::question::Results;

use super::mark::{Mark, Pointed, draw};
use crate::language::Language;
use crate::texts::charts as say;

/// The shape of surface that a picture is drawn for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// 16:9 screens.
    Wide,
    /// 4:3 screens.
    Tall,
}

impl Shape {
    /// Width and height of the box.
    pub fn size(self) -> (f64, f64) {
        match self {
            Self::Wide => (1600.0, 520.0),
            Self::Tall => (1400.0, 680.0),
        }
    }

    /// How wide and high what is left below a prompt of one line is, on a screen of this shape, in units of which a 1920 × 1080 screen
    /// has as many.
    pub fn room(self) -> (f64, f64) {
        match self {
            Self::Wide => (1744.0, 616.0),
            Self::Tall => (1538.0, 821.0),
        }
    }

    /// The lowest and the highest box that a picture gets. Lower ones would hold nothing, higher ones leave a screen that is a little
    /// flatter too much at both sides.
    fn heights(self) -> (f64, f64) {
        match self {
            Self::Wide => (430.0, 566.0),
            Self::Tall => (560.0, 750.0),
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Wide => "chart wide",
            Self::Tall => "chart tall",
        }
    }
}

/// The box that a picture is drawn into, in its own units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Surface {
    pub shape: Shape,
    pub width: f64,
    pub height: f64,
}

impl Surface {
    /// As high as the room below a heading, in the measure of its width.
    pub fn of(shape: Shape, room: f64) -> Self {
        let width = shape.size().0;
        let (low, high) = shape.heights();
        Self { shape, width, height: (room * width / shape.room().0).clamp(low, high).floor() }
    }

    /// The same beside a list that takes so much of its width.
    pub fn beside(self, list: f64) -> Self {
        Self { width: self.width - list, ..self }
    }
}

/// A picture in its box.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    pub shape: Shape,
    pub width: f64,
    pub height: f64,
    /// `preserveAspectRatio`, where the picture is not centred.
    pub align: Option<&'static str>,
    pub marks: Vec<Mark>,
}

/// What a picture is called, and what in it is pointed at.
#[derive(Clone, Debug)]
pub struct Frame<'a> {
    pub id: String,
    pub prompt: String,
    pub sentence: String,
    pub pointed: Pointed<'a>,
}

impl Frame<'_> {
    /// A picture's SVG; `number` tells apart those of one figure.
    pub fn picture(&self, number: usize, drawing: Drawing) -> AnyView {
        let (title, description) = (format!("{}-{number}t", self.id), format!("{}-{number}d", self.id));
        let named = format!("{title} {description}");
        let view_box = format!("0 0 {} {}", drawing.width, drawing.height);
        let marks: Vec<AnyView> = drawing.marks.into_iter().map(|mark| draw(mark, self.pointed)).collect();
        view! {
            <svg
                class=drawing.shape.class()
                viewBox=view_box
                preserveAspectRatio=drawing.align
                role="img"
                aria-labelledby=named
            >
                <title id=title>{self.prompt.clone()}</title>
                <desc id=description>{self.sentence.clone()}</desc>
                {marks}
            </svg>
        }
        .into_any()
    }
}

/// The name of a page, by which it fades in when it turns: no two that follow each other have the same, the first after the last
/// included.
pub fn turned(page: usize, pages: usize) -> &'static str {
    match page {
        page if page > 0 && page + 1 == pages && pages % 2 == 1 => "turned last",
        page if page.is_multiple_of(2) => "turned even",
        _ => "turned odd",
    }
}

/// Rows of a table behind a figure: nobody listens to more, and a page has an end.
const ROWS_MAX: usize = 300;

/// The numbers of a picture as a table that only screen readers meet. It sits in a box of its own: a
/// table can't be clipped, and would widen the page.
pub fn table(caption: &str, input: &Input, results: &Results, language: Language) -> AnyView {
    let (head, rows) = say::table(language, input, results);
    let head: Vec<_> = head.into_iter().map(|cell| view! { <th scope="col">{cell}</th> }).collect();
    let rows: Vec<_> = rows
        .into_iter()
        .take(ROWS_MAX)
        .map(|mut cells| {
            let rest: Vec<_> = cells.split_off(1).into_iter().map(|cell| view! { <td>{cell}</td> }).collect();
            view! { <tr><th scope="row" dir="auto">{cells}</th>{rest}</tr> }
        })
        .collect();
    view! {
        <div class="visually-hidden">
            <table>
                <caption>{caption.to_owned()}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
