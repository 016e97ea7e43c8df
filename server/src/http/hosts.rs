//! For which host a request is meant, and whether that is us.
//!
//! A site can give its own name our address (DNS rebinding); its pages then ask us as pages of
//! their own site, with nothing foreign about them but the name in `Host`. So where people reach
//! this instance is known, other names are refused.

use std::net::IpAddr;

use http::header::HOST;
use http::uri::Authority;
use http::{HeaderMap, Request, Uri, Version};

pub mod rewritten;

/// The host that a request names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequestHost {
    /// None, as HTTP/1.0 may.
    Nothing,
    /// This one, with a port if there is one.
    Host(String),
    /// None where there must be one, several, or something other than a host (RFC 9112 section
    /// 3.2).
    Broken,
}

/// The address of ours that a connection came to.
#[derive(Clone, Copy, Debug)]
pub struct LocalAddress(pub IpAddr);

impl RequestHost {
    /// By a request as it came over the wire.
    pub fn by<B>(request: &Request<B>) -> Self {
        let lines = request.headers().get_all(HOST).iter().count();
        let said = Self::said(request.headers());
        let needs_one = request.version() >= Version::HTTP_11;
        match (said, absolute(request.uri())) {
            _ if lines > 1 => Self::Broken,
            (Self::Nothing, _) if needs_one => Self::Broken,
            (Self::Broken, _) => Self::Broken,
            // A target that names its host is what counts.
            (_, Some(target)) => Self::read(target.as_str()),
            (said, None) => said,
        }
    }

    /// By the header alone.
    pub fn said(headers: &HeaderMap) -> Self {
        headers.get(HOST).map_or(Self::Nothing, |host| {
            host.to_str().map_or(Self::Broken, Self::read)
        })
    }

    /// It ends up in pages and addresses: what is not a host is not repeated.
    fn read(host: &str) -> Self {
        let plain = |b: u8| {
            b.is_ascii_alphanumeric() || matches!(b, b'.' | b':' | b'-' | b'_' | b'[' | b']')
        };
        let named = host.bytes().all(plain)
            && host
                .parse::<Authority>()
                .is_ok_and(|host| !host.host().is_empty());
        if named {
            Self::Host(host.to_owned())
        } else {
            Self::Broken
        }
    }

    /// The host with its port.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Host(host) => host,
            Self::Nothing | Self::Broken => "localhost",
        }
    }

    /// Whether it is the public address, a name of this machine for itself, or the very address
    /// that the connection came to: no other site can have that for a name. Ports are not compared:
    /// a proxy may have another.
    pub fn is_ours(&self, public_url: &str, here: Option<LocalAddress>) -> bool {
        let Self::Host(host) = self else {
            return matches!(self, Self::Nothing);
        };
        let name = name_of(host);
        let public = name_of(
            public_url
                .split_once("://")
                .map_or(public_url, |(_, rest)| rest),
        );
        name == public
            || is_loopback(&name)
            || name
                .parse()
                .is_ok_and(|address: IpAddr| is_here(address, here))
    }
}

fn absolute(target: &Uri) -> Option<&Authority> {
    target.scheme().and(target.authority())
}

/// Of `Peil.Example.org.:8443/…` it is `peil.example.org`, of `[::1]:80` it is `::1`.
fn name_of(authority: &str) -> String {
    let authority = authority.split('/').next().unwrap_or_default();
    let name = match authority
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'))
    {
        Some((address, _)) => address,
        None => authority.split(':').next().unwrap_or_default(),
    };
    name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase()
}

fn is_loopback(name: &str) -> bool {
    let address = |address: IpAddr| address.to_canonical().is_loopback();
    name == "localhost" || name.ends_with(".localhost") || name.parse().is_ok_and(address)
}

