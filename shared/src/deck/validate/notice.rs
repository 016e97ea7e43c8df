//! What is kept, but may not do what was hoped: said before the room is full.

use super::{Findings, SlidePart};
use crate::deck::problem::DeckNotice;
use crate::deck::text::plain::quote;
use crate::deck::{AnswerPace, Codes, Deck, NamePolicy, Part, Question, Slide, markdown};
use crate::image::Image;

/// About the deck's own settings.
pub(super) fn deck(deck: &Deck, findings: &mut Findings) {
    findings.not_used("languages", !deck.languages.is_empty());
    findings.not_used("names", deck.names != NamePolicy::Given);
    findings.not_used("codes", deck.codes != Codes::Open);
    findings.not_used("theme", deck.theme.is_some());
    let reacts = !deck.reactions.is_empty();
    idle_in_own_pace(deck, "reactions", reacts, findings);
}

/// A setting of the deck, or of a slide, that does nothing in own pace.
fn idle_in_own_pace(deck: &Deck, key: &'static str, set: bool, findings: &mut Findings) {
    if set && deck.pace == AnswerPace::Own {
        findings.add(SlidePart::Key(key), DeckNotice::NotUsedInOwnPace { key });
    }
}

/// About one slide.
pub(super) fn slide(deck: &Deck, slide: &Slide, findings: &mut Findings) {
    if !slide.playable() {
        findings.add(
            SlidePart::Slide,
            DeckNotice::NotPlayed { kind: slide.kind() },
        );
    }
    if deck.pace == AnswerPace::Own && !slide.part.goes_alone() {
        findings.add(SlidePart::Slide, DeckNotice::NotInOwnPace);
    }
    let reacts = slide.reactions.as_ref().is_some_and(|all| !all.is_empty());
    idle_in_own_pace(deck, "reactions", reacts, findings);
    match &slide.part {
        Part::Question(question) => asked(deck, question, findings),
        Part::Results { question, .. } => {
            let asked = deck.question(question);
            if let Some(asked) = asked.filter(|asked| !asked.ask.playable()) {
                let kind = asked.ask.kind();
                findings.add(SlidePart::Key("question"), DeckNotice::NotPlayed { kind });
            }
        }
        Part::Agenda if deck.agenda().is_empty() => {
            findings.add(SlidePart::Slide, DeckNotice::NoAgenda);
        }
        Part::Content
        | Part::Instructions { .. }
        | Part::Leaderboard
        | Part::Break { .. }
        | Part::Agenda => {}
    }
    untranslated(deck, slide, findings);
    let heading = slide
        .heading()
        .trim_end_matches(|c: char| c.is_whitespace() || c.is_control());
    if slide.part == Part::Content
        && heading.ends_with(['?', '？', '؟'])
        && markdown::has_choices(&slide.body)
    {
        findings.add(SlidePart::Heading, DeckNotice::AsksNothing);
    }
    for source in markdown::image_sources(&slide.body) {
        picture(SlidePart::Slide, &source, findings);
    }
    for (spot, image) in images(slide) {
        picture(spot, &image.source, findings);
    }
}

fn asked(deck: &Deck, question: &Question, findings: &mut Findings) {
    let idle = [
        ("countdown", question.countdown.is_some()),
        ("votes", question.ask.votes() > 0),
    ];
    for (key, set) in idle {
        idle_in_own_pace(deck, key, set, findings);
    }
    if question.required && deck.pace != AnswerPace::Own {
        let key = "required";
        findings.add(SlidePart::Key(key), DeckNotice::OwnPaceAlone { key });
    }
    let optional = question.ask.settings().may_stay_empty();
    if question.required && optional && deck.pace == AnswerPace::Own {
        findings.add(SlidePart::Key("required"), DeckNotice::MayStayEmpty);
    }
    findings.not_used("pace", question.pace == Some(AnswerPace::Own));
    findings.not_used("by", question.by_group && !question.asks_groups());
    findings.not_used("ghost", question.ghost.is_some());
    question.ask.settings().notice(findings);
}

/// A slide with a text, and none in one of the deck's other languages.
fn untranslated(deck: &Deck, slide: &Slide, findings: &mut Findings) {
    if slide.prompt.is_none() && slide.body.is_empty() {
        return;
    }
    for language in deck.languages.iter().skip(1) {
        let has = |translation: &&crate::deck::Translation| translation.language == *language;
        let found = slide.translations.iter().find(has);
        if found.is_none_or(|translation| translation.is_without_text()) {
            findings.add(
                SlidePart::Heading,
                DeckNotice::NotTranslated {
                    language: quote(language),
                },
            );
        }
    }
}

fn picture(spot: SlidePart, source: &str, findings: &mut Findings) {
    if !markdown::shows_image(source) {
        findings.add(
            spot,
            DeckNotice::PictureNotShown {
                source: quote(source),
            },
        );
    }
}

/// The pictures of a question's own.
fn images(slide: &Slide) -> Vec<(SlidePart, &Image)> {
    let Some(ask) = slide.question().map(|question| question.ask.settings()) else {
        return Vec::new();
    };
    let own = ask.picture().map(|image| (SlidePart::Slide, image));
    let listed = ask.item_pictures().into_iter().enumerate();
    own.into_iter()
        .chain(listed.filter_map(|(index, image)| Some((SlidePart::Item(index), image?))))
        .collect()
}
