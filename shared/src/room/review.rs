//! Looking back at a room that has ended: the stage goes through its slides once more, and nothing
//! else of the room moves.
//!
//! The same controls as before the end, and the same events. Phones keep what the end showed them,
//! and nothing takes answers.

use std::collections::BTreeMap;

use crate::control::{Control, ControlAction};
use crate::deck::Slide;
use crate::event::{Audience, Event};
use crate::ids::{Round, SlideId};
use crate::phase::Phase;
use crate::refusal::Refusal;
use crate::room::idempotency::{Decision, repeat_if};
use crate::room::round::RoundState;
use crate::room::switches::Display;
use crate::room::{QuestionState, Room};

/// What the stage shows of a room that has ended.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Review {
    /// The slide; none where it shows that all is over.
    slide: Option<SlideId>,
    /// What was shown or hidden by hand since the end.
    shown: BTreeMap<SlideId, Display>,
}

impl Review {
    /// The deck has changed: a slide that is gone shows no more.
    pub(super) fn keep(&mut self, is_there: impl Fn(&SlideId) -> bool) {
        self.slide = self.slide.take().filter(is_there);
    }
}

impl Room {
    /// Whether the room has ended and the stage shows one of its slides.
    pub fn looks_back(&self) -> bool {
        self.has_ended() && self.review.slide.is_some()
    }

    pub(super) fn has_ended(&self) -> bool {
        self.phase == Phase::Ended
    }

    /// The slide that the stage shows: after the end the one that is looked back at, where there is
    /// one.
    pub fn staged(&self) -> Option<&SlideId> {
        self.review
            .slide
            .as_ref()
            .filter(|_| self.has_ended())
            .or(self.position.as_ref())
    }

    /// The same, but none where it shows that all is over.
    pub fn on_stage(&self) -> Option<&SlideId> {
        self.staged()
            .filter(|_| !self.has_ended() || self.looks_back())
    }

    /// The event that a control of a room that has ended stands for.
    pub(super) fn resolve_review(&self, control: &Control) -> Result<Event, Refusal> {
        let after = control.after;
        let moved = |to| Event::Moved {
            to,
            looks_back: true,
            after,
        };
        Ok(match control.action {
            ControlAction::Next => self.after_review()?.map_or(Event::Ended { after }, moved),
            ControlAction::Previous => moved(self.before_review()?),
            ControlAction::Go => {
                moved(self.named(control.slide.as_ref().ok_or(Refusal::UnknownSlide)?))
            }
            ControlAction::Show | ControlAction::Hide
                if control.on == Audience::Stage && self.may_show(control) =>
            {
                let shown = control.action == ControlAction::Show;
                Event::Shown {
                    question: self.target(control, self.staged())?,
                    audience: control.on,
                    shown,
                    round: control.round.filter(|_| shown),
                    looks_back: true,
                    after,
                }
            }
            ControlAction::End if self.looks_back() => Event::Ended { after },
            ControlAction::Undo => Event::Undone {
                control: self.undoable().ok_or(Refusal::Ended)?.control,
                after,
            },
            _ => return Err(Refusal::Ended),
        })
    }

    /// The page that all is over has no results; whoever names a question means that one.
    fn may_show(&self, control: &Control) -> bool {
        self.looks_back() || control.slide.is_some()
    }

    /// The slide after the one that is looked back at; none after the last, where all is over
    /// again.
    fn after_review(&self) -> Result<Option<SlideId>, Refusal> {
        let slide = self.review.slide.as_ref().ok_or(Refusal::AtEnd)?;
        let place = self.deck.find(slide).map(|(place, _)| place);
        Ok(self.following(place).map(|slide| slide.id.clone()))
    }

    /// The slide before the one that is looked back at; from the end the one that was on the stage
    /// last.
    fn before_review(&self) -> Result<SlideId, Refusal> {
        let Some(slide) = &self.review.slide else {
            let last = self
                .position
                .clone()
                .or_else(|| Some(self.deck.slides.last()?.id.clone()));
            return last.ok_or(Refusal::AtStart);
        };
        let place = self.deck.find(slide).map(|(place, _)| place);
        self.preceding(place)
            .map(|slide| slide.id.clone())
            .ok_or(Refusal::AtStart)
    }

    /// What was meant for a room that goes on does nothing once it has ended, and the reverse.
    pub(super) fn is_time_for(&self, looks_back: bool) -> Result<(), Refusal> {
        match (self.has_ended(), looks_back) {
            (true, false) => Err(Refusal::Ended),
            (false, true) => Err(Refusal::Moved),
            (true, true) | (false, false) => Ok(()),
        }
    }

    pub(super) fn decide_review(&self, to: &SlideId) -> Result<Decision, Refusal> {
        self.deck.find(to).ok_or(Refusal::UnknownSlide)?;
        Ok(repeat_if(self.review.slide.as_ref() == Some(to)))
    }

    /// The end once more: back to the page that says so.
    pub(super) fn decide_ended(&self) -> Result<Decision, Refusal> {
        if self.looks_back() {
            Ok(Decision::Accept)
        } else {
            self.running().map(|()| Decision::Accept)
        }
    }

    pub(super) fn decide_shown_in_review(
        &self,
        question: &SlideId,
        audience: Audience,
        display: Display,
    ) -> Result<Decision, Refusal> {
        if audience == Audience::Phones {
            Err(Refusal::Ended)
        } else {
            Ok(self.is_reviewed_as(question, display))
        }
    }

    fn is_reviewed_as(&self, question: &SlideId, display: Display) -> Decision {
        repeat_if(self.review.shown.get(question) == Some(&display))
    }

    pub(super) fn look_back_at(&mut self, slide: Option<SlideId>) {
        self.review.slide = slide;
    }

    pub(super) fn show_in_review(&mut self, question: &SlideId, display: Display) {
        self.review.shown.insert(question.clone(), display);
    }

    /// Whether the stage shows a question's results. Looking back, whatever was not hidden by hand
    /// is shown: what is hidden until everybody has answered has no more reason to be.
    pub fn shown_on_stage(&self, slide: &Slide, state: &QuestionState) -> bool {
        let by_hand = self.display(&slide.id, state).shown;
        by_hand.unwrap_or_else(|| self.looks_back() || self.shown_before_the_end(slide, state))
    }

    /// The same without regard to what is looked back at.
    pub(super) fn shown_before_the_end(&self, slide: &Slide, state: &QuestionState) -> bool {
        state.on_stage(self.deck.results_of(slide))
    }

    /// The round whose results the stage shows, where it shows any.
    pub fn round_on_stage(&self, slide: &SlideId, state: &QuestionState) -> Round {
        self.display(slide, state).round.unwrap_or(state.round())
    }

    /// The same round.
    pub fn displayed_on_stage<'q>(
        &self,
        slide: &SlideId,
        state: &'q QuestionState,
    ) -> &'q RoundState {
        state
            .nth(self.round_on_stage(slide, state))
            .unwrap_or(state.current())
    }

    fn display(&self, slide: &SlideId, state: &QuestionState) -> Display {
        let reviewed = self.review.shown.get(slide).filter(|_| self.has_ended());
        reviewed
            .copied()
            .unwrap_or(*state.switches().display(Audience::Stage))
    }
}
