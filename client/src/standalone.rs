//! A figure as a file of its own: an SVG with its prompt above it, how many answered below it, and
//! every colour, weight and size in it. A pure function of results, size, mode and language. Pages
//! have theirs from `charts::frame`, with the same marks.
//!
//! It is laid out as a stage is, in units of which a screen of 1920 × 1080 has as many.

use std::fmt::Write;

use shared::protocol::view::SplitResults;
use shared::question::Input;

use crate::charts::frame::{Drawing, Shape};
use crate::charts::mark::n;
use crate::charts::measure::wrap;
use crate::kinds;
use crate::kinds::figure_context::FigureContext;
use crate::messages::figures as say;
use crate::results::split_figure::SplitFigure;

mod arrangement;
mod looks;
mod marks;

use arrangement::{Arrangement, PlacedDrawing};
pub use looks::FigureMode;
use marks::{MarkWriter, escaped};

/// The letters' font, and what stands in where a reader has others.
const FONT: &str = "Atkinson Hyperlegible Next, Noto Emoji, system-ui, sans-serif";

/// The edges, the foot's letters, and the air around the picture, in units.
const SIDE: f64 = 88.0;
const TOP: f64 = 56.0;
const BOTTOM: f64 = 52.0;
const FOOT: f64 = 36.0;
const AIR: f64 = 44.0;
/// The sizes of a prompt, largest first, with how many of its lines are as many as look well.
const PROMPTS: [(f64, usize); 4] = [(76.0, 2), (57.0, 3), (48.0, 4), (36.0, 8)];

/// A figure that is to stand by itself.
pub struct StandaloneFigure<'a> {
    pub context: FigureContext<'a>,
    /// What was asked, by which results of groups are drawn too.
    pub input: &'a Input,
    pub split: Option<&'a SplitResults>,
    /// Without its prompt and what stands below it, for whoever has these beside it.
    pub bare: bool,
    /// The day of it, as people write it.
    pub day: String,
    /// Which round it is, where there were several.
    pub round: Option<u32>,
    /// Width and height in pixels.
    pub size: (u32, u32),
    pub mode: FigureMode,
    /// Without it, what it is put on shows through.
    pub has_ground: bool,
    /// The font as a `data:` address, for readers that have none of ours.
    pub font: Option<&'a str>,
}

impl StandaloneFigure<'_> {
    /// The whole file; nothing of what has no figure.
    pub fn svg(&self) -> Option<String> {
        let layout = StandaloneLayout::of(self);
        let drawings = self.drawings(layout.shape)?;
        let mut svg = self.head();
        layout.write_prompt(self, &mut svg);
        let arrangement = Arrangement::of(drawings, layout.room());
        let mut writer = MarkWriter::new(self.mode, &mut svg);
        for placed in arrangement.placed() {
            write_drawing(&mut writer, &placed);
        }
        if !self.bare {
            layout.write_foot(self, &mut svg);
        }
        svg += "</svg>\n";
        Some(svg)
    }

    /// By groups, where it is split and there are people enough for that; else as a whole.
    fn drawings(&self, shape: Shape) -> Option<Vec<Drawing>> {
        let divided = self.split.filter(|split| !split.groups.is_empty());
        let drawings = match divided {
            Some(split) => {
                let figure = SplitFigure {
                    language: self.context.language,
                    input: self.input,
                    split,
                };
                vec![figure.drawing(self.context.heading, shape)]
            }
            None => kinds::drawings(&self.context, shape),
        };
        (!drawings.is_empty()).then_some(drawings)
    }

    fn head(&self) -> String {
        let (width, height) = self.size;
        let (title, described) = (
            escaped(self.context.heading.prompt),
            escaped(&self.context.sentence()),
        );
        let language = self.context.language.tag();
        let mut head = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="title desc" lang="{language}" xml:lang="{language}" font-family="{FONT}" font-variant-numeric="tabular-nums">"#
        );
        let _ = write!(
            head,
            r#"<title id="title">{title}</title><desc id="desc">{described}</desc>"#
        );
        if let Some(font) = self.font {
            let _ = write!(
                head,
                r#"<style>@font-face{{font-family:"Atkinson Hyperlegible Next";src:url({font}) format("woff2");font-weight:400 800}}</style>"#
            );
        }
        if self.has_ground {
            let ground = self.mode.ground();
            let _ = write!(
                head,
                r#"<rect width="{width}" height="{height}" fill="{ground}"/>"#
            );
        }
        head
    }

    /// How many answered, in which round, on which day.
    fn foot(&self) -> String {
        let language = self.context.language;
        let answers = say::answers(language, kinds::answers(&self.context.figure));
        let round = self
            .round
            .map(|round| say::round(language, u64::from(round)));
        let parts = [Some(answers), round, Some(self.day.clone())];
        let parts: Vec<String> = parts
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
        parts.join(" · ")
    }
}

