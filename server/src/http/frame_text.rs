//! Frames as they go over the wire.

use shared::protocol::ServerFrame;

/// A frame as it is sent.
pub fn text<V: serde::Serialize>(frame: &ServerFrame<V>) -> String {
    serde_json::to_string(frame).expect("frames are plain data with text keys")
}
