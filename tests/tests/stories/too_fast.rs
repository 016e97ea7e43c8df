//! One allowance per participant, whatever they send by; and only so many texts that nobody gave
//! yet.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use serde_json::{Value, json};
use tests::{HtmlForm, Peil, Phone, Reply, SampleQuestion, option, sample, text};
use tokio_tungstenite::tungstenite::Message;

/// So many are tried before it is said that nothing comes of it.
const MANY: usize = 400;
/// Sent at once: more than may come at once, and more than the allowance gets back meanwhile.
const AT_ONCE: usize = 200;

fn vote(turn: usize) -> Value {
    json!({ "type": "answer", "question": "pet", "round": 1, "turn": turn, "fields": [["option", (1 + turn % 3).to_string()]] })
}

/// Sends until it is too fast; how many were taken before, and the reply that says so.
fn until_too_fast(mut send: impl FnMut(usize) -> Reply) -> (usize, Reply) {
    let mut replies = (0..MANY).map(|sent| (sent, send(sent)));
    replies
        .find(|(_, reply)| reply.status == 429)
        .unwrap_or_else(|| panic!("{MANY} were taken"))
}

struct Stop<'a>(&'a AtomicBool);

impl Drop for Stop<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// Does something while a phone sends a form as often as it can.
fn flooding<T>(phone: &Phone, form: &HtmlForm, meanwhile: impl FnOnce() -> T) -> T {
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        let _stop = Stop(&over);
        scope.spawn(|| {
            while !over.load(Ordering::SeqCst) {
                phone.sends_at_once(form, AT_ONCE / 4);
            }
        });
        meanwhile()
    })
}

fn too_fast(replies: &[Reply]) -> usize {
    replies.iter().filter(|reply| reply.status == 429).count()
}

#[test]
fn forms_and_frames_are_of_one_allowance_and_everybody_has_their_own() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let [mut anna, mut bob, _] = peil.three_phones();
    for phone in [&mut anna, &mut bob] {
        phone.opens(presenter.code());
    }
    let form = anna.filled(&option(1));
    let mut other = form.clone();
    other.forges("option", &["3"]);
    let (frame, page) = flooding(&anna, &form, || {
        let frame = until_too_fast(|turn| anna.posts_frame(&vote(turn + 1)));
        let page = until_too_fast(|_| anna.tries_to_send(&other).expect("an answer"));
        bob.votes(option(2));
        (frame, page.1)
    });
    let (turn, frame) = (frame.0 + 1, frame.1);
    assert_eq!(
        frame.json(),
        json!({ "type": "error", "code": "too_fast", "question": "pet", "round": 1, "turn": turn })
    );
    assert_eq!(
        (frame.header("retry-after"), page.header("retry-after")),
        (Some("3"), Some("3"))
    );
    assert_eq!(page.refusal(), "too_fast");
    assert!(
        page.page().text().contains("te snel"),
        "it says so in words: {page:?}"
    );
    assert_eq!(
        page.page().answer_forms()[0].filled("option"),
        ["3"],
        "what was filled in is still there"
    );
    assert_eq!(presenter.results("pet").voters(), 2);
}

#[test]
fn upvotes_and_what_is_wrong_count_too() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Open]));
    presenter.opens("ideas");
    let [mut anna, mut bob, mut carla] = peil.three_phones();
    anna.opens(presenter.code()).votes(text("Moestuin"));
    bob.opens(presenter.code());
    carla.opens(presenter.code());
    let up = bob.vote_for("Moestuin", false).expect("a button");
    let mut wrong = carla.filled(&text("Eetclub"));
    wrong.forges("question", &["nowhere"]);
    let (up, wrong) = (
        bob.sends_at_once(&up, AT_ONCE),
        carla.sends_at_once(&wrong, AT_ONCE),
    );
    assert!(
        too_fast(&up) > 0 && too_fast(&wrong) > 0,
        "{} and {}",
        too_fast(&up),
        too_fast(&wrong)
    );
    assert!(
        up.iter().any(|reply| reply.status == 303) && wrong.iter().any(|reply| reply.status == 409)
    );
    assert_eq!(
        presenter.results("ideas").texts(),
        [("Moestuin".to_owned(), 1)]
    );
}

#[test]
fn a_socket_shares_with_whatever_is_posted() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let mut socket = anna.follows();
    let form = anna.filled(&option(1));
    let closed = flooding(&anna, &form, || {
        until_too_fast(|turn| anna.posts_frame(&vote(turn + 1)));
        // By itself a socket may send more than these at once.
        for id in 0..40 {
            if socket
                .tries_to_send(Message::text(
                    json!({ "type": "ping", "id": id }).to_string(),
                ))
                .is_err()
            {
                break;
            }
        }
        socket.is_closed()
    });
    assert_eq!(closed, Some(4429));
}

/// Nobody can use up a round's different texts: after 30 within a minute it is too fast for them,
/// and for nobody else.
#[test]
fn somebody_brings_so_many_new_texts_and_others_bring_theirs() {
    let peil = Peil::starts();
    let presenter = peil
        .organiser()
        .starts(&sample([SampleQuestion::Words, SampleQuestion::Open]));
    presenter.opens("words");
    let [mut anna, mut bob, _] = peil.three_phones();
    anna.opens(presenter.code());
    bob.opens(presenter.code());
    let words = |turn: usize| {
        let entries = [
            ["entry", &format!("a{turn}")],
            ["entry", &format!("b{turn}")],
        ];
        json!({ "type": "answer", "question": "words", "round": 1, "turn": turn + 1, "fields": entries })
    };
    let (taken, reply) = until_too_fast(|turn| anna.posts_frame(&words(turn)));
    assert_eq!((taken, reply.header("retry-after")), (15, Some("60")));
    let again = json!({ "type": "answer", "question": "words", "round": 1, "turn": 99, "fields": [["entry", "a14"]] });
    assert_eq!(
        anna.posts_frame(&again).expects(200).json()["type"],
        "saved",
        "what is there already is not new"
    );
    let form = anna.filled(&tests::words(["nog een"]));
    anna.sends(&form);
    assert_eq!(anna.is_refused(429), "too_fast");
    assert_eq!(anna.page().answer_forms()[0].filled("entry")[0], "nog een");
    presenter.opens("ideas");
    let idea = json!({ "type": "add", "question": "ideas", "round": 1, "key": "k", "turn": 1, "text": "Moestuin" });
    assert_eq!(
        anna.posts_frame(&idea).expects(429).json()["code"],
        "too_fast",
        "of the next question too"
    );
    bob.looks().votes(text("Eetclub"));
    assert_eq!(presenter.results("ideas").voters(), 1);
    assert_eq!(presenter.results("words").voters(), 1);
}
