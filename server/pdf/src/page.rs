//! Pages of A4: rows below each other until one has no room, and what stands above and below all of
//! them.

use std::collections::VecDeque;

use fonts::{SetText, TextWay, Typesetter};
use shared::report::Report;

use crate::font_book::FontBook;
use crate::letters::{ACCENT, FOOT, INK, Ink, LINE, NAME, RUNNING, one_line};
use crate::row::{DrawnPiece, Row, area};
use crate::sheet::{HEIGHT, NAME_OF_ALL, TOP, WIDTH, way_of};

/// Of the page: where the name stands, and the rule above its foot.
const HEAD_TOP: f32 = 40.0;
const FOOT_TOP: f32 = 790.0;
/// What a row that is cut has on the page where it begins, at least.
const CUT_LEAST: f32 = 120.0;

/// A page; everything from the top left of its text.
#[derive(Default)]
pub struct SetPage {
    pub head: Vec<DrawnPiece>,
    pub body: Vec<DrawnPiece>,
    pub foot: Vec<DrawnPiece>,
    /// Headings that begin on it: how deep, their text, how far below the top.
    pub outline: Vec<(u16, String, f32)>,
    filled: f32,
}

/// All pages, one at least.
pub fn pages(report: &Report, page_of: &str, fonts: &FontBook, rows: Vec<Row>) -> Vec<SetPage> {
    let mut pages = filled(rows);
    let mut edges = EdgeWriter {
        setter: Typesetter::new(fonts.files(), way_of(report)),
        way: way_of(report),
    };
    let count = pages.len();
    for (number, page) in (1..).zip(&mut pages) {
        page.head = edges.head(report);
        let number = page_of
            .replace("{page}", &number.to_string())
            .replace("{pages}", &count.to_string());
        page.foot = edges.foot(report, &number);
    }
    pages
}

fn filled(rows: Vec<Row>) -> Vec<SetPage> {
    let mut left = VecDeque::from(rows);
    let mut pages = vec![SetPage::default()];
    while let Some(row) = left.pop_front() {
        let page = pages.last_mut().expect("there is one");
        let is_first = page.body.is_empty();
        let free = HEIGHT - page.filled - if is_first { 0.0 } else { row.above };
        if row.height <= free && (is_first || chain(&row, &left) <= free) {
            page.add(row);
        } else if is_cut(&row) && free >= CUT_LEAST {
            let (first, rest) = row.cut(free);
            page.add(first);
            left.push_front(rest);
            pages.push(SetPage::default());
        } else {
            let mut next = SetPage::default();
            if let Some(head) = &row.head {
                next.add(Row::clone(head));
            }
            let is_tall = row.height > HEIGHT - next.filled;
            pages.push(next);
            if is_tall {
                place_tall(row, &mut left, &mut pages);
            } else {
                left.push_front(row);
            }
        }
    }
    pages
}

/// On a page that holds nothing but a head. What is left of it needs no head again.
fn place_tall(row: Row, left: &mut VecDeque<Row>, pages: &mut Vec<SetPage>) {
    let page = pages.last_mut().expect("there is one");
    let (first, rest) = row.cut(HEIGHT - page.filled);
    page.add(first);
    left.push_front(rest);
    pages.push(SetPage::default());
}

/// How much room a row takes with those that stay with it.
fn chain(row: &Row, below: &VecDeque<Row>) -> f32 {
    let mut height = row.height;
    let mut keeps = row.keep_next;
    for next in below {
        if !keeps {
            break;
        }
        let least = if is_cut(next) { CUT_LEAST } else { next.height };
        height += next.above + least;
        keeps = next.keep_next;
    }
    // More than a page is kept together by nothing.
    if height > HEIGHT { row.height } else { height }
}

/// Whether a row may be cut where a page ends.
fn is_cut(row: &Row) -> bool {
    row.height > HEIGHT / 2.0
}

