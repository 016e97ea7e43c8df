//! Where the focus is while a page changes under it. It never falls to the body: who goes by
//! keyboard or hears the page would begin again at the top, without a word.

use leptos::wasm_bindgen::JsCast;
use web_sys::{Document, FocusOptions, HtmlElement};

/// What has the focus; nothing while nothing has it.
pub fn held(document: &Document) -> Option<HtmlElement> {
    let focused = document
        .active_element()
        .filter(|focused| focused.local_name() != "body")?;
    focused.dyn_into().ok()
}

/// After the page has changed: gives the focus back to what had it; if that is gone, to the heading
/// of what is there now. Nothing scrolls for it.
pub fn keep(document: &Document, before: Option<HtmlElement>) {
    let Some(before) = before.filter(|_| held(document).is_none()) else {
        return;
    };
    let heading = || {
        document
            .query_selector("h1")
            .ok()
            .flatten()?
            .dyn_into::<HtmlElement>()
            .ok()
    };
    let Some(next) = Some(before)
        .filter(|before| before.is_connected())
        .or_else(heading)
    else {
        return;
    };
    if next.tab_index() < 0 {
        next.set_tab_index(-1);
    }
    let how = FocusOptions::new();
    how.set_prevent_scroll(true);
    // What can't take it leaves it where the browser has put it.
    let _refused = next.focus_with_options(&how);
}
