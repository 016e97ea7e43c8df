//! Migration of what a page of protocol 1 had kept and not sent. Its frames carried an answer as a
//! typed `value`; the form that it came from stands beside it, and says the same.

use shared::protocol::ClientFrame;

use super::UnsavedAnswer;
use super::answer::said;
use crate::reading::{Json, Read};

impl Read for UnsavedAnswer {
    fn read(json: &impl Json) -> Option<Self> {
        let mut waiting = Self {
            frame: Read::read(&json.field("frame"))?,
            fields: Read::read(&json.field("fields"))?,
        };
        if let ClientFrame::Answer { fields, .. } = &mut waiting.frame
            && json.field("frame").field("fields").is_null()
        {
            *fields = said(&waiting.fields);
        }
        Some(waiting)
    }
}
