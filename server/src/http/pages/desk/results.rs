//! What came out of a room, for the organiser.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use client::pages;
use client::views::desk::results::{DeskResults, FoundAnswers};
use serde::Deserialize;
use shared::ids::{RoomId, SlideId};
use shared::room::Room;

use super::retention;
use super::state::answers_with;
use crate::App;
use crate::clock::now_ms;
use crate::http::failure::Failure;
use crate::http::query_params::QueryParams;
use crate::http::rights::Owner;
use crate::http::urls;
use crate::service::outcome;

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
    let came = outcome::of(&app, (&found, &handle), split.as_ref()).await?;
    let find = asked.find.trim();
    let zone = &app.settings.zone;
    let looked = |room: &Room| {
        let (rows, total) = answers_with(room, zone, Some(find), FOUND_LISTED);
        FoundAnswers {
            text: find.to_owned(),
            rows,
            total,
        }
    };
    let is_search = !find.is_empty() && came.answers_ended.is_none();
    let page = DeskResults {
        language: owner.language(),
        room: found.id.to_string(),
        title: found.document.title.clone(),
        ended: came.is_over,
        from: came.began_at.map(|at| zone.moment(at)),
        until: came.ended_at.map(|at| zone.moment(at)),
        today: zone.day(now_ms()),
        people: came.people,
        answers: came.answers,
        questions: came.rows,
        splits: came.splits,
        split,
        qa: came.qa,
        search: is_search.then(|| handle.read(looked)).transpose()?,
        kept: retention::of_room(&app, &found),
        notice: asked.note,
    };
    // It holds what single people wrote, so it is never compressed.
    Ok(Html(pages::host::desk_results(&urls::assets("desk"), &page)).into_response())
}
