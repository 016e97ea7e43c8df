//! By what words are the same. Keys are stored, so what a version once made of a word it makes of
//! it for ever.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::line;
use super::properties::{is_dash, is_ignorable};
use crate::rules::Rules;

/// The key by which entries are the same word, under the rules that their room began under. An
/// entry of punctuation alone is its own key.
pub fn word_key(text: &str, rules: Rules) -> String {
    let folded = match rules {
        Rules::First => folded_once(text),
        Rules::Second => folded(&seen(text)),
    };
    let normal = line(&folded, rules);
    let trimmed = normal.trim_matches(|c: char| is_punctuation(c) || c == ' ');
    if trimmed.is_empty() {
        normal
    } else {
        trimmed.to_owned()
    }
}

/// NFKC, and case folded.
fn folded_once(text: &str) -> String {
    caseless::default_case_fold_str(&text.nfkc().collect::<String>())
        .nfkc()
        .collect()
}

/// Decomposed and case folded twice, as compatibility caseless matching asks for (The Unicode
/// Standard, D146; by compatibility from the start, so that all four normal forms have one key),
/// with the dot left out that case folding sets on a small i, and every dash the plain one.
fn folded(text: &str) -> String {
    let fold = |text: String| caseless::default_case_fold_str(&text);
    let once = fold(text.nfkd().collect());
    let twice = fold(once.nfkd().collect());
    undotted(twice.nfkd())
        .map(|c| if is_dash(c) { '-' } else { c })
        .collect()
}

/// What is behind a flag and makes it that of England, Scotland or Wales. Elsewhere such characters
/// show nothing.
const NATIONS: [&str; 3] = [
    "\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
    "\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
];
const FLAG: char = '\u{1f3f4}';

/// A text without what shows nothing.
fn seen(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            // A blank that counts as a sign, and what stands for things beside the text: fonts draw
            // nothing for them.
            '\u{2800}' => seen.push(' '),
            '\u{fff9}'..='\u{fffc}' => {}
            c if is_ignorable(c) => {}
            c => seen.push(c),
        }
        if let Some(nation) = NATIONS
            .iter()
            .find(|nation| c == FLAG && rest.starts_with(**nation))
        {
            seen.push_str(nation);
            rest = &rest[nation.len()..];
        }
    }
    seen
}

/// Decomposed letters without the dot above an i, also where other marks stand between: İ is no
/// other letter than i.
fn undotted(letters: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let mut on_an_i = false;
    letters.filter(move |c| {
        let dot = on_an_i && *c == '\u{307}';
        on_an_i =
            *c == 'i' || dot || (on_an_i && !matches!(canonical_combining_class(*c), 0 | 230));
        !dot
    })
}

/// The characters of the Unicode categories P* that stand around words in practice.
fn is_punctuation(c: char) -> bool {
    match c {
        '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~' => false,
        '¡'
        | '¿'
        | '«'
        | '»'
        | '·'
        | '¶'
        | '§'
        | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205e}' => true,
        '\u{3001}'..='\u{3003}'
        | '\u{3008}'..='\u{3011}'
        | '\u{ff01}'
        | '\u{ff0c}'
        | '\u{ff1f}'
        | '،'
        | '؟'
        | '؛' => true,
        c => c.is_ascii_punctuation(),
    }
}

#[cfg(test)]
mod tests;
