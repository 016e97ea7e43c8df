//! What is said of tablets that a table shares: to hosts, and to whoever holds one.

pub use crate::messages::tablets::{TabletsTexts, number, people, seat};
