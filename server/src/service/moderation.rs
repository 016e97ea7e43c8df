//! Approving, hiding, merging and restoring words and answers, and whether what comes waits for
//! that.

use shared::refusal::Refusal;
use shared::room::ModerationRequest;

use super::ServiceError;
use crate::room::{RoomHandle, SubmitError};

/// Does what is asked for; the sequence under which it is stored.
///
/// # Errors
/// [`ServiceError::UnsoundModeration`], [`ServiceError::HiddenAheadFull`], and those of the room.
pub async fn moderate(
    handle: &RoomHandle,
    moderation_request: &ModerationRequest,
) -> Result<u64, ServiceError> {
    if !moderation_request.is_sound() {
        return Err(ServiceError::UnsoundModeration);
    }
    let event = handle
        .read(|room| room.moderating(moderation_request))?
        .map_err(|refusal| match refusal {
            Refusal::Full => ServiceError::HiddenAheadFull,
            refusal => SubmitError::Refused(refusal).into(),
        })?;
    Ok(handle.submit(event).await?.seq)
}
