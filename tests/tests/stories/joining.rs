//! Joining is what costs. A hall comes in at once; who is one too many waits, in order, and gets in
//! by themselves.

use serde_json::{Value, json};
use tests::{
    ControlPress, HtmlForm, Peil, Phone, Presenter, SampleQuestion, Socket, at_once, option,
    sample, text, until,
};

/// Slow enough that nobody gets in by time alone while a story runs.
const NEVER: f64 = 0.001;

fn room(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    presenter
}

/// Comes in by a socket, without a cookie.
fn enters(peil: &Peil, presenter: &Presenter) -> Socket {
    peil.phone("somebody")
        .goes_on_with(presenter.code())
        .opens_socket("")
        .greeted()
}

/// So many come in by sockets, twenty at a time.
fn enter(many: usize, peil: &Peil, presenter: &Presenter) -> Vec<Socket> {
    let opening = peil
        .phone("somebody")
        .goes_on_with(presenter.code())
        .opens_socket("");
    let rows = (0..20).map(|_| {
        || {
            (0..many / 20)
                .map(|_| opening.greeted())
                .collect::<Vec<_>>()
        }
    });
    at_once(rows).into_iter().flatten().collect()
}

fn vote() -> Value {
    json!({ "type": "answer", "question": "pet", "round": 1, "turn": 1, "fields": [["option", "1"]] })
}

/// What a phone shows of its own answer.
fn chose(phone: &mut Phone) -> Vec<String> {
    phone.looks().form().filled("option")
}

/// Whether a phone that looks at the room is asked to wait.
fn waits(phone: &mut Phone) -> bool {
    let waits = phone.looks().page().source().contains("data-code=\"wait\"");
    if waits {
        let page = phone.page().source().to_owned();
        assert!(
            page.contains("http-equiv=\"refresh\" content=\"5\""),
            "it comes back by itself: {page}"
        );
        let script = page.contains("<noscript><meta") && page.contains("<script type=\"module\"");
        assert!(
            script,
            "with scripts too, which keep the page until it is in: {page}"
        );
        assert!(phone.page().answer_forms().is_empty());
    }
    waits
}

#[test]
fn eight_hundred_phones_behind_one_address_join_at_once() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let hall = enter(800, &peil, &presenter);
    assert_eq!((hall.len(), presenter.room().participants), (800, 800));
    assert_eq!(peil.figure("peil_joins_waited_total"), Some(0.0));
}

#[test]
fn two_thousand_join_and_the_next_waits_until_a_host_lets_them_in() {
    let peil = Peil::starts_with(tests::Setup {
        options: vec![format!("--join-rate={NEVER}")],
        ..Default::default()
    });
    let presenter = room(&peil);
    let inside = enter(2_000, &peil, &presenter);
    assert_eq!(
        (inside.len(), presenter.room().participants),
        (2_000, 2_000)
    );
    let mut last = peil.phone("the 2,001st").goes_on_with(presenter.code());
    assert!(waits(&mut last) && waits(&mut last));
    last.sees("Je staat in de rij").was_never_sent("pet");
    assert_eq!(
        presenter.organiser.gets(&presenter.path("")).json()["waiting"],
        1
    );
    presenter.does(ControlPress::new("admit"));
    assert!(!waits(&mut last));
    last.votes(option(1));
    assert_eq!(
        (
            presenter.room().participants,
            presenter.results("pet").voters()
        ),
        (2_001, 1)
    );
}

#[test]
fn whoever_is_one_too_many_gets_in_by_themselves() {
    let peil = Peil::starts_where_join(5, 1.0);
    let presenter = room(&peil);
    let _inside: Vec<Socket> = (0..5).map(|_| enters(&peil, &presenter)).collect();
    let mut anna = peil.phone("Anna").goes_on_with(presenter.code());
    if waits(&mut anna) {
        until("Anna is in", || (!waits(&mut anna)).then_some(()));
    }
    anna.votes(option(2));
    assert_eq!(presenter.results("pet").voters(), 1);
    assert_eq!(presenter.room().participants, 6);
}

