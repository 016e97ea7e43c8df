//! A tree of tags in the browser: built, found in the page that the server sent, and changed into
//! another tree.
//!
//! Elements are distinguished by name and key. One that stays keeps its node, so nobody loses the
//! focus or their place; one that moved in a list is moved. What a field holds (`value`, `checked`)
//! is changed only where the tree says something other than before.

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Position, PositionState};

use super::{Child, Element, Tag, TagBody, TagText};
use crate::browser::field;

/// An element in the page, and what it was made from.
pub struct TagState {
    element: types::Element,
    name: &'static str,
    key: Option<String>,
    attributes: Vec<(&'static str, TagText)>,
    inside: InsideState,
}

enum InsideState {
    Children(Vec<ChildState>),
    Html(TagText),
}

enum ChildState {
    Text(types::Text, TagText),
    Tag(Box<TagState>),
}

impl Render for Tag {
    type State = TagState;

    fn build(self) -> TagState {
        let Element {
            name,
            key,
            attributes,
            inside,
        } = *self.0;
        let element = Rndr::create_element(name, None);
        attributes
            .iter()
            .for_each(|(name, value)| change(&element, name, Some(value)));
        let inside = match inside {
            TagBody::Html(html) => {
                Rndr::set_inner_html(&element, &html);
                InsideState::Html(html)
            }
            TagBody::Children(children) => InsideState::Children(append(&element, children)),
        };
        TagState {
            element,
            name,
            key,
            attributes,
            inside,
        }
    }

    fn rebuild(self, state: &mut TagState) {
        if !state.is_of(&self) {
            let mut new = self.build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
            return;
        }
        let Element {
            attributes, inside, ..
        } = *self.0;
        for (name, value) in &attributes {
            if state.attribute(name) != Some(value) {
                change(&state.element, name, Some(value));
            }
        }
        let gone = |name: &str| attributes.iter().all(|(kept, _)| *kept != name);
        let old = state.attributes.iter().map(|(name, _)| *name);
        old.filter(|name| gone(name))
            .for_each(|name| change(&state.element, name, None));
        state.attributes = attributes;
        state.inside.become_like(&state.element, inside);
    }
}

/// Sets or takes away an attribute. What a field holds is a property once somebody has used it.
fn change(element: &types::Element, name: &'static str, value: Option<&TagText>) {
    match value {
        Some(value) => Rndr::set_attribute(element, name, value),
        // People open and close by themselves too. What is open stays so until it is another
        // element: somebody may be typing in it.
        None if name == "open" => {}
        None => Rndr::remove_attribute(element, name),
    }
    match name {
        "value" => field::set_value(element, value.map_or("", |value| value)),
        "checked" => field::set_checked(element, value.is_some()),
        _ => {}
    }
}

fn append(element: &types::Element, children: Vec<Child>) -> Vec<ChildState> {
    let build = |child: Child| {
        let mut state = child.build();
        state.mount(element, None);
        state
    };
    children.into_iter().map(build).collect()
}

impl InsideState {
    fn become_like(&mut self, element: &types::Element, new: TagBody) {
        match (&mut *self, new) {
            (Self::Children(old), TagBody::Children(new)) => rearrange(element, old, new),
            (Self::Html(old), TagBody::Html(new)) if *old == new => {}
            (_, TagBody::Html(html)) => {
                Rndr::set_inner_html(element, &html);
                *self = Self::Html(html);
            }
            (_, TagBody::Children(children)) => {
                Rndr::set_inner_html(element, "");
                *self = Self::Children(append(element, children));
            }
        }
    }
}

/// Makes the old children the new ones: each new one takes over the first old one that it fits.
fn rearrange(element: &types::Element, old: &mut Vec<ChildState>, new: Vec<Child>) {
    let mut rest = std::mem::take(old);
    let mut new = new.into_iter();
    while let Some(child) = new.next() {
        // What goes leaves first: else what stays, with the cursor in it, would count as moved, or
        // be made anew.
        while rest.first().is_some_and(|state| {
            !state.fits(&child) && !new.as_slice().iter().any(|next| state.fits(next))
        }) {
            rest.remove(0).unmount();
        }
        match rest.iter().position(|state| state.fits(&child)) {
            Some(0) => {
                let mut state = rest.remove(0);
                child.rebuild(&mut state);
                old.push(state);
            }
            // Further on only for what has a name of its own: else what stands between would be
            // thrown away for nothing.
            Some(place) if child.has_key() => {
                let mut state = rest.remove(place);
                place_before(&mut state, element, rest.first());
                child.rebuild(&mut state);
                old.push(state);
            }
            _ => {
                let mut state = child.build();
                place_before(&mut state, element, rest.first());
                old.push(state);
            }
        }
    }
    rest.into_iter().for_each(|mut gone| gone.unmount());
}

fn place_before(state: &mut ChildState, element: &types::Element, next: Option<&ChildState>) {
    if !next.is_some_and(|next| next.insert_before_this(state)) {
        state.mount(element, None);
    }
}

impl TagState {
    fn is_of(&self, tag: &Tag) -> bool {
        self.name == tag.0.name && self.key == tag.0.key
    }

