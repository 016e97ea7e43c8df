//! What holds for every request and every answer, whatever they are about: hosts, addresses that
//! can't be read, headers.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::response::Response;
use http::{Method, Request, StatusCode};
use serde_json::Value;
use tower::ServiceExt;

use crate::App;
use crate::auth::owner::LinkScope;
use crate::backend::Backend;
use crate::http::accept::listen;
use crate::http::hosts::LocalAddress;
use crate::http::router::router;
use crate::lobby::NewRoom;
use crate::settings::ServerSettings;

pub const TOKEN: &str = "0123456789-abcdefghijklmnopqrstuvwxyz";
pub const METRICS_TOKEN: &str = "abcdefghijklmnopqrstuvwxyz-0123456789";
const DECK: &str = "ask: choice\n---\n# Hond of poes?\n\n- hond\n- poes\n";

/// An instance with a room.
pub struct HttpFixture {
    pub app: App,
    pub router: Router,
    pub deck: String,
    pub room: crate::lobby::FoundRoom,
}

impl HttpFixture {
    pub async fn at(public_url: Option<&str>) -> Self {
        Self::on(Backend::memory(), public_url).await
    }

    /// One more start on what is stored.
    async fn on(backend: Backend, public_url: Option<&str>) -> Self {
        let settings = ServerSettings {
            public_url: public_url.map(str::to_owned),
            token: Some(TOKEN.to_owned()),
            metrics_token: Some(METRICS_TOKEN.to_owned()),
            ..ServerSettings::default()
        };
        let listener = listen("127.0.0.1:0".parse().unwrap()).unwrap();
        let app = crate::prepare(listener, backend, settings)
            .await
            .unwrap()
            .app;
        let (deck, _) = app.decks.add(DECK).await.unwrap();
        let room = app.lobby.open(&deck, NewRoom::default()).await.unwrap();
        Self {
            router: router(app.clone()),
            app,
            deck,
            room,
        }
    }

    pub async fn asks(&self, method: Method, uri: &str, headers: &[(&str, &str)]) -> Response {
        let request = Request::builder().method(method).uri(uri);
        let request = headers.iter().fold(request, |request, (name, value)| {
            request.header(*name, *value)
        });
        self.router
            .clone()
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap()
    }

    async fn gets(&self, uri: &str, host: &str) -> Response {
        self.asks(Method::GET, uri, &[("host", host)]).await
    }

    pub fn code(&self) -> String {
        self.room.document.code.digits().to_owned()
    }
}

pub async fn text(response: Response) -> String {
    String::from_utf8(
        to_bytes(response.into_body(), 1 << 24)
            .await
            .unwrap()
            .to_vec(),
    )
    .unwrap()
}

fn header<'a>(response: &'a Response, name: &str) -> &'a str {
    response
        .headers()
        .get(name)
        .map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn with_a_public_address_other_hosts_are_refused() {
    let house = HttpFixture::at(Some("https://peil.example.org")).await;
    let code = format!("/{}", house.code());
    for (uri, host, expected) in [
        ("/", "peil.example.org", 200),
        (&code, "Peil.Example.org:443", 200),
        ("/", "127.0.0.1:8080", 200),
        ("/", "[::1]:8080", 200),
        ("/api/v1/openapi.json", "localhost", 200),
        ("/healthz", "kwaad.example", 200),
        ("/metrics", "kwaad.example", 401),
        ("/assets/x.css", "kwaad.example", 404),
        ("/assets", "kwaad.example", 421),
        ("/", "kwaad.example", 421),
        (&code, "kwaad.example", 421),
        ("/desk", "peil.example.org.kwaad.example", 421),
        ("/api/v1/openapi.json", "kwaad.example", 421),
        ("/api/v1/rooms", "example.org", 421),
        ("/healthz/", "kwaad.example", 421),
        ("/bestaat/niet", "kwaad.example", 421),
        ("/", "192.168.1.20", 421),
        ("/", "", 400),
        ("/api/v1/rooms", "ik@peil.example.org", 400),
    ] {
        let response = house.gets(uri, host).await;
        assert_eq!(response.status(), expected, "{uri} at {host:?}");
        if expected == 421 && uri.starts_with("/api/") {
            let problem: Value = serde_json::from_str(&text(response).await).unwrap();
            assert_eq!(problem["code"], "misdirected", "{uri} at {host}");
        } else if expected == 421 {
            let page = text(response).await;
            assert!(
                page.contains("data-code=\"misdirected\"")
                    && page.contains("href=\"https://peil.example.org/\""),
                "{page}"
            );
        }
    }
}

