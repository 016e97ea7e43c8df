//! Whether a character, as people count them, is a picture: reactions, and the pictures of poles.
//!
//! After the emoji tables of Unicode, in ranges that also take pictures which are not emoji yet, so
//! that a new one needs no new version. Digits, arrows, ©, ® and ™ are text unless they are asked
//! to be pictures by U+FE0F.

use unicode_segmentation::UnicodeSegmentation;

const PICTURE_SELECTOR: char = '\u{fe0f}';
const TEXT_SELECTOR: char = '\u{fe0e}';
const KEYCAP: char = '\u{20e3}';

/// Whether a text is exactly one emoji.
pub fn is_emoji(text: &str) -> bool {
    let mut graphemes = text.graphemes(true);
    graphemes.next().is_some_and(is_picture) && graphemes.next().is_none()
}

/// A text without the emoji at its end, and that emoji.
pub(crate) fn split_trailing(text: &str) -> Option<(&str, &str)> {
    let (start, last) = text.grapheme_indices(true).next_back()?;
    is_picture(last).then(|| (text[..start].trim_end(), last))
}

fn is_picture(grapheme: &str) -> bool {
    let mut chars = grapheme.chars();
    let Some(first) = chars.next() else {
        return false;
    };
    let rest = chars.as_str();
    if rest.starts_with(TEXT_SELECTOR) {
        return false;
    }
    match first {
        '0'..='9' | '#' | '*' => rest.ends_with(KEYCAP),
        '\u{1f1e6}'..='\u{1f1ff}' => rest
            .chars()
            .next()
            .is_some_and(|c| matches!(c, '\u{1f1e6}'..='\u{1f1ff}')),
        first if is_always_picture(first) => true,
        first => rest.starts_with(PICTURE_SELECTOR) && is_picture_on_request(first),
    }
}

fn is_always_picture(c: char) -> bool {
    matches!(c,
        '\u{231a}'..='\u{231b}' | '\u{23e9}'..='\u{23f3}' | '\u{23f8}'..='\u{23fa}'
        | '\u{2600}'..='\u{2767}' | '\u{2795}'..='\u{2797}' | '\u{27b0}' | '\u{27bf}'
        | '\u{2b1b}'..='\u{2b1c}' | '\u{2b50}' | '\u{2b55}'
        | '\u{1f000}'..='\u{1f0ff}' | '\u{1f18e}' | '\u{1f191}'..='\u{1f19a}' | '\u{1f201}'
        | '\u{1f21a}' | '\u{1f22f}' | '\u{1f232}'..='\u{1f236}' | '\u{1f238}'..='\u{1f23a}'
        | '\u{1f250}'..='\u{1f251}' | '\u{1f300}'..='\u{1f64f}' | '\u{1f680}'..='\u{1f6ff}'
        | '\u{1f7e0}'..='\u{1f7f0}' | '\u{1f900}'..='\u{1faff}')
}

fn is_picture_on_request(c: char) -> bool {
    matches!(c,
        '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
        | '\u{2194}'..='\u{21aa}' | '\u{2328}' | '\u{23cf}' | '\u{24c2}' | '\u{25aa}'..='\u{25fe}'
        | '\u{27a1}' | '\u{2934}'..='\u{2935}' | '\u{2b05}'..='\u{2b07}' | '\u{3030}' | '\u{303d}'
        | '\u{3297}' | '\u{3299}' | '\u{1f170}'..='\u{1f171}' | '\u{1f17e}'..='\u{1f17f}'
        | '\u{1f202}' | '\u{1f237}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emoji_of_every_making_are_one_picture() {
        for emoji in [
            "✊",
            "🛟",
            "❤️",
            "❤",
            "🐱",
            "🎲",
            "👍🏽",
            "🇳🇱",
            "👨‍👩‍👧‍👦",
            "🏳️‍🌈",
            "1️⃣",
            "#️⃣",
            "☺️",
            "⭐",
            "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
            "➡️",
            "©️",
            "🤷🏿‍♀️",
            "🫶",
            "✅",
        ] {
            assert!(is_emoji(emoji), "{emoji}");
            assert_eq!(
                split_trailing(&format!("poes {emoji}")),
                Some(("poes", emoji))
            );
            assert_eq!(
                split_trailing(&format!("poes{emoji}")),
                Some(("poes", emoji))
            );
        }
    }

    #[test]
    fn letters_digits_and_signs_are_text() {
        for text in [
            "a",
            "1",
            "©",
            "™",
            "→",
            "➡",
            "é",
            "",
            "🐱🐶",
            "🐱 ",
            "❶",
            "e\u{301}",
            "€",
            "中",
            "❤\u{fe0e}",
            "🇳",
        ] {
            assert!(!is_emoji(text), "{text}");
        }
        for text in ["polderaar", "optie 1", "peil™", "", "→", "tja…"] {
            assert_eq!(split_trailing(text), None, "{text}");
        }
    }

    #[test]
    fn only_the_last_emoji_is_split_off() {
        assert_eq!(split_trailing("a 🐱🐶"), Some(("a 🐱", "🐶")));
        assert_eq!(split_trailing("🐱"), Some(("", "🐱")));
    }
}
