//! What hosts do with questions to the speakers.

use serde::Deserialize;
use shared::event::{Event, QaChange};
use shared::host::HostRole;
use shared::ids::{AnswerId, Key};
use shared::refusal::Refusal;
use shared::room::QaRequest;

use super::ServiceError;
use crate::random;
use crate::room::{RoomHandle, SubmitError};

/// How many letters the key of a question has that a host types in without one.
const KEY_LETTERS: usize = 16;

/// A question that a host types in.
#[derive(Debug, Deserialize)]
pub struct TypedQuestion {
    /// The question.
    pub text: String,
    /// The sender's own name for it: the same again is the same question.
    #[serde(default)]
    pub key: Option<Key>,
    /// For which speaker.
    #[serde(default)]
    pub to: Option<String>,
}

/// Lists a question that came from a chat or a hand; its name, and the sequence under which it is
/// stored.
///
/// # Errors
/// Those of the room.
pub async fn type_in(
    handle: &RoomHandle,
    typed: TypedQuestion,
) -> Result<(AnswerId, u64), ServiceError> {
    let key = typed.key.unwrap_or_else(|| Key(random::name(KEY_LETTERS)));
    let assign = QaRequest::assign(typed.to);
    let (asked, assigned) = handle
        .read(|room| {
            let asked = room.qa_asked(None, &key, &typed.text)?;
            // Its name is known once it is stored; whether whom it is for can be stored, before.
            let assigned = room.moderating_qa(AnswerId(0), &assign)?;
            Ok((asked, assigned))
        })?
        .map_err(SubmitError::Refused)?;
    let stored = handle.submit(asked).await?;
    let question = stored.receipt.answer.ok_or(ServiceError::UnknownAnswer)?;
    match assigned {
        Event::QaModerated { change, .. } if change != (QaChange::Assigned { to: None }) => {
            let assigned = Event::QaModerated { question, change };
            Ok((question, handle.submit(assigned).await?.seq))
        }
        _ => Ok((question, stored.seq)),
    }
}

/// Does something with one, as that role; the sequence under which it is stored.
///
/// # Errors
/// [`ServiceError::NotForSpeakers`], and those of the room.
pub async fn moderate(
    handle: &RoomHandle,
    role: HostRole,
    question: AnswerId,
    request: &QaRequest,
) -> Result<u64, ServiceError> {
    if role == HostRole::Speaker && !request.action.is_answering() {
        return Err(ServiceError::NotForSpeakers);
    }
    let event = handle
        .read(|room| {
            if room.lists_qa(role, question) {
                room.moderating_qa(question, request)
            } else {
                Err(Refusal::UnknownAnswer)
            }
        })?
        .map_err(SubmitError::Refused)?;
    Ok(handle.submit(event).await?.seq)
}
