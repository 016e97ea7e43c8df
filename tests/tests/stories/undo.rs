//! What nobody skips by accident, and what everybody can take back.

use tests::{
    ControlPress, HtmlForm, Peil, Presenter, RoomState, SampleQuestion, Visitor, option, sample,
};

fn three(peil: &Peil) -> Presenter {
    peil.organiser().starts(&sample([
        SampleQuestion::Choice,
        SampleQuestion::Words,
        SampleQuestion::Scale,
    ]))
}

/// Whoever opened one of the room's links.
fn host(peil: &Peil, link: &str) -> Visitor {
    let mut host = peil.visitor("a host").with_origin(&peil.address().origin());
    host.goes(link).expects(200);
    host
}

/// The buttons on a host's page that do this.
fn buttons(host: &Visitor, what: &str) -> Vec<HtmlForm> {
    let forms = host.page().forms().into_iter();
    forms
        .filter(|form| form.action.ends_with("/control") && form.filled("do") == [what])
        .collect()
}

#[track_caller]
fn button(host: &Visitor, what: &str) -> HtmlForm {
    buttons(host, what)
        .into_iter()
        .next()
        .unwrap_or_else(|| panic!("no button {what}: {}", host.page().text()))
}

#[test]
fn a_second_press_on_the_same_page_does_nothing() {
    let peil = Peil::starts();
    for (what, pressed_twice) in ["next", "previous", "close", "hide", "reset", "undo"]
        .map(|what| [(what, true), (what, false)])
        .concat()
    {
        let presenter = three(&peil);
        presenter.goes("pet");
        presenter.goes("words");
        let mut remote = host(&peil, &presenter.started.remote_url);
        let pressed = button(&remote, what);
        remote.sends(&pressed).expects(303);
        assert_eq!(presenter.room().controls, 3, "{what}");
        if pressed_twice {
            let reply = remote.sends(&pressed);
            assert_eq!(
                (reply.status, reply.refusal().as_str()),
                (409, "moved"),
                "{what}"
            );
            assert_eq!(presenter.room().controls, 3, "{what}");
        } else {
            // Whoever looks again and presses then is meant.
            remote
                .goes(&format!("/rooms/{}/remote", presenter.started.room))
                .expects(200);
            let fresh = buttons(&remote, "undo")
                .pop()
                .unwrap_or_else(|| panic!("no way back from {what}"));
            remote.sends(&fresh).expects(303);
            assert_eq!(presenter.room().controls, 4, "{what}");
        }
    }
}

#[test]
fn two_presenters_who_press_at_once_move_one_slide() {
    let peil = Peil::starts();
    let presenter = three(&peil);
    let seen = presenter.next().controls;
    let press = || {
        presenter
            .presses(&ControlPress::new("next").after(seen))
            .status
    };
    let statuses = std::thread::scope(|scope| {
        let both = [scope.spawn(press), scope.spawn(press), scope.spawn(press)];
        let mut statuses = both.map(|press| press.join().expect("nobody panics"));
        statuses.sort_unstable();
        statuses
    });
    assert_eq!(statuses, [200, 409, 409]);
    assert_eq!(presenter.room().position.as_deref(), Some("words"));
}

#[test]
fn a_desk_page_from_before_does_nothing_and_says_so() {
    let peil = Peil::starts();
    let presenter = three(&peil);
    presenter.next();
    let mut desk = peil
        .visitor("the desk")
        .with_origin(&peil.address().origin());
    desk.goes(peil.sign_in().expect("a new folder has no owner yet"))
        .expects(200);
    let page = format!("/desk/rooms/{}", presenter.started.room);
    for what in ["next", "reset", "close", "end", "undo"] {
        desk.goes(&page).expects(200);
        let old = button(&desk, what);
        presenter.does(ControlPress::new("hide"));
        presenter.does(ControlPress::new("show"));
        let before = presenter.room();
        let reply = desk.sends(&old);
        assert_eq!(
            (reply.status, reply.refusal().as_str()),
            (409, "moved"),
            "{what}"
        );
        assert_eq!(presenter.room().controls, before.controls, "{what}");
        // The page that says so is as the room is now.
        let now = button(&desk, "next");
        assert_eq!(now.filled("after"), [before.controls.to_string()], "{what}");
    }
}

#[test]
fn who_says_nothing_of_what_they_saw_is_not_compared() {
    let peil = Peil::starts();
    let presenter = three(&peil);
    presenter.next();
    presenter.next();
    assert_eq!(presenter.next().position.as_deref(), Some("statements"));
    let controls = presenter.room().controls;
    for after in [controls + 1, controls - 1, 0] {
        assert_eq!(
            presenter
                .may_not(ControlPress::new("previous").after(after))
                .code,
            "moved"
        );
    }
    assert_eq!(
        presenter
            .does(ControlPress::new("previous").after(controls))
            .position
            .as_deref(),
        Some("words")
    );
}

