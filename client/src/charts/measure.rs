//! How wide texts are, and where they break, by the font's own advances.

pub use shared::lettering::{bound, is_vast, is_wide, width};
use shared::limits::SCALARS_ALWAYS;
use shared::text::characters;

/// The most width that one word of a label may ask for: scripts without spaces break anywhere.
pub const WORD: f64 = 420.0;

/// Breaks a text at its spaces, greedily, into at most `lines`; if text is left over, the last line
/// ends in an ellipsis. A word that is wider than a line is broken too.
pub fn wrap(text: &str, size: f64, weight: u16, measure: f64, lines: usize) -> Vec<String> {
    let mut broken: Vec<String> = Vec::new();
    let mut line = String::new();
    let pieces = |word| pieces(word, size, weight, measure).into_iter().enumerate();
    for (number, word) in text.split_whitespace().flat_map(pieces) {
        // No space comes into a word that goes on, also where there would be room for one.
        let goes_on = number > 0;
        let longer = if line.is_empty() {
            word.clone()
        } else {
            format!("{line} {word}")
        };
        if !line.is_empty() && (goes_on || width(&longer, size, weight) > measure) {
            broken.push(std::mem::replace(&mut line, word));
        } else {
            line = longer;
        }
    }
    broken.push(line);
    let cut = broken.len() > lines;
    broken.truncate(lines.max(1));
    if let Some(last) = broken.last_mut() {
        shorten(last, size, weight, measure, cut);
    }
    broken
}

/// The sizes that a text in a list may have, as shares of the usual one and their classes.
const SHARES: [(f64, Option<&str>); 3] =
    [(1.0, None), (0.5, Some("half")), (0.25, Some("quarter"))];

/// A text in a list, all of it.
pub struct MeasuredText {
    /// What its letters have of the usual size: the whole, but for characters of which one alone
    /// may be wider than the list.
    pub share: f64,
    /// The class that gives them that size.
    pub class: Option<&'static str>,
    pub lines: Vec<String>,
}

impl MeasuredText {
    /// How many lines in the usual size it takes the place of.
    pub fn rows(&self) -> usize {
        (self.lines.len() as f64 * self.share).ceil() as usize
    }
}

/// A text in the largest letters in which it is whole in so many lines of a list, where it has
/// characters of other fonts that are very wide; others are broken as they are.
pub fn listed(text: &str, size: f64, weight: u16, measure: f64, rows: usize) -> MeasuredText {
    let with = |(share, class): (f64, Option<&'static str>)| {
        let lines = wrap(text, size * share, weight, measure, usize::MAX);
        MeasuredText {
            share,
            class,
            lines,
        }
    };
    let whole = |listed: &MeasuredText| {
        let wide = |part: &str| width(part, size * listed.share, weight) > measure;
        listed.rows() <= rows && !characters(text).flat_map(parts).any(wide)
    };
    let [usual, smaller @ .., smallest] = SHARES;
    let usual = with(usual);
    if !is_wide(text) || whole(&usual) {
        usual
    } else {
        smaller
            .into_iter()
            .map(with)
            .find(whole)
            .unwrap_or_else(|| with(smallest))
    }
}

/// How many lines a text takes when no word of it is torn apart; nothing where one would have to
/// be. Scripts without spaces break anywhere.
pub fn whole(text: &str, size: f64, weight: u16, measure: f64) -> Option<usize> {
    let torn = |word: &str| pieces(word, size, weight, measure).concat() != word;
    (!text.split_whitespace().any(torn))
        .then(|| wrap(text, size, weight, measure, usize::MAX).len())
}

/// The width of a text's widest word.
pub fn widest_word(text: &str, size: f64, weight: u16) -> f64 {
    text.split_whitespace()
        .map(|word| width(word, size, weight))
        .fold(0.0, f64::max)
}

