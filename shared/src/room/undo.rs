//! What was before each control, so that the last ones can be taken back one by one, and an end
//! too.
//!
//! Kept of a control is only what it changed. Answers are no part of it: those to a round that was
//! taken back stay in that round.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::control::{ControlAction, Undoable};
use crate::event::Event;
use crate::host::Actor;
use crate::ids::{ControlNumber, Millis, SlideId};
use crate::limits::{RESUME_MS, UNDO_STEPS};
use crate::phase::Phase;
use crate::refusal::Refusal;
use crate::room::review::Review;
use crate::room::switches::Switches;
use crate::room::{Decision, Room};

/// What can be taken back.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct History {
    /// The last control is the last.
    steps: VecDeque<UndoSnapshot>,
    /// What was before the end, while the room has ended.
    end: Option<UndoSnapshot>,
}

/// The room as it was before a control, where that changed it.
#[derive(Clone, Debug, PartialEq)]
struct UndoSnapshot {
    control: ControlNumber,
    /// Who carried it out, where that is known.
    by: Option<Actor>,
    action: ControlAction,
    /// What it was about, where it was about a question or a slide.
    slide: Option<SlideId>,
    /// When it was carried out.
    done_at: Millis,
    phase: Phase,
    position: Option<SlideId>,
    moved_at: Millis,
    switches: BTreeMap<SlideId, Switches>,
    /// Which slides were passed.
    skipped: BTreeSet<SlideId>,
    review: Review,
}

impl Room {
    /// When the room ended.
    pub fn ended_at(&self) -> Option<Millis> {
        let end = self.history.end.as_ref()?;
        self.has_ended().then_some(end.done_at)
    }

    /// The control that would be taken back next; none right after the start, a change of the deck
    /// or the end.
    pub fn undoable(&self) -> Option<Undoable> {
        let last = self.history.steps.back()?;
        let slide = last
            .slide
            .as_ref()
            .and_then(|id| self.deck.find(id))
            .map(|(place, _)| place as u64 + 1);
        Some(Undoable {
            control: last.control,
            by: last.by,
            action: last.action,
            slide,
            at: last.done_at,
        })
    }

    /// Until when a room that has ended may go on.
    pub fn resumable_until(&self) -> Option<Millis> {
        Some(self.ended_at()?.saturating_add(RESUME_MS))
    }

    pub(super) fn decide_undone(&self, control: ControlNumber) -> Result<Decision, Refusal> {
        match self.history.steps.back() {
            Some(last) if last.control == control => Ok(Decision::Accept),
            Some(_) => Err(Refusal::Moved),
            None => Err(Refusal::NothingToUndo),
        }
    }

    pub(super) fn decide_resumed(&self, at: Millis) -> Result<Decision, Refusal> {
        if self.resumable_until().is_some_and(|until| at <= until) {
            Ok(Decision::Accept)
        } else {
            Err(Refusal::NotResumable)
        }
    }

    /// Counts a control that is carried out by `follow`, and keeps what was before it.
    pub(super) fn control(
        &mut self,
        event: &Event,
        by: Option<Actor>,
        follow: impl FnOnce(&mut Self),
    ) {
        let before = self.before(event, by);
        let ends = matches!(event, Event::Ended { .. }) && !self.has_ended();
        follow(self);
        self.controls += 1;
        match event {
            Event::Undone { .. } => {}
            Event::Resumed { .. } => self.history = History::default(),
            Event::Ended { .. } if ends => {
                self.history = History {
                    steps: VecDeque::new(),
                    end: before,
                }
            }
            _ => self.remember(before),
        }
    }

    /// A change of the deck can't be taken back, nor what was before it: rounds and slides may be
    /// others now.
    pub(super) fn forget_history(&mut self) {
        self.history.steps.clear();
        self.history
            .end
            .iter_mut()
            .for_each(|end| end.switches.clear());
    }

    pub(super) fn undo(&mut self) {
        if let Some(before) = self.history.steps.pop_back() {
            self.restore(&before);
        }
    }

    pub(super) fn resume(&mut self) {
        let Some(before) = self.history.end.take() else {
            return;
        };
        self.review = Review::default();
        // The end moves nothing, but the deck may have changed since.
        self.restore(&UndoSnapshot {
            position: self.position.clone(),
            moved_at: self.moved_at,
            skipped: self.skipped(),
            ..before
        });
        if self.phase == Phase::Live {
            self.arrive();
        }
    }

    fn skipped(&self) -> BTreeSet<SlideId> {
        let skipped = self.deck.slides.iter().filter(|slide| slide.skip);
        skipped.map(|slide| slide.id.clone()).collect()
    }