#[tokio::test]
async fn the_address_that_a_connection_came_to_is_ours_and_without_a_public_one_every_host_is() {
    let house = HttpFixture::at(Some("http://peil.example.org")).await;
    for (host, expected) in [
        ("192.168.1.20:8080", 200),
        ("192.168.1.21:8080", 421),
        ("kwaad.example", 421),
    ] {
        let request = Request::builder()
            .uri("/")
            .header("host", host)
            .extension(LocalAddress("192.168.1.20".parse().unwrap()));
        let response = house
            .router
            .clone()
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap();
        assert_eq!(response.status(), expected, "{host}");
    }
    let house = HttpFixture::at(None).await;
    for host in [
        "192.168.1.20:8080",
        "peil.example.org",
        "wat-dan-ook",
        "127.0.0.1",
    ] {
        assert_eq!(
            house.gets("/", host).await.status(),
            StatusCode::OK,
            "{host}"
        );
    }
}

#[tokio::test]
async fn an_address_that_can_not_be_read_is_answered_in_our_words() {
    let house = HttpFixture::at(None).await;
    let (room, code) = (house.room.id.as_str(), house.code());
    let programs = [
        (Method::GET, "/api/v1/rooms/%ff".to_owned()),
        (Method::GET, "/api/v1/decks/%ff".to_owned()),
        (Method::DELETE, "/api/v1/decks/%c3%28".to_owned()),
        (Method::POST, "/api/v1/rooms/%ff/control".to_owned()),
        (Method::DELETE, format!("/api/v1/rooms/{room}/answers/%ff")),
        (
            Method::GET,
            format!("/api/v1/rooms/{room}/export?format=%ff"),
        ),
        (
            Method::GET,
            format!("/api/v1/rooms/{room}/export?format=xls"),
        ),
        (Method::GET, "/api/v1/rooms/%00".to_owned()),
        (Method::GET, format!("/api/v1/decks/{}", "x".repeat(20_000))),
    ];
    for (method, uri) in programs {
        let headers = [
            ("host", "localhost"),
            ("authorization", &format!("Bearer {TOKEN}")),
        ];
        let response = house.asks(method.clone(), &uri, &headers).await;
        let status = response.status();
        let kind = header(&response, "content-type").to_owned();
        assert!(
            matches!(status.as_u16(), 400 | 404),
            "{method} {uri:.60} is {status}"
        );
        assert_eq!(kind, "application/problem+json", "{method} {uri:.60}");
        let problem: Value = serde_json::from_str(&text(response).await).unwrap();
        assert_eq!(problem["status"], status.as_u16(), "{method} {uri:.60}");
        assert_eq!(
            problem["code"] == "malformed",
            status == 400,
            "{method} {uri:.60}"
        );
    }
    let people = [
        (Method::GET, "/%ff".to_owned()),
        (Method::GET, "/%e2%82".to_owned()),
        (Method::POST, "/%ff/answers".to_owned()),
        (Method::GET, "/%ff/state".to_owned()),
        (Method::GET, "/%ff/live".to_owned()),
        (Method::GET, format!("/{code}?seq=%ff")),
        (Method::GET, format!("/{code}?question=%ff&seq=x")),
        (Method::GET, "/join?code=%ff".to_owned()),
        (Method::GET, "/stage/%ff".to_owned()),
        (Method::GET, "/rooms/%ff/stage".to_owned()),
        (Method::GET, format!("/rooms/{room}/stage?turn=%ff")),
        (Method::GET, format!("/rooms/{room}/moderator?notice=%ff")),
        (Method::GET, format!("/rooms/{room}/enter/%ff/%ff")),
        (Method::GET, "/sign-in/%ff".to_owned()),
        (Method::GET, "/desk/decks/%ff".to_owned()),
        (Method::GET, "/desk/rooms/%ff".to_owned()),
        (Method::GET, "/assets/%ff".to_owned()),
        (Method::GET, "/%00".to_owned()),
        (Method::GET, format!("/{}", "x".repeat(20_000))),
    ];
    for (method, uri) in people {
        let headers = [("host", "localhost"), ("accept-language", "nl")];
        let response = house.asks(method.clone(), &uri, &headers).await;
        let status = response.status();
        let kind = header(&response, "content-type").to_owned();
        assert!(
            !kind.starts_with("text/plain"),
            "{method} {uri:.60} is {status}, {kind}"
        );
        if status.is_client_error() {
            assert!(
                kind.starts_with("text/html"),
                "{method} {uri:.60} is {status}, {kind}"
            );
            let page = text(response).await;
            assert!(
                page.contains("lang=\"nl\"") && page.contains("</h1>"),
                "{method} {uri:.60}: {page}"
            );
        } else {
            assert!(
                uri.contains('?'),
                "{method} {uri:.60} is {status}: a query can be read with marks for what is no UTF-8"
            );
        }
    }
}

