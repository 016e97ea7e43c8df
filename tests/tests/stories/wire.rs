//! The socket as scripts rely on it: greeting, frames, acknowledgements, refusals and the codes
//! with which it is closed.

use serde_json::{Value, json};
use tests::{ControlPress, Peil, Phone, Presenter, SampleQuestion, Socket, place, sample};
use tokio_tungstenite::tungstenite::Message;

fn room<const N: usize>(peil: &Peil, kinds: [SampleQuestion; N]) -> Presenter {
    peil.organiser().starts(&sample(kinds))
}

fn phone(peil: &Peil, presenter: &Presenter, name: &str) -> Phone {
    let mut phone = peil.phone(name);
    phone.opens(presenter.code());
    phone
}

fn answer(question: &str, turn: u32, fields: Value) -> Value {
    json!({ "type": "answer", "question": question, "round": 1, "turn": turn, "fields": fields })
}

fn add(key: &str, turn: u32, text: &str) -> Value {
    json!({ "type": "add", "question": "ideas", "round": 1, "key": key, "turn": turn, "text": text })
}

fn stage(presenter: &Presenter, peil: &Peil) -> Socket {
    let mut laptop = peil.visitor("the stage");
    laptop.goes(&presenter.started.stage_url).expects(200);
    laptop
        .opens_socket(&format!(
            "/rooms/{}/live?protocol=3&role=stage",
            presenter.started.room
        ))
        .greeted()
}

#[test]
fn a_phone_follows_the_room_and_its_answer_is_acknowledged_once_it_is_stored() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Spectrum]);
    let mut anna = phone(&peil, &presenter, "Anna").follows();
    anna.sees(|view| view["phase"] == "ready");
    presenter.opens("belief");
    let view = anna.sees(|view| view["slide"]["id"] == "belief");
    assert_eq!(view["slide"]["part"]["open"], true);
    let saved = anna
        .says(&answer("belief", 1, json!([["value", "73"]])))
        .hears("saved");
    assert_eq!(
        (&saved["question"], &saved["round"], &saved["turn"]),
        (&json!("belief"), &json!(1), &json!(1))
    );
    assert!(saved["seq"].as_u64() <= Some(presenter.room().seq));
    presenter.results("belief").has("mean", Some(73.0));
}

#[test]
fn the_greeting_has_ones_own_answers_and_who_one_is() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Spectrum]);
    presenter.opens("belief");
    let mut phone = phone(&peil, &presenter, "Anna");
    phone.votes(place(30));
    let mut socket = phone.opens_socket("").opens();
    let hello = socket.hears("hello");
    assert_eq!(
        hello["own"]["belief"]["fields"],
        json!([["value", "30"]]),
        "{hello}"
    );
    let again = phone.opens_socket("").opens().hears("hello");
    assert_eq!(
        hello["you"], again["you"],
        "the same phone is the same person"
    );
    assert_eq!(hello["view"]["slide"]["id"], "belief");
}

#[test]
fn the_same_answer_twice_is_one_and_an_older_one_changes_nothing() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Spectrum]);
    presenter.opens("belief");
    let mut anna = phone(&peil, &presenter, "Anna").follows();
    let second = answer("belief", 2, json!([["value", "80"]]));
    let saved = anna.says(&second).hears("saved");
    let again = anna.says(&second).hears("saved");
    assert_eq!(saved["turn"], again["turn"]);
    let refused = anna
        .says(&answer("belief", 1, json!([["value", "10"]])))
        .hears("refused");
    assert_eq!(
        (&refused["code"], &refused["turn"]),
        (&json!("superseded"), &json!(1))
    );
    assert_eq!(
        refused["own"],
        json!({ "round": 1, "turn": 2, "fields": [["value", "80"]] })
    );
    anna.says(&answer("belief", 3, json!([["value", "20"]])))
        .hears("saved");
    presenter.results("belief").has("mean", Some(20.0));
    assert_eq!(presenter.results("belief").voters(), 1);
}

