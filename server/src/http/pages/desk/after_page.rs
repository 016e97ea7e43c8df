//! Where an organiser makes the page on which people read afterwards what came out of a room.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::pages;
use client::results::QuestionRounds;
use client::texts::desk::date;
use client::views::after_page::AfterPage;
use client::views::desk::after_page::{
    AfterPageDesk, AfterPageNotice, AfterPageStatus, PageQuestion,
};
use http::{HeaderMap, StatusCode, header};
use serde::Deserialize;
use shared::after_page::path;
use shared::ids::{RoomId, SlideId};
use shared::limits::TRANSCRIPT_BYTES;
use shared::question::Fields;

use crate::after_pages::{AfterPageDocument, AfterPageDraft, AfterPageError, PageUrl};
use crate::clock::now_ms;
use crate::form_parser;
use crate::http::body::whole;
use crate::http::failure::Failure;
use crate::http::pages::after_page::html;
use crate::http::query_params::QueryParams;
use crate::http::rights::Owner;
use crate::http::urls;
use crate::lobby::FoundRoom;
use crate::precondition::Precondition;
use crate::service::after_page::{self, PageState};
use crate::service::{ServiceError, page_content, reporting};
use crate::store::Versioned;
use crate::{App, qr};

/// What is sent at once, in bytes: the text that is there and a file that takes its place, each of
/// which is refused by itself where it is too long.
const FORM_BYTES: usize = 4 * TRANSCRIPT_BYTES;

/// How the page is asked for.
#[derive(Deserialize)]
pub struct AfterPageQuery {
    saved: Option<u8>,
}

/// `GET /desk/rooms/{room}/page`
pub async fn page(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    QueryParams(asked): QueryParams<AfterPageQuery>,
) -> Result<Response, Failure> {
    let (found, handle) = owner.reach(&app, &room).await?;
    let stored = app.after_pages.get(&found.id).await?;
    let notice = asked.saved.map(|_| AfterPageNotice::Saved);
    let rows = reporting::rows(&app, &found, &handle, None).await?;
    Ok(shown(&desk(&app, &owner, &found, &rows, (&stored, notice))))
}

/// `POST /desk/rooms/{room}/page`
pub async fn save(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let bytes = whole(body, FORM_BYTES).await?;
    let (found, handle) = owner.reach(&app, &room).await?;
    let rows = reporting::rows(&app, &found, &handle, None).await?;
    let Ok(fields) = form_parser::read_any(kind, bytes).await else {
        let stored = app.after_pages.get(&found.id).await?;
        let notice = Some(AfterPageNotice::Unreadable);
        let page = desk(&app, &owner, &found, &rows, (&stored, notice));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, shown(&page)).into_response());
    };
    let draft = draft_of(&fields, &rows);
    let expected = Precondition::of_form(fields.first("version").unwrap_or_default());
    let saved = after_page::save(&app, (&found, &handle), &expected, draft.clone()).await;
    let error = match saved {
        Ok(_) => {
            let to = format!("/desk/rooms/{room}/page?saved=1");
            return Ok(Redirect::to(&to).into_response());
        }
        Err(ServiceError::AfterPage(error)) => error,
        Err(error) => return Err(error.into()),
    };
    let notice = match &error {
        AfterPageError::TooLong => AfterPageNotice::TooLong,
        AfterPageError::Url => AfterPageNotice::Url,
        AfterPageError::Day => AfterPageNotice::Day,
        AfterPageError::Slug => AfterPageNotice::Slug,
        AfterPageError::SlugTaken => AfterPageNotice::SlugTaken,
        AfterPageError::Changed => AfterPageNotice::Changed,
        AfterPageError::Documents(_) => return Err(error.into()),
    };
    // What was typed is there, to be mended, or to be sent once more over what somebody else
    // stored.
    let stored = app.after_pages.get(&found.id).await?;
    let page = desk(&app, &owner, &found, &rows, (&stored, Some(notice)));
    let page = typed(page, &draft);
    Ok((Failure::from(error).status, shown(&page)).into_response())
}

/// `GET /desk/rooms/{room}/page/preview`: the page as it will be, also where nobody else sees it.
pub async fn preview(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
) -> Result<Response, Failure> {
    let (found, handle) = owner.reach(&app, &room).await?;
    let draft = app.after_pages.get(&found.id).await?.value.draft;
    let day = after_page::last_day(&draft, &found, &app.settings.zone);
    let reached = (&found, &handle);
    let page = page_content::page(&app, reached, owner.language(), &draft, &day).await?;
    let page = AfterPage {
        is_preview: true,
        ..page
    };
    Ok(Html(html(&page)).into_response())
}

fn shown(page: &AfterPageDesk) -> Response {
    Html(pages::host::desk_after_page(&urls::assets("desk"), page)).into_response()
}

