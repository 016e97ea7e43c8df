//! Removing participants by the desk's form, which asks first, and returning them.

use std::cmp::Reverse;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use client::views::desk::{MinuteRow, RemovedRow, Removing};
use shared::ids::{Millis, RoomId};
use shared::instant::rfc3339;
use shared::question::Fields;
use shared::room::{Room, TimeRange};

use super::{FORM_BYTES, after};
use crate::App;
use crate::http::body::form;
use crate::http::failure::Failure;
use crate::http::rights::Owner;
use crate::service::participants::{Removal, carry_out, time_range};
use crate::zone::Zone;

/// Minutes that the room's page lists, those in which most people joined.
const MINUTES_LISTED: usize = 60;
const MINUTE_MS: u64 = 60_000;

/// Whom the page asks about.
#[derive(Default, serde::Deserialize)]
pub struct RemovalPrompt {
    joined_from: Option<String>,
    joined_to: Option<String>,
}

impl RemovalPrompt {
    /// The stretch of time, if the page asks about one.
    pub fn time_range(&self) -> Option<TimeRange> {
        time_range(self.joined_from.as_deref()?, self.joined_to.as_deref()?).ok()
    }
}

/// `POST /desk/rooms/{room}/participants`: removes, after asking, or returns.
pub async fn participants(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body, FORM_BYTES).await?;
    let (found, handle) = owner.reach_answers(&app, &room).await?;
    let removal = if fields.first("do") == Some("return") {
        Removal::Return
    } else {
        Removal::Remove
    };
    let wanted = wanted(&fields);
    if let (Ok(range), Removal::Remove, None) = (&wanted, removal, fields.first("confirm"))
        && handle.read(|room| {
            room.would_remove(*range)
                .is_ok_and(|about| about.people > 0)
        })?
    {
        return Ok(Redirect::to(&asking(&room, *range)).into_response());
    }
    let done = match wanted {
        Ok(range) => carry_out(&app, &found, &handle, removal, range)
            .await
            .map_err(Failure::from),
        Err(failure) => Err(failure),
    };
    let done = done.and_then(|done| {
        if done.concerned.people > 0 {
            Ok(())
        } else {
            Err(nobody())
        }
    });
    after(done, "participants", &app, &found, &handle, &owner)
}

/// Whole minutes, the last of them included; or moments, where the page had asked already.
fn wanted(fields: &Fields) -> Result<TimeRange, Failure> {
    let field = |name| fields.first(name).unwrap_or_default();
    if fields.first("from").is_none() {
        return Ok(time_range(field("joined_from"), field("joined_to"))?);
    }
    let last = shared::instant::read(field("to"))
        .map(|to| rfc3339(to + MINUTE_MS))
        .unwrap_or_default();
    Ok(time_range(field("from"), &last)?)
}

fn asking(room: &RoomId, range: TimeRange) -> String {
    format!(
        "/desk/rooms/{room}?joined_from={}&joined_to={}#participants",
        rfc3339(range.from),
        rfc3339(range.to)
    )
}

fn nobody() -> Failure {
    Failure::new(
        http::StatusCode::CONFLICT,
        "nobody_removed",
        "Nobody joined between these moments.",
    )
}

/// What the room's page shows of all this.
pub fn removing(room: &Room, zone: &Zone, now: Millis) -> Removing {
    let mut minutes: Vec<(Millis, u64)> = room.joined_by_minute().into_iter().collect();
    minutes.sort_by_key(|(_, people)| Reverse(*people));
    minutes.truncate(MINUTES_LISTED);
    minutes.sort_unstable();
    let minute = |(at, people)| MinuteRow {
        at: zone.rfc3339(at),
        ago: now.saturating_sub(at) / MINUTE_MS,
        people,
    };
    let removed = room.removals().into_iter().map(|(range, away)| {
        let returning = room.would_return(range).map_or(0, |back| back.people);
        row(zone, range, away.people, away.answers, returning)
    });
    Removing {
        minutes: minutes.into_iter().map(minute).collect(),
        asked: None,
        removed: removed.collect(),
    }
}

/// Whom the page asks about, if there is anybody.
pub fn asked(room: &Room, zone: &Zone, range: TimeRange) -> Option<RemovedRow> {
    let about = room
        .would_remove(range)
        .ok()
        .filter(|about| about.people > 0)?;
    Some(row(zone, range, about.people, about.answers, 0))
}

fn row(zone: &Zone, range: TimeRange, people: u64, answers: u64, returning: u64) -> RemovedRow {
    RemovedRow {
        from: zone.rfc3339(range.from),
        to: zone.rfc3339(range.to),
        people,
        answers,
        returning,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_stand_on_the_organisers_clock_and_come_back_as_they_were() {
        let range = TimeRange {
            from: 1_792_888_200_678,
            to: 1_792_888_260_000,
        };
        for (zone, from, to) in [
            (
                "Europe/Amsterdam",
                "2026-10-25T02:30:00.678+02:00",
                "2026-10-25T02:31:00.000+02:00",
            ),
            (
                "UTC",
                "2026-10-25T00:30:00.678+00:00",
                "2026-10-25T00:31:00.000+00:00",
            ),
            (
                "America/Curacao",
                "2026-10-24T20:30:00.678-04:00",
                "2026-10-24T20:31:00.000-04:00",
            ),
            (
                "Asia/Kolkata",
                "2026-10-25T06:00:00.678+05:30",
                "2026-10-25T06:01:00.000+05:30",
            ),
            (
                "Pacific/Kiritimati",
                "2026-10-25T14:30:00.678+14:00",
                "2026-10-25T14:31:00.000+14:00",
            ),
        ] {
            let row = row(&zone.parse().unwrap(), range, 1, 1, 0);
            assert_eq!((row.from.as_str(), row.to.as_str()), (from, to));
            let back = super::time_range(&row.from, &row.to).ok();
            assert_eq!(
                back.map(|back| (back.from, back.to)),
                Some((range.from, range.to)),
                "{zone}"
            );
        }
    }
}
