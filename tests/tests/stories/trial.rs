//! A room that is tried out with its real code, and then begins: nothing of what was tried out is
//! left anywhere.

use serde_json::{Value, json};
use tests::{ControlPress, Peil, Phone, Presenter, SampleQuestion, option, sample, text};

const SECRET: &str = "Alleen-maar-om-te-kijken";

fn tried_out(peil: &Peil) -> Presenter {
    peil.organiser()
        .tries_out(&sample([SampleQuestion::Open, SampleQuestion::Choice]))
}

fn made_up(presenter: &Presenter, votes: u64) -> tests::Reply {
    let control = json!({ "do": "trial", "votes": votes });
    presenter
        .organiser
        .posts(&presenter.path("/control"), &control)
}

fn is_trial(presenter: &Presenter) -> bool {
    let room = presenter.organiser.gets(&presenter.path("")).json();
    room["trial"]
        .as_bool()
        .expect("a room says whether it is tried out")
}

fn exported(presenter: &Presenter) -> String {
    presenter
        .organiser
        .gets(&presenter.path("/export?format=json"))
        .text()
}

#[test]
fn nothing_of_a_trial_is_left_once_the_room_begins() {
    let mut peil = Peil::starts();
    let presenter = tried_out(&peil);
    assert!(is_trial(&presenter));
    let [mut anna, mut bob, mut carla] = peil.three_phones();
    presenter.opens("ideas");
    anna.opens(presenter.code())
        .sees("Proef: dit telt nog niet mee.");
    anna.votes(text(SECRET));
    presenter.opens("pet");
    made_up(&presenter, 142).expects(200);
    bob.opens(presenter.code()).votes(option(1));
    let mut follows = carla.opens(presenter.code()).follows();
    follows.sees(|view| view["trial"] == json!(true));
    assert_eq!(presenter.results("pet").voters(), 143);
    assert_eq!(presenter.room().participants, 145);

    presenter.does(ControlPress::new("begin"));
    assert!(!is_trial(&presenter));
    follows.sees(|view| view["trial"].is_null() && view["phase"] == "ready");
    assert!(!exported(&presenter).contains(SECRET));
    let whoever_came = |presenter: &Presenter| presenter.room().participants;
    assert_eq!(whoever_came(&presenter), 3, "who came early is in");
    assert_eq!(presenter.results("pet").voters(), 0);
    anna.looks().does_not_see("Proef:");

    presenter.opens("pet");
    for (phone, chosen) in [(&mut anna, 2), (&mut bob, 2)] {
        phone.looks().votes(option(chosen));
    }
    for _ in 0..2 {
        assert_eq!(presenter.results("pet").voters(), 2);
        assert_eq!(whoever_came(&presenter), 3);
        assert!(!is_trial(&presenter));
        peil.kill_9();
        peil.start_again();
    }
}

#[test]
fn a_room_that_counts_is_tried_out_by_nobody() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let refused = |reply: tests::Reply, status: u16, code: &str| {
        assert_eq!(reply.expects(status).problem().code, code);
    };
    refused(made_up(&presenter, 10), 409, "not_trial");
    refused(
        presenter.presses(&ControlPress::new("begin")),
        409,
        "not_trial",
    );
    assert_eq!(presenter.results("pet").voters(), 0);

    let tried = tried_out(&peil);
    refused(made_up(&tried, 10), 409, "not_a_question");
    tried.opens("pet");
    refused(made_up(&tried, 0), 400, "malformed");
    refused(made_up(&tried, 1_001), 400, "malformed");
    made_up(&tried, 1_000).expects(200);
    tried.does(ControlPress::new("close"));
    refused(made_up(&tried, 10), 409, "closed");
    assert_eq!(tried.results("pet").voters(), 1_000);
    let seen = tried.organiser.gets(&tried.path("")).json()["controls"].clone();
    let seen = seen.as_u64().expect("a room numbers its controls");
    refused(
        tried.presses(&ControlPress::new("begin").after(seen - 1)),
        409,
        "moved",
    );
    tried.does(ControlPress::new("begin").after(seen));
    refused(tried.presses(&ControlPress::new("begin")), 409, "not_trial");
}

/// Every kind that can be played.
#[test]
fn made_up_people_answer_every_kind() {
    let peil = Peil::starts();
    let presenter = peil.organiser().tries_out(&sample(SampleQuestion::ALL));
    let slides = presenter.room().slides;
    let questions: Vec<String> = slides
        .iter()
        .filter(|slide| slide.round.is_some())
        .map(|slide| slide.id.clone())
        .collect();
    assert!(questions.len() >= SampleQuestion::ALL.len());
    for question in questions {
        presenter.opens(&question);
        made_up(&presenter, 25).expects(200);
        made_up(&presenter, 5).expects(200);
        assert_eq!(presenter.results(&question).voters(), 30, "{question}");
    }
    assert_eq!(
        presenter.room().participants,
        30,
        "the same people all along"
    );
}

#[test]
fn an_ended_trial_begins_as_any_other() {
    let peil = Peil::starts();
    let presenter = tried_out(&peil);
    presenter.opens("pet");
    made_up(&presenter, 3).expects(200);
    presenter.does(ControlPress::new("end"));
    presenter.does(ControlPress::new("begin"));
    let mut anna: Phone = peil.phone("Anna");
    presenter.opens("pet");
    anna.opens(presenter.code()).votes(option(1));
    assert_eq!(presenter.results("pet").voters(), 1);
    let rooms: Value = presenter.organiser.gets("/api/v1/rooms").json();
    assert!(rooms[0]["ended_at"].is_null(), "{rooms}");
}

#[test]
fn a_room_that_is_planned_says_when_it_is_and_is_tried_out_until_it_begins() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    let deck = organiser.uploads(&sample([SampleQuestion::Choice]));
    let asked = |planned: &str| json!({ "deck": deck.deck, "planned": planned, "expected": 168 });
    for wrong in [
        "12-12-2026",
        "2026-02-30T13:30",
        "2026-12-12T13:30:00Z",
        "2020-12-12T13:30",
    ] {
        let refused = organiser.posts("/api/v1/rooms", &asked(wrong));
        assert_eq!(refused.expects(400).problem().code, "malformed", "{wrong}");
    }
    let presenter = organiser.starts_as(&asked("2031-12-12T13:30"));
    assert!(is_trial(&presenter));
    let listed = organiser.gets("/api/v1/rooms").json();
    assert_eq!(listed[0]["planned"], "2031-12-12T13:30");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code())
        .sees("We beginnen op 12 december 2031 om 13.30 uur.");
    presenter.does(ControlPress::new("begin"));
    anna.looks()
        .sees("We beginnen op 12 december 2031 om 13.30 uur.");
    presenter.opens("pet");
    anna.looks().does_not_see("december");
    anna.votes(option(1));
    assert_eq!(presenter.results("pet").voters(), 1);
}
