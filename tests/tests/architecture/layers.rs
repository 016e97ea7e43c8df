//! What the layers of the server may name: rights, routes, the service layer, and the two doors to
//! it.

use crate::names::assert_none;
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
    let names = [
        "axum::routing",
        "MethodRouter",
        ".route",
        ".route_service",
        ".nest_service",
        ".fallback_service",
    ];
    assert_none(
        &naming(&names, &["http/routes.rs"]),
        "a route that names no right",
    );
    assert!(
        !naming_in(&["http/routes.rs"], &names).is_empty(),
        "the rule looks at the right place"
    );
}

#[test]
fn handlers_learn_who_asks_from_a_right_alone() {
    let [mine, below] = RIGHTS;
    let found = naming(
        &["caller::of"],
        &[mine, below, "http/websocket/handshake.rs"],
    );
    assert_none(&found, "who asks is known from a right alone");
    let found = naming(
        &["is_owner", "rights_in"],
        &[mine, below, "http/request_context.rs"],
    );
    assert_none(&found, "what somebody may do is decided in one place");
    assert_none(
        &naming(&["Extension"], &["http/routes.rs"]),
        "nothing else comes with a request",
    );
    assert!(
        naming_in(&RIGHTS, &["is_owner", "rights_in", "caller::of"]).len() > 5,
        "the rule looks at the right place"
    );
}

#[test]
fn the_service_layer_knows_no_http() {
    assert_none(
        &naming_in(&SERVICE, &["axum", "http", "hyper", "tower"]),
        "HTTP is a door to it",
    );
    assert!(
        !naming_in(&SERVICE, &["ServiceError"]).is_empty(),
        "the rule looks at the right place"
    );
}

#[test]
fn pages_and_the_api_stand_beside_each_other() {
    assert_none(&naming_in(&PAGES, &["api"]), "a page does not call the API");
    assert_none(&naming_in(&API, &["pages"]), "the API does not call a page");
    for door in [API, PAGES] {
        assert!(
            !naming_in(&door, &["service"]).is_empty(),
            "both are doors to one layer"
        );
    }
}
