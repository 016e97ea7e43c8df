//! How wide a line of text is, without a browser: the advances of the pages' own font.
//!
//! Pictures are laid out before anybody sees them, also where nothing can be measured (the server, a
//! report), and must come out alike everywhere. Knows no kerning and no shaping: what the font does not
//! have is estimated, generously, by its script.

use advances::{BOLD, FIRST, OTHERS, REGULAR};

mod advances;

/// The lightest weight of the font.
const LIGHT: f64 = 400.0;
/// The boldest weight of the font.
const HEAVY: f64 = 800.0;

/// The width of a text in the unit of `size`, at a weight from 400 to 800.
pub fn width(text: &str, size: f64, weight: u16) -> f64 {
    text.chars().map(|c| advance(c, weight)).sum::<f64>() * size
}

/// One character's advance in em.
fn advance(c: char, weight: u16) -> f64 {
    let (light, heavy) = ends(c).unwrap_or_else(|| {
        let guess = estimate(c);
        (guess, guess)
    });
    let share = (f64::from(weight).clamp(LIGHT, HEAVY) - LIGHT) / (HEAVY - LIGHT);
    (f64::from(light) + share * (f64::from(heavy) - f64::from(light))) / 1000.0
}

fn ends(c: char) -> Option<(u16, u16)> {
    let at = u32::from(c).checked_sub(FIRST)? as usize;
    if let (Some(light), Some(heavy)) = (REGULAR.get(at), BOLD.get(at)) {
        return Some((*light, *heavy));
    }
    let at = OTHERS.binary_search_by_key(&c, |(c, ..)| *c).ok()?;
    let (_, light, heavy) = OTHERS[at];
    Some((light, heavy))
}

/// For what another font will have to draw: nothing for marks that stand on a letter or only join and
/// choose, a little more than an em for pictures, an em for the square scripts, the rest as a wide letter.
fn estimate(c: char) -> u16 {
    match u32::from(c) {
        0..=0x1f | 0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5bd | 0x610..=0x61a | 0x64b..=0x65f => 0,
        0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfe00..=0xfe0f => 0,
        0x1f3fb..=0x1f3ff | 0xe0000..=0xe007f => 0,
        0x2600..=0x27bf | 0x1f000..=0x1faff => 1300,
        0x1100..=0x115f | 0x2e80..=0xd7ff | 0xf900..=0xfaff | 0xff00..=0xff60 | 0x20000..=0x3ffff => 1000,
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
    fn others_are_sorted_so_that_they_are_found() {
        assert!(OTHERS.is_sorted_by_key(|(c, ..)| *c));
        assert!(OTHERS.iter().all(|(c, light, heavy)| ends(*c) == Some((*light, *heavy))));
    }

    #[test]
    fn what_the_font_lacks_still_takes_room() {
        assert!(width("سلام", 100.0, 600) > 200.0);
        assert!(width("😀", 100.0, 600) > 100.0);
        assert!((width("e\u{301}", 100.0, 600) - width("e", 100.0, 600)).abs() < 1.0, "a mark stands on its letter");
    }
}
