//! A flood of people is removed by when they joined: they leave every figure, hear so, and can come
//! back.

use serde_json::{Value, json};
use tests::{Peil, Phone, Presenter, SampleQuestion, option, sample, text};

/// When the open answer with that text came in.
fn at(presenter: &Presenter, words: &str) -> String {
    let results = presenter.organiser.gets(&presenter.path("/results")).json();
    let questions = results["questions"].as_array().into_iter().flatten();
    let mut answers = questions
        .flat_map(|question| question["answers"].as_array())
        .flatten();
    let answer = answers
        .find(|answer| answer["text"] == words)
        .unwrap_or_else(|| panic!("no {words:?}: {results}"));
    answer["at"].as_str().expect("a moment").to_owned()
}

fn exports(presenter: &Presenter) -> Vec<String> {
    let queries = [
        "format=csv&shape=long",
        "format=csv&shape=wide",
        "format=json",
    ];
    let seq = |text: &String| {
        text.lines()
            .filter(|line| !line.contains("\"seq\""))
            .map(str::to_owned)
            .collect::<Vec<_>>()
            .join("\n")
    };
    queries
        .map(|query| seq(&presenter.exports(query).text()))
        .into()
}

struct FloodedRoom {
    presenter: Presenter,
    anna: Phone,
    intruders: Vec<Phone>,
    between: Value,
}

/// Anna adds something; then three more come, add something each and vote for hers.
fn flood(peil: &Peil) -> FloodedRoom {
    let presenter = peil
        .organiser()
        .starts(&sample([SampleQuestion::Open, SampleQuestion::Choice]));
    presenter.opens("ideas");
    let mut anna = peil.phone("Anna");
    // They join when they look again, with their cookie, and so before they answer.
    anna.opens(presenter.code()).looks().votes(text("Moestuin"));
    let intruders = ["Een", "Twee", "Drie"].map(|name| {
        let mut phone = peil.phone(name);
        phone
            .opens(presenter.code())
            .looks()
            .votes(text(&format!("Koop nu {name}")));
        phone.looks().votes_up("Moestuin");
        phone
    });
    let between = json!({ "joined_from": at(&presenter, "Moestuin"), "joined_to": at(&presenter, "Koop nu Drie") });
    FloodedRoom {
        presenter,
        anna,
        intruders: intruders.into(),
        between,
    }
}

impl FloodedRoom {
    fn does(&self, what: &str) -> Value {
        let path = self.presenter.path(&format!("/participants/{what}"));
        self.presenter
            .organiser
            .posts(&path, &self.between)
            .expects(200)
            .json()
    }
}

#[test]
fn a_flood_leaves_every_figure_and_comes_back_as_it_was() {
    let mut peil = Peil::starts();
    let flood = flood(&peil);
    let (before, presenter) = (exports(&flood.presenter), &flood.presenter);
    let removed = flood.does("remove");
    assert_eq!(
        (&removed["participants"], &removed["answers"]),
        (&json!(3), &json!(3))
    );
    assert_eq!(
        presenter.results("ideas").texts(),
        [("Moestuin".to_owned(), 0)]
    );
    let room = presenter.organiser.gets(&presenter.path("")).json();
    assert_eq!(
        (&room["participants"], &room["seq"]),
        (&json!(1), &removed["seq"])
    );
    let without = exports(presenter).concat();
    assert!(
        !without.contains("Koop nu") && !without.contains("P2"),
        "{without}"
    );
    assert_eq!(
        flood.does("remove")["participants"],
        0,
        "nobody is left of them"
    );
    peil.kill_9();
    peil.start_again();
    assert_eq!(
        presenter.results("ideas").texts(),
        [("Moestuin".to_owned(), 0)]
    );
    let returned = flood.does("return");
    assert_eq!(
        (&returned["participants"], &returned["answers"]),
        (&json!(3), &json!(3))
    );
    assert_eq!(exports(presenter), before);
}

