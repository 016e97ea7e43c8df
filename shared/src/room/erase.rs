//! Erasing one answer for good: what of a journal has to be redacted, and how.
//!
//! An `Erased` event takes the answer out of the state at once. The journal still holds its content
//! until it is rewritten; an [`Erasure`] is the plan for that.

use std::collections::{BTreeMap, BTreeSet};

use crate::event::{AnswerPlace, Batch, Event};
use crate::ids::{AnswerId, ParticipantId, Revision, Round, SlideId};
use crate::question::Answer;
use crate::question::word_counts::STAND_IN;
use crate::room::trial::{At, TrialInJournal};
use crate::room::{Outcome, Room};

/// Which events of a journal lose their content.
///
/// A word that a moderator hid, merged or approved stands in the journal by itself. Where only
/// erased answers gave it, a stand-in takes its place there, so that what counts as what stays the
/// same.
#[derive(Clone, Debug, Default)]
pub struct Erasure {
    doomed: Vec<ErasedPlace>,
    stand_ins: BTreeMap<WordOf, String>,
    /// What was tried out goes as a whole.
    trial: Option<TrialInJournal>,
}

/// All events about a place that stand before the one that erased it.
#[derive(Clone, Debug)]
struct ErasedPlace {
    answer: AnswerId,
    place: AnswerPlace,
    seq: u64,
    index: usize,
}

/// A word's key in a question. What is hidden in one round stays so in the next.
type WordOf = (SlideId, String);

/// A record's sequence, its batch, and what that came to when it was applied. The record that
/// begins the room has no outcomes.
pub type Applied = (u64, Batch, Vec<Outcome>);

impl Room {
    pub(super) fn erase(&mut self, answer: AnswerId) {
        let Some(place) = self.places.get(&answer) else {
            return;
        };
        let place = place.clone();
        let erased = self.erase_qa(answer) || self.erase_of_round(answer, &place);
        if erased {
            self.pending_redactions.push(answer);
        }
    }

    fn erase_of_round(&mut self, answer: AnswerId, place: &AnswerPlace) -> bool {
        let person = place.participant.and_then(|who| self.people.known(who));
        let Some(state) = self.questions.get_mut(&place.question) else {
            return false;
        };
        let mut erased = false;
        state.change(place.round, |round| {
            erased |= match (&place.key, person) {
                (Some(_), _) => round.erase_added(answer),
                (None, Some(person)) => round.erase_answer(person),
                (None, None) => false,
            }
        });
        erased
    }

    /// Whether the journal that made this room holds something that is to go from it.
    pub fn is_to_be_rewritten(&self) -> bool {
        !self.pending_redactions.is_empty() || self.has_trial_in_journal()
    }

    /// Answers that were erased while the journal that made this room still holds their content.
    pub fn pending_redactions(&self) -> &[AnswerId] {
        &self.pending_redactions
    }
}

impl Erasure {
    /// The plan for a whole journal, once all of it has been applied to that room.
    pub fn plan(room: &Room, journal: &[Applied]) -> Self {
        let mut plan = Self::default();
        for (at, event) in accepted(journal) {
            if let Event::Erased { answer } = event
                && let Some(place) = room.place(*answer)
            {
                plan.doomed.push(ErasedPlace {
                    answer: *answer,
                    place: place.clone(),
                    seq: at.0,
                    index: at.1,
                });
            }
        }
        plan.trial = TrialInJournal::of(room, accepted(journal));
        if !plan.is_empty() {
            plan.stand_ins = plan.stand_ins_in(journal);
        }
        plan
    }

    /// Whether there is nothing to redact.
    pub fn is_empty(&self) -> bool {
        self.doomed.is_empty() && self.trial.is_none()
    }

    /// A record without the doomed content.
    ///
    /// Events that changed nothing are left out: without the content they can't be compared again,
    /// and the fold over the rest must come to the same room.
    pub fn redact(&self, (seq, batch, outcomes): &Applied) -> Batch {
        if let [Event::Created { .. }] = batch.events.as_slice() {
            return batch.clone();
        }
        let events = batch.events.iter().zip(outcomes).enumerate();
        let kept = events.filter_map(|(index, (event, outcome))| match outcome {
            Outcome::Accepted(receipt) => self
                .redact_event((*seq, index), event.clone(), receipt.turn)
                .map(|event| (index, event)),
            _ => None,
        });
        let (places, events): (Vec<usize>, Vec<Event>) = kept.unzip();
        let by = places.iter().enumerate();
        Batch {
            by: by
                .filter_map(|(now, before)| Some((now, *batch.by.get(before)?)))
                .collect(),
            events,
            ..batch.clone()
        }
    }

