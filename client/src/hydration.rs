//! The door between a page's two lives: rendered to HTML on the server, brought to life in the
//! browser.
//!
//! Both sides stand here because they must agree, byte for byte, on where the view sits and how its
//! state travels. It does not know what a page shows, nor the document around it: the caller's
//! document holds
//!
//! ```html
//! <body id="page">what `render` gave, with no blank before it
//! <script type="application/json" id="state">what `state_json` gave</script>
//! ```
//!
//! and a module script. Nothing is inline that a strict content security policy would have to
//! allow.

/// The id of the element that the view is in.
pub const PAGE_ID: &str = "page";

/// The attribute that the element has once it is alive.
pub const ALIVE: &str = "data-alive";

/// The id of the script element that carries the state.
pub const STATE_ID: &str = "state";

/// Its attribute with the address of the sentences that the page needs once it is alive.
pub const TEXTS: &str = "data-texts";

#[cfg(feature = "hydrate")]
pub use browser::{hydrate, hydrate_tree};
#[cfg(feature = "ssr")]
pub use server::{render, state_json};

#[cfg(feature = "ssr")]
mod server {
    use leptos::prelude::*;
    use serde::Serialize;

    /// The HTML of `component`, for the inside of the element that will be hydrated.
    ///
    /// The view is built inside an owner of its own, which ends here: nothing reactive outlives the
    /// answer, and requests that share a thread share nothing else.
    pub fn render<V: IntoView>(component: impl FnOnce() -> V) -> String {
        let owner = Owner::new_root(None);
        owner.with(|| component().into_view().to_html())
    }

    /// The state as JSON that can stand inside a script element: no `<`, so neither `</script>` nor
    /// `<!--` can end or bend it.
    pub fn state_json(state: &impl Serialize) -> String {
        serde_json::to_string(state)
            .expect("a page's state is plain data with text keys")
            .replace('<', "\\u003c")
    }
}

#[cfg(feature = "hydrate")]
mod browser {
    use leptos::logging::error;
    use leptos::prelude::*;
    use leptos::wasm_bindgen::JsCast;
    use leptos::web_sys::HtmlElement;
    use serde::de::DeserializeOwned;

    use crate::ui::tag::{Tag, Tree};

    /// Brings the element `id` to life with `component`, built from the state that came with the
    /// page.
    ///
    /// A page without a state is not meant to come alive: it only fetches the bundle early, for the
    /// page after it. Where the element is missing or the state can't be read, the page stays what
    /// the server sent, which works without scripts, and the console says why.
    pub fn hydrate<S, V>(id: &str, component: impl FnOnce(S) -> V)
    where
        S: DeserializeOwned,
        V: IntoView + 'static,
    {
        let Some((parent, state)) = sent(id, |text| serde_json::from_str(text).ok()) else {
            return;
        };
        let view = component(state);
        leptos::mount::hydrate_from(parent.clone(), move || view).forget();
        is_alive(&parent);
    }

    /// The same for a page that is one tree, with a reader of its own. Once it is alive it is
    /// handed to `follow`.
    pub fn hydrate_tree<S>(
        id: &str,
        read: impl FnOnce(&str) -> Option<S>,
        draw: impl FnOnce(&S) -> Tag,
        follow: impl FnOnce(Tree, S),
    ) {
        let Some((parent, state)) = sent(id, read) else {
            return;
        };
        let tree = Tree::found(parent.clone().into(), draw(&state));
        is_alive(&parent);
        follow(tree, state);
    }

    /// The element that is to come alive, and the state that came with the page.
    fn sent<S>(id: &str, read: impl FnOnce(&str) -> Option<S>) -> Option<(HtmlElement, S)> {
        std::panic::set_hook(Box::new(|panic| error!("{panic}")));
        let state = document()
            .get_element_by_id(super::STATE_ID)?
            .text_content()
            .unwrap_or_default();
        match (read(&state), element(id)) {
            (None, _) => error!("the state of this page can't be read"),
            (_, None) => error!("this page has no element `{id}`"),
            (Some(state), Some(parent)) => return Some((parent, state)),
        }
        None
    }

    fn is_alive(parent: &HtmlElement) {
        // For whoever has to wait for it: styles of what only works now, and tests. Setting an
        // attribute of an element cannot fail.
        let _ = parent.set_attribute(super::ALIVE, "");
    }

    fn element(id: &str) -> Option<HtmlElement> {
        document().get_element_by_id(id)?.dyn_into().ok()
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::{render, state_json};
    use leptos::prelude::*;

    #[test]
    fn state_cannot_leave_its_script_element() {
        let json = state_json(&["</script><!--", "ë"]);
        assert_eq!(json, r#"["\u003c/script>\u003c!--","ë"]"#);
        let read: Vec<String> = serde_json::from_str(&json).unwrap();
        assert_eq!(read, ["</script><!--", "ë"]);
    }

    #[test]
    fn text_is_escaped_and_nothing_surrounds_the_view() {
        let html = render(|| view! { <p>{"<b> & co".to_owned()}</p> });
        assert_eq!(html, "<p>&lt;b&gt; &amp; co</p>");
    }
}
