//! Answers that end: what their room came to stays wherever the organiser reads it, what people
//! wrote is nowhere any more, and nobody comes in.
//!
//! The room is one that an older peil left behind and nobody ended: it was used last so long ago
//! that its days are over when this one starts. What totals say of many, and that nothing else is
//! stored, is told by the server's own tests, for which no clock needs to be turned.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use serde_json::Value;
use tests::before::Before;
use tests::{ControlPress, Method, Presenter, Terminal, until};

/// What people wrote there.
const WRITTEN: [&str; 2] = ["Een moestuin", "Meer groen"];

fn kept_for(days: u32) -> (Before, Presenter) {
    let before = Before::goes_on_with(vec![format!("--keep-answers={days}")]);
    let presenter = before.presenter();
    (before, presenter)
}

fn results(presenter: &Presenter) -> Value {
    let reply = presenter.organiser.gets(&presenter.path("/results"));
    reply.expects(200).json()
}

fn room(presenter: &Presenter) -> Value {
    let reply = presenter.organiser.gets(&presenter.path(""));
    reply.expects(200).json()
}

/// A room whose answers have ended, and what its results are then.
fn ended() -> (Before, Presenter, Value) {
    let (before, presenter) = kept_for(1);
    let results = until("its days are over", || {
        let results = results(&presenter);
        results["answers_ended_at"].is_string().then_some(results)
    });
    (before, presenter, results)
}

fn there_are_answers(presenter: &Presenter) {
    let rows = presenter.exports("format=json").text();
    assert!(WRITTEN.iter().all(|text| rows.contains(text)), "{rows}");
}

fn desk(presenter: &Presenter) -> String {
    format!("/desk/rooms/{}", presenter.started.room)
}

#[test]
fn totals_stay_of_answers_that_end_and_nothing_that_people_wrote() {
    let (before, presenter, after) = ended();
    let now = after["questions"].as_array().expect("questions");
    let old = before.figures["results"]["questions"].as_array();
    for question in old.expect("questions") {
        let found = now.iter().find(|one| one["id"] == question["id"]);
        let found = found.unwrap_or_else(|| panic!("{} is not told: {after}", question["id"]));
        for field in ["kind", "prompt", "voters"] {
            assert_eq!(
                found[field], question[field],
                "{field} of {}",
                question["id"]
            );
        }
    }
    // It leads to what is left of it, where it can be thrown away too.
    let page = presenter
        .organiser
        .gets(&desk(&presenter))
        .expects(200)
        .page();
    for part in ["[data-code=answers_ended]", "#all-results", "#apart form"] {
        assert_eq!(page.all(part).len(), 1, "{part}");
    }
    assert!(WRITTEN.iter().all(|text| !page.text().contains(text)));
    let room = room(&presenter);
    assert_eq!(room["state"], "ended");
    assert_eq!(room["participants"], 0);
    assert!(room["answers_ended_at"].is_string() && room["answers_end_at"].is_null());
}

#[test]
fn what_is_made_of_totals_goes_on_and_what_needs_rows_says_why_not() {
    let (_before, presenter, _) = ended();
    let get = |path: &str| presenter.organiser.gets(&presenter.path(path));
    let report = get("/report.html").expects(200).text();
    assert!(report.contains("de totalen blijven"), "{report}");
    for path in [
        "/report.docx",
        "/figures/huisdier.svg",
        "/figures/huisdier.png",
    ] {
        get(path).expects(200);
    }
    let mut book = Xlsx::new(Cursor::new(get("/report.xlsx").expects(200).bytes.clone()))
        .expect("it is a spreadsheet");
    let cover = book.sheet_names().first().cloned().expect("a cover");
    let cover = book.worksheet_range(&cover).expect("it can be read");
    let says = |cell: &Data| cell.to_string().contains("de totalen blijven");
    assert!(cover.cells().any(|(_, _, cell)| says(cell)), "{cover:?}");
    for gone in [
        "/export?format=csv",
        "/export?format=json",
        "/results?split=huisdier",
        "/forms/huisdier",
    ] {
        assert_eq!(
            get(gone).expects(410).json()["code"],
            "answers_ended",
            "{gone}"
        );
    }
    let erase = presenter.path("/answers/a1");
    let erase = presenter.organiser.calls(Method::DELETE, &erase, None);
    assert_eq!(erase.expects(410).json()["code"], "answers_ended");
    let goes_on = presenter.presses(&ControlPress::new("resume"));
    assert_eq!(goes_on.expects(410).json()["code"], "answers_ended");
    let mail = presenter
        .organiser
        .gets(&format!("{}/mail", desk(&presenter)));
    assert_eq!(mail.expects(410).refusal(), "answers_ended");
}

