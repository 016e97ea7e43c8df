//! What stands below each other on pages: rows that no page cuts, with what is drawn in them.

use std::rc::Rc;

use fonts::{SetLine, SetText};
use usvg::Tree;

use crate::letters::Ink;
use crate::structure::StructureId;

/// Something that is drawn, from the top left of its row.
#[derive(Clone)]
pub enum DrawnPiece {
    Line {
        x: f32,
        /// Of its top.
        y: f32,
        line: SetLine,
        ink: Ink,
        /// Nothing of what is on every page, or comes again.
        of: Option<StructureId>,
    },
    Area {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        ink: Ink,
        /// Of its corners.
        radius: f32,
    },
    Figure {
        x: f32,
        y: f32,
        scale: f32,
        figure: Rc<Tree>,
        of: StructureId,
    },
}

/// A row.
#[derive(Clone, Default)]
pub struct Row {
    pub height: f32,
    /// The air above it, but at the top of a page.
    pub above: f32,
    /// Whether it stays on a page with what is below.
    pub keep_next: bool,
    pub drawn: Vec<DrawnPiece>,
    /// What comes again above it where it begins a page.
    pub head: Option<Rc<Row>>,
    /// A heading of the document's outline that begins here, and how deep.
    pub outline: Option<(u16, String)>,
}

impl Row {
    /// The lines of a text, one below the other.
    pub fn add_text(
        &mut self,
        text: &SetText,
        (x, y): (f32, f32),
        ink: Ink,
        of: Option<StructureId>,
    ) {
        let mut top = y;
        for line in &text.lines {
            self.drawn.push(DrawnPiece::Line {
                x,
                y: top,
                line: line.clone(),
                ink,
                of,
            });
            top += line.height;
        }
    }

    /// The same, as what comes again: it was said once.
    pub fn again(&self) -> Self {
        let mut row = self.clone();
        row.outline = None;
        for drawn in &mut row.drawn {
            if let DrawnPiece::Line { of, .. } = drawn {
                *of = None;
            }
        }
        row
    }

    /// What has room in so much of a page, and what is left. A line is never cut.
    pub fn cut(self, height: f32) -> (Self, Self) {
        let ends_below = |drawn: &DrawnPiece| match drawn {
            DrawnPiece::Line { y, line, .. } => *y + line.height > height,
            DrawnPiece::Area { y, .. } | DrawnPiece::Figure { y, .. } => *y >= height,
        };
        let (below, above): (Vec<_>, Vec<_>) = self.drawn.into_iter().partition(ends_below);
        let tops = below.iter().map(DrawnPiece::top);
        let at = tops.fold(height, f32::min);
        let mut first = Self {
            height: at,
            above: self.above,
            outline: self.outline,
            head: self.head.clone(),
            ..Self::default()
        };
        let mut rest = Self {
            height: self.height - at,
            keep_next: self.keep_next,
            head: self.head,
            ..Self::default()
        };
        for drawn in above {
            let (above, below) = drawn.cut(at);
            first.drawn.push(above);
            rest.drawn.extend(below);
        }
        rest.drawn
            .extend(below.into_iter().map(|drawn| drawn.lower(-at)));
        (first, rest)
    }

    /// Puts another below it, so that no page comes between.
    pub fn join(&mut self, other: Self) {
        let top = self.height + other.above;
        self.drawn
            .extend(other.drawn.into_iter().map(|drawn| drawn.lower(top)));
        self.height = top + other.height;
    }
}

impl DrawnPiece {
    pub fn top(&self) -> f32 {
        match self {
            Self::Line { y, .. } | Self::Area { y, .. } | Self::Figure { y, .. } => *y,
        }
    }

    /// An area in two; all else stays above.
    fn cut(self, at: f32) -> (Self, Option<Self>) {
        match self {
            Self::Area {
                x,
                y,
                width,
                height,
                ink,
                radius: _,
            } if y + height > at => {
                let piece = |y, height| Self::Area {
                    x,
                    y,
                    width,
                    height,
                    ink,
                    radius: 0.0,
                };
                (piece(y, at - y), Some(piece(0.0, y + height - at)))
            }
            other => (other, None),
        }
    }

    /// The same, so much further to the right.
    pub fn aside(mut self, by: f32) -> Self {
        match &mut self {
            Self::Line { x, .. } | Self::Area { x, .. } | Self::Figure { x, .. } => *x += by,
        }
        self
    }

    /// The same, so much lower.
    pub fn lower(mut self, by: f32) -> Self {
        match &mut self {
            Self::Line { y, .. } | Self::Area { y, .. } | Self::Figure { y, .. } => *y += by,
        }
        self
    }
}

/// A plain area.
pub fn area((x, y): (f32, f32), (width, height): (f32, f32), ink: Ink) -> DrawnPiece {
    DrawnPiece::Area {
        x,
        y,
        width,
        height,
        ink,
        radius: 0.0,
    }
}

/// A text as a row for each line. Its first two lines stay together, and its last two.
pub fn rows_of(text: &SetText, x: f32, ink: Ink, of: Option<StructureId>) -> Vec<Row> {
    let count = text.lines.len();
    let row = |(number, line): (usize, &SetLine)| Row {
        height: line.height,
        keep_next: number + 1 < count && (number == 0 || number + 2 == count),
        drawn: vec![DrawnPiece::Line {
            x,
            y: 0.0,
            line: line.clone(),
            ink,
            of,
        }],
        ..Row::default()
    };
    text.lines.iter().enumerate().map(row).collect()
}
