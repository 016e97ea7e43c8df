//! The questions to the speakers on a page of their own: for who moderates them, and for who
//! answers them.

use axum::body::Body;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::pages;
use client::views::desk::moderating::whole_list::WholeList;
use client::views::desk::questions::press::{QuestionsPress, notice_code, pressed};
use serde::Deserialize;
use shared::host::HostRole;
use shared::limits::QA_HOSTS;
use shared::protocol::view::QaQuestion;
use shared::question::Fields;

use super::host_form::FORM_BYTES;
use super::host_state::followed;
use super::paging::{self, holds, parameters};
use super::return_page::ReturnPage;
use crate::App;
use crate::clock::now_ms;
use crate::http::body::form;
use crate::http::failure::Failure;
use crate::http::rights::{RoomRole, Speaker};
use crate::http::{compression, urls};
use crate::service::ServiceError;
use crate::service::qa::{self, TypedQuestion};

/// What of the list is asked for; nothing of the page that follows the room.
#[derive(Default, Deserialize)]
pub struct QuestionsQuery {
    notice: Option<String>,
    /// What a question must hold.
    find: Option<String>,
    /// Which page, from 1.
    page: Option<String>,
}

/// `GET /rooms/{room}/qa`
pub async fn page(
    role: RoomRole<Speaker>,
    State(app): State<App>,
    Query(asked): Query<QuestionsQuery>,
) -> Result<Response, Failure> {
    let seen_as = role.rights.qa_role();
    let room = (&role.found, &role.handle);
    let mut state = followed(&app, &role.caller, room, role.rights.actor, [seen_as; 2])?;
    state.notice = asked.notice.clone();
    state.clock = app.settings.zone.time_of_day(now_ms());
    let whole = asked.find.is_some() || asked.page.is_some();
    if let Some(shown) = state.view.qa.as_mut().filter(|_| whole) {
        let all = role.handle.read(|room| room.qa_list(seen_as))?;
        let address = format!("/rooms/{}/qa", role.found.id);
        let (rows, list) = asked.page_of(all, &address);
        shown.list = rows;
        (state.list, state.picked) = (Some(list), true);
    }
    let assets = urls::assets(if state.picked { "desk" } else { "remote" });
    Ok(compression::may_be(Html(pages::host::questions(
        &assets, &state,
    ))))
}

impl QuestionsQuery {
    fn of_form(fields: &Fields) -> Self {
        let said = |name: &str| fields.first(name).map(str::to_owned);
        Self {
            notice: None,
            find: said("find"),
            page: said("page"),
        }
    }

    /// What an address says of it.
    fn parameters(&self) -> String {
        parameters(&[
            ("find", &self.find),
            ("page", &self.page),
            ("notice", &self.notice),
        ])
    }

    /// Those that it asks for, and what the page says of the others.
    fn page_of(&self, mut all: Vec<QaQuestion>, address: &str) -> (Vec<QaQuestion>, WholeList) {
        let find = self.find.as_deref().unwrap_or_default().trim().to_owned();
        all.retain(|question| holds(texts(question), &find));
        let wanted = self.page.as_deref().and_then(|page| page.parse().ok());
        let at = |page: usize| {
            let beside = Self {
                notice: None,
                find: self.find.clone(),
                page: Some(page.to_string()),
            };
            format!("{address}?{}", beside.parameters())
        };
        let (rows, pages) = paging::page(&all, QA_HOSTS, wanted, QaQuestion::clone, at).apart();
        let list = WholeList {
            find,
            by_count: false,
            pages,
        };
        (rows, list)
    }
}

/// A question, and what counts as it.
fn texts(question: &QaQuestion) -> impl Iterator<Item = &String> {
    let doubles = question.merged.iter().map(|double| &double.text);
    doubles.chain([&question.text])
}

/// `POST /rooms/{room}/qa`: a button of that page, or of the questions on the console.
pub async fn press(role: RoomRole<Speaker>, body: Body) -> Result<Response, Failure> {
    let fields = form(body, FORM_BYTES).await?;
    let failed = match pressed(&fields) {
        Some(press) => done(&role, press).await.err().map(|failure| failure.code),
        None => Some("pick_two"),
    };
    let page = ReturnPage::of(&fields).unwrap_or(ReturnPage::Questions);
    let list = match page {
        ReturnPage::Questions => QuestionsQuery::of_form(&fields),
        _ => QuestionsQuery::default(),
    };
    let query = QuestionsQuery {
        notice: failed.map(notice_code),
        ..list
    };
    let (address, query) = (page.address(&role.found.id), query.parameters());
    let mark = if query.is_empty() { "" } else { "?" };
    Ok(Redirect::to(&format!("{address}{mark}{query}")).into_response())
}

/// Does all of it, also where one of several is refused.
async fn done(role: &RoomRole<Speaker>, press: QuestionsPress) -> Result<(), Failure> {
    let seen_as = role.rights.qa_role();
    let mut done = Ok(());
    match press {
        QuestionsPress::TypeIn { .. } if seen_as == HostRole::Speaker => {
            return Err(ServiceError::NotForSpeakers.into());
        }
        QuestionsPress::TypeIn { text, to } => {
            let key = None;
            qa::type_in(&role.handle, TypedQuestion { text, key, to }).await?;
        }
        QuestionsPress::Moderate(all) => {
            for (question, request) in all {
                let one = qa::moderate(&role.handle, seen_as, question, &request).await;
                done = done.and(one.map(drop).map_err(Failure::from));
            }
        }
    }
    done
}