#[test]
fn nobody_comes_into_a_room_whose_answers_have_ended() {
    let (before, presenter, _) = ended();
    let code = format!("/{}", presenter.code());
    let mut somebody = before.peil.visitor("somebody");
    for _ in 0..2 {
        assert_eq!(somebody.goes(&code).expects(410).refusal(), "answers_ended");
    }
    let mut anna = before.visitor("anna");
    assert_eq!(anna.goes(&code).expects(410).refusal(), "answers_ended");
    let stage = somebody.goes(&presenter.started.stage_url);
    assert_eq!(stage.expects(410).refusal(), "answers_ended");
    assert_eq!(room(&presenter)["participants"], 0, "nobody is noted");
}

#[test]
fn a_command_makes_of_totals_what_can_be_made_of_them() {
    let (mut before, presenter, _) = ended();
    before.peil.terminate();
    let exports = |format| {
        let arguments = ["export", &presenter.started.room, "--format", format];
        Terminal::runs_on(&before.peil, &arguments)
    };
    let rows = exports("csv");
    assert_eq!(rows.code, Some(1));
    assert!(rows.stderr.contains("its totals stay"), "{}", rows.stderr);
    let report = exports("html");
    assert_eq!(report.code, Some(0), "{}", report.stderr);
    assert!(String::from_utf8_lossy(&report.stdout).contains("de totalen blijven"));
    assert_eq!(exports("xlsx").code, Some(0));
}

#[test]
fn it_is_said_at_the_desk_before_answers_end_with_what_can_be_saved() {
    let (_before, presenter) = kept_for(10);
    let get = |path: &str| presenter.organiser.gets(path).expects(200).page();
    let page = until("it is known when the room was used last", || {
        let page = get(&desk(&presenter));
        let is_said = !page.all("[data-code=answers_end]").is_empty();
        is_said.then_some(page)
    });
    let files = page.all("[data-code=answers_end] a");
    let files = files.iter().filter_map(|link| link.attr("href"));
    for file in files.collect::<Vec<_>>() {
        presenter.organiser.gets(file).expects(200);
    }
    let results = get(&format!("{}/results", desk(&presenter)));
    assert_eq!(results.all("[data-code=answers_end] a").len(), 3);
    let end = room(&presenter)["answers_end_at"].clone();
    assert!(
        end.as_str().is_some_and(|at| at.starts_with("2026-12-0")),
        "{end}"
    );
    let rooms = presenter
        .organiser
        .gets("/api/v1/rooms")
        .expects(200)
        .json();
    assert_eq!(rooms[0]["answers_end_at"], end);
    there_are_answers(&presenter);
}

/// Without an end that somebody chose, nothing ends.
#[test]
fn answers_stay_where_nobody_said_for_how_long() {
    let before = Before::goes_on();
    let presenter = before.presenter();
    assert!(results(&presenter)["answers_ended_at"].is_null());
    let room = room(&presenter);
    assert!(room["answers_end_at"].is_null() && room["answers_ended_at"].is_null());
    there_are_answers(&presenter);
}
