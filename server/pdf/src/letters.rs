//! How letters look, from the title to the smallest note, in points; and which characters of a text
//! are letters at all.

use fonts::LetterSetting;

/// A colour as pages have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink(pub u8, pub u8, pub u8);

pub const INK: Ink = Ink(0x19, 0x1D, 0x24);
pub const SOFT: Ink = Ink(0x5A, 0x62, 0x6F);
pub const LINE: Ink = Ink(0xDC, 0xD7, 0xCC);
pub const ACCENT: Ink = Ink(0x0B, 0x5C, 0xAD);
pub const TINT: Ink = Ink(0xE3, 0xEE, 0xF9);

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub struct LetterStyle {
    pub setting: LetterSetting,
    pub ink: Ink,
}

const fn style(size: f32, weight: u16, leading: f32, ink: Ink) -> LetterStyle {
    LetterStyle {
        setting: LetterSetting {
            size,
            weight,
            leading,
            tabular: false,
        },
        ink,
    }
}

const fn tabular(mut style: LetterStyle) -> LetterStyle {
    style.setting.tabular = true;
    style
}

pub const NAME: LetterStyle = style(15.0, 800, 1.2, INK);
pub const RUNNING: LetterStyle = style(9.5, 400, 1.35, SOFT);
pub const FOOT: LetterStyle = tabular(style(8.5, 400, 1.35, SOFT));
pub const TITLE: LetterStyle = style(31.0, 800, 1.12, INK);
pub const LEAD: LetterStyle = style(12.5, 400, 1.45, INK);
pub const KEY_VALUE: LetterStyle = tabular(style(24.0, 800, 1.2, INK));
pub const KEY_LABEL: LetterStyle = style(9.5, 400, 1.35, SOFT);
pub const HEADING: LetterStyle = style(14.5, 700, 1.25, INK);
pub const SUBHEADING: LetterStyle = style(11.5, 700, 1.3, INK);
pub const BODY: LetterStyle = style(10.5, 400, 1.45, INK);
pub const NOTE: LetterStyle = style(9.0, 400, 1.45, SOFT);
pub const QUOTE: LetterStyle = style(11.5, 650, 1.35, INK);
pub const HEAD_CELL: LetterStyle = style(9.0, 400, 1.4, SOFT);
pub const CELL: LetterStyle = tabular(style(9.5, 400, 1.4, INK));

/// A text without what can't be drawn or copied: its lines stay lines, a tab is a space, and
/// characters that control something or mean nothing are left out.
pub fn drawable(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let one = |c: char| match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        '\u{feff}' => None,
        c if c.is_control() || is_noncharacter(c) => None,
        c => Some(c),
    };
    let drawable: String = text.chars().filter_map(one).collect();
    drawable.trim_matches('\n').to_owned()
}

/// A text where no lines are.
pub fn one_line(text: &str) -> String {
    drawable(text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_drawn_is_left_out_and_lines_stay_lines() {
        for (text, expected) in [
            (
                "a\0b\u{1b}c\u{ffff}d\u{fffe}e\u{7f}f\u{9f}g\u{feff}",
                "abcdefg",
            ),
            ("een\r\ntwee\tdrie\u{2028}vier\n", "een\ntwee drie\nvier"),
            ("\n\n", ""),
            ("👩‍👩‍👧 \u{301}", "👩‍👩‍👧 \u{301}"),
        ] {
            assert_eq!(drawable(text), expected);
        }
    }
}
