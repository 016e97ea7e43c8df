//! For how long the answers of a room are kept, as the desk's pages say it.

use client::views::desk::retention::AnswersKept;

use crate::App;
use crate::clock::now_ms;
use crate::lobby::{FoundRoom, RoomLine};

/// What is to be said of a room in a list.
pub fn of_line(app: &App, room: &RoomLine) -> AnswersKept {
    let (zone, now) = (&app.settings.zone, now_ms());
    let kept = app.retention.kept(room, now);
    AnswersKept {
        until: kept.answers.map(|at| zone.day(at)),
        never_ended: kept.never_ended,
        forms_until: kept.forms.map(|at| zone.day(at)),
        ended: room.answers_ended.map(|ended| zone.day(ended.at)),
        today: zone.day(now),
    }
}

/// The same on the pages of that room.
pub fn of_room(app: &App, found: &FoundRoom) -> AnswersKept {
    of_line(app, &RoomLine::of(&found.id, found.document.clone()))
}
