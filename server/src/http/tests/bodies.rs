//! What a body may be.

use axum::body::Body;
use http::Request;
use serde_json::{Value, json};
use tower::ServiceExt;

use super::edge::{HttpFixture, TOKEN, text};

async fn posts(house: &HttpFixture, path: &str, body: &Value) -> (u16, String) {
    let request = Request::post(path)
        .header("host", "localhost")
        .header("authorization", format!("Bearer {TOKEN}"));
    let response = house
        .router
        .clone()
        .oneshot(request.body(Body::from(body.to_string())).unwrap())
        .await
        .unwrap();
    (response.status().as_u16(), text(response).await)
}

#[tokio::test]
async fn a_list_is_not_read_as_an_objects_fields_in_order() {
    let house = HttpFixture::at(None).await;
    let room = |call: &str| format!("/api/v1/rooms/{}/{call}", house.room.id);
    for (path, list, object) in [
        (
            "/api/v1/rooms".to_owned(),
            json!([house.deck, 20]),
            json!({ "deck": house.deck, "expected": 20 }),
        ),
        (room("screen"), json!(["join"]), json!({ "screen": "join" })),
        (room("links"), json!(["stage"]), json!({ "role": "stage" })),
        (
            room("participants/remove"),
            json!(["2026-01-01T12:00:00Z", "2026-01-01T12:01:00Z"]),
            json!({ "joined_from": "2026-01-01T12:00:00Z", "joined_to": "2026-01-01T12:01:00Z" }),
        ),
        (room("control"), json!(["next"]), json!({ "do": "next" })),
        (
            room("control"),
            json!(["end", null, null, null, null]),
            json!({ "do": "end" }),
        ),
    ] {
        let (status, said) = posts(&house, &path, &list).await;
        assert_eq!(status, 400, "{path} {list}: {said}");
        let problem: Value = serde_json::from_str(&said).unwrap();
        assert_eq!(problem["code"], "malformed", "{path} {list}");
        let (status, said) = posts(&house, &path, &object).await;
        assert!(
            (200..300).contains(&status),
            "{path} {object}: {status} {said}"
        );
    }
}
