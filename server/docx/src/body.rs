//! What stands in the document, in its order: title, lead, figures, a section per question, and how
//! it goes on.

use shared::report::{Report, ReportFigure, ReportPart, ReportQuote, ReportSection, ReportTable};
use unicode_bidi::Level;

use crate::FigurePicture;
use crate::figure::{InlinePicture, size};
use crate::page::{TEXT_WIDTH_EMU, section_properties, way_of};
use crate::paragraph::{ParagraphFormat, direction, styled};
use crate::table::pages_of;
use crate::xml::{R, W, XmlWriter};

/// In EMU. With its heading and what is said of it a picture takes half a page.
const TALLEST: u64 = 3_240_000;

/// The main part, and the pictures that it names.
pub struct DocumentPart {
    pub xml: Vec<u8>,
    pub pngs: Vec<Vec<u8>>,
}

type PictureOf<'a> = &'a dyn Fn(&ReportFigure) -> Option<FigurePicture>;

/// The relation to a picture, from 0 in the order of the document.
pub fn relation(number: usize) -> String {
    format!("figure{}", number + 1)
}

pub fn written(report: &Report, picture_of: PictureOf<'_>) -> DocumentPart {
    let mut pngs = Vec::new();
    let xml = XmlWriter::part("w:document", &[W, R], |xml| {
        xml.element("w:body", &[], |xml| {
            let mut body = DocumentBody {
                xml,
                picture_of,
                of_all: way_of(report),
                behind: Behind::Nothing,
                pngs: &mut pngs,
            };
            body.report(report);
            section_properties(body.xml, body.of_all);
        });
    });
    DocumentPart { xml, pngs }
}

/// What was written last.
#[derive(Clone, Copy, PartialEq)]
enum Behind {
    Nothing,
    Paragraph,
    /// A quote, and whether its bar is set in by a hair.
    Quote {
        apart: bool,
    },
    Table,
}

struct DocumentBody<'a> {
    xml: &'a mut XmlWriter,
    picture_of: PictureOf<'a>,
    /// The way that texts go which have no letter.
    of_all: Level,
    behind: Behind,
    pngs: &'a mut Vec<Vec<u8>>,
}

impl DocumentBody<'_> {
    fn report(&mut self, report: &Report) {
        self.text("Title", &report.title);
        for lead in &report.lead {
            self.text("Subtitle", lead);
        }
        if !report.key_figures.is_empty() {
            self.xml.key_figures(&report.key_figures, self.of_all);
            self.behind = Behind::Table;
        }
        for section in &report.sections {
            self.section(section);
        }
        self.next(report);
        // Word wants a paragraph behind a table, and one at least.
        if matches!(self.behind, Behind::Nothing | Behind::Table) {
            self.paragraph(ParagraphFormat::default(), "");
        }
    }

    fn section(&mut self, section: &ReportSection) {
        self.text("Heading1", &section.heading);
        for (number, part) in section.parts.iter().enumerate() {
            // What a note says of a picture or a table stays below it.
            let keep_next = matches!(section.parts.get(number + 1), Some(ReportPart::Note(_)));
            match part {
                ReportPart::Heading(heading) => self.text("Heading2", &heading.text),
                ReportPart::Paragraph(paragraph) => self.text("BodyText", &paragraph.text),
                ReportPart::Note(note) => self.text("Note", &note.text),
                ReportPart::Figure(figure) => self.figure(figure, keep_next),
                ReportPart::Table(table) => self.table(table, keep_next),
                ReportPart::Quote(quote) => self.quote(quote),
            }
        }
    }

    fn paragraph(&mut self, format: ParagraphFormat, text: &str) {
        self.xml.paragraph(format, text, self.of_all);
        self.behind = Behind::Paragraph;
    }

    /// Nothing is left of a text that is empty, least of all a heading.
    fn text(&mut self, style: &'static str, text: &str) {
        if !text.trim().is_empty() {
            self.paragraph(styled(style), text);
        }
    }

    fn figure(&mut self, figure: &ReportFigure, keep_next: bool) {
        let Some(picture) = (self.picture_of)(figure) else {
            return self.text("BodyText", &figure.description);
        };
        let format = ParagraphFormat {
            keep_next,
            ..styled("Figure")
        };
        let relation = relation(self.pngs.len());
        let inline = InlinePicture {
            // The mark has the first.
            number: self.pngs.len() + 2,
            relation: &relation,
            description: Some(&figure.description),
            size: size((picture.width, picture.height), TEXT_WIDTH_EMU, TALLEST),
        };
        let of_all = self.of_all;
        self.xml.element("w:p", &[], |xml| {
            xml.paragraph_properties(format, of_all);
            xml.picture(&inline);
        });
        self.behind = Behind::Paragraph;
        self.pngs.push(picture.png);
    }

    fn table(&mut self, table: &ReportTable, keep_next: bool) {
        self.text("Caption", &table.caption);
        for page in pages_of(table, keep_next) {
            if self.behind == Behind::Table {
                // Word makes one table of two that touch.
                self.paragraph(styled("Caption"), "");
            }
            self.xml.table(&page, self.of_all);
            self.behind = Behind::Table;
        }
    }

    fn quote(&mut self, quote: &ReportQuote) {
        let apart = self.behind == Behind::Quote { apart: false };
        let note = quote.note.as_deref().filter(|note| !note.trim().is_empty());
        let way = |text| direction(text).unwrap_or(self.of_all);
        let way_of_quote = way(&quote.text);
        let format = |style| ParagraphFormat {
            apart,
            bar_at_right: way_of_quote.is_rtl(),
            ..styled(style)
        };
        let quoted = ParagraphFormat {
            keep_next: note.is_some(),
            ..format("IntenseQuote")
        };
        let below = note.map(|note| ParagraphFormat {
            at_end: way(note) != way_of_quote,
            ..format("QuoteNote")
        });
        self.paragraph(quoted, &quote.text);
        if let (Some(format), Some(note)) = (below, note) {
            self.paragraph(format, note);
        }
        self.behind = Behind::Quote { apart };
    }

    /// Headings within tables are missing where Word lists headings: the box is made of borders.
    fn next(&mut self, report: &Report) {
        let items: Vec<_> = report
            .next
            .iter()
            .filter(|item| !item.trim().is_empty())
            .collect();
        if items.is_empty() {
            return;
        }
        if !report.next_heading.trim().is_empty() {
            let heading = ParagraphFormat {
                in_box: true,
                ..styled("Heading1")
            };
            self.paragraph(heading, &report.next_heading);
        }
        for item in items {
            self.text("ListNumber", item);
        }
    }
}
