//! What a press on the stage is on, by the names that its elements bear, and which of the two
//! shapes of a picture shows.

use leptos::prelude::document;
use leptos::web_sys::Element;

use crate::charts::frame::Shape;
use crate::views::stage::choosing::PointedItem;

/// What bears the name of a word or an answer.
const NAMED: &str = "[data-name]";

/// The key that a press on a button stands for.
pub fn key_of(element: &Element) -> Option<String> {
    element
        .closest("[data-key]")
        .ok()
        .flatten()?
        .get_attribute("data-key")
}

/// Whether it is one of the strip's buttons.
pub fn is_in_strip(element: &Element) -> bool {
    matches!(element.closest(".strip"), Ok(Some(_)))
}

/// What a press is on.
pub fn target_of(element: &Element) -> Option<PointedItem> {
    let element = element.closest(NAMED).ok().flatten()?;
    let name = element.get_attribute("data-name").unwrap_or_default();
    let shown = element
        .query_selector("p")
        .ok()
        .flatten()
        .and_then(|text| text.text_content());
    // An answer's name is no text; a word's is.
    Some(PointedItem {
        text: shown.unwrap_or_else(|| name.clone()),
        name,
    })
}

/// Of the two shapes of a picture only one is shown.
pub fn shape() -> Shape {
    let tall = document().query_selector(".chart.tall").ok().flatten();
    let seen = tall.is_some_and(|picture| picture.get_bounding_client_rect().width() > 0.0);
    if seen { Shape::Tall } else { Shape::Wide }
}
