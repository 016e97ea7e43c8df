//! Numbers as people write them, by the decimal mark of their language, and as they are stored: in
//! thousandths.

use serde::{Deserialize, Serialize};

use crate::languages;

/// Decimals that are kept.
const DECIMALS: usize = 3;
/// Thousandths of one.
pub const UNIT: i64 = 1_000;
/// The largest number that is taken, in thousandths: a double of JSON holds it to the last of them.
pub const MOST: i64 = 1_000_000_000_000 * UNIT;

/// What stands before decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// `3,5`
    #[default]
    Comma,
    /// `3.5`
    Point,
}

impl DecimalMark {
    /// That of a language by its BCP 47 tag.
    pub fn of(language: &str) -> Self {
        if languages::writes_a_decimal_point(language) {
            Self::Point
        } else {
            Self::Comma
        }
    }

    /// Whether it is the one of decks that do not say.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    fn char(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }
}

/// What somebody typed is not a number between [`MOST`] below and above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoNumber {
    /// It is something else.
    Else,
    /// It is larger.
    TooLarge,
}

/// Reads a number in thousandths. The other mark counts as the decimal one wherever it can't stand
/// between thousands.
pub fn parse(text: &str, mark: DecimalMark) -> Result<i64, NoNumber> {
    let text = text.trim();
    let (negative, text) = match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').map_or(text, str::trim_start)),
    };
    let (units, decimals) = split(text, mark).ok_or(NoNumber::Else)?;
    let whole = thousandths(&units, decimals)
        .filter(|whole| *whole <= MOST)
        .ok_or(NoNumber::TooLarge)?;
    Ok(if negative { -whole } else { whole })
}

/// The digits before the decimal mark, without what stands between thousands, and those behind it.
fn split(text: &str, mark: DecimalMark) -> Option<(String, &str)> {
    let (units, decimals) = match decimal_mark(text, mark) {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, ""),
    };
    let digits = decimals.bytes().all(|byte| byte.is_ascii_digit())
        && text.bytes().any(|byte| byte.is_ascii_digit());
    Some((ungrouped(units)?, decimals)).filter(|_| digits)
}

/// Where the decimal mark stands.
fn decimal_mark(text: &str, mark: DecimalMark) -> Option<usize> {
    let is_mark = |c: char| matches!(c, '.' | ',');
    let at = text.rfind(is_mark)?;
    let last = text[at..].chars().next()?;
    let (once, other) = (
        text.matches(last).count() == 1,
        text[..at].contains(is_mark),
    );
    // The same one again stands between thousands; behind another one it never does.
    let decimal =
        once && (other || last == mark.char() || !parts_thousands(&text[..at], &text[at + 1..]));
    decimal.then_some(at)
}

/// Whether a mark between these can be one between thousands: `1.000`, and neither `0.125` nor
/// `3.5`.
fn parts_thousands(before: &str, behind: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&before.len())
        && !before.starts_with('0')
        && digits(before)
        && behind.len() == 3
        && digits(behind)
}

/// Digits without the one sign that stands between their thousands, if there is one; nothing where
/// groups are not of three.
fn ungrouped(units: &str) -> Option<String> {
    let sign = units.chars().find(|c| !c.is_ascii_digit());
    let known = |sign: char| {
        matches!(
            sign,
            '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’'
        )
    };
    let Some(sign) = sign else {
        return Some(units.to_owned());
    };
    let mut groups = units.split(sign);
    let first = groups
        .next()
        .is_some_and(|group| (1..=3).contains(&group.len()));
    let fits = known(sign) && first && groups.all(|group| group.len() == 3);
    let digits: String = units.split(sign).collect();
    (fits && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

/// Rounded to a thousandth, half of one away from zero.
fn thousandths(units: &str, decimals: &str) -> Option<i64> {
    let kept: String = decimals
        .chars()
        .chain("000".chars())
        .take(DECIMALS)
        .collect();
    let up = decimals
        .as_bytes()
        .get(DECIMALS)
        .is_some_and(|digit| *digit >= b'5');
    let number: i64 = format!("0{units}{kept}").parse().ok()?;
    number.checked_add(i64::from(up))
}

/// As people write it, with no more decimals than it has.
pub fn written(thousandths: i64, mark: DecimalMark) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let (units, rest) = (
        thousandths.unsigned_abs() / UNIT as u64,
        thousandths.unsigned_abs() % UNIT as u64,
    );
    match format!("{rest:03}").trim_end_matches('0') {
        "" => format!("{sign}{units}"),
        decimals => format!("{sign}{units}{}{decimals}", mark.char()),
    }
}

/// A number that stands with a point, with that mark; all else as it is.
pub fn rewritten(text: &str, mark: DecimalMark) -> String {
    let number = parse(text, DecimalMark::Point);
    number.map_or_else(
        |_| text.to_owned(),
        |thousandths| written(thousandths, mark),
    )
}

/// As frames carry it, which means the same in every language: a point with three digits behind it
/// could stand between thousands, so there are four.
pub fn plain(thousandths: i64) -> String {
    let text = written(thousandths, DecimalMark::Point);
    let three = text
        .split_once('.')
        .is_some_and(|(_, decimals)| decimals.len() == DECIMALS);
    if three { format!("{text}0") } else { text }
}

/// As a number of JSON; whole ones stay whole.
pub fn number(thousandths: i64) -> f64 {
    thousandths as f64 / UNIT as f64
}