/// What a sent form puts there.
fn draft_of(fields: &Fields, rows: &[QuestionRounds]) -> AfterPageDraft {
    let mut order = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let id = &row.newest.results.id;
        let wanted = fields.first(&format!("place-{id}"));
        let wanted = wanted.and_then(|text| text.trim().parse::<u32>().ok());
        if fields.first(&format!("in-{id}")).is_some() {
            order.push(((wanted.unwrap_or(u32::MAX), place), id.clone()));
        }
    }
    order.sort();
    let text = |name: &str| fields.first(name).unwrap_or_default().replace("\r\n", "\n");
    let file = Some(text("file")).filter(|file| !file.trim().is_empty());
    let urls = fields.all("label").zip(fields.all("url"));
    let urls = urls.map(|(label, url)| PageUrl {
        label: label.trim().to_owned(),
        url: url.trim().to_owned(),
    });
    AfterPageDraft {
        open: fields.first("open").is_some(),
        until: Some(text("until").trim().to_owned()).filter(|until| !until.is_empty()),
        show: Some(order.into_iter().map(|(_, id)| id).collect()),
        urls: urls
            .filter(|link| !(link.label.is_empty() && link.url.is_empty()))
            .collect(),
        text: text("text").trim().to_owned(),
        transcript: file.unwrap_or_else(|| text("transcript")).trim().to_owned(),
        slug: text("slug").trim().to_owned(),
    }
}

/// The same page with what was typed.
fn typed(page: AfterPageDesk, draft: &AfterPageDraft) -> AfterPageDesk {
    let (is_on, place) = chosen(draft.show.as_deref());
    let mut questions = page.questions;
    for question in &mut questions {
        question.included = is_on(&question.id, question.is_form);
    }
    questions.sort_by_key(|question| place(&question.id));
    AfterPageDesk {
        questions,
        open: draft.open,
        until: draft.until.clone().unwrap_or_default(),
        slug: draft.slug.clone(),
        text: draft.text.clone(),
        transcript: draft.transcript.clone(),
        urls: rows_of(&draft.urls),
        ..page
    }
}

fn desk(
    app: &App,
    owner: &Owner,
    found: &FoundRoom,
    rows: &[QuestionRounds],
    (stored, notice): (&Versioned<AfterPageDocument>, Option<AfterPageNotice>),
) -> AfterPageDesk {
    let (language, zone) = (owner.language(), &app.settings.zone);
    let draft = &stored.value.draft;
    let now = now_ms();
    let said = |day: &str| date::day(language, day, &zone.day(now));
    let status = match after_page::state(&stored.value, found, zone, now) {
        PageState::Closed => AfterPageStatus::Closed,
        PageState::NotYet => AfterPageStatus::Waiting,
        PageState::Open(link) => AfterPageStatus::Open(said(&link.day)),
        PageState::Over(link) => AfterPageStatus::Over(said(&link.day)),
    };
    let address = (!draft.slug.is_empty()).then(|| {
        let url = format!("{}{}", owner.base, path(&draft.slug));
        let qr = qr::svg(&url);
        (url, qr)
    });
    let (is_on, place) = chosen(draft.show.as_deref());
    let answered = rows.iter().filter(|row| row.is_answered());
    let mut questions: Vec<PageQuestion> = answered
        .map(|row| {
            let results = &row.newest.results;
            let id = results.id.to_string();
            PageQuestion {
                included: is_on(&id, results.kept_apart),
                prompt: results.prompt.clone(),
                is_form: results.kept_apart,
                id,
            }
        })
        .collect();
    questions.sort_by_key(|question| place(&question.id));
    AfterPageDesk {
        language,
        room: found.id.to_string(),
        title: found.document.title.clone(),
        version: stored.version,
        status,
        address,
        open: draft.open,
        until: draft.until.clone().unwrap_or_default(),
        slug: draft.slug.clone(),
        text: draft.text.clone(),
        transcript: draft.transcript.clone(),
        urls: rows_of(&draft.urls),
        questions,
        notice,
    }
}

/// Which questions are on it, and in which place each stands: those that are not, at the end.
fn chosen(show: Option<&[SlideId]>) -> (impl Fn(&str, bool) -> bool, impl Fn(&str) -> usize) {
    let at = move |id: &str| show?.iter().position(|other| other.as_str() == id);
    let is_on = move |id: &str, is_form: bool| match show {
        Some(_) => at(id).is_some(),
        None => !is_form,
    };
    let place = move |id: &str| match show {
        Some(_) => at(id).unwrap_or(usize::MAX),
        None => 0,
    };
    (is_on, place)
}

fn rows_of(urls: &[PageUrl]) -> Vec<(String, String)> {
    let row = |link: &PageUrl| (link.label.clone(), link.url.clone());
    urls.iter().map(row).collect()
}
