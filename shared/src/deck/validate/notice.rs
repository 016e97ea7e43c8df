//! What is kept, but may not do what was hoped: said before the room is full.

use std::collections::HashSet;

use super::{Findings, Spot};
use crate::deck::grammar::plain::quote;
use crate::deck::problem::Notice;
use crate::deck::{Ask, Deck, FieldInput, Image, Item, Pace, Part, QaMode, Slide, markdown};
use crate::rules::Rules;
use crate::text::word_key;

/// About the deck's own settings.
pub(super) fn deck(deck: &Deck, findings: &mut Findings) {
    if deck.qa != QaMode::Off {
        findings.add(Spot::Key("qa"), Notice::NotUsed { key: "qa" });
    }
    if !deck.reactions.is_empty() {
        findings.add(Spot::Key("reactions"), Notice::NotUsed { key: "reactions" });
    }
    if deck.pace != Pace::Room {
        findings.add(Spot::Key("pace"), Notice::NotUsed { key: "pace" });
    }
}

/// About one slide.
pub(super) fn slide(slide: &Slide, findings: &mut Findings) {
    if !slide.playable() {
        findings.add(Spot::Slide, Notice::NotPlayed { kind: slide.kind() });
    }
    if slide.reactions.as_ref().is_some_and(|reactions| !reactions.is_empty()) {
        findings.add(Spot::Key("reactions"), Notice::NotUsed { key: "reactions" });
    }
    labels(slide, findings);
    let heading = slide.heading().trim_end_matches(|c: char| c.is_whitespace() || c.is_control());
    if slide.part == Part::Content && heading.ends_with(['?', '？', '؟']) && markdown::has_choices(&slide.body) {
        findings.add(Spot::Heading, Notice::AsksNothing);
    }
    for source in markdown::image_sources(&slide.body) {
        picture(Spot::Slide, &source, findings);
    }
    for (spot, image) in images(slide) {
        picture(spot, &image.source, findings);
    }
}

/// About what people choose from: marks that do nothing yet, and texts that stand there twice.
fn labels(slide: &Slide, findings: &mut Findings) {
    let Some(question) = slide.question() else { return };
    match &question.ask {
        Ask::Choice(choice) => {
            if let Some(index) = choice.options.iter().position(|option| option.correct) {
                findings.add(Spot::Item(index), Notice::NotUsed { key: "{correct}" });
            }
            twice(choice.options.iter().map(|option| (&option.label, option.image.as_ref())), findings);
        }
        Ask::Open(open) => twice(open.columns.iter().map(|column| (column, None)), findings),
        Ask::Scale(scale) => twice(scale.statements.iter().map(|statement| (statement, None)), findings),
        Ask::Rank { items, .. }
        | Ask::Points { items }
        | Ask::Grid { items, .. }
        | Ask::Pin { items, .. }
        | Ask::Number { items, .. }
        | Ask::Type { items } => twice(items.iter().map(|item| (&item.label, item.image.as_ref())), findings),
        Ask::Form { fields } => {
            twice(fields.iter().map(|field| (&field.label, None)), findings);
            fields.iter().enumerate().for_each(|(index, field)| field_options(index, &field.input, findings));
        }
        Ask::Spectrum(spectrum) => {
            let poles = [&spectrum.left, &spectrum.right];
            let same = same(&poles[0].label, &poles[1].label) && poles[0].note == poles[1].note;
            if same && poles[0].image == poles[1].image {
                findings.add(Spot::Key("right"), Notice::SameLabel { label: quote(&poles[1].label) });
            }
        }
        Ask::Words(_) | Ask::Qa => {}
    }
}

fn field_options(index: usize, input: &FieldInput, findings: &mut Findings) {
    if let FieldInput::Choice { options } = input
        && let Some(label) = second(options.iter().map(|option| (option, None))).map(|place| &options[place])
    {
        findings.add(Spot::Item(index), Notice::SameLabel { label: quote(label) });
    }
}

fn twice<'d>(labels: impl Iterator<Item = (&'d String, Option<&'d Image>)> + Clone, findings: &mut Findings) {
    if let Some(place) = second(labels.clone())
        && let Some((label, _)) = labels.clone().nth(place)
    {
        findings.add(Spot::Item(place), Notice::SameLabel { label: quote(label) });
    }
}

/// The first that is as one before it, to the eye and with the same picture.
fn second<'d>(mut labels: impl Iterator<Item = (&'d String, Option<&'d Image>)>) -> Option<usize> {
    let mut seen = HashSet::new();
    let key = |label: &str| word_key(label, Rules::LATEST);
    labels.position(|(label, image)| {
        let label = key(label);
        !label.is_empty() && !seen.insert((label, image.map(|image| image.source.as_str())))
    })
}

fn same(one: &str, other: &str) -> bool {
    !one.is_empty() && word_key(one, Rules::LATEST) == word_key(other, Rules::LATEST)
}

fn picture(spot: Spot, source: &str, findings: &mut Findings) {
    if !markdown::shows_image(source) {
        findings.add(spot, Notice::PictureNotShown { source: quote(source) });
    }
}

/// The pictures of a question's own.
fn images(slide: &Slide) -> Vec<(Spot, &Image)> {
    let (own, listed): (_, Vec<Option<&Image>>) = match slide.question().map(|question| &question.ask) {
        Some(Ask::Choice(choice)) => (None, choice.options.iter().map(|option| option.image.as_ref()).collect()),
        Some(Ask::Pin { image, items }) => (image.as_ref(), of_items(items)),
        Some(
            Ask::Rank { items, .. }
            | Ask::Points { items }
            | Ask::Grid { items, .. }
            | Ask::Number { items, .. }
            | Ask::Type { items },
        ) => (None, of_items(items)),
        _ => (None, Vec::new()),
    };
    let own = own.map(|image| (Spot::Slide, image));
    let listed = listed.into_iter().enumerate();
    own.into_iter().chain(listed.filter_map(|(index, image)| Some((Spot::Item(index), image?)))).collect()
}

fn of_items(items: &[Item]) -> Vec<Option<&Image>> {
    items.iter().map(|item| item.image.as_ref()).collect()
}