    /// What a control does here, and to which slide: a room in own pace begins by what moves the
    /// stage elsewhere.
    pub(super) fn named_control<'e>(
        &self,
        event: &'e Event,
    ) -> Option<(ControlAction, Option<&'e SlideId>)> {
        let begins = self.is_own_pace() && !self.has_ended();
        match named(event)? {
            (ControlAction::Go, _) if begins => Some((ControlAction::Begin, None)),
            named => Some(named),
        }
    }

    fn before(&self, event: &Event, by: Option<Actor>) -> Option<UndoSnapshot> {
        let (action, slide) = match self.named_control(event)? {
            // From a slide that was looked back at to the page that all is over.
            (ControlAction::End, _) if self.has_ended() => (ControlAction::Go, None),
            named => named,
        };
        let switches = self
            .questions
            .iter()
            .map(|(id, state)| (id.clone(), state.switches()));
        Some(UndoSnapshot {
            control: self.controls + 1,
            by,
            action,
            slide: slide.cloned(),
            done_at: self.at,
            phase: self.phase,
            position: self.position.clone(),
            moved_at: self.moved_at,
            switches: switches.collect(),
            skipped: self.skipped(),
            review: self.review.clone(),
        })
    }

    fn remember(&mut self, before: Option<UndoSnapshot>) {
        let Some(mut before) = before else { return };
        let changed = |id: &SlideId, was: &Switches| {
            self.questions
                .get(id)
                .is_none_or(|now| now.switches() != *was)
        };
        before.switches.retain(|id, was| changed(id, was));
        let moved = before.position != self.position
            || before.phase != self.phase
            || before.skipped != self.skipped()
            || before.review != self.review;
        if !moved && before.switches.is_empty() {
            return;
        }
        if self.history.steps.len() == UNDO_STEPS {
            self.history.steps.pop_front();
        }
        self.history.steps.push_back(before);
    }

    fn restore(&mut self, before: &UndoSnapshot) {
        let at = self.at;
        (self.phase, self.position, self.moved_at) =
            (before.phase, before.position.clone(), before.moved_at);
        self.review = before.review.clone();
        for slide in &mut self.deck.slides {
            slide.skip = before.skipped.contains(&slide.id);
        }
        for (id, switches) in &before.switches {
            self.with(id, |state| state.restore(*switches, before.done_at, at));
        }
    }
}

/// What a control does, and to which slide; nothing for what is no control, or takes one back.
fn named(event: &Event) -> Option<(ControlAction, Option<&SlideId>)> {
    match event {
        Event::Moved { to, .. } => Some((ControlAction::Go, Some(to))),
        Event::Opened { question, .. } => Some((ControlAction::Open, Some(question))),
        Event::Closed { question, .. } => Some((ControlAction::Close, Some(question))),
        Event::Shown {
            question,
            shown: true,
            ..
        } => Some((ControlAction::Show, Some(question))),
        Event::Shown {
            question,
            shown: false,
            ..
        } => Some((ControlAction::Hide, Some(question))),
        Event::VotingStarted { question, .. } => Some((ControlAction::Vote, Some(question))),
        Event::Reset { question, .. } => Some((ControlAction::Reset, Some(question))),
        Event::Skipped {
            slide, skip: true, ..
        } => Some((ControlAction::Skip, Some(slide))),
        Event::Skipped {
            slide, skip: false, ..
        } => Some((ControlAction::Unskip, Some(slide))),
        Event::Extended { question, .. } => Some((ControlAction::Extend, Some(question))),
        Event::EvaluationOpened { .. } => Some((ControlAction::Evaluate, None)),
        Event::Ended { .. } => Some((ControlAction::End, None)),
        Event::Resumed { .. }
        | Event::Undone { .. }
        | Event::Begun { .. }
        | Event::Created { .. }
        | Event::DeckChanged { .. }
        | Event::Joined { .. }
        | Event::JoinedAgain { .. }
        | Event::GroupChosen { .. }
        | Event::Finished { .. }
        | Event::TabletShared { .. }
        | Event::TabletEnded { .. }
        | Event::TabletsRenewed { .. }
        | Event::Removed { .. }
        | Event::Returned { .. }
        | Event::DoorSet { .. }
        | Event::PhonesSet { .. }
        | Event::AfterPageSet { .. }
        | Event::Answered { .. }
        | Event::Added { .. }
        | Event::Typed { .. }
        | Event::Upvoted { .. }
        | Event::Erased { .. }
        | Event::WordHidden { .. }
        | Event::WordMerged { .. }
        | Event::AnswerHidden { .. }
        | Event::AnswerMerged { .. }
        | Event::HoldSet { .. }
        | Event::WordApproved { .. }
        | Event::AnswerApproved { .. }
        | Event::QaAsked { .. }
        | Event::QaUpvoted { .. }
        | Event::QaModerated { .. } => None,
    }
}
