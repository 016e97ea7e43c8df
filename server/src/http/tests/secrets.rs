//! What is compressed tells by its length what is in it. So the walk goes through every page there
//! is, as the owner and as every browser, and no compressed one holds a secret.

use axum::response::Response;
use http::Method;
use shared::host::HostRole;

use super::edge::{HttpFixture, METRICS_TOKEN, TOKEN};
use crate::auth::links;
use crate::auth::owner::LinkScope;
use crate::http::router::routes;

const ENCODINGS: [&str; 6] = [
    "br",
    "gzip",
    "zstd",
    "deflate",
    "gzip, deflate, br, zstd",
    "identity",
];

/// Every address that the router answers a GET at, with its parameters in braces.
fn addresses() -> Vec<String> {
    let (_, addresses) = routes().finish();
    let gets = addresses
        .calls()
        .iter()
        .filter(|call| call.method == Method::GET);
    gets.map(|call| call.path.clone()).collect()
}

async fn body(response: Response) -> (bool, String) {
    let is_compressed = response.headers().contains_key("content-encoding");
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 24)
        .await
        .unwrap();
    if !is_compressed {
        return (false, String::from_utf8_lossy(&bytes).into_owned());
    }
    let mut page = Vec::new();
    brotli::BrotliDecompress(&mut &*bytes, &mut page).expect("pages are packed with brotli alone");
    (true, String::from_utf8(page).unwrap())
}

fn session(response: &Response) -> String {
    let cookie = response.headers()["set-cookie"].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn no_compressed_answer_holds_a_secret() {
    let house = HttpFixture::at(None).await;
    let here = ("host", "localhost");
    let sign_in = house.app.instance.sign_in_path(LinkScope::One).unwrap();
    let owner = session(&house.asks(Method::GET, &sign_in, &[here]).await);
    let screen = session(&house.asks(Method::GET, "/stage", &[here]).await);
    let phone = session(
        &house
            .asks(
                Method::GET,
                &format!("/{}", house.room.document.code.digits()),
                &[here],
            )
            .await,
    );
    let cookies = format!("{owner}; {screen}; {phone}");
    let links = links::ROLES.map(|role| house.room.document.links.of(role).to_owned());
    let value = |cookie: &str| cookie.split_once('=').unwrap().1.to_owned();
    let mut secrets = vec![
        value(&owner),
        value(&screen),
        TOKEN.to_owned(),
        METRICS_TOKEN.to_owned(),
    ];
    secrets.extend(links.clone());
    secrets.push(house.room.document.key.clone());

    let stage = links::path(&house.room, HostRole::Stage);
    let fill = |address: &str| {
        let known = [
            ("{code}", house.room.document.code.digits()),
            ("{room}", house.room.id.as_str()),
            ("{deck}", &house.deck),
            ("{role}", "stage"),
            ("{secret}", stage.rsplit('/').next().unwrap()),
        ];
        let filled = known
            .iter()
            .fold(address.to_owned(), |address, (name, value)| {
                address.replace(name, value)
            });
        // Of every other kind there is none, which is an answer too.
        filled
            .split('/')
            .map(|part| if part.starts_with('{') { "a1" } else { part })
            .collect::<Vec<_>>()
            .join("/")
    };
    let addresses = addresses();
    assert!(addresses.len() >= 20, "the router is read: {addresses:?}");
    let (mut holding, mut compressed) = (0, 0);
    for encoding in ENCODINGS {
        let headers = [here, ("accept-encoding", encoding), ("cookie", &cookies)];
        for address in &addresses {
            let uri = fill(address);
            let response = house.asks(Method::GET, &uri, &headers).await;
            let kept = response.headers()["cache-control"]
                .to_str()
                .unwrap()
                .to_owned();
            let (is_compressed, page) = body(response).await;
            compressed += usize::from(is_compressed);
            if let Some(secret) = secrets.iter().find(|secret| page.contains(secret.as_str())) {
                assert!(
                    !is_compressed,
                    "{address} is compressed for {encoding} and holds {secret}"
                );
                assert!(
                    kept.contains("no-transform"),
                    "{address} holds {secret}, and a proxy may compress it"
                );
                holding += 1;
            }
        }
    }
    assert_eq!(
        holding,
        2 * ENCODINGS.len(),
        "the room's page at the desk and the console's links hold them, and nothing else does"
    );
    assert!(
        compressed >= 2 * 4,
        "phones' and screens' pages are packed for who takes brotli: {compressed}"
    );
}

#[tokio::test]
async fn what_answers_with_links_asks_proxies_to_leave_it_as_it_is() {
    use axum::body::Body;
    use tower::ServiceExt;

    let house = HttpFixture::at(None).await;
    let request = http::Request::post("/api/v1/rooms")
        .header("host", "localhost")
        .header("accept-encoding", "br, gzip");
    let request = request.header("authorization", format!("Bearer {TOKEN}"));
    let wanted = serde_json::json!({ "deck": house.deck }).to_string();
    let response = house
        .router
        .clone()
        .oneshot(request.body(Body::from(wanted)).unwrap())
        .await
        .unwrap();
    let kept = response.headers()["cache-control"]
        .to_str()
        .unwrap()
        .to_owned();
    let (is_compressed, made) = body(response).await;
    assert!(made.contains("/enter/remote/"), "{made}");
    assert!(!is_compressed && kept.contains("no-transform"), "{kept}");
}
