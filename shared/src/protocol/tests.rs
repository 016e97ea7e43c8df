//! Frames as text: what one side writes, the other reads.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use serde_json::{Value, json};

use super::*;
use crate::phase::Phase;
use crate::protocol::view::PhoneView;
use crate::question::tests::form;

#[test]
fn a_refusal_comes_through_whole_beside_the_round_it_is_about() {
    for refusal in Refusal::ALL.map(|refusal| refusal.with_number(3)) {
        let own = Some(Own {
            round: 3,
            turn: 1,
            ..Own::default()
        });
        let refused = Refused {
            question: "knowledge".into(),
            round: 1,
            turn: 2,
            answer: None,
            refusal: refusal.clone(),
            own,
        };
        let frame = ServerFrame::<PhoneView>::Refused(refused);
        let text = serde_json::to_string(&frame).unwrap();
        assert_eq!(
            serde_json::from_str::<ServerFrame<PhoneView>>(&text).unwrap(),
            frame,
            "{text}"
        );
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(
            (value["round"].as_u64(), value["code"].as_str()),
            (Some(1), Some(refusal.code())),
            "{text}"
        );
    }
}

#[test]
fn what_a_phone_sends() {
    let read = |value: Value| serde_json::from_value::<ClientFrame>(value);
    let frames = [
        (
            json!({"type": "answer", "question": "q", "round": 1, "turn": 3, "fields": [["option", "1"]]}),
            ClientFrame::Answer {
                question: "q".into(),
                round: 1,
                turn: 3,
                fields: form([("option", "1")]),
                seq: None,
            },
        ),
        (
            json!({"type": "add", "question": "q", "round": 1, "key": "k", "turn": 1, "text": "x", "seq": 9}),
            ClientFrame::Add {
                question: "q".into(),
                round: 1,
                key: Key::from("k"),
                turn: 1,
                text: "x".to_owned(),
                seq: Some(9),
            },
        ),
        (
            json!({"type": "upvote", "question": "q", "answer": "a12", "on": true}),
            ClientFrame::Upvote {
                question: "q".into(),
                answer: AnswerId(12),
                on: true,
                seq: None,
            },
        ),
        (
            json!({"type": "ping", "id": 7}),
            ClientFrame::Ping { id: 7 },
        ),
    ];
    for (json, frame) in frames {
        assert_eq!(read(json.clone()).unwrap(), frame);
        assert_eq!(serde_json::to_value(&frame).unwrap(), json);
    }
    for odd in [
        json!({"type": "dance"}),
        json!({"type": "ping"}),
        json!({"type": "ping", "id": -1}),
        json!({"type": "upvote", "question": "q", "answer": "12", "on": true}),
        json!({"type": "upvote", "question": "q", "answer": "a-1", "on": true}),
        json!([]),
        json!({"type": "answer", "question": "q", "round": 1, "turn": 3, "value": {"options": [1]}}),
        json!({"type": "answer", "question": "q", "round": 1, "turn": 3}),
    ] {
        assert!(read(odd.clone()).is_err(), "{odd}");
    }
}

