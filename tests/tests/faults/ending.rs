//! kill -9 while answers end: at every moment either the answers are whole or the totals are, and
//! the next start finishes what was cut off.

use std::thread;
use std::time::Duration;

use serde_json::Value;
use tests::before::{Before, assert_still_says};
use tests::{Dice, Presenter, Terminal, until};

const MOMENTS: usize = 20;
/// What somebody wrote in that room.
const WRITTEN: &str = "Een moestuin";

fn results(presenter: &Presenter) -> Value {
    let reply = presenter.organiser.gets(&presenter.path("/results"));
    reply.expects(200).json()
}

#[test]
fn answers_that_end_are_whole_or_their_totals_are_after_twenty_kills() {
    let mut dice = Dice::thrown();
    let mut cut_off = 0;
    for _ in 0..MOMENTS {
        let mut before = Before::goes_on_with(vec!["--keep-answers=1".into()]);
        let presenter = before.presenter();
        // Not a fence but the point: answers end in several writes, and the kill falls anywhere
        // between them.
        thread::sleep(Duration::from_micros(dice.below(15_000)));
        before.peil.kill_9();
        cut_off += usize::from(has_answers(&before, &presenter));
        before.peil.start_again();
        let after = until("their days are over", || {
            Some(results(&presenter)).filter(|now| now["answers_ended_at"].is_string())
        });
        tells_as_many(&before.figures["results"], &after);
        let rows = presenter.path("/export?format=json");
        presenter.organiser.gets(&rows).expects(410);
    }
    println!("{cut_off} of {MOMENTS} kills came before the answers had ended");
}

/// Whether the folder of a killed peil has all answers; else it has the totals.
fn has_answers(before: &Before, presenter: &Presenter) -> bool {
    let room = presenter.started.room.as_str();
    let exports = |format| Terminal::runs_on(&before.peil, &["export", room, "--format", format]);
    let rows = exports("json");
    if rows.code == Some(0) {
        let rows: Value = serde_json::from_slice(&rows.stdout).expect("JSON");
        assert!(rows.to_string().contains(WRITTEN));
        assert_still_says(
            &before.figures["export"]["created_at"],
            &rows["created_at"],
            "created_at",
        );
        return true;
    }
    assert!(rows.stderr.contains("its totals stay"), "{}", rows.stderr);
    let report = exports("html");
    assert_eq!(report.code, Some(0), "{}", report.stderr);
    let report = String::from_utf8_lossy(&report.stdout).into_owned();
    assert!(report.contains("de totalen blijven") && !report.contains(WRITTEN));
    false
}

/// Of every question as many answers are told as were given.
#[track_caller]
fn tells_as_many(old: &Value, now: &Value) {
    let questions = |results: &Value| results["questions"].as_array().cloned().unwrap_or_default();
    let now = questions(now);
    for question in questions(old) {
        let found = now.iter().find(|one| one["id"] == question["id"]);
        let found = found.unwrap_or_else(|| panic!("{} is not told", question["id"]));
        let of = |one: &Value| (one["kind"].clone(), one["voters"].clone());
        assert_eq!(of(found), of(&question), "{}", question["id"]);
    }
}
