//! What the settings and lists of each kind of question may be.

use super::{Findings, Spot};
use crate::deck::grammar::emoji::is_emoji;
use crate::deck::grammar::plain::quote;
use crate::deck::problem::{Content, Thing, Value, Wanted};
use crate::deck::{Ask, Field, FieldInput, Image, Item, Question};
use crate::limits::{
    COUNTDOWN_SECONDS_MAX, ENTRIES_MAX, FIELDS_MAX, GRID_MAX, LABEL_CHARS, OPEN_LENGTH_MAX, OPTIONS_MAX, OPTIONS_MIN,
    PROMPT_CHARS, RANK_MAX, RANK_MIN, STATEMENTS_MAX, STEPS_MAX, STEPS_MIN, STOPS_MAX, VOTES_MAX, WORDS_LENGTH_MAX,
};
use crate::question::choice::Choice;
use crate::question::open::{Open, OpenLayout};
use crate::question::scale::Scale;
use crate::question::spectrum::{Pole, Spectrum};

/// Headings of an open question's columns.
const COLUMNS_MAX: usize = 4;

impl Findings {
    pub(super) fn question(&mut self, question: &Question) {
        if let Some(seconds) = question.countdown {
            self.range("countdown", i64::from(seconds), 1, i64::from(COUNTDOWN_SECONDS_MAX));
        }
        match &question.ask {
            Ask::Choice(choice) => self.choice(choice),
            Ask::Words(words) => {
                self.entries(words.entries);
                self.range("length", i64::from(words.length), 1, i64::from(WORDS_LENGTH_MAX));
            }
            Ask::Open(open) => self.open(open),
            Ask::Scale(scale) => self.scale(scale),
            Ask::Spectrum(spectrum) => self.spectrum(spectrum),
            Ask::Rank { items, .. } | Ask::Points { items } => self.items(items, RANK_MIN, RANK_MAX),
            Ask::Grid { items, x, y } => self.grid(items, x, y),
            Ask::Pin { image, items } => self.pin(image.as_ref(), items),
            Ask::Number { from, to, low, high, items } => {
                self.ends(low.as_deref(), high.as_deref());
                self.number(*from, *to, items);
            }
            Ask::Type { items } => self.items(items, 0, OPTIONS_MAX),
            Ask::Form { fields } => self.form(fields),
            Ask::Qa => {}
        }
    }

    fn choice(&mut self, choice: &Choice) {
        let options = &choice.options;
        self.at_least(Spot::Slide, Thing::Option, options.len(), OPTIONS_MIN);
        self.at_most(Spot::Item(OPTIONS_MAX), Thing::Option, options.len(), OPTIONS_MAX);
        for (index, option) in options.iter().enumerate() {
            self.label(Spot::Item(index), Thing::Option, &option.label);
            self.alt(Spot::Item(index), option.image.as_ref());
        }
        let others = options.iter().enumerate().filter(|(_, option)| option.other);
        for (index, _) in others.skip(1) {
            self.add(Spot::Item(index), Content::MarkerTwice { found: "{other}".into() });
        }
        let pick = choice.pick.max;
        if options.len() >= OPTIONS_MIN && pick as usize > options.len() {
            self.add(Spot::Key("pick"), Value::PickOptions { pick, options: options.len() });
        }
    }

    fn open(&mut self, open: &Open) {
        self.entries(open.entries);
        self.range("length", i64::from(open.length), 1, i64::from(OPEN_LENGTH_MAX));
        self.range("votes", i64::from(open.votes), 0, i64::from(VOTES_MAX));
        if open.layout == OpenLayout::Columns {
            self.at_least(Spot::Slide, Thing::Column, open.columns.len(), 1);
        }
        self.at_most(Spot::Item(COLUMNS_MAX), Thing::Column, open.columns.len(), COLUMNS_MAX);
        for (index, column) in open.columns.iter().enumerate() {
            self.label(Spot::Item(index), Thing::Column, column);
        }
    }

    fn entries(&mut self, entries: u32) {
        self.range("entries", i64::from(entries), 1, i64::from(ENTRIES_MAX));
    }

    fn scale(&mut self, scale: &Scale) {
        self.at_most(Spot::Item(STATEMENTS_MAX), Thing::Statement, scale.statements.len(), STATEMENTS_MAX);
        // One statement may be the prompt itself, and has the room that a prompt has.
        let one = scale.statements.len() == 1;
        let (thing, max) = if one { (Thing::Prompt, PROMPT_CHARS) } else { (Thing::Statement, LABEL_CHARS) };
        for (index, statement) in scale.statements.iter().enumerate() {
            self.text(Spot::Item(index), thing, statement, max);
        }
        self.ends(scale.low.as_deref(), scale.high.as_deref());
        if scale.from >= scale.to {
            self.add(Spot::Key("to"), Value::Order);
            return;
        }
        let steps = steps(scale.from, scale.to);
        if !is_scale(steps) {
            self.add(Spot::Key("to"), Value::Steps { steps });
        }
    }

