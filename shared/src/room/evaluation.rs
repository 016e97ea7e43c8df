//! What stays open after the end of a room: the evaluation. It opens when the presenter asks for
//! it, at the latest when the room ends, and takes answers wherever the stage is.

use crate::deck::{AnswerPace, Slide};
use crate::ids::{Millis, SlideId};
use crate::protocol::view::EvaluationView;
use crate::refusal::Refusal;
use crate::room::idempotency::{Decision, repeat_if};
use crate::room::switches::OpenAfter;
use crate::room::{QuestionState, Room};

impl Room {
    fn evaluation(&self) -> impl Iterator<Item = (&Slide, &QuestionState)> {
        let slides = self.deck.slides.iter().filter(|slide| is_evaluation(slide));
        slides.filter_map(|slide| Some((slide, self.question(&slide.id)?)))
    }

    /// What takes answers of it at that moment, in the order of the deck.
    pub fn evaluation_asked(&self, now: Millis) -> Vec<SlideId> {
        let open = self.evaluation().filter(|(_, state)| state.evaluates(now));
        open.map(|(slide, _)| slide.id.clone()).collect()
    }

    pub(super) fn decide_evaluation(&self, at: Millis) -> Result<Decision, Refusal> {
        self.running()?;
        let mut asked = self.evaluation().peekable();
        asked.peek().ok_or(Refusal::NoEvaluation)?;
        Ok(repeat_if(asked.all(|(_, state)| state.evaluates(at))))
    }

    pub(super) fn open_evaluation(&mut self, after: OpenAfter) {
        let slides = self.deck.slides.iter().filter(|slide| is_evaluation(slide));
        let slides: Vec<SlideId> = slides.map(|slide| slide.id.clone()).collect();
        for id in slides {
            self.with(&id, |state| state.evaluate(after));
        }
    }

    /// What takes answers of it since the end does so until then.
    pub(super) fn evaluate_until(&mut self, until: Millis) {
        for state in self.questions.values_mut() {
            state.evaluate_until(until);
        }
    }

    /// What was opened as part of it and is none any more, since the deck has changed or passes it,
    /// goes with the stage again.
    pub(super) fn let_go_of_evaluation(&mut self) {
        let deck = &self.deck;
        for (id, state) in &mut self.questions {
            if !deck.find(id).is_some_and(|(_, slide)| is_evaluation(slide)) {
                state.go_with_the_stage();
            }
        }
    }

    /// How far the evaluation is; nothing where the deck has none.
    pub(super) fn evaluation_view(&self, now: Millis) -> Option<EvaluationView> {
        let mut asked = self.evaluation().peekable();
        asked.peek()?;
        let (mut open, mut voters) = (false, 0);
        for (_, state) in asked {
            open |= state.evaluates(now);
            voters = state.current().voters().max(voters);
        }
        Some(EvaluationView { open, voters })
    }
}

fn is_evaluation(slide: &Slide) -> bool {
    let pace = slide.question().and_then(|question| question.pace);
    pace == Some(AnswerPace::After) && slide.is_on_the_way()
}
