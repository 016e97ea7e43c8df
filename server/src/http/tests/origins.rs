//! Cookies come along with what pages of other sites ask. That a page of ours asks for a change is
//! said by its `Origin` alone.

use axum::response::Response;
use http::{Method, StatusCode};
use shared::host::HostRole;

use super::edge::HttpFixture;
use crate::auth::links;
use crate::auth::owner::LinkScope;

const HERE: (&str, &str) = ("host", "localhost");

fn cookie(response: &Response) -> String {
    let cookie = response.headers()["set-cookie"].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn cookies_change_nothing_without_an_origin_of_ours() {
    let house = HttpFixture::at(None).await;
    let sign_in = house.app.instance.sign_in_path(LinkScope::One).unwrap();
    let owner = cookie(&house.asks(Method::GET, &sign_in, &[HERE]).await);
    let enter = links::path(&house.room, HostRole::Presenter);
    let presenter = cookie(&house.asks(Method::GET, &enter, &[HERE]).await);
    let (room, deck) = (house.room.id.as_str(), &house.deck);
    for (who, cookie, method, path) in [
        (
            "owner",
            &owner,
            Method::POST,
            format!("/desk/decks/{deck}/rooms"),
        ),
        (
            "owner",
            &owner,
            Method::POST,
            format!("/rooms/{room}/control"),
        ),
        (
            "owner",
            &owner,
            Method::POST,
            format!("/rooms/{room}/moderate"),
        ),
        (
            "owner",
            &owner,
            Method::PUT,
            format!("/api/v1/decks/{deck}"),
        ),
        (
            "presenter",
            &presenter,
            Method::POST,
            format!("/rooms/{room}/control"),
        ),
        (
            "presenter",
            &presenter,
            Method::POST,
            format!("/rooms/{room}/moderate"),
        ),
        (
            "presenter",
            &presenter,
            Method::POST,
            format!("/api/v1/rooms/{room}/control"),
        ),
        (
            "presenter",
            &presenter,
            Method::POST,
            format!("/api/v1/rooms/{room}/screen"),
        ),
        (
            "owner",
            &owner,
            Method::DELETE,
            format!("/api/v1/rooms/{room}"),
        ),
    ] {
        let kind = ("content-type", "application/json");
        let known = [HERE, kind, ("cookie", cookie)];
        let status = house.asks(method.clone(), &path, &known).await.status();
        assert_eq!(
            status,
            StatusCode::UNAUTHORIZED,
            "{who}, {method} {path} without an Origin"
        );
        let ours = [
            HERE,
            kind,
            ("cookie", cookie),
            ("origin", "http://localhost"),
        ];
        let status = house.asks(method.clone(), &path, &ours).await.status();
        assert_ne!(
            status,
            StatusCode::UNAUTHORIZED,
            "{who}, {method} {path} from a page of ours"
        );
        let foreign = [
            HERE,
            kind,
            ("cookie", cookie),
            ("origin", "https://kwaad.example"),
        ];
        let status = house.asks(method.clone(), &path, &foreign).await.status();
        assert_eq!(
            status,
            StatusCode::FORBIDDEN,
            "{who}, {method} {path} from another site"
        );
    }
}
