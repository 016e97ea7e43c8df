//! An SVG as a PNG, in peil's own fonts: the letters of its pages, and emoji of one colour, loaded
//! where a picture has any. Nothing is read from anywhere. It runs in a child of the server.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Options, Tree};

/// The letters, on one axis of weights.
const LETTERS: &[u8] = include_bytes!("../font/atkinson-hyperlegible-next.ttf");
/// All emoji, in one weight.
const EMOJI: &[u8] = include_bytes!("../font/noto-emoji.ttf");
/// What the letters are called.
const FAMILY: &str = "Atkinson Hyperlegible Next";

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum RasterError {
    #[error("it is no SVG that can be drawn")]
    Unreadable,
    #[error("a picture of that size has no room in memory")]
    TooLarge,
    #[error("it can't be written as PNG")]
    Unwritable,
}

/// How wide and high a picture is, in pixels.
pub fn size(svg: &str) -> Option<(u32, u32)> {
    let tree = Tree::from_str(svg, &Options::default()).ok()?;
    let size = tree.size().to_int_size();
    Some((size.width(), size.height()))
}

/// The picture as a PNG of its own size.
///
/// # Errors
/// Where it can't be read, or is too large.
pub fn png(svg: &str) -> Result<Vec<u8>, RasterError> {
    let mut options = Options {
        font_family: FAMILY.to_owned(),
        ..Options::default()
    };
    let fonts = options.fontdb_mut();
    load(fonts, LETTERS);
    if svg.chars().any(is_beyond_letters) {
        load(fonts, EMOJI);
    }
    let tree = Tree::from_str(svg, &options).map_err(|_| RasterError::Unreadable)?;
    let size = tree.size().to_int_size();
    let pixels = Pixmap::new(size.width(), size.height());
    let mut pixels = pixels.ok_or(RasterError::TooLarge)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|_| RasterError::Unwritable)
}

fn load(fonts: &mut usvg::fontdb::Database, font: &'static [u8]) {
    let source = usvg::fontdb::Source::Binary(Arc::new(font));
    fonts.load_font_source(source);
}

/// Where emoji begin: none of them is below.
fn is_beyond_letters(c: char) -> bool {
    u32::from(c) >= 0x2100
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROUND: [u8; 3] = [255, 255, 255];

    fn drawn(inside: &str) -> Pixmap {
        let svg = format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" font-family="Atkinson Hyperlegible Next, sans-serif"><rect width="200" height="100" fill="#fff"/>{inside}</svg>"##
        );
        Pixmap::decode_png(&png(&svg).expect("it can be drawn")).expect("it is a PNG")
    }

    /// How many pixels are not the ground's.
    fn ink(inside: &str) -> usize {
        let drawn = drawn(inside);
        let is_ground = |pixel: &&resvg::tiny_skia::PremultipliedColorU8| {
            [pixel.red(), pixel.green(), pixel.blue()] == GROUND
        };
        let pixels = drawn.pixels();
        pixels.len() - pixels.iter().filter(is_ground).count()
    }

    fn text(weight: u16, text: &str) -> String {
        format!(r#"<text x="10" y="60" font-size="40" font-weight="{weight}">{text}</text>"#)
    }

    #[test]
    fn it_is_as_large_as_it_says() {
        let drawn = drawn("");
        assert_eq!((drawn.width(), drawn.height()), (200, 100));
    }

    #[test]
    fn letters_are_drawn_in_their_weights() {
        let (thin, thick) = (ink(&text(400, "peil")), ink(&text(800, "peil")));
        assert!(
            thin > 300 && thick as f64 > thin as f64 * 1.15,
            "{thin} {thick}"
        );
    }

    #[test]
    fn emoji_are_drawn_too() {
        let (box_, cat) = (ink(&text(400, "\u{10fffd}")), ink(&text(400, "🐱")));
        assert!(cat > 200 && cat != box_, "{cat} {box_}");
    }

    #[test]
    fn nothing_is_read_from_anywhere() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lib.rs");
        for href in [
            path,
            "http://127.0.0.1:1/a.png",
            "data:image/svg+xml,<svg/>",
        ] {
            let image = format!(r#"<image width="200" height="100" href="{href}"/>"#);
            assert_eq!(ink(&image.replace("<svg/>", "&lt;svg/&gt;")), 0, "{href}");
        }
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        for svg in ["", "<svg", "<html/>", "\u{0}"] {
            assert!(matches!(png(svg), Err(RasterError::Unreadable)), "{svg}");
        }
    }
}
