//! From which address a request comes, through proxies of ours: what they say in `X-Forwarded-For`,
//! read from the right.
//!
//! Each proxy adds on the right whom it got the request from; what stands left of that, whoever
//! asks may have written. So the walk ends at the first hop that is none of our proxies, and at the
//! first that can't be read: then the last one known is who asks. Were that hop passed over,
//! whoever writes nonsense would be somebody else each time, and would guess codes undelayed.

use std::net::{IpAddr, SocketAddr};

use http::HeaderMap;

use crate::settings::Network;

const FORWARDED_FOR: &str = "x-forwarded-for";

/// The address that a request with these headers, from that peer, counts for.
pub fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[Network]) -> IpAddr {
    let is_ours = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut nearest = peer.to_canonical();
    let lines = headers.get_all(FORWARDED_FOR).iter().rev();
    let mut hops = lines.flat_map(|line| line.as_bytes().rsplit(|byte| *byte == b','));
    while is_ours(nearest) {
        let Some(hop) = hops.next().and_then(read) else {
            break;
        };
        nearest = hop;
    }
    nearest
}

/// An address, with a port or in brackets too.
fn read(hop: &[u8]) -> Option<IpAddr> {
    let hop = std::str::from_utf8(hop).ok()?.trim();
    let bare = hop
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let address = bare
        .unwrap_or(hop)
        .parse()
        .ok()
        .or_else(|| Some(hop.parse::<SocketAddr>().ok()?.ip()));
    address.map(|address| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    const PROXY: &str = "10.0.0.1";
    const ANNA: &str = "192.0.2.7";

    /// Through one trusted network, 10.0.0.0/8.
    fn check(peer: &str, lines: &[&[u8]], expected: &str) {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(FORWARDED_FOR, HeaderValue::from_bytes(line).unwrap());
        }
        let found = client(
            peer.parse().unwrap(),
            &headers,
            &["10.0.0.0/8".parse().unwrap()],
        );
        let shown: Vec<_> = lines
            .iter()
            .map(|line| String::from_utf8_lossy(line))
            .collect();
        assert_eq!(
            found,
            expected.parse::<IpAddr>().unwrap(),
            "{shown:?} from {peer}"
        );
    }

    #[test]
    fn the_last_hop_that_no_proxy_of_ours_is_asks() {
        check(PROXY, &[b"192.0.2.7"], ANNA);
        check(PROXY, &[b"198.51.100.9, 192.0.2.7"], ANNA);
        check(
            PROXY,
            &[b"198.51.100.9, 192.0.2.7, 10.0.0.2,10.0.0.3"],
            ANNA,
        );
        check(PROXY, &[b"198.51.100.9", b"192.0.2.7, 10.0.0.2"], ANNA);
        check(PROXY, &[b"198.51.100.9, 192.0.2.7", b"10.0.0.2"], ANNA);
        check(PROXY, &[b"10.0.0.3, 10.0.0.2"], "10.0.0.3");
        check(PROXY, &[], PROXY);
        check("198.51.100.1", &[b"192.0.2.7"], "198.51.100.1");
        check("::ffff:10.0.0.1", &[b"192.0.2.7"], ANNA);
    }

    #[test]
    fn a_hop_with_a_port_or_in_brackets_is_read() {
        check(PROXY, &[b"192.0.2.7:50112"], ANNA);
        check(PROXY, &[b"[2001:db8::7]:50112"], "2001:db8::7");
        check(PROXY, &[b"[2001:db8::7]"], "2001:db8::7");
        check(PROXY, &[b"2001:db8::7"], "2001:db8::7");
        check(PROXY, &[b"::ffff:192.0.2.7"], ANNA);
        check(PROXY, &[b"[::ffff:192.0.2.7]:443"], ANNA);
        check(PROXY, &[b"192.0.2.7 ,\t10.0.0.2:9 , ::ffff:10.0.0.3"], ANNA);
    }

    #[test]
    fn the_walk_ends_at_a_hop_that_can_not_be_read() {
        for unreadable in [
            &b"unknown"[..],
            b"_geheim",
            b"",
            b" ",
            b"192.0.2",
            b"192.0.2.7.1",
            b"192.0.2.7:",
            b"192.0.2.7:999999",
            b"[2001:db8::7",
            b"for=192.0.2.7",
            b"\"192.0.2.7\"",
            b"\xff\xfe",
            b"192.0.2.7\xff",
            b"anna.example",
        ] {
            check(PROXY, &[unreadable], PROXY);
            check(PROXY, &[&[b"198.51.100.9, ", unreadable].concat()], PROXY);
            check(
                PROXY,
                &[&[b"198.51.100.9, ", unreadable, b" ,10.0.0.2"].concat()],
                "10.0.0.2",
            );
            check(PROXY, &[b"198.51.100.9", unreadable], PROXY);
            // What somebody wrote left of whom the proxy saw is nothing to us.
            check(PROXY, &[&[unreadable, b", 192.0.2.7"].concat()], ANNA);
        }
    }

    #[test]
    fn a_long_way_is_walked_to_its_end() {
        let proxies = (0..100).fold(String::from("198.51.100.9, 192.0.2.7"), |way, hop| {
            format!("{way}, 10.0.1.{hop}")
        });
        check(PROXY, &[proxies.as_bytes()], ANNA);
        let strangers = (0..100).fold(String::new(), |way, hop| format!("{way}203.0.113.{hop}, "));
        check(PROXY, &[format!("{strangers}192.0.2.7").as_bytes()], ANNA);
        let unread = (0..100).fold(String::from("192.0.2.7, unknown"), |way, hop| {
            format!("{way}, 10.0.1.{hop}")
        });
        check(PROXY, &[unread.as_bytes()], "10.0.1.0");
    }
}
