//! What is kept, but may not do what was hoped: said before the room is full.

use super::{Findings, Spot};
use crate::deck::grammar::Notice;
use crate::deck::grammar::plain::quote;
use crate::deck::{Ask, Deck, Image, Item, Pace, QaMode, Slide, markdown};

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
    for source in markdown::image_sources(&slide.body) {
        picture(Spot::Slide, &source, findings);
    }
    for (spot, image) in images(slide) {
        picture(spot, &image.source, findings);
    }
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
