//! The address by which other devices on the network reach this computer.

use anyhow::{Context, Result};
use std::net::{IpAddr, Ipv4Addr, UdpSocket};

/// An address that is kept for documentation: it is on no network, so the way to it is the way to
/// everywhere.
const ELSEWHERE: (Ipv4Addr, u16) = (Ipv4Addr::new(203, 0, 113, 1), 9);

/// Asks the routing table from which address a packet to elsewhere would leave. Connecting a UDP
/// socket sends none.
pub fn own_address() -> Result<IpAddr> {
    let own = || {
        let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0))?;
        socket.connect(ELSEWHERE)?;
        socket.local_addr()
    };
    let address = own().context(
        "This computer is on no network, so phones can't reach it. Join one, or leave out --lan.",
    )?;
    Ok(address.ip())
}
