//! Every sentence of every page, in every language.

pub mod charts;
pub mod desk;
pub mod phone;
pub mod problems;
pub mod refusal;
pub mod stage;

#[cfg(test)]
pub(crate) mod golden;
