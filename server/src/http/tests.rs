//! The routes against the document that says who may call them, and the API's description against
//! that; what watchers are sent; what every answer carries, and what none gives away.

use std::collections::{BTreeMap, BTreeSet};

mod bodies;
mod edge;
mod guessing;
mod origins;
mod secrets;

use axum::body::Body;
use http::{Request, StatusCode};
use serde_json::Value;
use tower::ServiceExt;

use crate::after_pages::slug;
use crate::backend::memory::MemoryBackend;
use crate::backend::{Backend, Health};
use crate::http::router::{router, routes as routes_of_router};
use crate::settings::ServerSettings;

const TOKEN: &str = "a token of thirty-two characters";

/// Every call of the router, as `GET /desk`, with the right that it needs.
fn routes() -> BTreeMap<String, &'static str> {
    let (_, addresses) = routes_of_router().finish();
    addresses
        .calls()
        .iter()
        .map(|call| (format!("{} {}", call.method, call.path), call.right))
        .collect()
}

/// What the document says: calls, each with the statuses of its callers in order.
fn table() -> Vec<(String, Vec<String>)> {
    let document = include_str!("../../../docs/protocol.md");
    let (_, rest) = document
        .split_once("### Who may call what")
        .expect("the document has the table");
    let lines = rest
        .split("\n#")
        .next()
        .unwrap_or_default()
        .lines()
        .filter(|line| line.starts_with("| `"));
    let row = |line: &str| {
        let mut cells = line.trim_matches('|').split('|').map(str::trim);
        let call = cells.next().unwrap_or_default().trim_matches('`');
        (
            call.split('?').next().unwrap_or_default().to_owned(),
            cells.map(str::to_owned).collect(),
        )
    };
    lines.map(row).collect()
}

/// The same by call. Of a call with several rows, the statuses of all.
fn rows() -> BTreeMap<String, BTreeSet<String>> {
    let mut rows = BTreeMap::<String, BTreeSet<String>>::new();
    for (call, statuses) in table() {
        rows.entry(call).or_default().extend(statuses);
    }
    rows
}

#[test]
fn every_route_has_a_row_in_the_document_and_every_row_a_route() {
    let (routes, rows) = (routes().into_keys().collect::<BTreeSet<_>>(), rows());
    let named: BTreeSet<String> = rows.keys().cloned().collect();
    assert!(
        routes.len() > 50,
        "the rule looks at the right place: {routes:?}"
    );
    let missing: Vec<_> = routes.difference(&named).collect();
    let surplus: Vec<_> = named.difference(&routes).collect();
    assert!(
        missing.is_empty() && surplus.is_empty(),
        "without a row: {missing:?}; without a route: {surplus:?}"
    );
}

/// Who is refused, by the place of their column: each right refuses the same callers wherever it is
/// needed, and no two the same unless they are about different rooms.
#[test]
fn no_page_has_the_name_of_an_address_of_ours() {
    let first = |call: &String| {
        let path = call.split_once(' ').map_or("", |(_, path)| path);
        path.split('/').nth(1).unwrap_or_default().to_owned()
    };
    let ours: BTreeSet<String> = routes().keys().map(first).collect();
    for word in ours {
        assert!(!slug::is_one(&word), "{word}");
    }
}

#[test]
fn a_right_refuses_the_same_callers_on_every_route_that_needs_it() {
    let routes = routes();
    let mut refused = BTreeMap::<&str, BTreeSet<Vec<bool>>>::new();
    for (call, statuses) in table() {
        let of_it = statuses
            .iter()
            .map(|status| matches!(status.as_str(), "401" | "403" | "4403"))
            .collect();
        refused.entry(routes[&call]).or_default().insert(of_it);
    }
    // nobody, participant, stage, presenter, remote, moderator, speaker, other room, owner, token
    let [yes, no] = [false, true];
    let expected = [
        ("anyone", [yes; 10]),
        ("link holder", [yes; 10]),
        ("monitor", [no; 10]),
        ("owner", [no, no, no, no, no, no, no, no, yes, yes]),
        ("stage", [no, no, yes, yes, yes, no, no, no, yes, yes]),
        ("presenter", [no, no, no, yes, no, no, no, no, yes, yes]),
        ("moderator", [no, no, no, yes, yes, yes, no, no, yes, yes]),
        ("speaker", [no, no, no, yes, yes, yes, yes, no, yes, yes]),
        ("controller", [no, no, yes, yes, yes, no, no, no, yes, yes]),
        ("any role", [no, no, yes, yes, yes, yes, no, no, yes, yes]),
        ("projector", [no, no, yes, yes, yes, no, no, yes, yes, yes]),
        (
            "screen giver",
            [no, no, yes, yes, yes, no, no, no, yes, yes],
        ),
    ];
    let followers = refused.remove("follower").expect("somebody follows rooms");
    assert!(
        followers
            .iter()
            .all(|who| who[0] && who[1] && who[7] && !who[8] && !who[9]),
        "{followers:?}"
    );
    let expected: BTreeMap<_, _> = expected
        .map(|(right, who)| (right, BTreeSet::from([who.to_vec()])))
        .into();
    assert_eq!(refused, expected);
}

