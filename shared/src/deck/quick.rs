//! A question in a kind and a line, for whoever asks it while the room runs.

use serde::{Deserialize, Serialize};

use super::grammar;
use super::grammar::keyword::Keyword;
use super::problem::Problem;
use super::write::lines::{ListItem, SettingsWriter};
use super::write::{self, inline};
use super::{Deck, Slide};
use crate::ids::SlideId;
use crate::question::Kind;

/// A question as somebody types it in a hurry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuickQuestion {
    /// Its kind, as the deck format calls it.
    pub ask: String,
    /// What is asked.
    pub prompt: String,
    /// Options or statements, or the two poles: one on each line.
    pub items: String,
}

impl QuickQuestion {
    /// The kinds that can be asked so, as the deck format calls them.
    pub fn kinds() -> impl Iterator<Item = &'static str> {
        let kinds = Kind::ALL.iter().map(|kind| kind.word());
        kinds.filter(|ask| {
            let of_items = |items: &str| {
                let [ask, prompt, items] = [ask, "?", items].map(str::to_owned);
                Self { ask, prompt, items }.slide()
            };
            let read = of_items("").or_else(|_| of_items("a\nb"));
            read.is_ok_and(|slide| slide.playable())
        })
    }

    /// The text of a deck with this question behind a slide, or as its first.
    ///
    /// # Errors
    /// What is wrong with the question, at line 1.
    pub fn added_to(&self, deck: &Deck, behind: Option<&SlideId>) -> Result<String, Vec<Problem>> {
        let mut slide = self.slide()?;
        let place = behind
            .and_then(|id| deck.find(id))
            .map_or(0, |(place, _)| place + 1);
        slide.id = unlike(&slide.id, deck);
        let mut deck = deck.clone();
        deck.slides.insert(place, slide);
        Ok(write::text(&deck))
    }

    /// The slide that it is.
    fn slide(&self) -> Result<Slide, Vec<Problem>> {
        let mut reading = grammar::read(&self.text()).map_err(|mut problems| {
            problems.iter_mut().for_each(|problem| problem.line = 1);
            problems
        })?;
        // The text has one slide.
        Ok(reading.deck.slides.swap_remove(0))
    }

    fn text(&self) -> String {
        let items: Vec<&str> = self
            .items
            .lines()
            .map(str::trim)
            .filter(|item| !item.is_empty())
            .collect();
        let kind = Kind::ALL.iter().find(|kind| kind.word() == self.ask);
        let has_poles = kind.is_some_and(|kind| kind.format().keys.contains(&"left"));
        let mut lines = SettingsWriter::default();
        lines.text("ask", Some(&self.ask));
        let mut list = String::new();
        match (has_poles, items.as_slice()) {
            (true, [left, right]) => {
                lines.text("left", Some(left));
                lines.text("right", Some(right));
            }
            (_, items) => {
                let rows = items
                    .iter()
                    .map(|item| ListItem::label(item).written() + "\n");
                list = rows.collect();
            }
        }
        let prompt = self.prompt.split_whitespace().collect::<Vec<_>>().join(" ");
        format!(
            "---\ntitle: x\n---\n{}---\n\n# {}\n\n{list}",
            lines.0,
            inline::heading(&prompt)
        )
    }
}

/// An id that no slide of the deck has.
fn unlike(id: &SlideId, deck: &Deck) -> SlideId {
    let numbered = (2..).map(|number| SlideId::from(format!("{id}-{number}").as_str()));
    let mut free = std::iter::once(id.clone())
        .chain(numbered)
        .filter(|id| deck.find(id).is_none());
    free.next().unwrap_or_else(|| id.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::grammar::read;

    fn quick(ask: &str, prompt: &str, items: &str) -> QuickQuestion {
        let [ask, prompt, items] = [ask, prompt, items].map(str::to_owned);
        QuickQuestion { ask, prompt, items }
    }

    fn before() -> Deck {
        let text = "---\ntitle: Middag\nlanguage: nl\n---\n\n# Welkom\n\n---\n\n# Klopt het?\n\n---\n\nZonder kop\n";
        read(text).unwrap().deck
    }

    #[test]
    fn every_kind_that_can_be_played_is_asked_in_a_line() {
        let kinds: Vec<_> = QuickQuestion::kinds().collect();
        for kind in Kind::ALL {
            let plays = read(&quick(kind.word(), "?", "").text())
                .or_else(|_| read(&quick(kind.word(), "?", "a\nb").text()))
                .is_ok_and(|reading| reading.deck.slides[0].playable());
            assert_eq!(kinds.contains(&kind.word()), plays, "{kind:?}");
        }
        for expected in ["choice", "words", "open", "scale", "spectrum", "number"] {
            assert!(kinds.contains(&expected), "{expected}");
        }
    }

    /// Whatever somebody types is what the room reads, and every other slide stays what it was.
    #[test]
    fn a_question_stands_behind_its_slide_and_the_others_stay() {
        let deck = before();
        for (question, place, behind) in [
            (
                quick("choice", "Kat of hond?", "kat\nhond"),
                1,
                Some("welkom"),
            ),
            (
                quick(
                    "choice",
                    "# *Wie* {is} er? #",
                    "- ask: x\n\n  1. {other} & <b>\n# c",
                ),
                0,
                None,
            ),
            (quick("words", "Klopt het?", ""), 2, Some("klopt-het")),
            (quick("scale", "Hoe\n  ging het?", ""), 3, Some("slide-3")),
            (
                quick("spectrum", "Waar sta je?", "poes\nhond"),
                1,
                Some("welkom"),
            ),
            (quick("open", "Wat: neem je mee?", ""), 1, Some("welkom")),
        ] {
            let text = question
                .added_to(&deck, behind.map(SlideId::from).as_ref())
                .unwrap();
            let mut after = read(&text)
                .unwrap_or_else(|wrong| panic!("{text}\n{wrong:?}"))
                .deck;
            let added = after.slides.remove(place);
            assert_eq!(after, deck, "{text}");
            let prompt = question
                .prompt
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            assert_eq!(
                (added.heading(), added.kind()),
                (prompt.as_str(), question.ask.as_str())
            );
        }
    }

    #[test]
    fn what_is_no_question_says_why() {
        for wrong in [
            quick("choice", "Kat of hond?", ""),
            quick("choice", "Kat of hond?", "kat"),
            quick("words", "", ""),
            quick("spectrum", "Waar sta je?", "poes"),
            quick("dance", "Wie?", ""),
            quick("words", &"lang ".repeat(500), ""),
        ] {
            let problems = wrong.added_to(&before(), None).unwrap_err();
            assert!(
                problems.iter().all(|problem| problem.line == 1),
                "{wrong:?}"
            );
            assert!(!problems.is_empty(), "{wrong:?}");
        }
    }
}
