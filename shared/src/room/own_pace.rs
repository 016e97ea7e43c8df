//! A deck that everybody goes through by themselves: all its questions take answers from the start
//! of the room to its end, the stage is at no slide, and whoever is through it says so.

use crate::control::ControlAction;
use crate::deck::{AnswerPace, Slide};
use crate::event::Event;
use crate::ids::{Millis, ParticipantId, SlideId};
use crate::phase::Phase;
use crate::refusal::Refusal;
use crate::room::idempotency::Decision;
use crate::room::{Person, Room};

impl Room {
    /// Whether everybody goes through the deck by themselves.
    pub fn is_own_pace(&self) -> bool {
        self.own_pace
    }

    /// Whether somebody has gone through the deck.
    pub fn has_finished(&self, participant: ParticipantId) -> bool {
        let person = self.people.find(participant);
        person.is_some_and(|person| self.people.has_finished(person))
    }

    /// Questions that somebody has to answer before they are finished, in the order of the deck.
    pub fn missing(&self, participant: ParticipantId, at: Millis) -> Vec<SlideId> {
        let survey = self.survey().into_iter().map(|(_, slide)| slide);
        let asked = survey.filter(|slide| self.requires(slide) && self.is_taking(&slide.id, at));
        let missing = asked.filter(|slide| !self.is_answered_by(participant, &slide.id));
        missing.map(|slide| slide.id.clone()).collect()
    }

    /// The pace of the deck holds until the room runs, and no change of the deck changes it then:
    /// people are on their way.
    pub(super) fn choose_pace(&mut self) {
        if self.phase == Phase::Ready {
            self.own_pace = self.takes_own_pace && self.deck.pace == AnswerPace::Own;
        }
    }

    /// Whether people go through the deck by themselves now.
    pub(super) fn is_surveyed(&self) -> bool {
        self.own_pace && self.phase == Phase::Live
    }

    /// What people go through, with its places in the deck. What is about a moment in a room that
    /// is together is left out.
    pub(super) fn survey(&self) -> Vec<(usize, &Slide)> {
        let slides = self.deck.slides.iter().enumerate();
        slides.filter(|(_, slide)| is_passed(slide)).collect()
    }

    /// Whether nobody is finished who has not answered it.
    pub(super) fn requires(&self, slide: &Slide) -> bool {
        let question = slide.question();
        let required = question.is_some_and(|it| it.required && !it.ask.shows_questions());
        self.own_pace && required
    }

    /// All that is asked takes answers, and what is passed now none any more.
    pub(super) fn open_survey(&mut self) {
        let (at, grace) = (self.at, self.deck.grace);
        let asked = self.deck.slides.iter().filter(|slide| {
            let question = slide.question();
            question.is_some_and(|question| question.ask.playable())
        });
        let asked: Vec<_> = asked
            .map(|slide| (slide.id.clone(), is_passed(slide)))
            .collect();
        for (id, passed) in asked {
            self.with(&id, |state| match passed {
                true => state.arrive(at, None),
                false if state.grace_ends().is_none() => state.leave(at, grace),
                false => {}
            });
        }
        self.call_back();
    }

    /// Nobody is through any more of whom something is asked by now that they have not answered.
    fn call_back(&mut self) {
        let misses = |person: &Person| {
            let participant = self.people.id(*person);
            participant.is_some_and(|id| !self.missing(id, self.at).is_empty())
        };
        let called: Vec<Person> = self.people.all_finished().filter(misses).collect();
        for person in called {
            self.people.call_back(person);
        }
    }

    /// Nothing is led where everybody goes at their own pace, but that it begins and ends.
    pub(super) fn leads(&self, action: ControlAction) -> Result<(), Refusal> {
        let suits = match action {
            ControlAction::Begin
            | ControlAction::End
            | ControlAction::Resume
            | ControlAction::Undo => true,
            ControlAction::Next | ControlAction::Go => self.phase == Phase::Ready,
            ControlAction::Previous
            | ControlAction::Open
            | ControlAction::Close
            | ControlAction::Show
            | ControlAction::Hide
            | ControlAction::Vote
            | ControlAction::Reset
            | ControlAction::Skip
            | ControlAction::Unskip
            | ControlAction::Extend
            | ControlAction::Evaluate => false,
        };
        if suits || !self.own_pace {
            Ok(())
        } else {
            Err(Refusal::OwnPace)
        }
    }

    /// The same of an event. What has ended is looked back at as any other room.
    pub(super) fn suits_pace(&self, event: &Event) -> Result<(), Refusal> {
        if !self.own_pace || self.has_ended() || event.after().is_none() {
            return Ok(());
        }
        let suits = match event {
            Event::Moved { .. } => self.phase == Phase::Ready,
            Event::Begun { .. }
            | Event::Ended { .. }
            | Event::Resumed { .. }
            | Event::Undone { .. } => true,
            _ => false,
        };
        if suits { Ok(()) } else { Err(Refusal::OwnPace) }
    }

    pub(super) fn decide_finished(
        &self,
        participant: ParticipantId,
        at: Millis,
    ) -> Result<Decision, Refusal> {
        if !self.own_pace {
            return Err(Refusal::NotOwnPace);
        }
        if self.has_finished(participant) {
            return Ok(Decision::Repeat);
        }
        let mut survey = self.survey().into_iter();
        match self.phase {
            Phase::Ready => return Err(Refusal::Closed),
            Phase::Ended if !survey.any(|(_, slide)| self.is_taking(&slide.id, at)) => {
                return Err(Refusal::Ended);
            }
            Phase::Live | Phase::Ended => {}
        }
        self.decide_joined(participant)?;
        let questions = self.missing(participant, at);
        if questions.is_empty() {
            Ok(Decision::Accept)
        } else if self.has_ended() {
            // What is missing is listed nowhere any more.
            Err(Refusal::Ended)
        } else {
            Err(Refusal::MissingRequired { questions })
        }
    }

    pub(super) fn finish(&mut self, participant: ParticipantId) {
        let person = self.people.join(participant, self.at);
        self.people.finish(person);
    }

    /// Whether a question takes answers, but for what stays open after the end.
    fn is_taking(&self, question: &SlideId, at: Millis) -> bool {
        let state = self.question(question);
        state.is_some_and(|state| state.is_open(at) && !state.evaluates(at))
    }

    /// By somebody, or where a group gives one answer by anybody of it. Never mind what: an answer
    /// that the organiser erased was given, and a journal without its content comes to the same.
    fn is_answered_by(&self, participant: ParticipantId, question: &SlideId) -> bool {
        let person = self.people.find(participant);
        let Some((person, state)) = person.zip(self.question(question)) else {
            return false;
        };
        let round = state.whole(state.round()).unwrap_or(state.current());
        if self.asks_groups(question) {
            let group = self.group_in(person);
            return group.is_some_and(|group| round.has_any_of_group(group));
        }
        round.answer_of(person).is_some() || round.all_added_by(person).next().is_some()
    }
}

fn is_passed(slide: &Slide) -> bool {
    slide.part.goes_alone() && slide.is_on_the_way()
}
