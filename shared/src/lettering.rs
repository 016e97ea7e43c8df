//! How wide a line of text is, without a browser: the advances of the pages' own font.
//!
//! Pictures are laid out before anybody sees them, also where nothing can be measured (the server,
//! a report), and must come out alike everywhere. Knows no kerning and no shaping: what the font
//! does not have is estimated, generously, by its script.

use advances::{BOLD, FIRST, OTHERS, REGULAR};

use crate::limits::SCALARS_PER_CHAR;
use crate::text::characters;

mod advances;

/// The width, in em, of which a picture gives each character at most: a bar of three em in the
/// place of a letter would cross the stage.
const DRAWN: f64 = 2.0;
/// From this width on, in em, one character alone is wider than a column.
const VAST: f64 = 7.0;

/// How much wider than its estimate a text in other fonts may be drawn.
const SLACK: f64 = 1.5;
/// The weight in which such an estimate is made.
const BOLD_WEIGHT: u16 = 700;

/// Thousandths in an em, in which the font gives its advances.
const EM: f64 = 1000.0;
/// The lightest weight of the font.
const LIGHT: f64 = 400.0;
/// The boldest weight of the font.
const HEAVY: f64 = 800.0;

/// The width of a text in the unit of `size`, at a weight from 400 to 800.
pub fn width(text: &str, size: f64, weight: u16) -> f64 {
    ems(text, weight, f64::INFINITY) * size
}

/// What a picture keeps free for a text: its width, of which a single character has two em at most.
/// What is wider is to be clipped where [`bound`] says.
pub fn kept(text: &str, size: f64, weight: u16) -> f64 {
    ems(text, weight, DRAWN) * size
}

/// The advances of all characters in em, each no wider than that.
///
/// A plain loop over whole numbers: pictures ask for many texts at many sizes, and spend a third of
/// their time here.
fn ems(text: &str, weight: u16, widest: f64) -> f64 {
    let widest = (widest * EM) as u32;
    let (mut light, mut heavy) = (0, 0);
    for c in text.chars() {
        let at = (c as usize).wrapping_sub(FIRST as usize);
        if at < REGULAR.len() {
            // No letter of the font is as wide as the least bound.
            light += REGULAR[at] as u32;
            heavy += BOLD[at] as u32;
        } else {
            let (thin, bold) = advances_of(c);
            light += widest.min(thin.into());
            heavy += widest.min(bold.into());
        }
    }
    between(light, heavy, weight)
}

/// How wide a text may be drawn among others in a picture: two em for each character that it counts
/// as. Nothing where all of it is in the pages' own font, of which no letter is that wide. In other
/// fonts anything may be: the widest character of all takes twelve.
pub fn bound(text: &str, size: f64) -> Option<f64> {
    let own = text.chars().all(|c| ends(c).is_some());
    let counted = || {
        characters(text)
            .count()
            .max(text.chars().count().div_ceil(SCALARS_PER_CHAR)) as f64
    };
    // What is kept free is an estimate for those fonts; no more than half as much again is drawn
    // over what stands beside.
    (!own).then(|| (counted() * DRAWN * size).min(kept(text, size, BOLD_WEIGHT) * SLACK))
}

/// Whether one of its characters is wider than a picture gives it.
pub fn is_wide(text: &str) -> bool {
    text.chars().any(|c| advance(c, LIGHT as u16) > DRAWN)
}

/// Whether one of its characters alone is wider than a column: such a text is set smaller where
/// nothing is cut.
pub fn is_vast(text: &str) -> bool {
    text.chars().any(|c| advance(c, LIGHT as u16) > VAST)
}

/// One character's advance in em.
fn advance(c: char, weight: u16) -> f64 {
    let (light, heavy) = advances_of(c);
    between(light.into(), heavy.into(), weight)
}

/// The advance at the lightest weight and at the boldest, in thousandths of an em.
fn advances_of(c: char) -> (u16, u16) {
    ends(c).unwrap_or_else(|| {
        let guess = estimate(c);
        (guess, guess)
    })
}

/// What lies at a weight between the two, in em.
fn between(light: u32, heavy: u32, weight: u16) -> f64 {
    let share = (f64::from(weight).clamp(LIGHT, HEAVY) - LIGHT) / (HEAVY - LIGHT);
    (f64::from(light) + share * (f64::from(heavy) - f64::from(light))) / EM
}

fn ends(c: char) -> Option<(u16, u16)> {
    let at = (c as u32).checked_sub(FIRST)? as usize;
    if at < REGULAR.len() {
        return Some((REGULAR[at], BOLD[at]));
    }
    let at = OTHERS.binary_search_by_key(&c, |(c, ..)| *c).ok()?;
    let (_, light, heavy) = OTHERS[at];
    Some((light, heavy))
}

