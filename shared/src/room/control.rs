//! What a presenter asks for, and the event it stands for as the room is now.

use crate::control::{Control, ControlAction};
use crate::deck::Slide;
use crate::event::Event;
use crate::ids::{ControlNumber, Round, SlideId};
use crate::limits::EXTENSION_SECONDS;
use crate::refusal::Refusal;
use crate::room::Room;

impl Room {
    /// The event that a control stands for. `next` and `previous` depend on where the stage is, so
    /// a control is resolved when everything before it has been applied. After the end they move
    /// what the stage shows and nothing else.
    ///
    /// # Errors
    /// [`Refusal::Moved`], [`Refusal::Ended`], [`Refusal::AtEnd`], [`Refusal::AtStart`],
    /// [`Refusal::UnknownSlide`], [`Refusal::NotAQuestion`], [`Refusal::NothingToUndo`],
    /// [`Refusal::OwnPace`].
    pub fn resolve(&self, control: &Control) -> Result<Event, Refusal> {
        let after = control.after;
        // First: what the sender saw is no longer so, and any other reason would be about something
        // else.
        if after.is_some_and(|after| after != self.controls) {
            return Err(Refusal::Moved);
        }
        if self.has_ended()
            && !matches!(control.action, ControlAction::Resume | ControlAction::Begin)
        {
            return self.resolve_review(control);
        }
        self.event_for(control)
    }

    fn event_for(&self, control: &Control) -> Result<Event, Refusal> {
        self.leads(control.action)?;
        let after = control.after;
        let moved = |to| Event::Moved {
            to,
            looks_back: false,
            after,
        };
        let question = || self.target(control, self.position.as_ref());
        Ok(match control.action {
            ControlAction::Next => moved(self.beside(1)?),
            ControlAction::Previous => moved(self.beside(-1)?),
            ControlAction::Go => moved(self.slide_of(control)?),
            ControlAction::Evaluate => Event::EvaluationOpened { after },
            ControlAction::End => Event::Ended { after },
            ControlAction::Open => Event::Opened {
                question: question()?,
                after,
            },
            ControlAction::Close => Event::Closed {
                question: question()?,
                after,
            },
            ControlAction::Show => shown(control, question()?, control.round, true),
            ControlAction::Hide => shown(control, question()?, None, false),
            ControlAction::Vote => Event::VotingStarted {
                question: question()?,
                after,
            },
            ControlAction::Reset => Event::Reset {
                question: question()?,
                after,
            },
            ControlAction::Skip => skipped(self.slide_of(control)?, true, after),
            ControlAction::Unskip => skipped(self.slide_of(control)?, false, after),
            ControlAction::Extend => Event::Extended {
                question: question()?,
                seconds: control.seconds.unwrap_or(EXTENSION_SECONDS),
                after,
            },
            ControlAction::Undo => Event::Undone {
                control: self.undoable().ok_or(Refusal::NothingToUndo)?.control,
                after,
            },
            ControlAction::Begin => Event::Begun { kept: None, after },
            ControlAction::Resume => Event::Resumed { after },
        })
    }

    /// The slide that a control names.
    fn slide_of(&self, control: &Control) -> Result<SlideId, Refusal> {
        let slide = control.slide.as_ref().ok_or(Refusal::UnknownSlide)?;
        Ok(self.named(slide))
    }

    /// `#5` is the fifth slide; an id has no such letter.
    pub(super) fn named(&self, slide: &SlideId) -> SlideId {
        let number = slide
            .as_str()
            .strip_prefix('#')
            .and_then(|number| number.parse::<usize>().ok());
        let numbered = number.and_then(|number| self.deck.slides.get(number.checked_sub(1)?));
        numbered.map_or_else(|| slide.clone(), |slide| slide.id.clone())
    }

    fn beside(&self, step: i64) -> Result<SlideId, Refusal> {
        let place = self
            .position
            .as_ref()
            .and_then(|id| self.deck.find(id))
            .map(|(place, _)| place);
        let found = if step > 0 {
            self.following(place)
        } else {
            self.preceding(place)
        };
        let refusal = if step > 0 {
            Refusal::AtEnd
        } else {
            Refusal::AtStart
        };
        found.map(|slide| slide.id.clone()).ok_or(refusal)
    }

    /// The slide to which `next` goes from a place: what can't be played, or is skipped, is passed,
    /// and reached by its name alone.
    pub(super) fn following(&self, place: Option<usize>) -> Option<&Slide> {
        let from = place.map_or(0, |place| place + 1);
        self.deck
            .slides
            .get(from..)?
            .iter()
            .find(|slide| slide.is_on_the_way())
    }

    /// The slide to which `previous` goes from a place.
    pub(super) fn preceding(&self, place: Option<usize>) -> Option<&Slide> {
        self.deck
            .slides
            .get(..place?)?
            .iter()
            .rev()
            .find(|slide| slide.is_on_the_way())
    }

    /// The question that a control names, or the one on the stage.
    pub(super) fn target(
        &self,
        control: &Control,
        stage: Option<&SlideId>,
    ) -> Result<SlideId, Refusal> {
        let id = control
            .slide
            .as_ref()
            .or(stage)
            .cloned()
            .ok_or(Refusal::NotAQuestion)?;
        let (_, slide) = self.deck.find(&id).ok_or(Refusal::UnknownSlide)?;
        slide.question().map(|_| id).ok_or(Refusal::NotAQuestion)
    }
}

fn shown(control: &Control, question: SlideId, round: Option<Round>, shown: bool) -> Event {
    Event::Shown {
        question,
        audience: control.on,
        shown,
        round,
        looks_back: false,
        after: control.after,
    }
}

fn skipped(slide: SlideId, skip: bool, after: Option<ControlNumber>) -> Event {
    Event::Skipped { slide, skip, after }
}
