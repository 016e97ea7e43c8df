//! A slide's texts in another language of its deck.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A slide's texts in another language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Translation {
    /// One of the deck's languages, not the first.
    pub language: String,
    /// The heading.
    #[serde(default)]
    pub prompt: Option<String>,
    /// The rest, as the slide's own.
    #[serde(default)]
    pub body: String,
    /// The items of the list, as many as the slide's own.
    #[serde(default)]
    pub items: Vec<String>,
    /// Text settings, by their key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub settings: BTreeMap<String, Translated>,
}

/// A text setting in another language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Translated {
    /// One text.
    Text(String),
    /// Several.
    Texts(Vec<String>),
    /// A label with a second line.
    Noted {
        /// The label.
        label: String,
        /// The second line.
        note: String,
    },
}

impl Translation {
    /// Nothing in a language yet.
    pub fn new(language: &str) -> Self {
        Self {
            language: language.to_owned(),
            prompt: None,
            body: String::new(),
            items: Vec::new(),
            settings: BTreeMap::new(),
        }
    }

    /// Whether it has no text but those of settings.
    pub fn is_without_text(&self) -> bool {
        self.prompt.is_none() && self.body.is_empty() && self.items.is_empty()
    }
}
