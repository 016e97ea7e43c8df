//! What the keyboard and a clicker do on the stage.

use shared::protocol::view::HostView;

use super::figure_pages::FigurePages;
use super::host_request::HostRequest;
use super::live::StageLiveState;

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
pub enum KeyHandling {
    ByStage,
    ByBrowser,
    ByNobody,
}

/// Who deals with a key on a stage. A key that is held down says itself again and again (`again`):
/// that is no press.
pub fn dealt(key: &str, again: bool, focus: Focus) -> KeyHandling {
    match (focus, key) {
        _ if presses_again(key, again, focus) => KeyHandling::ByNobody,
        (Focus::Field, _) | (Focus::Button, "Enter" | " ") | (_, "Tab") => KeyHandling::ByBrowser,
        // They go down before the key that is meant, and are none themselves.
        (_, "Shift" | "CapsLock" | "AltGraph" | "Dead" | "Control" | "Alt" | "Meta") => {
            KeyHandling::ByBrowser
        }
        _ if again => KeyHandling::ByNobody,
        _ => KeyHandling::ByStage,
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

/// What a key asks; what the page knows by itself changes with it. `pages` is how many the figure
/// has, `figure_pages` what stands on them.
pub fn pressed(
    key: &str,
    live: &mut StageLiveState,
    view: &HostView,
    pages: usize,
    figure_pages: &FigurePages,
) -> Option<HostRequest> {
    live.is_led();
    live.keep_in_sight(figure_pages);
    if let (true, ask) = live.choose(key, view, figure_pages) {
        return ask;
    }
    match key {
        "ArrowDown" if pages > 1 => live.turned(1),
        "ArrowUp" if pages > 1 => live.turned(-1),
        "q" | "Q" => live.qr_hidden = !live.qr_hidden,
        _ => {
            let (keys, refused) = (&mut live.keys, &mut live.host.refused);
            return keys.press(key, &mut live.undo, refused, view);
        }
    }
    live.keys.end();
    (live.host.refused, live.undo.said) = (None, None);
    None
}