#[test]
fn what_is_wrong_is_refused_with_its_code_and_nothing_is_stored() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Spectrum, SampleQuestion::Words]);
    presenter.opens("belief");
    let mut anna = phone(&peil, &presenter, "Anna").follows();
    for (frame, code) in [
        (
            answer("belief", 1, json!([["value", "173"]])),
            "out_of_range",
        ),
        (answer("belief", 1, json!([["option", "1"]])), "empty"),
        (answer("belief", 0, json!([["value", "1"]])), "out_of_range"),
        (
            answer("no-such", 1, json!([["value", "1"]])),
            "unknown_question",
        ),
        (
            answer("words", 1, json!([["entry", "rust"]])),
            "unknown_question",
        ),
        (
            json!({ "type": "answer", "question": "belief", "round": 7, "turn": 1, "fields": [["value", "1"]] }),
            "stale_round",
        ),
        (
            json!({ "type": "add", "question": "belief", "round": 1, "key": "k", "turn": 1, "text": "x" }),
            "wrong_kind",
        ),
        (
            json!({ "type": "upvote", "question": "belief", "answer": "a1", "on": true }),
            "no_voting",
        ),
    ] {
        let refused = anna.says(&frame).hears("refused");
        assert_eq!(refused["code"], code, "{frame}: {refused}");
    }
    for odd in [json!({ "type": "dance" }), json!([]), json!("x")] {
        assert_eq!(anna.says(&odd).hears("error")["code"], "unreadable");
    }
    anna.fences();
    assert_eq!(presenter.results("belief").voters(), 0);
}

#[test]
fn texts_are_added_edited_and_voted_for() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Open]);
    presenter.opens("ideas");
    let mut anna = phone(&peil, &presenter, "Anna").follows();
    let mut bob = phone(&peil, &presenter, "Bob").follows();
    let saved = anna.says(&add("k1", 1, "Wandelen")).hears("saved");
    let id = saved["answer"].clone();
    assert_eq!(
        anna.says(&add("k1", 1, "Wandelen")).hears("saved")["answer"],
        id,
        "the same key is the same text"
    );
    assert_eq!(
        anna.says(&add("k1", 2, "Wandelen met de buurt"))
            .hears("saved")["answer"],
        id
    );
    let vote = json!({ "type": "upvote", "question": "ideas", "answer": id, "on": true });
    let voted = bob.says(&vote).hears("saved");
    assert_eq!(
        (&voted["turn"], &voted["answer"]),
        (&json!(0), &id),
        "{voted}"
    );
    bob.says(&vote).hears("saved");
    let own = anna.says(&vote).hears("refused");
    assert_eq!(
        (&own["code"], &own["answer"]),
        (&json!("own_answer"), &id),
        "{own}"
    );
    assert_eq!(
        presenter.results("ideas").texts(),
        [("Wandelen met de buurt".to_owned(), 1)]
    );
}

#[test]
fn a_late_answer_to_the_old_round_is_refused_and_the_draft_is_the_phones() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Spectrum]);
    presenter.opens("belief");
    let mut anna = phone(&peil, &presenter, "Anna").follows();
    presenter.resets();
    let refused = anna
        .says(&answer("belief", 1, json!([["value", "9"]])))
        .hears("refused");
    assert_eq!(
        (&refused["code"], &refused["current"]),
        (&json!("stale_round"), &json!(2))
    );
    assert_eq!(presenter.results("belief").voters(), 0);
}

#[test]
fn a_refused_socket_says_why_with_its_code() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Spectrum]);
    let anna = peil.visitor("Anna");
    let closed = |path: &str| anna.opens_socket(path).opens().is_closed();
    let code = presenter.code();
    assert_eq!(closed(&format!("/{code}/live")), Some(4400));
    assert_eq!(closed(&format!("/{code}/live?protocol=2")), Some(4400));
    assert_eq!(closed(&format!("/{code}/live?protocol=one")), Some(4400));
    assert_eq!(closed("/11111111/live?protocol=3"), Some(4404));
    let host = |rest: &str| format!("/rooms/{}/live{rest}", presenter.started.room);
    assert_eq!(closed(&host("?protocol=3&role=stage")), Some(4403));
    assert_eq!(closed(&host("?protocol=3&role=king")), Some(4403));
    assert_eq!(closed(&host("?role=stage")), Some(4400));
    assert_eq!(
        closed("/rooms/nowhere/live?protocol=3&role=stage"),
        Some(4404)
    );
}