    fn redact_event(&self, at: At, event: Event, turn: Option<Revision>) -> Option<Event> {
        let event = match &self.trial {
            Some(trial) => trial.redact(at, event)?,
            None => event,
        };
        let doomed = self.doomed.iter().filter(|doomed| doomed.is_after(at));
        let event = doomed.fold(event, |event, doomed| {
            event.redacted((doomed.answer, &doomed.place), turn)
        });
        Some(self.with_stand_ins(event))
    }

    pub(super) fn with_stand_ins(&self, mut event: Event) -> Event {
        let question = match &event {
            Event::WordHidden { question, .. }
            | Event::WordMerged { question, .. }
            | Event::WordApproved { question, .. } => question.clone(),
            _ => return event,
        };
        let stand_in = |word: &mut String| {
            if let Some(other) = self.stand_ins.get(&(question.clone(), word.clone())) {
                word.clone_from(other);
            }
        };
        moderated_words(&mut event).into_iter().for_each(stand_in);
        event
    }

    /// For each moderated word that only doomed events give, a name that no word can have.
    fn stand_ins_in(&self, journal: &[Applied]) -> BTreeMap<WordOf, String> {
        let (mut gone, mut kept) = (BTreeSet::new(), BTreeSet::new());
        // Also what was refused: nobody may find it in what a moderator did.
        let counted = |at: At| self.trial.as_ref().is_none_or(|trial| at > trial.begun);
        for (at, event, outcome) in each(journal).filter(|(at, ..)| counted(*at)) {
            for (whose, answer) in given(event) {
                let words = answer.words().iter();
                let words = words.map(|word| (whose.question.clone(), word.key.clone()));
                let is_doomed = |doomed: &ErasedPlace| doomed.is_after(at) && doomed.is_of(&whose);
                match self.doomed.iter().any(is_doomed) {
                    true => gone.extend(words),
                    false if matches!(outcome, Outcome::Accepted(_)) => kept.extend(words),
                    false => {}
                }
            }
        }
        let mut stand_ins = BTreeMap::new();
        for ((seq, index), event) in accepted(journal) {
            if let Event::WordHidden { question, .. }
            | Event::WordMerged { question, .. }
            | Event::WordApproved { question, .. } = event
            {
                for (number, word) in moderated_words(&mut event.clone()).into_iter().enumerate() {
                    let word = (question.clone(), word.clone());
                    if gone.contains(&word) && !kept.contains(&word) {
                        stand_ins
                            .entry(word)
                            .or_insert_with(|| format!("{STAND_IN}{seq}.{index}.{number}"));
                    }
                }
            }
        }
        stand_ins
    }
}

impl ErasedPlace {
    fn is_after(&self, at: At) -> bool {
        at < (self.seq, self.index)
    }

    fn is_of(&self, given: &GivenPlace<'_>) -> bool {
        let is_it = self
            .place
            .is(given.participant, given.question, given.round);
        self.place.key.is_none() && is_it
    }
}

/// Whose answer something is, and where.
struct GivenPlace<'a> {
    participant: ParticipantId,
    question: &'a SlideId,
    round: Round,
}

fn each(journal: &[Applied]) -> impl Iterator<Item = (At, &Event, &Outcome)> {
    journal.iter().flat_map(|(seq, batch, outcomes)| {
        let events = batch.events.iter().zip(outcomes).enumerate();
        events.map(move |(index, (event, outcome))| ((*seq, index), event, outcome))
    })
}

fn accepted(journal: &[Applied]) -> impl Iterator<Item = (At, &Event)> {
    let accepted = each(journal).filter(|(_, _, outcome)| matches!(outcome, Outcome::Accepted(_)));
    accepted.map(|(at, event, _)| (at, event))
}

/// The answers that an event holds, each with whose it is.
fn given(event: &Event) -> Vec<(GivenPlace<'_>, &Answer)> {
    let of = |participant, question, round| GivenPlace {
        participant,
        question,
        round,
    };
    match event {
        Event::Answered {
            participant,
            question,
            round,
            answer: Some(answer),
            ..
        } => vec![(of(*participant, question, *round), answer)],
        Event::Typed {
            question,
            round,
            answers,
            ..
        } => {
            let typed = answers.iter().filter_map(|typed| {
                let whose = of(typed.participant(), question, *round);
                Some((whose, typed.answer.as_ref()?))
            });
            typed.collect()
        }
        _ => Vec::new(),
    }
}

fn moderated_words(event: &mut Event) -> Vec<&mut String> {
    match event {
        Event::WordHidden { word, .. } | Event::WordApproved { word, .. } => vec![word],
        Event::WordMerged { word, into, .. } => std::iter::once(word).chain(into).collect(),
        _ => Vec::new(),
    }
}
