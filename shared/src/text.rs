//! What people type: cleaning it, counting it as people count, and the key by which words match.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use crate::limits::{BYTES_PER_CHAR, MARKS_PER_CHAR, SCALARS_ALWAYS, SCALARS_PER_CHAR};
use crate::refusal::Refusal;
use crate::rules::Rules;

mod key;
mod properties;
#[cfg(test)]
mod tests;

pub use key::word_key;

/// Characters as people count them: extended grapheme clusters (Unicode Standard Annex 29).
/// Clusters have no end, so a text counts at least as one character per [`SCALARS_PER_CHAR`] scalar
/// values.
pub fn count(text: &str, rules: Rules) -> usize {
    counted(text.graphemes(true).count(), text.chars().count(), rules)
}

/// The same for callers who know how many clusters a text has, and how many scalar values.
pub fn counted(clusters: usize, scalars: usize, rules: Rules) -> usize {
    match rules {
        Rules::Second if scalars > SCALARS_ALWAYS => {
            clusters.max(scalars.div_ceil(SCALARS_PER_CHAR))
        }
        Rules::First | Rules::Second => clusters,
    }
}

/// A text's characters as people count them.
pub fn characters(text: &str) -> impl Iterator<Item = &str> {
    text.graphemes(true)
}

/// One line of text as it is stored: NFC, without control and direction-override characters, blanks
/// collapsed, trimmed. What shows nothing is empty.
pub fn line(text: &str, rules: Rules) -> String {
    let cleaned = composed(&text.replace(char::is_whitespace, " "));
    let words: Vec<&str> = cleaned.split(' ').filter(|word| !word.is_empty()).collect();
    shown(words.join(" "), rules)
}

/// A text in NFC, without what is taken out of every text. Twice is the same as once.
pub fn composed(text: &str) -> String {
    // What is hidden goes first: what stood around it may compose, and a text cleaned twice is the
    // same.
    visible(text).nfc().collect()
}

/// A text without control characters, line breaks apart, and without what changes its direction.
pub fn visible(text: &str) -> String {
    text.chars()
        .filter(|c| *c == '\n' || !is_hidden(*c))
        .collect()
}

/// Several lines of text as they are stored: like [`line`], but line breaks stay, at most two
/// together.
pub fn lines(text: &str, rules: Rules) -> String {
    let mut kept: Vec<String> = Vec::new();
    for each in text.replace("\r\n", "\n").split(['\n', '\r']) {
        let each = line(each, rules);
        if !each.is_empty() || kept.last().is_some_and(|last| !last.is_empty()) {
            kept.push(each);
        }
    }
    kept.join("\n").trim_end().to_owned()
}

/// Refuses a text of more than `limit` characters as people count them, of more than so many
/// characters may take, or with towers of combining marks.
///
/// # Errors
/// [`Refusal::TooLong`].
pub fn within(text: String, limit: usize, rules: Rules) -> Result<String, Refusal> {
    if is_within(&text, limit, rules) {
        Ok(text)
    } else {
        Err(Refusal::TooLong { limit })
    }
}

/// Whether [`within`] takes a text.
pub fn is_within(text: &str, limit: usize, rules: Rules) -> bool {
    let most = SCALARS_ALWAYS.max(limit.saturating_mul(SCALARS_PER_CHAR));
    match rules {
        Rules::First => fits(text, limit),
        // The scalar values first: counting the clusters of a megabyte is work that a stranger
        // could ask for.
        Rules::Second => {
            text.chars().nth(most).is_none() && !is_piled_up(text) && count(text, rules) <= limit
        }
    }
}

/// Whether a text of a deck has at most so many characters as people count them, none of them a
/// tower of marks.
pub fn fits(text: &str, limit: usize) -> bool {
    // The byte count first, for the same reason.
    text.len() <= limit.saturating_mul(BYTES_PER_CHAR)
        && !is_piled_up(text)
        && count(text, Rules::First) <= limit
}

/// A text with no more combining marks on a character than it may have.
pub fn without_towers(text: &str) -> String {
    let mut marks = 0;
    let kept = text.chars().filter(|c| {
        marks = if is_combining_mark(*c) { marks + 1 } else { 0 };
        marks <= MARKS_PER_CHAR
    });
    kept.collect()
}

fn is_piled_up(text: &str) -> bool {
    without_towers(text).len() < text.len()
}

fn is_hidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Text of joiners, fillers and variation selectors alone shows nothing, so it is nothing.
fn shown(text: String, rules: Rules) -> String {
    let is_blank = |c: char| match rules {
        Rules::First => is_first_blank(c),
        Rules::Second => matches!(c, ' ' | '\u{2800}') || properties::is_ignorable(c),
    };
    if text.chars().all(is_blank) {
        String::new()
    } else {
        text
    }
}

fn is_first_blank(c: char) -> bool {
    let filler = matches!(
        c,
        ' ' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{2800}'
    );
    let joiner =
        matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{ffa0}');
    filler || joiner || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}')
}
