//! What a new text would change in a room, said before it happens.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::difference::{differs_beside, moved};
use crate::deck::grammar::{self, Problem};
use crate::deck::matching::{self, Known};
use crate::deck::{Deck, Question, Slide};
use crate::event::Event;
use crate::ids::{DeckVersion, Round, SlideId};
use crate::room::{QuestionState, Room, RoundState};

/// A change of a room's deck, ready to be made.
#[derive(Clone, Debug, PartialEq)]
pub struct DeckPlan {
    /// The new deck, with the ids under which the room knows its slides.
    pub deck: Deck,
    /// The slides that it knew.
    matched: Vec<SlideId>,
    /// Those of them that begin a round.
    new_rounds: Vec<SlideId>,
    /// The version that it changes.
    version: DeckVersion,
    /// What happens, in the order of the new deck.
    pub changes: Vec<Change>,
}

/// One thing that a change of the deck does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// The deck is called otherwise.
    Title {
        /// As it was.
        from: String,
        /// As it will be.
        to: String,
    },
    /// Other settings of the whole deck are others.
    Deck,
    /// A slide is new.
    Added {
        /// Which.
        slide: SlideId,
        /// Where it will stand, from 1.
        place: u64,
        /// The word of the deck format for what it is.
        kind: String,
        /// Its heading.
        prompt: String,
    },
    /// A slide goes; what was answered stays in results and exports.
    Removed {
        /// Which.
        slide: SlideId,
        /// Its heading.
        prompt: String,
        /// People who answered it.
        answers: u64,
    },
    /// A slide stands elsewhere among those that stay.
    Moved {
        /// Which.
        slide: SlideId,
        /// Its heading.
        prompt: String,
        /// Where it stood, from 1.
        from: u64,
        /// Where it will stand, from 1.
        to: u64,
    },
    /// Next and previous pass a slide, or no longer.
    Skip {
        /// Which.
        slide: SlideId,
        /// Its heading.
        prompt: String,
        /// Passed (true) or not.
        skip: bool,
    },
    /// A heading or prompt is worded otherwise; answers stay.
    Prompt {
        /// Of which slide.
        slide: SlideId,
        /// As it was.
        from: String,
        /// As it will be.
        to: String,
        /// People who answered the round under way, in the words of before.
        answers: u64,
    },
    /// What answers point at is worded otherwise; they stay.
    Item {
        /// Of which slide.
        slide: SlideId,
        /// Its heading.
        prompt: String,
        /// Which, from 1.
        number: u64,
        /// As it was.
        from: String,
        /// As it will be.
        to: String,
        /// People whose answer to the round under way is about it.
        answers: u64,
    },
    /// Something more to choose; answers stay.
    ItemAdded {
        /// To which slide.
        slide: SlideId,
        /// Its heading.
        prompt: String,
        /// Which it will be, from 1.
        number: u64,
        /// What.
        text: String,
    },
    /// What is asked is another question: it begins a round, and answers stay in the one before.
    NewRound {
        /// Which slide.
        slide: SlideId,
        /// Its heading.
        prompt: String,
        /// The round that begins.
        round: Round,
        /// People who answered the one before.
        answers: u64,
    },
    /// The text under a heading is another.
    Text {
        /// Of which slide.
        slide: SlideId,
        /// Its heading.
        prompt: String,
    },
    /// The presenter's notes are others.
    Notes {
        /// Of which slide.
        slide: SlideId,
        /// Its heading.
        prompt: String,
    },
    /// Other settings are others.
    Settings {
        /// Of which slide.
        slide: SlideId,
        /// Its heading.
        prompt: String,
    },
}

impl DeckPlan {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// What makes the change.
    pub fn event(self) -> Event {
        Event::DeckChanged {
            deck: Box::new(self.deck),
            matched: Some(self.matched),
            new_rounds: self.new_rounds,
            version: Some(self.version),
        }
    }
}

