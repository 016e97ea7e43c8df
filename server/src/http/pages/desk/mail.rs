//! The mail to those who asked for the report: the page, what is pressed there, and how the mail
//! looks.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::pages;
use client::views::desk::mail::{
    AddressCounts, DeskMail, LetterFields, MailProgress, RecipientRow, RecipientWhy,
};
use http::{HeaderValue, header};
use shared::ids::{Millis, RoomId};
use shared::phase::Phase;
use shared::question::Fields;

use crate::App;
use crate::clock::now_ms;
use crate::http::body::form;
use crate::http::failure::Failure;
use crate::http::query_params::QueryParams;
use crate::http::request_context::Caller;
use crate::http::rights::Owner;
use crate::http::urls;
use crate::lobby::FoundRoom;
use crate::mail::KEPT_MS;
use crate::mail::asked_for::{AskedByName, asked_for, sendable};
use crate::mail::delivery::Delivery;
use crate::mail::letter::{LetterText, MailError, letter};
use crate::mail::mail_store::{AddressDocument, Mailing};
use crate::room::RoomHandle;
use crate::service::ServiceError;
use crate::service::mail::{self, SendAgain, is_next};

/// What is written, in bytes: four thousand characters, each in twelve where a form escapes it.
const FORM_BYTES: usize = 64 * 1024;
/// In the place of what only the reader of a mail is given.
const NOBODYS_WAY_OUT: &str = "…";
/// A mail's own styles, and nothing else: it is shown within a page of ours.
const MAIL_POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

/// What the page is to say first.
#[derive(Default, serde::Deserialize)]
pub struct MailNotice {
    /// The mail was just stored.
    saved: Option<String>,
}

/// `GET /desk/rooms/{room}/mail`
pub async fn page(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    QueryParams(query): QueryParams<MailNotice>,
) -> Result<Response, Failure> {
    let (found, handle) = owner.reach_answers(&app, &room).await?;
    let mut page = shown(&app, (&found, &handle), &owner).await?;
    page.notice = query.saved.map(|_| "mail_saved".to_owned());
    Ok(html(&page).into_response())
}

/// It holds addresses, so it is never compressed.
fn html(page: &DeskMail) -> Html<String> {
    Html(pages::host::desk_mail(&urls::assets("desk"), page))
}

/// `GET /desk/rooms/{room}/mail/preview`: the mail with its looks.
pub async fn preview(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
) -> Result<Response, Failure> {
    let (found, handle) = owner.reach_answers(&app, &room).await?;
    let (_, mailing) = mail::mailing(&app, &found, &handle, &owner.base).await?;
    let mut response = Html(letter(&mailing, NOBODYS_WAY_OUT).html()).into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(MAIL_POLICY),
    );
    Ok(response)
}

