//! The settings that an instance gets at its start, wherever they were given: flag, `PEIL_…` or
//! `peil.toml`.

use std::net::IpAddr;

use http::Uri;

use crate::join_limits::Rate;
use crate::mail::smtp_settings::SmtpSettings;
use crate::zone::Zone;

/// The settings that the server itself needs.
#[derive(Clone, Debug, Default)]
pub struct ServerSettings {
    /// Where people reach this instance, without a slash at its end; else what their browser asked
    /// for.
    pub public_url: Option<String>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// How many may join a room from one network, unless its organiser said how many they expect.
    pub joining: Rate,
    /// The API token with the owner's rights: 32 characters or more.
    pub token: Option<String>,
    /// The token that `/metrics` wants.
    pub metrics_token: Option<String>,
    /// For how many days after its end the answers of a room are kept; for as long as the room if
    /// not said.
    pub keep_answers: Option<u32>,
    /// For how many days forms are kept; for as long as their room if not said.
    pub keep_forms: Option<u32>,
    /// Where mail is handed in; without that none is sent.
    pub smtp: Option<SmtpSettings>,
    /// Where the organiser's clocks stand.
    pub zone: Zone,
}

impl ServerSettings {
    /// Whether people reach this instance by https.
    pub fn has_https(&self) -> bool {
        self.public_url
            .as_deref()
            .is_some_and(|url| url.starts_with("https://"))
    }
}

/// The public address as it is used: no slash at its end, and nothing but a scheme, a host and
/// perhaps a port.
///
/// # Errors
/// A sentence on what to write instead.
pub fn public_url(text: &str) -> Result<String, String> {
    const EXAMPLE: &str = "https://peil.example.org";
    let url = text.trim_end_matches('/');
    let Some((_, rest)) = url
        .split_once("://")
        .filter(|(scheme, _)| matches!(*scheme, "https" | "http"))
    else {
        return Err(format!(
            "--public-url begins with https:// or http://, for example {EXAMPLE}"
        ));
    };
    if rest.contains(['/', '?', '#']) {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let instead = if host.is_empty() {
            EXAMPLE.to_owned()
        } else {
            format!("https://{host} or https://peil.{host}")
        };
        return Err(format!(
            "--public-url has something behind its host: peil needs a host of its own and can't live under a path; write for example {instead}"
        ));
    }
    let named = url
        .parse::<Uri>()
        .is_ok_and(|url| url.host().is_some_and(|host| !host.is_empty()));
    if !named || rest.contains('@') {
        return Err(format!(
            "--public-url names no host; write for example {EXAMPLE}"
        ));
    }
    Ok(url.to_owned())
}

/// A range of addresses, `10.0.0.0/8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    prefix: u32,
}

impl Network {
    /// Whether an address lies in it.
    pub fn contains(&self, address: IpAddr) -> bool {
        let cut = |bits: u128, width: u32| {
            bits.checked_shr(width - self.prefix.min(width))
                .unwrap_or(0)
        };
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(a), IpAddr::V4(b)) => {
                cut(a.to_bits().into(), 32) == cut(b.to_bits().into(), 32)
            }
            (IpAddr::V6(a), IpAddr::V6(b)) => cut(a.to_bits(), 128) == cut(b.to_bits(), 128),
            _ => false,
        }
    }
}

impl std::str::FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || {
            format!(
                "`{text}` is no range of addresses; write for example 10.0.0.0/8 or 192.168.1.7"
            )
        };
        let (address, prefix) = text
            .split_once('/')
            .map_or((text, None), |(address, prefix)| (address, Some(prefix)));
        let address: IpAddr = address.trim().parse().map_err(|_| wrong())?;
        let width = if address.is_ipv4() { 32 } else { 128 };
        let prefix = prefix.map_or(Ok(width), |prefix| {
            prefix.trim().parse().map_err(|_| wrong())
        })?;
        if prefix > width {
            Err(wrong())
        } else {
            Ok(Self { address, prefix })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_address_is_a_host_and_nothing_behind_it() {
        for (text, expected) in [
            ("https://peil.example.org", Ok("https://peil.example.org")),
            ("https://peil.example.org/", Ok("https://peil.example.org")),
            ("http://127.0.0.1:8080", Ok("http://127.0.0.1:8080")),
            ("http://[::1]:8080//", Ok("http://[::1]:8080")),
            (
                "https://x.nl/poll",
                Err("https://x.nl or https://peil.x.nl"),
            ),
            ("https://x.nl:8443/poll/", Err("can't live under a path")),
            ("https://x.nl/a/b?c#d", Err("can't live under a path")),
            ("https://x.nl?poll", Err("something behind its host")),
            ("https://x.nl#poll", Err("something behind its host")),
            ("https:///poll", Err("for example https://peil.example.org")),
            ("https://", Err("begins with")),
            ("https://ik@x.nl", Err("names no host")),
            ("https://x y.nl", Err("names no host")),
            ("https://:443", Err("names no host")),
            ("ftp://x.nl", Err("begins with")),
            ("peil.example.org", Err("begins with")),
            ("", Err("begins with")),
        ] {
            let read = public_url(text);
            match expected {
                Ok(url) => assert_eq!(read.as_deref(), Ok(url), "{text}"),
                Err(said) => assert!(
                    read.as_ref().is_err_and(|why| why.contains(said)),
                    "{text}: {read:?}"
                ),
            }
        }
    }

    #[test]
    fn ranges_hold_what_they_should() {
        for (range, address, inside) in [
            ("10.0.0.0/8", "10.200.3.4", true),
            ("10.0.0.0/8", "11.0.0.1", false),
            ("192.168.1.7", "192.168.1.7", true),
            ("192.168.1.7", "192.168.1.8", false),
            ("0.0.0.0/0", "8.8.8.8", true),
            ("fd00::/8", "fd12::1", true),
            ("10.0.0.0/8", "::ffff:10.1.1.1", true),
            ("::/0", "10.0.0.1", false),
        ] {
            let range: Network = range.parse().unwrap();
            assert_eq!(
                range.contains(address.parse().unwrap()),
                inside,
                "{address} in {range:?}"
            );
        }
        assert!("10.0.0.0/33".parse::<Network>().is_err());
        assert!("peil".parse::<Network>().is_err());
    }
}
