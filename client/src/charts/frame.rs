//! What stands around every picture: its box, its name for screen readers, and its numbers as a
//! table.

use leptos::prelude::*;

use super::mark::{Mark, Pointed, draw};
use crate::language::Language;
use crate::texts::charts::nothing_yet;

/// The shape of surface that a picture is drawn for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// 16:9 screens.
    Wide,
    /// 4:3 screens.
    Tall,
    /// 21:9 screens, and windows that are twice as wide as high.
    Flat,
}

impl Shape {
    /// All of them. Where a picture has none of its own for flat screens, the wide one shows there.
    pub const ALL: [Self; 3] = [Self::Wide, Self::Tall, Self::Flat];

    /// Width and height of the box.
    pub fn size(self) -> (f64, f64) {
        match self {
            Self::Wide => (1600.0, 520.0),
            Self::Tall => (1400.0, 680.0),
            Self::Flat => (1744.0, 420.0),
        }
    }

    /// How wide and high what is left below a prompt of one line is, on a screen of this shape, in
    /// units of which a 1920 × 1080 screen has as many.
    pub fn room(self) -> (f64, f64) {
        match self {
            Self::Wide => (1744.0, 616.0),
            Self::Tall => (1538.0, 821.0),
            // In between 2:1 and 2.4:1.
            Self::Flat => (1901.0, 459.0),
        }
    }

    /// The lowest and the highest box that a picture gets. Lower ones would hold nothing, higher
    /// ones leave a screen that is a little flatter too much at both sides.
    fn heights(self) -> (f64, f64) {
        match self {
            Self::Wide => (430.0, 566.0),
            Self::Tall => (560.0, 750.0),
            Self::Flat => (280.0, 440.0),
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Wide => "chart wide",
            Self::Tall => "chart tall",
            Self::Flat => "chart flat",
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
        Self {
            shape,
            width,
            height: (room * width / shape.room().0).clamp(low, high).floor(),
        }
    }

    /// As high as what has to stand in it, where that is more than there is: it is then drawn
    /// smaller, and nothing of it is cut.
    pub fn at_least(self, height: f64) -> Self {
        Self {
            height: self.height.max(height.ceil()),
            ..self
        }
    }

    /// The same beside a list that takes so much of its width.
    pub fn beside(self, list: f64) -> Self {
        Self {
            width: self.width - list,
            ..self
        }
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
    /// A picture for each shape of screen that one is drawn for.
    pub fn pictures(&self, draw: impl Fn(Shape) -> Option<Drawing>) -> Vec<AnyView> {
        let drawings = Shape::ALL.into_iter().filter_map(draw);
        drawings
            .enumerate()
            .map(|(number, drawing)| self.picture(number, drawing))
            .collect()
    }

    /// A picture's SVG; `number` distinguishes those of one figure.
    pub fn picture(&self, number: usize, drawing: Drawing) -> AnyView {
        let (title, description) = (
            format!("{}-{number}t", self.id),
            format!("{}-{number}d", self.id),
        );
        let named = format!("{title} {description}");
        let view_box = format!("0 0 {} {}", drawing.width, drawing.height);
        let marks: Vec<AnyView> = drawing
            .marks
            .into_iter()
            .map(|mark| draw(mark, self.pointed))
            .collect();
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

/// The name of a page, by which it fades in when it turns: no two that follow each other have the
/// same, the first after the last included.
pub fn turned(page: usize, pages: usize) -> &'static str {
    match page {
        page if page > 0 && page + 1 == pages && pages % 2 == 1 => "turned last-page",
        page if page.is_multiple_of(2) => "turned even-page",
        _ => "turned odd-page",
    }
}

/// Rows of a table behind a figure: nobody listens to more, and a page has an end.
const ROWS_MAX: usize = 300;

/// A whole figure: its pictures, the lists beside them if it has any, and its numbers behind them.
pub fn figure(pictures: Vec<AnyView>, lists: Option<AnyView>, behind: AnyView) -> AnyView {
    let class = if lists.is_some() {
        "figure with-list"
    } else {
        "figure"
    };
    view! { <figure class=class>{pictures} {lists} {behind}</figure> }.into_any()
}

/// What stands where there is nothing to draw yet.
pub fn quiet(language: Language) -> AnyView {
    view! { <div class="figure quiet"><p>{nothing_yet(language)}</p></div> }.into_any()
}

/// The numbers of a picture as a table that only screen readers meet: its head and its rows. It
/// sits in a box of its own: a table can't be clipped, and would widen the page.
pub fn table(caption: &str, (head, rows): (Vec<String>, Vec<Vec<String>>)) -> AnyView {
    let head: Vec<_> = head
        .into_iter()
        .map(|cell| view! { <th scope="col">{cell}</th> })
        .collect();
    let rows: Vec<_> = rows
        .into_iter()
        .take(ROWS_MAX)
        .map(|mut cells| {
            let rest: Vec<_> = cells
                .split_off(1)
                .into_iter()
                .map(|cell| view! { <td>{cell}</td> })
                .collect();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::Heading;

    /// The room for a figure on a screen of so many pixels under a prompt of so many lines, in
    /// design pixels, as the style leaves it.
    fn room(width: f64, height: f64, lines: f64) -> (f64, f64) {
        let unit = (width + height) / 3000.0;
        let edges = 44.0 + 48.0 + 26.0 + 84.0 * lines + 38.0 + 14.0 + 170.0 + 40.0;
        (width / unit - 176.0, height / unit - edges)
    }

    fn shape(width: f64, height: f64) -> Shape {
        match width / height {
            flat if flat >= 2.0 => Shape::Flat,
            tall if tall <= 1.5 => Shape::Tall,
            _ => Shape::Wide,
        }
    }

    #[test]
    fn a_picture_fills_its_box_on_every_screen() {
        let two = "Geloof jij dat groepen het welzijn hier in de wijk echt gaan verbeteren?";
        for (width, height) in [
            (1920.0, 1080.0),
            (1024.0, 768.0),
            (3440.0, 1440.0),
            (1280.0, 600.0),
            (1280.0, 800.0),
            (1920.0, 950.0),
            (2560.0, 1080.0),
            (1280.0, 1024.0),
            (3840.0, 2160.0),
        ] {
            for (prompt, lines) in [("Wat is je functie?", 1.0), (two, 2.0)] {
                let surface = Heading { prompt, body: "" }.surface(shape(width, height));
                let (wide, high) = room(width, height, lines);
                let scale = (wide / surface.width).min(high / surface.height);
                let [across, down] = [surface.width * scale / wide, surface.height * scale / high];
                let named = format!(
                    "{width} × {height}, {lines} lines: {across:.2} × {down:.2}, scale {scale:.2}"
                );
                assert!(
                    across.max(down) > 0.999 && across >= 0.8 && down >= 0.7,
                    "{named}"
                );
                // The smallest letters of a picture are 31.5: 34 on a screen of 1920 × 1080, and
                // about as much of any other.
                let letters = 31.5 * scale;
                assert!(
                    letters >= 32.5 || letters * (width + height) / 3000.0 >= height / 35.0,
                    "{named}"
                );
            }
        }
    }
}
