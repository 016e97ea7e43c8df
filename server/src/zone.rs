//! The time zone in which the organiser lives: what stands beside UTC in exports and names the day
//! of a file.
//!
//! The rules come with the binary, so that a zone is the same on every machine, in a container
//! without them too.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use shared::ids::Millis;
use shared::instant::LocalMoment;

/// Where nobody said another.
pub const USUAL: &str = "Europe/Amsterdam";

/// A time zone by its name in the IANA database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// `2026-11-28 15:03:05`, which spreadsheets in every language read as a moment.
    pub fn clock(&self, at: Millis) -> String {
        self.local(at, "%Y-%m-%d %H:%M:%S")
    }

    /// `15:03`, as a clock on the wall shows it.
    pub fn time_of_day(&self, at: Millis) -> String {
        self.local(at, "%-H:%M")
    }

    /// `2026-11-28`.
    pub fn day(&self, at: Millis) -> String {
        self.local(at, "%Y-%m-%d")
    }

    /// The minute of a moment, as people who plan write it.
    pub fn moment(&self, at: Millis) -> LocalMoment {
        let written = self.local(at, "%Y-%m-%dT%H:%M");
        LocalMoment::parse(&written).expect("a day and a time of day")
    }

    /// Milliseconds from 1970 to what the clock shows then; nothing for a moment that no clock
    /// knows.
    pub fn wall_ms(&self, at: Millis) -> Option<i64> {
        let at = i64::try_from(at).ok()?;
        let moment = Timestamp::from_millisecond(at).ok()?;
        let offset = self.0.to_offset(moment).seconds();
        Some(at + i64::from(offset) * 1000)
    }

    /// RFC 3339 with the distance from UTC: `2026-11-28T15:03:05.678+01:00`.
    pub fn rfc3339(&self, at: Millis) -> String {
        self.local(at, "%Y-%m-%dT%H:%M:%S%.3f%:z")
    }

    /// When a day ends that stands as `2026-12-28`; nothing of what is no day.
    pub fn end_of(&self, day: &str) -> Option<Millis> {
        let day: Date = Some(day).filter(|day| day.len() == 10)?.parse().ok()?;
        let next = day
            .tomorrow()
            .ok()?
            .to_zoned_datetime(self.0.clone())
            .ok()?;
        u64::try_from(next.timestamp().as_millisecond()).ok()
    }

    fn local(&self, at: Millis, format: &str) -> String {
        let known = i64::try_from(at)
            .ok()
            .and_then(|ms| Timestamp::from_millisecond(ms).ok());
        let moment = known.unwrap_or(Timestamp::MAX);
        moment
            .to_zoned_datetime(self.0.clone())
            .strftime(format)
            .to_string()
    }
}

impl Default for Zone {
    fn default() -> Self {
        Self(TimeZone::get(USUAL).expect("the binary brings this zone"))
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.iana_name().unwrap_or("UTC"))
    }
}

impl FromStr for Zone {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let wrong = || {
            format!(
                "`{name}` is no time zone that peil knows; write the name of a city's zone, for example Europe/Amsterdam, or UTC"
            )
        };
        TimeZone::get(name.trim()).map(Self).map_err(|_| wrong())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_on_the_wall_shows_hours_and_minutes() {
        let noon = 1_792_929_600_000;
        for (zone, shown) in [
            ("Europe/Amsterdam", "13:00"),
            ("UTC", "12:00"),
            ("Asia/Kolkata", "17:30"),
        ] {
            assert_eq!(
                zone.parse::<Zone>().unwrap().time_of_day(noon),
                shown,
                "{zone}"
            );
        }
        // As the page's own clock writes it, which takes its place.
        assert_eq!(
            "UTC"
                .parse::<Zone>()
                .unwrap()
                .time_of_day(1_792_890_300_000),
            "1:05"
        );
    }

    #[test]
    fn a_day_ends_where_the_next_begins() {
        let zone = Zone::default();
        for (day, last) in [
            ("2026-12-28", "2026-12-28T23:59:59.999+01:00"),
            ("2026-10-25", "2026-10-25T23:59:59.999+01:00"),
            ("2026-06-30", "2026-06-30T23:59:59.999+02:00"),
        ] {
            let end = zone.end_of(day).expect("a day");
            assert_eq!(zone.rfc3339(end - 1), last);
        }
        for wrong in ["", "ooit", "2026-02-30", "2026-12-28T12:00", "28-12-2026"] {
            assert_eq!(zone.end_of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_moment_is_told_as_clocks_there_show_it() {
        // The last Sunday of October 2026, when 2:30 comes twice.
        let (first, second) = (1_792_888_200_678, 1_792_891_800_678);
        for (zone, at, clock, rfc3339) in [
            (
                "Europe/Amsterdam",
                first,
                "2026-10-25 02:30:00",
                "2026-10-25T02:30:00.678+02:00",
            ),
            (
                "Europe/Amsterdam",
                second,
                "2026-10-25 02:30:00",
                "2026-10-25T02:30:00.678+01:00",
            ),
            (
                "europe/amsterdam",
                second,
                "2026-10-25 02:30:00",
                "2026-10-25T02:30:00.678+01:00",
            ),
            (
                "UTC",
                first,
                "2026-10-25 00:30:00",
                "2026-10-25T00:30:00.678+00:00",
            ),
            (
                "America/Curacao",
                first,
                "2026-10-24 20:30:00",
                "2026-10-24T20:30:00.678-04:00",
            ),
            (
                "Asia/Kolkata",
                first,
                "2026-10-25 06:00:00",
                "2026-10-25T06:00:00.678+05:30",
            ),
            (
                "Pacific/Kiritimati",
                first,
                "2026-10-25 14:30:00",
                "2026-10-25T14:30:00.678+14:00",
            ),
        ] {
            let zone: Zone = zone.parse().unwrap();
            assert_eq!(
                (zone.clock(at).as_str(), zone.rfc3339(at).as_str()),
                (clock, rfc3339),
                "{zone}"
            );
            assert_eq!(zone.day(at), clock[..10]);
        }
        assert_eq!(Zone::default().to_string(), USUAL);
        assert_eq!(
            Zone::default().day(u64::MAX),
            Zone::default().day(u64::MAX - 1),
            "no moment is too late to be shown"
        );
    }

    #[test]
    fn an_unknown_zone_is_refused_with_a_sentence() {
        for name in [
            "",
            "Amsterdam",
            "Europe/Amsterdm",
            "CET-1CEST",
            "+01:00",
            "Mars/Olympus",
            "../UTC",
            "lokaal",
        ] {
            let refused = name.parse::<Zone>().unwrap_err();
            assert!(
                refused.contains("for example Europe/Amsterdam"),
                "{name}: {refused}"
            );
        }
    }
}
