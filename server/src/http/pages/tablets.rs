//! The page of the tablets that tables share, for whoever leads the room.

use axum::body::Body;
use axum::extract::Query;
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::language::Language;
use client::pages;
use client::texts::desk::notice;
use client::texts::desk::tablets::TabletsTexts;
use client::texts::phone::group_name;
use client::views::desk::groups::GroupCode;
use client::views::desk::tablets::{TabletRow, TabletsOfRoom};
use serde::Deserialize;
use serde_json::json;
use shared::groups::GroupName;

use super::host_form::FORM_BYTES;
use crate::http::body::form;
use crate::http::failure::Failure;
use crate::http::host_requests;
use crate::http::rights::{Presenter, RoomRole};
use crate::http::urls;
use crate::qr;
use crate::service::tablets::carry_out;

/// What went wrong with what the page asked.
#[derive(Deserialize)]
pub struct TabletsQuery {
    notice: Option<String>,
}

/// `GET /rooms/{room}/tablets`
pub async fn page(
    role: RoomRole<Presenter>,
    Query(asked): Query<TabletsQuery>,
) -> Result<Response, Failure> {
    let (caller, found) = (&role.caller, &role.found);
    let language = caller.language();
    let (title, spoken, names, tablets, renewed) = role.handle.read(|room| {
        let spoken = Language::of_tag(&room.deck.language);
        let title = room.deck.title.clone();
        let renewed = room.tablet_codes_renewed();
        (title, spoken, room.group_names(), room.tablets(), renewed)
    })?;
    let called = |language: Language, group: &GroupName| {
        group_name(language, group.number.0, group.name.as_deref())
    };
    // What lies on tables is read by who speaks the deck's language.
    let of_deck = spoken.unwrap_or(language);
    let code = |name: String, group| {
        let page = urls::tablet_page(&found.document, renewed, group);
        let url = format!("{}{page}", caller.base);
        let qr_svg = qr::svg(&url);
        GroupCode { name, url, qr_svg }
    };
    let codes = match names.as_slice() {
        [] => vec![code(TabletsTexts::of(of_deck).one_tablet.to_owned(), None)],
        groups => groups
            .iter()
            .map(|group| code(called(of_deck, group), Some(group.number)))
            .collect(),
    };
    let named = |number| names.iter().find(|group| Some(group.number) == number);
    let rows = tablets.into_iter().map(|tablet| TabletRow {
        number: tablet.number.0,
        people: tablet.people,
        group: named(tablet.group).map(|group| called(language, group)),
        ended: tablet.ended,
    });
    let problem = asked.notice.as_deref();
    let page = TabletsOfRoom {
        language,
        room: found.id.clone(),
        desk: role.rights.owns(),
        title,
        codes,
        tablets: rows.collect(),
        problem: problem.map(|code| notice::notice(language, code)),
    };
    // Full of secrets: it is never compressed.
    let html = pages::host::tablets(&urls::assets("desk"), &page);
    Ok(Html(html).into_response())
}

/// `POST /rooms/{room}/tablets`: a button of that page.
pub async fn press(role: RoomRole<Presenter>, body: Body) -> Result<Response, Failure> {
    let fields = form(body, FORM_BYTES).await?;
    let mut asked = json!({ "do": fields.first("do") });
    let tablet = fields.first("tablet").and_then(|it| it.parse::<u16>().ok());
    if let Some(tablet) = tablet {
        asked["tablet"] = json!(tablet);
    }
    let page = format!("/rooms/{}/tablets", role.found.id);
    let failed = match carry_out((&role.found, &role.handle), host_requests::tablets(asked)?).await
    {
        Ok(_) => None,
        Err(error) => Some(Failure::from(error).code),
    };
    let notice = failed.map(|code| format!("?notice={code}"));
    Ok(Redirect::to(&format!("{page}{}", notice.unwrap_or_default())).into_response())
}
