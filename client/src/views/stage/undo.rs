//! Taking back the last request, and what there is to say of it.

use shared::control::{ControlAction, Undoable};
use shared::ids::Millis;
use shared::protocol::view::HostView;
use shared::room::ModerationAction;

use super::host_request::HostRequest;
use crate::model::undo::Back;

/// For how many seconds the page says what came back.
const SAID_SECONDS: u32 = 6;
/// For how long after a control the page offers to take it back, in milliseconds.
const OFFERED_MS: u64 = 10_000;

/// What takes back a request, and what is there again then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    pub ask: HostRequest,
    pub back: Back,
}

/// What is said for a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoToast {
    pub back: Back,
    seconds: u32,
}

/// The way back from the last request of a page that leads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UndoState {
    /// What takes back the last request.
    pub last: Option<Undo>,
    /// What is back once the room has taken back the request that is about to be sent.
    pub returning: Option<Back>,
    /// What is back, as long as it is said.
    pub said: Option<UndoToast>,
}

impl UndoState {
    /// Notes what takes back what was asked. `about` is how the thing reads that it was asked of.
    pub fn remember(&mut self, ask: Option<&HostRequest>, about: Option<&str>, view: &HostView) {
        // What came back before is no news once something else was asked.
        self.said = self.said.take().filter(|_| ask.is_none());
        if let Some(ask) = ask.filter(|ask| **ask != HostRequest::FullScreen) {
            let undo = |inverse| Undo {
                back: back(ask, &inverse, about),
                ask: inverse,
            };
            self.last = ask.inverse(view).map(undo);
        }
    }

    /// Takes back what this page alone did last, or else the room's last control; what came of it
    /// is said once it is done.
    pub fn take_back(&mut self, view: &HostView) -> Option<HostRequest> {
        let of_room = || {
            let last = view.undoable.as_ref()?;
            Some(Undo {
                ask: HostRequest::to(ControlAction::Undo),
                back: Back::Before(last.action),
            })
        };
        match self.last.take().or_else(of_room) {
            Some(undo) => {
                self.returning = Some(undo.back);
                Some(undo.ask)
            }
            None => {
                self.say(Back::Nothing);
                None
            }
        }
    }

    /// A second has passed: what was said has been read.
    pub(super) fn falls_silent(&mut self) {
        self.said = self
            .said
            .take()
            .filter(|said| said.seconds > 1)
            .map(|said| UndoToast {
                seconds: said.seconds - 1,
                ..said
            });
    }

    /// Says what is back.
    pub(super) fn say(&mut self, back: Back) {
        self.said = Some(UndoToast {
            back,
            seconds: SAID_SECONDS,
        });
    }
}

/// What there is again once `inverse` has taken back `ask`.
fn back(ask: &HostRequest, inverse: &HostRequest, about: Option<&str>) -> Back {
    let text = || about.unwrap_or_default().to_owned();
    match (ask, inverse) {
        (_, HostRequest::Screen(screen)) => Back::Screen(*screen),
        (HostRequest::Moderate(moderation_request), _)
            if moderation_request.action == ModerationAction::Merge =>
        {
            Back::Apart(text())
        }
        _ => Back::Seen(text()),
    }
}

/// The control that can be taken back, for as long as the stage offers it: not where it is plain to
/// see by itself.
pub fn offered(view: &HostView, now: Option<Millis>) -> Option<&Undoable> {
    let last = view
        .undoable
        .as_ref()
        .filter(|last| last.action != ControlAction::Go)?;
    let now = now?;
    (now.saturating_sub(last.at) < OFFERED_MS).then_some(last)
}
