//! What people filled into one form, by its rounds.

use std::sync::Arc;

use shared::ids::{Round, SlideId};
use shared::publish;
use shared::question::{FieldTotals, FilledForm, FormField, QuestionSpec};
use shared::room::Room;

use super::KeptForm;

/// What people filled into one form.
pub struct FormTable {
    pub question: SlideId,
    pub prompt: String,
    pub rounds: Vec<FormRound>,
}

/// The same in one of its rounds.
pub struct FormRound {
    pub number: Round,
    /// How many filled it in, also where it is no longer kept.
    pub filled_in: u64,
    pub forms: Vec<KeptForm>,
    asked: Arc<QuestionSpec>,
}

impl FormRound {
    /// What was asked.
    pub fn fields(&self) -> &[FormField] {
        self.asked.as_form().map_or(&[], |form| &form.fields)
    }

    /// What its ratings and choices come to, where there are enough of them.
    pub fn totals(&self) -> Option<Vec<FieldTotals>> {
        let filled = self.forms.iter().map(|form| form.document.filled.clone());
        publish::form_totals(self.fields(), &filled.collect::<Vec<FilledForm>>())
    }
}

impl FormTable {
    /// What was asked, without what was filled in; nothing where it is no form.
    pub fn of(room: &Room, question: &SlideId) -> Option<Self> {
        let mut slides = room.asked_slides();
        let (slide, state) = slides
            .find(|(slide, state)| slide.id == *question && state.current().ask.is_kept_apart())?;
        let rounds = state.rounds().map(|(number, round)| FormRound {
            number,
            filled_in: round.voters(),
            forms: Vec::new(),
            asked: round.ask.clone(),
        });
        Some(Self {
            question: question.clone(),
            prompt: slide.heading().to_owned(),
            rounds: rounds.collect(),
        })
    }

    /// The same with what was filled in.
    #[must_use]
    pub fn holding(mut self, kept: Vec<KeptForm>) -> Self {
        for form in kept {
            let mut rounds = self.rounds.iter_mut();
            if let Some(round) = rounds.find(|round| round.number == form.round) {
                round.forms.push(form);
            }
        }
        self
    }
}
