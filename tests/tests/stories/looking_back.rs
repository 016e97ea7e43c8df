//! A room that has ended: the stage goes through it once more, and for everybody else it stays
//! ended.

use serde_json::json;
use tests::{
    ControlPress, HtmlForm, Peil, Presenter, RoomState, SampleQuestion, Visitor, option, sample,
    words,
};

fn host(peil: &Peil, link: &str) -> Visitor {
    let mut host = peil.visitor("a host").with_origin(&peil.address().origin());
    host.goes(link).expects(200);
    host
}

#[track_caller]
fn button(host: &Visitor, wanted: &[(&str, &str)]) -> HtmlForm {
    let is_it = |form: &HtmlForm| {
        wanted
            .iter()
            .all(|(name, value)| form.filled(name) == [*value])
    };
    let mut forms = host
        .page()
        .forms()
        .into_iter()
        .filter(|form| form.action.ends_with("/control"));
    forms
        .find(is_it)
        .unwrap_or_else(|| panic!("no button {wanted:?}: {}", host.page().text()))
}

/// A room with answers, two rounds and a hidden word, that has ended.
fn played(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(&sample([
        SampleQuestion::Choice,
        SampleQuestion::Words,
        SampleQuestion::Scale,
    ]));
    let [mut anna, mut bob, _] = peil.three_phones();
    presenter.opens("pet");
    anna.opens(presenter.code()).votes(option(1));
    presenter.resets();
    anna.looks().votes(option(2));
    presenter.opens("words");
    anna.looks().votes(words(["rust", "onzin"]));
    bob.opens(presenter.code()).votes(words(["rust"]));
    presenter
        .organiser
        .posts(
            &presenter.path("/moderate"),
            &json!({ "do": "hide", "word": "onzin" }),
        )
        .expects(200);
    presenter.ends();
    presenter
}

/// Nothing on the page leads anybody into the room.
#[track_caller]
fn asks_nobody_in(page: &Visitor, presenter: &Presenter) {
    let code = presenter.code();
    let text = page.page().text();
    assert!(
        !text.contains(code) && !text.contains(&format!("{} {}", &code[..4], &code[4..])),
        "{text}"
    );
    assert_eq!(page.page().all(".qr").len(), 0, "{text}");
}

#[test]
fn every_page_of_a_host_walks_the_stage_through_a_room_that_is_over() {
    let mut peil = Peil::starts();
    let presenter = played(&peil);
    let room = presenter.started.room.clone();
    let page = |of: &str| format!("/rooms/{room}/{of}");
    let mut stage = host(&peil, &presenter.started.stage_url);
    stage.sees("Bedankt voor het meedoen");
    asks_nobody_in(&stage, &presenter);

    let mut remote = host(&peil, &presenter.started.remote_url);
    remote
        .sends(&button(&remote, &[("do", "previous")]))
        .expects(303);
    stage.goes(&page("stage")).expects(200);
    stage
        .sees("Waar denk je aan?")
        .sees("rust")
        .does_not_see("onzin");
    asks_nobody_in(&stage, &presenter);
    remote.goes(&page("remote")).expects(200);
    assert!(remote.page().forms().iter().all(|form| {
        !["open", "close", "vote", "reset"].contains(&form.filled("do").concat().as_str())
    }));

    let mut desk = peil
        .visitor("the desk")
        .with_origin(&peil.address().origin());
    desk.goes(
        peil.sign_in()
            .unwrap_or_else(|| panic!("there is no owner yet")),
    )
    .expects(200);
    desk.goes(&format!("/desk/rooms/{room}")).expects(200);
    desk.sends(&button(&desk, &[("do", "go"), ("slide", "pet")]))
        .expects(303);
    desk.goes(&format!("/desk/rooms/{room}")).expects(200);
    stage.goes(&page("stage")).expects(200);
    stage.sees("Welk huisdier?").does_not_see("Ronde 1");
    desk.sends(&button(&desk, &[("do", "show"), ("round", "1")]))
        .expects(303);
    stage.goes(&page("stage")).expects(200);
    stage.sees("Ronde 1");

    // Where it was, whatever happens to the server.
    peil.kill_9();
    peil.start_again();
    stage.goes(&page("stage")).expects(200);
    stage.sees("Welk huisdier?").sees("Ronde 1");
    asks_nobody_in(&stage, &presenter);
    let mut own = host(&peil, &presenter.started.presenter_url);
    own.goes(&page("presenter")).expects(200);
    own.sees("Welk huisdier?");
    asks_nobody_in(&own, &presenter);
    assert_eq!(
        presenter.does(ControlPress::new("undo")).state,
        RoomState::Ended
    );
    presenter.does(ControlPress::new("end"));
    stage.goes(&page("stage")).expects(200);
    stage.sees("Bedankt voor het meedoen");
}

