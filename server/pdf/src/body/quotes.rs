//! What people wrote: beside a bar, two next to each other where both are short.

use fonts::SetText;
use krilla::tagging::Tag;
use shared::report::ReportQuote;

use super::{BodyWriter, GUTTER};
use crate::letters::{ACCENT, NOTE, QUOTE, drawable};
use crate::row::{Row, area};
use crate::sheet::WIDTH;
use crate::structure::StructureId;

/// The bar, and what is free between it and the words, in points.
const BAR: f32 = 3.0;
const AIR: f32 = 11.0;
/// A quote that is higher than this in half the width has all of it.
const BESIDE_HIGHEST: f32 = 120.0;

/// A quote in lines of one width.
struct SetQuote {
    words: SetText,
    note: Option<SetText>,
    width: f32,
}

impl BodyWriter<'_> {
    pub(super) fn quotes(&mut self, section: StructureId, quotes: &[&ReportQuote]) {
        let half = (WIDTH - GUTTER) / 2.0;
        let is_said = |quote: &&&ReportQuote| !drawable(&quote.text).trim().is_empty();
        let mut left = quotes.iter().filter(is_said).peekable();
        while let Some(first) = left.next() {
            let narrow = self.set_quote(first, half);
            let second = left.peek().map(|second| self.set_quote(second, half));
            let mut row = match second {
                Some(second) if narrow.is_short() && second.is_short() => {
                    left.next();
                    let mut row = self.quote(section, &narrow, 0.0);
                    let beside = self.quote(section, &second, half + GUTTER);
                    row.height = row.height.max(beside.height);
                    row.drawn.extend(beside.drawn);
                    row
                }
                _ => {
                    let wide = self.set_quote(first, WIDTH);
                    self.quote(section, &wide, 0.0)
                }
            };
            row.above = 11.0;
            self.rows.push(row);
        }
    }

    fn set_quote(&mut self, quote: &ReportQuote, width: f32) -> SetQuote {
        let within = width - BAR - AIR;
        let note = quote.note.as_deref().map(drawable);
        let note = note.filter(|note| !note.trim().is_empty());
        SetQuote {
            words: self
                .setter
                .set(&drawable(&quote.text), QUOTE.setting, within),
            note: note.map(|note| self.setter.set(&note, NOTE.setting, within)),
            width,
        }
    }

    /// Its bar is on the side where its words begin.
    fn quote(&mut self, section: StructureId, quote: &SetQuote, from_start: f32) -> Row {
        let x = self.place(from_start, quote.width);
        let (bar, words) = if quote.words.is_from_right {
            (x + quote.width - BAR, x)
        } else {
            (x, x + BAR + AIR)
        };
        let mut row = Row {
            height: quote.height(),
            ..Row::default()
        };
        row.drawn.push(area((bar, 0.0), (BAR, row.height), ACCENT));
        let whole = self.structure.add(Some(section), Tag::BlockQuote);
        let said = self.structure.add(Some(whole), Tag::P);
        row.add_text(&quote.words, (words, 0.0), QUOTE.ink, Some(said));
        if let Some(note) = &quote.note {
            let said = self.structure.add(Some(whole), Tag::P);
            let free = quote.width - BAR - AIR - note.width();
            // A note that goes the other way stands beside the bar all the same.
            let shift = match (quote.words.is_from_right, note.is_from_right) {
                (true, false) => free,
                (false, true) => -free,
                _ => 0.0,
            };
            let at = (words + shift, quote.words.height());
            row.add_text(note, at, NOTE.ink, Some(said));
        }
        row
    }
}

impl SetQuote {
    fn height(&self) -> f32 {
        self.words.height() + self.note.as_ref().map_or(0.0, SetText::height)
    }

    fn is_short(&self) -> bool {
        self.height() <= BESIDE_HIGHEST
    }
}
