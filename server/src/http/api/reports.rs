//! What an organiser adds to the report of a room, over the API.

use std::collections::BTreeMap;

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, header};
use serde::Deserialize;
use serde_json::json;
use shared::ids::{AnswerId, RoomId, SlideId};
use shared::instant::rfc3339;
use shared::report::ReportDraft;

use super::decks::expected;
use crate::App;
use crate::http::body::json_within;
use crate::http::failure::Failure;
use crate::http::rights::Owner;
use crate::precondition::etag;
use crate::reports::ReportDocument;
use crate::service::reporting;
use crate::store::Versioned;

/// A draft as JSON, in bytes.
const DRAFT_BYTES: usize = 128 * 1024;

/// What is to be another; what is left out stays.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReportChange {
    lead: Option<String>,
    next: Option<String>,
    order: Option<Vec<SlideId>>,
    quotes: Option<BTreeMap<SlideId, Vec<AnswerId>>>,
    totals: Option<Vec<SlideId>>,
}

impl ReportChange {
    fn made_to(self, draft: ReportDraft) -> ReportDraft {
        ReportDraft {
            lead: self.lead.unwrap_or(draft.lead),
            next: self.next.unwrap_or(draft.next),
            order: self.order.or(draft.order),
            quotes: self.quotes.unwrap_or(draft.quotes),
            totals: self.totals.unwrap_or(draft.totals),
        }
    }
}

/// `GET /api/v1/rooms/{room}/report`: what the organiser adds and chooses.
pub async fn draft(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
) -> Result<Response, Failure> {
    let (found, _) = owner.reach(&app, &room).await?;
    Ok(answered(&app.reports.get(&found.id).await?))
}

/// `PUT /api/v1/rooms/{room}/report`
pub async fn change(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    let change: ReportChange = json_within(body, DRAFT_BYTES).await?;
    let (found, handle) = owner.reach(&app, &room).await?;
    let expected = expected(&headers)?.ok_or_else(Failure::no_precondition)?;
    let before = app.reports.get(&found.id).await?;
    let draft = change.made_to(before.value.draft);
    let counted = reporting::counted(&reporting::rows(&app, &found, &handle, None).await?);
    let stored = app
        .reports
        .save(&found.id, &expected, draft, counted)
        .await?;
    Ok(answered(&stored))
}

fn answered(stored: &Versioned<ReportDocument>) -> Response {
    let document = &stored.value;
    let mut body = json!(document.draft);
    body["saved_at"] = json!((stored.version > 0).then(|| rfc3339(document.saved_at)));
    let tag = etag(stored.version);
    ([(header::ETAG, tag)], Json(body)).into_response()
}
