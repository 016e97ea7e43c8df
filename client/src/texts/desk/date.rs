//! Days and moments as people write them.

use crate::language::Language::{self, En, Nl};

const MONTHS: [[&str; 12]; 2] = [
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

/// A day that stands as `2026-11-21`; in the year of `today` without it. What is no day stays as it is.
pub fn day(language: Language, day: &str, today: &str) -> String {
    let months = match language {
        Nl => &MONTHS[0],
        En => &MONTHS[1],
    };
    let named = || {
        let [year, month, number] = day.split('-').collect::<Vec<_>>().try_into().ok()?;
        let month = months.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
        let number: u32 = number.parse().ok()?;
        let short = today.get(..4) == Some(year);
        Some(if short { format!("{number} {month}") } else { format!("{number} {month} {year}") })
    };
    named().unwrap_or_else(|| day.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_its_month_in_words_and_its_year_where_that_is_another() {
        for (at, today, nl, en) in [
            ("2026-11-21", "2026-11-29", "21 november", "21 November"),
            ("2026-01-01", "2026-11-29", "1 januari", "1 January"),
            ("2025-12-31", "2026-01-01", "31 december 2025", "31 December 2025"),
            ("2026-05-09", "", "9 mei 2026", "9 May 2026"),
            ("2026-13-01", "2026-11-29", "2026-13-01", "2026-13-01"),
            ("2026-00-01", "2026-11-29", "2026-00-01", "2026-00-01"),
            ("ooit", "2026-11-29", "ooit", "ooit"),
        ] {
            assert_eq!((day(Nl, at, today).as_str(), day(En, at, today).as_str()), (nl, en), "{at} on {today}");
        }
    }
}