    fn ends(&mut self, low: Option<&str>, high: Option<&str>) {
        self.label(Spot::Key("low"), Thing::Label, low.unwrap_or_default());
        self.label(Spot::Key("high"), Thing::Label, high.unwrap_or_default());
    }

    fn spectrum(&mut self, spectrum: &Spectrum) {
        self.pole("left", &spectrum.left);
        self.pole("right", &spectrum.right);
        let spot = Spot::Key("stops");
        self.at_most(spot, Thing::Stop, spectrum.stops.len(), STOPS_MAX);
        for stop in &spectrum.stops {
            self.label(spot, Thing::Stop, stop);
        }
    }

    fn pole(&mut self, key: &'static str, pole: &Pole) {
        self.label(Spot::Key(key), Thing::Label, &pole.label);
        self.label(Spot::Key(key), Thing::Note, pole.note.as_deref().unwrap_or_default());
        if let Some(image) = pole.image.as_deref().filter(|image| !is_emoji(image)) {
            let (wanted, found) = (Wanted::Emoji, quote(image));
            let wrong = Value::NotA { key: "image".into(), wanted, found, instead: None };
            self.add(Spot::Key(key), wrong);
        }
    }

    fn items(&mut self, items: &[Item], min: usize, max: usize) {
        self.at_least(Spot::Slide, Thing::Item, items.len(), min);
        self.at_most(Spot::Item(max), Thing::Item, items.len(), max);
        for (index, item) in items.iter().enumerate() {
            self.label(Spot::Item(index), Thing::Item, &item.label);
            self.alt(Spot::Item(index), item.image.as_ref());
        }
    }

    fn alt(&mut self, spot: Spot, image: Option<&Image>) {
        self.label(spot, Thing::Label, image.map(|image| image.alt.as_str()).unwrap_or_default());
    }

    fn grid(&mut self, items: &[Item], x: &[String], y: &[String]) {
        self.items(items, 1, GRID_MAX);
        for (key, labels) in [("x", x), ("y", y)] {
            if labels.len() != 2 && !labels.is_empty() {
                self.add(Spot::Key(key), Value::Pair { key });
            }
            for label in labels {
                self.label(Spot::Key(key), Thing::Label, label);
            }
        }
    }

    fn pin(&mut self, image: Option<&Image>, items: &[Item]) {
        if image.is_none() {
            self.add(Spot::Slide, Content::NoPicture);
        }
        self.items(items, 0, OPTIONS_MAX);
    }

    fn number(&mut self, from: Option<f64>, to: Option<f64>, items: &[Item]) {
        self.items(items, 0, OPTIONS_MAX);
        if let (Some(from), Some(to)) = (from, to)
            && from >= to
        {
            self.add(Spot::Key("to"), Value::Order);
        }
        for (index, item) in items.iter().enumerate().filter(|(_, item)| !is_number(&item.label)) {
            self.add(Spot::Item(index), Content::NotNumber { found: quote(&item.label) });
        }
    }

    fn form(&mut self, fields: &[Field]) {
        self.at_least(Spot::Slide, Thing::Field, fields.len(), 1);
        self.at_most(Spot::Item(FIELDS_MAX), Thing::Field, fields.len(), FIELDS_MAX);
        for (index, field) in fields.iter().enumerate() {
            self.field(Spot::Item(index), field);
        }
    }

    fn field(&mut self, spot: Spot, field: &Field) {
        self.label(spot, Thing::Field, &field.label);
        match &field.input {
            FieldInput::Rating { from, to } if !is_scale(steps(*from, *to)) => {
                self.add(spot, Content::Rating { found: format!("{{rating {from}-{to}}}") });
            }
            FieldInput::Choice { options } => {
                self.at_least(spot, Thing::Option, options.len(), OPTIONS_MIN);
                self.at_most(spot, Thing::Option, options.len(), OPTIONS_MAX);
                for option in options {
                    self.label(spot, Thing::Option, option);
                }
            }
            FieldInput::Text | FieldInput::Email | FieldInput::Rating { .. } | FieldInput::Consent => {}
        }
    }
}

fn steps(from: i32, to: i32) -> i64 {
    i64::from(to) - i64::from(from) + 1
}

fn is_scale(steps: i64) -> bool {
    (i64::from(STEPS_MIN)..=i64::from(STEPS_MAX)).contains(&steps)
}

/// A number as people type it: `3,5`, `-2`, `1.000`.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '−']).unwrap_or(text);
    let ends = |at: Option<char>| at.is_some_and(|c| c.is_ascii_digit());
    ends(digits.chars().next())
        && ends(digits.chars().next_back())
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '))
}
