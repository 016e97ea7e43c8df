//! The page: its size, and what stands above and below on each.

use shared::report::Report;
use unicode_bidi::Level;

use crate::figure::{InlinePicture, size};
use crate::paragraph::{direction, styled};
use crate::xml::{R, W, XmlWriter};

/// Of the text, in twentieths of a point: A4 without its margins.
pub const TEXT_WIDTH: u32 = 10_046;
/// The same in EMU, of which a point has 12,700.
pub const TEXT_WIDTH_EMU: u64 = TEXT_WIDTH as u64 * 635;

const A4: [(&str, &str); 2] = [("w:w", "11906"), ("w:h", "16838")];
const MARGINS: [(&str, &str); 7] = [
    ("w:top", "1361"),
    ("w:right", "930"),
    ("w:bottom", "1361"),
    ("w:left", "930"),
    ("w:header", "737"),
    ("w:footer", "652"),
    ("w:gutter", "0"),
];

/// The mark in pixels, and how tall it is on paper.
const MARK: (u32, u32) = (240, 256);
const MARK_HEIGHT: u64 = 182_880;

/// Which way a report goes whose language nobody looks up: that of its title.
pub fn way_of(report: &Report) -> Level {
    direction(&report.title).unwrap_or(Level::ltr())
}

/// What is done with the pages, at the end of the document.
pub fn section_properties(xml: &mut XmlWriter, of_all: Level) {
    xml.element("w:sectPr", &[], |xml| {
        for part in ["header", "footer"] {
            let reference = [("w:type", "default"), ("r:id", part)];
            xml.empty(&format!("w:{part}Reference"), &reference);
        }
        xml.empty("w:pgSz", &A4);
        xml.empty("w:pgMar", &MARGINS);
        if of_all.is_rtl() {
            xml.empty("w:bidi", &[]);
        }
    });
}

/// The mark, what it is and when it was.
pub fn header(report: &Report) -> Vec<u8> {
    let of_all = way_of(report);
    let told = [&*report.kind, &*report.date].map(str::trim);
    let told: Vec<&str> = told.into_iter().filter(|text| !text.is_empty()).collect();
    XmlWriter::part("w:hdr", &[W, R], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.paragraph_properties(styled("Header"), of_all);
            xml.picture(&InlinePicture {
                number: 1,
                relation: "mark",
                description: None,
                size: size(MARK, MARK_HEIGHT, MARK_HEIGHT),
            });
            xml.element("w:r", &[], |xml| {
                xml.element("w:rPr", &[], |xml| xml.value("w:rStyle", "Mark"));
                xml.text("w:t", &[("xml:space", "preserve")], " peil");
            });
            xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
            xml.runs(&told.join(" · "), of_all);
        });
    })
}

/// Who made it with what, and which page it is.
pub fn footer(report: &Report, page_of: &str) -> Vec<u8> {
    let of_all = way_of(report);
    XmlWriter::part("w:ftr", &[W], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.paragraph_properties(styled("Footer"), of_all);
            xml.runs(&report.footer, of_all);
            xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
            xml.numbered(page_of, of_all);
        });
    })
}

/// Where a number goes, and the field that Word fills in.
const FIELDS: [(&str, &str); 2] = [("{page}", " PAGE "), ("{pages}", " NUMPAGES ")];

impl XmlWriter {
    fn numbered(&mut self, page_of: &str, base: Level) {
        let first = FIELDS
            .into_iter()
            .filter_map(|(name, field)| Some((page_of.find(name)?, name, field)))
            .min();
        let Some((at, name, field)) = first else {
            return self.runs(page_of, base);
        };
        self.runs(&page_of[..at], base);
        self.field(field);
        self.numbered(&page_of[at + name.len()..], base);
    }

    /// With a number in it until it is filled in.
    fn field(&mut self, instruction: &str) {
        let mark = |xml: &mut Self, kind| {
            let kind = [("w:fldCharType", kind)];
            xml.element("w:r", &[], |xml| xml.empty("w:fldChar", &kind));
        };
        mark(self, "begin");
        self.element("w:r", &[], |xml| {
            xml.text("w:instrText", &[("xml:space", "preserve")], instruction);
        });
        mark(self, "separate");
        self.element("w:r", &[], |xml| xml.text("w:t", &[], "1"));
        mark(self, "end");
    }
}
