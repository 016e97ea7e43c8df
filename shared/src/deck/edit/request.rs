//! What can be changed.

use serde::{Deserialize, Serialize};

use super::SettingValue;
use crate::image::Image;

/// Something to change in a deck's text. Slides are named by their places, from 0.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeckEdit {
    /// Adds a slide, with an id of its own.
    Insert {
        /// The place that it gets.
        at: usize,
        /// What can be asked or shown, in the word of the deck format, or `content`.
        kind: String,
        /// Its heading, or nothing.
        title: String,
    },
    /// Adds a slide that is written already.
    InsertText {
        /// The place that it gets.
        at: usize,
        /// Its settings and its text.
        text: String,
    },
    /// Adds a copy of a slide behind it, with an id of its own.
    Duplicate {
        /// The slide.
        at: usize,
    },
    /// Takes a slide out. Who refers to it says [`DeckText::referrers`](super::DeckText).
    Delete {
        /// The slide.
        at: usize,
    },
    /// Moves a slide to another place.
    Move {
        /// Where it stands.
        from: usize,
        /// Where it stands afterwards.
        to: usize,
    },
    /// Writes a slide anew.
    Replace {
        /// The slide.
        at: usize,
        /// Its settings and its text.
        text: String,
    },
    /// Sets one of the deck's own settings, or takes it away.
    SetHead {
        /// The key.
        key: String,
        /// What is behind it.
        value: Option<SettingValue>,
    },
    /// Gives a slide another id, and lets whatever refers to it do so by that.
    Rename {
        /// The slide.
        at: usize,
        /// Its new id.
        id: String,
    },
    /// Changes a part of a slide.
    Slide {
        /// The slide.
        at: usize,
        /// The part, and what becomes of it.
        edit: SlideEdit,
    },
}

/// Something to change in a slide. Items are named by their places, from 0; a language is one of
/// the deck's, and nothing for the first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlideEdit {
    /// Sets one of its settings, or takes it away.
    Set {
        /// The key.
        key: String,
        /// What is behind it.
        value: Option<SettingValue>,
    },
    /// Lets next and previous pass it, or stop at it again.
    Skip(bool),
    /// Writes its heading, or takes it away.
    Title {
        /// Of which language.
        language: Option<String>,
        /// The heading, as plain text.
        text: String,
    },
    /// Writes its text beside its heading and its list.
    Body {
        /// Of which language.
        language: Option<String>,
        /// Markdown.
        text: String,
    },
    /// Writes its speaker notes, or takes them away.
    Notes(String),
    /// Adds items to its list, in every language.
    AddItems {
        /// The place that the first of them gets.
        item: usize,
        /// Their labels, as plain text.
        labels: Vec<String>,
    },
    /// Takes an item out of its list, in every language.
    RemoveItem {
        /// The item.
        item: usize,
    },
    /// Moves an item to another place, in every language.
    MoveItem {
        /// Where it stands.
        from: usize,
        /// Where it stands afterwards.
        to: usize,
    },
    /// Gives an item another label; its picture and its marks stay.
    Label {
        /// Of which language.
        language: Option<String>,
        /// The item.
        item: usize,
        /// Its label, as plain text.
        label: String,
    },
    /// Writes the marks of an item.
    Marks {
        /// The item.
        item: usize,
        /// As they are written, braces included: `{correct}`.
        marks: Vec<String>,
    },
    /// Gives an item a picture, or takes it away.
    Picture {
        /// The item.
        item: usize,
        /// The picture.
        image: Option<Image>,
    },
}
