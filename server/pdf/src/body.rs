//! What stands in the document, in its order: title, lead, figures, a section per question, and how
//! it goes on.

mod keys;
mod next;
mod quotes;

use std::num::NonZeroU16;
use std::rc::Rc;

use fonts::{TextWay, Typesetter};
use krilla::tagging::{Tag, TagKind, kind};
use shared::report::{Report, ReportFigure, ReportPart, ReportSection, ReportTable};

use crate::figure;
use crate::font_book::FontBook;
use crate::letters::{
    BODY, HEADING, LEAD, LetterStyle, NOTE, SUBHEADING, TITLE, drawable, one_line,
};
use crate::row::{DrawnPiece, Row, rows_of};
use crate::sheet::{NAME_OF_ALL, WIDTH, way_of};
use crate::structure::{StructureId, StructureTree};
use crate::table::TableWriter;

/// The air between what stands beside each other, in points.
const GUTTER: f32 = 24.0;
/// With its heading and what is said of it a picture takes half a page.
const TALLEST: f32 = 250.0;

pub struct Body {
    pub rows: Vec<Row>,
    pub structure: StructureTree,
}

pub fn written(report: &Report, fonts: &FontBook) -> Body {
    let way = way_of(report);
    let mut body = BodyWriter {
        setter: Typesetter::new(fonts.files(), way),
        fonts,
        structure: StructureTree::default(),
        rows: Vec::new(),
        way,
    };
    body.report(report);
    Body {
        rows: body.rows,
        structure: body.structure,
    }
}

struct BodyWriter<'a> {
    setter: Typesetter,
    fonts: &'a FontBook,
    structure: StructureTree,
    rows: Vec<Row>,
    way: TextWay,
}

/// A paragraph: how it looks, and what is free above it.
struct ParagraphLook {
    style: LetterStyle,
    above: f32,
    keep_next: bool,
}

const fn look(style: LetterStyle, above: f32) -> ParagraphLook {
    ParagraphLook {
        style,
        above,
        keep_next: false,
    }
}

impl BodyWriter<'_> {
    fn report(&mut self, report: &Report) {
        self.heading(None, (1, &report.title), TITLE, 0.0);
        for lead in &report.lead {
            self.paragraph(None, Tag::P, lead, &look(LEAD, 8.0));
        }
        self.key_figures(&report.key_figures);
        for section in &report.sections {
            self.section(report, section);
        }
        self.next(report);
    }

    /// Nothing is left of a text that is empty.
    fn paragraph(
        &mut self,
        parent: Option<StructureId>,
        kind: impl Into<TagKind>,
        text: &str,
        look: &ParagraphLook,
    ) {
        let text = drawable(text);
        if text.trim().is_empty() {
            return;
        }
        let id = self.structure.add(parent, kind);
        let set = self.setter.set(&text, look.style.setting, WIDTH);
        let mut rows = rows_of(&set, 0.0, look.style.ink, Some(id));
        if let Some(first) = rows.first_mut() {
            first.above = look.above;
        }
        if look.keep_next {
            rows.iter_mut().for_each(|row| row.keep_next = true);
        }
        self.rows.append(&mut rows);
    }

    fn heading(
        &mut self,
        parent: Option<StructureId>,
        (level, text): (u16, &str),
        style: LetterStyle,
        above: f32,
    ) {
        let at = self.rows.len();
        let look = ParagraphLook {
            keep_next: true,
            ..look(style, above)
        };
        self.paragraph(parent, heading_tag(level, text), text, &look);
        if let Some(first) = self.rows.get_mut(at) {
            first.outline = Some((level, one_line(text)));
        }
    }

    /// How far from the left something of that width stands, that is so far from where lines begin.
    fn place(&self, from_start: f32, width: f32) -> f32 {
        match self.way {
            TextWay::FromLeft => from_start,
            TextWay::FromRight => WIDTH - from_start - width,
        }
    }

    fn section(&mut self, report: &Report, section: &ReportSection) {
        let id = self.structure.add(None, Tag::Section);
        self.heading(Some(id), (2, &section.heading), HEADING, 26.0);
        let mut parts = section.parts.iter().peekable();
        while let Some(part) = parts.next() {
            match part {
                ReportPart::Heading(text) => {
                    self.heading(Some(id), (3, &text.text), SUBHEADING, 14.0);
                }
                ReportPart::Paragraph(text) => {
                    self.paragraph(Some(id), Tag::P, &text.text, &look(BODY, 4.0));
                }
                ReportPart::Note(text) => {
                    self.paragraph(Some(id), Tag::P, &text.text, &look(NOTE, 3.0));
                }
                ReportPart::Figure(figure) => {
                    let names = [&figure.description, &section.heading, &report.title];
                    self.figure(id, figure, names);
                }
                ReportPart::Table(table) => self.table(id, table, &section.heading),
                ReportPart::Quote(quote) => {
                    let mut quotes = vec![quote];
                    while let Some(ReportPart::Quote(quote)) = parts.peek() {
                        quotes.push(quote);
                        parts.next();
                    }
                    self.quotes(id, &quotes);
                }
            }
        }
    }

    /// Its picture, or what it shows in words.
    fn figure(&mut self, section: StructureId, figure: &ReportFigure, names: [&String; 3]) {
        let Some(tree) = figure::read(&figure.svg, self.fonts) else {
            return self.paragraph(Some(section), Tag::P, &figure.description, &look(BODY, 4.0));
        };
        let size = tree.size();
        let scale = (WIDTH / size.width()).min(TALLEST / size.height());
        let said = names.into_iter().map(|name| drawable(name));
        let said = said.into_iter().find(|name| !name.trim().is_empty());
        let kind = Tag::Figure(Some(said.unwrap_or_else(|| NAME_OF_ALL.to_owned())));
        let of = self.structure.add(Some(section), kind);
        self.rows.push(Row {
            height: size.height() * scale,
            above: 8.0,
            drawn: vec![DrawnPiece::Figure {
                x: self.place(0.0, size.width() * scale),
                y: 0.0,
                scale,
                figure: Rc::new(tree),
                of,
            }],
            ..Row::default()
        });
    }

    /// What it is called is said of it, and stands above it where no heading says it already.
    fn table(&mut self, section: StructureId, table: &ReportTable, heading: &str) {
        let caption = drawable(&table.caption);
        if caption.trim() != drawable(heading).trim() {
            let look = ParagraphLook {
                keep_next: true,
                ..look(NOTE, 10.0)
            };
            self.paragraph(Some(section), Tag::P, &caption, &look);
        }
        let mut writer = TableWriter {
            setter: &mut self.setter,
            structure: &mut self.structure,
            way: self.way,
        };
        let mut rows = writer.rows(table, section);
        self.rows.append(&mut rows);
    }
}

fn heading_tag(level: u16, text: &str) -> Tag<kind::Hn> {
    let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    Tag::Hn(level, Some(one_line(text)))
}
