//! What was never shown to phones is not there for them: the same answer, whatever is asked about
//! it.

use serde_json::json;
use tests::{Peil, Phone, SampleQuestion, option, sample, text};

const DECK: &str = "---\ntitle: Straks\nlanguage: nl\n---\n\n# Welkom\n\n---\nask: choice\nid: secret\npick: 1-2\n---\n\n# Kies\n\n- een\n- twee\n- drie\n\n\
                    ---\nask: open\nid: story\nvotes: 2\n---\n\n# Vertel\n";

/// What one phone hears of a question, with its id left out: every way in, right and wrong.
fn replies(anna: &mut Phone, question: &str) -> Vec<(u16, String)> {
    let mut replies = Vec::new();
    let named = |text: String| text.replace(question, "ID");
    for fields in [
        json!([["option", "1"]]),
        json!([["option", "200"]]),
        json!([["option", "1"], ["option", "2"], ["option", "3"]]),
        json!([["value", "9"]]),
        json!([]),
    ] {
        for round in [1, 2, 0] {
            let frame = json!({ "type": "answer", "question": question, "round": round, "turn": 1, "fields": fields });
            let reply = anna.posts_frame(&frame);
            replies.push((reply.status, named(reply.text())));
        }
    }
    for frame in [
        json!({ "type": "add", "question": question, "round": 1, "key": "k", "turn": 1, "text": "Bellen" }),
        json!({ "type": "add", "question": question, "round": 1, "key": "?", "turn": 0, "text": "" }),
        json!({ "type": "upvote", "question": question, "answer": "a1", "on": true }),
        json!({ "type": "upvote", "question": question, "answer": "a99", "on": false }),
    ] {
        let reply = anna.posts_frame(&frame);
        replies.push((reply.status, named(reply.text())));
    }
    for form in [
        "round=1&option=1",
        "round=1&option=200",
        "option=1",
        "round=1&text=Bellen&key=k",
        "upvote=a1",
        "upvote=x",
    ] {
        let reply = anna.sends_body(format!("question={question}&{form}"));
        assert_eq!(reply.refusal(), "unknown_question", "{question} {form}");
        replies.push((reply.status, reply.refusal()));
    }
    replies
}

#[test]
fn a_question_that_was_never_open_is_as_one_that_is_not_there() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(DECK);
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let nowhere = replies(&mut anna, "nowhere");
    assert!(
        nowhere
            .iter()
            .all(|(status, text)| *status == 409 || text.contains("\"code\":\"unknown_question\"")),
        "{nowhere:?}"
    );
    for question in ["secret", "story"] {
        // A second phone, since each has an allowance.
        let mut other = peil.phone(question);
        other.opens(presenter.code());
        assert_eq!(replies(&mut other, question), nowhere);
        let asked = other
            .goes(&format!("/{}?question={question}", presenter.code()))
            .text();
        assert!(
            !asked.contains("Kies") && !asked.contains("Vertel"),
            "{asked}"
        );
    }
}

#[test]
fn no_receipt_tells_how_many_answers_there_are() {
    let peil = Peil::starts();
    let presenter = peil
        .organiser()
        .starts(&sample([SampleQuestion::Open, SampleQuestion::Choice]));
    presenter.opens("ideas");
    let [mut anna, mut bob, _] = peil.three_phones();
    anna.opens(presenter.code()).votes(text("Moestuin"));
    bob.opens(presenter.code()).votes(text("Eetclub"));
    let add = json!({ "type": "add", "question": "ideas", "round": 1, "key": "k", "turn": 1, "text": "Koor" });
    let saved = bob.posts_frame(&add).expects(200).json();
    let greeting = bob.asks_since(0).expects(200).text();
    bob.looks();
    let names = ["Moestuin", "Eetclub", "Koor"].map(|text| bob.name_of(text).expect("a name"));
    assert_eq!(
        saved["answer"],
        json!(names[2]),
        "the receipt has the name of the page"
    );
    let own = format!("\"id\":\"{}\"", names[1]);
    assert!(
        greeting.contains(&own),
        "and so has what is one's own: {greeting}"
    );
    for place in 1..=3 {
        let small = format!("\"a{place}\"");
        assert!(
            !greeting.contains(&small) && !bob.reply().text().contains(&small),
            "{small} was sent to a phone"
        );
        assert!(
            presenter.exports("format=json").text().contains(&small),
            "organisers know it by {small}"
        );
    }
    presenter.opens("pet");
    let vote = json!({ "type": "answer", "question": "pet", "round": 1, "turn": 1, "fields": [["option", "1"]] });
    let saved = anna.posts_frame(&vote).expects(200).json();
    assert!(
        saved["answer"].as_str().is_none_or(|name| name.len() > 6),
        "{saved}"
    );
    anna.looks().votes(option(2));
}
