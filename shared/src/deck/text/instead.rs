//! What was most likely meant by a value that is not of its type, as it is written.

use unicode_normalization::UnicodeNormalization;

use super::undressed::undressed;
use crate::deck::problem::Wanted;
use crate::languages;

/// Signs that say yes and no in every language.
const YES: [&str; 3] = ["1", "✓", "✔"];
const NO: [&str; 1] = ["0"];

/// The value that was meant, if it can be known.
pub(crate) fn of(wanted: Wanted, found: &str) -> Option<String> {
    let value: String = undressed(found);
    match wanted {
        Wanted::YesNo if says(&YES, &value, languages::means_yes) => Some("yes".into()),
        Wanted::YesNo if says(&NO, &value, languages::means_no) => Some("no".into()),
        Wanted::Whole => whole(&value),
        Wanted::Number => Some(value.replace(',', ".")),
        Wanted::Pick => pick(&value),
        Wanted::Time => time(&value),
        Wanted::Language => languages::named(&value).map(str::to_owned),
        Wanted::List => list(found),
        Wanted::Id => Some(super::slug::made(Some(found), 0)),
        Wanted::Groups => whole(&value),
        Wanted::YesNo
        | Wanted::Pole
        | Wanted::Emoji
        | Wanted::Baskets
        | Wanted::Wifi
        | Wanted::Room => None,
    }
}

fn says(signs: &[&str], value: &str, in_words: fn(&str) -> bool) -> bool {
    signs.contains(&value) || in_words(value)
}

/// A number with its unit, a number in a word: `60s`, `1 min`, `drie`. Minutes are said in seconds.
fn whole(value: &str) -> Option<String> {
    if let Some(number) = languages::number(value) {
        return Some(number.into());
    }
    let numbers = numbers(value);
    let unit: String = value.chars().filter(|c| c.is_alphabetic()).collect();
    let [number] = numbers[..] else { return None };
    let plain = value
        .chars()
        .all(|c| c.is_alphanumeric() || c.is_whitespace());
    let factor = if languages::means_minutes(&unit) {
        60
    } else {
        1
    };
    plain
        .then(|| number.checked_mul(factor))
        .flatten()
        .map(|number| number.to_string())
}

/// `[1, 2]`, `1 of 2`, `1,2`, `max 3`: from the first to the last.
fn pick(value: &str) -> Option<String> {
    if let Some(number) = languages::number(value) {
        return Some(number.into());
    }
    match numbers(value)[..] {
        [one] => Some(one.to_string()),
        [first, .., last] if first < last => Some(format!("{first}-{last}")),
        _ => None,
    }
}

/// `15u30`, `15h30`, `1530`, `15.30 uur`.
fn time(value: &str) -> Option<String> {
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = match (numbers(value).len(), digits.len()) {
        (1, 1..=2) => (digits.as_str(), "00"),
        (1 | 2, 3..=4) => digits.split_at(digits.len() - 2),
        _ => return None,
    };
    let real = hours.parse().is_ok_and(|hours: u32| hours < 24) && minutes < "60";
    real.then(|| format!("{hours:0>2}:{minutes}"))
}

fn list(found: &str) -> Option<String> {
    let mut parts = found.split([',', ';']).map(str::trim).peekable();
    let plain = |part: &str| {
        part.chars()
            .all(|c| c.is_alphanumeric() || c == ' ' || !c.is_ascii())
    };
    parts.peek()?;
    let parts: Vec<_> = parts.collect();
    let whole = parts.iter().all(|part| !part.is_empty() && plain(part)) && found.len() < 60;
    whole.then(|| format!("[{}]", parts.join(", ")))
}

/// The numbers in a text, from the left.
fn numbers(text: &str) -> Vec<u32> {
    let text: String = text.nfkc().collect();
    text.split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        .collect()
}