impl SetPage {
    fn add(&mut self, row: Row) {
        if !self.body.is_empty() {
            self.filled += row.above;
        }
        let top = self.filled;
        if let Some((level, text)) = row.outline {
            self.outline.push((level, text, top));
        }
        self.body
            .extend(row.drawn.into_iter().map(|drawn| drawn.lower(top)));
        self.filled += row.height;
    }
}

/// Writes what is on every page.
struct EdgeWriter {
    setter: Typesetter,
    way: TextWay,
}

impl EdgeWriter {
    /// The gauge and peil's name; what the report is, and of when.
    fn head(&mut self, report: &Report) -> Vec<DrawnPiece> {
        let top = HEAD_TOP - TOP;
        let start = self.place(0.0, 12.6);
        let mut drawn = gauge((start, top + 1.0), self.way);
        let name = self.setter.set(NAME_OF_ALL, NAME.setting, WIDTH / 2.0);
        let x = self.place(18.0, name.width());
        drawn.extend(lines(&name, (x, top), NAME.ink));
        let said = [&report.kind, &report.date].map(|text| one_line(text));
        let said: Vec<&str> = said
            .iter()
            .map(String::as_str)
            .filter(|text| !text.is_empty())
            .collect();
        let said = self
            .setter
            .set(&said.join(" · "), RUNNING.setting, WIDTH * 0.75);
        drawn.extend(self.at_end(&said, top + 3.0));
        drawn
    }

    fn foot(&mut self, report: &Report, number: &str) -> Vec<DrawnPiece> {
        let top = FOOT_TOP - TOP;
        let mut drawn = vec![area((0.0, top), (WIDTH, 0.6), LINE)];
        let number = self
            .setter
            .set(&one_line(number), FOOT.setting, WIDTH / 4.0);
        drawn.extend(self.at_end(&number, top + 7.0));
        let made = self
            .setter
            .set(&one_line(&report.footer), FOOT.setting, WIDTH * 0.7);
        let shown = SetText {
            lines: made.lines.iter().take(2).cloned().collect(),
            ..made
        };
        let x = if shown.is_from_right {
            self.place(0.0, WIDTH * 0.7)
        } else {
            self.place(0.0, shown.width())
        };
        drawn.extend(lines(&shown, (x, top + 7.0), FOOT.ink));
        drawn
    }

    /// A text where lines end.
    fn at_end(&self, text: &SetText, y: f32) -> Vec<DrawnPiece> {
        let mut drawn = Vec::new();
        let mut top = y;
        for line in &text.lines {
            let x = match self.way {
                TextWay::FromLeft => WIDTH - line.width,
                TextWay::FromRight => 0.0,
            };
            drawn.push(DrawnPiece::Line {
                x: x - line.left(),
                y: top,
                line: line.clone(),
                ink: RUNNING.ink,
                of: None,
            });
            top += line.height;
        }
        drawn
    }

    fn place(&self, from_start: f32, width: f32) -> f32 {
        match self.way {
            TextWay::FromLeft => from_start,
            TextWay::FromRight => WIDTH - from_start - width,
        }
    }
}

fn lines(text: &SetText, at: (f32, f32), ink: Ink) -> Vec<DrawnPiece> {
    let mut row = Row::default();
    row.add_text(text, at, ink, None);
    row.drawn
}

/// Three ticks on a staff, the middle one in the accent.
fn gauge((x, y): (f32, f32), way: TextWay) -> Vec<DrawnPiece> {
    let tick = |from_start: f32, top: f32, width: f32, ink| {
        let from_left = match way {
            TextWay::FromLeft => from_start,
            TextWay::FromRight => 12.6 - from_start - width,
        };
        area((x + from_left, y + top), (width, 2.0), ink)
    };
    let staff = match way {
        TextWay::FromLeft => x,
        TextWay::FromRight => x + 10.6,
    };
    vec![
        area((staff, y), (2.0, 14.0), INK),
        tick(0.0, 0.0, 7.0, INK),
        tick(0.0, 12.0, 7.0, INK),
        tick(2.0, 6.0, 10.6, ACCENT),
    ]
}
