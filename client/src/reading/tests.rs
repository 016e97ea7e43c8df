//! What is read here is what the types themselves read.

use serde::de::DeserializeOwned;
use shared::protocol::{ClientFrame, PhoneView, ServerFrame};

use super::{Read, read};

/// Frames as docs/protocol.md shows them, under the name of their fence.
fn examples(fence: &str) -> Vec<String> {
    let document = include_str!("../../../docs/protocol.md");
    let opening = format!("```json {fence}\n");
    let blocks = document.split(&opening).skip(1);
    blocks.filter_map(|block| block.split("```").next()).map(str::to_owned).collect()
}

#[track_caller]
fn the_same<T: Read + DeserializeOwned + PartialEq + std::fmt::Debug>(text: &str) {
    let expected: T = serde_json::from_str(text).unwrap();
    assert_eq!(read::<T>(text), Some(expected), "{text}");
}

#[test]
fn every_frame_in_the_document_is_read_as_its_type_reads_it() {
    let (to, from) = (examples("phone"), examples("client"));
    assert!(to.len() > 5 && from.len() > 3, "the examples are found");
    to.iter().for_each(|text| the_same::<ServerFrame<PhoneView>>(text));
    from.iter().for_each(|text| the_same::<ClientFrame>(text));
}

#[test]
fn every_refusal_is_read() {
    for code in [
        "closed",
        "voting",
        "erased",
        "unchangeable",
        "empty",
        "full",
        "door_closed",
        "ended",
        "own_answer",
        "bad_key",
        "removed",
    ] {
        the_same::<shared::refusal::Refusal>(&format!(r#"{{"code":"{code}"}}"#));
    }
    for code in ["too_long", "too_many", "too_few", "no_votes_left"] {
        the_same::<shared::refusal::Refusal>(&format!(r#"{{"code":"{code}","limit":3}}"#));
    }
}

/// A page whose state can't be read does not come alive: each notice that the server may put there is read.
#[test]
fn every_notice_of_the_server_is_read() {
    for notice in [r#""cookies""#, r#""try_again""#, r#""cannot_store""#, r#""too_fast""#, r#""joined_again""#] {
        the_same::<crate::views::participant::Notice>(notice);
    }
    for notice in [
        r#"{"refused":{"code":"removed"}}"#,
        r#"{"unsure":{"doubt":"unanswered","statements":[2,4]}}"#,
        r#"{"unsure":{"doubt":"fewer","given":1,"of":3}}"#,
        r#"{"unsure":{"doubt":"unchosen","label":"Anders"}}"#,
    ] {
        the_same::<crate::views::participant::Notice>(notice);
    }
}

#[test]
fn what_is_something_else_is_nothing() {
    for text in ["", "{", "[]", "{}", r#"{"type":"hello"}"#, r#"{"type":"view","seq":-1}"#] {
        assert_eq!(read::<ServerFrame<PhoneView>>(text), None, "{text}");
    }
}
