//! docs/protocol.md against the types: every frame in it can be read, and means the same when it is
//! written again.
#![allow(clippy::unwrap_used, reason = "a test says what it expects")]

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use shared::protocol::view::{HostView, PhoneView};
use shared::protocol::{ClientFrame, ServerFrame};

#[test]
fn every_frame_in_the_document_is_one_of_ours() {
    let document = include_str!("../../docs/protocol.md");
    let (mut client, mut phone, mut host) = (0, 0, 0);
    for block in document.split("```json ").skip(1) {
        let (whose, rest) = block.split_once('\n').unwrap();
        let frame: Value = serde_json::from_str(rest.split("```").next().unwrap()).unwrap();
        match whose.trim() {
            "client" => same::<ClientFrame>(frame, &mut client),
            "phone" => same::<ServerFrame<PhoneView>>(frame, &mut phone),
            "host" => same::<ServerFrame<HostView>>(frame, &mut host),
            other => panic!("nobody sends frames of `{other}`"),
        }
    }
    assert_eq!(
        (client, phone, host),
        (4, 13, 3),
        "frames of clients, phones and hosts in the document"
    );
}

/// What the document shows is all there is in the frame: nothing is dropped when it is read.
fn same<T: DeserializeOwned + Serialize>(shown: Value, count: &mut u32) {
    let read: T =
        serde_json::from_value(shown.clone()).unwrap_or_else(|error| panic!("{error}: {shown}"));
    let written = serde_json::to_value(read).unwrap();
    for (key, value) in shown.as_object().unwrap() {
        assert_eq!(
            written.get(key).map(without_nulls),
            Some(without_nulls(value)),
            "{key} of {shown}"
        );
    }
    *count += 1;
}

/// A field that is left out and one that is null mean the same.
fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .filter(|(_, value)| !value.is_null() && **value != Value::Array(Vec::new()));
            Value::Object(
                fields
                    .map(|(key, value)| (key.clone(), without_nulls(value)))
                    .collect(),
            )
        }
        Value::Array(values) => Value::Array(values.iter().map(without_nulls).collect()),
        value => value.clone(),
    }
}
