//! A tree of tags as HTML.

use super::{Child, Element, Tag, TagBody};

/// Elements that hold nothing and have no end.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

impl Tag {
    /// The element as markup.
    pub fn into_html(self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    /// Writes the element. What a text field holds is its `value` here as for any other field.
    pub(super) fn write(self, html: &mut String) {
        let Element {
            name,
            attributes,
            inside,
            ..
        } = *self.0;
        html.push('<');
        html.push_str(name);
        let mut held = None;
        for (attribute, value) in attributes {
            if name == "textarea" && attribute == "value" {
                held = Some(value);
            } else {
                write_attribute(html, attribute, &value);
            }
        }
        html.push('>');
        if VOID.contains(&name) {
            return;
        }
        match inside {
            TagBody::Html(inside) => html.push_str(&inside),
            TagBody::Children(children) => children.into_iter().for_each(|child| child.write(html)),
        }
        held.iter().for_each(|held| in_textarea(html, held));
        html.push_str("</");
        html.push_str(name);
        html.push('>');
    }
}

impl Child {
    fn write(self, html: &mut String) {
        match self {
            Self::Text(text) => escape(html, &text),
            Self::Tag(tag) => tag.write(html),
        }
    }
}

fn write_attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    if !value.is_empty() {
        html.push_str("=\"");
        escape(html, value);
        html.push('"');
    }
}

/// A line break at the start is doubled, since parsers drop the first one.
fn in_textarea(html: &mut String, text: &str) {
    if text.starts_with('\n') {
        html.push('\n');
    }
    escape(html, text);
}

fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use crate::ui::tag::{Tag, tag, tags};

    #[test]
    fn text_never_becomes_markup() {
        let evil = "\"<b>&";
        let page = tag("p")
            .set("title", evil)
            .child(evil)
            .child(tag("input").flag("checked", true));
        assert_eq!(
            page.into_html(),
            "<p title=\"&quot;&lt;b&gt;&amp;\">&quot;&lt;b&gt;&amp;<input checked></p>"
        );
    }

    #[test]
    fn a_text_field_holds_its_value() {
        let field = |text: &'static str| {
            tag("textarea")
                .set("rows", "3")
                .set("value", text)
                .into_html()
        };
        assert_eq!(
            field("</textarea><b>"),
            "<textarea rows=\"3\">&lt;/textarea&gt;&lt;b&gt;</textarea>"
        );
        assert_eq!(field("\na"), "<textarea rows=\"3\">\n\na</textarea>");
    }

    #[test]
    fn what_is_not_there_leaves_no_trace() {
        let list = tags!["a", None::<Tag>, String::new(), vec!["b", "c"]];
        let page = tag("p")
            .maybe("lang", None::<&str>)
            .flag("hidden", false)
            .child(list);
        assert_eq!(page.into_html(), "<p>abc</p>");
    }
}
