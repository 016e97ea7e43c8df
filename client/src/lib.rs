//! peil's pages: the same components render on the server and come alive in the browser.
//!
//! `charts` are pure (data in, SVG out), `ui` are the parts that pages share, `views` are the pages of
//! each role, `pages` puts a view into a whole document (on the server only), `texts` holds every
//! sentence in every language. Nothing here knows a room task, a journal or a socket's other end.

pub mod charts;
pub mod language;
#[cfg(feature = "ssr")]
pub mod pages;
pub mod texts;
pub mod ui;
pub mod views;
