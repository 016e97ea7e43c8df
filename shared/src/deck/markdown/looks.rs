//! What a text looks like: a number to show large, or the times of an agenda.

/// The longest text that is still a number to show large, in characters.
const NUMBER_CHARS: usize = 12;
/// Letters that a number may have: `3,5 mln`, `20 km`.
const NUMBER_LETTERS: usize = 3;

/// What stands between hours and minutes.
const CLOCK_MARKS: [char; 4] = ['.', ':', 'u', 'h'];

/// Something like `168`, `€ 1.200`, `73%` or `3,5 mln`.
pub(super) fn is_number(text: &str) -> bool {
    let begins = |c: char| {
        c.is_numeric() || matches!(c, '€' | '$' | '£' | '+' | '-' | '−' | '±' | '<' | '>' | '~')
    };
    text.starts_with(begins)
        && text.chars().count() <= NUMBER_CHARS
        && text.chars().any(char::is_numeric)
        && text.chars().filter(|c| c.is_alphabetic()).count() <= NUMBER_LETTERS
}

/// A time or two: `13.00`, `9:30`, `13.00–14.30`, `13.00 uur`, `9u05`, `13.00 tot 14.30`.
pub(super) fn is_time(text: &str) -> bool {
    let text = text.replace(" tot ", "-").replace(" to ", "-");
    let text = text.trim();
    let text = ["uur", "u"]
        .iter()
        .find_map(|unit| text.strip_suffix(unit))
        .unwrap_or(text);
    let mut parts = text.splitn(2, ['-', '–', '—']);
    parts.all(|part| is_clock(part.trim()))
}

/// When what is named by a time or two begins, as `13:30`.
pub(super) fn clock(text: &str) -> Option<String> {
    let text = text.trim();
    is_time(text).then_some(())?;
    let (hours, rest) = text.split_once(CLOCK_MARKS)?;
    Some(format!("{hours:0>2}:{}", rest.get(..2)?))
}

fn is_clock(text: &str) -> bool {
    let Some((hours, minutes)) = text.split_once(CLOCK_MARKS) else {
        return false;
    };
    let below = |digits: &str, end: u32| {
        let plain = digits.bytes().all(|b| b.is_ascii_digit());
        plain && digits.parse::<u32>().is_ok_and(|number| number < end)
    };
    hours.len() <= 2 && minutes.len() == 2 && below(hours, 24) && below(minutes, 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_look_like_numbers() {
        for text in [
            "168",
            "€ 1.200",
            "73%",
            "3,5 mln",
            "−4",
            "2×",
            "1 op 5",
            "½",
        ] {
            assert!(is_number(text), "{text}");
        }
        for text in [
            "Let op",
            "",
            "A1",
            "1 januari",
            "2026 was een goed jaar",
            "%",
            "€",
        ] {
            assert!(!is_number(text), "{text}");
        }
    }

    #[test]
    fn times_look_like_times() {
        for text in [
            "13.00",
            "9:30",
            " 00:00 ",
            "13.00–14.30",
            "13.00 - 14.30",
            "13.00 uur",
            "9.00u",
        ] {
            assert!(is_time(text), "{text}");
        }
        for text in [
            "",
            "13",
            "24.00",
            "13.60",
            "13.5",
            "3.14.15",
            "13.00 pauze",
            "uur",
            "+1.30",
            "–",
        ] {
            assert!(!is_time(text), "{text}");
        }
    }
}
