//! Decks as people and their programs leave them: comments, tabs, keys that nobody knows, fences,
//! lines of stars, other languages, every kind of line end, a mark at the start.

use proptest::prelude::*;
use shared::deck::Deck;
use shared::deck::write;

use crate::generated;
use crate::properties::{a_mutant, a_puzzle, a_text};

/// Lines that change nothing of what a deck says, or little.
const NOISE: &[&str] = &[
    "",
    "<!-- terzijde -->",
    "<!-- over",
    "twee regels -->",
    "# in de instellingen",
    "kleur: rood",
    "kleur:\tblauw\t",
    "\t",
    "***",
    "```",
    "---",
    "```text\n---\nask: x\n```",
    "<!--\n---\nask: open\n---\n# Weg\n-->",
    "=== en",
    "=== fy",
    "???",
    "::: notes\nzeg dit\n:::",
    "Tekst\tmet een tab. <!-- x -->",
    "- nog een <!-- y -->",
    "  # ingesprongen",
    "notes: |\n  # geen kop\n\n  regel",
];

/// A text of any deck, in which lines are put that others may write.
pub fn messy() -> impl Strategy<Value = String> {
    let noise = (any::<prop::sample::Index>(), prop::sample::select(NOISE));
    let text = prop_oneof![
        4 => generated::deck().prop_map(|deck| write::text(&deck)),
        2 => a_mutant(),
        1 => a_puzzle(),
        1 => a_text(),
    ];
    (text, prop::collection::vec(noise, 0..5), dressed()).prop_map(|(text, noise, dressed)| {
        let mut lines: Vec<&str> = text.split('\n').collect();
        for (place, line) in noise {
            let at = place.index(lines.len() + 1);
            lines.insert(at, line);
        }
        dressed.of(&lines.join("\n"))
    })
}

/// A right deck and its text, in which comments are put where they mean nothing.
pub fn right() -> impl Strategy<Value = (Deck, String)> {
    (generated::deck(), dressed()).prop_map(|(deck, dressed)| {
        let text = dressed.of(&write::text(&deck));
        (deck, text)
    })
}

/// How the lines of a text end, and how it begins.
#[derive(Clone, Debug)]
pub struct Dressed {
    end: &'static str,
    mark: bool,
}

impl Dressed {
    fn of(&self, text: &str) -> String {
        let mark = if self.mark { "\u{feff}" } else { "" };
        format!("{mark}{}", text.replace('\n', self.end))
    }
}

fn dressed() -> impl Strategy<Value = Dressed> {
    let ends = prop::sample::select(vec!["\n", "\n", "\r\n", "\r"]);
    (ends, any::<bool>()).prop_map(|(end, mark)| Dressed { end, mark })
}
