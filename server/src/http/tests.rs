//! The routes against the document that says who may call them, and the API's description against that; what watchers are told; what
//! every answer carries, and what none gives away.

use std::collections::{BTreeMap, BTreeSet};

mod edge;
mod guessing;
mod origins;
mod secrets;

use axum::body::Body;
use http::{Request, StatusCode};
use serde_json::Value;
use tower::ServiceExt;

use crate::backend::memory::Memory;
use crate::backend::{Backend, Health};
use crate::http::router::router;
use crate::settings::Settings;

const TOKEN: &str = "a token of thirty-two characters";

/// Every call of the router, as `GET /desk`; read from its source, so that none is forgotten.
fn routes() -> BTreeSet<String> {
    let source: String = include_str!("router.rs").split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(source.matches(".nest(").count(), 1, "a part of the router that this does not know");
    let mut calls = BTreeSet::new();
    for part in source.split(" fn ").filter(|part| part.contains(".route(")) {
        let before = if part.starts_with("api(") { "/api/v1" } else { "" };
        for route in part.split(".route(").skip(1) {
            let (path, handlers) = route.split_once(',').expect("a route has an address and handlers");
            let path = path.trim().trim_matches('"');
            let ways = ["get", "post", "put", "delete", "patch"].into_iter();
            let takes = |way: &&str| [" ", "."].iter().any(|before| handlers.contains(&format!("{before}{way}(")));
            let ways: Vec<&str> = ways.filter(takes).collect();
            assert!(!ways.is_empty(), "{path} takes nothing");
            calls.extend(ways.iter().map(|way| format!("{} {before}{path}", way.to_uppercase())));
        }
    }
    calls
}

/// What the document says of each call: the statuses of its callers. Of a call with several rows, those of all.
fn rows() -> BTreeMap<String, BTreeSet<String>> {
    let document = include_str!("../../../docs/protocol.md");
    let (_, rest) = document.split_once("### Who may call what").expect("the document has the table");
    let lines = rest.split("\n#").next().unwrap_or_default().lines().filter(|line| line.starts_with("| `"));
    let mut rows = BTreeMap::<String, BTreeSet<String>>::new();
    for line in lines {
        let mut cells = line.trim_matches('|').split('|').map(str::trim);
        let call = cells.next().unwrap_or_default().trim_matches('`');
        let call = call.split('?').next().unwrap_or_default().to_owned();
        rows.entry(call).or_default().extend(cells.map(str::to_owned));
    }
    rows
}

#[test]
fn every_route_has_a_row_in_the_document_and_every_row_a_route() {
    let (routes, rows) = (routes(), rows());
    let named: BTreeSet<String> = rows.keys().cloned().collect();
    assert!(routes.len() > 50, "the rule looks at the right place: {routes:?}");
    let missing: Vec<_> = routes.difference(&named).collect();
    let surplus: Vec<_> = named.difference(&routes).collect();
    assert!(missing.is_empty() && surplus.is_empty(), "without a row: {missing:?}; without a route: {surplus:?}");
}

#[test]
fn the_api_is_described_as_the_document_says_it_answers() {
    let spec: Value = serde_json::from_str(include_str!("api/openapi.json")).unwrap();
    let mut described = BTreeMap::new();
    for (path, item) in spec["paths"].as_object().unwrap() {
        for (method, call) in item.as_object().unwrap().iter().filter(|(key, _)| *key != "parameters") {
            let responses: BTreeSet<String> = call["responses"].as_object().unwrap().keys().cloned().collect();
            described.insert(format!("{} /api/v1{path}", method.to_uppercase()), (responses, call["security"].clone()));
        }
    }
    let rows: BTreeMap<_, _> = rows().into_iter().filter(|(call, _)| call.contains("/api/")).collect();
    assert_eq!(rows.keys().collect::<Vec<_>>(), described.keys().collect::<Vec<_>>());
    for (call, statuses) in rows {
        let (responses, security) = &described[&call];
        assert!(statuses.is_subset(responses), "{call} answers {statuses:?}, and {responses:?} are described");
        let open = !statuses.contains("401");
        assert_eq!(open, *security == serde_json::json!([]), "{call}: whether it wants a token");
    }
}

#[tokio::test]
async fn health_is_red_while_nothing_can_be_stored() {
    let memory = Memory::new();
    let listener = super::accept::listen("127.0.0.1:0".parse().unwrap()).unwrap();
    let settings = Settings { metrics_token: Some(TOKEN.to_owned()), ..Settings::default() };
    let ready = crate::prepare(listener, Backend::from(memory.clone()), settings).await.unwrap();
    let router = router(ready.app);
    let ask = async |path: &str| {
        let request = Request::builder().uri(path).header("authorization", format!("Bearer {TOKEN}"));
        let response = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let status = response.status();
        let body = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    };
    for (health, status, storing) in [
        (Health::Good, StatusCode::OK, "peil_storing 1\n"),
        (Health::Full, StatusCode::SERVICE_UNAVAILABLE, "peil_storing 0\n"),
        (Health::Good, StatusCode::OK, "peil_storing 1\n"),
        (Health::Failed("fsync".into()), StatusCode::SERVICE_UNAVAILABLE, "peil_storing 0\n"),
    ] {
        memory.show_health(health.clone());
        assert_eq!(ask("/healthz").await.0, status, "{health:?}");
        let (answered, figures) = ask("/metrics").await;
        assert_eq!(answered, StatusCode::OK);
        assert!(figures.contains(storing), "{health:?}: {figures}");
    }
}