/// What a room knows of slides: by it a new text is read, beside the room.
#[derive(Clone, Debug)]
pub struct KnownSlides {
    slides: Vec<Slide>,
    gone: Vec<Slide>,
    version: DeckVersion,
}

/// A new text as a room understands it.
#[derive(Clone, Debug, PartialEq)]
pub struct NewDeck {
    /// With the ids under which the room knows its slides.
    deck: Deck,
    matched: Vec<SlideId>,
    version: DeckVersion,
    /// What is worth knowing about the text.
    pub warnings: Vec<Problem>,
}

impl KnownSlides {
    /// Reads a new text. Slides may be named in it by the ids of the room or by their own.
    ///
    /// # Errors
    /// As [`grammar::read`].
    pub fn read(&self, text: &str) -> Result<NewDeck, Vec<Problem>> {
        let known = Known {
            slides: &self.slides,
            gone: self.gone.iter().collect(),
        };
        let mut matched = Vec::new();
        let reading = grammar::read_named(text, |deck| {
            matched = matching::recognise(&known, deck);
        })?;
        Ok(NewDeck {
            deck: reading.deck,
            matched,
            version: self.version,
            warnings: reading.warnings,
        })
    }
}

impl NewDeck {
    /// The deck's title.
    pub fn title(&self) -> &str {
        &self.deck.title
    }
}

impl Room {
    /// What it knows of slides.
    pub fn known_slides(&self) -> KnownSlides {
        KnownSlides {
            slides: self.deck.slides.clone(),
            gone: self.gone.values().cloned().collect(),
            version: self.deck_version,
        }
    }

    /// What a new deck would change, as the room stands.
    pub fn plan_deck(&self, new: &NewDeck) -> DeckPlan {
        let (deck, matched) = (new.deck.clone(), new.matched.clone());
        let mut new_rounds = Vec::new();
        let mut changes = self.changes_of_deck(&deck);
        let moved = moved(&self.deck.slides, &deck.slides);
        for (place, slide) in (1..).zip(&deck.slides) {
            let known = matched.contains(&slide.id);
            match self.known_slide(&slide.id).filter(|_| known) {
                Some(before) => {
                    if self.deck.find(&slide.id).is_none() {
                        changes.push(added(place, slide));
                    }
                    changes.extend(moved.get(&slide.id).map(|from| Change::Moved {
                        slide: slide.id.clone(),
                        prompt: slide.heading().to_owned(),
                        from: *from,
                        to: place,
                    }));
                    if self.asks_anew(slide) {
                        new_rounds.push(slide.id.clone());
                    }
                    self.changes_of_slide(before, slide, &mut changes);
                }
                None => changes.push(added(place, slide)),
            }
        }
        let removed = self.deck.slides.iter();
        let removed = removed.filter(|slide| deck.find(&slide.id).is_none());
        changes.extend(removed.map(|slide| Change::Removed {
            slide: slide.id.clone(),
            prompt: slide.heading().to_owned(),
            answers: self.question(&slide.id).map_or(0, answers_of_all),
        }));
        DeckPlan {
            deck,
            matched,
            new_rounds,
            version: new.version,
            changes,
        }
    }

    fn known_slide(&self, id: &SlideId) -> Option<&Slide> {
        let there = self.deck.find(id).map(|(_, slide)| slide);
        there.or(self.gone.get(id))
    }

    /// Whether what a known slide asks is another question than in its round under way.
    fn asks_anew(&self, slide: &Slide) -> bool {
        let (Some(question), Some(state)) = (slide.question(), self.questions.get(&slide.id))
        else {
            return false;
        };
        !state.current().ask.keeps_answers(&question.ask)
    }

    fn changes_of_deck(&self, deck: &Deck) -> Vec<Change> {
        let mut changes = Vec::new();
        if self.deck.title != deck.title {
            changes.push(Change::Title {
                from: self.deck.title.clone(),
                to: deck.title.clone(),
            });
        }
        let alike = |deck: &Deck| Deck {
            title: String::new(),
            slides: Vec::new(),
            ..deck.clone()
        };
        if alike(&self.deck) != alike(deck) {
            changes.push(Change::Deck);
        }
        changes
    }

