//! Which words are rude in a language: whole words and phrases, compared as the core compares
//! words.
//!
//! The lists are in the program and read the first time that somebody asks. What is ordinary in a
//! language of the deck is not rude in its room, whichever list knows it.

use std::collections::HashMap;
use std::sync::LazyLock;

use shared::deck::Deck;
use shared::rules::Rules;
use shared::text::word_key;
use unicode_normalization::char::is_combining_mark;

use super::primary;

/// A list per language; its place is the language's bit in [`Languages`].
const LISTS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/profanity.rs"));
const _: () = assert!(LISTS.len() <= Languages::BITS, "a list has no bit");
/// For which languages a list is besides its own.
const ALSO: &str = include_str!("../../data/profanity/languages.txt");
/// Whatever people speak.
const EVERYBODY: &str = "*";
const ADDITIONS: &str = include_str!("../../data/profanity/additions.txt");
const EXCEPTIONS: &str = include_str!("../../data/profanity/exceptions.txt");

/// Shorter words with digits are names and measures, not words in disguise.
const DISGUISED: usize = 4;

/// The lists that count in a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Languages(u64);

impl Languages {
    const BITS: usize = u64::BITS as usize;

    /// Those of the languages in which people answer a deck.
    pub fn of(deck: &Deck) -> Self {
        let also = deck.languages.iter().map(String::as_str);
        Self::named(also.chain([deck.language.as_str()]))
    }

    fn named<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        Self(names.fold(bits(EVERYBODY), |all, name| all | bits(primary(name))))
    }
}

/// The bits of the lists for a language; none where there is no list for it.
fn bits(language: &str) -> u64 {
    let places = (0..).zip(LISTS);
    let counts = places.filter(|(_, (list, _))| *list == language || is_also(list, language));
    counts.fold(0, |all, (place, _)| all | 1 << place)
}

/// Whether a list is for that language besides its own.
fn is_also(list: &str, language: &str) -> bool {
    entries(ALSO).any(|line| {
        let mut tags = line.split(' ');
        tags.next() == Some(list) && tags.any(|tag| tag == language)
    })
}

/// Whether a text has a rude word in one of these languages. `key` is the text as words are
/// compared.
pub fn is_rude(key: &str, languages: Languages) -> bool {
    tokens(key).any(|(at, token)| {
        RUDE.is_rude(token, languages)
            || undisguised(token).is_some_and(|token| RUDE.is_rude(&token, languages))
            || RUDE.begins_rude(token, &key[at..], languages)
    })
}

static RUDE: LazyLock<RudeWords> = LazyLock::new(RudeWords::read);

/// All lists as one.
#[derive(Default)]
struct RudeWords {
    /// Words, and phrases with a blank between their words.
    entries: HashMap<Box<str>, RudeWord>,
    /// Of the words that phrases begin with: how many words the longest of those has.
    phrases: HashMap<Box<str>, usize>,
}

/// In which languages a word is what.
#[derive(Clone, Copy, Default)]
struct RudeWord {
    rude: u64,
    ordinary: u64,
}

impl RudeWords {
    fn read() -> Self {
        let mut all = Self::default();
        for (language, list) in LISTS {
            entries(list).for_each(|entry| all.entry(entry).rude |= bits(language));
        }
        by_language(ADDITIONS, |language, entry| {
            all.entry(entry).rude |= bits(language)
        });
        by_language(EXCEPTIONS, |language, entry| {
            all.entry(entry).ordinary |= bits(language)
        });
        all
    }

    fn entry(&mut self, entry: &str) -> &mut RudeWord {
        let words = phrase(&word_key(entry, Rules::latest()));
        if let Some((first, rest)) = words.split_once(' ') {
            let length = self.phrases.entry(first.into()).or_default();
            *length = (*length).max(rest.split(' ').count() + 1);
        }
        self.entries.entry(words.into()).or_default()
    }

    fn is_rude(&self, words: &str, languages: Languages) -> bool {
        let known = self.entries.get(words).copied().unwrap_or_default();
        known.rude & languages.0 != 0 && known.ordinary & languages.0 == 0
    }

    /// Whether a rude phrase begins with that word, which `text` begins with.
    fn begins_rude(&self, word: &str, text: &str, languages: Languages) -> bool {
        let longest = self.phrases.get(word).copied().unwrap_or_default();
        let mut words = String::new();
        tokens(text).take(longest).any(|(_, token)| {
            words.push_str(if words.is_empty() { "" } else { " " });
            words.push_str(token);
            self.is_rude(&words, languages)
        })
    }
}

/// The lines of a list that are no remark.
fn entries(list: &str) -> impl Iterator<Item = &str> {
    let lines = list.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The same of a list that says of which language its words are.
fn by_language(list: &'static str, mut each: impl FnMut(&'static str, &'static str)) {
    let mut language = "";
    for line in entries(list) {
        match line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'))
        {
            Some(named) => language = named,
            None => each(language, line),
        }
    }
}

/// The words of a text with a blank between them.
fn phrase(key: &str) -> String {
    let words: Vec<&str> = tokens(key).map(|(_, token)| token).collect();
    words.join(" ")
}

/// The words of a text with the bytes before each. A drawn sign is a word of its own.
fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        at += text[at..].find(|c| is_letter(c) || is_sign(c))?;
        let (begin, rest) = (at, &text[at..]);
        let length = match rest.chars().next() {
            Some(sign) if is_sign(sign) => sign.len_utf8(),
            _ => rest.find(|c| !is_letter(c)).unwrap_or(rest.len()),
        };
        at += length;
        Some((begin, &rest[..length]))
    })
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// A picture among letters, without what only gives it a colour.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}') && !matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
}

/// What a word says that is written with digits in the place of letters; nothing of others.
fn undisguised(token: &str) -> Option<String> {
    let digits = token.bytes().filter(u8::is_ascii_digit).count();
    // Two digits and no more letters than that: a road, a room, a size.
    let letters = token.chars().count() - digits;
    if digits == 0 || letters + digits < DISGUISED || letters <= digits {
        return None;
    }
    let letter = |c| match c {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        c => c,
    };
    Some(token.chars().map(letter).collect())
}

#[cfg(test)]
mod tests;
