//! What the page of one room says, and the remote.

pub use crate::messages::room::{Room, chat_invitation, chat_question};
