//! What comes from pages without scripts: an urlencoded form in each line, from one of three
//! participants.

use shared::ids::AnswerId;
use shared::limits::FRAME_BYTES;
use shared::question::Fields;

use crate::fuzzed_room::FuzzedRoom;

/// Reads each line as a form and does what it says.
pub fn holds(bytes: &[u8]) {
    let mut fuzzed_room = FuzzedRoom::begins();
    for (number, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let mut fields = Fields(
            form_urlencoded::parse(&line[..line.len().min(FRAME_BYTES)])
                .into_owned()
                .collect(),
        );
        for (name, value) in &mut fields.0 {
            // No fuzzer finds the names that phones have for answers.
            if let Some(answer) = AnswerId::parse(value).filter(|_| name == "upvote") {
                *value = fuzzed_room.room.name_on_phones(answer).to_string();
            }
        }
        if let Ok(event) = fuzzed_room
            .room
            .event_of_form(FuzzedRoom::somebody(number), &fields)
        {
            fuzzed_room.takes(event);
        }
    }
    fuzzed_room.ends();
}
