//! The measuring program measures: a small hall, so that it still works when somebody needs it.

use std::process::Command;

use tests::load::{Fanout, Plan};

#[test]
fn a_small_hall_can_be_measured() {
    let mut floor = Command::new(env!("CARGO_BIN_EXE_load"));
    floor.arg("floor");
    let measured = Fanout::measured(Plan { phones: 40, rounds: 2, views: 2 }, floor);
    assert_eq!(measured.sockets, 40);
    assert!(measured.frame_bytes > 200, "{measured:?}");
    assert!(measured.floor_us > 0.0 && measured.fanout_us > 0.0 && measured.fanout_to_floor > 0.0, "{measured:?}");
}
