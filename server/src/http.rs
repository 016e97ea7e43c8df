//! What goes over HTTP: pages, forms, the API, assets. [`accept`] takes connections, [`router`]
//! says who answers what and which right that needs, [`failure`] is the one place where errors
//! become failures, and [`failure_response`] writes them for programs and for people.

pub mod accept;
pub mod api;
pub mod assets;
pub mod body;
pub mod checkup;
pub mod compression;
pub mod cookies;
pub mod download;
pub mod entrance;
pub mod failure;
pub mod failure_format;
pub mod failure_response;
pub mod figures;
pub mod frame_text;
pub mod guessing;
pub mod health;
pub mod hops;
pub mod host_requests;
pub mod hosts;
pub mod lookup;
pub mod made_pages;
pub mod pages;
pub mod participant_session;
pub mod polling;
pub mod query_params;
pub mod request_context;
pub mod result_files;
pub mod rights;
pub mod router;
pub mod routes;
pub mod urls;
pub mod websocket;

#[cfg(test)]
mod tests;
