//! Numbers as text and back, with at most a few decimals.
//!
//! By whole numbers alone: what the language brings along for floating point is exact to the last
//! of seventeen digits, and would be a tenth of what a phone downloads.

/// With exactly that many decimals, at most 3: `4.50`.
pub fn fixed(value: f64, decimals: u32) -> String {
    let unit = 10_i64.pow(decimals);
    let whole = (value * unit as f64).round() as i64;
    let sign = if whole < 0 { "-" } else { "" };
    let (units, rest) = (whole.abs() / unit, whole.abs() % unit);
    if decimals == 0 {
        format!("{sign}{units}")
    } else {
        format!("{sign}{units}.{rest:0width$}", width = decimals as usize)
    }
}

/// With at most that many decimals: `4.5`, `4`.
pub fn short(value: f64, decimals: u32) -> String {
    let text = fixed(value, decimals);
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

/// Reads digits with at most one decimal comma or point; nothing where it is something else.
pub fn parse(text: &str) -> Option<f64> {
    let text = text.trim();
    let (units, rest) = text.split_once([',', '.']).unwrap_or((text, ""));
    let digits = |part: &str| part.len() <= 9 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(units) || !digits(rest) || (units.is_empty() && rest.is_empty()) {
        return None;
    }
    let number = |part: &str| {
        part.bytes()
            .fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0'))
    };
    let unit = 10_i64.pow(rest.len() as u32);
    Some((number(units) * unit + number(rest)) as f64 / unit as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_short_as_they_may_be() {
        for (value, decimals, said) in [
            (73.0, 2, "73"),
            (73.5, 2, "73.5"),
            (99.75, 2, "99.75"),
            (0.05, 1, "0.1"),
            (-0.04, 1, "0"),
            (-1.25, 2, "-1.25"),
            (100.0, 0, "100"),
        ] {
            assert_eq!(short(value, decimals), said);
        }
        assert_eq!(
            (fixed(4.5, 2).as_str(), fixed(4.005, 1).as_str()),
            ("4.50", "4.0")
        );
    }

    #[test]
    fn what_is_typed_is_read_as_people_write_it() {
        for (text, value) in [
            ("73", 73.0),
            (" 73,5 ", 73.5),
            ("99.75", 99.75),
            (".5", 0.5),
            ("0", 0.0),
        ] {
            assert_eq!(parse(text), Some(value), "{text}");
        }
        for text in ["", ".", "1.2.3", "-1", "1e3", "tien", "99999999999"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