#[test]
fn how_to_join_is_shown_by_no_means_once_all_is_over() {
    let peil = Peil::starts();
    let presenter = played(&peil);
    let mut stage = host(&peil, &presenter.started.stage_url);
    let page = format!("/rooms/{}/stage", presenter.started.room);
    for (screen, slide) in [
        ("join", None),
        ("join", Some("pet")),
        ("slides", Some("#1")),
        ("slides", Some("statements")),
    ] {
        slide
            .into_iter()
            .for_each(|slide| drop(presenter.does(ControlPress::new("go").of(slide))));
        presenter
            .organiser
            .posts(&presenter.path("/screen"), &json!({ "screen": screen }))
            .expects(204);
        stage.goes(&page).expects(200);
        asks_nobody_in(&stage, &presenter);
    }
}

#[test]
fn phones_and_answers_never_notice_that_the_stage_looks_back() {
    let peil = Peil::starts();
    let presenter = played(&peil);
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let before = anna.page().text();
    let mut socket = anna.follows();
    socket.fences();
    let views = socket.count("view");
    let results = presenter.all_results().len();
    for control in [
        ControlPress::new("previous"),
        ControlPress::new("go").of("pet"),
        ControlPress::new("show").of("pet").round(1),
        ControlPress::new("hide").of("pet"),
        ControlPress::new("undo"),
        ControlPress::new("next"),
        ControlPress::new("go").of("#3"),
        ControlPress::new("next"),
    ] {
        presenter.does(control);
    }
    for what in ["open", "close", "vote", "reset", "end"] {
        assert_eq!(
            presenter.may_not(ControlPress::new(what).of("pet")).code,
            "ended",
            "{what}"
        );
    }
    for what in ["show", "hide"] {
        assert_eq!(
            presenter
                .may_not(ControlPress::new(what).of("pet").on("phones"))
                .code,
            "ended",
            "{what}"
        );
    }
    assert_eq!(anna.looks().page().text(), before);
    socket.fences();
    assert_eq!(socket.count("view"), views, "no phone was shown anything");
    assert_eq!(presenter.all_results().len(), results);
    let room = presenter.does(ControlPress::new("resume"));
    assert_eq!(
        (room.state, room.position.as_deref()),
        (RoomState::Live, Some("words"))
    );
}

#[test]
fn a_field_that_no_order_has_is_refused_by_its_name() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let controls = presenter.room().controls;
    for (path, body, name) in [
        ("/control", json!({ "do": "go", "slied": "pet" }), "slied"),
        ("/control", json!({ "do": "hide", "On": "phones" }), "On"),
        ("/control", json!({ "do": "show", "rounds": 1 }), "rounds"),
        ("/control", json!({ "do": "next", "afer": 0 }), "afer"),
        ("/control", json!({ "do": "next", "": 1 }), ""),
        (
            "/control",
            json!({ "do": "reset", "question": "pet" }),
            "question",
        ),
        (
            "/control",
            json!({ "do": "door", "to": "closed", "for": 5 }),
            "for",
        ),
        ("/control", json!({ "do": "admit", "who": "all" }), "who"),
        ("/control", json!({ "do": "wait", "slide": "pet" }), "slide"),
        ("/screen", json!({ "screen": "blank", "on": true }), "on"),
        ("/links", json!({ "role": "stage", "rol": "stage" }), "rol"),
        (
            "/moderate",
            json!({ "do": "hide", "word": "x", "questoin": "pet" }),
            "questoin",
        ),
    ] {
        let problem = presenter
            .organiser
            .posts(&presenter.path(path), &body)
            .expects(400)
            .problem();
        assert_eq!(problem.code, "malformed", "{body}");
        assert!(
            problem.sentence.contains(&format!("`{name}`")),
            "{body}: {}",
            problem.sentence
        );
    }
    let room = presenter.room();
    assert_eq!((room.controls, room.is_open("pet")), (controls, true));
    peil.phone("Anna").opens(presenter.code()).votes(option(1));
}
