//! Which font draws what: each character with its marks in the first that has all of it.

use std::collections::BTreeSet;

use skrifa::charmap::Charmap;
use skrifa::{FontRef, MetadataProvider};
use unicode_segmentation::UnicodeSegmentation;

use crate::{ALL, FontFile};

/// The fonts that a text needs: the letters, and each other in which something of it is drawn.
pub fn fonts_for(text: &str) -> Vec<&'static FontFile> {
    let choice = FontChoice::new();
    let mut needed = BTreeSet::from([0]);
    for (font, _) in choice.runs(text) {
        needed.insert(font);
    }
    needed.into_iter().map(|font| &ALL[font]).collect()
}

/// All fonts, to be asked what they have.
pub struct FontChoice {
    charmaps: Vec<Option<Charmap<'static>>>,
}

impl FontChoice {
    pub fn new() -> Self {
        let charmap = |font: &'static FontFile| {
            let font = FontRef::new(font.bytes).ok()?;
            Some(font.charmap())
        };
        Self {
            charmaps: ALL.iter().map(charmap).collect(),
        }
    }

    /// The text in pieces of one font each, as long as they can be, with the fonts' places.
    pub fn runs<'a>(&self, text: &'a str) -> Vec<(usize, &'a str)> {
        let mut runs: Vec<(usize, usize, usize)> = Vec::new();
        for (at, cluster) in text.grapheme_indices(true) {
            let font = self.font_of(cluster);
            let end = at + cluster.len();
            match runs.last_mut() {
                Some((last, _, last_end)) if *last == font => *last_end = end,
                _ => runs.push((font, at, end)),
            }
        }
        let piece = |(font, from, to)| (font, &text[from..to]);
        runs.into_iter().map(piece).collect()
    }

    /// The first font that has all of it, else the first that has its letter, else the letters.
    fn font_of(&self, cluster: &str) -> usize {
        if cluster.is_ascii() {
            return 0;
        }
        let fonts = || 0..self.charmaps.len();
        let whole = fonts().find(|font| self.has_all(*font, cluster));
        let first = || {
            let c = cluster.chars().next()?;
            fonts().find(|font| self.has(*font, c))
        };
        whole.or_else(first).unwrap_or_default()
    }

    fn has_all(&self, font: usize, cluster: &str) -> bool {
        cluster
            .chars()
            .all(|c| is_drawn_as_nothing(c) || self.has(font, c))
    }

    fn has(&self, font: usize, c: char) -> bool {
        let charmap = self.charmaps[font].as_ref();
        charmap.is_some_and(|charmap| charmap.map(c).is_some())
    }
}

/// What only joins, parts or chooses.
fn is_drawn_as_nothing(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{e0000}'..='\u{e007f}'
    ) || c.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn families(text: &str) -> Vec<&'static str> {
        let needed = fonts_for(text).into_iter().skip(1);
        needed.map(|font| font.family).collect()
    }

    #[test]
    fn what_the_letters_have_needs_no_other_font() {
        for text in ["", "Waaraan denk je?", "één “twee” – drie… € ß Šž", "\n\t"] {
            assert!(families(text).is_empty(), "{text} {:?}", families(text));
        }
    }

    #[test]
    fn each_script_brings_its_font_and_no_other() {
        for (text, family) in [
            ("♀ 1️⃣ ❤️", &["Noto Emoji"][..]),
            ("ƀ ọ o\u{323}", &["Noto Sans Latin", "Noto Sans Vietnamese"]),
            ("Ƿ ǂ ∂", &["Noto Sans Latin", "Noto Sans Math"]),
            ("Nguyễn Văn", &["Noto Sans Vietnamese"]),
            ("μαζί", &["Noto Sans Greek"]),
            ("вместе Ґ", &["Noto Sans Cyrillic"]),
            ("ᲀꙑ", &["Noto Sans Old Cyrillic"]),
            ("نأكل معا پژوهش", &["Vazirmatn"]),
            ("ڄاڻ", &["Vazirmatn", "Noto Sans Arabic"]),
            ("לאכול יחד", &["Noto Sans Hebrew"]),
            ("साथ में", &["Noto Sans Devanagari"]),
            ("3 ≥ 2 → ★", &["Noto Sans Math"]),
            ("🐱 👩‍👩‍👧", &["Noto Emoji"]),
            ("一緒", &[]),
        ] {
            assert_eq!(families(text), family, "{text}");
        }
    }

    #[test]
    fn a_font_that_another_makes_unneeded_is_not_taken() {
        assert_eq!(
            families("سلام 123 привет 🐱"),
            ["Noto Sans Cyrillic", "Vazirmatn", "Noto Emoji"]
        );
    }

    #[test]
    fn a_text_is_cut_where_its_font_changes_and_never_between_a_letter_and_its_marks() {
        let choice = FontChoice::new();
        let pieces = |text| {
            let runs = choice.runs(text).into_iter();
            runs.map(|(_, piece)| piece).collect::<Vec<_>>()
        };
        assert_eq!(
            pieces("zij zei שָׁלוֹם en 👩‍👩‍👧!"),
            ["zij zei ", "שָׁלוֹם", " en ", "👩‍👩‍👧", "!"]
        );
        assert_eq!(pieces("cafe\u{301} 3"), ["cafe\u{301} 3"]);
        assert_eq!(pieces("क्षि"), ["क्षि"]);
        assert!(pieces("").is_empty());
    }
}
