//! What hosts' pages say of who may come in.

pub use crate::messages::entrance::EntranceTexts;
