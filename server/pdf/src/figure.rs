//! Figures: an SVG read in the document's fonts, and drawn as lines and letters. What peil's
//! figures have is drawn: shapes of one colour, words, and what they are cut to.

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{GlyphId, KrillaGlyph};
use usvg::layout::{PositionedGlyph, Span};
use usvg::tiny_skia_path::{self, PathSegment};
use usvg::{ClipPath, Group, Node, Options, Paint, PaintOrder, Text, Tree};

use crate::font_book::FontBook;

/// The weight of what says none.
const USUAL: f32 = 400.0;

/// The figure, if it is one.
pub fn read(svg: &str, book: &FontBook) -> Option<Tree> {
    let options = Options {
        font_family: fonts::LETTERS_FAMILY.to_owned(),
        fontdb: book.database.clone(),
        ..Options::default()
    };
    Tree::from_str(&fonts::with_outlines(svg), &options).ok()
}

/// Draws it at the surface's place and scale.
pub fn draw(figure: &Tree, surface: &mut Surface<'_>, fonts: &FontBook) {
    let mut drawing = FigureDrawing { surface, fonts };
    drawing.group(figure.root());
}

struct FigureDrawing<'a, 'b> {
    surface: &'a mut Surface<'b>,
    fonts: &'a FontBook,
}

impl FigureDrawing<'_, '_> {
    fn group(&mut self, group: &Group) {
        self.surface.push_transform(&transform(group.transform()));
        let mut pushed = 1;
        if let Some(clip) = group.clip_path() {
            self.surface
                .push_clip_path(&clipped(clip), &FillRule::NonZero);
            pushed += 1;
        }
        if group.opacity().get() < 1.0 {
            self.surface.push_opacity(share(group.opacity().get()));
            pushed += 1;
        }
        for node in group.children() {
            match node {
                Node::Group(group) => self.group(group),
                Node::Path(path) => self.path(path),
                Node::Text(text) => self.text(text),
                Node::Image(_) => {}
            }
        }
        for _ in 0..pushed {
            self.surface.pop();
        }
    }

    fn path(&mut self, path: &usvg::Path) {
        let Some(drawn) = path_of(path.data(), tiny_skia_path::Transform::identity()) else {
            return;
        };
        if !path.is_visible() {
            return;
        }
        let (fill, stroke) = (path.fill().and_then(fill), path.stroke().and_then(stroke));
        match path.paint_order() {
            PaintOrder::FillAndStroke => self.shape(&drawn, fill, stroke),
            PaintOrder::StrokeAndFill => {
                self.shape(&drawn, None, stroke);
                self.shape(&drawn, fill, None);
            }
        }
    }

    fn shape(&mut self, path: &Path, fill: Option<Fill>, stroke: Option<Stroke>) {
        // Of neither it would be filled with black.
        if fill.is_some() || stroke.is_some() {
            self.surface.set_fill(fill);
            self.surface.set_stroke(stroke);
            self.surface.draw_path(path);
        }
    }

    fn text(&mut self, text: &Text) {
        let spans = text.layouted().iter().filter(|span| span.visible);
        for span in spans {
            let (fill, stroke) = (
                span.fill.as_ref().and_then(fill),
                span.stroke.as_ref().and_then(stroke),
            );
            if fill.is_none() && stroke.is_none() {
                continue;
            }
            for glyph in &span.positioned_glyphs {
                // A stroke around letters lies behind them, and is no text again.
                if let (Some(_), Some(stroke)) = (&fill, &stroke) {
                    self.glyph(span, glyph, (None, Some(stroke.clone())), true);
                    self.glyph(span, glyph, (fill.clone(), None), false);
                } else {
                    self.glyph(span, glyph, (fill.clone(), stroke.clone()), false);
                }
            }
        }
    }

    fn glyph(
        &mut self,
        span: &Span,
        glyph: &PositionedGlyph,
        (fill, stroke): (Option<Fill>, Option<Stroke>),
        as_shape: bool,
    ) {
        let Some(font) = self.fonts.place_of(glyph.font) else {
            return;
        };
        let wanted = span.variations.iter().find(|axis| axis.tag == *b"wght");
        let weight = wanted.map_or(USUAL, |axis| axis.value);
        let (face, id) = match glyph.id.0 {
            0 => self.fonts.square(),
            id => (self.fonts.face(font, weight as u16), id),
        };
        let Some(font) = self.fonts.font(face) else {
            return;
        };
        // It holds the size already, in units of the font.
        let size = span.font_size.get();
        let units = font.units_per_em() / size;
        let placed = glyph.transform().pre_scale(units, units);
        self.surface.push_transform(&transform(placed));
        self.surface.set_fill(fill);
        self.surface.set_stroke(stroke);
        let drawn = KrillaGlyph {
            glyph_id: GlyphId::new(id),
            text_range: 0..glyph.text.len(),
            x_advance: 0.0,
            x_offset: 0.0,
            y_offset: 0.0,
            y_advance: 0.0,
            location: None,
        };
        let start = Point::from_xy(0.0, 0.0);
        self.surface
            .draw_glyphs(start, &[drawn], font, &glyph.text, size, as_shape);
        self.surface.pop();
    }
}

