//! What goes over HTTP: pages, forms, the API, assets. [`accept`] takes connections, [`router`] says who
//! answers what, [`failure`] is the one place where errors become answers.

pub mod accept;
pub mod api;
pub mod asked;
pub mod assets;
pub mod caller;
pub mod checkup;
pub mod cookies;
pub mod desk;
pub mod entrance;
pub mod failure;
pub mod guessing;
pub mod health;
pub mod hops;
pub mod host;
pub mod hosts;
pub mod live;
pub mod moderate;
pub mod neighbourhood;
pub mod packed;
pub mod participant;
pub mod places;
pub mod polling;
pub mod router;
pub mod screens;

#[cfg(test)]
mod tests;
