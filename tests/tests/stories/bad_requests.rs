//! Requests that lead nowhere: a sentence for people, a stable code for programs, and the right
//! status.

use std::collections::HashSet;

use serde_json::json;
use tests::{ControlPress, Method, Peil, SampleQuestion, option, sample};

#[test]
fn a_code_may_be_typed_with_spaces_and_dashes() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let (front, back) = presenter.code().split_at(4);
    for typed in [
        format!("{front}{back}"),
        format!("{front}%20{back}"),
        format!("{front}-{back}"),
    ] {
        let mut phone = peil.phone("somebody");
        assert_eq!(phone.goes(&format!("/{typed}")).status, 200);
        phone.sees("Welk huisdier?");
    }
    for typed in [
        format!("{front}+{back}"),
        format!("+{front}-{back}+"),
        format!("{front}%20{back}"),
    ] {
        let mut phone = peil.phone("somebody");
        assert_eq!(phone.goes(&format!("/join?code={typed}")).status, 200);
        phone.sees("Welk huisdier?");
    }
}

#[test]
fn the_start_page_leads_to_the_room() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let mut anna = peil.phone("Anna");
    assert_eq!(anna.goes("/").status, 200);
    let page = anna.page();
    let mut form = page
        .forms()
        .into_iter()
        .find(|form| form.action == "/join")
        .expect("a form to /join");
    form.types("code", &[presenter.code()]);
    anna.goes(&format!("{}?{}", form.action, form.body()));
    anna.sees("Welk huisdier?");
    anna.opens(presenter.code()).votes(option(1));
}

#[test]
fn a_wrong_code_gets_a_page_that_says_what_to_do() {
    let peil = Peil::starts();
    let mut anna = peil.phone("Anna");
    for path in [
        "/12345678",
        "/join?code=1234%205678",
        "/1234-5678",
        "/00000000",
        "/1234567",
        "/123456789",
    ] {
        let reply = anna.goes(path);
        reply.expects(404).refusal();
        let start = anna.page().links().contains(&"/".to_owned());
        let field = anna.page().forms().into_iter().any(|form| form.has("code"));
        assert!(
            start || field,
            "the page leads to where a code can be typed: {reply:?}"
        );
    }
    let codes: HashSet<String> = ["/12345678", "/87654321", "/join?code=12345678"]
        .iter()
        .map(|path| anna.goes(path).refusal())
        .collect();
    assert_eq!(codes.len(), 1, "one reason, one code: {codes:?}");
    for (path, status) in [
        ("/join?code=", 404),
        ("/join", 404),
        ("/join?code=hallo", 404),
    ] {
        let reply = anna.goes(path);
        reply.expects(status);
        assert!(
            anna.page().forms().into_iter().any(|form| form.has("code")),
            "{reply:?}"
        );
    }
}

#[test]
fn a_wrong_code_is_explained_in_the_readers_language() {
    let peil = Peil::starts();
    let mut anna = peil.phone("Anna");
    let mut bob = peil.phone("Bob").with_language("en");
    let (dutch, english) = (anna.goes("/12345678"), bob.goes("/12345678"));
    assert_eq!(
        (dutch.page().language(), english.page().language()),
        ("nl".to_owned(), "en".to_owned())
    );
    assert_ne!(dutch.page().refusal(), english.page().refusal());
    assert_eq!(
        dutch.refusal(),
        english.refusal(),
        "the code is for programs, in no language"
    );
}

#[test]
fn a_code_with_a_zero_is_nobodys_and_refused_kindly() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    for place in 0..8 {
        let mut with_zero = presenter.code().to_owned();
        with_zero.replace_range(place..=place, "0");
        let reply = peil.phone("Anna").goes(&format!("/{with_zero}"));
        assert_eq!(reply.expects(404).refusal(), "unknown_code", "{with_zero}");
    }
}

#[test]
fn unknown_pages_and_methods_are_pages_with_a_sentence() {
    let peil = Peil::starts();
    let mut anna = peil.phone("Anna");
    for (path, status, code) in [
        ("/no-such", 404, "not_found"),
        ("/a/b/c", 404, "not_found"),
        ("/rooms/unknown/stage", 404, "unknown_room"),
        ("/%00", 404, "not_found"),
        ("/..%2f..%2fetc%2fpasswd", 404, "not_found"),
        ("/%ff", 400, "malformed"),
    ] {
        assert_eq!(anna.goes(path).expects(status).refusal(), code, "{path}");
    }
    for (method, path) in [
        (Method::DELETE, "/"),
        (Method::PUT, "/desk"),
        (Method::POST, "/privacy"),
    ] {
        let reply = peil.visitor("somebody").calls(
            method,
            path,
            &[("origin", &peil.address().origin())],
            "",
        );
        assert_eq!(reply.expects(405).refusal(), "malformed", "{path}");
    }
}

