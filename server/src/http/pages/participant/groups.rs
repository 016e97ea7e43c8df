//! In which group somebody is: by a form, or by the code of a table.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use client::phone::PhoneNotice;
use http::header;
use shared::event::Event;
use shared::ids::GroupNumber;
use shared::limits::FRAME_BYTES;
use shared::refusal::Refusal;

use super::{RoomQuery, SentForm, Visit};
use crate::App;
use crate::fanout::group_frame;
use crate::http::failure::Failure;
use crate::http::rights::Anyone;
use crate::http::urls;
use crate::room::SubmitError;

/// `POST /{code}/group`: in which group somebody is, from a form. Scripts, which say `live`, are
/// answered with what that group has given.
pub async fn choose_group(
    asker: Anyone,
    State(app): State<App>,
    Path(address): Path<String>,
    body: Body,
) -> Result<Response, Failure> {
    let sent = SentForm::read(asker, app, &address, (body, FRAME_BYTES)).await?;
    let (visit, fields) = (sent.visit()?, &sent.fields);
    if let Some(outside) = visit.stays_outside_with(fields).await? {
        return Ok(outside);
    }
    let group = fields.first("group").and_then(GroupNumber::parse);
    let chosen = match group {
        Some(group) => visit.chooses(group).await,
        None => Err(SubmitError::Refused(Refusal::UnknownGroup)),
    };
    match (chosen, fields.first("live")) {
        (Ok(_), Some(_)) => {
            let who = visit.comer.participant;
            let frame = sent.handle.read(|room| group_frame(room, who))?;
            Ok(([(header::CONTENT_TYPE, "application/json")], frame).into_response())
        }
        (Ok(seq), None) => {
            let page = urls::room_page(&sent.found.document.code, Some(seq));
            Ok(Redirect::to(&page).into_response())
        }
        (Err(error), Some(_)) => Err(error.into()),
        (Err(error), None) => visit.refuse(error, fields).await,
    }
}

/// Where the code of a group brings somebody.
pub(super) enum Brought {
    /// To this address.
    Further(String),
    /// Where they are: with the group that is offered to them, and what there is to say.
    Here(Option<GroupNumber>, Option<PhoneNotice>),
}

impl Visit<'_> {
    /// Whoever comes by the code of a group is in it from then on, where they are in none yet. As
    /// with joining, a page has to come back with its cookie first.
    pub(super) async fn brought_to(&self, query: &RoomQuery) -> Result<Brought, Failure> {
        let participant = self.comer.participant;
        let (there, now) = self
            .handle
            .read(|room| (room.groups.there().to_vec(), room.group_of(participant)))?;
        let Some(asked) = query.g.as_deref().filter(|_| !there.is_empty()) else {
            return Ok(Brought::Here(None, None));
        };
        let group = GroupNumber::parse(asked).filter(|group| there.contains(group));
        let Some(group) = group else {
            let unknown = PhoneNotice::Refused(Refusal::UnknownGroup);
            return Ok(Brought::Here(None, Some(unknown)));
        };
        let code = &self.found.document.code;
        Ok(match now {
            None if !self.comer.is_new => {
                let seq = self.chooses(group).await?;
                Brought::Further(urls::room_page(code, Some(seq)))
            }
            None if query.came.is_none() => {
                Brought::Further(format!("{}&came=1", urls::group_page(code, group)))
            }
            Some(now) if now == group => Brought::Further(urls::room_page(code, None)),
            None | Some(_) => Brought::Here(Some(group), None),
        })
    }

    /// At a table everybody comes along.
    pub(super) async fn chooses(&self, group: GroupNumber) -> Result<u64, SubmitError> {
        let participant = self.device;
        self.handle.spend(participant)?;
        let chosen = Event::GroupChosen { participant, group };
        self.handle.submit(chosen).await.map(|ack| ack.seq)
    }
}
