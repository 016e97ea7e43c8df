//! What a phone reads: its own reader of JSON against serde_json's.

use serde_json::Value;

// The file by itself: with the rest of that crate all of the pages would come along.
#[path = "../../client/src/reading/json.rs"]
mod reader;

/// How far two readings of one number may be apart, as a share of it: a phone's may differ in its
/// last digits.
const APART: f64 = 1e-14;

/// Reads a text with both.
pub fn holds(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    match (
        reader::parse(text),
        serde_json::from_str::<Value>(text).ok(),
    ) {
        (Some(ours), Some(theirs)) => {
            assert!(alike(&ours, &theirs), "{text}: {ours} and not {theirs}")
        }
        (ours, theirs) => assert_eq!(ours, theirs, "{text}"),
    }
}

fn alike(ours: &Value, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Value::Number(ours), Value::Number(theirs)) => {
            let (Some(ours), Some(theirs)) = (ours.as_f64(), theirs.as_f64()) else {
                return false;
            };
            (ours - theirs).abs() <= theirs.abs() * APART + f64::MIN_POSITIVE
        }
        (Value::Array(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len()
                && ours
                    .iter()
                    .zip(theirs)
                    .all(|(ours, theirs)| alike(ours, theirs))
        }
        (Value::Object(ours), Value::Object(theirs)) => {
            let same = |((a, ours), (b, theirs)): ((&String, &Value), (&String, &Value))| {
                a == b && alike(ours, theirs)
            };
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(same)
        }
        _ => ours == theirs,
    }
}
