//! What the keyboard and a clicker do on the stage.

use shared::ids::SlideId;
use shared::protocol::HostView;
use shared::protocol::view::Screen;
use shared::room::Action;

use super::figure_pages::FigurePages;
use super::host_request::{HostRequest, staged_question};
use super::live::HostLiveState;
use crate::kinds;

/// What has the focus while a key goes down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// Nothing that takes keys itself.
    Page,
    /// A button or a link, which Enter and the space bar press.
    Button,
    /// A field, whose keys mean letters.
    Field,
}

/// Who deals with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dealt {
    ByStage,
    ByBrowser,
    ByNobody,
}

/// Who deals with a key on a stage. A key that is held down says itself again and again (`again`):
/// that is no press.
pub fn dealt(key: &str, again: bool, focus: Focus) -> Dealt {
    match (focus, key) {
        _ if presses_again(key, again, focus) => Dealt::ByNobody,
        (Focus::Field, _) | (Focus::Button, "Enter" | " ") | (_, "Tab") => Dealt::ByBrowser,
        // They go down before the key that is meant, and are none themselves.
        (_, "Shift" | "CapsLock" | "AltGraph" | "Dead" | "Control" | "Alt" | "Meta") => {
            Dealt::ByBrowser
        }
        _ if again => Dealt::ByNobody,
        _ => Dealt::ByStage,
    }
}

/// Whether a key is a letter, a digit or a sign by itself. Whoever speaks to the page, or types by
/// mistake, presses such keys without meaning them, so they can be switched off (WCAG 2.1.4).
pub fn is_character(key: &str) -> bool {
    is_one(key) && !key.starts_with(char::is_whitespace)
}

/// Whether a key is named by one character.
fn is_one(key: &str) -> bool {
    key.chars().count() == 1
}

/// Whether a key does something in the console, where nothing is pointed at and nothing turned:
/// the arrows up and down scroll it.
pub fn is_of_console(key: &str) -> bool {
    let named = [
        "ArrowLeft",
        "ArrowRight",
        "PageUp",
        "PageDown",
        "Enter",
        "Escape",
    ];
    let letters = " .+?hovrjbz0123456789";
    named.contains(&key) || (is_one(key) && letters.contains(&key.to_lowercase()))
}

/// The press of the button that switches them off or on; no key says this.
pub const SWITCH: &str = "characters";

/// Whether a browser would press a button, or send a field's form, once more while Enter is held
/// down. The space bar presses when it comes up, once.
pub fn presses_again(key: &str, again: bool, focus: Focus) -> bool {
    again && key == "Enter" && focus != Focus::Page
}

/// Whether a browser scrolls the page by that key.
pub fn scrolls(key: &str) -> bool {
    matches!(
        key,
        " " | "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "PageUp" | "PageDown"
    )
}

/// Digits of the longest slide number that can be typed.
const DIGITS: usize = 3;

/// What a key asks; what the page knows by itself changes with it. `pages` is how many the figure
/// has, `figure_pages` what stands on them.
pub fn pressed(
    key: &str,
    live: &mut HostLiveState,
    view: &HostView,
    pages: usize,
    sight: &FigurePages,
) -> Option<HostRequest> {
    live.is_led();
    live.keep_in_sight(sight);
    if let (true, ask) = live.choose(key, view, sight) {
        return ask;
    }
    if key.len() == 1 && key.chars().all(|c| c.is_ascii_digit()) {
        if live.typed.len() < DIGITS {
            live.typed += key;
        }
        return None;
    }
    let pending = Pending {
        typed: std::mem::take(&mut live.typed),
        sure: std::mem::take(&mut live.sure),
        help: std::mem::take(&mut live.help),
    };
    (live.refused, live.said) = (None, None);
    if matches!(key, "z" | "Z") {
        return live.take_back(view);
    }
    let ask = if view.has_ended() && is_over_with_it(key) {
        live.refused = Some("ended".to_owned());
        None
    } else {
        let turns = pages > 1;
        asked(key, live, view, turns, pending)
    };
    live.remember(ask.as_ref(), None, view);
    ask
}

/// What the keys before left, which the next key takes up or ends.
struct Pending {
    typed: String,
    /// Whether Enter begins anew.
    sure: bool,
    help: bool,
}

/// What a key asks by itself. `turns` says whether the figure has further pages.
fn asked(
    key: &str,
    live: &mut HostLiveState,
    view: &HostView,
    turns: bool,
    Pending { typed, sure, help }: Pending,
) -> Option<HostRequest> {
    match key {
        "Enter" if !typed.is_empty() => {
            let slide = SlideId::from(format!("#{typed}").as_str());
            return Some(HostRequest::about(Action::Go, &slide));
        }
        "Enter" if sure => return about(view, Action::Reset),
        "ArrowDown" | "ArrowUp" if turns => live.turned(if key == "ArrowDown" { 1 } else { -1 }),
        "ArrowRight" | "ArrowDown" | "PageDown" | " " => {
            return Some(HostRequest::to(Action::Next));
        }
        "ArrowLeft" | "ArrowUp" | "PageUp" => return Some(HostRequest::to(Action::Previous)),
        "r" | "R" => live.sure = staged_question(view).is_some() && !sure,
        "?" => live.help = !help,
        SWITCH => (live.help, live.characters_off) = (help, !live.characters_off),
        "q" | "Q" => live.qr_hidden = !live.qr_hidden,
        letter => return lettered(&letter.to_lowercase(), view),
    }
    None
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
                Action::Hide
            } else {
                Action::Show
            },
        ),
        "o" => about(
            view,
            if asked?.open {
                Action::Close
            } else {
                Action::Open
            },
        ),
        "v" => about(view, Action::Vote).filter(|_| can_vote(view)),
        "+" => about(view, Action::Extend).filter(|_| counts_down(view)),
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

fn about(view: &HostView, action: Action) -> Option<HostRequest> {
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
