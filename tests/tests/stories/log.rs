//! The log of an event: what was done stands in it, a line each, and nobody who did it.

use serde_json::{Value, json};
use tests::{Peil, SampleQuestion, Terminal, place, sample, text, words};

const ANSWERS: [&str; 4] = [
    "Heimelijkheid",
    "Moestuin-op-het-dak",
    "Waarom-zei-ik-dit",
    "geheime-notitie",
];

/// A line that holds all of these, with its level and a time.
#[track_caller]
fn tells(log: &str, level: &str, parts: &[&str]) {
    let line = log
        .lines()
        .find(|line| line.contains(level) && parts.iter().all(|part| line.contains(part)));
    let line = line.unwrap_or_else(|| panic!("no line tells {parts:?}:\n{log}"));
    assert!(
        line.starts_with("20"),
        "a line begins with its time: {line}"
    );
}

#[test]
fn the_log_tells_what_was_done_and_names_no_address_token_answer_or_person() {
    let mut peil = Peil::starts();
    let organiser = peil.organiser();
    let link = peil
        .sign_in()
        .expect("while there is no owner a link is printed")
        .to_owned();
    let mut owner = peil
        .visitor("the owner")
        .with_origin(&peil.address().origin());
    owner.goes(&link).expects(200);
    let nobody = peil.visitor("somebody else").fetches(&link);
    assert_eq!(nobody.status, 401, "it works once");

    let deck = sample([
        SampleQuestion::Words,
        SampleQuestion::Open,
        SampleQuestion::Spectrum,
    ])
    .replacen(
        "id: words\n",
        &format!("id: words\nnotes: {}\n", ANSWERS[3]),
        1,
    );
    let presenter = organiser.starts(&deck);
    let room = presenter.started.room.clone();
    let unused = organiser.uploads(&sample([SampleQuestion::Choice]));
    let [mut anna, mut bob, mut carla] = peil.three_phones();
    presenter.opens("words");
    anna.opens(presenter.code()).votes(words([ANSWERS[0]]));
    presenter.opens("ideas");
    bob.opens(presenter.code()).votes(text(ANSWERS[1]));
    carla.opens(presenter.code()).votes(text(ANSWERS[2]));
    presenter.opens("belief");
    let mut socket = anna.looks().follows();
    bob.looks().votes(place(40));
    let mut moderator = peil.visitor("the moderator");
    moderator
        .goes(&presenter.started.moderator_url)
        .expects(200);
    let wrong = format!("/rooms/{room}/enter/remote/{}", "x".repeat(33));
    assert_eq!(moderator.fetches(&wrong).status, 404);
    peil.stranger(Some("fout-0123456789-abcdefghijklmnopqrs"))
        .gets("/api/v1/rooms")
        .expects(401);
    peil.stranger(Some("fout-0123456789-abcdefghijklmnopqrs"))
        .gets("/metrics")
        .expects(401);

    let erased = presenter.results("ideas").id_of(ANSWERS[2]);
    presenter.erases(&erased);
    presenter.exports("format=csv&shape=wide").expects(200);
    let at_the_desk = owner.fetches(&format!("/desk/rooms/{room}/export?format=json"));
    assert_eq!(at_the_desk.status, 200);
    socket
        .says(&json!({ "type": "ping", "id": 7 }))
        .hears("pong");
    let asks = |path: &str, body: &Value| {
        organiser.posts(&presenter.path(path), body).expects(200);
    };
    let everybody =
        json!({ "joined_from": "2020-01-01T00:00:00Z", "joined_to": "2120-01-01T00:00:00Z" });
    asks("/participants/remove", &everybody);
    asks("/participants/return", &everybody);
    asks("/links", &json!({ "role": "moderator" }));
    asks("/control", &json!({ "do": "door", "to": "closed" }));
    let backup = peil.beside().join("kopie.db");
    let backup = Terminal::runs_on(&peil, &["backup", backup.to_str().expect("a plain name")]);
    let export = Terminal::runs_on(&peil, &["export", &room, "--format", "csv"]);
    presenter.ends();
    presenter.deletes_the_room();
    organiser
        .deletes(&format!("/api/v1/decks/{}", unused.deck))
        .expects(204);
    let signed_in = owner.cookie_line();
    let form = owner
        .goes("/desk")
        .page()
        .forms()
        .into_iter()
        .find(|form| form.action == "/sign-out");
    owner
        .sends(&form.expect("the desk has a way out"))
        .expects(303);
    let log = peil.logs();
    peil.terminate();

    let of_room = format!("room={room}");
    for (level, parts) in [
        ("INFO", &["the owner signed in"][..]),
        ("WARN", &["a sign-in link was refused", "link_used"]),
        ("INFO", &["a deck was added", "slides=3"]),
        ("INFO", &["a room was started", &of_room, "deck="]),
        (
            "INFO",
            &["a room's link was used", &of_room, "role=\"moderator\""],
        ),
        ("WARN", &["a room's link was refused", &of_room]),
        ("WARN", &["a wrong API token"]),
        ("WARN", &["figures", "a wrong token"]),
        (
            "INFO",
            &[
                "an answer was erased",
                &of_room,
                &format!("answer={erased}"),
            ],
        ),
        ("INFO", &["answers were exported", &of_room, "csv"]),
        ("INFO", &["answers were exported", &of_room, "json"]),
        (
            "INFO",
            &["participants were removed", &of_room, "participants=3"],
        ),
        (
            "INFO",
            &["participants were let back in", &of_room, "participants=3"],
        ),
        (
            "INFO",
            &["a room's link was renewed", &of_room, "role=\"moderator\""],
        ),
        ("INFO", &["a room's door was set", &of_room, "Closed"]),
        ("INFO", &["a room was ended", &of_room]),
        ("INFO", &["a room was removed", &of_room]),
        ("INFO", &["a deck was deleted", &unused.deck]),
        ("INFO", &["the owner signed out"]),
    ] {
        tells(&log, level, parts);
    }
    tells(
        &backup.ends_with(0).stderr,
        "INFO",
        &["a backup was made", "bytes="],
    );
    tells(
        &export.ends_with(0).stderr,
        "INFO",
        &["answers were exported", &of_room],
    );

    let all = format!("{log}{}{}", backup.stderr, export.stderr).to_lowercase();
    let (stage, remote) = (&presenter.started.stage_url, &presenter.started.remote_url);
    let secret_of = |url: &str| url.rsplit('/').next().expect("a secret").to_owned();
    let cookies = [signed_in, owner.cookie_line(), moderator.cookie_line()].join("; ");
    let phones = [&anna, &bob, &carla]
        .map(|phone| phone.cookie_line())
        .join("; ");
    let values = [cookies, phones].join("; ");
    let values = values
        .split("; ")
        .filter_map(|cookie| cookie.split_once('='))
        .map(|(_, value)| value.to_owned());
    let mut never: Vec<String> = values.collect();
    assert!(
        never.len() >= 5,
        "a session, a role and three phones: {never:?}"
    );
    never.extend(ANSWERS.map(str::to_owned));
    never.extend(
        [
            tests::TOKEN,
            tests::METRICS_TOKEN,
            "fout-",
            "127.0.0.1",
            "::1",
            "proefzaal",
        ]
        .map(str::to_owned),
    );
    never.extend([
        presenter.code().to_owned(),
        peil.address().host(),
        secret_of(stage),
        secret_of(remote),
    ]);
    never.extend([
        secret_of(&presenter.started.moderator_url),
        secret_of(&link),
    ]);
    // Between the parts that nobody may guess stands a word that says what the link does.
    let parts = link
        .rsplit('/')
        .next()
        .expect("a proof")
        .split('.')
        .filter(|part| part.len() > 8);
    never.extend(parts.map(str::to_owned));
    for secret in never {
        assert!(
            !all.contains(&secret.to_lowercase()),
            "{secret:?} stands in the log:\n{all}"
        );
    }
}

#[test]
fn whoever_tries_links_without_an_end_fills_no_log() {
    let peil = Peil::starts();
    let stranger = peil.visitor("a stranger");
    for number in 0..50 {
        assert_eq!(
            stranger
                .fetches(&format!("/sign-in/{number}.9999999999999.fout"))
                .status,
            401
        );
    }
    let log = peil.logs();
    let lines = log
        .lines()
        .filter(|line| line.contains("a sign-in link was refused"))
        .count();
    assert!((1..=6).contains(&lines), "one in ten seconds: {log}");
}
