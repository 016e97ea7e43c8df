//! What a new text would change in a room, said before it happens.

use super::change::Change;
use super::difference::moved;
use super::known::NewDeck;
use super::slide::EditedSlide;
use crate::deck::{Deck, Slide};
use crate::event::Event;
use crate::ids::{DeckVersion, SlideId};
use crate::phase::Phase;
use crate::room::{QuestionState, Room};

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

impl Room {
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
                    let edited = EditedSlide {
                        before,
                        now: slide,
                        state: self.questions.get(&slide.id),
                    };
                    if edited.asks_anew() {
                        new_rounds.push(slide.id.clone());
                    }
                    changes.extend(edited.changes());
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

    fn changes_of_deck(&self, deck: &Deck) -> Vec<Change> {
        let mut changes = Vec::new();
        if self.deck.title != deck.title {
            changes.push(Change::Title {
                from: self.deck.title.clone(),
                to: deck.title.clone(),
            });
        }
        // What is tried out begins anew, at the pace that is written then.
        let began = self.phase != Phase::Ready && !self.trial;
        let pace_stays = began && self.deck.pace != deck.pace;
        let alike = |deck: &Deck| Deck {
            title: String::new(),
            slides: Vec::new(),
            pace: match pace_stays {
                true => self.deck.pace,
                false => deck.pace,
            },
            ..deck.clone()
        };
        if alike(&self.deck) != alike(deck) {
            changes.push(Change::Deck);
        }
        if pace_stays {
            changes.push(Change::PaceStays);
        }
        changes
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
