//! What happened, as views show it and texts say it: values alone, which know neither.

pub mod doubt;
pub mod mail;
pub mod message;
pub mod sign_in;
pub mod undo;
