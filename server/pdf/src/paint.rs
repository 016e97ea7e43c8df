//! Pages as a file: each piece is drawn and tagged as what it is, or as nothing that is to be read
//! out.

use fonts::{SetGlyph, TextWay};
use krilla::Document;
use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::metadata::{Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, BBox, ContentTag, SpanTag};
use krilla::text::{GlyphId, KrillaGlyph};
use shared::report::Report;

use crate::PdfError;
use crate::figure;
use crate::font_book::FontBook;
use crate::letters::{Ink, one_line};
use crate::page::SetPage;
use crate::row::DrawnPiece;
use crate::sheet::{LEFT, NAME_OF_ALL, PAGE, TOP, way_of};
use crate::structure::{StructureId, StructureTree};

/// A quarter of a circle as a curve: how far its handles are from its ends, in radii.
const QUARTER: f32 = 0.5523;

pub fn painted(
    report: &Report,
    fonts: &FontBook,
    pages: Vec<SetPage>,
    mut structure: StructureTree,
) -> Result<Vec<u8>, PdfError> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| PdfError::Refused)?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    for (number, page) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or(PdfError::Refused)?;
        let mut drawn = document.start_page_with(settings);
        PagePainter {
            surface: drawn.surface(),
            fonts,
            structure: &mut structure,
            number,
        }
        .page(page);
        drawn.finish();
    }
    document.set_outline(outline(report, &pages));
    document.set_tag_tree(structure.tree());
    document.set_metadata(metadata(report));
    document.finish().map_err(|_| PdfError::Refused)
}

/// What the file says of itself; nothing of when it was made.
fn metadata(report: &Report) -> Metadata {
    let names = [&report.title, &report.kind].map(|name| one_line(name));
    let title = names.into_iter().find(|name| !name.is_empty());
    let belongs = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
    let language: String = report.language.chars().filter(belongs).collect();
    let said = Metadata::new()
        .title(title.unwrap_or_else(|| NAME_OF_ALL.to_owned()))
        .creator(NAME_OF_ALL.to_owned())
        .text_direction(match way_of(report) {
            TextWay::FromLeft => TextDirection::LeftToRight,
            TextWay::FromRight => TextDirection::RightToLeft,
        });
    let said = match one_line(&report.kind) {
        kind if kind.is_empty() => said,
        kind => said.description(kind),
    };
    if language.is_empty() {
        said
    } else {
        said.language(language)
    }
}

/// The headings of questions, with theirs below them; the title where there are none.
fn outline(report: &Report, pages: &[SetPage]) -> Outline {
    let mut tops: Vec<OutlineNode> = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        for (level, text, y) in &page.outline {
            let place = XyzDestination::new(number, Point::from_xy(LEFT, TOP + y));
            let node = OutlineNode::new(text.clone(), place);
            match tops.last_mut() {
                Some(last) if *level > 2 => last.push_child(node),
                _ => tops.push(node),
            }
        }
    }
    if tops.is_empty() {
        let name = one_line(&report.kind);
        let name = if name.is_empty() {
            NAME_OF_ALL.to_owned()
        } else {
            name
        };
        let place = XyzDestination::new(0, Point::from_xy(LEFT, TOP));
        tops.push(OutlineNode::new(name, place));
    }
    let mut outline = Outline::new();
    tops.into_iter().for_each(|node| outline.push_child(node));
    outline
}

struct PagePainter<'a> {
    surface: Surface<'a>,
    fonts: &'a FontBook,
    structure: &'a mut StructureTree,
    /// From 0.
    number: usize,
}

