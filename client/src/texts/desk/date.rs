//! Days and moments as people write them.

use shared::instant::LocalMoment;

use crate::language::Language;
use crate::messages::{locale, plurals as say};

/// A day that stands as `2026-11-21`; in the year of `today` without it. What is no day stays as it
/// is.
pub fn day(language: Language, day: &str, today: &str) -> String {
    written(language, day, today).unwrap_or_else(|| day.to_owned())
}

/// When a room is to take place: `gepland op 12 december om 13.30 uur`.
pub fn planned_for(language: Language, at: &LocalMoment, today: &str) -> String {
    say::planned_for(language, &moment(language, at, today))
}

/// A day and a time of it: `12 december om 13.30 uur`.
pub fn moment(language: Language, at: &LocalMoment, today: &str) -> String {
    let time = match at.time().split_once(':') {
        Some((hours, minutes)) => say::time_of_day(language, hours, minutes),
        None => at.time().to_owned(),
    };
    say::moment(language, &day(language, at.day(), today), &time)
}

/// A time alone: `13.30`.
pub fn clock(language: Language, at: &LocalMoment) -> String {
    match at.time().split_once(':') {
        Some((hours, minutes)) => locale::clock(language, hours, minutes),
        None => at.time().to_owned(),
    }
}

fn written(language: Language, day: &str, today: &str) -> Option<String> {
    let [year, month, number] = day.split('-').collect::<Vec<_>>().try_into().ok()?;
    let number = number.parse::<u64>().ok()?.to_string();
    let month = month
        .parse::<u64>()
        .ok()
        .filter(|month| (1..=12).contains(month))?;
    let month = locale::month(language, month);
    let is_this_year = today.get(..4) == Some(year);
    Some(if is_this_year {
        locale::day_of_year(language, &number, &month)
    } else {
        locale::date(language, &number, &month, year)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::known::{En, Nl};

    #[test]
    fn a_day_has_its_month_in_words_and_its_year_where_that_is_another() {
        for (at, today, nl, en) in [
            ("2026-11-21", "2026-11-29", "21 november", "21 November"),
            ("2026-01-01", "2026-11-29", "1 januari", "1 January"),
            (
                "2025-12-31",
                "2026-01-01",
                "31 december 2025",
                "31 December 2025",
            ),
            ("2026-05-09", "", "9 mei 2026", "9 May 2026"),
            ("2026-13-01", "2026-11-29", "2026-13-01", "2026-13-01"),
            ("2026-00-01", "2026-11-29", "2026-00-01", "2026-00-01"),
            ("ooit", "2026-11-29", "ooit", "ooit"),
        ] {
            assert_eq!(
                (day(Nl, at, today).as_str(), day(En, at, today).as_str()),
                (nl, en),
                "{at} on {today}"
            );
        }
    }
}
