//! Where somebody comes from, just finely enough to distinguish one house from another: people in
//! one house share an address or some, so nobody may be judged by theirs alone.

use std::net::IpAddr;

/// A /24 of IPv4 or a /56 of IPv6: whoever sits there is taken for one house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IpPrefix(u128);

impl IpPrefix {
    /// The one of an address.
    pub fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(v4) => Self(u128::from(v4.to_bits() >> 8)),
            // The marker bit keeps the two families apart.
            IpAddr::V6(v6) => Self((v6.to_bits() >> 72) | 1 << 100),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_house_is_one_neighbourhood_and_the_next_another() {
        let same = |one: &str, other: &str| {
            IpPrefix::of(one.parse().unwrap()) == IpPrefix::of(other.parse().unwrap())
        };
        assert!(same("192.0.2.1", "192.0.2.254"));
        assert!(same("::ffff:192.0.2.1", "192.0.2.254"));
        assert!(same("2001:db8:0:12ff::1", "2001:db8:0:1200:8::9"));
        assert!(!same("192.0.2.1", "192.0.3.1"));
        assert!(!same("2001:db8:0:1300::1", "2001:db8:0:1200::1"));
        assert!(!same("::c000:0200", "192.0.2.0"));
    }
}
