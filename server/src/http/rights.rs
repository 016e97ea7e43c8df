//! Who may do what over HTTP. Each right is an extractor: a handler gets to know who asks by its
//! first argument alone, and [`super::routes`] takes a route only where that argument is the right
//! which the route names.
//!
//! What somebody may do in a room is decided by [`crate::auth::Rights`]; what proves it, by
//! [`super::request_context`].

use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use http::request::Parts;
use shared::ids::RoomId;

use super::failure::Failure;
use super::request_context::{self, Caller};
use crate::App;
use crate::auth::links::same;
use crate::lobby::FoundRoom;
use crate::log_throttle::LogThrottle;
use crate::room::RoomHandle;
use crate::service::{self, ServiceError};

mod room;
mod screen;

pub use room::{
    AnyRole, Controller, Follower, LinkHolder, Moderator, Presenter, Role, RoomRole, Speaker, Stage,
};
pub use screen::{Projector, ScreenGiver};

static WRONG_TOKEN: LogThrottle = LogThrottle::new();

/// A right: whoever has it is an argument of the handler, and nobody else gets there.
pub trait Right {
    /// Its name in the list of routes.
    const NAME: &'static str;
}

/// Names a right beside a route.
pub struct Needs<R>(PhantomData<fn() -> R>);

impl<R> Needs<R> {
    const NEW: Self = Self(PhantomData);
}

pub const ANYONE: Needs<Anyone> = Needs::NEW;
pub const OWNER: Needs<Owner> = Needs::NEW;
pub const MONITOR: Needs<Monitor> = Needs::NEW;
pub const LINK_HOLDER: Needs<LinkHolder> = Needs::NEW;
pub const STAGE: Needs<RoomRole<Stage>> = Needs::NEW;
pub const PRESENTER: Needs<RoomRole<Presenter>> = Needs::NEW;
pub const MODERATOR: Needs<RoomRole<Moderator>> = Needs::NEW;
pub const SPEAKER: Needs<RoomRole<Speaker>> = Needs::NEW;
pub const CONTROLLER: Needs<RoomRole<Controller>> = Needs::NEW;
pub const ANY_ROLE: Needs<RoomRole<AnyRole>> = Needs::NEW;
pub const FOLLOWER: Needs<Follower> = Needs::NEW;
pub const PROJECTOR: Needs<Projector> = Needs::NEW;
pub const SCREEN_GIVER: Needs<ScreenGiver> = Needs::NEW;

/// Arguments of a handler whose first is that right, or what came of asking for it where the
/// handler answers refusals by itself.
#[diagnostic::on_unimplemented(
    message = "this handler does not ask for the right that its route names",
    note = "its first argument has to be `{R}`, or `Result<{R}, Failure>` where it answers refusals by itself"
)]
pub trait FirstIs<R> {}

macro_rules! first_is {
    ($($more:ident),*) => {
        impl<M, R, $($more),*> FirstIs<R> for (M, R, $($more,)*) {}
        impl<M, R, Refused, $($more),*> FirstIs<R> for (M, Result<R, Refused>, $($more,)*) {}
    };
}

first_is!();
first_is!(A);
first_is!(A, B);
first_is!(A, B, C);
first_is!(A, B, C, D);
first_is!(A, B, C, D, E);

/// Whoever asks. A join code is an address and no right, so participants come by this too;
/// [`super::entrance`] says who they are.
pub struct Anyone(Arc<Caller>);

/// Whoever holds the owner's session or the API's token.
pub struct Owner(Arc<Caller>);

/// Whoever watches this machine: they hold the token of its figures.
pub struct Monitor;

impl Right for Anyone {
    const NAME: &'static str = "anyone";
}

impl Right for Owner {
    const NAME: &'static str = "owner";
}

impl Right for Monitor {
    const NAME: &'static str = "monitor";
}

impl Deref for Anyone {
    type Target = Caller;

    fn deref(&self) -> &Caller {
        &self.0
    }
}

impl Deref for Owner {
    type Target = Caller;

    fn deref(&self) -> &Caller {
        &self.0
    }
}

impl Owner {
    /// A room, to do in it what they ask.
    ///
    /// # Errors
    /// As [`service::rooms::reach`].
    pub async fn reach(
        &self,
        app: &App,
        room: &RoomId,
    ) -> Result<(FoundRoom, RoomHandle), ServiceError> {
        let (found, handle) = service::rooms::reach(app, room).await?;
        Ok((found, handle.on_behalf_of(Some(self.as_owner()))))
    }

    /// A room that still has its answers, to do something with these.
    ///
    /// # Errors
    /// [`ServiceError::AnswersEnded`], and as [`Owner::reach`].
    pub async fn reach_answers(
        &self,
        app: &App,
        room: &RoomId,
    ) -> Result<(FoundRoom, RoomHandle), ServiceError> {
        let (found, handle) = self.reach(app, room).await?;
        service::rooms::has_answers(&found)?;
        Ok((found, handle))
    }
}

impl FromRequestParts<App> for Anyone {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Failure> {
        Ok(Self(request_context::of(&parts.extensions)))
    }
}

impl FromRequestParts<App> for Owner {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let caller = request_context::of(&parts.extensions);
        if caller.is_owner(app).await? {
            Ok(Self(caller))
        } else {
            Err(Failure::not_signed_in())
        }
    }
}

impl FromRequestParts<App> for Monitor {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let wanted = app
            .settings
            .metrics_token
            .as_deref()
            .ok_or_else(Failure::not_signed_in)?;
        if request_context::bearer(&parts.headers).is_some_and(|given| same(&given, wanted)) {
            return Ok(Self);
        }
        if WRONG_TOKEN.may_log() {
            tracing::warn!("the figures were asked for with a wrong token");
        }
        Err(Failure::not_signed_in())
    }
}