/// For what another font will have to draw: nothing for marks that stand on a letter or only join
/// and choose, a little more than an em for pictures, an em for the square scripts, the rest as a
/// wide letter. What is wider by far is as wide as Noto draws it: long dashes, cuneiform, whole
/// phrases of Arabic in one character.
fn estimate(c: char) -> u16 {
    match u32::from(c) {
        0..=0x1f
        | 0x300..=0x36f
        | 0x483..=0x489
        | 0x591..=0x5bd
        | 0x610..=0x61a
        | 0x64b..=0x65f => 0,
        0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfe00..=0xfe0f => 0,
        0x1f3fb..=0x1f3ff | 0xe0000..=0xe007f => 0,
        0x2600..=0x27bf | 0x1f000..=0x1faff => 1300,
        0x600..=0x605 => 2350,
        0x2000..=0x21ff => 1300,
        0x2200..=0x25ff => 1000,
        0x2a00..=0x2aff => 1600,
        0x2e3a => 2000,
        0x2e3b => 3000,
        0xfd40..=0xfdfc => 2150,
        0xfdfd => 12_300,
        0x12000..=0x123ff => 3100,
        0x12400..=0x1254f => 4700,
        0x1100..=0x115f
        | 0x2e80..=0xd7ff
        | 0xf900..=0xfaff
        | 0xff00..=0xff60
        | 0x20000..=0x3ffff => 1000,
        _ => 650,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_is_wider_and_digits_are_all_alike() {
        assert!(width("waarden", 100.0, 700) > width("waarden", 100.0, 400));
        let ten: Vec<f64> = ('0'..='9').map(|digit| advance(digit, 600)).collect();
        assert!(ten.iter().all(|width| (width - ten[0]).abs() < 1e-9));
    }

    #[test]
    fn known_letters_have_the_font_s_own_advance() {
        assert!((width("m", 1000.0, 400) - 845.0).abs() < 0.01);
        assert!((width("m", 1000.0, 800) - 899.0).abs() < 0.01);
        assert!((width("€", 1000.0, 400) - 632.0).abs() < 120.0);
    }

    #[test]
    fn no_letter_of_the_font_is_as_wide_as_a_picture_gives_it() {
        let widest = REGULAR.iter().chain(&BOLD).max().copied();
        assert!(widest.is_some_and(|widest| f64::from(widest) / EM <= DRAWN));
    }

    #[test]
    fn others_are_sorted_so_that_they_are_found() {
        assert!(OTHERS.is_sorted_by_key(|(c, ..)| *c));
        assert!(
            OTHERS
                .iter()
                .all(|(c, light, heavy)| ends(*c) == Some((*light, *heavy)))
        );
    }

    #[test]
    fn what_is_very_wide_is_known_to_be_and_has_its_bounds_in_a_picture() {
        for (text, wide) in [
            ("⸻", 3.0),
            ("⸺", 2.0),
            ("﷽", 12.0),
            ("ﷺ", 1.9),
            ("\u{12031}", 2.4),
            ("\u{1242b}", 4.6),
            ("\u{604}", 2.3),
        ] {
            let text = text.repeat(25);
            assert!(
                width(&text, 1.0, 600) >= 25.0 * wide,
                "{text} may not stick out of a list"
            );
            assert!(kept(&text, 1.0, 600) <= 50.0, "{text}");
            // A sign before numbers is one character with what follows, and counts as one per four.
            assert_eq!(
                bound(&text, 1.0),
                Some(if text.contains('\u{604}') { 14.0 } else { 50.0 }),
                "{text}"
            );
        }
        for text in ["noaberschap", "één — “twee”…", "WWWW"] {
            assert_eq!(
                (bound(text, 1.0), kept(text, 34.0, 600)),
                (None, width(text, 34.0, 600)),
                "{text}"
            );
        }
        assert_eq!(
            [is_vast("in naam van ﷽"), is_vast("\u{1242b}"), is_vast("⸻")],
            [true, false, false]
        );
        assert_eq!(
            bound(&"\u{600}".repeat(100), 1.0),
            Some(50.0),
            "as many as it counts as"
        );
        assert_eq!(bound("क्षि", 10.0), Some(20.0));
    }

    #[test]
    fn what_the_font_lacks_still_takes_room() {
        assert!(width("سلام", 100.0, 600) > 200.0);
        assert!(width("😀", 100.0, 600) > 100.0);
        assert!(
            (width("e\u{301}", 100.0, 600) - width("e", 100.0, 600)).abs() < 1.0,
            "a mark stands on its letter"
        );
    }
}
