//! The API's description against the API; what watchers are told.

use axum::body::Body;
use http::{Method, Request, StatusCode};
use serde_json::Value;
use tower::ServiceExt;

use crate::backend::memory::Memory;
use crate::backend::{Backend, Health};
use crate::http::router::router;
use crate::settings::Settings;

const TOKEN: &str = "a token of thirty-two characters";

#[tokio::test]
async fn every_described_call_exists_and_wants_a_token() {
    let spec: Value = serde_json::from_str(include_str!("api/openapi.json")).unwrap();
    let listener = super::accept::listen("127.0.0.1:0".parse().unwrap()).unwrap();
    let settings = Settings { token: Some(TOKEN.to_owned()), ..Settings::default() };
    let ready = crate::prepare(listener, Backend::memory(), settings).await.unwrap();
    let router = router(ready.app);
    let mut calls = 0;
    for (path, item) in spec["paths"].as_object().unwrap() {
        for method in item.as_object().unwrap().keys().filter(|key| *key != "parameters") {
            let uri =
                format!("/api/v1{}", path.replace("{room}", "r").replace("{deck}", "d").replace("{answer}", "a1"));
            let ask = |token: Option<&str>| {
                let mut request =
                    Request::builder().uri(&uri).method(Method::from_bytes(method.to_uppercase().as_bytes()).unwrap());
                if let Some(token) = token {
                    request = request.header("authorization", format!("Bearer {token}"));
                }
                router.clone().oneshot(request.body(Body::empty()).unwrap())
            };
            let open = path == "/openapi.json";
            let without = ask(None).await.unwrap();
            let hidden = matches!(without.status(), StatusCode::UNAUTHORIZED | StatusCode::NOT_FOUND);
            assert!(open || hidden, "{method} {uri} answers {} without a token", without.status());
            let with = ask(Some(TOKEN)).await.unwrap();
            let status = with.status();
            let body = axum::body::to_bytes(with.into_body(), 1 << 20).await.unwrap();
            let code =
                serde_json::from_slice::<Value>(&body).ok().and_then(|body| body["code"].as_str().map(str::to_owned));
            assert_ne!(status, StatusCode::METHOD_NOT_ALLOWED, "{method} {uri}");
            assert_ne!(code.as_deref(), Some("not_found"), "{method} {uri}");
            calls += 1;
        }
    }
    assert_eq!(calls, 18);
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