#[test]
fn a_page_of_another_site_gets_no_socket_and_one_that_says_nothing_has_no_rights() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Spectrum]);
    let phone = phone(&peil, &presenter, "Anna");
    let foreign = phone
        .opens_socket("")
        .with("origin", "https://evil.example");
    assert_eq!(foreign.tries().err(), Some(403));
    let mut laptop = peil.visitor("the stage");
    laptop.goes(&presenter.started.stage_url).expects(200);
    let path = format!(
        "/rooms/{}/live?protocol=3&role=stage",
        presenter.started.room
    );
    let nameless = laptop.opens_socket(&path).without("origin");
    assert_eq!(nameless.opens().is_closed(), Some(4403));
    let token = format!("Bearer {}", tests::TOKEN);
    nameless
        .without("cookie")
        .with("authorization", &token)
        .greeted();
}

#[test]
fn somebody_without_a_cookie_gets_one_with_the_socket() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Spectrum]);
    presenter.opens("belief");
    let visitor = peil.visitor("Anna");
    let mut first = visitor
        .opens_socket(&format!("/{}/live?protocol=3", presenter.code()))
        .opens();
    let you = first.hears("hello")["you"].clone();
    let cookie = first
        .cookies
        .first()
        .and_then(|line| line.split(';').next())
        .expect("a cookie")
        .to_owned();
    first
        .says(&answer("belief", 1, json!([["value", "5"]])))
        .hears("saved");
    let again = visitor
        .opens_socket(&format!("/{}/live?protocol=3", presenter.code()))
        .with("cookie", &cookie);
    assert_eq!(again.opens().hears("hello")["you"], you);
    assert_eq!(presenter.room().participants, 1);
}

#[test]
fn what_no_page_sends_closes_the_socket_and_nothing_else() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Spectrum]);
    presenter.opens("belief");
    let anna = phone(&peil, &presenter, "Anna");
    let mut other = phone(&peil, &presenter, "Bob").follows();
    let mut binary = anna.follows();
    assert_eq!(
        binary.sends(Message::binary(vec![1, 2, 3])).is_closed(),
        Some(1003)
    );
    let mut large = anna.follows();
    // The server may close before all of it is sent.
    let _ = large.tries_to_send(Message::text("x".repeat(20_000)));
    assert_eq!(large.is_closed(), Some(1009));
    let mut flood = anna.follows();
    for id in 0..500 {
        if flood
            .tries_to_send(Message::text(
                json!({ "type": "ping", "id": id }).to_string(),
            ))
            .is_err()
        {
            break;
        }
    }
    assert_eq!(flood.is_closed(), Some(4429));
    other
        .says(&answer("belief", 1, json!([["value", "5"]])))
        .hears("saved");
}

#[test]
fn hosts_see_what_their_role_may_and_send_nothing() {
    let peil = Peil::starts();
    let deck = "---\ntitle: T\nlanguage: nl\nresults: hidden\n---\nask: words\nid: feeling\nnotes: spiekbriefje\n---\n\n# Met welk gevoel?\n\n---\n\n# Geheime dia\n";
    let presenter = peil.organiser().starts(deck);
    presenter.opens("feeling");
    let mut anna = phone(&peil, &presenter, "Anna").follows();
    anna.says(&answer("feeling", 1, json!([["entry", "geheimwoord"]])))
        .hears("saved");
    let token = format!("Bearer {}", tests::TOKEN);
    let sees = |role: &str| {
        let path = format!(
            "/rooms/{}/live?protocol=3&role={role}",
            presenter.started.room
        );
        let mut socket = peil
            .visitor(role)
            .opens_socket(&path)
            .without("origin")
            .with("authorization", &token)
            .opens();
        let hello = socket.hears("hello");
        assert_eq!(hello["view"]["slide"]["part"]["voters"], 1, "{hello}");
        let refused = socket
            .says(&answer("feeling", 1, json!([["entry", "x"]])))
            .hears("error");
        assert_eq!(refused["code"], "no_rights");
        let said = hello.to_string();
        ["spiekbriefje", "geheimwoord", "Geheime dia"].map(|secret| said.contains(secret))
    };
    assert_eq!(sees("stage"), [false, false, false]);
    assert_eq!(sees("presenter"), [true, true, true]);
    assert_eq!(sees("remote"), [false, true, true]);
    assert_eq!(sees("moderator"), [false, true, true]);
    let phones = anna.received.join("\n");
    assert!(
        !phones.contains("spiekbriefje") && !phones.contains("Geheime dia"),
        "{phones}"
    );
}

