//! Rights about a screen that waits: who has a room to show there, and who gives it one.

use std::sync::Arc;

use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use http::request::Parts;
use shared::ids::RoomId;

use super::Right;
use crate::App;
use crate::http::body::form;
use crate::http::failure::Failure;
use crate::http::request_context::{self, Caller};
use crate::lobby::RoomLine;

/// The form that names a room, in bytes.
const FORM_BYTES: usize = 1024;

/// Who has rooms to project: all of the owner's, else those whose links they hold.
pub struct Projector {
    pub caller: Arc<Caller>,
    /// As the owner.
    pub signed_in: bool,
    /// Those that are not over.
    pub rooms: Vec<Arc<RoomLine>>,
}

impl Right for Projector {
    const NAME: &'static str = "projector";
}

impl FromRequestParts<App> for Projector {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let caller = request_context::of(&parts.extensions);
        let signed_in = caller.is_owner(app).await?;
        let mut rooms = if signed_in {
            app.lobby.list().await?
        } else {
            held(app, &caller).await?
        };
        rooms.retain(|room| room.ended_at.is_none());
        Ok(Self {
            caller,
            signed_in,
            rooms,
        })
    }
}

async fn held(app: &App, caller: &Caller) -> Result<Vec<Arc<RoomLine>>, Failure> {
    let mut held = Vec::new();
    for room in caller.rooms_held() {
        // A cookie of a room that is gone is nothing to speak of.
        let Ok(found) = app.lobby.find(&room).await else {
            continue;
        };
        if caller.rights_in(app, &found).await?.may_control() && found.document.ended_at.is_none() {
            held.push(Arc::new(RoomLine::of(&found.id, found.document)));
        }
    }
    if held.is_empty() {
        Err(Failure::not_signed_in())
    } else {
        Ok(held)
    }
}

/// Who may move on the room that they give to a screen, by a form. With the app, since what reads a
/// form is a handler's last argument and a right its first.
pub struct ScreenGiver {
    pub app: App,
    pub caller: Arc<Caller>,
    /// As the owner.
    pub signed_in: bool,
    pub screen: String,
    pub room: RoomId,
}

impl Right for ScreenGiver {
    const NAME: &'static str = "screen giver";
}

impl FromRequest<App> for ScreenGiver {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let (mut parts, body) = request.into_parts();
        let screen = Path::<String>::from_request_parts(&mut parts, app).await;
        let Path(screen) = screen
            .map_err(|rejection| Failure::unreadable(rejection.status(), &rejection.body_text()))?;
        let fields = form(body, FORM_BYTES).await?;
        let room = RoomId::from(fields.first("room").unwrap_or_default());
        let (found, caller) = (
            app.lobby.find(&room).await?,
            request_context::of(&parts.extensions),
        );
        let rights = caller.rights_in(app, &found).await?;
        if !rights.may_control() {
            return Err(Failure::not_signed_in());
        }
        Ok(Self {
            app: app.clone(),
            caller,
            signed_in: rights.owner,
            screen,
            room,
        })
    }
}
