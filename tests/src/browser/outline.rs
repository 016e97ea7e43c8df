//! A page by roles and names alone, as a screen reader finds its way through it. What is found is
//! pressed where it is seen, with a pointer: what is covered, outside the window or can't be used
//! is not found.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::Browser;
use crate::{until, wait};

/// Brings something into sight, and gives the middle of it, or of its label; nothing where
/// something else covers that.
const IN_SIGHT: &str = "function () {
    const box = ['radio', 'checkbox'].includes(this.type);
    const it = (box && this.labels && this.labels[0]) || this;
    it.scrollIntoView({ block: 'center' });
    const at = it.getClientRects()[0];
    if (!at) return null;
    const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
    const there = document.elementFromPoint(x, y);
    return there && (it.contains(there) || there === this) ? [x, y] : null;
}";
const MARKED: &str = "function () { this.focus(); if (this.select) this.select(); return document.activeElement === this }";

impl Browser {
    /// Waits until something of that role is called so.
    #[track_caller]
    pub fn meets(&self, role: &str, name: &str) -> &Self {
        self.finds(&[(role, name)], |_| Some(()));
        self
    }

    /// Presses what is called so.
    #[track_caller]
    pub fn taps(&self, role: &str, name: &str) -> &Self {
        self.taps_in(&[(role, name)])
    }

    /// Presses the last of these, which is within the one before it.
    #[track_caller]
    pub fn taps_in(&self, path: &[(&str, &str)]) -> &Self {
        let at = self.finds(path, |node| {
            Some(self.asks_node(node, IN_SIGHT)?).filter(Value::is_array)
        });
        for kind in ["mousePressed", "mouseReleased"] {
            let event =
                json!({ "type": kind, "x": at[0], "y": at[1], "button": "left", "clickCount": 1 });
            self.cdp("Input.dispatchMouseEvent", event);
        }
        self
    }

    /// Writes into the field that is called so, in place of what stands there.
    #[track_caller]
    pub fn writes(&self, name: &str, text: &str) -> &Self {
        self.finds(&[("textbox", name)], |node| self.is_marked(node));
        self.cdp("Input.insertText", json!({ "text": text }));
        self
    }

    /// Goes to a place on the line that is called so, by the keys.
    #[track_caller]
    pub fn slides_to(&self, name: &str, value: usize) -> &Self {
        self.finds(&[("slider", name)], |node| self.is_marked(node));
        let (home, right) = ("\u{e011}", "\u{e014}");
        self.keys(&format!("{home}{}", right.repeat(value)))
    }

    /// What stands in the field that is called so.
    #[track_caller]
    pub fn reads(&self, name: &str) -> String {
        self.finds(&[("textbox", name)], |node| {
            node["value"]["value"].as_str().map(str::to_owned)
        })
    }

    /// Chooses a file where a button asks for one.
    #[track_caller]
    pub fn hands_in(&self, name: &str, file: &Path) -> &Self {
        let parameters =
            |node: &Value| json!({ "backendNodeId": node["backendDOMNodeId"], "files": [file] });
        self.finds(&[("button", name)], |node| {
            self.tries("DOM.setFileInputFiles", parameters(node))
        });
        self
    }

    /// Presses what is called so, and gives the file that comes of it.
    #[track_caller]
    pub fn downloads(&self, role: &str, name: &str) -> String {
        let folder = tempfile::Builder::new()
            .prefix("peil-download-")
            .tempdir()
            .expect("a new folder");
        self.cdp(
            "Browser.setDownloadBehavior",
            json!({ "behavior": "allow", "downloadPath": folder.path() }),
        );
        self.taps(role, name);
        until(
            &format!("{} gets the file behind {name:?}", self.name),
            || {
                let mut files = fs::read_dir(folder.path())
                    .ok()?
                    .flatten()
                    .map(|entry| entry.path());
                let whole = |file: &std::path::PathBuf| {
                    file.extension().is_some_and(|ext| ext != "crdownload")
                };
                let text = fs::read_to_string(files.find(whole)?).ok()?;
                (!text.is_empty()).then_some(text)
            },
        )
    }