    fn changes_of_slide(&self, before: &Slide, slide: &Slide, changes: &mut Vec<Change>) {
        let (id, prompt) = (slide.id.clone(), slide.heading().to_owned());
        let state = self.questions.get(&slide.id);
        if before.skip != slide.skip {
            changes.push(Change::Skip {
                slide: id.clone(),
                prompt: prompt.clone(),
                skip: slide.skip,
            });
        }
        if before.heading() != slide.heading() {
            changes.push(Change::Prompt {
                slide: id.clone(),
                from: before.heading().to_owned(),
                to: prompt.clone(),
                // Those of a round that ends here are said of with the new one.
                answers: state
                    .filter(|_| !self.asks_anew(slide))
                    .map_or(0, |state| state.current().voters()),
            });
        }
        if let (Some(question), Some(state)) = (slide.question(), state) {
            changes.extend(if !self.asks_anew(slide) {
                reworded(
                    &id,
                    state.current(),
                    question,
                    [before.heading(), slide.heading()],
                )
            } else if state.was_open() {
                vec![Change::NewRound {
                    slide: id.clone(),
                    prompt: prompt.clone(),
                    round: state.rounds_begun() + 1,
                    answers: state.current().voters(),
                }]
            } else {
                Vec::new()
            });
        }
        if before.body != slide.body || before.translations != slide.translations {
            changes.push(Change::Text {
                slide: id.clone(),
                prompt: prompt.clone(),
            });
        }
        if before.notes != slide.notes {
            changes.push(Change::Notes {
                slide: id.clone(),
                prompt: prompt.clone(),
            });
        }
        let was_asked = state.is_some_and(QuestionState::was_open);
        if differs_beside(before, slide, was_asked && self.asks_anew(slide)) {
            changes.push(Change::Settings { slide: id, prompt });
        }
    }
}

fn added(place: u64, slide: &Slide) -> Change {
    Change::Added {
        slide: slide.id.clone(),
        place,
        kind: slide.kind().to_owned(),
        prompt: slide.heading().to_owned(),
    }
}

/// People who answered it in any round.
fn answers_of_all(state: &QuestionState) -> u64 {
    state.rounds().map(|(_, round)| round.voters()).sum()
}

/// What answers point at that is called otherwise, or more. A scale whose statement is its prompt
/// has said so.
fn reworded(
    id: &SlideId,
    round: &RoundState,
    question: &Question,
    prompts: [&str; 2],
) -> Vec<Change> {
    let (before, now) = (round.ask.target_texts(), question.ask.target_texts());
    let by_place = answers_by_place(round);
    let answers = |number| match by_place.get(&number) {
        // Its answers are about no part of it.
        None if by_place.is_empty() => round.voters(),
        counted => counted.copied().unwrap_or_default(),
    };
    let changed = (1..)
        .zip(&now)
        .filter_map(|(number, to)| match before.get(number - 1) {
            Some(from) if from == to || [*from, *to] == prompts => None,
            Some(from) => Some(Change::Item {
                slide: id.clone(),
                prompt: prompts[1].to_owned(),
                number: number as u64,
                from: (*from).to_owned(),
                to: (*to).to_owned(),
                answers: answers(number),
            }),
            None => Some(Change::ItemAdded {
                slide: id.clone(),
                prompt: prompts[1].to_owned(),
                number: number as u64,
                text: (*to).to_owned(),
            }),
        });
    changed.collect()
}

/// How many people's answers are about each place.
fn answers_by_place(round: &RoundState) -> BTreeMap<usize, u64> {
    let mut counts = BTreeMap::new();
    for (_, stored) in round.answers() {
        let values = stored.answer.iter();
        let values = values.flat_map(|answer| round.ask.values(answer, None));
        let places: BTreeSet<usize> = values.filter_map(|value| value.item.place()).collect();
        for place in places {
            *counts.entry(place).or_default() += 1;
        }
    }
    counts
}
