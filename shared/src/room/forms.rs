//! Forms that people filled in: which of them the room knows. What is in them is kept elsewhere,
//! by names that nothing here tells.

use crate::ids::{AnswerId, ParticipantId, Round, SlideId};
use crate::question::{Fields, FilledForm, FormMac};
use crate::refusal::Refusal;
use crate::room::{Person, QuestionState, Room, RoundState, StoredAnswer};

/// A form that somebody filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownForm {
    /// Its name in the room.
    pub answer: AnswerId,
    /// Whose.
    pub participant: ParticipantId,
    /// To what.
    pub question: SlideId,
    /// In which round.
    pub round: Round,
    /// What the room knows of its content.
    pub mac: FormMac,
}

impl Room {
    /// What a participant filled in, to be kept.
    ///
    /// # Errors
    /// [`Refusal::WrongKind`] where no form is asked for, and those about what was filled in.
    pub fn filled_form(
        &self,
        question: &SlideId,
        round: Round,
        fields: &Fields,
    ) -> Result<FilledForm, Refusal> {
        let asked = self.question(question).and_then(|state| state.nth(round));
        let form = asked.and_then(|round| round.ask.as_form());
        form.ok_or(Refusal::WrongKind)?.filled(fields, self.rules)
    }

    /// The form of a participant that is stored in a round.
    pub fn form_of(
        &self,
        participant: ParticipantId,
        question: &SlideId,
        round: Round,
    ) -> Option<KnownForm> {
        let person = self.people.find(participant)?;
        let stored = self.question(question)?.nth(round)?.answer_of(person)?;
        self.known((question, round), (person, stored))
    }

    /// The forms of a participant in the rounds under way.
    pub fn own_forms(&self, participant: ParticipantId) -> Vec<KnownForm> {
        let asked = self.deck.slides.iter().filter_map(|slide| {
            let state = self.question(&slide.id)?;
            state.current().ask.is_kept_apart().then_some(())?;
            self.form_of(participant, &slide.id, state.round())
        });
        asked.collect()
    }

    /// The form that an answer is, also of somebody who is removed.
    pub fn form_named(&self, answer: AnswerId) -> Option<KnownForm> {
        let place = self.place(answer)?;
        let round = self.questions.get(&place.question)?.whole(place.round)?;
        let person = self.people.known(place.participant?)?;
        let stored = round.answer_of(person)?;
        self.known((&place.question, place.round), (person, stored))
    }

    /// The forms of a question that count, in order of rounds and of joining.
    pub fn forms_to(&self, question: &SlideId) -> Vec<KnownForm> {
        let state = self.all_questions().find(|(id, _)| *id == question);
        let rounds = state.into_iter().flat_map(|(_, state)| state.rounds());
        self.each(question, rounds)
    }

    /// All forms that are kept, also of people who are removed and may be returned.
    pub fn all_forms(&self) -> Vec<KnownForm> {
        let each = |(id, state): (&SlideId, &QuestionState)| self.each(id, state.whole_rounds());
        self.all_questions().flat_map(each).collect()
    }

    fn each<'a>(
        &self,
        question: &SlideId,
        rounds: impl Iterator<Item = (Round, &'a RoundState)>,
    ) -> Vec<KnownForm> {
        let of_round = |(number, round): (Round, &'a RoundState)| {
            let known = round
                .answers()
                .filter_map(move |answer| self.known((question, number), answer));
            known.collect::<Vec<KnownForm>>()
        };
        rounds.flat_map(of_round).collect()
    }

    fn known(
        &self,
        (question, round): (&SlideId, Round),
        (person, stored): (Person, &StoredAnswer),
    ) -> Option<KnownForm> {
        Some(KnownForm {
            answer: stored.id,
            participant: self.people.id(person)?,
            question: question.clone(),
            round,
            mac: stored.answer.as_ref()?.mac()?.clone(),
        })
    }
}
