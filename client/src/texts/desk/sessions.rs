//! What the page about the organiser's own browsers says.

use super::date;
use crate::language::Language;
use crate::messages::sessions as say;
pub use crate::messages::sessions::SessionsTexts;

/// A browser and what it runs on, as far as they are known.
pub fn browser(language: Language, program: Option<&str>, system: Option<&str>) -> String {
    match (program, system) {
        (Some(program), Some(system)) => say::program_on_system(language, program, system),
        (Some(program), None) => program.to_owned(),
        (None, Some(system)) => say::some_on_system(language, system),
        (None, None) => SessionsTexts::of(language).unknown_browser.to_owned(),
    }
}

/// Since when; a day as `2026-11-21`.
pub fn since(language: Language, day: &str) -> String {
    say::since(language, &date::day(language, day, ""))
}

/// When it was last used; a day as `2026-11-21`.
pub fn last_used(language: Language, day: &str) -> String {
    say::last_used(language, &date::day(language, day, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::known::{En, Nl};

    #[test]
    fn a_browser_is_told_as_far_as_it_is_known() {
        for (program, system, nl, en) in [
            (
                Some("Firefox"),
                Some("Windows"),
                "Firefox op Windows",
                "Firefox on Windows",
            ),
            (
                Some("Safari"),
                Some("iPhone"),
                "Safari op iPhone",
                "Safari on iPhone",
            ),
            (Some("Edge"), None, "Edge", "Edge"),
            (
                None,
                Some("Linux"),
                "Een browser op Linux",
                "A browser on Linux",
            ),
            (None, None, "Onbekende browser", "Unknown browser"),
        ] {
            assert_eq!(
                (
                    browser(Nl, program, system).as_str(),
                    browser(En, program, system).as_str()
                ),
                (nl, en)
            );
        }
        assert_eq!(
            (since(Nl, "2026-11-21"), since(En, "2026-11-21")),
            (
                "sinds 21 november 2026".into(),
                "since 21 November 2026".into()
            )
        );
        assert_eq!(
            last_used(Nl, "2026-11-28"),
            "laatst gebruikt op 28 november 2026"
        );
        assert_eq!(last_used(En, "2026-11-28"), "last used on 28 November 2026");
    }
}
