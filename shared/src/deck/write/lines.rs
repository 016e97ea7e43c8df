//! Lines of settings as they are written, and the items of a list.

use super::{inline, scalar};
use crate::deck::grammar::keyword::Keyword;
use crate::image::Image;

/// Lines of settings.
#[derive(Default)]
pub(crate) struct SettingsWriter(pub String);

impl SettingsWriter {
    /// A line, its value ready to be written.
    pub fn line(&mut self, key: &str, value: impl std::fmt::Display) {
        self.0 += &format!("{key}: {value}\n");
    }

    /// A text of one line.
    pub fn text(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.line(key, scalar::block(text));
        }
    }

    /// A text of several lines.
    pub fn long_text(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.line(key, scalar::lines(text));
        }
    }

    /// A number, if there is one.
    pub fn number<T: std::fmt::Display>(&mut self, key: &str, number: Option<T>) {
        if let Some(number) = number {
            self.line(key, number);
        }
    }

    /// A number that is not what it is without this line.
    pub fn number_unless<T: std::fmt::Display + PartialEq>(
        &mut self,
        key: &str,
        number: T,
        default: T,
    ) {
        self.number(key, (number != default).then_some(number));
    }

    /// A word, if there is one.
    pub fn word<W: Keyword>(&mut self, key: &str, word: Option<W>) {
        if let Some(word) = word {
            self.line(key, word.word());
        }
    }

    /// A word that is not what it is without this line.
    pub fn word_unless<W: Keyword>(&mut self, key: &str, word: W, default: W) {
        self.word(key, (word != default).then_some(word));
    }

    /// `yes` or `no`, if it is one of them.
    pub fn yes(&mut self, key: &str, yes: Option<bool>) {
        if let Some(yes) = yes {
            self.line(key, if yes { "yes" } else { "no" });
        }
    }

    /// `yes` or `no`, if it is not what it is without this line.
    pub fn yes_unless(&mut self, key: &str, yes: bool, default: bool) {
        self.yes(key, (yes != default).then_some(yes));
    }

    /// Texts, also where there are none.
    pub fn list(&mut self, key: &str, texts: &[String]) {
        self.line(key, list(texts));
    }

    /// Texts, if there are some.
    pub fn list_unless_empty(&mut self, key: &str, texts: &[String]) {
        if !texts.is_empty() {
            self.list(key, texts);
        }
    }
}

/// Texts as `[one, two]`.
pub(crate) fn list(texts: &[String]) -> String {
    let texts: Vec<_> = texts.iter().map(|text| scalar::flow(text)).collect();
    format!("[{}]", texts.join(", "))
}

/// Texts behind their keys as `{a: one, b: two}`; those that are none are left out.
pub(crate) fn map(entries: &[(&str, Option<String>)]) -> String {
    let entries = entries
        .iter()
        .filter_map(|(key, value)| Some(format!("{key}: {}", value.as_ref()?)));
    format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
}

/// An item of a list, its marks ready to be written.
pub(crate) struct ListItem<'a> {
    pub label: &'a str,
    pub image: Option<&'a Image>,
    pub marks: String,
}

impl<'a> ListItem<'a> {
    /// An item with those marks that are set.
    pub fn new(label: &'a str, image: Option<&'a Image>, marks: &[(bool, &str)]) -> Self {
        let marks: Vec<_> = marks
            .iter()
            .filter(|(set, _)| *set)
            .map(|(_, mark)| *mark)
            .collect();
        Self {
            label,
            image,
            marks: marks.join(" "),
        }
    }

    /// An item with nothing but its label.
    pub fn label(label: &'a str) -> Self {
        Self {
            label,
            image: None,
            marks: String::new(),
        }
    }

    /// Its line. A picture that says the label needs no label beside it.
    pub fn written(&self) -> String {
        let same = self.image.is_some_and(|image| image.alt == self.label);
        let label = if same {
            String::new()
        } else {
            inline::item(self.label)
        };
        let parts = [
            label,
            self.image.map(inline::image).unwrap_or_default(),
            self.marks.clone(),
        ];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("- {}", parts.join(" "))
    }
}
