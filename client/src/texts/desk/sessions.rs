//! What the page about the organiser's own browsers says.

use super::date;
use crate::language::Language::{self, En, Nl};

texts! {
    /// Sentences without anything to fill in.
    Sessions;

    heading: "Waar je aangemeld bent", "Where you are signed in";
    short: "Aanmeldingen", "Sign-ins";
    lead:
        "Elke browser die hier staat, kan alles wat jij kunt. Ken je er een niet? Meld hem dan af.",
        "Every browser listed here can do everything you can. Is there one you don’t know? Then sign it out.";
    here: "deze browser", "this browser";
    end: "Meld af", "Sign out";
    others: "Alle andere", "All others";
    end_others: "Meld alle andere af", "Sign out all others";
    meaning:
        "Alle andere browsers zijn dan meteen afgemeld, ook schermen die daar openstaan. Deze blijft aangemeld.",
        "All other browsers are then signed out at once, and so are screens that are open there. This one stays signed in.";
    yes: "Ja, meld alle andere af", "Yes, sign out all others";
}

/// A browser and what it runs on, as far as they are known.
pub fn browser(language: Language, program: Option<&str>, system: Option<&str>) -> String {
    let on = if language == Nl { "op" } else { "on" };
    match (language, program, system) {
        (_, Some(program), Some(system)) => format!("{program} {on} {system}"),
        (_, Some(program), None) => program.to_owned(),
        (Nl, None, Some(system)) => format!("Een browser {on} {system}"),
        (En, None, Some(system)) => format!("A browser {on} {system}"),
        (Nl, None, None) => "Onbekende browser".to_owned(),
        (En, None, None) => "Unknown browser".to_owned(),
    }
}

/// Since when; a day as `2026-11-21`.
pub fn since(language: Language, day: &str) -> String {
    match language {
        Nl => format!("sinds {}", date::day(language, day, "")),
        En => format!("since {}", date::day(language, day, "")),
    }
}

/// When it was last used; a day as `2026-11-21`.
pub fn last_used(language: Language, day: &str) -> String {
    match language {
        Nl => format!("laatst gebruikt op {}", date::day(language, day, "")),
        En => format!("last used on {}", date::day(language, day, "")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_told_as_far_as_it_is_known() {
        for (program, system, nl, en) in [
            (Some("Firefox"), Some("Windows"), "Firefox op Windows", "Firefox on Windows"),
            (Some("Safari"), Some("iPhone"), "Safari op iPhone", "Safari on iPhone"),
            (Some("Edge"), None, "Edge", "Edge"),
            (None, Some("Linux"), "Een browser op Linux", "A browser on Linux"),
            (None, None, "Onbekende browser", "Unknown browser"),
        ] {
            assert_eq!((browser(Nl, program, system).as_str(), browser(En, program, system).as_str()), (nl, en));
        }
        assert_eq!(
            (since(Nl, "2026-11-21"), since(En, "2026-11-21")),
            ("sinds 21 november 2026".into(), "since 21 November 2026".into())
        );
        assert_eq!(last_used(Nl, "2026-11-28"), "laatst gebruikt op 28 november 2026");
        assert_eq!(last_used(En, "2026-11-28"), "last used on 28 November 2026");
    }
}
