//! A language's messages as data: by their numbers, one after the other, each a text with marks in
//! it.
//!
//! The marks are control characters, which no text holds: `client/src/messages.rs` reads them
//! again. Numbers of arguments and keys are written as they are read, so that a phone needs no
//! parser.

use crate::message::MessagePart;
use crate::{Catalogue, LanguageTexts, MessageEntry, pseudo};

/// Between messages.
const NEXT: char = '\u{1e}';
/// An argument, by its place among the message's.
const ARGUMENT: char = '\u{1}';
/// A choice by an argument; its variants follow.
const SELECT: char = '\u{2}';
/// A variant's key, and the text behind it.
const KEY: char = '\u{3}';
const TEXT: char = '\u{4}';
/// The end of a choice.
const END: char = '\u{5}';

impl Catalogue {
    /// What a language says, all of it.
    pub fn data(&self, language: &LanguageTexts) -> String {
        let texts: Vec<String> = self
            .messages
            .iter()
            .zip(&language.texts)
            .map(|(message, text)| encoded(message, text))
            .collect();
        texts.join(&NEXT.to_string())
    }

    /// The same of the first language in a script that nobody writes.
    pub fn pseudo(&self) -> String {
        let first = self
            .languages
            .first()
            .map(|language| language.texts.as_slice())
            .unwrap_or_default();
        let texts: Vec<String> = self
            .messages
            .iter()
            .zip(first)
            .map(|(message, text)| encoded(message, &pseudo::of(text)))
            .collect();
        texts.join(&NEXT.to_string())
    }

    /// What a bundle's browsers load of a language: the messages from the first to the bundle's
    /// last, each with the bundle's name.
    pub fn bundled(&self, language: &LanguageTexts) -> Vec<(String, String)> {
        let all = self.data(language);
        let mut files: Vec<&String> = Vec::new();
        let mut bundle = |(name, more): &'_ (String, Vec<String>)| {
            let count = {
                files.extend(self.settings.bundled().filter(|file| more.contains(file)));
                self.messages
                    .iter()
                    .take_while(|message| files.contains(&&message.file))
                    .count()
            };
            let texts: Vec<&str> = all.split(NEXT).take(count).collect();
            (name.clone(), texts.join(&NEXT.to_string()))
        };
        self.settings.bundles.iter().map(&mut bundle).collect()
    }
}

fn encoded(message: &MessageEntry, pieces: &[MessagePart]) -> String {
    let mut data = String::new();
    for piece in pieces {
        match piece {
            MessagePart::Text(text) => data.push_str(text),
            MessagePart::Argument(name) => data.extend([ARGUMENT, place(message, name)]),
            MessagePart::Select(name, variants) => {
                data.extend([SELECT, place(message, name)]);
                for (key, pieces) in variants {
                    data.push(KEY);
                    data.push_str(key);
                    data.push(TEXT);
                    data.push_str(&encoded(message, pieces));
                }
                data.push(END);
            }
        }
    }
    data
}

fn place(message: &MessageEntry, name: &str) -> char {
    let place = message
        .arguments
        .iter()
        .position(|argument| argument.name == name)
        .unwrap_or_default();
    char::from(b'0' + place as u8)
}
