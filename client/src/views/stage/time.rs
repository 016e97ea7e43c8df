//! How long it still takes, in words. Knows no clock: the time is an argument.

use shared::ids::Millis;

use crate::language::Language;
use crate::texts::stage as say;

const MINUTE: u64 = 60_000;

/// Minutes from one time of day until another, `13:05`: fewer than none where that is over. What is
/// more than half a day away is of another day.
pub fn until(clock: &str, at: &str) -> Option<i32> {
    const DAY: i32 = 24 * 60;
    let minutes = |time: &str| {
        let (hours, minutes) = time.split_once(':')?;
        Some(hours.parse::<i32>().ok()? * 60 + minutes.parse::<i32>().ok()?)
    };
    let apart = minutes(at)? - minutes(clock)?;
    Some((apart + DAY / 2).rem_euclid(DAY) - DAY / 2)
}

/// What is left of a countdown, as `1:05`; nothing once it is over.
pub fn countdown(ends: Millis, now: Millis) -> Option<String> {
    let seconds = ends.checked_sub(now)?.div_ceil(1000);
    (seconds > 0).then(|| format!("{}:{:02}", seconds / 60, seconds % 60))
}

/// What is left of a break of that many minutes: whole minutes, at the end seconds; nothing once it
/// is over.
pub fn pause(language: Language, began: Millis, minutes: u32, now: Millis) -> Option<String> {
    let left = (began + u64::from(minutes) * MINUTE).saturating_sub(now);
    match left {
        0 => None,
        left if left <= MINUTE => countdown(now + left, now),
        // A clock that is a little behind the room's must not make a break longer than it is.
        left => Some(say::minutes(
            language,
            u32::try_from(left.div_ceil(MINUTE))
                .unwrap_or(minutes)
                .min(minutes),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_the_agenda_is_so_many_minutes_away_or_late() {
        for (clock, at, minutes) in [
            ("14:58", "15:30", Some(32)),
            ("9:05", "09:05", Some(0)),
            ("15:34", "15:30", Some(-4)),
            ("23:50", "00:10", Some(20)),
            ("0:10", "23:50", Some(-20)),
            ("nu", "15:30", None),
        ] {
            assert_eq!(until(clock, at), minutes, "{clock} {at}");
        }
    }

    #[test]
    fn a_countdown_ends_at_nought_and_not_before() {
        for (left, said) in [
            (65_000, Some("1:05")),
            (59_001, Some("1:00")),
            (1, Some("0:01")),
            (0, None),
        ] {
            assert_eq!(
                countdown(1_000_000 + left, 1_000_000).as_deref(),
                said,
                "{left}"
            );
        }
        assert_eq!(countdown(5, 9), None);
    }

    #[test]
    fn a_break_is_told_in_minutes_and_at_its_end_in_seconds() {
        for (passed, said) in [
            (0, Some("15 minuten")),
            (2 * MINUTE + 1, Some("13 minuten")),
            (13 * MINUTE, Some("2 minuten")),
            (14 * MINUTE, Some("1:00")),
            (15 * MINUTE, None),
            (20 * MINUTE, None),
        ] {
            assert_eq!(
                pause(Language::Nl, 7_000, 15, 7_000 - 30).as_deref(),
                Some("15 minuten"),
                "a slow clock"
            );
            assert_eq!(
                pause(Language::Nl, 7, 15, 7 + passed).as_deref(),
                said,
                "{passed}"
            );
        }
    }
}