#[test]
fn by_whatever_way_they_come_the_longest_waiting_gets_in_first() {
    let peil = Peil::starts_where_join(1, NEVER);
    let presenter = room(&peil);
    let [mut anna, mut bob, mut carla] = peil.three_phones();
    // They open the page while there is still room, and press when there is none.
    for phone in [&mut anna, &mut bob, &mut carla] {
        phone.opens(presenter.code());
    }
    let forms: Vec<HtmlForm> = [&anna, &bob, &carla]
        .map(|phone| phone.filled(&option(1)))
        .into();
    let _inside = enters(&peil, &presenter);
    anna.sends(&forms[0]).expects(503);
    assert_eq!(anna.is_refused(503), "wait");
    assert_eq!(
        anna.form().filled("option"),
        ["1"],
        "what was chosen is kept"
    );
    let refused = bob.posts_frame(&vote());
    assert_eq!(refused.expects(503).problem().code, "wait");
    assert!(refused.header("retry-after").is_some());
    assert_eq!(carla.opens_socket("").opens().is_closed(), Some(4503));
    let asked = carla.asks_since(0);
    assert_eq!(asked.expects(503).problem().code, "wait");
    assert!(asked.header("retry-after").is_some());
    let mut dora = peil.phone("Dora").goes_on_with(presenter.code());
    assert!(waits(&mut dora));
    assert_eq!(
        presenter.organiser.gets(&presenter.path("")).json()["waiting"],
        4
    );
    assert_eq!(presenter.results("pet").voters(), 0);
    assert_eq!(
        peil.figure("peil_joins_waited_total"),
        Some(4.0),
        "each is counted once"
    );

    presenter.does(ControlPress::new("admit"));
    anna.sends(&forms[0]).assert_stored(presenter.code());
    assert_eq!(
        bob.posts_frame(&vote()).expects(200).json()["type"],
        "saved"
    );
    carla.follows().says(&vote()).hears("saved");
    assert!(!waits(&mut dora));
    assert_eq!(
        (
            presenter.room().participants,
            presenter.results("pet").voters()
        ),
        (5, 3)
    );
}

#[test]
fn whoever_is_in_never_waits_also_after_a_restart() {
    let mut peil = Peil::starts_where_join(2, NEVER);
    let presenter = room(&peil);
    let [mut anna, mut bob, mut carla] = peil.three_phones();
    anna.opens(presenter.code()).votes(option(1));
    let mut socket = bob.opens(presenter.code()).follows();
    carla.opens_and_waits(presenter.code());
    socket.says(&vote()).hears("saved");
    for restarts in 0..2 {
        assert_eq!(
            (chose(&mut anna), chose(&mut bob)),
            (vec!["1".to_owned()], vec!["1".to_owned()])
        );
        assert_eq!(
            bob.posts_frame(&vote()).expects(200).json()["type"],
            "saved",
            "after {restarts} restarts"
        );
        bob.follows();
        anna.asks_since(0).expects(200);
        peil.kill_9();
        peil.start_again();
    }
    // A bucket is full again after a restart: two more come in.
    assert!(!waits(&mut carla));
    enters(&peil, &presenter);
    assert!(waits(
        &mut peil.phone("Dora").goes_on_with(presenter.code())
    ));
    assert_eq!(presenter.room().participants, 4);
}

#[test]
fn a_bucket_is_of_one_room_and_an_organiser_who_expects_more_has_a_larger_one() {
    let peil = Peil::starts_where_join(1, NEVER);
    let deck = peil.organiser().uploads(&sample([SampleQuestion::Choice]));
    let rooms = [None, Some(1), Some(2)].map(|expected| {
        let wanted = json!({ "deck": deck.deck, "expected": expected });
        let opened = peil
            .organiser()
            .posts("/api/v1/rooms", &wanted)
            .expects(201)
            .json();
        (
            expected,
            opened["code"]
                .as_str()
                .expect("a room has a code")
                .to_owned(),
            opened["room"].clone(),
        )
    });
    for (expected, code, room) in rooms {
        let fits = expected.map_or(1, |expected| 4 * expected);
        for number in 0..fits + 2 {
            let mut socket = peil
                .phone("somebody")
                .goes_on_with(&code)
                .opens_socket("")
                .opens();
            let greeted = socket.tries_to_hear(&["hello"]).is_some();
            assert_eq!(
                greeted,
                number < fits,
                "{number} where {expected:?} are expected"
            );
        }
        let room = room.as_str().expect("a room has a name");
        let shown = peil
            .organiser()
            .gets(&format!("/api/v1/rooms/{room}"))
            .json();
        assert_eq!(
            (&shown["expected"], &shown["participants"]),
            (&json!(expected), &json!(fits))
        );
    }
    for wrong in [
        json!(0),
        json!(-1),
        json!(200_001),
        json!("veel"),
        json!(2.5),
    ] {
        let wanted = json!({ "deck": deck.deck, "expected": wrong });
        assert_eq!(
            peil.organiser()
                .posts("/api/v1/rooms", &wanted)
                .expects(400)
                .problem()
                .code,
            "malformed",
            "{wrong}"
        );
    }
}