fn write_drawing(writer: &mut MarkWriter<'_>, placed: &PlacedDrawing) {
    let (x, y, scale) = (n(placed.x), n(placed.y), placed.scale);
    let _ = write!(
        writer.svg,
        r#"<g transform="translate({x} {y}) scale({scale:.4})">"#
    );
    writer.write(&placed.drawing.marks);
    *writer.svg += "</g>";
}

/// Where things stand in the file, in pixels.
struct StandaloneLayout {
    shape: Shape,
    width: f64,
    height: f64,
    /// Pixels of a unit.
    unit: f64,
    prompt: Vec<String>,
    /// The letters of the prompt, in units.
    letters: f64,
    bare: bool,
}

impl StandaloneLayout {
    fn of(figure: &StandaloneFigure<'_>) -> Self {
        let (width, height) = (f64::from(figure.size.0), f64::from(figure.size.1));
        let unit = (width + height) / 3000.0;
        let shape = match width / height {
            // By itself the picture of a wide screen is as high as it is drawn.
            _ if figure.bare => Shape::Wide,
            flat if flat >= 2.0 => Shape::Flat,
            tall if tall <= 1.5 => Shape::Tall,
            _ => Shape::Wide,
        };
        let measure = width / unit - 2.0 * SIDE;
        let wrapped = PROMPTS.map(|(letters, lines)| {
            let prompt = figure.context.heading.prompt;
            (
                letters,
                lines,
                wrap(prompt, letters, 800, measure, usize::MAX),
            )
        });
        let fits = wrapped
            .iter()
            .find(|(_, lines, prompt)| prompt.len() <= *lines);
        let (letters, lines, prompt) = fits.unwrap_or(&wrapped[PROMPTS.len() - 1]);
        // Nobody's prompt takes the picture's place: the whole of it is in the title.
        let cut = wrap(
            figure.context.heading.prompt,
            *letters,
            800,
            measure,
            *lines,
        );
        let prompt = if figure.bare {
            Vec::new()
        } else if prompt.len() > *lines {
            cut
        } else {
            prompt.clone()
        };
        Self {
            shape,
            width,
            height,
            unit,
            prompt,
            letters: *letters,
            bare: figure.bare,
        }
    }

    fn line(&self) -> f64 {
        self.letters * 1.12
    }

    /// What is left for the picture: its corner, and how wide and high it is.
    fn room(&self) -> [f64; 4] {
        if self.bare {
            let edge = AIR / 2.0 * self.unit;
            let (width, height) = (self.width - 2.0 * edge, self.height - 2.0 * edge);
            return [edge, edge, width, height.max(1.0)];
        }
        let above = TOP + self.prompt.len() as f64 * self.line() + AIR;
        let below = AIR + FOOT * 1.3 + BOTTOM;
        [
            SIDE * self.unit,
            above * self.unit,
            self.width - 2.0 * SIDE * self.unit,
            (self.height - (above + below) * self.unit).max(1.0),
        ]
    }

    fn write_prompt(&self, figure: &StandaloneFigure<'_>, svg: &mut String) {
        for (number, line) in self.prompt.iter().enumerate() {
            let y = TOP + self.letters * 0.86 + number as f64 * self.line();
            self.write_line(figure.mode.colour("ink"), (y, self.letters, 800), line, svg);
        }
    }

    fn write_foot(&self, figure: &StandaloneFigure<'_>, svg: &mut String) {
        let y = self.height / self.unit - BOTTOM;
        self.write_line(
            figure.mode.colour("soft"),
            (y, FOOT, 400),
            &figure.foot(),
            svg,
        );
    }

    fn write_line(
        &self,
        colour: &str,
        (y, size, weight): (f64, f64, u16),
        line: &str,
        svg: &mut String,
    ) {
        let [x, y, size] = [SIDE, y, size].map(|units| n(units * self.unit));
        let _ = write!(
            svg,
            r#"<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{colour}">{}</text>"#,
            escaped(line)
        );
    }
}

#[cfg(test)]
mod tests;