#[test]
fn whoever_was_at_a_form_is_led_to_a_page() {
    let (_, addresses) = routes_of_router().finish();
    for (at, page) in [
        ("/", "/"),
        ("/12345678", "/12345678"),
        ("/12345678/answers", "/12345678"),
        ("/desk/decks", "/desk"),
        ("/desk/decks/d1", "/desk/decks/d1"),
        ("/desk/decks/d1/rooms", "/desk/decks/d1"),
        ("/desk/rooms/r1/erase", "/desk/rooms/r1"),
        ("/desk/sessions/end", "/desk/sessions"),
        ("/rooms/r1/control", "/rooms/r1/remote"),
        ("/rooms/r1/moderate", "/rooms/r1/moderator"),
        ("/sign-out", "/"),
        ("/language", "/"),
        ("/bestaat/niet/hier", "/bestaat/niet/hier"),
    ] {
        assert_eq!(addresses.page_of(at), page, "{at}");
    }
    let is_page = |path: &str| addresses.page_of(path) == path;
    for call in addresses
        .calls()
        .iter()
        .filter(|call| !call.path.starts_with("/api/"))
    {
        let page = addresses.page_of(&call.path);
        assert!(
            is_page(&page),
            "{} {} leads to {page}",
            call.method,
            call.path
        );
    }
}

#[test]
fn the_api_is_described_as_the_document_says_it_answers() {
    let spec: Value = serde_json::from_str(include_str!("api/openapi.json")).unwrap();
    let mut described = BTreeMap::new();
    for (path, item) in spec["paths"].as_object().unwrap() {
        for (method, call) in item
            .as_object()
            .unwrap()
            .iter()
            .filter(|(key, _)| *key != "parameters")
        {
            let responses: BTreeSet<String> = call["responses"]
                .as_object()
                .unwrap()
                .keys()
                .cloned()
                .collect();
            described.insert(
                format!("{} /api/v1{path}", method.to_uppercase()),
                (responses, call["security"].clone()),
            );
        }
    }
    let rows: BTreeMap<_, _> = rows()
        .into_iter()
        .filter(|(call, _)| call.contains("/api/"))
        .collect();
    assert_eq!(
        rows.keys().collect::<Vec<_>>(),
        described.keys().collect::<Vec<_>>()
    );
    for (call, statuses) in rows {
        let (responses, security) = &described[&call];
        assert!(
            statuses.is_subset(responses),
            "{call} answers {statuses:?}, and {responses:?} are described"
        );
        let open = !statuses.contains("401");
        assert_eq!(
            open,
            *security == serde_json::json!([]),
            "{call}: whether it wants a token"
        );
    }
}

#[tokio::test]
async fn health_is_red_while_nothing_can_be_stored() {
    let memory = MemoryBackend::new();
    let listener = super::accept::listen("127.0.0.1:0".parse().unwrap()).unwrap();
    let settings = ServerSettings {
        metrics_token: Some(TOKEN.to_owned()),
        ..ServerSettings::default()
    };
    let ready = crate::prepare(listener, Backend::from(memory.clone()), settings)
        .await
        .unwrap();
    let router = router(ready.app);
    let ask = async |path: &str| {
        let request = Request::builder()
            .uri(path)
            .header("authorization", format!("Bearer {TOKEN}"));
        let response = router
            .clone()
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap();
        let status = response.status();
        let body = axum::body::to_bytes(response.into_body(), 1 << 20)
            .await
            .unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    };
    for (health, status, storing) in [
        (Health::Good, StatusCode::OK, "peil_storing 1\n"),
        (
            Health::Full,
            StatusCode::SERVICE_UNAVAILABLE,
            "peil_storing 0\n",
        ),
        (Health::Good, StatusCode::OK, "peil_storing 1\n"),
        (
            Health::Failed("fsync".into()),
            StatusCode::SERVICE_UNAVAILABLE,
            "peil_storing 0\n",
        ),
    ] {
        memory.show_health(health.clone());
        assert_eq!(ask("/healthz").await.0, status, "{health:?}");
        let (answered, figures) = ask("/metrics").await;
        assert_eq!(answered, StatusCode::OK);
        assert!(figures.contains(storing), "{health:?}: {figures}");
    }
}
