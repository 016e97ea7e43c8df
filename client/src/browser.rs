//! What a browser knows of texts, numbers and nodes of a page: small doors that every part of a
//! page may ask. What happens behind a page (sockets, storage, keys, time) is behind those of
//! `net`.

pub mod characters;
pub mod field;
#[cfg(feature = "hydrate")]
pub(crate) mod numbers;
