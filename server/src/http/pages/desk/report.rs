//! The page on which an organiser makes the report of a room.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::pages;
use client::results::QuestionRounds;
use client::texts::desk::{date, plurals};
use client::views::desk::report::{ReportChoice, ReportDesk};
use http::StatusCode;
use serde::Deserialize;
use shared::ids::{AnswerId, RoomId, SlideId};
use shared::question::Fields;
use shared::report::ReportDraft;

use crate::App;
use crate::clock::now_ms;
use crate::http::body::form;
use crate::http::failure::Failure;
use crate::http::query_params::QueryParams;
use crate::http::rights::Owner;
use crate::http::urls;
use crate::lobby::FoundRoom;
use crate::precondition::Precondition;
use crate::reports::{ReportDocument, ReportError};
use crate::service::reporting;
use crate::store::Versioned;

/// What is sent at once, in bytes.
const FORM_BYTES: usize = 256 * 1024;
/// Answers that can be chosen as quotes: those with most votes.
const QUOTABLE: usize = 100;

/// How the page is asked for.
#[derive(Deserialize)]
pub struct ReportQuery {
    saved: Option<u8>,
}

/// `GET /desk/rooms/{room}/report`
pub async fn page(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    QueryParams(asked): QueryParams<ReportQuery>,
) -> Result<Response, Failure> {
    let (found, handle) = owner.reach(&app, &room).await?;
    let rows = reporting::rows(&app, &found, &handle, None).await?;
    let stored = app.reports.get(&found.id).await?;
    let page = ReportDesk {
        saved: asked.saved.is_some(),
        ..desk(&app, &owner, &found, &rows, &stored)
    };
    Ok(shown(&page))
}

/// `POST /desk/rooms/{room}/report`
pub async fn save(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body, FORM_BYTES).await?;
    let (found, handle) = owner.reach(&app, &room).await?;
    let rows = reporting::rows(&app, &found, &handle, None).await?;
    let draft = draft_of(&fields, &rows);
    let expected = Precondition::of_form(fields.first("version").unwrap_or_default());
    let counted = reporting::counted(&rows);
    match app
        .reports
        .save(&found.id, &expected, draft.clone(), counted)
        .await
    {
        Ok(_) => {
            let to = format!("/desk/rooms/{room}/report?saved=1");
            Ok(Redirect::to(&to).into_response())
        }
        Err(ReportError::Changed) => {
            // What was typed is there, to be sent once more over what somebody else stored.
            let mut stored = app.reports.get(&found.id).await?;
            stored.value.draft = draft;
            let page = ReportDesk {
                conflict: true,
                ..desk(&app, &owner, &found, &rows, &stored)
            };
            Ok((StatusCode::PRECONDITION_FAILED, shown(&page)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// It holds what single people wrote, so it is never compressed.
fn shown(page: &ReportDesk) -> Response {
    Html(pages::host::desk_report(&urls::assets("desk"), page)).into_response()
}

/// What a sent form chooses.
fn draft_of(fields: &Fields, rows: &[QuestionRounds]) -> ReportDraft {
    let mut order = Vec::new();
    let (mut quotes, mut totals) = (BTreeMap::new(), Vec::new());
    for (place, row) in rows.iter().enumerate() {
        let results = &row.newest.results;
        let is_in = fields.first(&format!("in-{}", results.id)).is_some();
        let wanted = fields.first(&format!("place-{}", results.id));
        let wanted = wanted.and_then(|text| text.trim().parse::<u32>().ok());
        if is_in {
            order.push(((wanted.unwrap_or(u32::MAX), place), results.id.clone()));
        }
        if is_in && results.kept_apart {
            totals.push(results.id.clone());
        }
        let name = format!("quote-{}", results.id);
        let chosen: Vec<AnswerId> = fields.all(&name).filter_map(AnswerId::parse).collect();
        if !chosen.is_empty() {
            quotes.insert(results.id.clone(), chosen);
        }
    }
    order.sort();
    let text = |name: &str| fields.first(name).unwrap_or_default().replace("\r\n", "\n");
    ReportDraft {
        lead: text("lead").trim().to_owned(),
        next: text("next").trim().to_owned(),
        order: Some(order.into_iter().map(|(_, id)| id).collect()),
        quotes,
        totals,
    }
}

fn desk(
    app: &App,
    owner: &Owner,
    found: &FoundRoom,
    rows: &[QuestionRounds],
    stored: &Versioned<ReportDocument>,
) -> ReportDesk {
    let language = owner.language();
    let (document, zone) = (&stored.value, &app.settings.zone);
    let saved_at = (stored.version > 0).then(|| {
        let moment = zone.moment(document.saved_at);
        date::moment(language, &moment, &zone.day(now_ms()))
    });
    let draft = &document.draft;
    let answered = rows.iter().filter(|row| row.is_answered());
    let place = |id: &SlideId| match &draft.order {
        Some(order) => order
            .iter()
            .position(|other| other == id)
            .unwrap_or(usize::MAX),
        None => 0,
    };
    let mut questions: Vec<&QuestionRounds> = answered.collect();
    questions.sort_by_key(|row| place(&row.newest.results.id));
    let changed = questions.iter().filter_map(|row| {
        let results = &row.newest.results;
        let before = *document.counted.get(&results.id)?;
        let said = |count| plurals::answers(language, count);
        (before != results.voters)
            .then(|| (results.prompt.clone(), said(before), said(results.voters)))
    });
    ReportDesk {
        language,
        room: found.id.to_string(),
        title: found.document.title.clone(),
        version: stored.version,
        saved_at,
        lead: draft.lead.clone(),
        next: draft.next.clone(),
        changed: changed.collect(),
        questions: questions.iter().map(|row| choice(row, draft)).collect(),
        saved: false,
        conflict: false,
    }
}

fn choice(row: &QuestionRounds, draft: &ReportDraft) -> ReportChoice {
    let results = &row.newest.results;
    let quoted = draft.quotes.get(&results.id);
    let is_quoted = |id: &AnswerId| quoted.is_some_and(|quoted| quoted.contains(id));
    let mut answers: Vec<_> = results.results.added().iter().collect();
    answers.sort_by_key(|answer| (!is_quoted(&answer.id), std::cmp::Reverse(answer.votes)));
    // What the room was not shown is in no report.
    let quotable = answers.into_iter().filter(|_| results.shown);
    let quotes = quotable.take(QUOTABLE);
    let is_listed = draft
        .order
        .as_ref()
        .map(|order| order.contains(&results.id));
    ReportChoice {
        id: results.id.to_string(),
        prompt: results.prompt.clone(),
        included: match results.kept_apart {
            true => draft.totals.contains(&results.id),
            false => is_listed.unwrap_or(true),
        },
        is_form: results.kept_apart,
        quotes: quotes
            .map(|answer| (answer.id, answer.text.clone(), is_quoted(&answer.id)))
            .collect(),
    }
}
