//! One allowance per participant, whatever they send by; and only so many texts that nobody gave yet.

use serde_json::{Value, json};
use tests::{Form, Peil, Phone, Sample, option, sample, text};
use tokio_tungstenite::tungstenite::Message;

/// More than may come at once, however slow the machine is on which they come.
const MANY: usize = 400;

fn vote(turn: usize) -> Value {
    json!({ "type": "answer", "question": "huisdier", "round": 1, "turn": turn, "value": { "options": [1 + turn % 3] } })
}

/// Sends until it is too fast; how many were taken before, and the reply that says so.
fn until_too_fast(mut send: impl FnMut(usize) -> tests::Reply) -> (usize, tests::Reply) {
    for sent in 0..MANY {
        let reply = send(sent);
        if reply.status == 429 {
            return (sent, reply);
        }
    }
    panic!("{MANY} were taken");
}

fn presses(phone: &mut Phone, form: &Form, turn: usize) -> tests::Reply {
    let mut form = form.clone();
    form.forges("option", &[&(1 + turn % 3).to_string()]);
    phone.tries_to_send(&form).expect("an answer")
}

#[test]
fn forms_and_frames_are_of_one_allowance_and_everybody_has_their_own() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([Sample::Choice]));
    presenter.opens("huisdier");
    let [mut anna, mut bob, _] = peil.three_phones();
    for phone in [&mut anna, &mut bob] {
        phone.opens(presenter.code());
    }
    let form = anna.filled(&option(1));
    let (taken, reply) =
        until_too_fast(
            |turn| if turn % 2 == 0 { presses(&mut anna, &form, turn) } else { anna.posts_frame(&vote(turn)) },
        );
    assert!(taken >= 60, "60 may come at once, and {taken} did");
    assert_eq!(reply.header("retry-after"), Some("3"));
    let frame = loop {
        let reply = anna.posts_frame(&vote(MANY));
        if reply.status == 429 {
            break reply;
        }
    };
    assert_eq!(frame.json()["code"], "too_fast");
    assert_eq!((&frame.json()["question"], &frame.json()["turn"]), (&json!("huisdier"), &json!(MANY)));
    assert_eq!(frame.header("retry-after"), Some("3"));
    let page = loop {
        let reply = presses(&mut anna, &form, 2);
        if reply.status == 429 {
            break reply;
        }
    };
    assert_eq!(page.refusal(), "too_fast");
    assert!(page.page().text().contains("te snel"), "it says so in words: {page:?}");
    assert_eq!(page.page().answer_forms()[0].filled("option"), ["3"], "what was filled in is still there");
    bob.votes(option(2));
    assert_eq!(presenter.results("huisdier").voters(), 2);
}

#[test]
fn upvotes_and_what_is_wrong_count_too() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([Sample::Open]));
    presenter.opens("ideeen");
    let [mut anna, mut bob, mut carla] = peil.three_phones();
    anna.opens(presenter.code()).votes(text("Moestuin"));
    bob.opens(presenter.code());
    let up = bob.vote_for("Moestuin", false).expect("a button");
    until_too_fast(|_| bob.tries_to_send(&up).expect("an answer"));
    carla.opens(presenter.code());
    let wrong = json!({ "type": "upvote", "question": "nergens", "answer": "a1", "on": true });
    until_too_fast(|_| carla.posts_frame(&wrong));
    assert_eq!(presenter.results("ideeen").texts(), [("Moestuin".to_owned(), 1)]);
}

#[test]
fn a_socket_shares_with_whatever_is_posted() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([Sample::Choice]));
    presenter.opens("huisdier");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let mut socket = anna.follows();
    until_too_fast(|turn| anna.posts_frame(&vote(turn + 1)));
    for id in 0..MANY {
        if socket.tries_to_send(Message::text(json!({ "type": "ping", "id": id }).to_string())).is_err() {
            break;
        }
    }
    assert_eq!(socket.is_closed(), Some(4429));
}

/// Nobody can use up a round's different texts: after 30 within a minute it is too fast for them, and for nobody else.
#[test]
fn somebody_brings_so_many_new_texts_and_others_bring_theirs() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([Sample::Words, Sample::Open]));
    presenter.opens("woorden");
    let [mut anna, mut bob, _] = peil.three_phones();
    anna.opens(presenter.code());
    bob.opens(presenter.code());
    let words = |turn: usize| {
        let entries = [format!("a{turn}"), format!("b{turn}")];
        json!({ "type": "answer", "question": "woorden", "round": 1, "turn": turn + 1, "value": { "entries": entries } })
    };
    let (taken, reply) = until_too_fast(|turn| anna.posts_frame(&words(turn)));
    assert_eq!((taken, reply.header("retry-after")), (15, Some("60")));
    let again =
        json!({ "type": "answer", "question": "woorden", "round": 1, "turn": 99, "value": { "entries": ["a14"] } });
    assert_eq!(anna.posts_frame(&again).expects(200).json()["type"], "saved", "what is there already is not new");
    let form = anna.filled(&tests::words(["nog een"]));
    anna.sends(&form);
    assert_eq!(anna.is_refused(429), "too_fast");
    assert_eq!(anna.page().answer_forms()[0].filled("entry")[0], "nog een");
    presenter.opens("ideeen");
    let idea = json!({ "type": "add", "question": "ideeen", "round": 1, "key": "k", "turn": 1, "text": "Moestuin" });
    assert_eq!(anna.posts_frame(&idea).expects(429).json()["code"], "too_fast", "of the next question too");
    bob.looks().votes(text("Eetclub"));
    assert_eq!(presenter.results("ideeen").voters(), 1);
    assert_eq!(presenter.results("woorden").voters(), 1);
}
