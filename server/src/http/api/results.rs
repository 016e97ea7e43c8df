//! A room's results over the API.

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Value, json};
use shared::ids::{RoomId, SlideId};

use crate::App;
use crate::export;
use crate::http::failure::Failure;
use crate::http::query_params::QueryParams;
use crate::http::rights::Owner;
use crate::service::results::{self, QuestionResults};

/// By which question results are split, in place of what the deck says.
#[derive(Deserialize)]
pub struct ResultsQuery {
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
    let results = results::of_room(&app, &found, &handle, asked.split.as_ref()).await?;
    let questions: Vec<Value> = results.iter().map(of_question).collect();
    let qa = handle.read(export::json::listed_qa)?;
    Ok(Json(json!({ "questions": questions, "qa": qa })))
}

fn of_question(of: &QuestionResults) -> Value {
    let mut value = json!(of.results);
    value["id"] = json!(of.question);
    value["prompt"] = json!(of.prompt);
    value["round"] = json!(of.round);
    if of.typed > 0 {
        value["typed"] = json!(of.typed);
    }
    if of.waiting > 0 {
        value["waiting"] = json!(of.waiting);
    }
    if let Some(split) = &of.split {
        value["split"] = json!(split);
    }
    if of.kept_apart {
        value["fields"] = json!(of.totals);
    }
    value
}
