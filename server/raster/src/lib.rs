//! An SVG as a PNG, in peil's own fonts: the letters of its pages, and of other scripts, signs and
//! emoji those that a picture has. Nothing is read from anywhere. It runs in a child of the server.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

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
    let tree = tree(svg)?;
    let size = tree.size().to_int_size();
    let pixels = Pixmap::new(size.width(), size.height());
    let mut pixels = pixels.ok_or(RasterError::TooLarge)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|_| RasterError::Unwritable)
}

fn tree(svg: &str) -> Result<Tree, RasterError> {
    let options = Options {
        font_family: fonts::LETTERS_FAMILY.to_owned(),
        fontdb: Arc::new(fonts::database(&fonts::fonts_for(svg))),
        ..Options::default()
    };
    Tree::from_str(&fonts::with_outlines(svg), &options).map_err(|_| RasterError::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROUND: [u8; 3] = [255, 255, 255];

    fn whole(inside: &str) -> String {
        format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" font-family="Atkinson Hyperlegible Next, sans-serif"><rect width="200" height="100" fill="#fff"/>{inside}</svg>"##
        )
    }

    fn drawn(inside: &str) -> Pixmap {
        let svg = whole(inside);
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

    /// Two squares are all that is drawn where a font is missing.
    #[test]
    fn words_of_many_scripts_signs_and_emoji_are_drawn_in_their_letters() {
        let missing = ink(&text(600, "一緒"));
        let mut seen = vec![missing];
        for words in ["μα", "вм", "نأ", "לא", "सा", "ễọ", "≥★", "🐱🍲", "👩‍👩‍👧"]
        {
            let drawn = ink(&text(600, words));
            assert!(
                drawn > 300 && !seen.contains(&drawn),
                "{words} {drawn} {seen:?}"
            );
            seen.push(drawn);
        }
    }

    #[test]
    fn other_scripts_have_weights_too() {
        for words in ["вместе", "μαζί", "معا كل", "יחד", "साथ"] {
            let (thin, thick) = (ink(&text(400, words)), ink(&text(800, words)));
            assert!(thick as f64 > thin as f64 * 1.1, "{words} {thin} {thick}");
        }
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