/// `POST /desk/rooms/{room}/mail`
pub async fn press(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body, FORM_BYTES).await?;
    let (found, handle) = owner.reach_answers(&app, &room).await?;
    let (back, done) = pressed(&app, (&found, &handle), &owner, &fields).await?;
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/desk/rooms/{room}/mail{back}")).into_response()),
        Err(ServiceError::Mail(error)) => {
            let failure = Failure::from(error);
            let mut page = shown(&app, (&found, &handle), &owner).await?;
            if matches!(
                error,
                MailError::Subject | MailError::Lead | MailError::Link
            ) {
                page.letter = typed(&fields);
            }
            page.notice = Some(failure.code.to_owned());
            Ok((failure.status, html(&page)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// What came of a button, and the part of the page to go to.
async fn pressed(
    app: &App,
    reached: (&FoundRoom, &RoomHandle),
    owner: &Owner,
    fields: &Fields,
) -> Result<(&'static str, Result<(), ServiceError>), Failure> {
    let version = fields
        .first("version")
        .and_then(|version| version.parse().ok());
    let version = version.unwrap_or(0);
    let base = owner.base.as_str();
    Ok(match fields.first("do").unwrap_or_default() {
        "save" => {
            let LetterFields {
                subject,
                lead,
                link,
            } = typed(fields);
            let text = LetterText {
                subject,
                lead,
                link,
            };
            let saved = mail::save(app, reached, base, version, text).await;
            ("?saved=1#preview", saved)
        }
        "send" => ("#progress", mail::send(app, reached, base, version).await),
        "again" => {
            let which = match (fields.first("to"), fields.first("of")) {
                (Some(one), _) => SendAgain::One(one),
                (None, Some("unknown")) => SendAgain::Unknown,
                (None, Some("refused")) => SendAgain::Refused,
                (None, _) => return Err(not_a_button()),
            };
            (
                "#progress",
                mail::send_again(app, reached, base, which).await,
            )
        }
        "stop" => ("#progress", mail::stop(app, reached.0).await),
        "now" => ("#progress", mail::try_now(app, reached.0).await),
        _ => return Err(not_a_button()),
    })
}

fn not_a_button() -> Failure {
    Failure::malformed("`do` is one of save, send, again (with `to`, or `of`), stop and now.")
}

fn typed(fields: &Fields) -> LetterFields {
    let field = |name| fields.first(name).unwrap_or_default().to_owned();
    LetterFields {
        subject: field("subject"),
        lead: field("lead"),
        link: field("link"),
    }
}

/// Everything that the page shows.
async fn shown(
    app: &App,
    (found, handle): (&FoundRoom, &RoomHandle),
    caller: &Caller,
) -> Result<DeskMail, Failure> {
    let (version, mailing) = mail::mailing(app, found, handle, &caller.base).await?;
    let asked = asked_for(app, found, handle)
        .await
        .map_err(ServiceError::from)?;
    let deliveries = app.mail.store.deliveries(&found.id).await?;
    let kept = app.mail.store.addresses(&found.id).await?;
    let sent_to = |name: &str| {
        let of = deliveries.iter().find(|(known, _)| known == name);
        of.map(|(_, delivery)| *delivery)
    };
    let all = sendable(&asked).filter_map(|(_, one)| one.recipient.as_ref());
    let unsubscribed = asked.values().filter(|one| one.is_unsubscribed).count();
    let next = sendable(&asked)
        .filter(|(name, _)| is_next(sent_to(name)))
        .count();
    let state = MailState {
        app,
        mailing: &mailing,
        asked: &asked,
        deliveries: &deliveries,
        kept: &kept,
    };
    Ok(DeskMail {
        language: caller.language(),
        room: found.id.to_string(),
        title: found.document.title.clone(),
        from: app.mail.smtp.as_ref().map(|smtp| smtp.from.to_string()),
        has_ended: handle.read(|room| room.phase == Phase::Ended)?,
        is_running: mailing.is_running,
        text: letter(&mailing, NOBODYS_WAY_OUT).text(),
        version,
        addresses: AddressCounts {
            asked: asked.len() as u64,
            unsubscribed: unsubscribed as u64,
            next: next as u64,
            all: all
                .map(|recipient| recipient.address().to_string())
                .collect(),
        },
        progress: state.progress(),
        letter: LetterFields {
            subject: mailing.subject.clone(),
            lead: mailing.lead.clone(),
            link: mailing.link.clone(),
        },
        notice: None,
    })
}

/// What is known of a room's mail.
struct MailState<'a> {
    app: &'a App,
    mailing: &'a Mailing,
    asked: &'a AskedByName,
    deliveries: &'a [(String, Delivery)],
    kept: &'a [(String, AddressDocument)],
}

impl MailState<'_> {
    fn progress(&self) -> MailProgress {
        let mut progress = MailProgress::default();
        for (name, delivery) in self.deliveries {
            match *delivery {
                Delivery::Sent { .. } => progress.sent += 1,
                Delivery::Unsubscribed { .. } => progress.unsubscribed += 1,
                Delivery::Withdrawn { .. } => progress.withdrawn += 1,
                Delivery::Sending { .. } => progress.waiting += 1,
                Delivery::Waiting { not_before, .. } if not_before > now_ms() => {
                    let at = self.time(not_before);
                    progress
                        .later
                        .push(self.row(name, |said| RecipientWhy::At(at, said)));
                }
                Delivery::Waiting { .. } => progress.waiting += 1,
                Delivery::Unknown { .. } => {
                    progress.unknown.push(self.row(name, RecipientWhy::Said));
                }
                Delivery::Refused { .. } => {
                    progress.refused.push(self.row(name, RecipientWhy::Said));
                }
                Delivery::GivenUp { .. } => {
                    progress.refused.push(self.row(name, RecipientWhy::GivenUp));
                }
            }
        }
        let unusable = self.asked.iter().filter(|(_, one)| one.recipient.is_none());
        let is_begun = !self.deliveries.is_empty();
        progress.refused.extend(
            unusable
                .filter(|_| is_begun)
                .map(|(name, one)| RecipientRow {
                    name: name.clone(),
                    address: Some(one.typed.clone()),
                    why: RecipientWhy::NoAddress,
                }),
        );
        let rest = self.app.mail.rest().filter(|_| self.mailing.is_running);
        progress.trouble = rest.map(|rest| {
            let at = self.time(rest.until.max(now_ms()));
            (rest.trouble.kind, rest.trouble.said, at)
        });
        progress.kept_until = self.kept_until();
        progress.are_gone = is_begun && !self.mailing.holds_addresses;
        progress
    }

    fn row(&self, name: &str, why: impl FnOnce(String) -> RecipientWhy) -> RecipientRow {
        let kept = self.kept.iter().find(|(known, _)| known == name);
        let kept = kept.map(|(_, document)| document);
        let asked = self.asked.get(name).map(|one| one.typed.clone());
        let said = kept.and_then(|kept| kept.said.clone()).unwrap_or_default();
        RecipientRow {
            name: name.to_owned(),
            address: asked.or_else(|| kept.map(|kept| kept.address.clone())),
            why: why(said),
        }
    }

    /// When the addresses go; not known while mail is being sent.
    fn kept_until(&self) -> Option<String> {
        let over = self
            .deliveries
            .iter()
            .filter_map(|(_, delivery)| delivery.over_at());
        let last = over.max().filter(|_| !self.mailing.is_running)?;
        let at = last.saturating_add(KEPT_MS);
        self.mailing.holds_addresses.then(|| self.day_and_time(at))
    }

    fn time(&self, at: Millis) -> String {
        self.app.settings.zone.time_of_day(at)
    }

    fn day_and_time(&self, at: Millis) -> String {
        let zone = &self.app.settings.zone;
        format!("{} {}", zone.day(at), zone.time_of_day(at))
    }
}
