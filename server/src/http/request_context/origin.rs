//! Whether a request comes from one of our own pages, as its `Origin` says.

use http::{HeaderMap, header};

use crate::http::hosts::rewritten::with_port;

/// Where the page of a request came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Absent,
    Own,
    Foreign,
}

/// Own is what is the public address, scheme and all. A request that was sent to another name than
/// that one (an address in the hall's network, or any where no public address is known) is of ours
/// where its page came from the same host and port: whether a proxy spoke https there is not known
/// here.
pub fn origin(headers: &HeaderMap, host: &str, public_url: Option<&str>) -> Origin {
    let Some(origin) = headers.get(header::ORIGIN) else {
        return Origin::Absent;
    };
    let Some((scheme, authority)) = origin
        .to_str()
        .ok()
        .and_then(|origin| origin.split_once("://"))
    else {
        return Origin::Foreign;
    };
    let named = with_port(authority, scheme);
    let public = public_url.and_then(|url| url.split_once("://"));
    let is_public = public.is_some_and(|(known, rest)| {
        known.eq_ignore_ascii_case(scheme) && with_port(rest, known) == named
    });
    // Whoever is on the way can answer in place of a public name's plain http, so that page is not
    // ours.
    let to_public = public.is_some_and(|(_, rest)| name(rest) == name(host));
    let is_beside = !to_public && named == with_port(host, scheme);
    if is_public || is_beside {
        Origin::Own
    } else {
        Origin::Foreign
    }
}

/// A host without its port.
fn name(authority: &str) -> String {
    let authority = authority
        .split('/')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let port = authority
        .rsplit_once(':')
        .filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()));
    port.map_or(authority.clone(), |(name, _)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(origin: Option<&str>, host: &str, public: Option<&str>) -> Origin {
        let mut headers = HeaderMap::new();
        origin
            .into_iter()
            .for_each(|origin| drop(headers.insert(header::ORIGIN, origin.parse().unwrap())));
        super::origin(&headers, host, public)
    }

    #[test]
    fn an_origin_is_ours_by_host_and_port_and_the_public_one_by_its_scheme_too() {
        for (origin, host, public, expected) in [
            (None, "peil.nl", None, Origin::Absent),
            (Some("http://peil.nl"), "peil.nl", None, Origin::Own),
            (Some("https://peil.nl"), "peil.nl", None, Origin::Own),
            (
                Some("http://127.0.0.1:8080"),
                "127.0.0.1:8080",
                None,
                Origin::Own,
            ),
            (
                Some("http://127.0.0.1:8081"),
                "127.0.0.1:8080",
                None,
                Origin::Foreign,
            ),
            (
                Some("https://evil.example"),
                "peil.nl",
                None,
                Origin::Foreign,
            ),
            (Some("null"), "peil.nl", None, Origin::Foreign),
            (
                Some("https://peil.nl"),
                "10.0.0.3:8080",
                Some("https://peil.nl"),
                Origin::Own,
            ),
            (
                Some("https://peil.nl:8443"),
                "10.0.0.3:8080",
                Some("https://peil.nl"),
                Origin::Foreign,
            ),
            (Some("http://[::1]:8080"), "[::1]:8080", None, Origin::Own),
            // The public name is ours by its own scheme and port alone.
            (
                Some("https://peil.nl"),
                "peil.nl",
                Some("https://peil.nl"),
                Origin::Own,
            ),
            (
                Some("https://peil.nl:443"),
                "PEIL.nl",
                Some("https://peil.nl/"),
                Origin::Own,
            ),
            (
                Some("http://peil.nl"),
                "peil.nl",
                Some("https://peil.nl"),
                Origin::Foreign,
            ),
            (
                Some("http://peil.nl"),
                "peil.nl:80",
                Some("https://peil.nl"),
                Origin::Foreign,
            ),
            (
                Some("http://peil.nl:443"),
                "peil.nl",
                Some("https://peil.nl"),
                Origin::Foreign,
            ),
            (
                Some("http://peil.nl:8080"),
                "peil.nl:8080",
                Some("https://peil.nl"),
                Origin::Foreign,
            ),
            (
                Some("http://peil.nl"),
                "10.0.0.3:8080",
                Some("https://peil.nl"),
                Origin::Foreign,
            ),
            (
                Some("https://peil.nl"),
                "peil.nl",
                Some("http://peil.nl"),
                Origin::Foreign,
            ),
            (
                Some("http://peil.nl"),
                "peil.nl",
                Some("http://peil.nl"),
                Origin::Own,
            ),
            (
                Some("https://peil.nl:8443"),
                "peil.nl",
                Some("https://peil.nl:8443"),
                Origin::Own,
            ),
            (
                Some("http://peil.nl:8443"),
                "peil.nl:8443",
                Some("https://peil.nl:8443"),
                Origin::Foreign,
            ),
            (
                Some("http://[::1]:8080"),
                "[::1]:8080",
                Some("https://[::1]"),
                Origin::Foreign,
            ),
            // Beside it, in the hall's own network, a page came from where it asks.
            (
                Some("http://10.0.0.3:8080"),
                "10.0.0.3:8080",
                Some("https://peil.nl"),
                Origin::Own,
            ),
            (
                Some("http://localhost:8080"),
                "localhost:8080",
                Some("https://peil.nl"),
                Origin::Own,
            ),
            (
                Some("http://10.0.0.3:8080"),
                "10.0.0.3:8081",
                Some("https://peil.nl"),
                Origin::Foreign,
            ),
        ] {
            assert_eq!(
                asked(origin, host, public),
                expected,
                "{origin:?} at {host}, public {public:?}"
            );
        }
    }
}
