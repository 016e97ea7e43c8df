//! What the layers of the server may name: rights, routes, the service layer, and the two doors to
//! it.

use crate::names::{assert_each_stands, assert_none};
use crate::sources::lines_naming;

/// Lines of the server that name one of these, but for those in files whose paths begin so.
fn naming(names: &[&str], but_in: &[&str]) -> Vec<String> {
    let lines = lines_naming("server/src", names).into_iter();
    lines
        .filter(|line| {
            !but_in
                .iter()
                .any(|place| line.starts_with(&format!("server/src/{place}")))
        })
        .collect()
}

/// Lines of these places that name one of these.
fn naming_in(places: &[&str], names: &[&str]) -> Vec<String> {
    let lines = lines_naming("server/src", names).into_iter();
    lines
        .filter(|line| {
            places
                .iter()
                .any(|place| line.starts_with(&format!("server/src/{place}")))
        })
        .collect()
}

const SERVICE: [&str; 2] = ["service.rs", "service/"];
const API: [&str; 2] = ["http/api.rs", "http/api/"];
const PAGES: [&str; 2] = ["http/pages.rs", "http/pages/"];
const RIGHTS: [&str; 2] = ["http/rights.rs", "http/rights/"];

#[test]
fn routes_are_made_where_each_of_them_names_its_right() {
    let made = ["axum::routing", ".route"];
    // By these nobody makes one: they are axum's, and no name of ours.
    let other_ways = [
        "MethodRouter",
        ".route_service",
        ".nest_service",
        ".fallback_service",
    ];
    assert_none(
        &naming(&[&made[..], &other_ways].concat(), &["http/routes.rs"]),
        "a route that names no right",
    );
    assert_each_stands(&made, &naming_in(&["http/routes.rs"], &made));
}

#[test]
fn handlers_learn_who_asks_from_a_right_alone() {
    let [mine, below] = RIGHTS;
    let asks = ["request_context::of"];
    let found = naming(&asks, &[mine, below, "http/websocket/handshake.rs"]);
    assert_none(&found, "who asks is known from a right alone");
    let decides = ["is_owner", "rights_in"];
    let found = naming(&decides, &[mine, below, "http/request_context.rs"]);
    assert_none(&found, "what somebody may do is decided in one place");
    let brings = ["Extension"];
    // Those of the protocol by which mail is sent come with no request.
    let found = naming(&brings, &["http/routes.rs", "mail/session.rs"]);
    assert_none(&found, "nothing else comes with a request");
    for (names, place) in [
        (&asks[..], mine),
        (&asks, below),
        (&asks, "http/websocket/handshake.rs"),
        (&decides, mine.trim_end_matches(".rs")),
        (&decides, "http/request_context.rs"),
        (&brings, "http/routes.rs"),
    ] {
        assert_each_stands(names, &naming_in(&[place], names));
    }
}

#[test]
fn the_service_layer_knows_no_http() {
    assert_none(
        &naming_in(&SERVICE, &["axum", "http", "hyper", "tower"]),
        "HTTP is a door to it",
    );
    assert_each_stands(&["ServiceError"], &naming_in(&SERVICE, &["ServiceError"]));
    let outside = ["axum", "http"];
    assert_each_stands(&outside, &naming(&outside, &SERVICE));
}

/// What came over HTTP is taken apart where it came in; the service layer is asked by types.
#[test]
fn the_service_layer_takes_no_json_and_no_form_apart() {
    let apart = ["serde_json", "Fields", "form_parser"];
    assert_none(
        &naming_in(&SERVICE, &apart),
        "a service takes a typed request",
    );
    let reads = ["http/host_requests.rs", "http/pages/", "http/body.rs"];
    assert_each_stands(&apart, &naming_in(&reads, &apart));
}

#[test]
fn pages_and_the_api_stand_beside_each_other() {
    assert_none(&naming_in(&PAGES, &["api"]), "a page does not call the API");
    assert_none(&naming_in(&API, &["pages"]), "the API does not call a page");
    for [file, below] in [API, PAGES] {
        let service = naming_in(&[below], &["service"]);
        assert_each_stands(&["service"], &service);
        let name = file.trim_start_matches("http/").trim_end_matches(".rs");
        assert_each_stands(&[name], &naming(&[name], &[file, below]));
    }
}