#[test]
fn hosts_behind_the_stage_are_told_who_waits_and_let_them_in_or_leave_them() {
    let peil = Peil::starts_where_join(1, NEVER);
    let presenter = room(&peil);
    let _inside = enters(&peil, &presenter);
    let [mut anna, mut bob, _] = peil.three_phones();
    anna.opens_and_waits(presenter.code());
    let hosts = [
        ("presenter", &presenter.started.presenter_url),
        ("remote", &presenter.started.remote_url),
    ];
    let sentence = "Er wacht 1 deelnemer vanaf één netwerk";
    for (role, link) in hosts {
        let mut host = peil.visitor(role);
        host.goes(link).expects(200);
        host.sees(sentence).sees("Laat binnen").sees("Laat wachten");
        let path = format!(
            "/rooms/{}/live?protocol=3&role={role}",
            presenter.started.room
        );
        let mut socket = host.opens_socket(&path).greeted();
        socket.sees(|view| {
            view["waiting"] == json!({ "participants": 1, "networks": 1, "asked": true })
        });
    }
    for (role, link) in [
        ("stage", &presenter.started.stage_url),
        ("moderator", &presenter.started.moderator_url),
    ] {
        let mut host = peil.visitor(role);
        host.goes(link).expects(200);
        host.does_not_see(sentence);
    }
    presenter.does(ControlPress::new("wait"));
    let mut remote = peil.visitor("remote").with_origin(&peil.address().origin());
    remote.goes(&presenter.started.remote_url);
    remote
        .sees(sentence)
        .sees("Laat binnen")
        .does_not_see("Laat wachten");
    bob.opens_and_waits(presenter.code());
    remote.goes(&presenter.started.remote_url);
    remote
        .sees("Er wachten 2 deelnemers vanaf één netwerk")
        .sees("Laat wachten");
    let admits = |form: &HtmlForm| form.filled("do") == ["admit"];
    let form = remote
        .page()
        .forms()
        .into_iter()
        .find(admits)
        .expect("there is a button");
    remote.sends(&form).expects(303);
    remote.does_not_see("vanaf één netwerk");
    assert!(!waits(&mut anna) && !waits(&mut bob));
    assert_eq!(presenter.room().participants, 3);
}

#[test]
fn where_all_come_through_a_proxy_that_is_not_believed_the_missing_setting_is_named() {
    let (first, notice) = ("--trusted-proxy", "unheard_proxy");
    for (options, forwarded, named) in [
        (vec![], true, true),
        (vec![], false, false),
        (vec!["--trusted-proxy=127.0.0.0/8".to_owned()], true, false),
    ] {
        let peil = Peil::starts_with(tests::Setup {
            options,
            ..Default::default()
        });
        let presenter = room(&peil);
        for number in 0..60 {
            let opening = peil
                .phone("somebody")
                .goes_on_with(presenter.code())
                .opens_socket("");
            let address = format!("198.51.100.{number}");
            let opening = if forwarded {
                opening.with("x-forwarded-for", &address)
            } else {
                opening
            };
            opening.greeted();
        }
        // What the log says is written a moment later.
        let says = || peil.logs().contains(first).then_some(());
        if named {
            until("the log names the setting", says);
        }
        let mut owner = peil.visitor("the organiser");
        owner
            .goes(peil.sign_in().expect("nobody has signed in yet"))
            .expects(200);
        assert_eq!(owner.page().source().contains(notice), named, "at the desk");
        owner
            .goes(&format!("/desk/rooms/{}", presenter.started.room))
            .expects(200);
        assert_eq!(owner.page().source().contains(notice), named, "at the room");
        let doctor = tests::Terminal::runs_on(&peil, &["doctor"]);
        assert_eq!(doctor.said().contains(first), named, "{doctor:?}");
        assert_eq!(
            peil.logs().matches(first).count(),
            usize::from(named),
            "it is said once"
        );
    }
}

#[test]
fn an_answer_that_had_to_wait_is_typed_once() {
    let peil = Peil::starts_where_join(1, NEVER);
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Open]));
    presenter.opens("ideas");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let form = anna.filled(&text("Een bankje in de zon"));
    let _inside = enters(&peil, &presenter);
    anna.sends(&form).expects(503);
    assert_eq!(anna.form().filled("text"), ["Een bankje in de zon"]);
    presenter.does(ControlPress::new("admit"));
    let again = anna.form();
    anna.sends(&again).assert_stored(presenter.code());
    assert_eq!(
        presenter.results("ideas").texts(),
        [("Een bankje in de zon".to_owned(), 0)]
    );
}

#[test]
fn how_many_may_join_can_stand_in_the_settings_file_as_numbers() {
    let mut peil = Peil::starts();
    peil.terminate();
    std::fs::write(
        peil.beside().join("peil.toml"),
        "join-burst = 1\njoin-rate = 0.001\n",
    )
    .expect("a folder of ours");
    peil.start_again();
    let presenter = room(&peil);
    let _inside = enters(&peil, &presenter);
    peil.phone("Anna").opens_and_waits(presenter.code());
}
