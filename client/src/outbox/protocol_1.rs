//! What a page of protocol 1 had kept and not sent. Its frames carried an answer as a typed
//! `value`; the form that it came from stands beside it, and says the same.

use serde_json::Value;
use shared::protocol::ClientFrame;

use super::UnsavedAnswer;
use super::answer::said;
use crate::reading::Read;

impl Read for UnsavedAnswer {
    fn read(json: &Value) -> Option<Self> {
        let mut waiting = Self {
            frame: Read::read(&json["frame"])?,
            fields: Read::read(&json["fields"])?,
        };
        if let ClientFrame::Answer { fields, .. } = &mut waiting.frame
            && json["frame"]["fields"].is_null()
        {
            *fields = said(&waiting.fields);
        }
        Some(waiting)
    }
}
