//! The page on which people read afterwards what came out of a room, over the API.

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, header};
use serde::{Deserialize, Deserializer};
use serde_json::json;
use shared::after_page::path;
use shared::ids::{RoomId, SlideId};
use shared::instant::rfc3339;

use super::decks::expected;
use crate::App;
use crate::after_pages::{AfterPageDocument, AfterPageDraft, PageUrl};
use crate::http::body::json_within;
use crate::http::failure::Failure;
use crate::http::rights::Owner;
use crate::precondition::etag;
use crate::service::after_page;
use crate::store::Versioned;

/// A page as JSON, in bytes: what was said is the most of it, and may take twice as many there.
const PAGE_BYTES: usize = 1_200_000;

/// What is to be another; what is left out stays.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PageChange {
    open: Option<bool>,
    #[serde(default, deserialize_with = "said")]
    until: Option<Option<String>>,
    #[serde(default, deserialize_with = "said")]
    show: Option<Option<Vec<SlideId>>>,
    urls: Option<Vec<PageUrl>>,
    text: Option<String>,
    transcript: Option<String>,
    slug: Option<String>,
}

/// What is said, also where that is `null`: that is not left out.
fn said<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    value: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(value).map(Some)
}

impl PageChange {
    fn made_to(self, draft: AfterPageDraft) -> AfterPageDraft {
        AfterPageDraft {
            open: self.open.unwrap_or(draft.open),
            until: self.until.unwrap_or(draft.until),
            show: self.show.unwrap_or(draft.show),
            urls: self.urls.unwrap_or(draft.urls),
            text: self.text.unwrap_or(draft.text),
            transcript: self.transcript.unwrap_or(draft.transcript),
            slug: self.slug.unwrap_or(draft.slug),
        }
    }
}

/// `GET /api/v1/rooms/{room}/page`
pub async fn get(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
) -> Result<Response, Failure> {
    let (found, _) = owner.reach(&app, &room).await?;
    Ok(answered(&owner, &app.after_pages.get(&found.id).await?))
}

/// `PUT /api/v1/rooms/{room}/page`
pub async fn change(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    let change: PageChange = json_within(body, PAGE_BYTES).await?;
    let (found, handle) = owner.reach(&app, &room).await?;
    let expected = expected(&headers)?.ok_or_else(Failure::no_precondition)?;
    let before = app.after_pages.get(&found.id).await?;
    let draft = change.made_to(before.value.draft);
    let stored = after_page::save(&app, (&found, &handle), &expected, draft).await?;
    Ok(answered(&owner, &stored))
}

fn answered(owner: &Owner, stored: &Versioned<AfterPageDocument>) -> Response {
    let document = &stored.value;
    let slug = &document.draft.slug;
    let mut body = json!(document.draft);
    let url = (!slug.is_empty()).then(|| format!("{}{}", owner.base, path(slug)));
    body["url"] = json!(url);
    body["saved_at"] = json!((stored.version > 0).then(|| rfc3339(document.saved_at)));
    let tag = etag(stored.version);
    ([(header::ETAG, tag)], Json(body)).into_response()
}
