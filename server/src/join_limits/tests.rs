//! Who joins, who waits and in which order, with the time as an argument.

use std::net::IpAddr;
use std::time::{Duration, Instant};

use shared::ids::{ParticipantId, RoomId};
use shared::limits::{JOINING_NETWORKS, NETWORK_WAITERS, WAITER_SECONDS, WAITERS};
use shared::protocol::view::WaitingCounts;

use super::*;
use crate::lobby::{Links, RoomDocument};

const SMALL: Rate = Rate {
    burst: 5,
    per_second: 1.0,
};

/// A room whose clock the test turns.
struct TimedJoining {
    joining: Joining,
    now: Instant,
    room: RoomId,
    network: IpPrefix,
    rate: Rate,
}

fn network(address: &str) -> IpPrefix {
    IpPrefix::of(address.parse::<IpAddr>().unwrap())
}

impl TimedJoining {
    fn of(rate: Rate) -> Self {
        let (now, room) = (Instant::now(), RoomId::from("hall"));
        Self {
            joining: Joining::default(),
            now,
            room,
            network: network("192.0.2.1"),
            rate,
        }
    }

    fn comer(&self, who: u128) -> JoinRequest<'_> {
        JoinRequest {
            room: &self.room,
            network: self.network,
            participant: ParticipantId(who),
            rate: self.rate,
        }
    }

    fn asks(&self, who: u128) -> bool {
        self.joining.ask(&self.comer(who), self.now) == Admittance::In
    }

    fn looks(&self, who: u128) -> bool {
        self.joining.look(&self.comer(who), self.now) == Admittance::In
    }

    /// So many get in, of those who ask in that order.
    fn get_in(&self, who: impl IntoIterator<Item = u128>) -> Vec<u128> {
        who.into_iter().filter(|who| self.asks(*who)).collect()
    }

    fn later(&mut self, seconds: f64) -> &mut Self {
        self.now += Duration::from_secs_f64(seconds);
        self
    }

    fn sweeps(&self) -> Vec<(RoomId, Option<WaitingCounts>)> {
        self.joining.sweep(self.now)
    }

    fn waiting(&self) -> Option<WaitingCounts> {
        self.joining.waiting(&self.room)
    }
}

fn waits(participants: u64, networks: u64, asked: bool) -> Option<WaitingCounts> {
    Some(WaitingCounts {
        participants,
        networks,
        asked,
    })
}

#[test]
fn two_thousand_come_in_at_once_and_the_next_waits_and_gets_in_by_itself() {
    let mut hall = TimedJoining::of(Rate::default());
    assert_eq!(hall.get_in(1..=2_000).len(), 2_000);
    assert!(!hall.asks(2_001));
    assert_eq!(hall.waiting(), waits(1, 1, true));
    assert!(
        hall.later(0.051).asks(2_001),
        "a twentieth of a second later there is room for one"
    );
    assert!(!hall.asks(2_002));
    assert_eq!(
        hall.later(10.0).get_in(2_002..2_500).len(),
        200,
        "twenty a second"
    );
    hall.later(3_600.0).sweeps();
    assert_eq!(
        hall.get_in(3_000..9_000).len(),
        2_000,
        "and never more at once than fit"
    );
}

#[test]
fn whoever_waits_longest_comes_in_first_whenever_they_ask() {
    let mut hall = TimedJoining::of(SMALL);
    assert_eq!(hall.get_in(1..=5), [1, 2, 3, 4, 5]);
    assert_eq!(hall.get_in([11, 12, 13]), []);
    // Nobody new passes those who wait, and those who wait don't pass each other.
    for (passed, asking, expected) in [
        (1.0, vec![99, 13, 12, 11], vec![11]),
        (1.0, vec![13, 99, 12], vec![12]),
        (0.5, vec![13, 99], vec![]),
        (0.5, vec![99, 13], vec![13]),
        (1.0, vec![98, 99], vec![99]),
        (2.0, vec![97, 98], vec![97, 98]),
    ] {
        assert_eq!(
            hall.later(passed).get_in(asking.clone()),
            expected,
            "{asking:?}"
        );
    }
}

