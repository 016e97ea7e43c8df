//! Decks and rooms in lists, a page at a time. What is said of a room comes from its document, and
//! from memory where the room is there: no list reads a room.

use std::sync::Arc;

use client::views::desk::{RoomRow, RoomStatus};
use serde::Deserialize;
use shared::phase::Phase;

use super::retention;
use crate::App;
use crate::clock::now_ms;
use crate::lobby::RoomLine;
use crate::room::SubmitError;

/// Rows of a page.
pub const PAGE: usize = 50;

/// Which pages of its lists an address asks for, from 1.
#[derive(Clone, Copy, Default, Deserialize)]
pub struct Pages {
    pub decks: Option<usize>,
    pub rooms: Option<usize>,
}

/// The rooms as the desk lists them: what runs first, then what is not over, each newest first.
pub fn in_order(app: &App, mut rooms: Vec<Arc<RoomLine>>) -> Vec<Arc<RoomLine>> {
    rooms.sort_by_key(|room| rank(status(app, room).0));
    rooms
}

fn rank(status: RoomStatus) -> u8 {
    match status {
        RoomStatus::At(Phase::Live) => 0,
        RoomStatus::At(Phase::Ready) | RoomStatus::Idle | RoomStatus::Damaged => 1,
        RoomStatus::At(Phase::Ended) => 2,
    }
}

/// How a room stands, and who joined it. Whether one that nobody has looked at since the start has
/// begun, and who joined it, is not said.
fn status(app: &App, room: &RoomLine) -> (RoomStatus, Option<u64>) {
    let handle = app.registry.peek(&room.id);
    let looked = handle.map(|handle| handle.read(|room| (room.phase, room.people.len())));
    match looked {
        Some(Ok((phase, people))) => (RoomStatus::At(phase), Some(people as u64)),
        Some(Err(SubmitError::Damaged)) => (RoomStatus::Damaged, None),
        _ if room.ended_at.is_some() => (RoomStatus::At(Phase::Ended), None),
        _ => (RoomStatus::Idle, None),
    }
}

/// What a list says of a room.
pub fn room_row(app: &App, room: &RoomLine) -> RoomRow {
    let (status, participants) = status(app, room);
    RoomRow {
        room: room.id.to_string(),
        code: room.code.clone(),
        title: room.title.clone(),
        status,
        participants,
        planned: room.planned.clone(),
        made_on: app.settings.zone.day(room.created_at),
        today: app.settings.zone.day(now_ms()),
        kept: retention::of_line(app, room),
    }
}
