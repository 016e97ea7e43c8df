//! What one slide may say about another: `compare` and `split` name an earlier question.

use super::{Findings, Spot};
use crate::deck::grammar::nearest::nearest;
use crate::deck::grammar::plain::quote;
use crate::deck::problem::{PROBLEMS_MAX, Reference};
use crate::deck::{Ask, Deck, Slide};
use crate::ids::SlideId;

/// Checks what the slide at a place names.
pub(super) fn check(deck: &Deck, index: usize, findings: &mut Findings) {
    let Some(question) = deck.slides[index].question() else {
        return;
    };
    if let Some(id) = &question.compare
        && let Some((about, earlier)) = earlier(deck, index, "compare", id, findings)
        && let Some(wrong) = differs(&question.ask, earlier, id)
    {
        findings.add_about(Spot::Key("compare"), about, wrong);
    }
    if let Some(id) = &question.split
        && let Some((about, earlier)) = earlier(deck, index, "split", id, findings)
        && !matches!(earlier.question().map(|question| &question.ask), Some(Ask::Choice(_)))
    {
        findings.add_about(Spot::Key("split"), about, Reference::NotChoice { id: quote(id.as_str()) });
    }
}

/// The slide that a key names, if it comes earlier.
fn earlier<'d>(
    deck: &'d Deck,
    index: usize,
    key: &'static str,
    id: &SlideId,
    findings: &mut Findings,
) -> Option<(usize, &'d Slide)> {
    let found = deck.find(id);
    match found {
        Some((at, _)) if at < index => return found,
        Some(_) => findings.add(Spot::Key(key), Reference::NotEarlier { key, id: quote(id.as_str()) }),
        None => {
            // What is never said needs no suggestion.
            let said = findings.list.len() < PROBLEMS_MAX;
            let ids = deck.slides[..index].iter().filter(|slide| slide.question().is_some());
            let near = said.then(|| nearest(id.as_str(), ids.map(|slide| slide.id.as_str()))).flatten();
            let near = near.map(str::to_owned);
            findings.add(Spot::Key(key), Reference::Unknown { key, id: quote(id.as_str()), near });
        }
    }
    None
}

/// Why two questions can't be compared: another kind, or other options, statements or steps.
fn differs(ask: &Ask, earlier: &Slide, id: &SlideId) -> Option<Reference> {
    let id = quote(id.as_str());
    let other = earlier.question().map(|question| &question.ask);
    let alike = match (ask, other) {
        (Ask::Choice(a), Some(Ask::Choice(b))) => a.options.len() == b.options.len(),
        (Ask::Scale(a), Some(Ask::Scale(b))) => {
            a.statements.len() == b.statements.len() && (a.from, a.to) == (b.from, b.to)
        }
        (Ask::Spectrum(_), Some(Ask::Spectrum(_))) | (Ask::Number { .. }, Some(Ask::Number { .. })) => true,
        _ => {
            return Some(Reference::OtherKind { id, kind: ask.kind() });
        }
    };
    (!alike).then_some(Reference::OtherShape { id })
}
