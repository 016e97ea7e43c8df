//! What came out of a room, for the organiser.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use client::pages;
use client::views::desk::results::{DeskResults, FoundAnswers};
use serde::Deserialize;
use shared::ids::{RoomId, SlideId};
use shared::phase::Phase;

use super::state::answers_with;
use crate::App;
use crate::clock::now_ms;
use crate::export::json::listed_qa;
use crate::http::failure::Failure;
use crate::http::query_params::QueryParams;
use crate::http::rights::Owner;
use crate::http::urls;
use crate::service::reporting;

/// Answers that a search lists: the newest.
const FOUND_LISTED: usize = 100;

/// How the page is asked for.
#[derive(Deserialize)]
pub struct ResultsPageQuery {
    #[serde(default)]
    split: String,
    #[serde(default)]
    find: String,
    note: Option<String>,
}

/// `GET /desk/rooms/{room}/results`
pub async fn page(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    QueryParams(asked): QueryParams<ResultsPageQuery>,
) -> Result<Response, Failure> {
    let (found, handle) = owner.reach(&app, &room).await?;
    let split = Some(asked.split.trim())
        .filter(|split| !split.is_empty())
        .map(SlideId::from);
    let questions = reporting::rows(&app, &found, &handle, split.as_ref()).await?;
    let find = asked.find.trim();
    let zone = &app.settings.zone;
    let page = handle.read(|room| DeskResults {
        language: owner.language(),
        room: found.id.to_string(),
        title: found.document.title.clone(),
        ended: room.phase == Phase::Ended,
        from: room.began_at.map(|at| zone.moment(at)),
        until: room.ended_at().map(|at| zone.moment(at)),
        today: zone.day(now_ms()),
        people: room.people.len() as u64,
        answers: room.answers_total() as u64,
        questions: questions.clone(),
        splits: room
            .groupings()
            .into_iter()
            .map(|(by, prompt)| (by, prompt.to_owned()))
            .collect(),
        split: split.clone(),
        qa: listed_qa(room),
        search: (!find.is_empty()).then(|| {
            let (rows, total) = answers_with(room, zone, Some(find), FOUND_LISTED);
            FoundAnswers {
                text: find.to_owned(),
                rows,
                total,
            }
        }),
        notice: asked.note,
    })?;
    // It holds what single people wrote, so it is never compressed.
    Ok(Html(pages::host::desk_results(&urls::assets("desk"), &page)).into_response())
}