fn transform(of: usvg::Transform) -> Transform {
    Transform::from_row(of.sx, of.ky, of.kx, of.sy, of.tx, of.ty)
}

fn share(of: f32) -> NormalizedF32 {
    NormalizedF32::new(of.clamp(0.0, 1.0)).unwrap_or(NormalizedF32::ONE)
}

/// Figures are of plain colours.
fn colour(paint: &Paint) -> Option<rgb::Color> {
    match paint {
        Paint::Color(colour) => Some(rgb::Color::new(colour.red, colour.green, colour.blue)),
        Paint::LinearGradient(_) | Paint::RadialGradient(_) | Paint::Pattern(_) => None,
    }
}

fn fill(of: &usvg::Fill) -> Option<Fill> {
    Some(Fill {
        paint: colour(of.paint())?.into(),
        opacity: share(of.opacity().get()),
        rule: match of.rule() {
            usvg::FillRule::NonZero => FillRule::NonZero,
            usvg::FillRule::EvenOdd => FillRule::EvenOdd,
        },
    })
}

fn stroke(of: &usvg::Stroke) -> Option<Stroke> {
    Some(Stroke {
        paint: colour(of.paint())?.into(),
        width: of.width().get(),
        miter_limit: of.miterlimit().get(),
        line_cap: match of.linecap() {
            usvg::LineCap::Butt => LineCap::Butt,
            usvg::LineCap::Round => LineCap::Round,
            usvg::LineCap::Square => LineCap::Square,
        },
        line_join: match of.linejoin() {
            usvg::LineJoin::Miter | usvg::LineJoin::MiterClip => LineJoin::Miter,
            usvg::LineJoin::Round => LineJoin::Round,
            usvg::LineJoin::Bevel => LineJoin::Bevel,
        },
        opacity: share(of.opacity().get()),
        dash: of.dasharray().map(|array| StrokeDash {
            array: array.to_vec(),
            offset: of.dashoffset(),
        }),
    })
}

fn path_of(path: &tiny_skia_path::Path, by: usvg::Transform) -> Option<Path> {
    let mut builder = PathBuilder::new();
    add(path, by, &mut builder);
    builder.finish()
}

fn add(path: &tiny_skia_path::Path, by: usvg::Transform, builder: &mut PathBuilder) {
    let moved = |mut point: tiny_skia_path::Point| {
        by.map_point(&mut point);
        point
    };
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(to) => {
                let to = moved(to);
                builder.move_to(to.x, to.y);
            }
            PathSegment::LineTo(to) => {
                let to = moved(to);
                builder.line_to(to.x, to.y);
            }
            PathSegment::QuadTo(by, to) => {
                let (by, to) = (moved(by), moved(to));
                builder.quad_to(by.x, by.y, to.x, to.y);
            }
            PathSegment::CubicTo(first, second, to) => {
                let (first, second, to) = (moved(first), moved(second), moved(to));
                builder.cubic_to(first.x, first.y, second.x, second.y, to.x, to.y);
            }
            PathSegment::Close => builder.close(),
        }
    }
}

/// All shapes of it as one; of none, nothing is left of what it cuts.
fn clipped(clip: &ClipPath) -> Path {
    let mut builder = PathBuilder::new();
    builder.move_to(0.0, 0.0);
    add_shapes(clip.root(), clip.transform(), &mut builder);
    let nothing = || {
        let mut builder = PathBuilder::new();
        builder.move_to(0.0, 0.0);
        builder.line_to(0.0, 0.0);
        builder.finish()
    };
    builder
        .finish()
        .or_else(nothing)
        .expect("two points are a path")
}

fn add_shapes(group: &Group, by: usvg::Transform, builder: &mut PathBuilder) {
    for node in group.children() {
        match node {
            Node::Group(group) => add_shapes(group, by.pre_concat(group.transform()), builder),
            Node::Path(path) => add(path.data(), by, builder),
            Node::Text(_) | Node::Image(_) => {}
        }
    }
}
