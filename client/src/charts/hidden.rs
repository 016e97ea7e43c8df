//! What of a question stands on the stage while its results are hidden: all that can be chosen, in
//! the places that it keeps, and no figure. It is made of the question alone, so nothing can leak
//! by it.

use leptos::prelude::*;

/// One page of the quiet frame: pictures of what can be chosen, and the same in words.
pub fn frame<'a>(pictures: Vec<AnyView>, names: impl Iterator<Item = &'a String>) -> AnyView {
    let names: Vec<_> = names
        .map(|name| view! { <li dir="auto">{name.clone()}</li> })
        .collect();
    view! {
        <figure class="figure">
            {pictures} <div class="visually-hidden"><ul>{names}</ul></div>
        </figure>
    }
    .into_any()
}

/// Where nothing can be chosen: a sentence in the figure's place.
pub fn quiet(sentence: &'static str) -> AnyView {
    view! { <div class="figure quiet"><p>{sentence}</p></div> }.into_any()
}