    fn attribute(&self, name: &str) -> Option<&TagText> {
        self.attributes
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    }
}

impl Child {
    fn has_key(&self) -> bool {
        matches!(self, Self::Tag(tag) if tag.0.key.is_some())
    }

    fn build(self) -> ChildState {
        match self {
            Self::Text(text) => ChildState::Text(Rndr::create_text_node(&text), text),
            Self::Tag(tag) => ChildState::Tag(Box::new(tag.build())),
        }
    }

    fn rebuild(self, state: &mut ChildState) {
        match (self, state) {
            (Self::Text(new), ChildState::Text(node, old)) if new != *old => {
                Rndr::set_text(node, &new);
                *old = new;
            }
            (Self::Tag(tag), ChildState::Tag(state)) => tag.rebuild(state),
            _ => {}
        }
    }

    fn hydrate(self, cursor: &Cursor, position: &PositionState) -> ChildState {
        match self {
            Self::Tag(tag) => ChildState::Tag(Box::new(tag.hydrate::<true>(cursor, position))),
            Self::Text(text) => {
                step(cursor, position);
                position.set(Position::NextChild);
                ChildState::Text(field::text_node(cursor.current(), &text), text)
            }
        }
    }
}

impl ChildState {
    fn fits(&self, child: &Child) -> bool {
        match (self, child) {
            (Self::Text(..), Child::Text(_)) => true,
            (Self::Tag(state), Child::Tag(tag)) => state.is_of(tag),
            _ => false,
        }
    }
}

/// To where the next node of the page is.
fn step(cursor: &Cursor, position: &PositionState) {
    match position.get() {
        Position::FirstChild => cursor.child(),
        Position::Current => {}
        _ => cursor.sibling(),
    }
}

impl RenderHtml for Tag {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
        self.write(html);
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> TagState {
        step(cursor, position);
        let Element {
            name,
            key,
            attributes,
            inside,
        } = *self.0;
        let element = field::element(cursor.current(), name);
        let inside = match inside {
            TagBody::Html(html) => InsideState::Html(html),
            TagBody::Children(children) => {
                position.set(Position::FirstChild);
                let hydrated = children
                    .into_iter()
                    .map(|child| child.hydrate(cursor, position));
                let hydrated = hydrated.collect();
                cursor.set(types::Node::from(element.clone()));
                InsideState::Children(hydrated)
            }
        };
        position.set(Position::NextChild);
        TagState {
            element,
            name,
            key,
            attributes,
            inside,
        }
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl AddAnyAttr for Tag {
    type Output<New: Attribute> = Self;

    /// Attributes are set where the element is made, never from outside.
    fn add_any_attr<New: Attribute>(self, _: New) -> Self {
        self
    }
}

impl Mountable for TagState {
    fn unmount(&mut self) {
        self.element.unmount();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        self.element.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.element.clone()]
    }
}

impl ChildState {
    fn mountable(&self) -> &dyn Mountable {
        match self {
            Self::Text(node, _) => node,
            Self::Tag(state) => &**state,
        }
    }

    fn mountable_mut(&mut self) -> &mut dyn Mountable {
        match self {
            Self::Text(node, _) => node,
            Self::Tag(state) => &mut **state,
        }
    }
}

impl Mountable for ChildState {
    fn unmount(&mut self) {
        self.mountable_mut().unmount();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        self.mountable_mut().mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.mountable().insert_before_this(child)
    }

    fn elements(&self) -> Vec<types::Element> {
        self.mountable().elements()
    }
}
