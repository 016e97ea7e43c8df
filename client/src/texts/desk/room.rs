//! What the page of one room says, and the remote.

pub use crate::messages::room::{
    RoomTexts, chat_invitation, chat_question, evaluation_open, typed_of, typed_said,
};
