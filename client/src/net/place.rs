//! Where on the page somebody is, with eyes and with the focus.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, Window};

/// At the top of a page that is another one now, with the focus on its heading.
pub fn arrive(window: &Window, document: &Document) {
    window.scroll_to_with_x_and_y(0.0, 0.0);
    focus(document, "main h1");
}

/// At what is to be said; nowhere else where nothing is.
pub fn refer(document: &Document) {
    focus(document, "#notice");
}

fn focus(document: &Document, selector: &str) {
    let found = document.query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.set_tab_index(-1);
        // Moves it into view too, clear of the bar with the button.
        let _ = element.focus();
    }
}
