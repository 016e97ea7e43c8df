//! A phone that can't have a socket asks: it gets the whole only when what it shows is something
//! else.

use std::cell::RefCell;

use serde_json::{Value, json};
use tests::{ControlPress, Peil, Phone, Presenter, SampleQuestion, option, sample, text};

const SEEN: &str = "peil-seen";

fn room(peil: &Peil) -> Presenter {
    let deck = sample([SampleQuestion::Choice, SampleQuestion::Open]).replacen(
        "language: nl\n",
        "language: nl\nphones: hidden\n",
        1,
    );
    let presenter = peil.organiser().starts(&deck);
    presenter.opens("pet");
    presenter
}

/// What a phone that asks knows: the sequence of its page or of its last greeting, and the name of
/// what it was shown.
struct Knows {
    seq: u64,
    seen: Option<String>,
}

impl Knows {
    /// Whether it is sent anything, by the sequence and by the name; the two agree.
    fn is_told(&mut self, phone: &Phone) -> Option<Value> {
        let by_seq = phone.asks_since(self.seq);
        if let Some(seen) = &self.seen {
            let by_name = phone.asks_knowing(0, seen);
            assert_eq!(
                by_name.status, by_seq.status,
                "by name and by sequence: {by_name:?} {by_seq:?}"
            );
        }
        self.seen = by_seq.header(SEEN).map(str::to_owned);
        assert!(self.seen.is_some(), "whatever it is told has a name");
        if by_seq.status == 204 {
            return None;
        }
        let hello = by_seq.expects(200).json();
        self.seq = hello["seq"].as_u64().expect("a sequence");
        Some(hello)
    }
}

fn control(presenter: &Presenter, body: Value) {
    presenter
        .organiser
        .posts(&presenter.path("/control"), &body)
        .expects(200);
}

#[test]
fn what_others_do_is_nothing_to_a_phone_that_does_not_show_it() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let [mut anna, bob, carla] = peil.three_phones();
    let (bob, carla) = (RefCell::new(bob), RefCell::new(carla));
    anna.opens(presenter.code());
    anna.looks();
    let mut knows = Knows {
        seq: presenter.room().seq,
        seen: None,
    };
    assert_eq!(knows.is_told(&anna), None, "she knows what her page shows");
    let others: [(&str, &mut dyn FnMut()); 8] = [
        ("somebody joins", &mut || {
            bob.borrow_mut().opens(presenter.code());
        }),
        ("somebody votes", &mut || {
            bob.borrow_mut().votes(option(1));
        }),
        ("somebody votes otherwise", &mut || {
            bob.borrow_mut().votes(option(2));
        }),
        ("a third one joins by a socket", &mut || {
            carla.borrow_mut().opens(presenter.code()).follows();
        }),
        ("and votes", &mut || {
            carla.borrow_mut().votes(option(2));
        }),
        ("the door is closed", &mut || {
            control(&presenter, json!({ "do": "door", "to": "closed" }))
        }),
        ("and opened", &mut || {
            control(&presenter, json!({ "do": "door", "to": "open" }))
        }),
        ("results are shown on the stage alone", &mut || {
            control(&presenter, json!({ "do": "show", "on": "stage" }))
        }),
    ];
    for (what, happens) in others {
        happens();
        for again in 0..3 {
            assert_eq!(
                knows.is_told(&anna),
                None,
                "{what}, asked {again} times before"
            );
        }
    }
}

#[test]
fn what_a_phone_shows_it_is_told_once() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let [mut anna, mut bob, _] = peil.three_phones();
    anna.opens(presenter.code());
    bob.opens(presenter.code());
    anna.looks();
    let mut knows = Knows {
        seq: presenter.room().seq,
        seen: None,
    };
    assert_eq!(knows.is_told(&anna), None);
    let vote = |turn: u64| json!({ "type": "answer", "question": "pet", "round": 1, "turn": turn, "fields": [["option", "1"]] });
    let add = json!({ "type": "add", "question": "ideas", "round": 1, "key": "k1", "turn": 1, "text": "Een moestuin" });
    let cases: [(&str, &mut dyn FnMut()); 8] = [
        ("her own vote", &mut || {
            anna.posts_frame(&vote(1)).expects(200);
        }),
        ("the question is closed", &mut || {
            presenter.closes();
        }),
        ("and opened again", &mut || {
            presenter.does(ControlPress::new("open"));
        }),
        ("a new round", &mut || {
            presenter.resets();
        }),
        ("the next question", &mut || {
            presenter.opens("ideas");
        }),
        ("her own text", &mut || {
            anna.posts_frame(&add).expects(200);
        }),
        ("somebody's text that one may vote for", &mut || {
            bob.looks().votes(text("Een eetclub"));
        }),
        ("the end", &mut || {
            presenter.ends();
        }),
    ];
    for (what, happens) in cases {
        happens();
        assert!(knows.is_told(&anna).is_some(), "{what}");
        assert_eq!(knows.is_told(&anna), None, "{what}: she knows it now");
    }
}

#[test]
fn a_name_means_the_same_after_a_restart_and_nothing_of_another_phone() {
    let mut peil = Peil::starts();
    let presenter = room(&peil);
    let [mut anna, mut bob, _] = peil.three_phones();
    anna.opens(presenter.code()).votes(option(1));
    bob.opens(presenter.code()).votes(option(2));
    let name = |phone: &Phone| {
        phone
            .asks_since(0)
            .expects(200)
            .header(SEEN)
            .expect("a name")
            .to_owned()
    };
    let (annas, bobs) = (name(&anna), name(&bob));
    assert_ne!(annas, bobs, "each shows their own answer");
    peil.kill_9();
    peil.start_again();
    anna.asks_knowing(0, &annas).expects(204);
    anna.asks_knowing(0, &bobs).expects(200);
    anna.asks_knowing(0, "").expects(200);
}