/// What comes instead of fields, in a frame that is right otherwise.
#[test]
fn fields_are_pairs_of_texts_and_nothing_else() {
    let read = |fields: &str| {
        let frame =
            format!(r#"{{"type":"answer","question":"q","round":1,"turn":1,"fields":{fields}}}"#);
        serde_json::from_str::<ClientFrame>(&frame)
    };
    for odd in [
        "null",
        "7",
        "true",
        r#""option""#,
        "{}",
        r#"{"option":"1"}"#,
        r#"["option","1"]"#,
        "[[]]",
        r#"[["option"]]"#,
        r#"[["option","1","2"]]"#,
        r#"[["option",1]]"#,
        r#"[["option",null]]"#,
        r#"[["option",["1"]]]"#,
        r#"[[1,"1"]]"#,
        r#"[{"name":"option","value":"1"}]"#,
        r#"[["option","1"],null]"#,
        r#"[["entry","\ud800"]]"#,
        r#"[["entry","\udc00\ud800"]]"#,
        r#"[["\ud83d","x"]]"#,
        r#"[["option","1"]],"fields":[]"#,
        "[[\"entry\",\"\0\"]]",
    ] {
        assert!(read(odd).is_err(), "{odd}");
    }
    for (fine, expected) in [
        ("[]", form([])),
        (r#"[["",""]]"#, form([("", "")])),
        (r#"[["entry","\u0000"]]"#, form([("entry", "\0")])),
        (
            r#"[["entry","\ud83d\ude42"],["entry","🙂"]]"#,
            form([("entry", "🙂"), ("entry", "🙂")]),
        ),
    ] {
        let Ok(ClientFrame::Answer { fields, .. }) = read(fine) else {
            panic!("{fine}")
        };
        assert_eq!(fields, expected, "{fine}");
    }
}

/// The longest id, and all that a scale can have.
#[test]
fn a_scale_of_twenty_statements_stays_under_a_kibibyte() {
    for values in [[Some(i32::MIN); 20], [None; 20], [Some(10); 20]] {
        let fields = crate::question::scale::fields(&values);
        let question = "q".repeat(crate::limits::SLIDE_ID_BYTES).as_str().into();
        let frame = ClientFrame::Answer {
            question,
            round: u32::MAX,
            turn: u64::MAX,
            fields,
            seq: Some(u64::MAX),
        };
        let length = serde_json::to_string(&frame).unwrap().len();
        assert!(length < 1_024, "{length} bytes of {values:?}");
    }
}

#[test]
fn what_a_server_sends() {
    let view = PhoneView {
        title: "Een middag".to_owned(),
        language: "nl".to_owned(),
        phase: Phase::Ready,
        slide: None,
        last: false,
        trial: false,
        own_pace: false,
        late: Vec::new(),
        asked: Vec::new(),
        reactions: Vec::new(),
        groups: Vec::new(),
        qa: None,
        page: None,
        page_day: None,
    };
    let own = Own {
        round: 1,
        turn: 2,
        fields: Some(form([("value", "73")])),
        ..Own::default()
    };
    let saved = Saved {
        question: "q".into(),
        round: 1,
        turn: 2,
        seq: 41,
        answer: Some(AnswerId(4)),
    };
    for (frame, tag) in [
        (
            ServerFrame::Hello {
                seq: 41,
                you: Some(ParticipantId(0xa)),
                group: None,
                finished: false,
                own: BTreeMap::from([("q".into(), own)]),
                view: view.clone(),
            },
            "hello",
        ),
        (ServerFrame::View { seq: 42, view }, "view"),
        (ServerFrame::Saved(saved), "saved"),
        (
            ServerFrame::Finished {
                missing: vec!["q".into()],
            },
            "finished",
        ),
        (ServerFrame::Pong { id: 7, seq: 42 }, "pong"),
        (
            ServerFrame::Error {
                code: "unreadable".to_owned(),
                about: None,
            },
            "error",
        ),
    ] {
        let value = serde_json::to_value(&frame).unwrap();
        assert_eq!(value["type"], tag);
        assert_eq!(
            serde_json::from_value::<ServerFrame<PhoneView>>(value).unwrap(),
            frame
        );
    }
}

#[test]
fn a_network_is_written_as_phones_read_it() {
    for (name, password, address) in [
        ("gast", Some("welkom"), "WIFI:T:WPA;S:gast;P:welkom;;"),
        ("gast", None, "WIFI:T:nopass;S:gast;;"),
        (
            "wijk; \"centrum\"",
            Some("a:b,c\\d"),
            "WIFI:T:WPA;S:wijk\\; \\\"centrum\\\";P:a\\:b\\,c\\\\d;;",
        ),
    ] {
        let wifi = crate::protocol::view::WifiView {
            name: name.into(),
            password: password.map(str::to_owned),
            qr: String::new(),
        };
        assert_eq!(wifi.address(), address);
    }
}
