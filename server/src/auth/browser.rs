//! What a browser says it is, coarsely: enough to know one's own again, and nothing that would
//! distinguish one person from another.

use serde::{Deserialize, Serialize};

/// Names that stand in a `User-Agent`, and what they mean; the first that is found counts, since
/// most of them name others too.
const PROGRAMS: [(&str, &str); 9] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Vivaldi/", "Vivaldi"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
];

/// A browser, by names of this list alone: nothing of what it sent is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserAgent {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub system: Option<String>,
}

impl UserAgent {
    /// Reads a `User-Agent`; none where it tells nothing of what is known here.
    pub fn of(user_agent: &str) -> Option<Self> {
        let first = |names: &[(&str, &str)]| {
            names
                .iter()
                .find(|(word, _)| user_agent.contains(word))
                .map(|(_, name)| (*name).to_owned())
        };
        let (program, system) = (first(&PROGRAMS), first(&SYSTEMS));
        (program.is_some() || system.is_some()).then_some(Self { program, system })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_told_by_its_name_and_its_system() {
        const MOZILLA: &str = "Mozilla/5.0 ";
        for (user_agent, program, system) in [
            (
                "(Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "Firefox",
                "Windows",
            ),
            (
                "(X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
                "Chrome",
                "Linux",
            ),
            (
                "(Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
                "Edge",
                "Windows",
            ),
            (
                "(Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15",
                "Safari",
                "Mac",
            ),
            (
                "(iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile/15E148 Safari/604.1",
                "Safari",
                "iPhone",
            ),
            (
                "(iPhone; CPU iPhone OS 18_5 like Mac OS X) CriOS/140.0 Mobile/15E148 Safari/604.1",
                "Chrome",
                "iPhone",
            ),
            (
                "(iPad; CPU OS 18_5 like Mac OS X) FxiOS/140.0 Mobile/15E148 Safari/605.1.15",
                "Firefox",
                "iPad",
            ),
            (
                "(Linux; Android 15; K) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
                "Samsung Internet",
                "Android",
            ),
            (
                "(X11; CrOS x86_64 14541.0.0) Chrome/140.0.0.0 Safari/537.36",
                "Chrome",
                "ChromeOS",
            ),
        ] {
            let found = UserAgent::of(&format!("{MOZILLA}{user_agent}")).unwrap();
            assert_eq!(
                (found.program.as_deref(), found.system.as_deref()),
                (Some(program), Some(system)),
                "{user_agent}"
            );
        }
    }

    #[test]
    fn of_what_is_not_known_nothing_is_kept() {
        for unknown in [
            "",
            "curl/8.14",
            "Anna's own browser",
            "\u{1f600}",
            &"x".repeat(10_000),
        ] {
            assert_eq!(UserAgent::of(unknown), None);
        }
        assert_eq!(UserAgent::of("Something (Linux)").unwrap().program, None);
    }
}
