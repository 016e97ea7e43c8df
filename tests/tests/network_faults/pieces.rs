//! Sockets that break what frames are for: too large, in endless pieces, nothing but control
//! frames. Each is closed with its code.

use std::time::{Duration, Instant};

use tests::load::Account;
use tests::{Address, Peil, Steady, TEXT, Wires, at_once, masked};

use crate::room;

const BEGINS: u8 = 0x01;
const GOES_ON: u8 = 0x00;
const PING: u8 = 0x89;
const PONG: u8 = 0x8a;

/// How long each kind of attack goes on, socket after socket.
const FOR: Duration = Duration::from_secs(6);
/// What they may take of the server's memory together, in bytes.
const MEMORY_BYTES: u64 = 64 << 20;

/// The same pieces again and again, until the server has enough: with which code it said so.
fn closed(address: &Address, code: &str, first: &[u8], again: &[u8]) -> Option<u16> {
    let mut wires = Wires::open(address, code, first);
    wires.hears("hello");
    let again = again.repeat(256);
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(20) && wires.tries_to_send(&again) {}
    wires.is_cut()
}

#[test]
fn endless_pieces_and_floods_of_control_frames_are_closed_with_their_code() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let code = presenter.code();
    let before = Account::of(peil.process_id()).resident;
    let steady = Steady::votes(&peil, code, "pet");
    let empty = masked(GOES_ON, b"");
    let attacks: [(&str, Vec<u8>, &[u8], u16); 5] = [
        (
            "pieces without anything in them",
            masked(BEGINS, b""),
            &empty,
            1009,
        ),
        (
            "pieces of one byte",
            masked(BEGINS, b"x"),
            &masked(GOES_ON, b"x"),
            1009,
        ),
        (
            "a frame that says it is endless",
            endless(),
            b"xxxxxxxx",
            1009,
        ),
        ("pings", masked(PING, b"?"), &masked(PING, b"?"), 4429),
        (
            "pongs that nobody asked for",
            masked(PONG, b"!"),
            &masked(PONG, b"!"),
            4429,
        ),
    ];
    let begun = Instant::now();
    let counted = at_once(attacks.iter().map(|(_, first, again, wanted)| {
        let address = peil.address();
        move || {
            let mut sockets = 0;
            while begun.elapsed() < FOR {
                // Whoever still sends when the connection ends may not be able to read why.
                let code = closed(address, code, first, again);
                assert!(
                    code.is_none() || code == Some(*wanted),
                    "closed with {code:?}, not {wanted}"
                );
                sockets += usize::from(code == Some(*wanted));
            }
            sockets
        }
    }));
    let delays = steady.is_enough();
    let memory = Account::of(peil.process_id())
        .resident
        .saturating_sub(before);
    for ((what, .., wanted), sockets) in attacks.iter().zip(&counted) {
        println!("{what}: {sockets} sockets were closed with {wanted}");
        assert!(*sockets > 0, "{what}: nobody was told why");
    }
    println!(
        "the server took {} KiB more; beside them {delays}",
        memory >> 10
    );
    assert!(memory < MEMORY_BYTES, "{memory} bytes more");
    assert!(delays.longest() < Duration::from_secs(10), "{delays}");
}

/// The head of a frame of 2^60 bytes.
fn endless() -> Vec<u8> {
    [
        [TEXT, 0xff].as_slice(),
        &(1_u64 << 60).to_be_bytes(),
        &[1, 2, 3, 4],
    ]
    .concat()
}

/// What a browser could send is read, however it comes.
#[test]
fn a_thousand_honest_pieces_are_one_answer() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let mut wires = Wires::open(peil.address(), presenter.code(), b"");
    wires.hears("hello");
    let vote = tests::load::vote(7, "pet", 1);
    let text = format!("{vote}{}", " ".repeat(1_000 - vote.len()));
    let (first, rest) = text.as_bytes().split_at(1);
    wires.sends(&masked(BEGINS, first));
    let (middle, last) = rest.split_at(rest.len() - 1);
    for byte in middle {
        wires.sends(&masked(GOES_ON, &[*byte]));
    }
    wires.sends(&masked(0x80, last));
    assert_eq!(wires.hears("saved")["turn"], 1);
    assert_eq!(presenter.results("pet").voters(), 1);
}
