//! What people filled into a form: the page, its files, and erasing one.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::pages;
use client::views::desk::forms::{DeskForms, FormCell, FormRow, FormRows};
use shared::ids::{RoomId, SlideId};
use shared::question::{FieldValue, FormField};

use super::FORM_BYTES;
use crate::App;
use crate::export::{ExportOptions, forms as table_export};
use crate::forms::{FormRound, KeptForm};
use crate::http::body::form;
use crate::http::failure::Failure;
use crate::http::query_params::QueryParams;
use crate::http::rights::Owner;
use crate::http::{download, urls};
use crate::service::{exporting, forms};

/// `GET /desk/rooms/{room}/forms/{question}`
pub async fn table(
    owner: Owner,
    State(app): State<App>,
    Path((room, question)): Path<(RoomId, SlideId)>,
) -> Result<Response, Failure> {
    let (found, handle) = owner.reach_answers(&app, &room).await?;
    let table = forms::table(&app, &found, &handle, &question).await?;
    let page = DeskForms {
        language: owner.language(),
        room: room.to_string(),
        title: found.document.title.clone(),
        question: question.to_string(),
        prompt: table.prompt,
        rounds: table.rounds.iter().map(rows).collect(),
    };
    // It holds what people told in confidence, so it is never compressed.
    Ok(Html(pages::host::desk_forms(&urls::assets("desk"), &page)).into_response())
}

fn rows(round: &FormRound) -> FormRows {
    let fields = round.fields();
    FormRows {
        number: round.number,
        filled_in: round.filled_in,
        labels: fields.iter().map(|field| field.label.clone()).collect(),
        rows: round.forms.iter().map(|form| row(fields, form)).collect(),
    }
}

fn row(fields: &[FormField], form: &KeptForm) -> FormRow {
    let cells = fields.iter().enumerate().map(|(place, field)| {
        let value = form.document.filled.value(place);
        match value {
            Some(FieldValue::Ticked) => FormCell::Ticked,
            _ => FormCell::Text(table_export::words(field, value)),
        }
    });
    FormRow {
        name: form.name.clone(),
        day: table_export::day(form.document.day),
        cells: cells.collect(),
    }
}

/// `GET /desk/rooms/{room}/forms/{question}/export`
pub async fn export(
    owner: Owner,
    State(app): State<App>,
    Path((room, question)): Path<(RoomId, SlideId)>,
    QueryParams(wanted): QueryParams<ExportOptions>,
) -> Result<Response, Failure> {
    let (found, handle) = owner.reach_answers(&app, &room).await?;
    let table = forms::table(&app, &found, &handle, &question).await?;
    let wanted = (wanted.format, wanted.excel);
    let file = exporting::forms(&app, &found, &handle, &table, wanted)?;
    Ok(download::file(file))
}

/// `POST /desk/rooms/{room}/forms/{question}/erase`: one form, for good.
pub async fn erase(
    owner: Owner,
    State(app): State<App>,
    Path((room, question)): Path<(RoomId, SlideId)>,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body, FORM_BYTES).await?;
    let (found, handle) = owner.reach_answers(&app, &room).await?;
    let name = fields.first("form").unwrap_or_default();
    forms::erase(&app, &found, &handle, (&question, name)).await?;
    Ok(Redirect::to(&format!("/desk/rooms/{room}/forms/{question}")).into_response())
}
