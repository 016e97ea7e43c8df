//! The browser: the only part of the pages that touches its interfaces.
//!
//! Small doors, each to one thing. What they are used for is decided elsewhere; a door that a browser keeps shut never breaks a page.

pub mod host;