/// A word in pieces that each fit a line, with hyphens where its script has them.
fn pieces(word: &str, size: f64, weight: u16, measure: f64) -> Vec<String> {
    if width(word, size, weight) <= measure {
        return vec![word.to_owned()];
    }
    let mut pieces: Vec<String> = Vec::new();
    let mut piece = String::new();
    for character in characters(word).flat_map(parts) {
        let longer = format!("{piece}{character}");
        if !piece.is_empty() && width(&longer, size, weight) + width("-", size, weight) > measure {
            let hyphen = [piece.chars().last(), character.chars().next()]
                .into_iter()
                .flatten()
                .all(takes_hyphen);
            let full = std::mem::replace(&mut piece, character.to_owned());
            pieces.push(if hyphen { full + "-" } else { full });
        } else {
            piece = longer;
        }
    }
    pieces.push(piece);
    pieces
}

/// What is one character to breaking lines. Some signs make one of all that follows, without an
/// end: those are broken anywhere.
fn parts(character: &str) -> Vec<&str> {
    let endless = character.chars().nth(SCALARS_ALWAYS).is_some();
    if endless {
        character.split_inclusive(|_| true).collect()
    } else {
        vec![character]
    }
}

/// Letters of Latin, Greek and Cyrillic.
fn takes_hyphen(c: char) -> bool {
    c.is_alphabetic() && u32::from(c) < 0x530
}

/// Shortens a line until it fits with an ellipsis, if it is to have one or is too wide by itself.
fn shorten(line: &mut String, size: f64, weight: u16, measure: f64, cut: bool) {
    if !cut && width(line, size, weight) <= measure {
        return;
    }
    while !line.is_empty() && width(&format!("{line}…"), size, weight) > measure {
        line.pop();
    }
    line.truncate(line.trim_end().len());
    line.push('…');
}

/// As many lines as [`wrap`] needs, as even as they can be: the narrowest measure that keeps their
/// number.
pub fn balance(text: &str, size: f64, weight: u16, measure: f64, lines: usize) -> Vec<String> {
    let mut best = wrap(text, size, weight, measure, lines);
    if best.len() < 2 || best.last().is_some_and(|line| line.ends_with('…')) {
        return best;
    }
    // Narrower lines are never fewer, so halving finds the narrowest measure that keeps their
    // number.
    let (mut few, mut more) = (
        measure,
        (measure * 0.4).max(widest_word(text, size, weight).min(measure)),
    );
    while few - more > size / 4.0 {
        let tried = wrap(text, size, weight, f64::midpoint(few, more), usize::MAX);
        if tried.len() == best.len() {
            few = f64::midpoint(few, more);
            best = tried;
        } else {
            more = f64::midpoint(few, more);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_their_measure_and_lose_nothing_they_need_not() {
        let label = "Ik geef geen groepen, maar weet er veel van";
        let lines = balance(label, 34.0, 600, 400.0, 3);
        assert!(
            lines.len() > 1 && lines.iter().all(|line| width(line, 34.0, 600) <= 400.0),
            "{lines:?}"
        );
        assert_eq!(lines.join(" "), label);
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        let lines = wrap(&"woord ".repeat(60), 34.0, 600, 400.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…') && width(&lines[1], 34.0, 600) <= 400.0);
        let long = wrap(&"w".repeat(200), 34.0, 600, 400.0, 2);
        assert!(width(&long[0], 34.0, 600) <= 400.0, "{long:?}");
    }

    #[test]
    fn a_word_that_is_too_long_is_broken_and_nothing_of_it_is_lost() {
        let lines = wrap("een Arbeidsongeschiktheidsverzekering", 34.0, 600, 200.0, 9);
        assert_eq!(
            lines.concat().replace('-', ""),
            "eenArbeidsongeschiktheidsverzekering"
        );
        assert!(
            lines.iter().all(|line| width(line, 34.0, 600) <= 200.0),
            "{lines:?}"
        );
        assert!(lines[1].ends_with('-'), "{lines:?}");
        let family = wrap(&"👩‍👩‍👦".repeat(9), 34.0, 600, 300.0, 99);
        assert!(
            family
                .iter()
                .all(|line| !line.contains('-') && line.starts_with('👩') && line.ends_with('👦'))
        );
        assert_eq!(
            whole("Arbeidsongeschiktheidsverzekering", 34.0, 600, 200.0),
            None
        );
        assert_eq!(whole("twee woorden", 34.0, 600, 150.0), Some(2));
    }

    #[test]
    fn figures_are_tabular() {
        assert!((width("111", 10.0, 700) - width("888", 10.0, 700)).abs() < 1e-9);
    }
}
