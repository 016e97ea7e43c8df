//! Whoever watches a server from outside: its figures say what happened, and are only for holders
//! of their token.

use serde_json::json;
use tests::{METRICS_TOKEN, Peil, SampleQuestion, place, sample, until};

fn at_least(peil: &Peil, name: &str, least: f64) {
    let now = peil.figure(name);
    assert!(
        now.is_some_and(|now| now >= least),
        "{name} is {now:?}, not {least} or more"
    );
}

#[test]
fn the_figures_tell_who_is_there_and_what_was_stored() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Spectrum]));
    presenter.opens("belief");
    let answer = |turn: u32, value: u32| json!({ "type": "answer", "question": "belief", "round": 1, "turn": turn, "fields": [["value", value.to_string()]] });
    let mut phone = peil.phone("Anna");
    let mut anna = phone.opens(presenter.code()).follows();
    let mut bob = peil.phone("Bob");
    bob.opens(presenter.code()).votes(place(30));
    assert_eq!(peil.figure("peil_sockets{audience=\"phones\"}"), Some(1.0));
    anna.says(&answer(1, 40)).hears("saved");
    anna.says(&answer(1, 40)).hears("saved");
    anna.says(&answer(2, 41)).hears("saved");
    anna.says(&answer(3, 1_000)).hears("refused");
    assert_eq!(
        peil.figure("peil_answers_stored_total"),
        Some(3.0),
        "a repetition is none"
    );
    assert_eq!(
        peil.figure("peil_ack_seconds_count"),
        Some(4.0),
        "but it is acknowledged"
    );
    assert_eq!(
        peil.figure("peil_refusals_total{code=\"out_of_range\"}"),
        Some(1.0)
    );
    for (name, least) in [
        ("peil_storing", 1.0),
        ("peil_rooms_loaded", 1.0),
        ("peil_socket_bytes_total", 500.0),
        ("peil_batch_events_count", 3.0),
        ("peil_commit_seconds_count", 3.0),
        ("peil_commit_changes_sum", 3.0),
        ("peil_commit_bytes_sum", 300.0),
        ("peil_room_load_seconds_count", 1.0),
        ("peil_connections_left", 1.0),
        ("peil_descriptors_left", 1.0),
        ("process_resident_memory_bytes", 1e6),
    ] {
        at_least(&peil, name, least);
    }
    assert_eq!(
        peil.figure("peil_sockets_behind"),
        Some(0.0),
        "everybody reads"
    );
    presenter.closes();
    anna.sees(|view| view["slide"]["part"]["open"] == false);
    at_least(&peil, "peil_views_made_total{audience=\"phones\"}", 1.0);
    at_least(&peil, "peil_views_sent_total", 1.0);
    drop(anna);
    until("the socket that was dropped is counted no more", || {
        (peil.figure("peil_sockets{audience=\"phones\"}") == Some(0.0)).then_some(())
    });
}

#[test]
fn the_figures_name_no_room_and_want_their_token() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Spectrum]));
    presenter.opens("belief");
    drop(peil.phone("Anna").opens(presenter.code()).votes(place(30)));
    let page = peil
        .stranger(Some(METRICS_TOKEN))
        .gets("/metrics")
        .expects(200)
        .text();
    for secret in [presenter.code(), &presenter.started.room, "belief"] {
        assert!(!page.contains(secret), "{secret} stands in {page}");
    }
    peil.organiser().gets("/metrics").expects(401);
    peil.stranger(None).gets("/metrics").expects(401);
}
