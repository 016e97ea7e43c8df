//! Characters as a spreadsheet takes them: those that it passes over, and those that it takes for
//! another.

/// Blanks, control characters and those without a width.
pub(super) fn is_unseen(c: char) -> bool {
    let formats = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    c.is_whitespace() || c.is_control() || formats
}

/// What a character of full width, or a small one, is taken for; every other is itself.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{fe62}' => '+',
        '\u{fe63}' | '\u{2212}' => '-',
        '\u{fe66}' => '=',
        '\u{fe6b}' => '@',
        _ => c,
    }
}
