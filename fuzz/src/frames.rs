//! What comes over sockets: a frame in each line, from one of three participants.

use shared::limits::FRAME_BYTES;
use shared::protocol::ClientFrame;

use crate::evening::Evening;

/// Reads each line as a frame and does what it says.
pub fn holds(bytes: &[u8]) {
    let mut evening = Evening::begins();
    for (number, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let Ok(mut frame) = serde_json::from_slice::<ClientFrame>(&line[..line.len().min(FRAME_BYTES)]) else {
            continue;
        };
        if let ClientFrame::Upvote { answer, .. } = &mut frame {
            // No fuzzer finds the names that phones have for answers.
            *answer = evening.room.name_on_phones(*answer);
        }
        let event = evening.room.event_of(Evening::somebody(number), &frame);
        if let Some(Ok(event)) = event {
            evening.takes(event);
        }
    }
    evening.ends();
}
