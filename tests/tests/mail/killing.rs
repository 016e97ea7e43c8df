//! peil is killed while it sends, twenty times.

use std::thread;
use std::time::Duration;

use tests::Dice;

use crate::desk::{MailDesk, peil_with, room_of};
use crate::sink::Sink;

const KILLS: u32 = 20;
const ADDRESSES: usize = 60;

#[test]
fn killed_twenty_times_it_sends_nothing_twice_and_loses_nothing_without_a_word() {
    let mut sink = Sink::starts();
    sink.is_told("slow 0.04");
    let mut peil = peil_with(&sink);
    let addresses: Vec<String> = (0..ADDRESSES)
        .map(|number| format!("p{number}@example.org"))
        .collect();
    let names: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let room = room_of(&peil, &names);
    let mut desk = MailDesk::of(&peil, &room);
    desk.sends().expects(303);
    let mut dice = Dice::seeded(2_026);
    for _ in 0..KILLS {
        thread::sleep(Duration::from_millis(dice.below(120)));
        peil.kill_9();
        peil.start_again();
    }
    let mut desk = MailDesk::of(&peil, &room);
    desk.is_over();
    let (sent, unknown) = (desk.count("verstuurd"), desk.listed("unknown"));
    assert_eq!(
        sent as usize + unknown.len(),
        ADDRESSES,
        "none is lost without a word"
    );
    for address in &names {
        let times = sink.times(address);
        let is_unknown = unknown.iter().any(|each| each == address);
        assert!(times <= 1, "{address} came {times} times");
        assert!(
            times == 1 || is_unknown,
            "{address} is said to be sent and was not"
        );
    }
    assert!(
        !unknown.is_empty(),
        "no kill came in the middle of a mail: make it slower"
    );
    desk.presses(&[("do", "again"), ("of", "unknown")])
        .expects(303);
    desk.is_over();
    assert_eq!(desk.count("verstuurd") as usize, ADDRESSES);
    assert!(
        names
            .iter()
            .all(|address| (1..=2).contains(&sink.times(address)))
    );
}

#[test]
fn a_stop_waits_for_the_mail_that_is_under_way() {
    let mut sink = Sink::starts();
    sink.is_told("slow 0.4");
    let mut peil = peil_with(&sink);
    let room = room_of(
        &peil,
        &["anna@example.org", "bob@example.org", "carla@example.org"],
    );
    let mut desk = MailDesk::of(&peil, &room);
    desk.sends().expects(303);
    tests::until("the first was taken", || {
        (!sink.taken().is_empty()).then_some(())
    });
    peil.terminate();
    peil.start_again();
    let mut desk = MailDesk::of(&peil, &room);
    desk.is_over();
    assert_eq!(desk.count("verstuurd"), 3);
    assert_eq!(sink.taken().len(), 3);
}
