//! Tables: numbers under heads that come again on each page, and the largest figures side by side.

mod columns;

use shared::report::KeyFigure;
use unicode_bidi::Level;

pub use self::columns::pages_of;

use self::columns::TableColumns;
use crate::page::TEXT_WIDTH;
use crate::paragraph::{ParagraphFormat, styled};
use crate::xml::XmlWriter;

/// Key figures beside each other.
const MOST_KEY_FIGURES: usize = 4;

/// No row is broken over pages.
const ROW: [&str; 1] = ["w:cantSplit"];
/// And this one comes again on each.
const HEAD: [&str; 2] = ["w:cantSplit", "w:tblHeader"];

impl XmlWriter {
    /// Its first row comes again on each page, and its first column says what a row is about.
    pub fn table(&mut self, table: &TableColumns<'_>, of_all: Level) {
        let widths = table.widths();
        let columns: Vec<(u32, bool)> = (0..)
            .zip(widths.iter().copied())
            .map(|(at, width)| (width, table.is_numeric(at)))
            .collect();
        self.element("w:tbl", &[], |xml| {
            xml.table_properties(table, of_all);
            xml.grid(&widths);
            let mut row = |kind: &[&str], cells: &[&str], keep_next: bool| {
                xml.row(kind, |xml| {
                    for (cell, (width, at_end)) in cells.iter().zip(&columns) {
                        let format = ParagraphFormat {
                            keep_next,
                            at_end: *at_end,
                            ..ParagraphFormat::default()
                        };
                        xml.cell(*width, |xml| xml.paragraph(format, cell, of_all));
                    }
                });
            };
            if !table.head.is_empty() {
                row(&HEAD, &table.head, !table.rows.is_empty());
            }
            for (number, cells) in (1..).zip(&table.rows) {
                row(&ROW, cells, table.stays(number));
            }
        });
    }

    fn table_properties(&mut self, table: &TableColumns<'_>, of_all: Level) {
        let has_head = !table.head.is_empty();
        let heads = if has_head { "1" } else { "0" };
        let look = [
            ("w:val", if has_head { "06A0" } else { "0680" }),
            ("w:firstRow", heads),
            ("w:lastRow", "0"),
            ("w:firstColumn", "1"),
            ("w:lastColumn", "0"),
            ("w:noHBand", "1"),
            ("w:noVBand", "1"),
        ];
        self.element("w:tblPr", &[], |xml| {
            xml.value("w:tblStyle", "ReportTable");
            if of_all.is_rtl() {
                xml.empty("w:bidiVisual", &[]);
            }
            xml.empty("w:tblW", &[("w:w", "0"), ("w:type", "auto")]);
            xml.empty("w:tblLook", &look);
            if !table.caption.is_empty() {
                xml.value("w:tblCaption", table.caption);
            }
        });
    }

    fn grid(&mut self, widths: &[u32]) {
        self.element("w:tblGrid", &[], |xml| {
            for width in widths {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
    }

    fn row(&mut self, kind: &[&str], cells: impl FnOnce(&mut Self)) {
        self.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| {
                for property in kind {
                    xml.empty(property, &[]);
                }
            });
            cells(xml);
        });
    }

    fn cell(&mut self, width: u32, inner: impl FnOnce(&mut Self)) {
        let width = width.to_string();
        self.element("w:tc", &[], |xml| {
            xml.element("w:tcPr", &[], |xml| {
                xml.empty("w:tcW", &[("w:w", &width), ("w:type", "dxa")]);
            });
            inner(xml);
        });
    }

    /// Large numbers, each above what it counts: a screen reader says both in one breath.
    pub fn key_figures(&mut self, figures: &[KeyFigure], of_all: Level) {
        let columns = figures.len().min(MOST_KEY_FIGURES);
        let width = TEXT_WIDTH / columns.max(1) as u32;
        self.element("w:tbl", &[], |xml| {
            xml.key_figures_properties(of_all);
            xml.grid(&vec![width; columns]);
            for row in figures.chunks(columns.max(1)) {
                xml.row(&ROW, |xml| {
                    for figure in row {
                        xml.cell(width, |xml| {
                            xml.paragraph(styled("KeyFigure"), &figure.value, of_all);
                            xml.paragraph(styled("KeyLabel"), &figure.label, of_all);
                        });
                    }
                    for _ in row.len()..columns {
                        xml.cell(width, |xml| xml.paragraph(styled("KeyLabel"), "", of_all));
                    }
                });
            }
        });
    }

    fn key_figures_properties(&mut self, of_all: Level) {
        self.element("w:tblPr", &[], |xml| {
            xml.value("w:tblStyle", "KeyFigures");
            if of_all.is_rtl() {
                xml.empty("w:bidiVisual", &[]);
            }
            let width = TEXT_WIDTH.to_string();
            xml.empty("w:tblW", &[("w:w", &width), ("w:type", "dxa")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            xml.value("w:tblLook", "0600");
        });
    }
}
