//! The deck is changed while the room runs: what that would change, and what it does.
//!
//! A plan is made from the room as it stands and from a new text; its event says which slides the
//! room knew and which of them begin a round. The fold compares no texts to do so.

use crate::deck::{Deck, Slide};
use crate::ids::{DeckVersion, Millis, Round, SlideId};
use crate::limits::{CHANGED_DECKS_BYTES, DECK_CHANGES, ROUNDS_MAX};
use crate::phase::Phase;
use crate::refusal::Refusal;
use crate::room::idempotency::{Decision, repeat_if};
use crate::room::{QuestionState, Room};

mod change;
mod difference;
mod known;
mod plan;
mod slide;

pub use change::Change;
pub use known::{KnownSlides, NewDeck};
pub use plan::DeckPlan;

/// How a round of a question was worded until a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Wording {
    /// Which round.
    pub round: Round,
    /// Answers of before that moment were given to these words.
    pub until: Millis,
    /// The prompt.
    pub prompt: String,
    /// The texts that answers point at, by their place.
    pub targets: Vec<String>,
}

impl Room {
    /// `known` where the event says which slides the room knew.
    pub(super) fn decide_deck(
        &self,
        deck: &Deck,
        known: bool,
        new_rounds: &[SlideId],
        version: Option<DeckVersion>,
    ) -> Result<Decision, Refusal> {
        if *deck == self.deck {
            return Ok(Decision::Repeat);
        }
        if version.is_some_and(|version| version != self.deck_version) {
            return Err(Refusal::Changed);
        }
        // When all is over nothing is on the stage but what is looked back at.
        if known
            && !self.has_ended()
            && let Some(gone) = &self.position
            && deck.find(gone).is_none()
        {
            return Err(Refusal::OnStage);
        }
        let bytes = self.changed_decks_bytes + bytes(deck);
        let has_place = |id: &SlideId| {
            let state = self.questions.get(id);
            state.is_none_or(|state| state.rounds_begun() < ROUNDS_MAX)
        };
        if self.deck_version > DECK_CHANGES
            || bytes > CHANGED_DECKS_BYTES
            || !new_rounds.iter().all(has_place)
        {
            return Err(Refusal::Full);
        }
        Ok(Decision::Accept)
    }

    pub(super) fn decide_skipped(&self, slide: &SlideId, skip: bool) -> Result<Decision, Refusal> {
        self.running()?;
        let (_, slide) = self.deck.find(slide).ok_or(Refusal::UnknownSlide)?;
        Ok(repeat_if(slide.skip == skip))
    }

    /// Answers to what a question asked before the edit stay in their round; where the slide on the
    /// stage is gone, the one now in its place is shown. A room that has ended stays ended.
    pub(super) fn change_deck(
        &mut self,
        deck: &Deck,
        matched: Option<&[SlideId]>,
        new_rounds: &[SlideId],
    ) {
        self.forget_history();
        self.deck_version += 1;
        self.changed_decks_bytes += bytes(deck);
        let place = self
            .position
            .as_ref()
            .and_then(|id| self.deck.find(id))
            .map(|(place, _)| place);
        let gone = self
            .position
            .as_ref()
            .is_some_and(|id| deck.find(id).is_none());
        if gone {
            self.leave_position();
        }
        let before = std::mem::replace(&mut self.deck, deck.clone());
        if self.takes_groups {
            self.groups.change(deck);
        }
        self.choose_pace();
        self.review.keep(|slide| deck.find(slide).is_some());
        for slide in &deck.slides {
            let old = before.find(&slide.id).map(|(_, slide)| slide);
            let old = old.or(self.gone.get(&slide.id)).cloned();
            match matched {
                Some(matched) if matched.contains(&slide.id) => {
                    self.go_on_asking(old.as_ref(), slide, new_rounds.contains(&slide.id));
                }
                _ => self.ask_as_named(slide),
            }
            self.gone.remove(&slide.id);
        }
        let taken_out = before.slides.into_iter();
        let taken_out = taken_out.filter(|slide| deck.find(&slide.id).is_none());
        self.gone
            .extend(taken_out.map(|slide| (slide.id.clone(), slide)));
        if gone {
            let last = self.deck.slides.len().saturating_sub(1);
            let instead = place.and_then(|place| self.deck.slides.get(place.min(last)));
            (self.position, self.moved_at) = (instead.map(|slide| slide.id.clone()), self.at);
        }
        if self.phase == Phase::Live {
            self.arrive();
        }
    }

    /// A question that the room knew goes on, in these words or in a round of its own.
    fn go_on_asking(&mut self, old: Option<&Slide>, slide: &Slide, in_new_round: bool) {
        let Some(question) = slide.question() else {
            return;
        };
        let at = self.at;
        let state = self.questions.entry(slide.id.clone());
        let state = state.or_insert_with(|| QuestionState::new(question));
        let prompt = old.map(Slide::heading).unwrap_or_default();
        // A record that says otherwise is damaged: answers of one kind are no answers of another.
        let of_another_kind = state.current().ask.kind() != question.ask.kind();
        if in_new_round || of_another_kind {
            if prompt != slide.heading() {
                state.keep_wording(prompt, at);
            }
            return state.ask_anew(question);
        }
        if prompt != slide.heading()
            || state.current().ask.target_texts() != question.ask.target_texts()
        {
            state.keep_wording(prompt, at);
        }
        state.reword(question);
    }

    /// A question that is new, or that an event of before names by its id alone.
    fn ask_as_named(&mut self, slide: &Slide) {
        if let Some(question) = slide.question() {
            self.questions
                .entry(slide.id.clone())
                .or_insert_with(|| QuestionState::new(question))
                .edit(question);
        }
    }
}

/// How large a deck is in a record, in bytes.
fn bytes(deck: &Deck) -> usize {
    // A deck is plain data with text keys: it is always written.
    serde_json::to_vec(deck).map_or(usize::MAX, |json| json.len())
}
