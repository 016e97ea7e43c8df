//! Rights in the room that the address names.

use std::marker::PhantomData;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Path};
use http::request::Parts;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use shared::host::HostRole;
use shared::ids::RoomId;

use super::Right;
use crate::auth::pass::Pass;
use crate::auth::{Rights, links};
use crate::http::failure::Failure;
use crate::http::query_params::QueryParams;
use crate::http::request_context::{self, Caller};
use crate::lobby::FoundRoom;
use crate::log_throttle::LogThrottle;
use crate::room::RoomHandle;
use crate::{App, service};

static LINKS_REFUSED: LogThrottle = LogThrottle::new();

/// What somebody has to hold in a room.
pub trait Role {
    const NAME: &'static str;

    /// Whether these rights are enough.
    fn is_held(rights: &Rights) -> bool;
}

/// Whoever holds that role in the room of the address, which is loaded.
pub struct RoomRole<R> {
    pub caller: Arc<Caller>,
    pub found: FoundRoom,
    pub handle: RoomHandle,
    pub rights: Rights,
    role: PhantomData<R>,
}

/// Who may project the room.
pub struct Stage;
/// Who may see what presenters see.
pub struct Presenter;
/// Who may see what moderators see.
pub struct Moderator;
/// Who may see what speakers see, and answer the questions to them.
pub struct Speaker;
/// Who may move the room on.
pub struct Controller;
/// Whoever holds any link of the room but a speaker's: enough to hide and merge what people sent.
pub struct AnyRole;

impl Role for Stage {
    const NAME: &'static str = "stage";

    fn is_held(rights: &Rights) -> bool {
        rights.may_be(HostRole::Stage)
    }
}

impl Role for Presenter {
    const NAME: &'static str = "presenter";

    fn is_held(rights: &Rights) -> bool {
        rights.may_be(HostRole::Presenter)
    }
}

impl Role for Moderator {
    const NAME: &'static str = "moderator";

    fn is_held(rights: &Rights) -> bool {
        rights.may_be(HostRole::Moderator)
    }
}

impl Role for Speaker {
    const NAME: &'static str = "speaker";

    fn is_held(rights: &Rights) -> bool {
        rights.may_be(HostRole::Speaker)
    }
}

impl Role for Controller {
    const NAME: &'static str = "controller";

    fn is_held(rights: &Rights) -> bool {
        rights.may_control()
    }
}

impl Role for AnyRole {
    const NAME: &'static str = "any role";

    fn is_held(rights: &Rights) -> bool {
        rights.may_moderate()
    }
}

impl<R: Role> Right for RoomRole<R> {
    const NAME: &'static str = R::NAME;
}

/// The room that an address names.
#[derive(Deserialize)]
struct InAddress {
    room: RoomId,
}

impl<R: Role> FromRequestParts<App> for RoomRole<R> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let InAddress { room } = of_path(parts).await?;
        let (found, handle) = service::rooms::reach(app, &room).await?;
        let caller = request_context::of(&parts.extensions);
        let rights = caller.rights_in(app, &found).await?;
        if !R::is_held(&rights) {
            return Err(Failure::not_signed_in());
        }
        // Nothing is led any more, and nothing is there to be seen.
        service::rooms::has_answers(&found)?;
        Ok(Self {
            caller,
            found,
            handle: handle.on_behalf_of(rights.actor),
            rights,
            role: PhantomData,
        })
    }
}

/// Whoever came by one of the room's links, and so may hold its role from now on.
pub struct LinkHolder {
    pub caller: Arc<Caller>,
    pub found: FoundRoom,
    pub role: HostRole,
}

impl Right for LinkHolder {
    const NAME: &'static str = "link holder";
}

/// A link, in parts.
#[derive(Deserialize)]
struct Link {
    room: RoomId,
    role: String,
    secret: String,
}

impl FromRequestParts<App> for LinkHolder {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let Link { room, role, secret } = of_path(parts).await?;
        let found = app.lobby.find(&room).await?;
        let role = links::role(&role).filter(|role| links::opens(&found, *role, &secret));
        let role = role.ok_or_else(|| refused(&found))?;
        Ok(Self {
            caller: request_context::of(&parts.extensions),
            found,
            role,
        })
    }
}

/// Anybody can have links refused, so they are logged now and then.
fn refused(found: &FoundRoom) -> Failure {
    if LINKS_REFUSED.may_log() {
        tracing::warn!(room = %found.id, "a room's link was refused: it opens no role");
    }
    Failure::not_found()
}

/// Whoever follows the room in the role that the address asks for. The room need not be loaded yet.
pub struct Follower {
    pub caller: Arc<Caller>,
    pub found: FoundRoom,
    pub role: HostRole,
    /// What it rests on, to be looked at again while they follow.
    pub pass: Pass,
}

impl Right for Follower {
    const NAME: &'static str = "follower";
}

/// The role that an address asks for.
#[derive(Deserialize)]
struct As {
    role: Option<String>,
}

impl FromRequestParts<App> for Follower {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let caller = request_context::of(&parts.extensions);
        // A page of another site is refused before it learns whether there is such a room.
        if caller.is_foreign {
            return Err(Failure::foreign_origin());
        }
        let InAddress { room } = of_path(parts).await?;
        let QueryParams(As { role }) = QueryParams::from_request_parts(parts, app)
            .await
            .unwrap_or(QueryParams(As { role: None }));
        let role = role
            .as_deref()
            .and_then(links::role)
            .ok_or_else(Failure::not_signed_in)?;
        let found = app.lobby.find(&room).await?;
        if !caller.rights_in(app, &found).await?.may_be(role) {
            return Err(Failure::not_signed_in());
        }
        let pass = caller.pass(app, &found.id, role);
        Ok(Self {
            caller,
            found,
            role,
            pass,
        })
    }
}

async fn of_path<T: DeserializeOwned + Send>(parts: &mut Parts) -> Result<T, Failure> {
    let path = Path::<T>::from_request_parts(parts, &()).await;
    path.map(|Path(path)| path)
        .map_err(|rejection| Failure::unreadable(rejection.status(), &rejection.body_text()))
}
