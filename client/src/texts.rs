//! Every sentence of every page, in every language.

pub mod host;
pub mod phone;
pub mod refusal;
