//! peil's pages: the same components render on the server and come alive in the browser.
//!
//! `charts` are shared drawing, pure (data in, SVG out), `kinds` is all that a page shows and says
//! of each kind of question, `ui` are the parts that pages share, `results` what a question came
//! to as pages and reports tell it, `views` are the pages of each role, `phone` is what a
//! participant's page is made of whatever is asked, `pages` puts a view into a whole document,
//! `report` and `standalone` make files of what came out (on the server only), `hydration` is the
//! door between a page's two lives, `net` and `browser` are all that touches a browser, `model` is
//! what views show and texts say, `texts` holds every sentence in every language. Nothing here
//! knows a room task, a journal or a socket's other end.
//!
//! Built twice, for two worlds that must not meet: with `ssr` for the server, with `hydrate` for
//! wasm32 (the crates `participant` and `host`). Leptos chooses by feature, and cargo joins the
//! features of all that one call builds; with both, the server's copy would take itself for a
//! browser and fall over at the first request. So the two are built by calls of their own.

#[cfg(all(feature = "ssr", feature = "hydrate"))]
compile_error!(
    "`client` is built for the server (ssr) or for the browser (hydrate), never for both in one cargo call"
);

pub mod backoff;
pub mod browser;
pub mod charts;
pub mod hydration;
pub mod kinds;
pub mod language;
pub mod messages;
pub mod model;
pub mod net;
pub mod outbox;
#[cfg(feature = "ssr")]
pub mod pages;
pub mod phone;
pub mod reading;
pub mod reconnect;
pub mod reply;
#[cfg(feature = "ssr")]
pub mod report;
pub mod results;
#[cfg(feature = "ssr")]
pub mod standalone;
pub mod texts;
pub mod ui;
pub mod views;
