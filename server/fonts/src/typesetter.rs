//! Sets a text in lines: which font each character is in, how its letters join, where a line ends,
//! and which way it goes. Knows no page and no picture.

use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use parley::fontique::{
    Blob, Collection, CollectionOptions, FontInfoOverride, GenericFamily, SourceCache,
};
use parley::{
    Alignment, AlignmentOptions, BaseDirection, Cluster, FontContext, FontFamily, FontFamilyName,
    FontFeatures, FontWeight, GlyphRun, Layout, LayoutContext, Line, LineHeight, OverflowWrap,
    PositionedLayoutItem, StyleProperty,
};
use unicode_bidi::Direction;

use crate::{EMOJI_FAMILY, FontFile, HEAVIEST, LIGHTEST, square};

/// Which way a text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextWay {
    FromLeft,
    FromRight,
}

/// Which way a text goes by its first letter, if it has one.
pub fn way(text: &str) -> Option<TextWay> {
    match unicode_bidi::get_base_direction_full(text) {
        Direction::Ltr => Some(TextWay::FromLeft),
        Direction::Rtl => Some(TextWay::FromRight),
        Direction::Mixed => None,
    }
}

/// How letters are set.
#[derive(Clone, Copy, Debug)]
pub struct LetterSetting {
    pub size: f32,
    /// From 400 to 800.
    pub weight: u16,
    /// From one line to the next, in sizes.
    pub leading: f32,
    /// Whether digits are all as wide, where numbers are compared.
    pub tabular: bool,
}

/// A font at one of its weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Face {
    /// Its place among the fonts of the typesetter.
    pub font: usize,
    /// From 400 to 800; nothing of fonts that have one weight.
    pub weight: Option<u16>,
}

/// A glyph of a stretch, in sizes.
#[derive(Clone, Debug, PartialEq)]
pub struct SetGlyph {
    /// Its number in the font.
    pub id: u32,
    /// What of the text it stands for.
    pub range: Range<usize>,
    pub advance: f32,
    /// To the right of where it would stand, and above the line.
    pub x: f32,
    pub y: f32,
}

/// Letters of one font beside each other.
#[derive(Clone, Debug)]
pub struct GlyphStretch {
    pub face: Face,
    pub size: f32,
    /// From the left of the line.
    pub x: f32,
    pub glyphs: Vec<SetGlyph>,
    /// The text of which glyphs name their parts.
    pub text: Rc<str>,
}

/// One line.
#[derive(Clone, Debug)]
pub struct SetLine {
    pub stretches: Vec<GlyphStretch>,
    pub height: f32,
    /// From its top.
    pub baseline: f32,
    /// Without the spaces at its end.
    pub width: f32,
}

/// A text in lines.
#[derive(Clone, Debug, Default)]
pub struct SetText {
    pub lines: Vec<SetLine>,
    pub is_from_right: bool,
}

impl SetText {
    pub fn height(&self) -> f32 {
        self.lines.iter().map(|line| line.height).sum()
    }

    pub fn width(&self) -> f32 {
        let widths = self.lines.iter().map(|line| line.width);
        widths.fold(0.0, f32::max)
    }
}

pub struct Typesetter {
    files: Vec<&'static FontFile>,
    context: FontContext,
    layouts: LayoutContext<()>,
    families: Vec<FontFamilyName<'static>>,
    /// The fonts as parley numbers them.
    blobs: Vec<u64>,
    /// What stands where no font has a character.
    square: (Face, u32),
    /// Which way texts without a letter go.
    of_all: TextWay,
}

