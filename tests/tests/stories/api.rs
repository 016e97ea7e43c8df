//! What a script meets first: health, lists, the description of the API.

use std::collections::BTreeSet;

use tests::{Peil, SampleQuestion, sample};

use crate::rights::table::table;

#[test]
fn a_server_that_can_store_answers_is_healthy() {
    let peil = Peil::starts();
    peil.health().expects(200);
}

#[test]
fn rooms_and_decks_are_listed() {
    let mut peil = Peil::starts();
    let organiser = peil.organiser();
    let deck = organiser.uploads(&sample([SampleQuestion::Choice]));
    let presenter = organiser.starts_again(&deck);
    for _ in 0..2 {
        let decks = organiser.gets("/api/v1/decks").expects(200).text();
        assert!(
            decks.contains(&deck.deck) && decks.contains("Proefzaal"),
            "{decks}"
        );
        let rooms = organiser.gets("/api/v1/rooms").expects(200).text();
        assert!(
            rooms.contains(&presenter.started.room) && rooms.contains(presenter.code()),
            "{rooms}"
        );
        peil.kill_9();
        peil.start_again();
    }
}

/// Which calls there are says the table of who may make them, and a test of the router holds that
/// against the routes.
#[test]
fn the_description_that_is_served_names_every_call_and_no_other() {
    let peil = Peil::starts();
    let document = peil
        .stranger(None)
        .gets("/api/v1/openapi.json")
        .expects(200)
        .json();
    assert!(
        document["openapi"]
            .as_str()
            .is_some_and(|version| version.starts_with("3.")),
        "{document}"
    );
    let server = document["servers"][0]["url"]
        .as_str()
        .expect("where its paths begin");
    let mut described = BTreeSet::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        let methods = item
            .as_object()
            .expect("calls")
            .keys()
            .filter(|key| *key != "parameters");
        described.extend(methods.map(|method| format!("{} {server}{path}", method.to_uppercase())));
    }
    let (_, rows) = table();
    let calls: BTreeSet<String> = rows
        .iter()
        .map(|row| format!("{} {}", row.method, row.path))
        .collect();
    let calls = calls
        .into_iter()
        .filter(|call| call.contains(" /api/"))
        .collect();
    assert_eq!(described, calls);
}

#[test]
fn links_lead_to_this_server() {
    let peil = Peil::starts();
    let started = peil
        .organiser()
        .starts(&sample([SampleQuestion::Choice]))
        .started;
    let origin = peil.address().origin();
    for link in [
        &started.join_url,
        &started.stage_url,
        &started.remote_url,
        &started.moderator_url,
    ] {
        assert!(
            link.starts_with(&origin),
            "{link} leads elsewhere than {origin}"
        );
    }
    let secret = |link: &str| {
        link.rsplit(['/', '?', '=', '#'])
            .next()
            .unwrap_or_default()
            .len()
            >= 20
    };
    for link in [
        &started.stage_url,
        &started.remote_url,
        &started.moderator_url,
    ] {
        assert!(secret(link), "a link of a role cannot be guessed: {link}");
    }
}
