//! The settings and the list of each kind of question.

use super::{Settings, inline, scalar};
use crate::deck::grammar::settings::pole;
use crate::deck::{Ask, Field, FieldInput, Image, Item};
use crate::limits::{OPEN_LENGTH, WORDS_ENTRIES, WORDS_LENGTH};
use crate::question::choice::{Choice, Pick};
use crate::question::open::Open;
use crate::question::scale::Scale;
use crate::question::spectrum::{Pole, Spectrum};
use crate::question::words::Words;

pub(super) fn settings(ask: &Ask, settings: &mut Settings) {
    match ask {
        Ask::Choice(choice) => choice_settings(choice, settings),
        Ask::Words(words) => words_settings(words, settings),
        Ask::Open(open) => open_settings(open, settings),
        Ask::Scale(scale) => scale_settings(scale, settings),
        Ask::Spectrum(spectrum) => spectrum_settings(spectrum, settings),
        Ask::Rank { shuffle, .. } => settings.yes_unless("shuffle", *shuffle, true),
        Ask::Grid { x, y, .. } => {
            settings.list("x", x);
            settings.list("y", y);
        }
        Ask::Number { from, to, low, high, .. } => {
            settings.number("from", *from);
            settings.number("to", *to);
            settings.text("low", low.as_deref());
            settings.text("high", high.as_deref());
        }
        Ask::Points { .. } | Ask::Pin { .. } | Ask::Type { .. } | Ask::Form { .. } | Ask::Qa => {}
    }
}

/// The picture that a question points at.
pub(super) fn picture(ask: &Ask) -> Option<&Image> {
    match ask {
        Ask::Pin { image, .. } => image.as_ref(),
        _ => None,
    }
}

/// The list, a line per item. A scale whose one statement is its prompt has none.
pub(super) fn list(ask: &Ask, prompt: &str) -> String {
    let lines: Vec<String> = match ask {
        Ask::Choice(choice) => choice
            .options
            .iter()
            .map(|option| item(&option.label, option.image.as_ref(), &markers(option.correct, option.other)))
            .collect(),
        Ask::Open(open) => open.columns.iter().map(|column| item(column, None, "")).collect(),
        Ask::Scale(scale) if scale.statements == [prompt] => Vec::new(),
        Ask::Scale(scale) => scale.statements.iter().map(|statement| item(statement, None, "")).collect(),
        Ask::Rank { items, .. }
        | Ask::Points { items }
        | Ask::Grid { items, .. }
        | Ask::Pin { items, .. }
        | Ask::Number { items, .. }
        | Ask::Type { items } => items.iter().map(plain_item).collect(),
        Ask::Form { fields } => fields.iter().map(|field| item(&field.label, None, &marker(field))).collect(),
        Ask::Words(_) | Ask::Spectrum(_) | Ask::Qa => Vec::new(),
    };
    lines.join("\n")
}

fn choice_settings(choice: &Choice, settings: &mut Settings) {
    let Pick { min, max } = choice.pick;
    if choice.pick != Pick::default() {
        settings.line("pick", if min == max { min.to_string() } else { format!("{min}-{max}") });
    }
    settings.yes_unless("shuffle", choice.shuffle, false);
    settings.word_unless("layout", choice.layout, Default::default());
}

fn words_settings(words: &Words, settings: &mut Settings) {
    settings.number_unless("entries", words.entries, WORDS_ENTRIES);
    settings.number_unless("length", words.length, WORDS_LENGTH);
    settings.word_unless("layout", words.layout, Default::default());
}

fn open_settings(open: &Open, settings: &mut Settings) {
    settings.number_unless("entries", open.entries, 1);
    settings.number_unless("length", open.length, OPEN_LENGTH);
    settings.number_unless("votes", open.votes, 0);
    settings.word_unless("layout", open.layout, Default::default());
}

fn scale_settings(scale: &Scale, settings: &mut Settings) {
    if (scale.from, scale.to) != (1, 5) {
        settings.line("from", scale.from);
        settings.line("to", scale.to);
    }
    settings.text("low", scale.low.as_deref());
    settings.text("high", scale.high.as_deref());
}

fn spectrum_settings(spectrum: &Spectrum, settings: &mut Settings) {
    settings.line("left", written_pole(&spectrum.left));
    settings.line("right", written_pole(&spectrum.right));
    if !spectrum.stops.is_empty() {
        settings.list("stops", &spectrum.stops);
    }
    settings.word_unless("layout", spectrum.layout, Default::default());
}

/// A text with its emoji behind it, if that says all; else a map.
fn written_pole(written: &Pole) -> String {
    let short = match &written.image {
        Some(image) => format!("{} {image}", written.label),
        None => written.label.clone(),
    };
    if pole(&short) == *written {
        return scalar::block(&short);
    }
    let keys = [("label", Some(&written.label)), ("note", written.note.as_ref()), ("image", written.image.as_ref())];
    let keys = keys.iter().filter_map(|(key, text)| Some(format!("{key}: {}", scalar::flow(text.as_ref()?))));
    format!("{{{}}}", keys.collect::<Vec<_>>().join(", "))
}

fn plain_item(written: &Item) -> String {
    item(&written.label, written.image.as_ref(), &markers(written.correct, false))
}

/// A picture that says the label needs no label beside it.
fn item(label: &str, image: Option<&Image>, markers: &str) -> String {
    let label = if image.is_some_and(|image| image.alt == label) { String::new() } else { inline::item(label) };
    let parts = [label, image.map(inline::image).unwrap_or_default(), markers.to_owned()];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("- {}", parts.join(" "))
}

fn markers(correct: bool, other: bool) -> String {
    let markers = [(correct, "{correct}"), (other, "{other}")];
    markers.iter().filter(|(set, _)| *set).map(|(_, marker)| *marker).collect::<Vec<_>>().join(" ")
}

fn marker(field: &Field) -> String {
    let kind = match &field.input {
        FieldInput::Text => "text".to_owned(),
        FieldInput::Email => "email".to_owned(),
        FieldInput::Rating { from, to } => format!("rating {from}-{to}"),
        FieldInput::Choice { options } => {
            format!("choice {}", options.iter().map(|option| inline::choice(option)).collect::<Vec<_>>().join("|"))
        }
        FieldInput::Consent => "consent".to_owned(),
    };
    if field.optional { format!("{{{kind} optional}}") } else { format!("{{{kind}}}") }
}
