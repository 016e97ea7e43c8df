//! A page that is one tree of tags: found in what the server sent, and then made like each tree
//! that is to be shown.
//!
//! A phone's page is one drawing of one state. So it takes no signals and no effects that know what
//! depends on what: a phone would download them only to learn, each time, that everything does.

use std::cell::RefCell;

use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::Element;
use leptos::tachys::view::{PositionState, Render, RenderHtml};

use super::Tag;
use super::alive::TagState;

/// What a page shows.
pub struct Tree(RefCell<TagState>);

impl Tree {
    /// Finds this tree as the first thing in an element of the page.
    pub fn found(parent: Element, tag: Tag) -> Self {
        Self(RefCell::new(tag.hydrate::<true>(
            &Cursor::new(parent),
            &PositionState::default(),
        )))
    }

    /// Shows another tree from now on.
    pub fn becomes(&self, tag: Tag) {
        tag.rebuild(&mut self.0.borrow_mut());
    }
}