impl Typesetter {
    /// Sets in these fonts, of which the square's is one.
    pub fn new(files: &[&'static FontFile], of_all: TextWay) -> Self {
        let options = CollectionOptions {
            shared: false,
            system_fonts: false,
        };
        let mut collection = Collection::new(options);
        let mut blobs = Vec::new();
        let mut families = Vec::new();
        for file in files {
            let blob = Blob::new(Arc::new(file.bytes));
            blobs.push(blob.id());
            let named = FontInfoOverride {
                family_name: Some(file.family),
                ..FontInfoOverride::default()
            };
            let registered = collection.register_fonts(blob, Some(named));
            families.push(FontFamilyName::named(file.family));
            if file.family == EMOJI_FAMILY {
                let ids = registered.iter().map(|(id, _)| *id);
                collection.set_generic_families(GenericFamily::Emoji, ids);
            }
        }
        let context = FontContext {
            collection,
            source_cache: SourceCache::default(),
        };
        let (signs, glyph) = square();
        let font = files.iter().position(|file| *file == signs);
        let square = Face {
            font: font.unwrap_or_default(),
            weight: None,
        };
        Self {
            files: files.to_vec(),
            context,
            layouts: LayoutContext::new(),
            families,
            blobs,
            square: (square, glyph),
            of_all,
        }
    }

    /// The font at the nearest weight that it has.
    fn face(&self, font: usize, weight: u16) -> Face {
        let has_weights = self.files.get(font).is_some_and(|file| file.has_weights());
        Face {
            font,
            weight: has_weights.then(|| weight.clamp(LIGHTEST, HEAVIEST)),
        }
    }

    /// The text in lines of so many points, which begin where the text does. No line is wider,
    /// whatever is in it.
    pub fn set(&mut self, text: &str, style: LetterSetting, width: f32) -> SetText {
        let way = way(text).unwrap_or(self.of_all);
        let mut layout = self.layout(text, style, way);
        layout.break_all_lines(Some(width));
        layout.align(Alignment::Start, AlignmentOptions::default());
        let text: Rc<str> = text.into();
        let lines = layout.lines().map(|line| self.line(&line, style, &text));
        SetText {
            lines: lines.collect(),
            is_from_right: way == TextWay::FromRight,
        }
    }

    /// How wide the text is in one line for each of its own, and its widest word.
    pub fn widths(&mut self, text: &str, style: LetterSetting) -> (f32, f32) {
        let layout = self.layout(text, style, self.of_all);
        let widths = layout.calculate_content_widths();
        (widths.max, widths.min)
    }

    fn layout(&mut self, text: &str, style: LetterSetting, way: TextWay) -> Layout<()> {
        let families = FontFamily::List(self.families.as_slice().into());
        let mut builder = self
            .layouts
            .ranged_builder(&mut self.context, text, 1.0, false);
        builder.set_base_direction(match way {
            TextWay::FromLeft => BaseDirection::Ltr,
            TextWay::FromRight => BaseDirection::Rtl,
        });
        builder.push_default(StyleProperty::FontFamily(families));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(FontWeight::new(style.weight.into()));
        builder.push_default(LineHeight::FontSizeRelative(style.leading));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        if style.tabular {
            builder.push_default(StyleProperty::FontFeatures(FontFeatures::from("\"tnum\"")));
        }
        builder.build(text)
    }

    fn line(&self, line: &Line<'_, ()>, style: LetterSetting, text: &Rc<str>) -> SetLine {
        let metrics = line.metrics();
        let mut stretches = Vec::new();
        for item in line.items() {
            if let PositionedLayoutItem::GlyphRun(run) = item {
                self.add(&run, style, text, &mut stretches);
            }
        }
        SetLine {
            stretches,
            height: metrics.line_height,
            baseline: metrics.baseline - metrics.block_min_coord,
            width: metrics.advance - metrics.hanging_advance,
        }
    }

    /// The letters of one font; what it has none of is a square.
    fn add(
        &self,
        run: &GlyphRun<'_, ()>,
        style: LetterSetting,
        text: &Rc<str>,
        stretches: &mut Vec<GlyphStretch>,
    ) {
        let blob = run.run().font().data.id();
        let font = self.blobs.iter().position(|id| *id == blob);
        let own = self.face(font.unwrap_or_default(), style.weight);
        let (square, square_glyph) = self.square;
        let mut x = run.offset();
        for atom in atoms(run) {
            for mut glyph in atom.glyphs(style.size) {
                let is_missing = glyph.id == 0;
                if is_missing {
                    glyph.id = square_glyph;
                }
                let face = if is_missing { square } else { own };
                let advance = glyph.advance * style.size;
                match stretches.last_mut() {
                    Some(last) if last.face == face && last.ends_at(x) => last.glyphs.push(glyph),
                    _ => stretches.push(GlyphStretch {
                        face,
                        size: style.size,
                        x,
                        glyphs: vec![glyph],
                        text: text.clone(),
                    }),
                }
                x += advance;
            }
        }
    }
}

impl SetLine {
    /// How far its letters begin from the left.
    pub fn left(&self) -> f32 {
        let stretches = self.stretches.iter().map(|stretch| stretch.x);
        let left = stretches.fold(f32::INFINITY, f32::min);
        if left.is_finite() { left } else { 0.0 }
    }
}

impl GlyphStretch {
    fn ends_at(&self, x: f32) -> bool {
        let advances = self.glyphs.iter().map(|glyph| glyph.advance * self.size);
        (self.x + advances.sum::<f32>() - x).abs() < 0.01
    }
}

/// What is drawn together: a character with its marks, or several that join.
struct Atom {
    range: Range<usize>,
    glyphs: Vec<parley::Glyph>,
}

impl Atom {
    fn glyphs(&self, size: f32) -> impl Iterator<Item = SetGlyph> {
        self.glyphs.iter().map(move |glyph| SetGlyph {
            id: glyph.id,
            range: self.range.clone(),
            advance: glyph.advance / size,
            x: glyph.x / size,
            y: -glyph.y / size,
        })
    }
}

/// As they stand from the left. What ends a line is not drawn.
fn atoms(run: &GlyphRun<'_, ()>) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::new();
    let drawn = |cluster: &Cluster<'_, ()>| !cluster.is_hard_line_break();
    for cluster in run.run().clusters().filter(drawn) {
        match atoms.last_mut() {
            Some(last) if cluster.is_ligature_continuation() => {
                last.range.end = cluster.text_range().end;
            }
            _ => atoms.push(Atom {
                range: cluster.text_range(),
                glyphs: cluster.glyphs().collect(),
            }),
        }
    }
    if run.run().is_rtl() {
        atoms.reverse();
    }
    atoms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts_for;

    const SETTING: LetterSetting = LetterSetting {
        size: 10.0,
        weight: 600,
        leading: 1.4,
        tabular: false,
    };

    fn set(text: &str, width: f32) -> SetText {
        let mut files = fonts_for(text);
        files.push(square().0);
        Typesetter::new(&files, TextWay::FromLeft).set(text, SETTING, width)
    }

    fn ids(line: &SetLine) -> Vec<u32> {
        let glyphs = line.stretches.iter().flat_map(|stretch| &stretch.glyphs);
        glyphs.map(|glyph| glyph.id).collect()
    }

    #[test]
    fn a_text_goes_the_way_of_its_first_letter() {
        assert_eq!(way("3 سلام hond"), Some(TextWay::FromRight));
        assert_eq!(way("(hond) سلام"), Some(TextWay::FromLeft));
        assert_eq!(way("34 %"), None);
    }

    #[test]
    fn words_of_many_scripts_signs_and_emoji_have_all_their_glyphs() {
        let (_, square) = square();
        for words in [
            "samen eten ƀ ọ o\u{323}",
            "μαζί στη γειτονιά ἀρχή",
            "вместе гулять Ґ ѣ",
            "نأكل معا كل أسبوع، 3 مرات",
            "לאכול יחד שָׁלוֹם",
            "साथ में खाना क्षि",
            "Nguyễn Thị Tuyết",
            "3 ≥ 2 → ★ ● ✓",
            "🐱 👩‍👩‍👧 🍲 1️⃣ ❤️",
            "zij zei שלום, ook привет 👩‍👩‍👧 en نأكل معا 3 keer ≥ साथ!",
        ] {
            let set = set(words, f32::MAX);
            let drawn = ids(&set.lines[0]);
            assert!(drawn.len() > 4, "{words}");
            assert!(
                drawn.iter().all(|id| ![0, square].contains(id)),
                "{words} {drawn:?}"
            );
        }
        assert_eq!(ids(&set("一緒", f32::MAX).lines[0]), [square; 2]);
    }

    #[test]
    fn letters_of_arabic_join_and_a_family_is_one_picture() {
        let joined = ids(&set("\u{628}\u{628}\u{628}", f32::MAX).lines[0]);
        assert!(
            joined[0] != joined[1] && joined[1] != joined[2],
            "{joined:?}"
        );
        assert_eq!(ids(&set("👩‍👩‍👧", f32::MAX).lines[0]).len(), 1);
    }

    #[test]
    fn a_text_goes_on_from_the_right_where_it_begins_there() {
        let text = "نأكل abc";
        let set = set(text, 200.0);
        let starts = |glyph: &SetGlyph| glyph.range.start;
        let line = &set.lines[0];
        let order: Vec<usize> = line
            .stretches
            .iter()
            .flat_map(|stretch| stretch.glyphs.iter().map(starts))
            .collect();
        let latin = text.find('a').expect("it is there");
        assert_eq!(order[0], latin, "{order:?}");
        assert!(
            set.is_from_right && line.left() + line.width > 199.0,
            "{line:?}"
        );
    }

    #[test]
    fn no_line_is_wider_than_it_may_be_and_all_of_the_text_is_there() {
        let long = "wandelgroep ".repeat(20)
            + &"ö".repeat(90)
            + "\n\nبعد ظهر عن العمل معا بعد ظهر عن العمل معا";
        let set = set(&long, 120.0);
        assert!(set.lines.iter().all(|line| line.width <= 120.01));
        let ranges = set.lines.iter().flat_map(|line| &line.stretches);
        let ranges =
            ranges.flat_map(|stretch| stretch.glyphs.iter().map(|glyph| glyph.range.clone()));
        let mut drawn = vec![false; long.len()];
        for range in ranges {
            drawn[range].fill(true);
        }
        for (at, c) in long.char_indices() {
            assert!(drawn[at] || c == '\n', "{c} at {at}");
        }
    }

    /// Figures are laid out by these estimates before anything draws them.
    #[test]
    fn figures_keep_about_the_room_that_is_drawn() {
        for words in [
            "Waaraan denk je?",
            "μαζί στη γειτονιά",
            "вместе гулять по городу",
            "нашёл ещё щуку",
            "نأكل معا كل أسبوع",
            "לאכול יחד כל שבוע",
            "Nguyễn Thị Tuyết",
            "3 ≥ 2 → ★",
            "🐱🍲",
        ] {
            let drawn = f64::from(set(words, f32::MAX).width());
            let kept = shared::lettering::kept(words, 10.0, 600);
            let share = drawn / kept;
            assert!((0.55..1.12).contains(&share), "{words}: {drawn} of {kept}");
            let bound = shared::lettering::bound(words, 10.0);
            assert!(
                bound.is_none_or(|bound| drawn <= bound),
                "{words}: {drawn} of {bound:?}"
            );
        }
        // Signs above and below letters are counted as letters: too much room, never too little.
        let drawn = f64::from(set("साथ में खाना", f32::MAX).width());
        assert!(drawn < shared::lettering::kept("साथ में खाना", 10.0, 600));
    }
}
