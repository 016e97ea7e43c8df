//! How long the room and its slide have lasted, for whoever leads. Knows no clock: the time is an
//! argument.

use shared::ids::Millis;
use shared::protocol::view::HostView;

use crate::language::Language;
use crate::texts::stage as say;

const MINUTE_MS: u64 = 60_000;

/// Since when, and how long it was to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// When the room came to its first slide.
    pub began_at: Option<Millis>,
    /// When it came to this one.
    pub slide_began_at: Option<Millis>,
    /// The slide's planned length.
    pub minutes: Option<u32>,
}

impl Pace {
    /// As a host's view tells it.
    pub fn of(view: &HostView) -> Self {
        Self {
            began_at: view.began_at,
            slide_began_at: view.slide_began_at,
            minutes: view.minutes,
        }
    }

    /// The figures at that moment, each behind its name; none before the room begins and after it
    /// ends.
    pub fn figures(self, language: Language, now: Millis) -> Vec<(String, String)> {
        let say = say::stage(language);
        let slide = self.slide_began_at.map(|began| {
            let lasted = lasted(began, now);
            let figure = match self.minutes {
                Some(planned) if lasted > u64::from(planned) => {
                    say::over_time(language, lasted - u64::from(planned))
                }
                Some(planned) => say::of_planned(language, lasted, planned),
                None => elapsed(language, lasted),
            };
            (say.slide_time.to_owned(), figure)
        });
        let room = self.began_at.map(|began| {
            let figure = elapsed(language, lasted(began, now));
            (say.room_time.to_owned(), figure)
        });
        slide.into_iter().chain(room).collect()
    }
}

/// Whole minutes. A clock that is a little behind the room's is no time.
fn lasted(began: Millis, now: Millis) -> u64 {
    now.saturating_sub(began) / MINUTE_MS
}

/// A length of time in hours and minutes.
pub fn elapsed(language: Language, minutes: u64) -> String {
    match minutes / 60 {
        0 => say::elapsed(language, minutes),
        hours => say::elapsed_hours(language, hours, minutes % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slide_is_told_against_its_planned_length_and_a_room_by_itself() {
        let (nl, en) = (Language::of_tag("nl"), Language::of_tag("en"));
        for (minutes, planned, dutch, english) in [
            (0, Some(10), "0 van 10 min", "0 of 10 min"),
            (3, Some(10), "3 van 10 min", "3 of 10 min"),
            (10, Some(10), "10 van 10 min", "10 of 10 min"),
            (11, Some(10), "1 min over tijd", "1 min over"),
            (12, Some(10), "2 min over tijd", "2 min over"),
            (190, Some(10), "180 min over tijd", "180 min over"),
            (0, None, "0 min", "0 min"),
            (59, None, "59 min", "59 min"),
            (60, None, "1 u 0 min", "1 h 0 min"),
            (135, None, "2 u 15 min", "2 h 15 min"),
        ] {
            let pace = Pace {
                began_at: None,
                slide_began_at: Some(7_000),
                minutes: planned,
            };
            for (language, expected) in [(nl, dutch), (en, english)] {
                let now = 7_000 + minutes * MINUTE_MS + 59_999;
                let figures = pace.figures(language.unwrap(), now);
                let [(_, figure)] = figures.as_slice() else {
                    panic!("{figures:?}")
                };
                assert_eq!(figure, expected, "{minutes} {planned:?}");
            }
        }
        let pace = Pace {
            began_at: Some(0),
            slide_began_at: Some(60 * MINUTE_MS),
            minutes: None,
        };
        let figures = pace.figures(Language::of_tag("nl").unwrap(), 75 * MINUTE_MS);
        let figures: Vec<_> = figures.iter().map(|(_, figure)| figure.as_str()).collect();
        assert_eq!(figures, ["15 min", "1 u 15 min"]);
        assert!(
            Pace::default()
                .figures(Language::of_tag("nl").unwrap(), 7)
                .is_empty()
        );
        let slow = pace.figures(Language::of_tag("nl").unwrap(), 0);
        assert!(slow.iter().all(|(_, figure)| figure == "0 min"), "{slow:?}");
    }
}