#[tokio::test]
async fn whoever_has_no_right_is_told_that_first() {
    let house = HttpFixture::at(None).await;
    let room = house.room.id.as_str();
    for (method, uri) in [
        (Method::GET, "/api/v1/decks/%ff".to_owned()),
        (Method::PUT, format!("/api/v1/decks/{}", house.deck)),
        (Method::DELETE, format!("/api/v1/rooms/{room}/answers/%ff")),
        (
            Method::GET,
            format!("/api/v1/rooms/{room}/export?format=xls"),
        ),
        (Method::POST, "/api/v1/rooms".to_owned()),
        (Method::POST, format!("/api/v1/rooms/{room}/control")),
        (
            Method::GET,
            format!("/rooms/{room}/state?role=presenter&since=x"),
        ),
        (Method::GET, format!("/rooms/{room}/stage?turn=%ff&turn=1")),
        (Method::GET, "/desk?rooms=x".to_owned()),
        (Method::GET, "/desk/decks/%ff".to_owned()),
        (Method::POST, "/desk/sessions/end".to_owned()),
        (Method::POST, format!("/desk/rooms/{room}/links")),
    ] {
        let response = house
            .asks(method.clone(), &uri, &[("host", "localhost")])
            .await;
        assert_eq!(
            response.status(),
            StatusCode::UNAUTHORIZED,
            "{method} {uri}"
        );
        let kind = header(&response, "content-type").to_owned();
        let for_programs = uri.starts_with("/api/") || uri.contains("/state");
        assert_eq!(
            kind.starts_with("application/problem+json"),
            for_programs,
            "{method} {uri}: {kind}"
        );
    }
}

