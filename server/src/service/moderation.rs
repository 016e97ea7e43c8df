//! Approving, hiding, merging and restoring words and answers, and whether what comes waits for
//! that.

use serde_json::Value;
use shared::refusal::Refusal;
use shared::room::ModerationRequest;

use super::{ServiceError, fields};
use crate::room::{RoomHandle, SubmitError};

/// What is asked for by name.
///
/// # Errors
/// [`ServiceError::UnknownField`], [`ServiceError::UnexpectedJson`] and
/// [`ServiceError::UnsoundModeration`]
pub fn read(asked: Value) -> Result<ModerationRequest, ServiceError> {
    let known = &["do", "question", "word", "answer", "into", "on"];
    let asked: ModerationRequest = fields::read(asked, known, ServiceError::UnexpectedJson)?;
    if asked.is_sound() {
        Ok(asked)
    } else {
        Err(ServiceError::UnsoundModeration)
    }
}

/// Does it; the sequence under which it is stored.
///
/// # Errors
/// [`ServiceError::HiddenAheadFull`], and those of the room.
pub async fn moderate(
    handle: &RoomHandle,
    moderation_request: &ModerationRequest,
) -> Result<u64, ServiceError> {
    let event = handle
        .read(|room| room.moderating(moderation_request))?
        .map_err(|refusal| match refusal {
            Refusal::Full => ServiceError::HiddenAheadFull,
            refusal => SubmitError::Refused(refusal).into(),
        })?;
    Ok(handle.submit(event).await?.seq)
}