impl PagePainter<'_> {
    fn page(mut self, page: &SetPage) {
        self.surface
            .push_transform(&Transform::from_translate(LEFT, TOP));
        self.apart(&page.head, ArtifactType::Header);
        let mut left = page.body.as_slice();
        while let Some(first) = left.first() {
            let same = left
                .iter()
                .take_while(|drawn| of(drawn) == of(first))
                .count();
            let (together, others) = left.split_at(same);
            match of(first) {
                Some(id) => self.tagged(together, id),
                None => self.apart(together, ArtifactType::Layout),
            }
            left = others;
        }
        self.apart(&page.foot, ArtifactType::Footer);
        self.surface.pop();
        self.surface.finish();
    }

    fn tagged(&mut self, drawn: &[DrawnPiece], id: StructureId) {
        let identifier = self
            .surface
            .start_tagged(ContentTag::Span(SpanTag::empty()));
        drawn.iter().for_each(|drawn| self.paint(drawn));
        self.surface.end_tagged();
        self.structure.is_drawn(id, identifier);
        for drawn in drawn {
            if let Some(place) = place_of(drawn) {
                self.structure.is_at(id, BBox::new(self.number, place));
            }
        }
    }

    /// What is not read out.
    fn apart(&mut self, drawn: &[DrawnPiece], kind: ArtifactType) {
        let artifact = Artifact::with_kind(kind);
        self.surface.start_tagged(ContentTag::Artifact(artifact));
        drawn.iter().for_each(|drawn| self.paint(drawn));
        self.surface.end_tagged();
    }

    fn paint(&mut self, drawn: &DrawnPiece) {
        match drawn {
            DrawnPiece::Line {
                x, y, line, ink, ..
            } => {
                self.ink(*ink);
                for stretch in &line.stretches {
                    if let Some(font) = self.fonts.font(stretch.face) {
                        let start = Point::from_xy(x + stretch.x, y + line.baseline);
                        let glyphs: Vec<_> = stretch.glyphs.iter().map(glyph).collect();
                        let (text, size) = (&stretch.text, stretch.size);
                        self.surface
                            .draw_glyphs(start, &glyphs, font, text, size, false);
                    }
                }
            }
            DrawnPiece::Area {
                x,
                y,
                width,
                height,
                ink,
                radius,
            } => {
                self.ink(*ink);
                self.area((*x, *y), (*width, *height), *radius);
            }
            DrawnPiece::Figure {
                x,
                y,
                scale,
                figure,
                ..
            } => {
                let placed = Transform::from_row(*scale, 0.0, 0.0, *scale, *x, *y);
                self.surface.push_transform(&placed);
                figure::draw(figure, &mut self.surface, self.fonts);
                self.surface.pop();
            }
        }
    }

    fn ink(&mut self, Ink(red, green, blue): Ink) {
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(Fill {
            paint: rgb::Color::new(red, green, blue).into(),
            opacity: NormalizedF32::ONE,
            rule: FillRule::NonZero,
        }));
    }

    fn area(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), radius: f32) {
        let mut path = PathBuilder::new();
        if radius > 0.0 {
            rounded(&mut path, (x, y), (x + width, y + height), radius);
        } else if let Some(rect) = Rect::from_xywh(x, y, width, height) {
            path.push_rect(rect);
        }
        if let Some(path) = path.finish() {
            self.surface.draw_path(&path);
        }
    }
}

fn rounded(
    path: &mut PathBuilder,
    (left, top): (f32, f32),
    (right, bottom): (f32, f32),
    radius: f32,
) {
    let handle = radius * (1.0 - QUARTER);
    path.move_to(left + radius, top);
    path.line_to(right - radius, top);
    path.cubic_to(
        right - handle,
        top,
        right,
        top + handle,
        right,
        top + radius,
    );
    path.line_to(right, bottom - radius);
    path.cubic_to(
        right,
        bottom - handle,
        right - handle,
        bottom,
        right - radius,
        bottom,
    );
    path.line_to(left + radius, bottom);
    path.cubic_to(
        left + handle,
        bottom,
        left,
        bottom - handle,
        left,
        bottom - radius,
    );
    path.line_to(left, top + radius);
    path.cubic_to(left, top + handle, left + handle, top, left + radius, top);
    path.close();
}

fn glyph(set: &SetGlyph) -> KrillaGlyph {
    KrillaGlyph {
        glyph_id: GlyphId::new(set.id),
        text_range: set.range.clone(),
        x_advance: set.advance,
        x_offset: set.x,
        y_offset: set.y,
        y_advance: 0.0,
        location: None,
    }
}

/// Where a figure is on its page.
fn place_of(drawn: &DrawnPiece) -> Option<Rect> {
    let DrawnPiece::Figure {
        x,
        y,
        scale,
        figure,
        ..
    } = drawn
    else {
        return None;
    };
    let (width, height) = (
        figure.size().width() * scale,
        figure.size().height() * scale,
    );
    Rect::from_xywh(LEFT + x, TOP + y, width, height)
}

/// What it is a piece of.
fn of(drawn: &DrawnPiece) -> Option<StructureId> {
    match drawn {
        DrawnPiece::Line { of, .. } => *of,
        DrawnPiece::Figure { of, .. } => Some(*of),
        DrawnPiece::Area { .. } => None,
    }
}
