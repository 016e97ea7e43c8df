//! Ids made from prompts.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::limits::SLIDE_ID_BYTES;

/// The id made from a prompt, or from the place in the deck (from 0) if nothing is left of it.
pub(in crate::deck) fn made(prompt: Option<&str>, index: usize) -> String {
    let id = slug(prompt.unwrap_or_default());
    if id.is_empty() {
        format!("slide-{}", index + 1)
    } else {
        id
    }
}

/// Ids that mean something by themselves.
const RESERVED: &[&str] = &["qa", "groups", "baskets", "last"];

/// Whether no slide can have that id.
pub(in crate::deck) fn is_reserved(id: &str) -> bool {
    RESERVED.contains(&id)
}

/// The id made from a prompt that a slide can have.
pub(in crate::deck) fn unreserved(prompt: Option<&str>, index: usize) -> String {
    let id = made(prompt, index);
    if is_reserved(&id) {
        format!("{id}-2")
    } else {
        id
    }
}

/// The id with a number behind it, within [`SLIDE_ID_BYTES`].
pub(in crate::deck) fn numbered(id: &str, number: usize) -> String {
    let end = format!("-{number}");
    let kept = id.len().min(SLIDE_ID_BYTES - end.len());
    format!("{}{end}", id[..kept].trim_end_matches('-'))
}

/// Lower case, accents dropped, other runs `-`, at most [`SLIDE_ID_BYTES`].
fn slug(prompt: &str) -> String {
    let mut id = String::new();
    for c in prompt
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
    {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if let Some(letters) = spelled(c) {
            id.push_str(letters);
        } else if !is_combining_mark(c) && !id.ends_with('-') {
            id.push('-');
        }
        if id.len() > 2 * SLIDE_ID_BYTES {
            break;
        }
    }
    let id = id.trim_matches('-');
    id[..id.len().min(SLIDE_ID_BYTES)]
        .trim_end_matches('-')
        .to_owned()
}

/// Letters that are not a letter with an accent to Unicode, but are to people.
fn spelled(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ł' => "l",
        'ŋ' => "n",
        'ŧ' => "t",
        'ĸ' => "k",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prompt_becomes_lower_case_letters_digits_and_dashes() {
        for (prompt, id) in [
            ("Hoe neem jij beslissingen?", "hoe-neem-jij-beslissingen"),
            (
                "Waaraan denk je bij 'waarden'?",
                "waaraan-denk-je-bij-waarden",
            ),
            ("Één café, naïef: ÇA", "een-cafe-naief-ca"),
            (
                "Straße, Øre, Łódź, Æsir, İstanbul",
                "strasse-ore-lodz-aesir-istanbul",
            ),
            ("  --A--  b_c 3.5  ", "a-b-c-3-5"),
            ("ﬁnale ①", "finale-1"),
            ("Ｆｕｌｌ ｗｉｄｔｈ", "full-width"),
            ("IJsland ĳ", "ijsland-ij"),
            ("🎉", ""),
            ("日本語", ""),
            ("", ""),
        ] {
            assert_eq!(slug(prompt), id, "{prompt}");
        }
    }

    #[test]
    fn an_id_is_at_most_60_bytes_and_ends_in_no_dash() {
        assert_eq!(slug(&"a".repeat(100)).len(), 60);
        assert_eq!(slug(&format!("{} bcd", "a".repeat(59))), "a".repeat(59));
        assert_eq!(
            slug(&format!("{}ß", "a".repeat(59))),
            format!("{}s", "a".repeat(59))
        );
    }

    #[test]
    fn without_letters_the_place_in_the_deck_is_the_id() {
        assert_eq!(made(None, 0), "slide-1");
        assert_eq!(made(Some("🎉"), 6), "slide-7");
    }
}