#[test]
fn the_screen_can_be_turned_and_moving_on_turns_it_back() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Spectrum, SampleQuestion::Words]);
    let mut stage = stage(&presenter, &peil);
    presenter
        .organiser
        .posts(&presenter.path("/screen"), &json!({ "screen": "blank" }))
        .expects(204);
    stage.sees(|view| view["screen"] == "blank");
    presenter.next();
    stage.sees(|view| view["screen"] == "slides" && !view["slide"].is_null());
    let nonsense = presenter.organiser.posts(
        &presenter.path("/screen"),
        &json!({ "screen": "fireworks" }),
    );
    assert_eq!(nonsense.expects(400).problem().code, "malformed");
}

#[test]
fn two_hundred_votes_move_the_stage_and_not_one_phone() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Spectrum]);
    presenter.opens("belief");
    let mut stage = stage(&presenter, &peil);
    let mut phones: Vec<Socket> = (0..200)
        .map(|number| {
            let path = format!("/{}/live?protocol=3", presenter.code());
            peil.visitor(&format!("phone {number}"))
                .opens_socket(&path)
                .greeted()
        })
        .collect();
    stage.sees(|view| view["present"] == 200);
    for (number, phone) in phones.iter_mut().enumerate() {
        phone.says(&answer(
            "belief",
            1,
            json!([["value", (number / 2).to_string()]]),
        ));
    }
    for phone in &mut phones {
        phone.hears("saved");
        phone.fences();
    }
    stage.sees(|view| view["slide"]["part"]["voters"] == 200);
    assert_eq!(presenter.results("belief").voters(), 200);
    assert_eq!(presenter.room().present, 200);
    let views: usize = phones.iter().map(|phone| phone.count("view")).sum();
    assert_eq!(views, 0, "votes of others are nothing that a phone shows");
    assert!(
        stage.count("view") <= 60,
        "the stage gets at most ten views a second, not one for each vote"
    );
}

#[test]
fn a_stop_acknowledges_what_came_and_says_goodbye() {
    let mut peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Spectrum]);
    presenter.opens("belief");
    let phone = phone(&peil, &presenter, "Anna");
    let mut anna = phone.follows();
    anna.says(&answer("belief", 1, json!([["value", "5"]])));
    anna.hears("saved");
    peil.terminate();
    assert_eq!(anna.is_closed(), Some(1012));
    peil.start_again();
    let hello = phone.opens_socket("").opens().hears("hello");
    assert_eq!(hello["own"]["belief"]["fields"], json!([["value", "5"]]));
}

/// Whatever a stop finds half done, a phone hears of it exactly if it is stored.
#[test]
fn a_stop_in_the_middle_tells_whoever_is_stored() {
    let mut peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Spectrum]);
    presenter.opens("belief");
    let phones: Vec<Phone> = (0..40)
        .map(|number| phone(&peil, &presenter, &format!("phone {number}")))
        .collect();
    let mut sockets: Vec<Socket> = phones.iter().map(Phone::follows).collect();
    for socket in &mut sockets {
        socket.says(&answer("belief", 1, json!([["value", "5"]])));
    }
    peil.terminate();
    for socket in &mut sockets {
        assert_eq!(socket.is_closed(), Some(1012));
    }
    peil.start_again();
    for (phone, socket) in phones.iter().zip(&sockets) {
        let hello = phone.opens_socket("").opens().hears("hello");
        assert_eq!(
            hello["own"]["belief"].is_object(),
            socket.count("saved") == 1,
            "{hello}"
        );
    }
}

