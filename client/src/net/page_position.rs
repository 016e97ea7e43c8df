//! Where on the page somebody is, with eyes and with the focus.

use web_sys::{Document, Window};

use crate::browser::field;

/// At the top of a page that is another one now, with the focus on its heading.
pub fn arrive(window: &Window, document: &Document) {
    window.scroll_to_with_x_and_y(0.0, 0.0);
    field::focus(document, "main h1");
}

/// At what is to be said; nowhere else where nothing is.
pub fn refer(document: &Document) {
    field::focus(document, "#notice");
}
