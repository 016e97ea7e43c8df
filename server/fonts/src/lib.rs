//! The fonts in which pictures are drawn and documents are set where no browser is: the letters of
//! the pages, and of other scripts, signs and emoji those that a text needs. All are in the
//! program; none is read before something is drawn in it. Sets texts in them, and draws nothing.

mod choice;
mod outline;
mod svg;
mod typesetter;

use std::sync::Arc;

use fontdb::{Database, Language, Source};
use skrifa::{FontRef, MetadataProvider};

pub use choice::fonts_for;
pub use svg::with_outlines;
pub use typesetter::{
    Face, GlyphStretch, LetterSetting, SetGlyph, SetLine, SetText, TextWay, Typesetter, way,
};

/// One font.
#[derive(Debug, PartialEq, Eq)]
pub struct FontFile {
    /// What it is called in pictures, and no other is: a family of its own, though several have
    /// one design.
    pub family: &'static str,
    /// TrueType, its weights from 400 to 800 on one axis where it has an axis.
    pub bytes: &'static [u8],
}

/// The weights on the fonts' axis.
const LIGHTEST: u16 = 400;
const HEAVIEST: u16 = 800;

/// What the letters are called.
pub const LETTERS_FAMILY: &str = "Atkinson Hyperlegible Next";
/// What the emoji are called.
pub const EMOJI_FAMILY: &str = "Noto Emoji";
/// Of the signs, an empty square, which stands where no font has a character.
const SIGNS: &str = "Noto Sans Math";
const SQUARE: char = '□';

macro_rules! font {
    ($family:expr, $file:literal) => {
        FontFile {
            family: $family,
            bytes: include_bytes!(concat!("../font/", $file, ".ttf")),
        }
    };
}

/// All of them: the letters first, and of two that have a character the one that it is taken from
/// first. Of Arabic that is the one with a glyph for each letter, which is copied out of documents
/// letter by letter; in the other the dots are glyphs too. Emoji are last, since they have digits.
static ALL: [FontFile; 13] = [
    font!(LETTERS_FAMILY, "atkinson-hyperlegible-next"),
    font!("Noto Sans Latin", "noto-sans-latin-ext"),
    font!("Noto Sans Vietnamese", "noto-sans-vietnamese"),
    font!("Noto Sans Greek", "noto-sans-greek"),
    font!("Noto Sans Polytonic", "noto-sans-greek-ext"),
    font!("Noto Sans Cyrillic", "noto-sans-cyrillic"),
    font!("Noto Sans Old Cyrillic", "noto-sans-cyrillic-ext"),
    font!("Vazirmatn", "vazirmatn"),
    font!("Noto Sans Arabic", "noto-sans-arabic"),
    font!("Noto Sans Hebrew", "noto-sans-hebrew"),
    font!("Noto Sans Devanagari", "noto-sans-devanagari"),
    font!(SIGNS, "noto-sans-math"),
    font!(EMOJI_FAMILY, "noto-emoji"),
];

/// Those fonts for whoever draws an SVG, by their families here.
pub fn database(fonts: &[&'static FontFile]) -> Database {
    let mut database = Database::new();
    for font in fonts {
        for id in database.load_font_source(Source::Binary(Arc::new(font.bytes))) {
            let Some(mut face) = database.face(id).cloned() else {
                continue;
            };
            database.remove_face(id);
            face.families = vec![(font.family.to_owned(), Language::English_UnitedStates)];
            database.push_face_info(face);
        }
    }
    database
}

/// The font and the glyph of an empty square.
pub fn square() -> (&'static FontFile, u32) {
    let signs = ALL.iter().find(|font| font.family == SIGNS);
    let signs = signs.expect("signs are among them");
    let charmap = FontRef::new(signs.bytes).map(|font| font.charmap());
    let glyph = charmap.ok().and_then(|charmap| charmap.map(SQUARE));
    (signs, glyph.map_or(0, |glyph| glyph.to_u32()))
}

impl FontFile {
    /// Whether its weights are on an axis.
    pub fn has_weights(&self) -> bool {
        FontRef::new(self.bytes).is_ok_and(|font| !font.axes().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_fonts_have_one_name_and_all_can_be_read() {
        let names: BTreeSet<_> = ALL.iter().map(|font| font.family).collect();
        assert_eq!(names.len(), ALL.len());
        assert!(ALL.iter().all(|font| FontRef::new(font.bytes).is_ok()));
    }

    #[test]
    fn a_square_stands_where_no_font_has_a_character() {
        let (font, glyph) = square();
        assert!(glyph != 0 && !font.has_weights());
        assert!(fonts_for("").iter().all(|letters| letters.has_weights()));
    }

    /// Six megabytes are what fonts may add to the program.
    #[test]
    fn all_of_them_are_less_than_they_may_be() {
        let bytes: usize = ALL.iter().map(|font| font.bytes.len()).sum();
        assert!(bytes < 6_000_000, "{bytes}");
    }
}
