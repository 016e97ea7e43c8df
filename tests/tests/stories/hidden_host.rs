//! A proxy that passes requests on under another host than people asked for, where nobody said
//! which is ours.

use tests::{Method, Peil, SampleQuestion, Setup, Terminal, sample, until};

const NAMED: &str = "--public-url";
const TOLD: &str = "rewritten_host";
/// What a browser says of itself behind such a proxy, and what it says elsewhere.
const BEHIND: [&[(&str, &str)]; 3] = [
    &[
        ("origin", "https://peil.example.org"),
        ("sec-fetch-site", "same-origin"),
    ],
    &[
        ("origin", "https://peil.example.org"),
        ("x-forwarded-host", "peil.example.org"),
    ],
    &[
        ("referer", "https://peil.example.org/desk"),
        ("sec-fetch-site", "same-origin"),
    ],
];
const ELSEWHERE: [&[(&str, &str)]; 4] = [
    &[
        ("origin", "https://kwaad.example"),
        ("sec-fetch-site", "cross-site"),
    ],
    &[
        ("referer", "https://elders.example/"),
        ("sec-fetch-site", "cross-site"),
    ],
    &[("x-forwarded-host", "peil.example.org")],
    &[],
];

/// Whether the desk, a room, the doctor and the log name the setting, and how often the log does.
fn is_told(peil: &Peil, room: &str) -> ([bool; 3], usize) {
    let mut owner = peil
        .visitor("the organiser")
        .with_origin(&peil.address().origin());
    let link = Terminal::runs_on(peil, &["sign-in"]).ends_with(0).text();
    owner.goes(link.trim()).expects(200);
    let desk = owner.page().source().contains(TOLD);
    owner.goes(&format!("/desk/rooms/{room}")).expects(200);
    let at_room = owner.page().source().contains(TOLD);
    let doctor = Terminal::runs_on(peil, &["doctor"]).said().contains(NAMED);
    ([desk, at_room, doctor], peil.logs().matches(NAMED).count())
}

#[test]
fn the_missing_setting_is_named_once_and_everywhere() {
    for headers in BEHIND {
        let mut peil = Peil::starts();
        let room = peil
            .organiser()
            .starts(&sample([SampleQuestion::Choice]))
            .started
            .room;
        for _ in 0..3 {
            let method = if headers[0].0 == "origin" {
                Method::POST
            } else {
                Method::GET
            };
            let mut scripted = peil.organiser();
            for (name, value) in headers {
                scripted = scripted.with_header(name, value);
            }
            scripted.calls(method, "/api/v1/decks", None);
        }
        until("the log names the setting", || {
            peil.logs().contains(NAMED).then_some(())
        });
        assert_eq!(is_told(&peil, &room), ([true; 3], 1), "{headers:?}");
        peil.terminate();
        peil.start_again();
        assert!(
            is_told(&peil, &room).0 == [true; 3],
            "it is still so after a restart: {headers:?}"
        );
    }
}

#[test]
fn where_nothing_is_rewritten_or_the_address_is_known_nothing_is_said() {
    let known = "https://peil.example.org".to_owned();
    let strangers = ELSEWHERE.map(|headers| (headers, None));
    let behind = BEHIND.map(|headers| (headers, Some(known.clone())));
    for (headers, public_url) in strangers.into_iter().chain(behind) {
        let peil = Peil::starts_with(Setup {
            public_url,
            ..Setup::default()
        });
        let room = peil
            .organiser()
            .starts(&sample([SampleQuestion::Choice]))
            .started
            .room;
        let mut scripted = peil.organiser();
        for (name, value) in headers {
            scripted = scripted.with_header(name, value);
        }
        scripted.calls(Method::POST, "/api/v1/decks", None);
        let doctor = Terminal::runs_on(&peil, &["doctor"]).said();
        assert!(
            !doctor.contains(NAMED) && !peil.logs().contains(NAMED),
            "{headers:?} of {room}: {doctor}"
        );
    }
}

#[test]
fn a_public_address_with_something_behind_its_host_is_refused_with_a_sentence() {
    for (address, said) in [
        ("https://x.nl/poll", "can't live under a path"),
        ("https://x.nl/poll/", "can't live under a path"),
        ("https://x.nl:8443/a/b", "can't live under a path"),
        ("https://x.nl?room=1", "behind its host"),
        ("https://x.nl#peil", "behind its host"),
        ("https://ik@x.nl", "names no host"),
        ("x.nl", "begins with https://"),
    ] {
        let outcome = Terminal::runs(["serve", "--public-url", address]);
        assert_ne!(outcome.code, Some(0), "{address}: {outcome:?}");
        assert!(outcome.stderr.contains(said), "{address}: {outcome:?}");
    }
}
