//! Drawings of our own for common emoji, since those differ from phone to phone; `style/poles` says
//! which stands for what.

const CAT: &str = include_str!("../../style/poles/cat.svg");
const DICE: &str = include_str!("../../style/poles/dice.svg");
const DOG: &str = include_str!("../../style/poles/dog.svg");
const FIST: &str = include_str!("../../style/poles/fist.svg");
const HANDSHAKE: &str = include_str!("../../style/poles/handshake.svg");
const HARE: &str = include_str!("../../style/poles/hare.svg");
const HEART: &str = include_str!("../../style/poles/heart.svg");
const LIFEBUOY: &str = include_str!("../../style/poles/lifebuoy.svg");
const MOUNTAIN: &str = include_str!("../../style/poles/mountain.svg");
const OK: &str = include_str!("../../style/poles/ok.svg");
const RAIN: &str = include_str!("../../style/poles/rain.svg");
const SNAIL: &str = include_str!("../../style/poles/snail.svg");
const SUN: &str = include_str!("../../style/poles/sun.svg");
const THUMB: &str = include_str!("../../style/poles/thumb.svg");

/// The drawing that stands for an emoji, as the whole of an SVG element.
pub fn drawing(emoji: &str) -> Option<&'static str> {
    let svg = match plain(emoji).as_str() {
        "🐱" | "🐈" | "😺" | "🐈\u{200d}⬛" => CAT,
        "🐶" | "🐕" | "🦮" | "🐕\u{200d}🦺" => DOG,
        "🎲" => DICE,
        "🛟" => LIFEBUOY,
        "✊" | "👊" | "🤛" | "🤜" => FIST,
        "🤝" => HANDSHAKE,
        "❤" | "🧡" | "💛" | "💚" | "💙" | "💜" | "🖤" | "🤍" | "🤎" | "♥" => {
            HEART
        }
        "☀" | "🌞" | "🌤" => SUN,
        "🌧" | "☔" | "🌦" => RAIN,
        "⛰" | "🏔" | "🗻" => MOUNTAIN,
        "👌" => OK,
        "👍" => THUMB,
        "🐌" => SNAIL,
        "🐇" | "🐰" => HARE,
        _ => return None,
    };
    Some(svg.trim())
}

/// What stands inside a drawing, for a group of 64 × 64 in a picture.
pub fn inside(drawing: &'static str) -> &'static str {
    let start = drawing.find('>').map(|end| end + 1);
    let end = drawing.rfind("</svg>");
    start
        .zip(end)
        .and_then(|(start, end)| drawing.get(start..end))
        .unwrap_or_default()
}

/// Without what chooses between a coloured and a plain glyph, and without skin tones.
fn plain(emoji: &str) -> String {
    emoji
        .trim()
        .chars()
        .filter(|c| !matches!(c, '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_drawing_serves_all_tones_and_variants() {
        assert_eq!(drawing("✊🏿"), drawing("✊"));
        assert_eq!(drawing("❤️"), drawing("♥"));
        assert_eq!(drawing(" 🐈‍⬛"), drawing("🐱"));
        assert_ne!(drawing("🐶"), drawing("🐱"));
        assert_eq!(drawing("🦸"), None);
    }

    #[test]
    fn a_drawing_is_one_element_that_nobody_reads_aloud() {
        for emoji in [
            "🐱", "🐶", "🎲", "🛟", "✊", "🤝", "❤", "☀", "🌧", "⛰", "🐌", "🐇", "👌", "👍",
        ] {
            let svg = drawing(emoji).unwrap();
            assert!(
                svg.starts_with("<svg ") && svg.ends_with("</svg>") && svg.contains("aria-hidden"),
                "{emoji}"
            );
            assert!(
                inside(svg).starts_with('<') && !inside(svg).contains("svg"),
                "{emoji}"
            );
            assert!(!svg.contains("style"), "{emoji}: nothing inline");
        }
    }
}
