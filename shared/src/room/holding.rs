//! Moderation before it shows: which questions hold what comes, and what of it is approved.
//!
//! Whether something waits is stored with it when it comes, so the switch changes nothing of what
//! is there. Refusing is hiding; see `moderate`.

use crate::deck::{Profanity, Slide};
use crate::ids::{AnswerId, Round, SlideId};
use crate::protocol::view::HeldCount;
use crate::question::QuestionSpec;
use crate::refusal::Refusal;
use crate::room::Room;
use crate::room::idempotency::{Decision, repeat_if};

impl Room {
    /// Whether what comes to a question waits for a moderator: as the switch says, else as its deck
    /// does. In rooms that began when decks could not say so it is the switch alone.
    pub fn holds(&self, question: &SlideId) -> bool {
        let by_deck =
            |ask: &QuestionSpec| self.moderates && ask.moderated().unwrap_or(self.deck.moderated);
        self.held_by(question).is_some_and(|(asked, by_hand)| {
            asked.can_wait() && by_hand.unwrap_or_else(|| by_deck(asked))
        })
    }

    /// Whether rude words wait for a moderator. In rooms that began when decks could not say so
    /// they show.
    pub fn holds_rude_words(&self) -> bool {
        self.moderates && self.deck.profanity == Profanity::Hold
    }

    fn held_by(&self, question: &SlideId) -> Option<(&QuestionSpec, Option<bool>)> {
        let state = self.question(question)?;
        Some((&self.deck.question(question)?.ask, state.hold()))
    }

    /// How many texts wait for a moderator at each question, in the round that its list shows;
    /// those where none do are left out.
    pub fn held_counts(&self) -> Vec<HeldCount> {
        let each = self.deck.slides.iter().filter_map(|slide| {
            let state = self.question(&slide.id)?;
            let count = self.displayed_on_stage(&slide.id, state).waiting() as u64;
            (count > 0).then(|| HeldCount {
                question: slide.id.clone(),
                count,
            })
        });
        each.collect()
    }

    /// The questions that were asked so far and where people type, in deck order.
    pub fn moderated_questions(&self) -> impl Iterator<Item = &Slide> {
        self.deck.slides.iter().filter(|slide| {
            let asked = self.question(&slide.id).filter(|state| state.was_asked());
            asked.is_some_and(|state| state.current().ask.can_wait())
        })
    }

    pub(super) fn decide_hold(&self, question: &SlideId, on: bool) -> Result<Decision, Refusal> {
        let (asked, _) = self.held_by(question).ok_or(Refusal::UnknownQuestion)?;
        if !asked.can_wait() {
            return Err(Refusal::WrongKind);
        }
        Ok(repeat_if(self.holds(question) == on))
    }

    pub(super) fn decide_word_approved(
        &self,
        (question, round): (&SlideId, Round),
        word: &str,
    ) -> Result<Decision, Refusal> {
        let moderated = self.words(question, round)?;
        if moderated.hides(word) {
            return Err(Refusal::Hidden);
        }
        Ok(repeat_if(moderated.is_approved(word)))
    }

    pub(super) fn decide_answer_approved(&self, answer: AnswerId) -> Result<Decision, Refusal> {
        let (round, added) = self.addition(answer)?;
        if round.is_hidden(answer) {
            return Err(Refusal::Hidden);
        }
        Ok(repeat_if(!added.waits))
    }

    pub(super) fn set_hold(&mut self, question: &SlideId, on: bool) {
        self.with(question, |state| state.set_hold(on));
    }

    /// In all rounds, as what is hidden is: the same words come again.
    pub(super) fn approve_word(&mut self, question: &SlideId, word: &str) {
        self.all_rounds(question)
            .for_each(|round| self.change_round(question, round, |round| round.approve_word(word)));
    }

    pub(super) fn approve_answer(&mut self, answer: AnswerId) {
        self.change_round_of(answer, |round| round.approve(answer));
    }
}
