//! What a question asks: the settings of its kind and its list, with the defaults filled in.

use super::content::Takes;
use super::item::Marked;
use super::settings::Settings;
use super::word::Word;
use crate::deck::problem::{Problem, Settings as Keys};
use crate::deck::{Ask, Image, Item};
use crate::limits::{OPEN_LENGTH, WORDS_ENTRIES, WORDS_LENGTH};
use crate::question::choice::Choice;
use crate::question::open::{Open, OpenLayout};
use crate::question::scale::Scale;
use crate::question::spectrum::{Pole, Spectrum};
use crate::question::words::Words;

/// What a question's Markdown holds for its kind.
pub(super) struct Parts {
    pub prompt: String,
    pub items: Vec<Marked>,
    pub picture: Option<Image>,
}

/// What a kind takes out of its Markdown. The lists of kinds without one are part of the text.
pub(super) fn takes(kind: &str, settings: &Settings<'_>) -> Takes {
    let columns = || settings.is("layout", OpenLayout::Columns.word());
    let lists = match kind {
        "words" | "spectrum" | "qa" => false,
        "open" => columns(),
        _ => true,
    };
    Takes { lists, picture: kind == "pin" }
}

/// Reads a question of one of the known kinds.
pub(super) fn read(kind: &'static str, line: usize, settings: &mut Settings<'_>, parts: Parts) -> Ask {
    let mut reader = Reader { kind, line, settings };
    match kind {
        "choice" => reader.choice(parts.items),
        "words" => reader.words(),
        "open" => reader.open(parts.items),
        "scale" => reader.scale(parts),
        "spectrum" => reader.spectrum(),
        "rank" => Ask::Rank { items: items(parts.items), shuffle: reader.settings.yes_no("shuffle").unwrap_or(true) },
        "points" => Ask::Points { items: items(parts.items) },
        "grid" => reader.grid(parts.items),
        "pin" => Ask::Pin { image: parts.picture, items: items(parts.items) },
        "number" => reader.number(parts.items),
        "type" => Ask::Type { items: items(parts.items) },
        "form" => Ask::Form { fields: parts.items.into_iter().map(Into::into).collect() },
        _ => Ask::Qa,
    }
}

struct Reader<'r, 'a> {
    kind: &'static str,
    /// Where the question begins, for what is missing.
    line: usize,
    settings: &'r mut Settings<'a>,
}

impl Reader<'_, '_> {
    fn choice(&mut self, items: Vec<Marked>) -> Ask {
        Ask::Choice(Choice {
            options: items.into_iter().map(Into::into).collect(),
            pick: self.settings.pick("pick").unwrap_or_default(),
            shuffle: self.settings.yes_no("shuffle").unwrap_or(false),
            layout: self.settings.word("layout").unwrap_or_default(),
        })
    }

    fn words(&mut self) -> Ask {
        Ask::Words(Words {
            entries: self.settings.count("entries").unwrap_or(WORDS_ENTRIES),
            length: self.settings.count("length").unwrap_or(WORDS_LENGTH),
            layout: self.settings.word("layout").unwrap_or_default(),
        })
    }

    fn open(&mut self, items: Vec<Marked>) -> Ask {
        Ask::Open(Open {
            entries: self.settings.count("entries").unwrap_or(1),
            length: self.settings.count("length").unwrap_or(OPEN_LENGTH),
            votes: self.settings.count("votes").unwrap_or(0),
            layout: self.settings.word("layout").unwrap_or_default(),
            columns: items.into_iter().map(|item| item.label).collect(),
        })
    }

    fn scale(&mut self, parts: Parts) -> Ask {
        let listed: Vec<String> = parts.items.into_iter().map(|item| item.label).collect();
        Ask::Scale(Scale {
            statements: if listed.is_empty() { vec![parts.prompt] } else { listed },
            from: self.settings.whole("from").unwrap_or(1),
            to: self.settings.whole("to").unwrap_or(5),
            low: self.settings.text("low"),
            high: self.settings.text("high"),
        })
    }

    fn spectrum(&mut self) -> Ask {
        Ask::Spectrum(Spectrum {
            left: self.pole("left"),
            right: self.pole("right"),
            stops: self.settings.texts("stops").unwrap_or_default(),
            layout: self.settings.word("layout").unwrap_or_default(),
        })
    }

    fn pole(&mut self, key: &'static str) -> Pole {
        self.needs(key);
        self.settings.pole(key).unwrap_or_else(|| Pole { label: String::new(), note: None, image: None })
    }

    fn grid(&mut self, list: Vec<Marked>) -> Ask {
        self.needs("x");
        self.needs("y");
        let mut axis = |key| self.settings.texts(key).unwrap_or_default();
        Ask::Grid { items: items(list), x: axis("x"), y: axis("y") }
    }

    fn number(&mut self, list: Vec<Marked>) -> Ask {
        Ask::Number {
            from: self.settings.number("from"),
            to: self.settings.number("to"),
            low: self.settings.text("low"),
            high: self.settings.text("high"),
            items: items(list),
        }
    }

    fn needs(&mut self, key: &'static str) {
        if self.settings.line(key).is_none() {
            let wrong = Keys::Missing { key, kind: self.kind };
            self.settings.problems.push(Problem::new(self.line, wrong));
        }
    }
}

fn items(list: Vec<Marked>) -> Vec<Item> {
    list.into_iter().map(Into::into).collect()
}
