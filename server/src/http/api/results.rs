//! A room's results over the API.

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Value, json};
use shared::ids::{RoomId, Round, SlideId};
use shared::instant::rfc3339;
use shared::room::Room;

use crate::App;
use crate::http::failure::Failure;
use crate::http::query_params::QueryParams;
use crate::http::rights::Owner;
use crate::service::results::{self, WantedResults, WithTotals};

/// Which results are asked for.
#[derive(Deserialize)]
pub struct ResultsQuery {
    question: Option<SlideId>,
    round: Option<Round>,
    split: Option<SlideId>,
}

/// `GET /api/v1/rooms/{room}/results`
pub async fn of_room(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    QueryParams(asked): QueryParams<ResultsQuery>,
) -> Result<Json<Value>, Failure> {
    let (found, handle) = owner.reach(&app, &room).await?;
    if asked.round.is_some() && asked.question.is_none() {
        return Err(Failure::malformed("`round` wants a `question`."));
    }
    let wanted = WantedResults {
        question: asked.question.as_ref().map(|id| (id, asked.round)),
        split: asked.split.as_ref(),
    };
    let results = results::of_room(&app, &found, &handle, wanted).await?;
    let questions: Vec<Value> = results.iter().map(of_question).collect();
    let mut answered = json!({ "questions": questions });
    if asked.question.is_none() {
        answered["qa"] = json!(handle.read(Room::listed_questions)?);
    }
    if let Some(ended) = found.document.answers_ended {
        answered["answers_ended_at"] = json!(rfc3339(ended.at));
    }
    Ok(Json(answered))
}

fn of_question(WithTotals { results, totals }: &WithTotals) -> Value {
    let mut value = json!(results.results);
    value["id"] = json!(results.id);
    value["prompt"] = json!(results.prompt);
    value["round"] = json!(results.round);
    // Totals of few say nothing else.
    value["voters"] = json!(results.voters);
    if results.rounds.len() > 1 {
        value["rounds"] = json!(results.rounds);
    }
    if results.typed > 0 {
        value["typed"] = json!(results.typed);
    }
    if results.waiting > 0 {
        value["waiting"] = json!(results.waiting);
    }
    if let Some(split) = &results.split {
        value["split"] = json!(split);
    }
    if results.kept_apart {
        value["fields"] = json!(totals);
    }
    value
}
