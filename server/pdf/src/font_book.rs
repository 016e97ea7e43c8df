//! The fonts of one document: those that its texts need, for who sets letters, for who reads
//! figures, and as the document holds them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use fonts::{Face, FontFile};
use krilla::text::{Font, Tag};
use shared::report::{Report, ReportPart};
use usvg::fontdb::{Database, ID};

pub struct FontBook {
    files: Vec<&'static FontFile>,
    /// For figures.
    pub database: Arc<Database>,
    faces: RefCell<BTreeMap<Face, Option<Font>>>,
    /// What stands where no font has a character.
    square: (Face, u32),
}

impl FontBook {
    pub fn of(report: &Report, page_of: &str) -> Self {
        let mut files = fonts::fonts_for(&all_texts(report, page_of));
        let (signs, glyph) = fonts::square();
        // Behind the others, so that it gives no letter of its own where it was not needed.
        if !files.contains(&signs) {
            files.push(signs);
        }
        let font = files.iter().position(|file| *file == signs);
        let square = Face {
            font: font.unwrap_or_default(),
            weight: None,
        };
        Self {
            database: Arc::new(fonts::database(&files)),
            files,
            faces: RefCell::default(),
            square: (square, glyph),
        }
    }

    pub fn files(&self) -> &[&'static FontFile] {
        &self.files
    }

    pub fn square(&self) -> (Face, u32) {
        self.square
    }

    /// The font at the nearest weight that it has.
    pub fn face(&self, font: usize, weight: u16) -> Face {
        let has_weights = self.files.get(font).is_some_and(|file| file.has_weights());
        Face {
            font,
            weight: has_weights.then(|| weight.clamp(400, 800)),
        }
    }

    /// A font of a figure.
    pub fn place_of(&self, id: ID) -> Option<usize> {
        let data = |data: &[u8], _| data.as_ptr();
        let of_figure = self.database.with_face_data(id, data)?;
        let mut files = self.files.iter();
        files.position(|file| file.bytes.as_ptr() == of_figure)
    }

    /// As the document holds it.
    pub fn font(&self, face: Face) -> Option<Font> {
        let mut faces = self.faces.borrow_mut();
        let made = || {
            let file = self.files.get(face.font)?;
            let weight = face.weight.map(|weight| (Tag::new(b"wght"), weight.into()));
            Font::new_variable(file.bytes.into(), 0, weight.as_slice())
        };
        faces.entry(face).or_insert_with(made).clone()
    }
}

/// Whatever may be drawn, so that the fonts of all of it are there.
fn all_texts(report: &Report, page_of: &str) -> String {
    let mut texts = vec![page_of, &report.title, &report.kind, &report.date];
    texts.extend([&*report.next_heading, &report.footer]);
    texts.extend(report.lead.iter().chain(&report.next).map(String::as_str));
    for key in &report.key_figures {
        texts.extend([&*key.value, &key.label]);
    }
    for section in &report.sections {
        texts.push(&section.heading);
        for part in &section.parts {
            match part {
                ReportPart::Heading(text)
                | ReportPart::Paragraph(text)
                | ReportPart::Note(text) => {
                    texts.push(&text.text);
                }
                ReportPart::Figure(figure) => texts.extend([&*figure.svg, &figure.description]),
                ReportPart::Table(table) => {
                    texts.push(&table.caption);
                    let cells = table.head.iter().chain(table.rows.iter().flatten());
                    texts.extend(cells.map(String::as_str));
                }
                ReportPart::Quote(quote) => {
                    texts.push(&quote.text);
                    texts.extend(quote.note.as_deref());
                }
            }
        }
    }
    texts.concat()
}
