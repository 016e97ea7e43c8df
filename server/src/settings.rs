//! What an instance is told at its start, wherever it was said: flag, `PEIL_…` or `peil.toml`.

use std::net::IpAddr;

use crate::joining::Rate;

/// The settings that the server itself needs.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Where people reach this instance, without a slash at its end; else what their browser asked for.
    pub public_url: Option<String>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// How many may join a room from one network, unless its organiser said how many they expect.
    pub joining: Rate,
    /// The API token with the owner's rights: 32 characters or more.
    pub token: Option<String>,
    /// The token that `/metrics` wants.
    pub metrics_token: Option<String>,
}

impl Settings {
    /// Whether people reach this instance by https.
    pub fn has_https(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }
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
        let cut = |bits: u128, width: u32| bits.checked_shr(width - self.prefix.min(width)).unwrap_or(0);
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(a), IpAddr::V4(b)) => cut(a.to_bits().into(), 32) == cut(b.to_bits().into(), 32),
            (IpAddr::V6(a), IpAddr::V6(b)) => cut(a.to_bits(), 128) == cut(b.to_bits(), 128),
            _ => false,
        }
    }
}

impl std::str::FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || format!("`{text}` is no range of addresses; write for example 10.0.0.0/8 or 192.168.1.7");
        let (address, prefix) = text.split_once('/').map_or((text, None), |(address, prefix)| (address, Some(prefix)));
        let address: IpAddr = address.trim().parse().map_err(|_| wrong())?;
        let width = if address.is_ipv4() { 32 } else { 128 };
        let prefix = prefix.map_or(Ok(width), |prefix| prefix.trim().parse().map_err(|_| wrong()))?;
        if prefix > width { Err(wrong()) } else { Ok(Self { address, prefix }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(range.contains(address.parse().unwrap()), inside, "{address} in {range:?}");
        }
        assert!("10.0.0.0/33".parse::<Network>().is_err());
        assert!("peil".parse::<Network>().is_err());
    }
}