#[test]
fn an_answer_sent_again_after_a_crash_counts_once() {
    let mut peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Spectrum]);
    presenter.opens("belief");
    let phone = phone(&peil, &presenter, "Anna");
    let sent = answer("belief", 1, json!([["value", "5"]]));
    let mut before = phone.follows();
    let seq = before.says(&sent).hears("saved")["seq"].clone();
    peil.kill_9();
    peil.start_again();
    let mut after = phone.opens_socket(&format!("&since={seq}")).greeted();
    after.says(&sent).hears("saved");
    assert_eq!(presenter.results("belief").voters(), 1);
}

#[test]
fn a_deleted_room_sends_its_phones_away() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Spectrum]);
    let mut anna = phone(&peil, &presenter, "Anna").follows();
    presenter.deletes_the_room();
    assert_eq!(anna.is_closed(), Some(4404));
}

#[test]
fn whoever_can_not_have_a_socket_asks_and_posts() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Spectrum, SampleQuestion::Words]);
    presenter.opens("belief");
    let phone = phone(&peil, &presenter, "Anna");
    let hello = phone.asks_since(0).expects(200).json();
    assert_eq!(
        (&hello["type"], &hello["view"]["slide"]["id"]),
        (&json!("hello"), &json!("belief"))
    );
    let frame = answer("belief", 1, json!([["value", "5"]]));
    let saved = phone.posts_frame(&frame).expects(200).json();
    assert_eq!(saved["type"], "saved", "{saved}");
    assert_eq!(
        phone.posts_frame(&frame).expects(200).json()["type"],
        "saved"
    );
    let refused = phone
        .posts_frame(&answer("belief", 1, json!([["value", "6"]])))
        .expects(200)
        .json();
    assert_eq!(
        (&refused["type"], &refused["code"]),
        (&json!("refused"), &json!("superseded"))
    );
    let seq = presenter.opens("words").seq;
    let hello = phone.asks_since(seq - 1).expects(200).json();
    assert_eq!(hello["view"]["slide"]["id"], "words");
    assert_eq!(hello["own"]["belief"]["fields"], json!([["value", "5"]]));
    assert_eq!(
        phone.asks_since(seq + 1000).expects(503).problem().code,
        "try_again"
    );
    assert_eq!(
        phone
            .posts_frame(&json!({ "type": "dance" }))
            .expects(400)
            .json()["code"],
        "unreadable"
    );
    assert_eq!(presenter.room().present, 1, "who asks is there");
}

#[test]
fn frames_and_questions_without_the_cookie_make_nobody() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Spectrum]);
    presenter.opens("belief");
    let stranger = peil.phone("Anna").without_cookies();
    let reply = stranger.goes_on_with(presenter.code()).posts_frame(&answer(
        "belief",
        1,
        json!([["value", "5"]]),
    ));
    assert_eq!(reply.expects(409).problem().code, "no_cookie");
    assert_eq!(presenter.room().participants, 0);
}

#[test]
fn the_remote_counts_who_is_there_and_who_answered() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Spectrum]);
    presenter.opens("belief");
    let mut laptop = peil.visitor("the remote");
    laptop.goes(&presenter.started.remote_url).expects(200);
    let path = format!(
        "/rooms/{}/live?protocol=3&role=remote",
        presenter.started.room
    );
    let mut remote = laptop.opens_socket(&path).greeted();
    let mut anna = phone(&peil, &presenter, "Anna").follows();
    let bob = phone(&peil, &presenter, "Bob").follows();
    remote.sees(|view| view["present"] == 2 && view["participants"] == 2);
    anna.says(&answer("belief", 1, json!([["value", "5"]])))
        .hears("saved");
    remote.sees(|view| view["slide"]["part"]["voters"] == 1);
    drop(bob);
    remote.sees(|view| view["present"] == 1 && view["participants"] == 2 && view["sending"] == 0);
    presenter.does(ControlPress::new("close"));
    remote.sees(|view| view["slide"]["part"]["open"] == false);
}