#[test]
fn whoever_stops_asking_loses_their_place_and_what_they_were_called_with_goes_to_the_next() {
    let mut hall = TimedJoining::of(Rate {
        burst: 3,
        per_second: 0.1,
    });
    assert_eq!(hall.get_in([1, 2, 3, 11, 12, 13]), [1, 2, 3]);
    assert_eq!(
        hall.later(10.0).get_in([13, 12]),
        [],
        "the first is called, and never asks again"
    );
    assert_eq!(hall.later(10.0).get_in([13, 12]), [12]);
    assert_eq!(hall.later(10.1).get_in([13]), [13]);
    assert!(!hall.asks(20), "so long something is kept for them");
    hall.sweeps();
    assert_eq!(hall.get_in([21, 20]), [20], "and then it is the next one's");
    assert!(!hall.asks(11), "who comes back after that is last");
    assert_eq!(hall.later(10.0).get_in([11, 21]), [21]);
    assert_eq!(hall.later(10.0).get_in([11]), [11]);
}

#[test]
fn one_who_is_in_the_line_stays_there_however_long_as_long_as_they_ask() {
    let mut hall = TimedJoining::of(Rate {
        burst: 1,
        per_second: 0.001,
    });
    assert!(hall.asks(1) && !hall.asks(2));
    for _ in 0..60 {
        hall.later(15.0).sweeps();
        assert_eq!(hall.get_in([3, 2]), []);
    }
    assert!(hall.later(101.0).asks(2) && !hall.asks(3));
}

#[test]
fn a_bucket_is_of_one_network_and_one_room() {
    let mut hall = TimedJoining::of(Rate { burst: 1, ..SMALL });
    hall.network = network("2001:db8:0:1200::1");
    assert!(hall.asks(1));
    for (address, room, passes) in [
        ("2001:db8:0:1200::2", "hall", false),
        ("2001:db8:0:12ff:ffff::1", "hall", false),
        ("2001:db8:0:1300::1", "hall", true),
        ("2001:db8:0:1200::1", "elsewhere", true),
        ("192.0.2.1", "hall", true),
        ("192.0.2.254", "hall", false),
        ("::ffff:192.0.2.7", "hall", false),
        ("192.0.3.1", "hall", true),
    ] {
        (hall.network, hall.room) = (network(address), room.into());
        assert_eq!(hall.asks(2), passes, "{address} in {room}");
    }
    hall.room = "hall".into();
    assert_eq!(
        hall.waiting(),
        waits(2, 2, true),
        "the same participant waits once in each"
    );
}

#[test]
fn an_organiser_says_how_many_they_expect() {
    let room = |expected| RoomDocument {
        code: shared::code::JoinCode::parse("8914 5348").unwrap(),
        deck: "d".into(),
        title: String::new(),
        expected,
        planned: None,
        created_at: 0,
        ended_at: None,
        answers_ended: None,
        removing: false,
        key: String::new(),
        links: Links {
            stage: String::new(),
            presenter: String::new(),
            remote: String::new(),
            moderator: String::new(),
            speaker: String::new(),
        },
        browsers: Default::default(),
    };
    for (expected, burst) in [
        (None, 2_000),
        (Some(1), 4),
        (Some(30), 120),
        (Some(5_000), 20_000),
        (Some(u32::MAX), u32::MAX),
    ] {
        assert_eq!(
            Rate::default().of(&room(expected)),
            Rate {
                burst,
                per_second: 20.0
            },
            "{expected:?}"
        );
    }
    let configured = Rate {
        burst: 7,
        per_second: 2.0,
    };
    assert_eq!(configured.of(&room(None)), configured);
}

#[test]
fn who_is_let_in_comes_in_and_as_many_again_may_follow() {
    let mut hall = TimedJoining::of(SMALL);
    hall.get_in(1..=20);
    assert_eq!(hall.waiting(), waits(15, 1, true));
    hall.joining.admit(&hall.room, hall.rate, hall.now);
    assert_eq!(hall.waiting(), None);
    assert_eq!(
        hall.get_in(6..=25).len(),
        15 + 5,
        "all who waited, and a bucket more"
    );
    assert_eq!(
        hall.later(60.0).get_in(100..200).len(),
        10,
        "from now on the room's buckets are larger"
    );
    hall.room = "elsewhere".into();
    assert_eq!(hall.get_in(200..300).len(), 5, "and no other room's");
}