    /// Waits until there is such a thing, and something can be done with it.
    #[track_caller]
    fn finds<T>(&self, path: &[(&str, &str)], does: impl Fn(&Value) -> Option<T>) -> T {
        let what = format!("{} finds {path:?} and can use it", self.name);
        let tried = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            until(&what, || self.named(path).iter().find_map(&does))
        }));
        tried.unwrap_or_else(|_| panic!("{what}: {}\n{}", self.text(), self.outline()))
    }

    /// Everything at the end of that path that can be used; what is called exactly so comes first.
    fn named(&self, path: &[(&str, &str)]) -> Vec<Value> {
        let nodes = self.nodes();
        let parent = |node: &Value| {
            nodes
                .iter()
                .find(|other| other["nodeId"] == node["parentId"])
        };
        let mut found: Vec<&Value> = Vec::new();
        for (step, (role, name)) in path.iter().enumerate() {
            let within = |node: &Value| {
                step == 0
                    || std::iter::successors(parent(node), |node| parent(node)).any(|around| {
                        found
                            .iter()
                            .any(|outer| outer["nodeId"] == around["nodeId"])
                    })
            };
            let called = nodes
                .iter()
                .filter(|node| is(node, role, name))
                .filter(|node| within(node));
            found = called.collect();
        }
        let exactly =
            |node: &&&Value| node["name"]["value"].as_str() == path.last().map(|(_, name)| *name);
        let first = found
            .iter()
            .filter(exactly)
            .chain(found.iter().filter(|node| !exactly(node)));
        first.map(|node| (*node).clone()).collect()
    }

    fn nodes(&self) -> Vec<Value> {
        let tree = self
            .tries("Accessibility.getFullAXTree", json!({}))
            .unwrap_or_default();
        tree["nodes"].as_array().cloned().unwrap_or_default()
    }

    /// The page as a screen reader hears it, for whoever has to see why a story failed.
    fn outline(&self) -> String {
        let line = |node: &Value| {
            let (role, name) = (
                node["role"]["value"].as_str()?,
                node["name"]["value"].as_str()?,
            );
            (node["ignored"] != true
                && !name.is_empty()
                && role != "StaticText"
                && role != "InlineTextBox")
                .then(|| format!("{role}: {name}"))
        };
        self.nodes()
            .iter()
            .filter_map(line)
            .collect::<Vec<_>>()
            .join("\n")
    }

    fn is_marked(&self, node: &Value) -> Option<()> {
        (self.asks_node(node, MARKED)? == Value::Bool(true)).then_some(())
    }

    /// What a function gives of that node; nothing if it is gone.
    fn asks_node(&self, node: &Value, function: &str) -> Option<Value> {
        let resolved = self.tries(
            "DOM.resolveNode",
            json!({ "backendNodeId": node["backendDOMNodeId"] }),
        )?;
        let call = json!({
            "objectId": resolved["object"]["objectId"],
            "functionDeclaration": function,
            "returnByValue": true,
        });
        Some(self.tries("Runtime.callFunctionOn", call)?["result"]["value"].clone())
    }

    fn tries(&self, command: &str, parameters: Value) -> Option<Value> {
        wait(self.driver.tries_cdp(&self.session(), command, parameters))
    }
}

/// Whether a node has that role, a name with these words in it, and can be used.
fn is(node: &Value, role: &str, name: &str) -> bool {
    let properties = node["properties"].as_array().cloned().unwrap_or_default();
    let disabled = properties
        .iter()
        .any(|property| property["name"] == "disabled" && property["value"]["value"] == true);
    let called = node["name"]["value"].as_str().unwrap_or_default();
    node["ignored"] != true && node["role"]["value"] == role && called.contains(name) && !disabled
}

#[cfg(test)]
mod tests {
    use super::super::{Browser, WindowSize};
    use crate::Address;

    const PAGE: &str = "data:text/html,<html lang=nl><title>t</title><main><h1>Kop</h1>\
        <button hidden>Druk</button><button disabled>Druk</button><button onclick=\"said.textContent += ' gedrukt'\">Druk nu</button>\
        <p id=said>niets</p><label for=naam>Naam</label><input id=naam value=Bob oninput=\"said.textContent = this.value\">\
        <fieldset><legend>Eerste</legend><label><input type=radio name=a>4</label></fieldset>\
        <fieldset><legend>Tweede</legend><label><input type=radio name=b onchange=\"said.textContent += ' tweede'\">4</label></fieldset>\
        <input type=range aria-label=Lijn value=50 oninput=\"said.textContent = this.value\"></main>";

    #[test]
    fn a_page_is_used_by_roles_and_names() {
        let browser = Browser::opens(
            "proef",
            WindowSize::Phone,
            &Address::new("http://127.0.0.1:1"),
        );
        browser.goes(PAGE).meets("heading", "Kop");
        assert_eq!(browser.reads("Naam"), "Bob");
        browser
            .writes("Naam", "Anna")
            .sees("Anna")
            .taps("button", "Druk")
            .sees("Anna gedrukt");
        browser
            .taps_in(&[("group", "Tweede"), ("radio", "4")])
            .sees("Anna gedrukt tweede");
        browser.slides_to("Lijn", 3).sees("3");
    }
}