const EVERYWHERE: [(&str, &str); 7] = [
    ("content-security-policy", "frame-ancestors 'self'"),
    ("referrer-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
    ("permissions-policy", "camera=()"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cache-control", "no-store"),
];

#[tokio::test]
async fn every_answer_carries_what_keeps_pages_safe() {
    for (public_url, hsts) in [
        (Some("https://peil.example.org"), "max-age=31536000"),
        (Some("http://peil.example.org"), ""),
        (None, ""),
    ] {
        let house = HttpFixture::at(public_url).await;
        let code = format!("/{}", house.code());
        let socket = [
            ("host", "localhost"),
            ("connection", "upgrade"),
            ("upgrade", "websocket"),
            ("sec-websocket-version", "13"),
            ("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="),
        ];
        let plain = [("host", "localhost")];
        let foreign = [("host", "localhost"), ("origin", "https://kwaad.example")];
        for (method, uri, headers, expected) in [
            (Method::GET, "/", &plain[..], 200),
            (Method::HEAD, "/", &plain, 200),
            (Method::GET, &code, &plain, 200),
            (
                Method::GET,
                &format!("{code}/live?protocol=3"),
                &socket,
                101,
            ),
            (Method::GET, &format!("{code}/live?protocol=3"), &plain, 426),
            (
                Method::GET,
                &format!("/join?code={}", house.code()),
                &plain,
                303,
            ),
            (Method::POST, "/sign-out", &plain, 303),
            (Method::GET, "/%ff", &plain, 400),
            (Method::GET, "/", &[("host", "a b")], 400),
            (Method::GET, "/desk", &plain, 401),
            (Method::POST, "/sign-out", &foreign, 403),
            (Method::GET, "/12345678", &plain, 404),
            (Method::GET, "/assets/x.css", &plain, 404),
            (Method::GET, "/api/v1/rooms", &plain, 401),
            (Method::DELETE, "/", &plain, 405),
            (Method::OPTIONS, "/desk", &plain, 405),
            (Method::PATCH, "/api/v1/rooms", &plain, 405),
            (Method::GET, "/healthz", &plain, 200),
            (Method::GET, &format!("{code}?seq=99"), &plain, 503),
        ] {
            let response = house.asks(method.clone(), uri, headers).await;
            assert_eq!(response.status(), expected, "{method} {uri}");
            for (name, part) in EVERYWHERE {
                assert!(
                    header(&response, name).contains(part),
                    "{name} of {method} {uri}, {expected}"
                );
                assert_eq!(
                    response.headers().get_all(name).iter().count(),
                    1,
                    "{name} of {method} {uri}"
                );
            }
            assert_eq!(
                header(&response, "strict-transport-security"),
                hsts,
                "{method} {uri} at {public_url:?}"
            );
        }
    }
}

const PUBLIC: Option<&str> = Some("https://peil.example.org");

/// Signs in; the cookie's name and value.
async fn signs_in(house: &HttpFixture) -> (String, String) {
    let given = house
        .asks(
            Method::GET,
            &house.app.instance.sign_in_path(LinkScope::One).unwrap(),
            &[("host", "peil.example.org")],
        )
        .await;
    let cookie = header(&given, "set-cookie")
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    let (name, value) = cookie.split_once('=').unwrap();
    (name.to_owned(), value.to_owned())
}

async fn checks_desk(house: &HttpFixture, cases: &[(String, u16)]) {
    for (cookies, expected) in cases {
        let desk = house
            .asks(
                Method::GET,
                "/desk",
                &[("host", "peil.example.org"), ("cookie", cookies)],
            )
            .await;
        assert_eq!(desk.status(), *expected, "{cookies}");
    }
}

#[tokio::test]
async fn who_was_signed_in_before_https_stays_so_for_thirty_days() {
    let backend = Backend::memory();
    let (name, bare) = signs_in(&HttpFixture::on(backend.clone(), None).await).await;
    assert_eq!(name, "peil_host");

    let house = HttpFixture::on(backend.clone(), PUBLIC).await;
    let (name, prefixed) = signs_in(&house).await;
    assert_eq!(name, "__Host-peil_host");
    let both = |first: &str, second: &str| format!("peil_host={first}; __Host-peil_host={second}");
    let cases = [
        (format!("peil_host={bare}"), 200),
        (format!("__Host-peil_host={prefixed}"), 200),
        (both("geplant", &prefixed), 200),
        (both(&bare, "fout"), 401),
        ("peil_host=geplant".to_owned(), 401),
        (format!("__Secure-peil_host={bare}"), 401),
    ];
    checks_desk(&house, &cases).await;

    let instance = house
        .app
        .store
        .get::<Value>("instance")
        .await
        .unwrap()
        .unwrap();
    let mut long_ago = instance.value;
    long_ago["prefixed_since"] = 1_000.into();
    house
        .app
        .store
        .put("instance", instance.version, &long_ago)
        .await
        .unwrap();
    let house = HttpFixture::on(backend, PUBLIC).await;
    let cases = [
        (format!("peil_host={bare}"), 401),
        (format!("__Host-peil_host={prefixed}"), 200),
        (both(&bare, &prefixed), 200),
        (both(&bare, "fout"), 401),
    ];
    checks_desk(&house, &cases).await;
}

#[tokio::test]
async fn a_phone_is_given_the_name_that_its_way_here_allows() {
    for (public_url, name, secure) in [(PUBLIC, "__Host-peil_id", true), (None, "peil_id", false)] {
        let house = HttpFixture::at(public_url).await;
        let page = house.gets(&format!("/{}", house.code()), "localhost").await;
        let given = header(&page, "set-cookie");
        assert_eq!(
            (
                given.split('=').next().unwrap(),
                given.ends_with("; Secure")
            ),
            (name, secure),
            "{given}"
        );
    }
}

#[tokio::test]
async fn asking_whether_a_link_is_there_uses_nothing_up() {
    let house = HttpFixture::at(None).await;
    let sign_in = house
        .app
        .instance
        .sign_in_path(crate::auth::owner::LinkScope::One)
        .unwrap();
    let here = [("host", "localhost")];
    for _ in 0..2 {
        let asked = house.asks(Method::HEAD, &sign_in, &here).await;
        assert_eq!(
            (asked.status().as_u16(), header(&asked, "set-cookie")),
            (200, "")
        );
    }
    let used = house.asks(Method::GET, &sign_in, &here).await;
    assert_eq!(
        (used.status().as_u16(), header(&used, "location")),
        (303, "/desk")
    );
    assert_eq!(house.asks(Method::GET, &sign_in, &here).await.status(), 401);
}
