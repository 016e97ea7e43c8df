//! What one slide may say about another: `compare`, `split`, `items-from` and `question` name an
//! earlier question.

use super::{Findings, SlidePart};
use crate::deck::problem::{PROBLEMS_MAX, ReferenceProblem};
use crate::deck::text::nearest::nearest;
use crate::deck::text::plain::quote;
use crate::deck::{Deck, Part, Question, Slide};
use crate::ids::SlideId;
use crate::question::QuestionSpec;

/// The groups of the deck, where a question is meant.
const GROUPS: &str = "groups";

/// Checks what the slide at a place names.
pub(super) fn check(deck: &Deck, index: usize, findings: &mut Findings) {
    match &deck.slides[index].part {
        Part::Question(question) => of_question(deck, index, question, findings),
        // Without a question it is missing, which is said already.
        Part::Results { question, .. } if !question.as_str().is_empty() => {
            shown(deck, index, question, findings)
        }
        Part::Content
        | Part::Instructions { .. }
        | Part::Leaderboard
        | Part::Break { .. }
        | Part::Agenda
        | Part::Results { .. } => {}
    }
}

fn of_question(deck: &Deck, index: usize, question: &Question, findings: &mut Findings) {
    if let Some(id) = &question.compare
        && let Some((about, earlier)) = earlier(deck, index, "compare", id, findings)
        && let Some(wrong) = differs(&question.ask, earlier, id)
    {
        findings.add_about(SlidePart::Key("compare"), about, wrong);
    }
    if let Some(id) = &question.split {
        split(deck, index, id, findings);
    }
    if let Some(from) = question.ask.settings().items_from()
        && let Some((about, earlier)) = earlier(deck, index, "items-from", &from.question, findings)
        && !earlier
            .question()
            .is_some_and(|earlier| earlier.ask.settings().gives_items(from.baskets))
    {
        let id = quote(from.question.as_str());
        findings.add_about(
            SlidePart::Key("items-from"),
            about,
            ReferenceProblem::NoItems { id },
        );
    }
    if question.by_group && deck.groups.is_none() {
        findings.add(
            SlidePart::Key("by"),
            ReferenceProblem::NoGroups { key: "by" },
        );
    }
}

fn split(deck: &Deck, index: usize, id: &SlideId, findings: &mut Findings) {
    // A deck of before may have a slide of that name.
    if id.as_str() == GROUPS && deck.find(id).is_none() {
        if deck.groups.is_none() {
            findings.add(
                SlidePart::Key("split"),
                ReferenceProblem::NoGroups { key: "split" },
            );
        }
        return;
    }
    if let Some((about, earlier)) = earlier(deck, index, "split", id, findings)
        && !earlier
            .question()
            .is_some_and(|earlier| earlier.ask.settings().splits())
    {
        findings.add_about(
            SlidePart::Key("split"),
            about,
            ReferenceProblem::NotChoice {
                id: quote(id.as_str()),
            },
        );
    }
}

fn shown(deck: &Deck, index: usize, id: &SlideId, findings: &mut Findings) {
    if let Some((about, earlier)) = earlier(deck, index, "question", id, findings)
        && earlier.question().is_none()
    {
        let wrong = ReferenceProblem::NotQuestion {
            key: "question",
            id: quote(id.as_str()),
        };
        findings.add_about(SlidePart::Key("question"), about, wrong);
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
        Some(_) => findings.add(
            SlidePart::Key(key),
            ReferenceProblem::NotEarlier {
                key,
                id: quote(id.as_str()),
            },
        ),
        None => {
            // What is never said needs no suggestion.
            let said = findings.list.len() < PROBLEMS_MAX;
            let ids = deck.slides[..index]
                .iter()
                .filter(|slide| slide.question().is_some());
            let near = said
                .then(|| nearest(id.as_str(), ids.map(|slide| slide.id.as_str())))
                .flatten();
            let near = near.map(str::to_owned);
            findings.add(
                SlidePart::Key(key),
                ReferenceProblem::Unknown {
                    key,
                    id: quote(id.as_str()),
                    near,
                },
            );
        }
    }
    None
}

/// Why two questions can't be compared: another kind, or other options, statements or steps.
fn differs(ask: &QuestionSpec, earlier: &Slide, id: &SlideId) -> Option<ReferenceProblem> {
    let id = quote(id.as_str());
    match earlier.question() {
        Some(earlier) if ask.is_of_the_kind_of(&earlier.ask) => {
            (!ask.is_alike(&earlier.ask)).then_some(ReferenceProblem::OtherShape { id })
        }
        Some(_) | None => Some(ReferenceProblem::OtherKind {
            id,
            kind: ask.kind(),
        }),
    }
}
