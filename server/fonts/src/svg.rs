//! The words of an SVG that stand in more fonts than the letters: drawn as shapes. Who draws an SVG
//! takes other fonts only where these have as many glyphs for a text as the first, which joined
//! letters and emoji have not.

use std::borrow::Cow;

use crate::choice::{FontChoice, fonts_for};
use crate::outline::outlines;
use crate::typesetter::{LetterSetting, TextWay, Typesetter};
use crate::{FontFile, square};

/// What a text takes from what it stands in, where it does not say so itself.
const INHERITED: [&str; 3] = ["font-size", "font-weight", "text-anchor"];

/// The same picture, in which texts in other fonts than the letters are shapes. Everything else,
/// and what is not read as a picture of peil's, is left as it is.
pub fn with_outlines(svg: &str) -> Cow<'_, str> {
    if svg.is_ascii() {
        return Cow::Borrowed(svg);
    }
    let mut files = fonts_for(svg);
    let (signs, _) = square();
    if !files.contains(&signs) {
        files.push(signs);
    }
    let mut drawing = OutlineWriter {
        choice: FontChoice::new(),
        setter: Typesetter::new(&files, TextWay::FromLeft),
        files,
        open: Vec::new(),
        whole: String::with_capacity(svg.len()),
    };
    drawing.write(svg);
    Cow::Owned(drawing.whole)
}

struct OutlineWriter {
    choice: FontChoice,
    setter: Typesetter,
    files: Vec<&'static FontFile>,
    /// The tags of what is open.
    open: Vec<String>,
    whole: String,
}

impl OutlineWriter {
    fn write(&mut self, svg: &str) {
        let mut left = svg;
        while let Some(at) = left.find('<') {
            let (words, tagged) = left.split_at(at);
            self.whole += words;
            let end = tagged.find('>').map_or(tagged.len(), |end| end + 1);
            let (tag, behind) = tagged.split_at(end);
            left = behind;
            if let Some((words, behind)) = words_of(tag, behind)
                && let Some(shapes) = self.shapes(tag, &unescaped(words))
            {
                self.whole += &shapes;
                left = behind;
                continue;
            }
            if tag.starts_with("</") {
                self.open.pop();
            } else if !tag.ends_with("/>") && !tag.starts_with("<?") && !tag.starts_with("<!") {
                self.open.push(tag.to_owned());
            }
            self.whole += tag;
        }
        self.whole += left;
    }

    /// The text as shapes; nothing of one that is in the letters.
    fn shapes(&mut self, tag: &str, words: &str) -> Option<String> {
        if self.choice.runs(words).iter().all(|(font, _)| *font == 0) {
            return None;
        }
        let [size, weight, anchor] = INHERITED.map(|name| self.value(tag, name).map(str::to_owned));
        let number = |value: Option<&str>| value.and_then(|value| value.parse::<f32>().ok());
        let setting = LetterSetting {
            size: number(size.as_deref())?,
            weight: number(weight.as_deref()).unwrap_or(400.0) as u16,
            leading: 1.0,
            tabular: true,
        };
        let [x, y] = ["x", "y"].map(|name| number(attribute(tag, name)).unwrap_or_default());
        let set = self.setter.set(words, setting, f32::MAX);
        let line = set.lines.first()?;
        let x = match anchor.as_deref() {
            Some("middle") => x - line.width / 2.0,
            Some("end") => x - line.width,
            _ => x,
        };
        let data = outlines(line, &self.files, (x - line.left(), y));
        let tag = without(&without(tag, "x"), "y");
        let tag = tag.replacen("<text", "<g", 1);
        Some(format!("{tag}<path d=\"{data}\"/></g>"))
    }

    /// What the text says of itself, or else what it stands in.
    fn value<'a>(&'a self, tag: &'a str, name: &str) -> Option<&'a str> {
        let open = self.open.iter().rev().map(String::as_str);
        [tag]
            .into_iter()
            .chain(open)
            .find_map(|tag| attribute(tag, name))
    }
}

/// The words of a text that holds nothing else, and what comes after it.
fn words_of<'a>(tag: &str, behind: &'a str) -> Option<(&'a str, &'a str)> {
    if !tag.starts_with("<text") || tag.ends_with("/>") {
        return None;
    }
    let (words, after) = behind.split_once("</text>")?;
    (!words.contains('<')).then_some((words, after))
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split_once('"').map(|(value, _)| value)
}

/// The tag without that attribute.
fn without(tag: &str, name: &str) -> String {
    match attribute(tag, name) {
        Some(value) => tag.replacen(&format!(" {name}=\"{value}\""), "", 1),
        None => tag.to_owned(),
    }
}

fn unescaped(words: &str) -> String {
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ];
    entities
        .iter()
        .fold(words.to_owned(), |words, (entity, c)| {
            words.replace(entity, c)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_texts_in_other_fonts_become_shapes() {
        let svg = r#"<svg><title>سلام</title><text x="1" y="2">één &amp; twee</text><path/><text/>é</svg>"#;
        assert_eq!(with_outlines(svg), svg);
        for odd in [
            "<svg é",
            "é",
            "<text é>",
            "<text>привет",
            "<text>a<b/>привет</text>",
        ] {
            assert_eq!(with_outlines(odd), odd);
        }
    }

    #[test]
    fn shapes_keep_what_was_said_of_the_text() {
        let svg = r##"<svg><g font-weight="700"><text x="10" y="20" fill="#fff" font-size="30" text-anchor="end" clip-path="url(#a)">привет &lt;3</text></g></svg>"##;
        let drawn = with_outlines(svg);
        let kept = r##"<svg><g font-weight="700"><g fill="#fff" font-size="30" text-anchor="end" clip-path="url(#a)"><path d="M"##;
        assert!(drawn.starts_with(kept), "{drawn}");
        assert!(drawn.ends_with("Z\"/></g></g></svg>"), "{drawn}");
    }

    /// How far a text reaches from the left to the right.
    fn reach(anchor: &str, words: &str) -> (f32, f32) {
        let svg =
            format!(r#"<text x="100" y="0" font-size="20" text-anchor="{anchor}">{words}</text>"#);
        let drawn = with_outlines(&svg);
        let (_, data) = drawn.split_once("d=\"").expect("shapes");
        let numbers = data.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'));
        let numbers: Vec<f32> = numbers.filter_map(|number| number.parse().ok()).collect();
        let lefts = || numbers.iter().step_by(2).copied();
        (
            lefts().fold(f32::MAX, f32::min),
            lefts().fold(f32::MIN, f32::max),
        )
    }

    #[test]
    fn shapes_stand_where_the_text_stood() {
        for words in ["привет", "سلام عليكم", "зеленый 🐱"] {
            let [start, middle, end] =
                ["start", "middle", "end"].map(|anchor| reach(anchor, words));
            assert!(start.0 > 99.0 && start.0 < 105.0, "{words} {start:?}");
            assert!(end.1 > 95.0 && end.1 < 101.0, "{words} {end:?}");
            assert!(
                (middle.0 - 100.0 + (middle.1 - 100.0)).abs() < 5.0,
                "{words} {middle:?}"
            );
        }
    }
}
