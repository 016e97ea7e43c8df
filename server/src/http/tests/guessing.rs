//! How long an answer takes beside a guesser of codes, in a time that passes only while everybody
//! waits.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use axum::body::Body;
use futures_util::future::join_all;
use http::{Request, StatusCode};
use tokio::time::Instant;
use tower::ServiceExt;

use super::edge::HttpFixture;
use crate::http::accept::Peer;

const GUESSER: &str = "192.0.2.1";
const NEIGHBOUR: &str = "192.0.2.9";
const FAR: &str = "198.51.100.1";

/// What is answered, after how long, and the first cookie that comes with it.
async fn asks(
    house: &HttpFixture,
    from: &str,
    code: &str,
    cookie: &str,
) -> (StatusCode, Duration, String) {
    let peer = Peer(SocketAddr::new(from.parse::<IpAddr>().unwrap(), 5000));
    let request = Request::builder()
        .uri(format!("/{code}"))
        .header("host", "localhost")
        .header("cookie", cookie);
    let begun = Instant::now();
    let response = house
        .router
        .clone()
        .oneshot(request.extension(peer).body(Body::empty()).unwrap())
        .await
        .unwrap();
    let cookies = response
        .headers()
        .get_all("set-cookie")
        .iter()
        .filter_map(|value| value.to_str().ok());
    let cookie = cookies
        .filter_map(|cookie| cookie.split(';').next())
        .next()
        .unwrap_or_default()
        .to_owned();
    // A timer is late by up to a millisecond.
    let took = Duration::from_millis(begun.elapsed().as_millis() as u64 / 10 * 10);
    (response.status(), took, cookie)
}

/// Codes that are no room's: all of them have the first digit of none.
fn wrong(number: usize) -> String {
    format!("{}", 11_111_111 + number * 1_111).replace('0', "9")
}

/// So many guesses at the same moment; after how long the last of them was answered.
async fn guesses_at_once(house: &HttpFixture, number: usize) -> Duration {
    let codes: Vec<String> = (0..number)
        .map(wrong)
        .filter(|code| *code != house.code())
        .collect();
    let answers = join_all(codes.iter().map(|code| asks(house, GUESSER, code, ""))).await;
    assert!(
        answers
            .iter()
            .all(|(status, ..)| *status == StatusCode::NOT_FOUND),
        "{answers:?}"
    );
    answers.iter().map(|(_, took, _)| *took).max().unwrap()
}

#[tokio::test]
async fn beside_a_crowd_of_wrong_codes_each_waits_no_longer_than_four_seconds() {
    const LONGEST: Duration = Duration::from_secs(4);
    let house = HttpFixture::at(None).await;
    let code = house.code();
    tokio::time::pause();
    let (_, _, inside) = asks(&house, FAR, &code, "").await;
    assert_eq!(
        asks(&house, FAR, &format!("{code}/state"), &inside).await.0,
        StatusCode::OK,
        "they come in"
    );
    for (crowd, newcomers_wait) in [
        (20, 250),
        (20, 500),
        (20, 1_000),
        (20, 2_000),
        (20, 4_000),
        (500, 4_000),
        (400, 4_000),
    ] {
        let last = guesses_at_once(&house, crowd).await;
        assert!(last <= LONGEST, "{crowd} wrong codes took {last:?}");
        let waiting = house
            .app
            .guessing
            .wait(NEIGHBOUR.parse().unwrap(), std::time::Instant::now())
            .unwrap();
        let delay = waiting.map(|waiting| waiting.delay);
        assert_eq!(
            delay,
            Some(Duration::from_millis(newcomers_wait)),
            "after {crowd} more"
        );
        let (status, took, _) = asks(&house, NEIGHBOUR, &code, &inside).await;
        assert_eq!(
            (status, took),
            (StatusCode::OK, Duration::ZERO),
            "who takes part never waits"
        );
        let (status, took, _) = asks(&house, FAR, &code, "").await;
        assert_eq!(
            (status, took),
            (StatusCode::OK, Duration::ZERO),
            "nobody waits elsewhere"
        );
    }
    let (status, took, _) = asks(&house, NEIGHBOUR, &code, "").await;
    assert_eq!(
        (status, took),
        (StatusCode::OK, LONGEST),
        "who comes first from there waits once"
    );
    let (status, took, _) = asks(&house, GUESSER, &code, "").await;
    assert_eq!(
        (status, took),
        (StatusCode::OK, Duration::ZERO),
        "and then the room is known there"
    );
}

#[tokio::test]
async fn one_guess_after_the_other_is_answered_slower_and_slower() {
    let house = HttpFixture::at(None).await;
    tokio::time::pause();
    let mut all = Duration::ZERO;
    for number in 0..200 {
        let (status, took, _) = asks(&house, GUESSER, &wrong(number), "").await;
        assert_eq!(status, StatusCode::NOT_FOUND);
        let expected = [0, 250, 500, 1_000, 2_000, 4_000][(number / 20).min(5)];
        assert_eq!(took, Duration::from_millis(expected), "guess {number}");
        all += took;
    }
    assert_eq!(
        all,
        Duration::from_secs(5 + 10 + 20 + 40 + 5 * 80),
        "a guesser learns slowly"
    );
}
