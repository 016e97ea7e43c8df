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

/// Notes in the browser's history where in a survey somebody is: another place is another entry,
/// and the first stands in place of the page's own.
pub fn note(window: &Window, place: &str) {
    let location = window.location();
    let _ = match noted(window) {
        Some(there) if there == place || place.is_empty() => return,
        Some(_) => location.set_hash(&format!("/{place}")),
        None => location.replace(&format!("#/{place}")),
    };
}

/// What the history's entry notes.
pub fn noted(window: &Window) -> Option<String> {
    let hash = window.location().hash().ok()?;
    hash.strip_prefix("#/").map(str::to_owned)
}
