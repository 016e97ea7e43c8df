//! More time for a countdown that runs: what a participant may ask, and when the room gives it
//! where no host does. Who asked is stored nowhere: it is handed in.

use crate::event::Event;
use crate::ids::{Millis, ParticipantId, Round, SlideId};
use crate::limits::EXTENSION_SECONDS;
use crate::protocol::view::{MoreTime, TimeRequests};
use crate::refusal::Refusal;
use crate::room::{QuestionState, Room};

impl Room {
    /// Until when a countdown runs for which that participant may ask for more time.
    ///
    /// # Errors
    /// Those of an answer that comes at a wrong moment; [`Refusal::NoCountdown`] where none runs,
    /// or where the stage has moved on: what is left then is no countdown.
    pub fn more_time_for(
        &self,
        who: ParticipantId,
        question: &SlideId,
        round: Round,
        now: Millis,
    ) -> Result<Millis, Refusal> {
        if self.people.is_removed(who) {
            return Err(Refusal::Removed);
        }
        self.running()?;
        let state = self.answerable(question)?;
        self.collecting(state, round, now.max(self.at))?;
        let runs = self.countdown_on_stage(now);
        runs.filter(|(on_stage, ..)| *on_stage == question)
            .map(|(.., until)| until)
            .ok_or(Refusal::NoCountdown)
    }

    /// What hosts are shown of it; nothing once it is no longer about the countdown that runs.
    pub fn more_time_asked(&self, asked: TimeRequests, now: Millis) -> Option<MoreTime> {
        let (question, ..) = self.countdown_asked_for(asked, now)?;
        Some(MoreTime {
            question: question.clone(),
            people: asked.people,
        })
    }

    /// The round whose countdown goes on by itself since it was asked for and no host did anything,
    /// and how; nothing where the deck counts who is fast.
    pub fn more_time_by_itself(
        &self,
        asked: TimeRequests,
        now: Millis,
    ) -> Option<((SlideId, Round), Event)> {
        let (question, state, _) = self.countdown_asked_for(asked, now)?;
        let event = Event::Extended {
            question: question.clone(),
            seconds: EXTENSION_SECONDS,
            // A host who did something meanwhile has answered, and nothing is given twice.
            after: Some(self.controls),
        };
        (!state.current().ask.counts_speed()).then(|| ((question.clone(), state.round()), event))
    }

    fn countdown_asked_for(
        &self,
        asked: TimeRequests,
        now: Millis,
    ) -> Option<(&SlideId, &QuestionState, Millis)> {
        self.countdown_on_stage(now)
            .filter(|(.., until)| *until == asked.until && asked.people > 0)
    }

    /// The countdown that everybody sees run, and when it is at nought.
    fn countdown_on_stage(&self, now: Millis) -> Option<(&SlideId, &QuestionState, Millis)> {
        let question = self.position.as_ref().filter(|_| !self.has_ended())?;
        let state = self.question(question)?;
        let collects = state.is_open(now.max(self.at)) && !state.voting();
        Some((
            question,
            state,
            state.countdown_ends().filter(|_| collects)?,
        ))
    }
}
