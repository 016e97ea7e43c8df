//! When something was answered, beside UTC as the organiser's clocks show it.

use tests::{Peil, Presenter, SampleQuestion, Setup, Terminal, option, sample};

fn answered(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    peil.phone("Anna").opens(presenter.code()).votes(option(1));
    presenter
}

/// Seconds of the day of `2026-11-28 15:03:05` and of what RFC 3339 has in its place.
fn of_day(moment: &str) -> i64 {
    let part = |range: std::ops::Range<usize>| moment[range].parse::<i64>().expect("digits");
    part(11..13) * 3600 + part(14..16) * 60 + part(17..19)
}

/// How many minutes the local time of the only answer is ahead of UTC, by the table, and what JSON
/// says of it.
fn ahead(presenter: &Presenter) -> (i64, String, String) {
    let table = presenter.long_table();
    let (utc, local) = (
        &table.rows[0]["answered_at"],
        &table.rows[0]["answered_local"],
    );
    assert!(utc.ends_with('Z') && local.len() == 19, "{utc} {local}");
    let minutes = (of_day(local) - of_day(utc)).rem_euclid(86_400) / 60;
    let whole = presenter.exports("format=json").json();
    let moment = &whole["questions"][0]["rounds"][0]["answers"][0]["answered_local"];
    let moment = moment.as_str().expect("a moment").to_owned();
    assert_eq!(moment[..19].replace('T', " "), *local);
    (
        minutes,
        moment[23..].to_owned(),
        whole["time_zone"].as_str().expect("a zone").to_owned(),
    )
}

#[test]
fn the_time_is_told_in_the_zone_of_the_instance() {
    for (zone, minutes, distance) in [
        ("UTC", 0, "+00:00"),
        ("Asia/Kolkata", 330, "+05:30"),
        ("America/Phoenix", 1020, "-07:00"),
        ("Asia/Tokyo", 540, "+09:00"),
        ("Pacific/Kiritimati", 840, "+14:00"),
    ] {
        let peil = Peil::starts_with(Setup {
            options: vec![format!("--time-zone={zone}")],
            ..Setup::default()
        });
        let presenter = answered(&peil);
        assert_eq!(
            ahead(&presenter),
            (minutes, distance.to_owned(), zone.to_owned()),
            "{zone}"
        );
        let room = presenter.started.room.as_str();
        let said = Terminal::runs_on(
            &peil,
            &["export", room, "--format", "csv", "--time-zone", zone],
        );
        assert_eq!(
            said.ends_with(0).text(),
            presenter.exports("format=csv").text(),
            "the command says the same"
        );
    }
}

#[test]
fn without_a_word_it_is_the_time_of_amsterdam() {
    let peil = Peil::starts();
    let (minutes, distance, zone) = ahead(&answered(&peil));
    assert!(
        [(60, "+01:00"), (120, "+02:00")].contains(&(minutes, distance.as_str())),
        "{minutes} {distance}"
    );
    assert_eq!(zone, "Europe/Amsterdam");
}

#[test]
fn the_zone_can_stand_in_the_settings_file() {
    let mut peil = Peil::starts();
    peil.terminate();
    std::fs::write(
        peil.beside().join("peil.toml"),
        "time-zone = \"Asia/Tokyo\"\n",
    )
    .expect("a folder of ours");
    peil.start_again();
    assert_eq!(ahead(&answered(&peil)).2, "Asia/Tokyo");
}

#[test]
fn an_unknown_zone_is_refused_with_a_sentence() {
    for zone in [
        "Amsterdam",
        "Europe/Amsterdm",
        "CEST+2",
        "",
        "Mars/Olympus",
        "../../etc/passwd",
    ] {
        for command in ["serve", "export"] {
            let (option, rest) = (format!("--time-zone={zone}"), ["hall", "--format", "csv"]);
            let rest = if command == "export" { &rest[..] } else { &[] };
            let outcome = Terminal::runs([command, &option].iter().chain(rest));
            assert_ne!(outcome.code, Some(0), "{zone}: {outcome:?}");
            assert!(
                outcome.stderr.contains("for example Europe/Amsterdam"),
                "{zone}: {outcome:?}"
            );
        }
        let outcome = Terminal::runs_with("PEIL_TIME_ZONE", zone, &["serve"]);
        assert!(
            outcome.stderr.contains("for example Europe/Amsterdam"),
            "{zone}: {outcome:?}"
        );
    }
}
