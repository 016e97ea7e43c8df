//! A browser by keyboard alone, and what a screen reader hears.

use serde_json::{Value, json};

use super::Browser;
use crate::{until, wait};

const TAB: &str = "\u{e004}";
/// Presses of Tab within which everything on a page must be reached.
const STOPS_AT_MOST: usize = 80;
/// What a screen reader says of whatever has the focus.
const FOCUSED: &str = "const e = document.activeElement; if (!e || e === document.body) return '';
    const label = e.labels && e.labels.length ? e.labels[0].innerText : '';
    return (e.getAttribute('aria-label') || label || e.innerText || e.value || '').trim().replace(/\\s+/g, ' ');";
/// Whether the focus can be seen: an outline or a shadow on it, on its label or on what stands
/// after it.
const SEEN: &str =
    "const e = document.activeElement; const around = [e, e.closest('label'), e.parentElement, e.nextElementSibling];
    return around.some(it => { if (!it) return false; const s = getComputedStyle(it);
        return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'; });";

impl Browser {
    /// Presses keys on whatever has the focus: WebDriver's own signs, or letters.
    #[track_caller]
    pub fn keys(&self, keys: &str) -> &Self {
        let focused = self.must(wait(self.client.active_element()), "the focus");
        self.must(wait(focused.send_keys(keys)), keys);
        self
    }

    /// Holds a key down on whatever has the focus, so long that the browser says it so many times
    /// more, and lets it go. Its code is that of `KeyboardEvent.keyCode`.
    #[track_caller]
    pub fn holds(&self, key: &str, code: u32, more: usize) -> &Self {
        let text = if key == "Enter" { "\r" } else { "" };
        let down = |again: bool| json!({ "type": "keyDown", "key": key, "windowsVirtualKeyCode": code, "autoRepeat": again, "text": text });
        self.cdp("Input.dispatchKeyEvent", down(false));
        (0..more).for_each(|_| self.cdp("Input.dispatchKeyEvent", down(true)));
        self.cdp(
            "Input.dispatchKeyEvent",
            json!({ "type": "keyUp", "key": key, "windowsVirtualKeyCode": code }),
        );
        self
    }

    /// Presses whatever has the focus with a pointer; `count` is 2 for the second press of a double
    /// click.
    #[track_caller]
    pub fn clicks_the_focused(&self, count: u32) -> &Self {
        let middle = "const it = document.activeElement; it.scrollIntoView({ block: 'center' });
            const at = it.getBoundingClientRect(); return [at.x + at.width / 2, at.y + at.height / 2];";
        let at = self.runs(middle, vec![]);
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": at[0], "y": at[1], "button": "left", "clickCount": count });
            self.cdp("Input.dispatchMouseEvent", event);
        }
        self
    }

    /// Presses Tab until the focus is on something that is called so. On its way there the focus
    /// can always be seen.
    #[track_caller]
    pub fn tabs_to(&self, called: &str) -> &Self {
        let mut passed = Vec::new();
        for _ in 0..STOPS_AT_MOST {
            self.keys(TAB);
            let focused = self
                .runs(FOCUSED, vec![])
                .as_str()
                .unwrap_or_default()
                .to_owned();
            let seen = focused.is_empty() || self.runs(SEEN, vec![]) == Value::Bool(true);
            assert!(
                seen,
                "{}: nobody sees that {focused:?} has the focus",
                self.name
            );
            if focused.contains(called) {
                return self;
            }
            passed.push(focused);
        }
        panic!(
            "{} can't reach {called:?} by Tab, only {passed:?}",
            self.name
        );
    }

    /// Everything that is called so in the accessibility tree, as `role: name = value`.
    #[track_caller]
    pub fn is_told_of(&self, role: &str) -> Vec<String> {
        let tree = wait(
            self.driver
                .cdp(&self.session(), "Accessibility.getFullAXTree", json!({})),
        );
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        let field =
            |node: &Value, name: &str| node[name]["value"].as_str().unwrap_or_default().to_owned();
        let matching = nodes
            .iter()
            .filter(|node| node["ignored"] != true && field(node, "role") == role);
        matching
            .map(|node| {
                let value = field(node, "value");
                let value = if value.is_empty() {
                    property(node, "valuetext")
                } else {
                    value
                };
                let name = field(node, "name");
                if value.is_empty() {
                    name
                } else {
                    format!("{name} = {value}")
                }
            })
            .collect()
    }

    /// Waits until a region that speaks by itself says so.
    #[track_caller]
    pub fn hears(&self, text: &str) -> &Self {
        let script = "return [...document.querySelectorAll('[aria-live], [role=status], [role=alert]')].map(e => e.textContent).join(' | ')";
        let what = format!("{} hears {text:?}", self.name);
        until(&what, || {
            self.runs(script, vec![])
                .as_str()
                .is_some_and(|said| said.contains(text))
                .then_some(())
        });
        self
    }
}

fn property(node: &Value, name: &str) -> String {
    let properties = node["properties"].as_array().cloned().unwrap_or_default();
    let found = properties.iter().find(|property| property["name"] == name);
    found
        .and_then(|property| property["value"]["value"].as_str())
        .unwrap_or_default()
        .to_owned()
}
