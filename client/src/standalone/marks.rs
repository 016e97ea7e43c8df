//! Marks as SVG that needs no page around it: every colour and weight stands at the element.

use std::fmt::Write;

use super::looks::{self, FigureMode, StyledElement, attributes};
use crate::charts::mark::{Anchor, Mark, n};
use crate::charts::measure::bound;

/// Writes marks one after the other, knowing what they stand in.
pub struct MarkWriter<'a> {
    pub mode: FigureMode,
    pub svg: &'a mut String,
    /// The names and classes of what is open, outermost first.
    path: Vec<(&'static str, String)>,
    clips: usize,
}

impl<'a> MarkWriter<'a> {
    /// Marks of a chart, into that text.
    pub fn new(mode: FigureMode, svg: &'a mut String) -> Self {
        Self {
            mode,
            svg,
            path: vec![("svg", "chart".to_owned())],
            clips: 0,
        }
    }

    /// All of these.
    pub fn write(&mut self, marks: &[Mark]) {
        for mark in marks {
            self.mark(mark);
        }
    }

    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Text {
                class,
                x,
                y,
                size,
                anchor,
                text,
            } => self.text(class, (*x, *y), (*size, *anchor), text),
            Mark::Rect {
                class,
                x,
                y,
                width,
                height,
                radius,
            } => {
                let own = [
                    ("x", n(*x)),
                    ("y", n(*y)),
                    ("width", n(*width)),
                    ("height", n(*height)),
                    ("rx", n(*radius)),
                ];
                self.empty("rect", class, &own);
            }
            Mark::Path { class, d, stroke } => {
                let stroke = stroke.map(|stroke| ("stroke-width", n(stroke)));
                let own: Vec<_> = [("d", d.clone())].into_iter().chain(stroke).collect();
                self.empty("path", class, &own);
            }
            Mark::Dot { x, y, radius } => {
                let own = [("cx", n(*x)), ("cy", n(*y)), ("r", n(*radius))];
                self.empty("circle", "", &own);
            }
            Mark::Group {
                class,
                transform,
                marks,
            } => self.group(class, transform, marks),
            Mark::Entry {
                transform, marks, ..
            } => self.group("row", transform, marks),
            Mark::Picture { transform, inner } => self.picture(transform, inner),
            Mark::Gap => {}
            Mark::Word {
                class,
                transform,
                size,
                weight,
                text,
            } => self.word(class, transform, (*size, *weight), text),
        }
    }

    fn text(&mut self, class: &str, (x, y): (f64, f64), look: (f64, Anchor), text: &str) {
        let (size, anchor) = look;
        let anchor = anchor
            .attribute()
            .map(|anchor| ("text-anchor", anchor.to_owned()));
        let own: Vec<_> = [("x", n(x)), ("y", n(y)), ("font-size", n(size))]
            .into_iter()
            .chain(anchor)
            .collect();
        self.element("text", class, &own, &escaped(text));
    }

    /// A placed word. One in a font that is not ours is seen as far as it has a place.
    fn word(&mut self, class: &str, transform: &str, (size, weight): (f64, u16), text: &str) {
        let own = [
            ("transform", transform.to_owned()),
            ("font-size", n(size)),
            ("font-weight", looks::weight(&weight.to_string())),
            ("text-anchor", "middle".to_owned()),
        ];
        let Some(wide) = bound(text, size) else {
            return self.element("text", class, &own, &escaped(text));
        };
        self.clips += 1;
        let id = format!("clip{}", self.clips);
        let (left, top, high) = (n(-wide / 2.0), n(-1.5 * size), n(2.5 * size));
        let wide = n(wide);
        let rect = format!(
            r#"<clipPath id="{id}"><rect x="{left}" y="{top}" width="{wide}" height="{high}"/></clipPath>"#
        );
        *self.svg += &rect;
        let own: Vec<_> = own
            .into_iter()
            .chain([("clip-path", format!("url(#{id})"))])
            .collect();
        self.element("text", class, &own, &escaped(text));
    }

    fn group(&mut self, class: &str, transform: &str, marks: &[Mark]) {
        let transform = (!transform.is_empty()).then(|| ("transform", transform.to_owned()));
        let own: Vec<_> = transform.into_iter().collect();
        self.open("g", class, &own);
        self.path.push(("g", class.to_owned()));
        self.write(marks);
        self.path.pop();
        *self.svg += "</g>";
    }

    /// A drawing of our own, whose parts have classes too.
    fn picture(&mut self, transform: &str, inner: &str) {
        let own = [
            ("transform", transform.to_owned()),
            ("fill", "none".to_owned()),
            ("stroke", self.mode.colour("ink").to_owned()),
            ("stroke-width", "3".to_owned()),
            ("stroke-linecap", "round".to_owned()),
            ("stroke-linejoin", "round".to_owned()),
        ];
        self.open("g", "pole-picture", &own);
        self.path.push(("g", "pole-picture".to_owned()));
        let mut rest = inner;
        while let Some((before, behind)) = rest.split_once(" class=\"") {
            let (classes, behind) = behind.split_once('"').unwrap_or((behind, ""));
            *self.svg += before;
            self.attributes("path", classes, &[]);
            rest = behind;
        }
        *self.svg += &rest.replace("currentColor", self.mode.colour("ink"));
        self.path.pop();
        *self.svg += "</g>";
    }

    fn empty(&mut self, name: &'static str, class: &str, own: &[(&'static str, String)]) {
        self.tag(name, class, own);
        *self.svg += "/>";
    }

    fn element(
        &mut self,
        name: &'static str,
        class: &str,
        own: &[(&'static str, String)],
        inside: &str,
    ) {
        self.open(name, class, own);
        let _ = write!(self.svg, "{inside}</{name}>");
    }

    fn open(&mut self, name: &'static str, class: &str, own: &[(&'static str, String)]) {
        self.tag(name, class, own);
        self.svg.push('>');
    }

    fn tag(&mut self, name: &'static str, class: &str, own: &[(&'static str, String)]) {
        let _ = write!(self.svg, "<{name}");
        self.attributes(name, class, own);
    }

    /// What the style says, and what the mark says itself, where the style says nothing of it.
    fn attributes(&mut self, name: &str, class: &str, own: &[(&'static str, String)]) {
        let outer = self.path.iter();
        let mut path: Vec<StyledElement<'_>> = outer
            .map(|(name, classes)| StyledElement { name, classes })
            .collect();
        path.push(StyledElement {
            name,
            classes: class,
        });
        let said = attributes(&path, self.mode);
        let own = own.iter().filter(|(name, _)| !said.contains_key(name));
        let said = said.iter().map(|(name, value)| (*name, value));
        for (name, value) in own.map(|(name, value)| (*name, value)).chain(said) {
            let _ = write!(self.svg, r#" {name}="{}""#, escaped(value));
        }
    }
}

/// A text in XML, without characters that may not stand there at all.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => escaped.push(c),
        }
    }
    escaped
}
