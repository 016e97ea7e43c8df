//! What a script meets first: health, lists, the description of the API.

use tests::{Peil, Sample, sample};

#[test]
fn a_server_that_can_store_answers_is_healthy() {
    let peil = Peil::starts();
    peil.health().expects(200);
}

#[test]
fn rooms_and_decks_are_listed() {
    let mut peil = Peil::starts();
    let organiser = peil.organiser();
    let deck = organiser.uploads(&sample([Sample::Choice]));
    let presenter = organiser.starts_again(&deck);
    for _ in 0..2 {
        let decks = organiser.gets("/api/v1/decks").expects(200).text();
        assert!(decks.contains(&deck.deck) && decks.contains("Proefzaal"), "{decks}");
        let rooms = organiser.gets("/api/v1/rooms").expects(200).text();
        assert!(rooms.contains(&presenter.started.room) && rooms.contains(presenter.code()), "{rooms}");
        peil.kill_9();
        peil.start_again();
    }
}

#[test]
fn the_description_names_every_path_of_the_contract() {
    let peil = Peil::starts();
    let document = peil.stranger(None).gets("/api/v1/openapi.json").expects(200).json();
    assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.")), "{document}");
    let expected = [
        ("/decks", vec!["get", "post"]),
        ("/decks/{deck}", vec!["get", "put", "delete"]),
        ("/rooms", vec!["get", "post"]),
        ("/rooms/{room}", vec!["get", "delete"]),
        ("/rooms/{room}/control", vec!["post"]),
        ("/rooms/{room}/results", vec!["get"]),
        ("/rooms/{room}/export", vec!["get"]),
        ("/rooms/{room}/answers/{answer}", vec!["delete"]),
    ];
    let paths = document["paths"].as_object().expect("paths");
    for (path, methods) in expected {
        let described = paths.iter().find(|(name, _)| name.trim_start_matches("/api/v1") == path);
        let (_, described) = described.unwrap_or_else(|| panic!("{path} is not described: {:?}", paths.keys()));
        for method in methods {
            assert!(described[method].is_object(), "{method} {path} is not described");
        }
    }
}

#[test]
fn links_lead_to_this_server() {
    let peil = Peil::starts();
    let started = peil.organiser().starts(&sample([Sample::Choice])).started;
    let origin = peil.address().origin();
    for link in [&started.join_url, &started.stage_url, &started.remote_url, &started.moderator_url] {
        assert!(link.starts_with(&origin), "{link} leads elsewhere than {origin}");
    }
    let secret = |link: &str| link.rsplit(['/', '?', '=', '#']).next().unwrap_or_default().len() >= 20;
    for link in [&started.stage_url, &started.remote_url, &started.moderator_url] {
        assert!(secret(link), "a link of a role cannot be guessed: {link}");
    }
}