#[test]
fn a_new_round_by_accident_is_taken_back_with_all_its_answers() {
    let mut peil = Peil::starts();
    let presenter = three(&peil);
    presenter.opens("pet");
    let [mut anna, mut bob, _] = peil.three_phones();
    anna.opens(presenter.code()).votes(option(1));
    presenter.resets();
    bob.opens(presenter.code()).votes(option(2));
    let room = presenter.does(ControlPress::new("undo"));
    assert_eq!(
        (room.slide("pet").round, room.slide("pet").rounds),
        (Some(1), Some(2))
    );
    assert_eq!(
        (room.slide("pet").answers, room.is_open("pet")),
        (Some(1), true)
    );
    // Also after the server was started anew, and with nothing lost.
    peil.kill_9();
    peil.start_again();
    assert_eq!(presenter.room().slide("pet").answers, Some(1));
    anna.looks();
    assert_eq!(
        anna.form().filled("option"),
        ["1"],
        "her answer is hers again"
    );
    let shown = presenter.does(ControlPress::new("show").round(2));
    assert_eq!(
        shown.slide("pet").round,
        Some(1),
        "showing an earlier round changes none"
    );
    let mut stage = host(&peil, &presenter.started.stage_url);
    stage.sees("Ronde 2");
    assert_eq!(
        presenter.may_not(ControlPress::new("show").round(3)).code,
        "unknown_round"
    );
    presenter.does(ControlPress::new("show").round(1));
    stage
        .goes(&format!("/rooms/{}/stage", presenter.started.room))
        .expects(200);
    stage.does_not_see("Ronde");
    assert_eq!(presenter.resets().slide("pet").round, Some(3));
}

#[test]
fn an_end_by_accident_is_taken_back_at_the_desk() {
    let peil = Peil::starts();
    let presenter = three(&peil);
    presenter.opens("pet");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code()).votes(option(1));
    assert_eq!(presenter.ends().state, RoomState::Ended);
    assert_eq!(presenter.may_not(ControlPress::new("undo")).code, "ended");
    let mut remote = host(&peil, &presenter.started.remote_url);
    remote.sends(&button(&remote, "resume")).expects(303);
    let room = presenter.room();
    assert_eq!((room.state, room.is_open("pet")), (RoomState::Live, true));
    anna.looks().votes(option(2));
    assert_eq!(presenter.results("pet").votes(), [0, 1, 0]);
    assert_eq!(
        presenter.may_not(ControlPress::new("resume")).code,
        "not_resumable"
    );
}

#[test]
fn a_control_that_is_none_is_said_to_be_none() {
    let peil = Peil::starts();
    let presenter = three(&peil);
    let organiser = peil.organiser();
    for body in [
        serde_json::json!({ "do": "next", "after": -1 }),
        serde_json::json!({ "do": "next", "after": "twee" }),
        serde_json::json!({ "do": "show", "round": -1 }),
        serde_json::json!({ "do": "show", "round": 1.5 }),
        serde_json::json!({ "do": "undo", "after": [] }),
        serde_json::json!({ "do": "redo" }),
    ] {
        organiser
            .posts(&presenter.path("/control"), &body)
            .expects(400)
            .problem();
    }
    assert_eq!(presenter.room().controls, 0);
}

/// What one host presses of these, in an order of its own, always on what they see by then.
fn presses_at_random(presenter: &Presenter, host: u64) -> usize {
    let moves = [
        "next", "previous", "close", "open", "hide", "show", "reset", "undo", "vote",
    ];
    let mut done = 0;
    for turn in 0..40_u64 {
        // Knuth's multiplier: three orders that are the same in every run.
        let mixed = (host * 1_000 + turn).wrapping_mul(2_654_435_761) >> 7;
        let what = moves[mixed as usize % moves.len()];
        let seen = presenter.room().controls;
        let reply = presenter.presses(&ControlPress::new(what).after(seen));
        match reply.status {
            200 => done += 1,
            409 | 422 => {}
            other => panic!("{what}: {other} {}", reply.text()),
        }
    }
    done
}

/// Three hosts press whatever they like, and take things back, at the same time. Nothing is done
/// twice or lost: the room is where its journal says, after a kill too.
#[test]
fn three_hosts_at_once_leave_the_room_where_its_journal_says() {
    let mut peil = Peil::starts();
    let presenter = three(&peil);
    let [mut anna, mut bob, _] = peil.three_phones();
    presenter.next();
    anna.opens(presenter.code()).votes(option(1));
    bob.opens(presenter.code()).votes(option(2));
    let begun = presenter.room().controls;
    let done: usize = std::thread::scope(|scope| {
        let presenter = &presenter;
        let hosts = [1, 2, 3].map(|host| scope.spawn(move || presses_at_random(presenter, host)));
        let each = hosts.map(|host| host.join().expect("nobody panics"));
        assert!(each.iter().all(|done| *done > 3), "{each:?}");
        each.iter().sum()
    });
    let steady = || {
        let room = presenter.room();
        let export = presenter
            .organiser
            .gets(&presenter.path("/export?format=json"));
        let export = export.expects(200).json();
        let asked = export["questions"].as_array().expect("a list").clone();
        let slides = room
            .slides
            .iter()
            .map(|slide| (slide.id.clone(), slide.open, slide.round));
        (
            room.controls,
            room.position,
            slides.collect::<Vec<_>>(),
            asked,
        )
    };
    let before = steady();
    assert!(
        before.0 <= begun + done as u64,
        "no control has two numbers: {} of {done}",
        before.0 - begun
    );
    let voted: u64 = before.3[0]["rounds"]
        .as_array()
        .expect("rounds")
        .iter()
        .map(|round| round["results"]["voters"].as_u64().unwrap_or(0))
        .sum();
    assert_eq!(
        voted, 2,
        "whoever answered is in the round that they answered in"
    );
    peil.kill_9();
    peil.start_again();
    assert_eq!(steady(), before);
}
