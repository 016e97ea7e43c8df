//! Paragraphs: a style, a direction of their own, and a text in runs that go one way each.

use unicode_bidi::{BidiInfo, Direction, Level};

use crate::xml::XmlWriter;

/// How a paragraph differs from others.
#[derive(Clone, Copy, Default)]
pub struct ParagraphFormat {
    /// By its id in `styles.xml`.
    pub style: Option<&'static str>,
    /// Whether it stays on a page with what is below.
    pub keep_next: bool,
    /// Whether it stands in the box that the list stands in.
    pub in_box: bool,
    /// Whether it is at the end of its lines, where numbers are compared.
    pub at_end: bool,
    /// Whether it is set in by a hair more than its style has it. Word draws one bar beside
    /// paragraphs that are bordered and set in alike, also through the space between them.
    pub apart: bool,
    /// Whether its bar is at the right, where its lines begin.
    pub bar_at_right: bool,
}

/// The same borders and indents as the list's style has, so that Word draws one box.
const BOX: &str = "E3EEF9";
const BOX_INDENT: [(&str, &str); 3] = [("w:left", "607"), ("w:right", "227"), ("w:hanging", "380")];
const APART_INDENT: [(&str, &str); 2] = [("w:left", "285"), ("w:right", "284")];

/// Which way a text goes by its first letter, if it has one.
pub fn direction(text: &str) -> Option<Level> {
    match unicode_bidi::get_base_direction_full(text) {
        Direction::Ltr => Some(Level::ltr()),
        Direction::Rtl => Some(Level::rtl()),
        Direction::Mixed => None,
    }
}

/// A style and nothing else.
pub fn styled(style: &'static str) -> ParagraphFormat {
    ParagraphFormat {
        style: Some(style),
        ..ParagraphFormat::default()
    }
}

impl XmlWriter {
    /// A paragraph of one text. Has it no letter, it goes the way of all.
    pub fn paragraph(&mut self, format: ParagraphFormat, text: &str, of_all: Level) {
        let base = direction(text).unwrap_or(of_all);
        self.element("w:p", &[], |xml| {
            xml.paragraph_properties(format, base);
            xml.runs(text, base);
        });
    }

    /// In the order that the format wants.
    pub fn paragraph_properties(&mut self, format: ParagraphFormat, base: Level) {
        self.element("w:pPr", &[], |xml| {
            if let Some(style) = format.style {
                xml.value("w:pStyle", style);
            }
            if format.keep_next {
                xml.empty("w:keepNext", &[]);
            }
            if format.in_box {
                xml.boxed();
            }
            if format.bar_at_right {
                xml.barred_at_right();
            }
            if base.is_rtl() {
                xml.empty("w:bidi", &[]);
            }
            if format.in_box {
                xml.empty("w:ind", &BOX_INDENT);
            }
            if format.apart {
                xml.empty("w:ind", &APART_INDENT);
            }
            if format.at_end {
                xml.value("w:jc", "right");
            }
        });
    }

    fn boxed(&mut self) {
        let border = [
            ("w:val", "single"),
            ("w:sz", "4"),
            ("w:space", "10"),
            ("w:color", BOX),
        ];
        self.element("w:pBdr", &[], |xml| {
            for side in ["w:top", "w:left", "w:bottom", "w:right"] {
                xml.empty(side, &border);
            }
        });
        let shading = [("w:val", "clear"), ("w:color", "auto"), ("w:fill", BOX)];
        self.empty("w:shd", &shading);
    }

    /// The bar of the style, on the other side.
    fn barred_at_right(&mut self) {
        self.element("w:pBdr", &[], |xml| {
            xml.value("w:left", "nil");
            let bar = [
                ("w:val", "single"),
                ("w:sz", "36"),
                ("w:space", "10"),
                ("w:color", "0B5CAD"),
            ];
            xml.empty("w:right", &bar);
        });
    }

    /// A text, line by line.
    pub fn runs(&mut self, text: &str, base: Level) {
        let text = text.replace("\r\n", "\n");
        for (number, line) in text.split(ends_a_line).enumerate() {
            if number > 0 {
                self.element("w:r", &[], |xml| xml.empty("w:br", &[]));
            }
            for (level, run) in one_way(line, base) {
                self.run(run, level);
            }
        }
    }

    fn run(&mut self, text: &str, level: Level) {
        self.element("w:r", &[], |xml| {
            if level.is_rtl() {
                xml.element("w:rPr", &[], |xml| xml.empty("w:rtl", &[]));
            }
            for (number, text) in text.split('\t').enumerate() {
                if number > 0 {
                    xml.empty("w:tab", &[]);
                }
                if !text.is_empty() {
                    xml.text("w:t", &[("xml:space", "preserve")], text);
                }
            }
        });
    }
}

fn ends_a_line(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The pieces of a line, each of which goes one way.
fn one_way(line: &str, base: Level) -> Vec<(Level, &str)> {
    if line.is_ascii() && base.is_ltr() {
        return Vec::from_iter((!line.is_empty()).then_some((base, line)));
    }
    let levels = BidiInfo::new(line, Some(base)).levels;
    let mut pieces = Vec::new();
    let mut from = 0;
    for (at, _) in line.char_indices().skip(1) {
        if levels[at].is_rtl() != levels[from].is_rtl() {
            pieces.push((levels[from], &line[from..at]));
            from = at;
        }
    }
    if from < line.len() {
        pieces.push((levels[from], &line[from..]));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_where_its_letters_turn() {
        let (ltr, rtl) = (Level::ltr(), Level::rtl());
        for (line, base, pieces) in [
            ("poes & hond", ltr, &[(false, "poes & hond")][..]),
            ("café ’s ochtends", ltr, &[(false, "café ’s ochtends")]),
            (
                "zij zei שלום!",
                ltr,
                &[(false, "zij zei "), (true, "שלום"), (false, "!")],
            ),
            ("שלום!", rtl, &[(true, "שלום!")]),
            (
                "قهوة 3 مرات",
                rtl,
                &[(true, "قهوة "), (false, "3"), (true, " مرات")],
            ),
            ("", rtl, &[]),
            ("", ltr, &[]),
            ("😀", ltr, &[(false, "😀")]),
        ] {
            let found = one_way(line, base).into_iter();
            let found: Vec<_> = found.map(|(level, text)| (level.is_rtl(), text)).collect();
            assert_eq!(found, pieces, "{line}");
        }
    }

    #[test]
    fn the_first_letter_says_which_way_a_text_goes() {
        for (text, way) in [
            ("poes", Some(Level::ltr())),
            ("3 קפה", Some(Level::rtl())),
            ("1.310 %", None),
            ("\n😀 سلام", Some(Level::rtl())),
            ("", None),
        ] {
            assert_eq!(direction(text), way, "{text}");
        }
    }
}
