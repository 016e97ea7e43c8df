//! Cookies in and out, and the one place where their names are made. Every cookie of ours is
//! HttpOnly and SameSite=Lax.
//!
//! Where people reach this instance by https, cookies are `Secure` and bear the prefix `__Host-`:
//! browsers take such a name from this very host alone, so that no other host of the same domain
//! can plant one. On a LAN without TLS they would never be sent back, so there the names are bare.
//! Bare names are still read by https for as long as browsers may hold one from before ([`Bare`]);
//! of a cookie that comes under both names, the prefixed one counts.

use std::time::{Duration, Instant};

use axum::response::Response;
use http::{HeaderMap, HeaderValue, header};

const PREFIX: &str = "__Host-";
/// How long bare names are read after the first start by https: who takes part or is signed in
/// keeps a cookie for 30 days.
const BARE_FOR: Duration = Duration::from_secs(30 * 86_400);

/// Until when bare names are read.
#[derive(Clone, Copy, Debug)]
pub enum Bare {
    /// For good: there is no https here.
    Always,
    /// By https, for what was given before.
    Until(Instant),
}

impl Bare {
    /// Where names have been prefixed since then, if they are; both in Unix milliseconds. `now` is
    /// the same moment as `now_ms`.
    pub fn since(prefixed_since: Option<u64>, now_ms: u64, now: Instant) -> Self {
        let Some(since) = prefixed_since else {
            return Self::Always;
        };
        let left = BARE_FOR.saturating_sub(Duration::from_millis(now_ms.saturating_sub(since)));
        Self::Until(now + left)
    }

    /// Whether they are read at that moment.
    pub fn are_read(self, now: Instant) -> bool {
        match self {
            Self::Always => true,
            Self::Until(end) => now < end,
        }
    }
}

/// A cookie's name for browsers.
pub fn name(name: &str, secure: bool) -> String {
    if secure {
        format!("{PREFIX}{name}")
    } else {
        name.to_owned()
    }
}

/// The cookies of a request, by their names without the prefix.
#[derive(Clone, Debug, Default)]
pub struct Cookies(Vec<(String, String)>);

impl Cookies {
    /// Reads the request's headers, bare names too if they are to be read.
    pub fn of(headers: &HeaderMap, bare_are_read: bool) -> Self {
        let lines = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|line| line.to_str().ok());
        let pairs = lines
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='));
        let (mut known, mut bare) = (Vec::new(), Vec::new());
        for (name, value) in pairs {
            match name.strip_prefix(PREFIX) {
                Some(name) => known.push((name.to_owned(), value.to_owned())),
                None => bare.push((name.to_owned(), value.to_owned())),
            }
        }
        // Behind those with the prefix: the first of a name counts.
        known.extend(bare.into_iter().filter(|_| bare_are_read));
        Self(known)
    }

    /// The names of all cookies.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// The values of all cookies of that name, in the order in which they came.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .filter(move |(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// The first cookie of that name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// The answer with a cookie to be kept for that long.
pub fn give(
    mut response: Response,
    name: &str,
    value: &str,
    max_age_seconds: u64,
    secure: bool,
) -> Response {
    response.headers_mut().append(
        header::SET_COOKIE,
        set(name, value, max_age_seconds, secure),
    );
    response
}

/// The answer that has a browser forget a cookie, under either name.
pub fn forget(mut response: Response, name: &str, secure: bool) -> Response {
    if secure {
        response
            .headers_mut()
            .append(header::SET_COOKIE, set(name, "", 0, true));
    }
    response
        .headers_mut()
        .append(header::SET_COOKIE, set(name, "", 0, false));
    response
}

