//! Who did what to the room last, for whoever leads it together with others.

use std::collections::VecDeque;

use crate::control::{ControlAction, HostAction, RecentAction};
use crate::event::{Event, QaChange};
use crate::host::Actor;
use crate::ids::{Millis, SlideId};
use crate::limits::RECENT_ACTIONS;
use crate::room::Room;

/// What was done last, the newest at the end.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct RecentActions(VecDeque<KeptAction>);

#[derive(Clone, Debug, PartialEq)]
struct KeptAction {
    by: Actor,
    action: HostAction,
    slide: Option<SlideId>,
    times: u32,
    at: Millis,
}

impl RecentActions {
    fn add(&mut self, new: KeptAction) {
        let again = |last: &&mut KeptAction| {
            (last.by, last.action, &last.slide) == (new.by, new.action, &new.slide)
        };
        if let Some(last) = self.0.back_mut().filter(again) {
            (last.times, last.at) = (last.times.saturating_add(1), new.at);
            return;
        }
        self.0.push_back(new);
        if self.0.len() > RECENT_ACTIONS {
            self.0.pop_front();
        }
    }
}

impl Room {
    /// What hosts did last, the newest first. What somebody did several times, one right after the
    /// other, is one.
    pub fn recent_actions(&self) -> Vec<RecentAction> {
        let number = |id: &SlideId| self.deck.find(id).map(|(place, _)| place as u64 + 1);
        let shown = |kept: &KeptAction| RecentAction {
            by: kept.by,
            action: kept.action,
            slide: kept.slide.as_ref().and_then(number),
            times: kept.times,
            at: kept.at,
        };
        self.recent.0.iter().rev().map(shown).collect()
    }

    /// Notes who did that, right after it was done.
    pub(super) fn note_actor(&mut self, event: &Event, by: Actor) {
        if let Some((action, slide)) = self.action_of(event) {
            self.recent.add(KeptAction {
                by,
                action,
                slide,
                times: 1,
                at: self.at,
            });
        }
    }

    fn action_of(&self, event: &Event) -> Option<(HostAction, Option<SlideId>)> {
        let about = |action, slide: &SlideId| Some((action, Some(slide.clone())));
        let of_answer = |action, answer| {
            let question = self.place(answer).map(|place| place.question.clone());
            Some((action, question))
        };
        match event {
            Event::WordHidden {
                question, hidden, ..
            } => about(hid(*hidden), question),
            Event::AnswerHidden { answer, hidden } => of_answer(hid(*hidden), *answer),
            Event::WordMerged { question, into, .. } => about(merged(into.is_some()), question),
            Event::AnswerMerged { answer, into } => of_answer(merged(into.is_some()), *answer),
            Event::WordApproved { question, .. } => about(HostAction::Approved, question),
            Event::AnswerApproved { answer } => of_answer(HostAction::Approved, *answer),
            Event::QaModerated { change, .. } => Some((moderated(change), None)),
            Event::QaAsked {
                participant: None, ..
            } => Some((HostAction::Asked, None)),
            Event::Typed { question, .. } => about(HostAction::Typed, question),
            Event::HoldSet { question, on } => about(HostAction::Held(*on), question),
            Event::Erased { answer } => of_answer(HostAction::Erased, *answer),
            Event::DeckChanged { .. } => Some((HostAction::ChangedDeck, None)),
            Event::DoorSet { open } => Some((HostAction::SetDoor(*open), None)),
            Event::PhonesSet { .. } => Some((HostAction::SetPhones, None)),
            Event::TabletEnded { .. } => Some((HostAction::EndedTablet, None)),
            Event::TabletsRenewed { .. } => Some((HostAction::RenewedTablets, None)),
            Event::Removed { .. } => Some((HostAction::Removed, None)),
            Event::Returned { .. } => Some((HostAction::Returned, None)),
            Event::Undone { .. } => Some((HostAction::Control(ControlAction::Undo), None)),
            Event::Resumed { .. } => Some((HostAction::Control(ControlAction::Resume), None)),
            Event::Begun { .. } => Some((HostAction::Control(ControlAction::Begin), None)),
            Event::Moved { .. }
            | Event::Opened { .. }
            | Event::Closed { .. }
            | Event::Shown { .. }
            | Event::VotingStarted { .. }
            | Event::Reset { .. }
            | Event::Skipped { .. }
            | Event::Extended { .. }
            | Event::EvaluationOpened { .. }
            | Event::Ended { .. } => {
                let (action, slide) = self.named_control(event)?;
                Some((HostAction::Control(action), slide.cloned()))
            }
            Event::Created { .. }
            | Event::Joined { .. }
            | Event::JoinedAgain { .. }
            | Event::GroupChosen { .. }
            | Event::Finished { .. }
            | Event::TabletShared { .. }
            | Event::AfterPageSet { .. }
            | Event::Answered { .. }
            | Event::Added { .. }
            | Event::Upvoted { .. }
            | Event::QaUpvoted { .. }
            | Event::QaAsked { .. } => None,
        }
    }
}

fn moderated(change: &QaChange) -> HostAction {
    match change {
        QaChange::Approved => HostAction::Approved,
        QaChange::Refused => HostAction::Hid,
        QaChange::Chosen => HostAction::Chose,
        QaChange::Answered => HostAction::Answered,
        QaChange::Merged { into } => merged(into.is_some()),
        QaChange::Assigned { .. } => HostAction::Assigned,
        QaChange::Replied { .. } => HostAction::Replied,
    }
}

fn hid(hidden: bool) -> HostAction {
    if hidden {
        HostAction::Hid
    } else {
        HostAction::Restored
    }
}

fn merged(into_another: bool) -> HostAction {
    if into_another {
        HostAction::Merged
    } else {
        HostAction::Restored
    }
}
