//! A host's page that can't have a socket asks instead: the same greeting, the same rights, and
//! nothing where nothing is new.

use serde_json::json;
use tests::{Peil, Presenter, Reply, SampleQuestion, Visitor, option, sample};

fn room(peil: &Peil) -> Presenter {
    peil.organiser()
        .starts(&sample([SampleQuestion::Choice, SampleQuestion::Words]))
}

fn host(peil: &Peil, link: &str) -> Visitor {
    let mut host = peil.visitor("a host");
    host.goes(link).expects(200);
    host
}

fn asks(host: &Visitor, presenter: &Presenter, rest: &str) -> Reply {
    host.fetches(&format!(
        "/rooms/{}/state?protocol=3&{rest}",
        presenter.started.room
    ))
}

/// By which name one asks whether there is anything else than that.
#[track_caller]
fn name(reply: &Reply) -> String {
    reply
        .header("peil-seen")
        .unwrap_or_else(|| panic!("what it shows has no name: {reply:?}"))
        .to_owned()
}

#[test]
fn who_asks_is_greeted_as_over_a_socket_and_then_told_what_is_new_alone() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let seq = presenter.opens("pet").seq;
    let stage = host(&peil, &presenter.started.stage_url);
    let path = format!(
        "/rooms/{}/live?protocol=3&role=stage",
        presenter.started.room
    );
    let greeting = asks(&stage, &presenter, "role=stage").expects(200).json();
    assert_eq!(greeting, stage.opens_socket(&path).opens().hears("hello"));
    assert_eq!(
        (&greeting["seq"], &greeting["view"]["slide"]["id"]),
        (&json!(seq), &json!("pet"))
    );

    let seen = name(&asks(
        &stage,
        &presenter,
        &format!("role=stage&since={seq}"),
    ));
    let again = |seen: &str| {
        asks(
            &stage,
            &presenter,
            &format!("role=stage&since={seq}&seen={seen}"),
        )
    };
    assert!(again(&seen).expects(204).bytes.is_empty());
    assert_eq!(name(&again(&seen)), seen);

    peil.phone("Anna").opens(presenter.code()).votes(option(2));
    let voted = again(&seen);
    assert_eq!(
        voted.expects(200).json()["view"]["slide"]["part"]["voters"],
        1
    );
    again(&name(&voted)).expects(204);
}

#[test]
fn what_changes_without_a_sequence_is_news_too() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    presenter.opens("pet");
    let remote = host(&peil, &presenter.started.remote_url);
    let before = asks(&remote, &presenter, "role=remote");
    let (seq, seen) = (before.json()["seq"].clone(), name(&before));
    presenter
        .organiser
        .posts(&presenter.path("/screen"), &json!({ "screen": "blank" }))
        .expects(204);
    let after = asks(
        &remote,
        &presenter,
        &format!("role=remote&since={seq}&seen={seen}"),
    );
    assert_eq!(
        (
            &after.expects(200).json()["seq"],
            &after.json()["view"]["screen"]
        ),
        (&seq, &json!("blank"))
    );
    presenter
        .organiser
        .posts(&presenter.path("/screen"), &json!({ "screen": "slides" }))
        .expects(204);
    asks(
        &remote,
        &presenter,
        &format!("role=remote&since={seq}&seen={seen}"),
    )
    .expects(204);
}

#[test]
fn a_name_means_the_same_after_a_restart() {
    let mut peil = Peil::starts();
    let presenter = room(&peil);
    presenter.opens("pet");
    let stage = host(&peil, &presenter.started.stage_url);
    let seen = name(&asks(&stage, &presenter, "role=stage"));
    peil.kill_9();
    peil.start_again();
    asks(&stage, &presenter, &format!("role=stage&seen={seen}")).expects(204);
}

#[test]
fn each_role_sees_its_own_and_nobody_else_anything() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    presenter.opens("pet");
    let started = &presenter.started;
    // Whoever drives the room may project it, and whoever presents it may moderate.
    let may_be = [
        (&started.stage_url, [200, 401, 401, 401]),
        (&started.presenter_url, [200, 200, 401, 200]),
        (&started.remote_url, [200, 401, 200, 200]),
        (&started.moderator_url, [401, 401, 401, 200]),
    ];
    for (link, statuses) in may_be {
        let host = host(&peil, link);
        for (role, status) in ["stage", "presenter", "remote", "moderator"]
            .into_iter()
            .zip(statuses)
        {
            let reply = asks(&host, &presenter, &format!("role={role}"));
            match reply.expects(status).status {
                200 => drop(reply.json()),
                _ => assert_eq!(reply.problem().code, "not_signed_in"),
            }
        }
    }
    let stranger = peil.visitor("a stranger");
    for rest in ["role=stage", "role=king", "seen=0"] {
        assert_eq!(
            asks(&stranger, &presenter, rest)
                .expects(401)
                .problem()
                .code,
            "not_signed_in"
        );
    }
}

#[test]
fn what_a_socket_would_be_closed_for_is_a_problem_here() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let stage = host(&peil, &presenter.started.stage_url);
    let path = format!("/rooms/{}/state", presenter.started.room);
    let refused = |path: &str, status: u16| stage.fetches(path).expects(status).problem().code;
    assert_eq!(
        refused(&format!("{path}?protocol=2&role=stage"), 400),
        "protocol"
    );
    assert_eq!(
        refused("/rooms/nowhere/state?protocol=3&role=stage", 404),
        "unknown_room"
    );
    assert_eq!(
        refused(&format!("{path}?role=stage&since=100000"), 503),
        "try_again"
    );
    let foreign = peil
        .organiser()
        .with_header("origin", "https://kwaad.example");
    assert_eq!(
        foreign
            .gets(&format!("{path}?role=stage"))
            .expects(403)
            .problem()
            .code,
        "foreign_origin"
    );
}