#[test]
fn who_is_left_waiting_is_not_asked_about_again_until_twice_as_many_wait() {
    let mut hall = TimedJoining::of(Rate {
        burst: 1,
        per_second: 0.001,
    });
    hall.get_in(1..=11);
    hall.joining.let_wait(&hall.room);
    assert_eq!(hall.waiting(), waits(10, 1, false));
    hall.get_in(12..=20);
    assert_eq!(hall.waiting(), waits(19, 1, false));
    hall.get_in([21]);
    assert_eq!(hall.waiting(), waits(20, 1, true));
    hall.joining.let_wait(&hall.room);
    assert_eq!(hall.waiting(), waits(20, 1, false));
    hall.later(WAITER_SECONDS as f64 + 1.0).sweeps();
    hall.get_in([22, 23]);
    assert_eq!(
        hall.waiting(),
        waits(2, 1, true),
        "others are another matter"
    );
}

#[test]
fn looking_takes_nothing_and_begins_the_wait() {
    let mut hall = TimedJoining::of(SMALL);
    assert!(
        (0..100).all(|who| hall.looks(who)),
        "previews cost nobody anything"
    );
    assert_eq!(hall.get_in(1..=5).len(), 5);
    assert!(!hall.looks(50) && !hall.asks(51));
    assert_eq!(
        hall.later(1.0).get_in([51, 50]),
        [50],
        "who looked first is first"
    );
}

#[test]
fn hosts_are_told_while_somebody_waits_and_once_when_nobody_does_any_more() {
    let mut hall = TimedJoining::of(Rate {
        burst: 1,
        per_second: 1.0,
    });
    hall.get_in([1, 2]);
    assert_eq!(hall.sweeps(), [(hall.room.clone(), waits(1, 1, true))]);
    assert_eq!(hall.later(1.0).sweeps(), [(RoomId::from("hall"), None)]);
    assert_eq!(hall.sweeps(), []);
    assert!(hall.asks(2));
}

#[test]
fn what_is_as_if_nobody_had_come_takes_no_place() {
    let mut hall = TimedJoining::of(SMALL);
    for last in 0..=255 {
        hall.network = network(&format!("10.0.{last}.1"));
        assert!(hall.asks(1));
    }
    assert_eq!(hall.joining.rooms().networks, 256);
    hall.later(1.1).sweeps();
    let rooms = hall.joining.rooms();
    assert_eq!((rooms.networks, rooms.by_id.len()), (0, 0));
}

#[test]
fn there_is_an_end_to_who_and_which_networks_are_remembered() {
    let mut hall = TimedJoining::of(Rate {
        burst: 1,
        per_second: 0.000_001,
    });
    hall.get_in(0..2 * NETWORK_WAITERS as u128);
    assert_eq!(hall.joining.rooms().waiters, NETWORK_WAITERS);
    for network in 0..12 {
        hall.network = IpPrefix::of(IpAddr::from([10, 1, network, 1]));
        hall.get_in(0..NETWORK_WAITERS as u128 + 1);
    }
    assert_eq!(hall.joining.rooms().waiters, WAITERS);
    let somewhere =
        |number: usize| IpPrefix::of(IpAddr::from(((number as u128) << 72).to_be_bytes()));
    for number in 0..2 * JOINING_NETWORKS {
        hall.network = somewhere(number);
        assert!(
            hall.asks(1),
            "a network that nobody came from yet has its bucket"
        );
    }
    let rooms = hall.joining.rooms();
    assert!(rooms.networks <= JOINING_NETWORKS, "{}", rooms.networks);
    let held = |bucket: &Bucket| bucket.waiters();
    let counted: usize = rooms
        .by_id
        .values()
        .flat_map(|entrance| entrance.buckets.values())
        .map(held)
        .sum();
    assert_eq!(rooms.waiters, counted, "what is counted is what is there");
}
