//! Moments as text: RFC 3339 in UTC, to a thousandth of a second, from milliseconds since the
//! epoch.
//!
//! The conversion between days and dates is Howard Hinnant's `civil_from_days`
//! (<https://howardhinnant.github.io/date_algorithms.html>), exact for the proleptic Gregorian
//! calendar.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::ids::Millis;

const DAY_MS: u64 = 86_400_000;

/// `2026-11-21T15:04:05.678Z`.
pub fn rfc3339(at: Millis) -> String {
    let (year, month, day) = date_of(at / DAY_MS);
    let ms = at % DAY_MS;
    let (hour, minute, second) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60);
    format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{:03}Z",
        ms % 1000
    )
}

/// Reads what [`rfc3339`] writes; nothing else.
pub fn parse(text: &str) -> Option<Millis> {
    let number =
        |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<u64>().ok());
    let days = days_of(number(0..4)?, number(5..7)?, number(8..10)?)?;
    let ms = number(11..13)? * 3_600_000
        + number(14..16)? * 60_000
        + number(17..19)? * 1000
        + number(20..23)?;
    let at = days * DAY_MS + ms;
    (rfc3339(at) == text).then_some(at)
}

/// A day and a time of day where a room is, as a form writes them: `2026-12-12T13:30`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalMoment(String);

impl LocalMoment {
    /// Reads one; nothing else than a day that there is, and a time of it.
    pub fn parse(text: &str) -> Option<Self> {
        parse(&format!("{text}:00.000Z")).map(|_| Self(text.to_owned()))
    }

    /// The day: `2026-12-12`.
    pub fn day(&self) -> &str {
        self.0.get(..10).unwrap_or_default()
    }

    /// The time of day: `13:30`.
    pub fn time(&self) -> &str {
        self.0.get(11..).unwrap_or_default()
    }
}

/// Reads any moment that is written as RFC 3339, to a thousandth of a second: with fewer or more
/// digits of a second, and in any zone.
pub fn read(text: &str) -> Option<Millis> {
    let (clock, zone) = text.split_at_checked(19)?;
    let digits = zone.strip_prefix('.').map_or("", |zone| {
        &zone[..zone.bytes().take_while(u8::is_ascii_digit).count()]
    });
    let zone = if digits.is_empty() {
        zone
    } else {
        &zone[1 + digits.len()..]
    };
    let thousandths: String = digits.chars().chain("000".chars()).take(3).collect();
    let at = parse(&format!("{}.{thousandths}Z", clock.to_ascii_uppercase()))?;
    let (sign, ahead) = match zone.split_at_checked(1)? {
        ("Z" | "z", "") => return Some(at),
        (sign @ ("+" | "-"), ahead) => (sign, ahead),
        _ => return None,
    };
    let number = |part: &str, below: u64| {
        let plain = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        plain
            .then(|| part.parse::<u64>().ok())?
            .filter(|number| *number < below)
    };
    let (hours, minutes) = ahead.split_once(':')?;
    let ahead = number(hours, 24)? * 3_600_000 + number(minutes, 60)? * 60_000;
    if sign == "+" {
        at.checked_sub(ahead)
    } else {
        Some(at + ahead)
    }
}

fn date_of(days: u64) -> (u64, u64, u64) {
    let shifted = days + 719_468;
    let era = shifted / 146_097;
    let day_of_era = shifted % 146_097;
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    (year_of_era + era * 400 + u64::from(month <= 2), month, day)
}

fn days_of(year: u64, month: u64, day: u64) -> Option<u64> {
    let valid =
        (1970..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let year = if month <= 2 {
        year.checked_sub(1)?
    } else {
        year
    };
    let month_from_march = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * month_from_march + 2) / 5 + day.checked_sub(1)?;
    let day_of_era = year % 400 * 365 + year % 400 / 4 - year % 400 / 100 + day_of_year;
    valid.then(|| year / 400 * 146_097 + day_of_era - 719_468)
}

/// Writes a moment; for `#[serde(with = "…")]`.
pub fn serialize<S: Serializer>(at: &Millis, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&rfc3339(*at))
}

/// Reads a moment; for `#[serde(with = "…")]`.
///
/// # Errors
/// Where the text is not what [`rfc3339`] writes.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Millis, D::Error> {
    let text = String::deserialize(deserializer)?;
    parse(&text).ok_or_else(|| serde::de::Error::custom("not a moment in RFC 3339"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_and_a_time_are_read_as_a_form_writes_them_and_nothing_else() {
        let moment = LocalMoment::parse("2026-12-12T13:30").unwrap();
        assert_eq!((moment.day(), moment.time()), ("2026-12-12", "13:30"));
        for wrong in [
            "",
            "2026-12-12",
            "2026-02-30T13:30",
            "2026-12-12T24:00",
            "2026-12-12T13:60",
            "2026-12-12 13:30",
            "2026-12-12T13:30:00",
            "12-12-2026T13:30",
        ] {
            assert_eq!(LocalMoment::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn moments_read_as_they_are_written() {
        for (at, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (1_795_299_480_123, "2026-11-21T22:18:00.123Z"),
            (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
        ] {
            assert_eq!(rfc3339(at), text);
            assert_eq!(parse(text), Some(at));
        }
    }

    #[test]
    fn moments_of_other_zones_and_shapes_are_read() {
        let at = 1_795_299_480_000;
        for (text, moment) in [
            ("2026-11-21T22:18:00Z", Some(at)),
            ("2026-11-21t22:18:00z", Some(at)),
            ("2026-11-21T22:18:00.5Z", Some(at + 500)),
            ("2026-11-21T22:18:00.123456789Z", Some(at + 123)),
            ("2026-11-21T23:18:00+01:00", Some(at)),
            ("2026-11-21T17:48:00-04:30", Some(at)),
            ("2026-11-22T00:18:00.000+02:00", Some(at)),
            ("2026-11-21T22:18:00", None),
            ("2026-11-21T22:18Z", None),
            ("2026-11-21T22:18:00.Z", None),
            ("2026-11-21T22:18:00+1:00", None),
            ("2026-11-21T22:18:00+24:00", None),
            ("2026-11-21T22:18:00+0100", None),
            ("2026-02-30T22:18:00Z", None),
            ("1970-01-01T00:00:00+01:00", None),
            ("nu", None),
            ("ééééééééééééé", None),
            ("", None),
        ] {
            assert_eq!(read(text), moment, "{text}");
        }
    }

    #[test]
    fn nothing_else_is_a_moment() {
        for text in [
            "",
            "2026-02-30T00:00:00.000Z",
            "2026-13-01T00:00:00.000Z",
            "2026-11-21T22:18:00Z",
            "ééééééééééééé",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