#[test]
fn who_was_removed_is_told_and_joins_as_somebody_new_in_that_room_alone() {
    let peil = Peil::starts();
    let other = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    other.opens("pet");
    let mut flood = flood(&peil);
    let code = flood.presenter.code().to_owned();
    let mut een = flood.intruders.remove(0);
    een.opens(other.code()).votes(option(2));
    een.opens(&code);
    let form = een.filled(&text("Nog een"));
    let mut socket = een.follows();
    flood.does("remove");
    let add = json!({ "type": "add", "question": "ideas", "round": 1, "key": "k9", "turn": 1, "text": "Koop" });
    assert_eq!(
        socket.is_closed(),
        Some(4410),
        "also over the socket that was open, at once"
    );
    for reply in [een.posts_frame(&add), een.asks_since(0)] {
        assert_eq!(reply.expects(409).problem().code, "removed");
    }
    assert_eq!(
        een.opens_socket("").opens().is_closed(),
        Some(4410),
        "no new socket"
    );
    een.sends(&form);
    assert_eq!(een.is_refused(409), "removed");
    assert_eq!(
        flood.presenter.results("ideas").texts().len(),
        1,
        "nothing was stored of all that"
    );
    een.sees("Vanaf nu doe je mee als nieuwe deelnemer");
    een.sends(&form).assert_stored(&code);
    assert_eq!(
        flood.presenter.results("ideas").texts().len(),
        2,
        "they take part as somebody new"
    );
    let mut twee = flood.intruders.remove(0);
    twee.looks()
        .sees("Vanaf nu doe je mee als nieuwe deelnemer");
    twee.looks()
        .does_not_see("Vanaf nu doe je mee als nieuwe deelnemer");
    een.opens(other.code());
    assert_eq!(
        other.results("pet").voters(),
        1,
        "the other room knows them as before"
    );
    een.votes(option(3));
    assert_eq!(other.results("pet").voters(), 1);
    assert_eq!(
        flood.does("return")["participants"],
        1,
        "two have joined again and count once"
    );
    assert_eq!(flood.presenter.room().participants, 4);
    flood.anna.looks().sees("Moestuin");
}

#[test]
fn only_the_organiser_removes_and_only_between_two_moments() {
    let peil = Peil::starts();
    let flood = flood(&peil);
    let presenter = &flood.presenter;
    for what in ["remove", "return"] {
        let path = presenter.path(&format!("/participants/{what}"));
        for stranger in [
            peil.stranger(None),
            peil.stranger(Some("not the token of this instance")),
        ] {
            assert_eq!(
                stranger
                    .posts(&path, &flood.between)
                    .expects(401)
                    .problem()
                    .code,
                "not_signed_in"
            );
        }
        let moment = "2026-11-28T14:03:00Z";
        for (from, to) in [
            (moment, moment),
            ("2026-11-28T14:04:00Z", moment),
            ("14:03", "14:05"),
            ("2026-11-28 14:03", "2026-11-28 14:05"),
            ("2026-02-30T14:03:00Z", moment),
            ("", ""),
            ("gisteren", "vandaag"),
        ] {
            let body = json!({ "joined_from": from, "joined_to": to });
            assert_eq!(
                presenter
                    .organiser
                    .posts(&path, &body)
                    .expects(422)
                    .problem()
                    .code,
                "out_of_range",
                "{body}"
            );
        }
        for body in [
            json!({}),
            json!({ "joined_from": moment }),
            json!({ "joined_from": 1, "joined_to": 2 }),
            json!([]),
        ] {
            assert_eq!(
                presenter
                    .organiser
                    .posts(&path, &body)
                    .expects(400)
                    .problem()
                    .code,
                "malformed",
                "{body}"
            );
        }
        let elsewhere = peil.organiser().posts(
            &format!("/api/v1/rooms/nowhere/participants/{what}"),
            &flood.between,
        );
        assert_eq!(elsewhere.expects(404).problem().code, "unknown_room");
    }
    assert_eq!(presenter.room().participants, 4);
    let zoned = json!({ "joined_from": "2000-01-01T00:00:00+01:00", "joined_to": "2100-01-01T00:00:00.5-05:00" });
    let path = presenter.path("/participants/remove");
    assert_eq!(
        presenter.organiser.posts(&path, &zoned).expects(200).json()["participants"],
        4
    );
}

#[test]
fn the_desk_tells_when_people_joined_and_asks_before_it_removes() {
    let peil = Peil::starts();
    let flood = flood(&peil);
    let mut owner = peil
        .visitor("the organiser")
        .with_origin(&peil.address().origin());
    owner
        .goes(peil.sign_in().expect("a link is printed"))
        .expects(200);
    let page = format!("/desk/rooms/{}", flood.presenter.started.room);
    let form_to = |owner: &tests::Visitor, with: &str| {
        let forms = owner.reply().page().forms();
        forms
            .into_iter()
            .find(|form| form.action.ends_with("/participants") && form.has(with))
    };
    owner.goes(&page).expects(200);
    owner.sees("4 deelnemers");
    let form = form_to(&owner, "from").expect("a form with two minutes");
    owner.sends(&form);
    owner.sees("Haal je deze deelnemers weg?");
    assert_eq!(flood.presenter.room().participants, 4, "it asks first");
    let yes = form_to(&owner, "confirm").expect("a button that says yes");
    owner.sends(&yes);
    assert_eq!(flood.presenter.room().participants, 0);
    owner.sees("Weggehaald");
    let back = form_to(&owner, "joined_from").expect("a button that returns them");
    owner.sends(&back);
    assert_eq!(flood.presenter.room().participants, 4);
    owner.does_not_see("Weggehaald");
    owner
        .goes(&format!("{page}?joined_from=onzin&joined_to="))
        .expects(200);
    owner.does_not_see("Haal je deze deelnemers weg?");
}