fn is_here(address: IpAddr, here: Option<LocalAddress>) -> bool {
    here.is_some_and(|LocalAddress(here)| here.to_canonical() == address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(version: Version, target: &str, hosts: &[&str]) -> RequestHost {
        let request = Request::builder().version(version).uri(target);
        let request = hosts
            .iter()
            .fold(request, |request, host| request.header(HOST, *host));
        RequestHost::by(&request.body(()).unwrap())
    }

    #[test]
    fn a_request_names_one_host() {
        let host = |host: &str| RequestHost::Host(host.to_owned());
        for (version, target, hosts, expected) in [
            (Version::HTTP_11, "/", &["peil.nl"][..], host("peil.nl")),
            (Version::HTTP_11, "/", &["[::1]:8080"], host("[::1]:8080")),
            (Version::HTTP_11, "/", &[], RequestHost::Broken),
            (Version::HTTP_10, "/", &[], RequestHost::Nothing),
            (Version::HTTP_10, "/", &["peil.nl"], host("peil.nl")),
            (
                Version::HTTP_11,
                "/",
                &["peil.nl", "kwaad.example"],
                RequestHost::Broken,
            ),
            (
                Version::HTTP_11,
                "/",
                &["peil.nl", "peil.nl"],
                RequestHost::Broken,
            ),
            (
                Version::HTTP_10,
                "/",
                &["peil.nl", "peil.nl"],
                RequestHost::Broken,
            ),
            (Version::HTTP_11, "/", &[""], RequestHost::Broken),
            (Version::HTTP_11, "/", &["peil.nl/pad"], RequestHost::Broken),
            (Version::HTTP_11, "/", &["ik@peil.nl"], RequestHost::Broken),
            (
                Version::HTTP_11,
                "/",
                &["peil.nl, kwaad.example"],
                RequestHost::Broken,
            ),
            (Version::HTTP_11, "/", &["peil.nl:1:2"], RequestHost::Broken),
            (Version::HTTP_11, "/", &[":80"], RequestHost::Broken),
            (
                Version::HTTP_11,
                "http://kwaad.example/",
                &["peil.nl"],
                host("kwaad.example"),
            ),
            (
                Version::HTTP_11,
                "http://peil.nl:80/desk",
                &["kwaad.example"],
                host("peil.nl:80"),
            ),
            (
                Version::HTTP_11,
                "http://peil.nl/",
                &[],
                RequestHost::Broken,
            ),
            (Version::HTTP_10, "http://peil.nl/", &[], host("peil.nl")),
            (
                Version::HTTP_11,
                "http://ik@peil.nl/",
                &["peil.nl"],
                RequestHost::Broken,
            ),
        ] {
            assert_eq!(
                named(version, target, hosts),
                expected,
                "{version:?} {target} {hosts:?}"
            );
        }
        let mut headers = HeaderMap::new();
        headers.insert(HOST, http::HeaderValue::from_bytes(b"peil\xff.nl").unwrap());
        assert_eq!(RequestHost::said(&headers), RequestHost::Broken);
    }

    #[test]
    fn ours_is_the_public_name_and_what_no_other_site_can_be_called() {
        let here = Some(LocalAddress("192.168.1.20".parse().unwrap()));
        for (host, expected) in [
            ("peil.example.org", true),
            ("PEIL.Example.org:8443", true),
            ("peil.example.org.", true),
            ("localhost:8080", true),
            ("peil.localhost", true),
            ("127.0.0.1:8080", true),
            ("127.9.9.9", true),
            ("[::1]:8080", true),
            ("[::ffff:127.0.0.1]", true),
            ("192.168.1.20:8080", true),
            ("[::ffff:192.168.1.20]", true),
            ("192.168.1.21", false),
            ("kwaad.example", false),
            ("peil.example.org.kwaad.example", false),
            ("kwaad-peil.example.org", false),
            ("example.org", false),
            ("localhost.kwaad.example", false),
            ("127.0.0.1.kwaad.example", false),
            ("xlocalhost", false),
            ("0.0.0.0", false),
            ("[::]", false),
            ("[2001:db8::1]", false),
        ] {
            let named = RequestHost::Host(host.to_owned());
            assert_eq!(
                named.is_ours("https://peil.example.org", here),
                expected,
                "{host}"
            );
        }
        assert!(RequestHost::Nothing.is_ours("https://peil.example.org", None));
        assert!(
            !RequestHost::Host("192.168.1.20".to_owned()).is_ours("https://peil.example.org", None)
        );
        assert!(
            RequestHost::Host("[2001:db8::9]:80".to_owned())
                .is_ours("http://[2001:DB8::9]:8080", None)
        );
    }
}