/// A cookie to be kept for that long; 0 forgets it.
pub fn set(named: &str, value: &str, max_age_seconds: u64, secure: bool) -> HeaderValue {
    let (name, secure) = (name(named, secure), if secure { "; Secure" } else { "" });
    let line = format!(
        "{name}={value}; Path=/; Max-Age={max_age_seconds}; HttpOnly; SameSite=Lax{secure}"
    );
    HeaderValue::try_from(line)
        .expect("names and values of our cookies are letters, digits, `_`, `-` and `.`")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::{identity, links, screens, sessions};
    use crate::http::request_context::LANGUAGE_COOKIE;

    fn names() -> Vec<String> {
        let of_roles = links::ROLES.map(|role| links::cookie_name(&"hall".into(), role));
        let others = [
            identity::COOKIE,
            sessions::COOKIE,
            screens::COOKIE,
            LANGUAGE_COOKIE,
        ]
        .map(str::to_owned);
        others.into_iter().chain(of_roles).collect()
    }

    fn read(line: &str, bare: bool, name: &str) -> Option<String> {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, line.parse().unwrap());
        Cookies::of(&headers, bare).get(name).map(str::to_owned)
    }

    #[test]
    fn by_https_every_cookie_is_this_hosts_alone() {
        for name in names() {
            let set = set(&name, "waarde", 60, true).to_str().unwrap().to_owned();
            let wanted =
                format!("__Host-{name}=waarde; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure");
            assert_eq!(set, wanted, "no Domain, and the path of the whole host");
            assert_eq!(
                read(&set[..set.find(';').unwrap()], false, &name).as_deref(),
                Some("waarde")
            );
        }
    }

    #[test]
    fn without_https_names_are_bare() {
        for name in names() {
            let set = set(&name, "waarde", 60, false).to_str().unwrap().to_owned();
            assert_eq!(
                set,
                format!("{name}=waarde; Path=/; Max-Age=60; HttpOnly; SameSite=Lax")
            );
        }
    }

    #[test]
    fn of_two_names_the_prefixed_one_counts_and_bare_ones_for_a_while_alone() {
        for (line, bare, expected) in [
            ("peil_id=oud", true, Some("oud")),
            ("peil_id=oud", false, None),
            ("__Host-peil_id=nieuw", true, Some("nieuw")),
            ("__Host-peil_id=nieuw", false, Some("nieuw")),
            ("peil_id=oud; __Host-peil_id=nieuw", true, Some("nieuw")),
            ("__Host-peil_id=nieuw; peil_id=oud", true, Some("nieuw")),
            ("peil_id=oud; __Host-peil_id=nieuw", false, Some("nieuw")),
            ("peil_id=geplant; peil_id=oud", true, Some("geplant")),
            ("__Secure-peil_id=geplant", true, None),
            ("__host-peil_id=geplant", true, None),
            ("__Host-__Host-peil_id=geplant", true, None),
        ] {
            assert_eq!(
                read(line, bare, "peil_id").as_deref(),
                expected,
                "{line}, bare names read: {bare}"
            );
        }
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, "peil_stage_a=1; x=2".parse().unwrap());
        headers.append(header::COOKIE, "__Host-peil_remote_b=3".parse().unwrap());
        let both = Cookies::of(&headers, true);
        assert_eq!(
            both.names().filter_map(links::room_in).count(),
            2,
            "a room is known by either name"
        );
    }

    #[test]
    fn bare_names_are_read_for_thirty_days_of_https() {
        const DAY_MS: u64 = 86_400_000;
        let now = Instant::now();
        let after = |days: u64| now + Duration::from_secs(days * 86_400);
        let noon = 1_800_000_000_000;
        for (since, days, expected) in [
            (None, 400, true),
            (Some(noon), 29, true),
            (Some(noon), 31, false),
            (Some(noon - 20 * DAY_MS), 9, true),
            (Some(noon - 20 * DAY_MS), 11, false),
            (Some(noon - 31 * DAY_MS), 0, false),
            (Some(0), 0, false),
            (Some(noon + DAY_MS), 29, true),
        ] {
            let read = Bare::since(since, noon, now).are_read(after(days));
            assert_eq!(read, expected, "since {since:?}, {days} days after noon");
        }
    }

    #[test]
    fn what_is_forgotten_is_forgotten_under_both_names() {
        for (secure, expected) in [
            (true, &["__Host-peil_host=", "peil_host="][..]),
            (false, &["peil_host="]),
        ] {
            let response = forget(Response::default(), sessions::COOKIE, secure);
            let lines: Vec<_> = response
                .headers()
                .get_all(header::SET_COOKIE)
                .iter()
                .collect();
            assert_eq!(lines.len(), expected.len());
            for (line, expected) in lines.iter().zip(expected) {
                assert!(
                    line.to_str().unwrap().starts_with(expected)
                        && line.to_str().unwrap().contains("Max-Age=0")
                );
            }
        }
    }
}
