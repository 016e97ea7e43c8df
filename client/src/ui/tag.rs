//! Elements as plain values: one type for all of them.
//!
//! Leptos gives each shape of element a type of its own, and each type its own code to build,
//! hydrate and change it. A phone would download all of that before it is alive. Here a page is a
//! tree of [`Tag`]s, the code exists once, and a tree is still a Leptos view: `html` writes it on
//! the server, `alive` brings it to life and changes it in the browser. It knows no question and no
//! room.

use std::borrow::Cow;

mod alive;
mod html;
#[cfg(feature = "hydrate")]
mod tree;

#[cfg(feature = "hydrate")]
pub use tree::Tree;

/// An attribute's value: most are the program's own words.
pub type TagText = Cow<'static, str>;

/// One element with everything in it. Behind a pointer, since it is handed on with each call that
/// adds to it.
pub struct Tag(Box<Element>);

struct Element {
    name: &'static str,
    key: Option<String>,
    attributes: Vec<(&'static str, TagText)>,
    inside: TagBody,
}

enum TagBody {
    Children(Vec<Child>),
    /// Markup that is trusted already: the deck's sanitised text, or a drawing of ours.
    Html(TagText),
}

/// What stands in an element.
pub enum Child {
    Text(TagText),
    Tag(Tag),
}

/// An element of that name, empty.
pub fn tag(name: &'static str) -> Tag {
    Tag(Box::new(Element {
        name,
        key: None,
        attributes: Vec::new(),
        inside: TagBody::Children(Vec::new()),
    }))
}

impl Tag {
    /// Distinguishes this element from others at the same place: with another key it is another
    /// element, and nothing of the old one (what was typed, where the focus was) stays.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.0.key = Some(key.into());
        self
    }

    #[inline(never)]
    pub fn set(mut self, name: &'static str, value: impl Into<TagText>) -> Self {
        self.0.attributes.push((name, value.into()));
        self
    }

    /// The attribute where there is a value.
    #[inline(never)]
    pub fn maybe(self, name: &'static str, value: Option<impl Into<TagText>>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// An attribute that says something by being there.
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        if on { self.set(name, "") } else { self }
    }

    pub fn class(self, class: impl Into<TagText>) -> Self {
        self.set("class", class)
    }

    pub fn id(self, id: impl Into<TagText>) -> Self {
        self.set("id", id)
    }

    /// One more thing in the element, behind what is in it.
    #[inline(never)]
    pub fn child(mut self, child: impl IntoChildren) -> Self {
        if let TagBody::Children(children) = &mut self.0.inside {
            child.put_into(children);
        }
        self
    }

    /// With a field that nobody sees in this element, where it is a form, and in each form in it.
    pub fn in_each_form(mut self, name: &'static str, value: &str) -> Self {
        if let TagBody::Children(children) = &mut self.0.inside {
            let inside = std::mem::take(children).into_iter();
            let each = inside.map(|child| match child {
                Child::Tag(tag) => Child::Tag(tag.in_each_form(name, value)),
                text @ Child::Text(_) => text,
            });
            *children = each.collect();
        }
        if self.0.name != "form" {
            return self;
        }
        let field = tag("input").set("type", "hidden").set("name", name);
        self.set("autocomplete", "off")
            .child(field.set("value", value.to_owned()))
    }

    /// Markup as the whole inside. What is handed in must be safe already.
    pub fn html(mut self, html: impl Into<TagText>) -> Self {
        self.0.inside = TagBody::Html(html.into());
        self
    }
}

/// What can stand in an element.
pub trait IntoChildren {
    /// Adds it behind what is there.
    fn put_into(self, children: &mut Vec<Child>);
}

impl IntoChildren for Tag {
    fn put_into(self, children: &mut Vec<Child>) {
        children.push(Child::Tag(self));
    }
}

impl IntoChildren for TagText {
    /// Texts side by side are one: a browser that reads the page sees but one node there.
    fn put_into(self, children: &mut Vec<Child>) {
        match children.last_mut() {
            _ if self.is_empty() => {}
            Some(Child::Text(text)) => text.to_mut().push_str(&self),
            _ => children.push(Child::Text(self)),
        }
    }
}

impl IntoChildren for &'static str {
    fn put_into(self, children: &mut Vec<Child>) {
        TagText::Borrowed(self).put_into(children);
    }
}

impl IntoChildren for String {
    fn put_into(self, children: &mut Vec<Child>) {
        TagText::Owned(self).put_into(children);
    }
}

impl IntoChildren for Child {
    fn put_into(self, children: &mut Vec<Child>) {
        match self {
            Child::Text(text) => text.put_into(children),
            other => children.push(other),
        }
    }
}

impl<C: IntoChildren> IntoChildren for Option<C> {
    fn put_into(self, children: &mut Vec<Child>) {
        self.into_iter().for_each(|child| child.put_into(children));
    }
}

impl<C: IntoChildren> IntoChildren for Vec<C> {
    fn put_into(self, children: &mut Vec<Child>) {
        self.into_iter().for_each(|child| child.put_into(children));
    }
}

/// Several things side by side.
macro_rules! tags {
    ($($each:expr),* $(,)?) => {{
        let mut children: Vec<$crate::ui::tag::Child> = Vec::new();
        $($crate::ui::tag::IntoChildren::put_into($each, &mut children);)*
        children
    }};
}
pub(crate) use tags;
