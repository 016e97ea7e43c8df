//! Nodes of the page that hold something: fields and texts.

use leptos::logging::error;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{
    Document, Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement, Node, Text,
};

/// Puts a text into a field. One that holds it already is left alone: the cursor, or a
/// half-composed character, is in it.
pub fn set_value(element: &Element, value: &str) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        if input.value() != value {
            input.set_value(value);
        }
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>()
        && area.value() != value
    {
        area.set_value(value);
    }
}

/// Ticks a field or takes the tick away.
pub fn set_checked(element: &Element, on: bool) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.set_checked(on);
    }
}

/// Goes to the first element of that selector, if there is one, also where nobody comes by Tab. It
/// moves into view too.
pub fn focus(document: &Document, selector: &str) {
    let found = document.query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        if element.tab_index() < 0 {
            element.set_tab_index(-1);
        }
        let _gone_meanwhile = element.focus();
    }
}

/// The node as an element. Where the page holds something else the console says so, and the page is
/// built on a new one.
pub fn element(node: Node, name: &str) -> Element {
    match node.dyn_into::<Element>() {
        Ok(element) if element.local_name() == name => element,
        _ => {
            error!("hydration: `{name}` is not where it should be");
            leptos::tachys::renderer::Rndr::create_element(name, None)
        }
    }
}

/// The node as a text.
pub fn text_node(node: Node, text: &str) -> Text {
    node.dyn_into().unwrap_or_else(|_| {
        error!("hydration: a text is not where it should be");
        leptos::tachys::renderer::Rndr::create_text_node(text)
    })
}
