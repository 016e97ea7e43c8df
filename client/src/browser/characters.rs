//! How many characters a text has, as people count them and as its room does.
//!
//! Browsers know what one character is; the tables that tell it would be the largest thing a phone
//! downloads. The server is the one that refuses, by the same rule (Unicode Standard Annex 29, and
//! so many scalar values for each).

use shared::refusal::Refusal;
use shared::rules::Rules;

/// Refuses a text that is empty or too long, as people count.
pub fn within(text: &str, limit: usize, rules: Rules) -> Result<(), Refusal> {
    match count(text, rules) {
        0 => Err(Refusal::Empty),
        count if count > limit => Err(Refusal::TooLong { limit }),
        _ => Ok(()),
    }
}

/// Characters of a text as it will be stored.
#[cfg(not(feature = "hydrate"))]
pub fn count(text: &str, rules: Rules) -> usize {
    shared::text::count(&shared::text::composed(text), rules)
}

/// Characters of a text as it will be stored; code points where the browser is too old to know.
#[cfg(feature = "hydrate")]
pub fn count(text: &str, rules: Rules) -> usize {
    use js_sys::{Array, Intl, JsString, Reflect, global};

    if text.is_ascii() {
        return text.len();
    }
    let text: String = JsString::from(shared::text::visible(text))
        .normalize("NFC")
        .into();
    let scalars = text.chars().count();
    let known = Reflect::get(&global(), &"Intl".into())
        .and_then(|intl| Reflect::has(&intl, &"Segmenter".into()));
    if known != Ok(true) {
        return shared::text::counted(scalars, scalars, rules);
    }
    let segmenter = Intl::Segmenter::new(&Array::new(), &js_sys::Object::new());
    let clusters = Array::from(&segmenter.segment(&text)).length() as usize;
    shared::text::counted(clusters, scalars, rules)
}

/// Whether two texts are the same word to people, capitals aside. For what a page marks; what
/// counts as one the room decides.
pub fn alike(one: &str, other: &str) -> bool {
    lower(one.trim()) == lower(other.trim())
}

#[cfg(not(feature = "hydrate"))]
fn lower(text: &str) -> String {
    text.to_lowercase()
}

#[cfg(feature = "hydrate")]
fn lower(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

#[cfg(test)]
mod tests {
    use shared::question::words::Words;

    use super::*;

    #[test]
    fn a_page_counts_as_the_room_does() {
        let words = Words {
            entries: 1,
            ..Words::default()
        };
        for (character, most) in [
            ("a", [25, 25]),
            ("e\u{301}", [25, 25]),
            ("❤️", [25, 25]),
            ("क्षि", [25, 25]),
            ("👨‍👩‍👧‍👦", [25, 14]),
            ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", [25, 14]),
            ("\u{600}", [400, 100]),
            ("\u{1100}", [266, 100]),
            ("क्", [133, 50]),
            ("b\u{202e}", [25, 25]),
        ] {
            for (rules, most) in [Rules::First, Rules::Second].into_iter().zip(most) {
                for (times, taken) in [(most, true), (most + 1, false)] {
                    let text = character.repeat(times);
                    assert_eq!(
                        words.word(&text, rules).is_ok(),
                        taken,
                        "{times} × {character} under {rules:?}"
                    );
                    // Under the first rules bytes had a bound too, which no page knew of.
                    if rules == Rules::Second || character.len() * times < 32 * 25 {
                        assert_eq!(
                            count(&text, rules) <= 25,
                            taken,
                            "{times} × {character} under {rules:?}"
                        );
                    }
                }
            }
        }
    }
}
