//! Whoever sends thousands of frames a second is sent away, comes back at once, and is sent away
//! again. Rooms go on, and the journal holds no more than what those sockets were allowed.

use std::fs;
use std::time::{Duration, Instant};

use serde_json::json;
use tests::{Address, Peil, Phone, Steady, TEXT, Wires, at_once, masked};

use crate::room;

/// How long it goes on.
const FOR: Duration = Duration::from_secs(8);
/// Frames of one socket that may come at once, and per second from then on.
const AT_ONCE: u64 = 60;
const PER_SECOND: u64 = 20;
/// What one vote takes of the disk at most, with everything around it, in bytes.
const VOTE_BYTES: u64 = 2_048;

fn vote(turn: u64) -> Vec<u8> {
    let fields = json!([["option", (1 + turn % 3).to_string()]]);
    let frame =
        json!({ "type": "answer", "question": "pet", "round": 1, "turn": turn, "fields": fields });
    masked(TEXT, frame.to_string().as_bytes())
}

struct FloodCounts {
    sockets: u64,
    frames: u64,
    with_reason: u64,
}

/// One socket after the other, each sending as fast as it is read.
fn floods(phone: &Phone, address: &Address, frame: impl Fn(u64) -> Vec<u8>) -> FloodCounts {
    let mut flood = FloodCounts {
        sockets: 0,
        frames: 0,
        with_reason: 0,
    };
    let begun = Instant::now();
    while begun.elapsed() < FOR {
        let mut wires = Wires::of(address, &phone.opens_socket(""));
        flood.sockets += 1;
        loop {
            let hundred: Vec<u8> = (1..=100)
                .flat_map(|more| frame(flood.frames + more))
                .collect();
            flood.frames += 100;
            if !wires.tries_to_send(&hundred) || begun.elapsed() > FOR {
                break;
            }
        }
        // Whoever still sends when the connection ends may not be able to read why.
        if let Some(code) = wires.is_cut() {
            assert_eq!(code, 4429);
            flood.with_reason += 1;
        }
    }
    flood
}

#[test]
fn a_flood_is_sent_away_again_and_again_and_neither_rooms_nor_the_disk_notice() {
    let peil = Peil::starts();
    let (flooded, other) = (room(&peil), room(&peil));
    let stored = |peil: &Peil| peil.figure("peil_answers_stored_total").unwrap_or_default() as u64;
    let steady = [&flooded, &other].map(|room| Steady::votes(&peil, room.code(), "pet"));
    let mut phones = [peil.phone("votes"), peil.phone("nonsense")];
    for phone in &mut phones {
        phone.opens(flooded.code());
    }
    let [votes, nonsense] = &phones;
    let before = (stored(&peil), on_disk(&peil));
    let address = peil.address();
    let acts: [Box<dyn FnOnce() -> FloodCounts + Send>; 2] = [
        Box::new(|| floods(votes, address, vote)),
        Box::new(|| floods(nonsense, address, |_| masked(TEXT, b"{\"type\":\"dance\"}"))),
    ];
    let floods = at_once(acts);
    let [beside, elsewhere] = steady.map(Steady::is_enough);
    let grown = (
        stored(&peil) - before.0,
        on_disk(&peil).saturating_sub(before.1),
    );
    let honest = (beside.count() + elsewhere.count()) as u64;
    for (flood, what) in floods.iter().zip(["votes", "nonsense"]) {
        println!(
            "{what}: {} frames over {} sockets, {} were told why",
            flood.frames, flood.sockets, flood.with_reason
        );
        assert!(flood.with_reason > 0, "{what}: nobody was told why");
        assert!(
            flood.frames > 10 * AT_ONCE * flood.sockets,
            "{what}: {} frames are no flood",
            flood.frames
        );
    }
    println!(
        "{} of them were stored, {} KiB on disk; in the room {beside}; elsewhere {elsewhere}",
        grown.0,
        grown.1 >> 10
    );
    let allowed = floods[0].sockets * AT_ONCE + PER_SECOND * FOR.as_secs() * 2 + honest;
    assert!(
        grown.0 <= allowed,
        "{} votes were stored, of {allowed} at most",
        grown.0
    );
    assert!(grown.1 <= allowed * VOTE_BYTES + (8 << 20), "{grown:?}");
    for delays in [beside, elsewhere] {
        assert!(delays.longest() < Duration::from_secs(10), "{delays}");
    }
    assert_eq!(
        flooded.results("pet").voters(),
        2,
        "the steady one, and one who votes too often"
    );
}

fn on_disk(peil: &Peil) -> u64 {
    let files = fs::read_dir(peil.data()).expect("the data folder can be read");
    files
        .filter_map(|file| Some(file.ok()?.metadata().ok()?.len()))
        .sum()
}
