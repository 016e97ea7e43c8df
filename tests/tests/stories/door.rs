//! The door: who is in stays, nobody else comes in, by whatever way.

use serde_json::{Value, json};
use tests::{HtmlForm, Peil, Presenter, Reply, SampleQuestion, option, sample};

fn room(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    presenter
}

fn turns(presenter: &Presenter, to: &str) -> Reply {
    presenter.organiser.posts(
        &presenter.path("/control"),
        &json!({ "do": "door", "to": to }),
    )
}

fn vote() -> Value {
    json!({ "type": "answer", "question": "pet", "round": 1, "turn": 1, "fields": [["option", "1"]] })
}

#[test]
fn who_is_in_stays_and_newcomers_are_told_by_every_way() {
    let mut peil = Peil::starts();
    let presenter = room(&peil);
    let [mut anna, mut bob, mut carla] = peil.three_phones();
    let mut inside = anna.opens(presenter.code()).follows();
    bob.opens(presenter.code());
    let form = bob.filled(&option(2));
    assert_eq!(
        turns(&presenter, "closed").expects(200).json()["door"],
        "closed"
    );
    for restarted in [false, true] {
        if restarted {
            peil.kill_9();
            peil.start_again();
            inside = anna.follows();
        }
        bob.sends(&form).expects(409);
        assert_eq!(bob.is_refused(409), "door_closed");
        assert_eq!(
            bob.posts_frame(&vote()).expects(409).problem().code,
            "door_closed"
        );
        assert_eq!(bob.asks_since(0).expects(409).problem().code, "door_closed");
        assert_eq!(bob.opens_socket("").opens().is_closed(), Some(4409));
        for phone in [&mut bob, &mut carla] {
            let page = phone.goes(&format!("/{}", presenter.code()));
            assert_eq!(page.expects(409).refusal(), "door_closed");
            phone.sees("De deur is dicht").was_never_sent("pet");
            assert!(phone.page().refreshes(), "it looks again by itself");
        }
        let nobody = peil.phone("nobody").goes_on_with(presenter.code());
        assert_eq!(nobody.opens_socket("").opens().is_closed(), Some(4409));
        inside.says(&vote()).hears("saved");
        assert_eq!(
            (
                presenter.room().participants,
                presenter.results("pet").voters()
            ),
            (1, 1)
        );
    }
    assert_eq!(
        turns(&presenter, "open").expects(200).json()["door"],
        "open"
    );
    bob.sends(&form).assert_stored(presenter.code());
    carla.opens(presenter.code()).votes(option(3));
    assert_eq!(
        (
            presenter.room().participants,
            presenter.results("pet").voters()
        ),
        (3, 3)
    );
}

#[test]
fn a_door_wants_to_be_told_how_it_is_to_be() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let order = |order: &Value| {
        presenter
            .organiser
            .posts(&presenter.path("/control"), order)
    };
    for wrong in [
        json!({ "do": "door" }),
        json!({ "do": "door", "to": "ajar" }),
        json!({ "do": "door", "to": false }),
    ] {
        assert_eq!(
            order(&wrong).expects(400).problem().code,
            "malformed",
            "{wrong}"
        );
    }
    assert_eq!(
        presenter.organiser.gets(&presenter.path("")).json()["door"],
        "open"
    );
    for right in ["closed", "closed", "open", "open"] {
        assert_eq!(
            turns(&presenter, right).expects(200).json()["door"],
            right,
            "twice is once"
        );
    }
    presenter.ends();
    assert_eq!(
        turns(&presenter, "closed").expects(409).problem().code,
        "ended"
    );
}

#[test]
fn hosts_turn_the_door_from_their_pages_and_phones_can_not() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let (opens, closes) = ("Open de deur", "Sluit de deur");
    for (page, link) in [
        ("console", &presenter.started.presenter_url),
        ("remote", &presenter.started.remote_url),
    ] {
        let mut host = peil.visitor(page).with_origin(&peil.address().origin());
        host.goes(link).expects(200);
        for (button, after, door) in [(closes, opens, "closed"), (opens, closes, "open")] {
            host.sees(button).does_not_see(after);
            let turns = |form: &HtmlForm| form.filled("do") == ["door"];
            let form = host
                .page()
                .forms()
                .into_iter()
                .find(turns)
                .expect("there is a button");
            let led = host
                .sends(&form)
                .expects(303)
                .header("location")
                .map(str::to_owned);
            assert!(
                led.is_some_and(|to| to.ends_with(page)),
                "back to where it was pressed"
            );
            host.sees(after).does_not_see(button);
            assert_eq!(
                presenter.organiser.gets(&presenter.path("")).json()["door"],
                door
            );
        }
    }
    let mut stage = peil.visitor("stage");
    stage.goes(&presenter.started.stage_url).expects(200);
    stage.does_not_see(closes);
    let stranger = peil.stranger(None);
    for order in [
        json!({ "do": "door", "to": "closed" }),
        json!({ "do": "admit" }),
        json!({ "do": "wait" }),
    ] {
        stranger
            .posts(&presenter.path("/control"), &order)
            .expects(401);
    }
    let mut moderator = peil.visitor("moderator");
    moderator
        .goes(&presenter.started.moderator_url)
        .expects(200);
    moderator
        .posts(
            &presenter.path("/control"),
            &json!({ "do": "door", "to": "closed" }),
        )
        .expects(401);
    assert_eq!(
        presenter.organiser.gets(&presenter.path("")).json()["door"],
        "open"
    );
}
