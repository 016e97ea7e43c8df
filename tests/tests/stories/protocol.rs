//! Frames of protocol 1, and fields that are malformed: the answer says so, and nothing is stored.

use serde_json::{Value, json};
use tests::{Method, Peil, Presenter, SampleQuestion, Visitor, sample};

const IDS: [&str; 4] = ["pet", "words", "statements", "belief"];

fn room(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(&sample([
        SampleQuestion::Choice,
        SampleQuestion::Words,
        SampleQuestion::Scale,
        SampleQuestion::Spectrum,
    ]));
    IDS.iter().for_each(|id| drop(presenter.opens(id)));
    presenter
}

/// Somebody with the cookie of the room's page.
fn joins(peil: &Peil, presenter: &Presenter, name: &str) -> Visitor {
    let mut visitor = peil.visitor(name);
    visitor.goes(&format!("/{}", presenter.code())).expects(200);
    visitor
}

fn stored(presenter: &Presenter) -> [u64; 4] {
    IDS.map(|id| presenter.results(id).voters())
}

#[test]
fn a_page_of_an_earlier_protocol_is_told_to_load_again() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let anna = joins(&peil, &presenter, "Anna");
    let code = presenter.code();
    presenter.opens("pet");
    for spoken in [
        "protocol=1",
        "protocol=2",
        "protocol=4",
        "protocol=",
        "protocol=03",
        "since=1",
    ] {
        let closed = anna
            .opens_socket(&format!("/{code}/live?{spoken}"))
            .opens()
            .is_closed();
        assert_eq!(closed, Some(4400), "{spoken}");
    }
    let vote = |more: Value| {
        let mut frame = json!({ "type": "answer", "question": "pet", "round": 1, "turn": 1 });
        more.as_object()
            .unwrap()
            .iter()
            .for_each(|(name, value)| frame[name] = value.clone());
        frame
    };
    let old = vote(json!({ "value": { "options": [1] } }));
    let new = vote(json!({ "fields": [["option", "1"]] }));
    for (path, frame) in [
        ("frames", &old),
        ("frames?protocol=3", &old),
        ("frames?protocol=1", &old),
        ("frames?protocol=1", &new),
        ("frames?protocol=2", &new),
    ] {
        let refused = anna
            .posts(&format!("/{code}/{path}"), frame)
            .expects(400)
            .problem();
        assert_eq!(refused.code, "protocol", "{path} {frame}");
    }
    assert_eq!(stored(&presenter), [0; 4]);
    let name_of_then = "seen=0123456789abcdef";
    for asked in [
        "protocol=1",
        "protocol=2&since=1",
        name_of_then,
        &format!("since=3&{name_of_then}"),
    ] {
        let refused = anna
            .fetches(&format!("/{code}/state?{asked}"))
            .expects(400)
            .problem();
        assert_eq!(refused.code, "protocol", "{asked}");
    }
    for asked in [
        "",
        "protocol=3",
        "since=0",
        "seen=nowhere",
        &format!("protocol=3&{name_of_then}"),
    ] {
        assert_eq!(
            anna.fetches(&format!("/{code}/state?{asked}"))
                .expects(200)
                .json()["type"],
            "hello",
            "{asked}"
        );
    }
    let saved = anna
        .posts(&format!("/{code}/frames"), &new)
        .expects(200)
        .json();
    assert_eq!(
        (&saved["type"], stored(&presenter)),
        (&json!("saved"), [1, 0, 0, 0]),
        "{saved}"
    );
    let own = anna.fetches(&format!("/{code}/state?protocol=3")).json()["own"]["pet"].clone();
    assert_eq!(
        own,
        json!({ "round": 1, "turn": 1, "fields": [["option", "1"]] })
    );
}

#[test]
fn malformed_fields_are_refused_and_store_nothing() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let code = presenter.code();
    let many = |name: &str| vec![format!(r#"["{name}","1"]"#); 1_000].join(",");
    let (options, entries) = (
        many("option"),
        (0..800)
            .map(|n| format!(r#"["entry","{n}"]"#))
            .collect::<Vec<_>>()
            .join(","),
    );
    let huge = "9".repeat(15_000);
    for (question, name, huge_is, many_is) in [
        ("pet", "option", "wrong_kind", (&options, "too_many")),
        ("words", "entry", "too_long", (&entries, "too_many")),
        (
            "statements",
            "value-1",
            "wrong_kind",
            (&many("nowhere"), "empty"),
        ),
        (
            "belief",
            "value",
            "out_of_range",
            (&many("nowhere"), "empty"),
        ),
    ] {
        presenter.opens(question);
        let anna = joins(&peil, &presenter, question);
        let nul = if name == "entry" {
            "empty"
        } else {
            "wrong_kind"
        };
        for (fields, said) in [
            ("7".to_owned(), "unreadable"),
            (format!(r#"{{"{name}":"1"}}"#), "unreadable"),
            (format!(r#"["{name}","1"]"#), "unreadable"),
            (format!(r#"[["{name}"]]"#), "unreadable"),
            (format!(r#"[["{name}","1","1"]]"#), "unreadable"),
            (format!(r#"[["{name}",1]]"#), "unreadable"),
            (format!(r#"[["{name}",null]]"#), "unreadable"),
            (format!(r#"[["{name}","\ud800"]]"#), "unreadable"),
            (format!(r#"[["{name}","\u0000"]]"#), nul),
            (format!(r#"[["{name}","{huge}"]]"#), huge_is),
            (format!("[{}]", many_is.0), many_is.1),
            (r#"[["nowhere","1"],["sure","1"]]"#.to_owned(), "empty"),
            ("[]".to_owned(), "empty"),
        ] {
            let frame = format!(
                r#"{{"type":"answer","question":"{question}","round":1,"turn":1,"fields":{fields}}}"#
            );
            let json = [("content-type", "application/json")];
            let reply = anna.calls(
                Method::POST,
                &format!("/{code}/frames?protocol=3"),
                &json,
                &frame,
            );
            let status = if said == "unreadable" { 400 } else { 200 };
            assert_eq!(
                reply.expects(status).json()["code"],
                said,
                "{question}: {}",
                &frame[..frame.len().min(120)]
            );
        }
    }
    assert_eq!(stored(&presenter), [0; 4]);
}