#[test]
fn without_a_token_the_api_tells_nothing() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    let wrong = "fout-0123456789-abcdefghijklmnopqrs";
    for stranger in [
        peil.stranger(None),
        peil.stranger(Some(wrong)),
        peil.stranger(Some("")),
    ] {
        for path in ["", "/results", "/export?format=csv&shape=long"] {
            stranger.gets(&presenter.path(path)).expects(401).problem();
        }
        stranger.gets("/api/v1/rooms").expects(401).problem();
        stranger.gets("/api/v1/decks").expects(401).problem();
        stranger
            .posts("/api/v1/rooms", &json!({ "deck": "x" }))
            .expects(401)
            .problem();
        stranger
            .posts(&presenter.path("/control"), &json!({ "do": "next" }))
            .expects(401)
            .problem();
        stranger.deletes(&presenter.path("")).expects(401).problem();
        stranger.sends_deck("# Welkom\n").expects(401).problem();
        stranger
            .gets("/api/v1/rooms/no-such")
            .expects(401)
            .problem();
    }
    assert_eq!(presenter.room().position, None, "nothing happened");
    peil.stranger(None).gets("/metrics").expects(401);
}

#[test]
fn what_does_not_exist_is_a_404_with_a_code() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    let presenter = organiser.starts(&sample([SampleQuestion::Choice]));
    let unknown_room = organiser
        .gets("/api/v1/rooms/no-such")
        .expects(404)
        .problem();
    for path in ["/results", "/export?format=csv&shape=long"] {
        let problem = organiser
            .gets(&format!("/api/v1/rooms/no-such{path}"))
            .expects(404)
            .problem();
        assert_eq!(problem.code, unknown_room.code);
    }
    let control = organiser.posts("/api/v1/rooms/no-such/control", &json!({ "do": "next" }));
    assert_eq!(control.expects(404).problem().code, unknown_room.code);
    organiser
        .deletes("/api/v1/rooms/no-such")
        .expects(404)
        .problem();
    organiser
        .deletes(&presenter.path("/answers/no-such"))
        .expects(404)
        .problem();
    organiser
        .gets("/api/v1/decks/no-such")
        .expects(404)
        .problem();
    organiser
        .posts("/api/v1/rooms", &json!({ "deck": "no-such" }))
        .expects(404)
        .problem();
    organiser.gets("/api/v1/no-such").expects(404).problem();
}

#[test]
fn what_is_no_text_is_no_deck() {
    let peil = Peil::starts();
    let deck = sample([SampleQuestion::Choice]).into_bytes();
    for kind in ["application/json", "application/x-www-form-urlencoded"] {
        let reply =
            peil.organiser()
                .calls(Method::POST, "/api/v1/decks", Some((kind, deck.clone())));
        assert_eq!(reply.expects(415).problem().code, "not_text", "{kind}");
    }
    for kind in ["text/plain; charset=utf-8", "text/markdown"] {
        peil.organiser()
            .calls(Method::POST, "/api/v1/decks", Some((kind, deck.clone())))
            .expects(201);
    }
}

#[test]
fn a_room_is_found_by_its_id_alone() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    let by_code = peil
        .organiser()
        .gets(&format!("/api/v1/rooms/{}", presenter.code()));
    assert_eq!(by_code.expects(404).problem().code, "unknown_room");
    let page = peil
        .visitor("a passer-by")
        .goes(&format!("/{}", presenter.started.room));
    assert_eq!(
        page.expects(404).refusal(),
        "not_found",
        "the id of a room opens no page"
    );
}

#[test]
fn what_is_no_control_moves_nothing() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    let presenter = organiser.starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let before = presenter.room().seq;
    let path = presenter.path("/control");
    for (body, status, code) in [
        (json!({ "do": "dans" }), 400, "malformed"),
        (json!({ "do": 7 }), 400, "malformed"),
        (json!({}), 400, "malformed"),
        (json!([]), 400, "malformed"),
        (
            json!({ "do": "go" , "slide": "no-such" }),
            409,
            "unknown_slide",
        ),
        (
            json!({ "do": "open" , "slide": "no-such" }),
            409,
            "unknown_slide",
        ),
        (json!({ "do": "hide", "on": "maan" }), 400, "malformed"),
    ] {
        assert_eq!(
            organiser.posts(&path, &body).expects(status).problem().code,
            code,
            "{body}"
        );
    }
    for malformed in ["{", "", "do=next", "\u{0}", "null", "{\"do\":"] {
        let reply = organiser.calls(
            Method::POST,
            &path,
            Some(("application/json", malformed.into())),
        );
        assert_eq!(
            reply.expects(400).problem().code,
            "malformed",
            "{malformed}"
        );
    }
    let huge = format!("{{\"do\":\"next\",\"slide\":\"{}\"}}", "x".repeat(2 << 20));
    let reply = organiser.calls(
        Method::POST,
        &path,
        Some(("application/json", huge.into_bytes())),
    );
    reply.expects(413).problem();
    let room = presenter.room();
    assert_eq!((room.position.as_deref(), room.seq), (Some("pet"), before));
    presenter.does(ControlPress::new("close"));
}

#[test]
fn an_export_of_an_unknown_kind_is_refused() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    for query in [
        "format=xls",
        "format=csv&shape=rond",
        "format=",
        "shape=long&format=csv&excel=misschien",
    ] {
        let reply = peil
            .organiser()
            .gets(&presenter.path(&format!("/export?{query}")));
        assert_eq!(reply.expects(400).problem().code, "malformed", "{query}");
    }
}
