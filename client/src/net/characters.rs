//! How many characters a text has, as people count them.
//!
//! Browsers know that by themselves; the tables that tell it would be the largest thing a phone downloads. The server is the one that
//! refuses, by the same rule (Unicode Standard Annex 29).

/// Characters as people count them.
#[cfg(not(feature = "hydrate"))]
pub fn count(text: &str) -> usize {
    shared::text::count(text)
}

/// Characters as people count them; code points where the browser is too old to know.
#[cfg(feature = "hydrate")]
pub fn count(text: &str) -> usize {
    use js_sys::{Array, Intl, Reflect, global};

    if text.is_ascii() {
        return text.len();
    }
    let known = Reflect::get(&global(), &"Intl".into()).and_then(|intl| Reflect::has(&intl, &"Segmenter".into()));
    if known != Ok(true) {
        return text.chars().count();
    }
    let segmenter = Intl::Segmenter::new(&Array::new(), &js_sys::Object::new());
    Array::from(&segmenter.segment(text)).length() as usize
}
