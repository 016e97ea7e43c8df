//! The outlines of a line of letters, as the data of an SVG's path.

use std::fmt::Write;

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::FontFile;
use crate::typesetter::{GlyphStretch, SetLine};

/// The line with its left end there, on its baseline.
pub fn outlines(line: &SetLine, files: &[&FontFile], (x, y): (f32, f32)) -> String {
    let mut data = String::new();
    for stretch in &line.stretches {
        let Some(font) = files.get(stretch.face.font) else {
            continue;
        };
        if let Ok(font) = FontRef::new(font.bytes) {
            add(stretch, &font, (x + stretch.x, y), &mut data);
        }
    }
    data
}

fn add(stretch: &GlyphStretch, font: &FontRef<'_>, (x, y): (f32, f32), data: &mut String) {
    let weight = stretch
        .face
        .weight
        .map(|weight| ("wght", f32::from(weight)));
    let location = font.axes().location(weight);
    let glyphs = font.outline_glyphs();
    let mut x = x;
    for glyph in &stretch.glyphs {
        let mut pen = PathPen {
            data,
            left: x + glyph.x * stretch.size,
            line: y - glyph.y * stretch.size,
        };
        if let Some(outline) = glyphs.get(GlyphId::new(glyph.id)) {
            let size = Size::new(stretch.size);
            let settings = DrawSettings::unhinted(size, LocationRef::from(&location));
            // What can't be drawn leaves its room free.
            let _ = outline.draw(settings, &mut pen);
        }
        x += glyph.advance * stretch.size;
    }
}

/// Writes what a font draws upwards in a picture that counts downwards.
struct PathPen<'a> {
    data: &'a mut String,
    left: f32,
    line: f32,
}

impl PathPen<'_> {
    fn add(&mut self, command: char, points: &[(f32, f32)]) {
        self.data.push(command);
        for (number, (x, y)) in points.iter().enumerate() {
            let between = if number == 0 { "" } else { " " };
            let (x, y) = (self.left + x, self.line - y);
            // Writing to a text does not fail.
            let _ = write!(self.data, "{between}{x:.2} {y:.2}");
        }
    }
}

impl OutlinePen for PathPen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.add('L', &[(x, y)]);
    }

    fn quad_to(&mut self, by_x: f32, by_y: f32, x: f32, y: f32) {
        self.add('Q', &[(by_x, by_y), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.add('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.data.push('Z');
    }
}
