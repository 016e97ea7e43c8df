//! What comes over sockets: a frame in each line, from one of three participants.

use shared::limits::FRAME_BYTES;
use shared::protocol::ClientFrame;

use crate::fuzzed_room::FuzzedRoom;

/// Reads each line as a frame and does what it says.
pub fn holds(bytes: &[u8]) {
    let mut fuzzed_room = FuzzedRoom::begins();
    for (number, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let Ok(mut frame) =
            serde_json::from_slice::<ClientFrame>(&line[..line.len().min(FRAME_BYTES)])
        else {
            continue;
        };
        if let ClientFrame::Upvote { answer, .. } = &mut frame {
            // No fuzzer finds the names that phones have for answers.
            *answer = fuzzed_room.room.name_on_phones(*answer);
        }
        let event = fuzzed_room
            .room
            .event_of(FuzzedRoom::somebody(number), &frame);
        if let Some(Ok(event)) = event {
            fuzzed_room.takes(event);
        }
    }
    fuzzed_room.ends();
}
