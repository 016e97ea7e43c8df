//! Rooms by their code, as participants name them. Guessing is made slow here.

use std::sync::Arc;
use std::time::Instant;

use shared::code::JoinCode;
use shared::room::Room;

use super::failure::Failure;
use super::request_context::Caller;
use crate::App;
use crate::lobby::{FoundRoom, LobbyError};
use crate::room::SubmitError;

/// Looks a code up; slower where many look-ups failed, except for a room that is known there or
/// that they take part in already.
pub async fn find(app: &App, caller: &Caller, code: &JoinCode) -> Result<Arc<FoundRoom>, Failure> {
    let found = app.lobby.find_by_code(code).await;
    let expected = found.as_ref().is_ok_and(|found| {
        app.guessing.is_known(caller.address, &found.id) || takes_part(app, caller, found)
    });
    if !expected
        && let Some(waiting) = app
            .guessing
            .wait(caller.address, Instant::now())
            .map_err(|_| SubmitError::TryAgain)?
    {
        tokio::time::sleep(waiting.delay).await;
    }
    match found {
        Err(LobbyError::Unknown) => {
            app.guessing.failed(caller.address, Instant::now());
            Err(Failure::unknown("code"))
        }
        found => {
            let found = found?;
            if !expected {
                app.guessing.knows(caller.address, &found.id);
            }
            Ok(found)
        }
    }
}

fn takes_part(app: &App, caller: &Caller, found: &FoundRoom) -> bool {
    let Some(claim) = &caller.claim else {
        return false;
    };
    let takes_part = |room: &Room| {
        room.people
            .find(
                claim
                    .identity()
                    .now_in_room(&found.document, room)
                    .participant,
            )
            .is_some()
    };
    app.registry.get(&found.id).read(takes_part) == Ok(true)
}

/// The code that an address is.
///
/// # Errors
/// `unknown_code` where it is meant as one, else `not_found`.
pub fn code_of(address: &str) -> Result<JoinCode, Failure> {
    match JoinCode::parse(address) {
        Some(code) => Ok(code),
        None if meant_as_code(address) => Err(Failure::unknown("code")),
        None => Err(Failure::not_found()),
    }
}

/// Digits alone are a code that somebody mistyped, however many they are.
fn meant_as_code(address: &str) -> bool {
    let separated = |c: char| c.is_whitespace() || c == '-';
    address.contains(|c: char| c.is_ascii_digit())
        && address.chars().all(|c| c.is_ascii_digit() || separated(c))
}
