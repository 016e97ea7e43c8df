//! The browser: beside `browser` the only part of the pages that touches its interfaces.
//!
//! Small doors, each to one thing. What they are used for is decided elsewhere (`outbox`,
//! `reconnect`); a door that a browser keeps shut never breaks a page.

#[cfg(feature = "hydrate")]
pub mod entrance;
#[cfg(feature = "hydrate")]
pub mod host;
#[cfg(feature = "hydrate")]
pub mod json;
#[cfg(feature = "hydrate")]
pub mod phone;
#[cfg(feature = "hydrate")]
pub mod texts;

#[cfg(feature = "hydrate")]
mod connection;
#[cfg(feature = "hydrate")]
mod fetch;
#[cfg(feature = "hydrate")]
mod focus;
#[cfg(feature = "hydrate")]
mod html_forms;
#[cfg(feature = "hydrate")]
mod page_position;
#[cfg(feature = "hydrate")]
mod storage;
#[cfg(feature = "hydrate")]
mod timer;
#[cfg(feature = "hydrate")]
mod websocket;
