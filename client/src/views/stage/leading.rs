//! What a key asks wherever somebody leads by keys: on the stage and in the console.

use shared::control::ControlAction;
use shared::ids::SlideId;
use shared::protocol::view::{HostView, Screen};

use super::host_request::{HostRequest, staged_question};
use super::undo::UndoState;
use crate::kinds;

/// The press of the button that switches them off or on; no key says this.
pub const SWITCH: &str = "characters";

/// Digits of the longest slide number that can be typed.
const DIGITS: usize = 3;

/// What keys left half done, which the next key takes up or ends; and whether they do anything.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeysState {
    /// The number of a slide, as far as it has been typed.
    pub typed: String,
    /// Whether a new round is to be confirmed.
    pub sure: bool,
    /// Whether the keys are explained.
    pub help: bool,
    /// Whether keys of one character do nothing.
    pub characters_off: bool,
}

impl KeysState {
    /// What a key asks, in sight of what the page can take back; where it may not, that is refused.
    pub fn press(
        &mut self,
        key: &str,
        undo: &mut UndoState,
        refused: &mut Option<String>,
        view: &HostView,
    ) -> Option<HostRequest> {
        if key.len() == 1 && key.chars().all(|c| c.is_ascii_digit()) {
            if self.typed.len() < DIGITS {
                self.typed += key;
            }
            return None;
        }
        let before = self.end();
        (*refused, undo.said) = (None, None);
        if matches!(key, "z" | "Z") {
            return undo.take_back(view);
        }
        let ask = if view.has_ended() && is_over_with_it(key) {
            *refused = Some("ended".to_owned());
            None
        } else {
            self.asked(key, view, before)
        };
        undo.remember(ask.as_ref(), None, view);
        ask
    }

    /// Ends what is half done; what that was.
    pub(super) fn end(&mut self) -> KeysState {
        let ended = KeysState {
            characters_off: self.characters_off,
            ..KeysState::default()
        };
        std::mem::replace(self, ended)
    }

    /// What a key asks by itself, after what the keys before it left.
    fn asked(&mut self, key: &str, view: &HostView, before: KeysState) -> Option<HostRequest> {
        match key {
            "Enter" if !before.typed.is_empty() => {
                let slide = SlideId::from(format!("#{}", before.typed).as_str());
                return Some(HostRequest::about(ControlAction::Go, &slide));
            }
            "Enter" if before.sure => return about(view, ControlAction::Reset),
            "ArrowRight" | "ArrowDown" | "PageDown" | " " => {
                return Some(HostRequest::to(ControlAction::Next));
            }
            "ArrowLeft" | "ArrowUp" | "PageUp" => {
                return Some(HostRequest::to(ControlAction::Previous));
            }
            "r" | "R" => self.sure = staged_question(view).is_some() && !before.sure,
            "?" => self.help = !before.help,
            SWITCH => (self.help, self.characters_off) = (before.help, !before.characters_off),
            letter => return lettered(&letter.to_lowercase(), view),
        }
        None
    }
}

/// What nobody can do any more once the room has ended: open, close, begin anew, or join.
fn is_over_with_it(key: &str) -> bool {
    matches!(key, "o" | "O" | "v" | "V" | "r" | "R" | "j" | "J" | "+")
}

fn lettered(key: &str, view: &HostView) -> Option<HostRequest> {
    let asked = staged_question(view).map(|(_, question)| question);
    match key {
        "h" => about(
            view,
            if asked?.shown.is_some_and(|shown| shown.stage) {
                ControlAction::Hide
            } else {
                ControlAction::Show
            },
        ),
        "o" => about(
            view,
            if asked?.open {
                ControlAction::Close
            } else {
                ControlAction::Open
            },
        ),
        "v" => about(view, ControlAction::Vote).filter(|_| can_vote(view)),
        "+" => about(view, ControlAction::Extend).filter(|_| counts_down(view)),
        "j" => Some(HostRequest::Screen(other(view.screen, Screen::Join))),
        "b" | "." => Some(HostRequest::Screen(other(view.screen, Screen::Blank))),
        "f" => Some(HostRequest::FullScreen),
        _ => None,
    }
}

/// Whether a countdown runs.
fn counts_down(view: &HostView) -> bool {
    staged_question(view)
        .is_some_and(|(_, question)| question.open && question.countdown_ends.is_some())
}

/// Whether the question can go on to voting.
pub fn can_vote(view: &HostView) -> bool {
    staged_question(view).is_some_and(|(_, question)| {
        question.open && !question.voting && kinds::upvotes(&question.input) > 0
    })
}

fn about(view: &HostView, action: ControlAction) -> Option<HostRequest> {
    staged_question(view).map(|(slide, _)| HostRequest::about(action, slide))
}

/// The other use of the screen than the one it has.
pub fn other(now: Screen, wanted: Screen) -> Screen {
    if now == wanted {
        Screen::Slides
    } else {
        wanted
    }
}
