//! Thousands who connect and say nothing, and a house in which every place is taken.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use tests::load::{Account, Silence, arrive};
use tests::{Opening, Peil, Phone, Presenter, Setup, Socket, Steady, option, until, until_within};

use crate::room;

const LOAD: &str = env!("CARGO_BIN_EXE_load");
/// More than all places that a process with 20,000 files has.
const SILENT: usize = 24_000;
/// What all of them may take of the server's memory, in bytes.
const MEMORY_BYTES: u64 = 512 << 20;
/// How much longer whoever is honest may wait for anything meanwhile: thousands of connections a
/// second are work for these processors, whoever makes them.
const BOUND: Duration = Duration::from_secs(30);
/// How many newcomers come, each with the page, what it loads, a socket and a vote.
const NEWCOMERS: usize = 200;
/// What a server keeps free of connections.
const RESERVED: u64 = 256;

fn open_files(peil: &Peil) -> usize {
    fs::read_dir(format!("/proc/{}/fd", peil.process_id()))
        .expect("a running process has files")
        .count()
}

fn places_left(peil: &Peil) -> f64 {
    peil.figure("peil_connections_left")
        .expect("it is always reported")
}

#[test]
fn twenty_four_thousand_who_say_nothing_keep_nobody_out() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let calm = arrive(NEWCOMERS, peil.address(), presenter.code());
    assert_eq!(calm.errors, Vec::<String>::new());
    let before = (Account::of(peil.process_id()).resident, places_left(&peil));
    let steady = Steady::votes(&peil, presenter.code(), "pet");
    // One of the houses is that of the honest phones below: nobody is kept out for sitting beside
    // them.
    let houses = ["127.0.0", "127.66.1"];
    let begun = Instant::now();
    let mut silent = houses
        .map(|house| Silence::falls(Path::new(LOAD), SILENT / 2, &peil.address().host(), house));
    let came = begun.elapsed();

    let arrival = arrive(NEWCOMERS, peil.address(), presenter.code());
    assert_eq!(
        arrival.errors,
        Vec::<String>::new(),
        "newcomers from elsewhere"
    );
    assert!(
        arrival.seconds < calm.seconds + BOUND.as_secs_f64(),
        "they took {} s, not {} s",
        arrival.seconds,
        calm.seconds
    );
    let mut neighbours = peil.crowd(40);
    let slowest = neighbours.does(|number, phone| {
        let begun = Instant::now();
        phone.opens(presenter.code()).votes(option(number % 3 + 1));
        begun.elapsed()
    });
    let slowest = slowest.into_iter().max().expect("forty came");
    assert!(
        slowest < BOUND,
        "somebody from the same house took {slowest:?}"
    );
    room(&peil);

    let delays = steady.is_enough();
    assert!(delays.longest() < BOUND, "{delays}");
    let counts = silent.each_mut().map(Silence::tells);
    let open: u64 = counts.iter().map(|counts| counts.open).sum();
    let files = open_files(&peil);
    let memory = Account::of(peil.process_id())
        .resident
        .saturating_sub(before.0);
    println!(
        "{SILENT} silent connections came in {came:.1?}; {counts:?}; the server then had {files} files open and took {} MiB more; {NEWCOMERS} \
         newcomers voted in {:.2} s ({:.2} s before), 40 from the same house within {slowest:.2?}; beside them {delays}",
        memory >> 20,
        arrival.seconds,
        calm.seconds
    );
    assert!(open > 5_000, "the attack was one: {counts:?}");
    assert!(memory < MEMORY_BYTES, "{memory} bytes more");
    let logs = peil.logs();
    assert!(
        !logs.contains("could not be accepted"),
        "it never ran out of files: {logs}"
    );
    assert_eq!(
        presenter.results("pet").voters() as usize,
        2 * NEWCOMERS + 41
    );

    drop(silent);
    until_within(Duration::from_secs(30), "everything is as before", || {
        (places_left(&peil) + 64.0 > before.1).then_some(())
    });
    peil.phone("Anna").opens(presenter.code()).votes(option(1));
    assert_eq!(
        presenter.results("pet").voters() as usize,
        2 * NEWCOMERS + 42
    );
}

/// A server that may have so few files that its house is full soon.
fn small_house() -> (Peil, Presenter, Phone) {
    let peil = Peil::starts_with(Setup {
        open_files: Some(RESERVED + 60),
        ..Setup::default()
    });
    let presenter = room(&peil);
    let mut phone = peil.phone("Anna");
    phone.opens(presenter.code());
    (peil, presenter, phone)
}

/// Opens sockets until there is no place any more.
fn fills(opening: &Opening) -> Vec<Socket> {
    let mut sockets = Vec::new();
    until_within(
        Duration::from_secs(60),
        "the house is full",
        || match opening.tries() {
            Ok(mut socket) => {
                socket.hears("hello");
                sockets.push(socket);
                None
            }
            Err(status) => {
                assert_eq!(status, 503);
                Some(())
            }
        },
    );
    sockets
}

#[test]
fn a_full_house_says_so_and_has_a_place_again_once_somebody_goes() {
    let (peil, presenter, phone) = small_house();
    let mut sockets = fills(&phone.opens_socket(""));
    assert!(
        sockets.len() > 40,
        "{} of 60 places were for those who speak",
        sockets.len()
    );
    let newcomer = tests::Stranger::connects(peil.address());
    let refused = newcomer
        .says(format!("GET /{} HTTP/1.1\r\nHost: peil\r\n\r\n", presenter.code()).as_bytes());
    assert_eq!(refused.status(), Some(503), "{refused:?}");
    assert!(
        refused
            .said
            .to_ascii_lowercase()
            .contains("\r\nretry-after: 2\r\n"),
        "{refused:?}"
    );
    for socket in &mut sockets {
        socket.fences();
    }
    sockets.truncate(sockets.len() - 10);
    let mut bob = until("there is a place again", || {
        phone.opens_socket("").tries().ok()
    });
    bob.hears("hello");
    presenter.results("pet");
}

#[test]
fn in_a_full_house_whoever_says_nothing_makes_room() {
    let (peil, presenter, phone) = small_house();
    let mut silence = Silence::falls(Path::new(LOAD), 200, &peil.address().host(), "127.66.2");
    let mut sockets: Vec<Socket> = (0..40).map(|_| phone.opens_socket("").greeted()).collect();
    for socket in &mut sockets {
        socket.fences();
    }
    let counts = silence.tells();
    println!("40 sockets beside {counts:?} in a house of 60");
    assert!(
        counts.cut > 40 && counts.open > 0,
        "silent ones went and others came: {counts:?}"
    );
    assert_eq!(presenter.room().present, 1, "forty pages of one person");
}
