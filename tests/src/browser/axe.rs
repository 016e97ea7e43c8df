//! The accessibility rules of axe-core, run inside a page. It comes from npm, pinned, and never
//! ships with peil.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::Browser;

/// Waiting pages fetch themselves again: they follow a room that moves on without them, hold
/// nothing that could be lost, and stop as soon as there is a form (WCAG 2.2.1, the real-time
/// exception). The rule can't know this.
const RUN: &str = "
    const rules = { 'meta-refresh': { enabled: false } };
    return axe.run(document, { resultTypes: ['violations'], rules }).then(result => result.violations.map(violation => ({
        id: violation.id,
        help: violation.help,
        places: violation.nodes.map(node => node.target.join(' ') + ' ' + node.html.slice(0, 160) + ' — ' +
            (node.failureSummary || '').split('\\n').slice(1).map(line => line.trim()).join('; ')),
    })))";

#[track_caller]
pub(super) fn barriers(browser: &Browser) -> Vec<String> {
    browser.runs(&source(), vec![]);
    let violations = browser.runs(RUN, vec![]);
    let violations = violations
        .as_array()
        .unwrap_or_else(|| panic!("axe did not run: {violations}"));
    violations.iter().map(readable).collect()
}

fn readable(violation: &Value) -> String {
    let word = |key: &str| violation[key].as_str().unwrap_or_default().to_owned();
    let places = violation["places"].as_array().cloned().unwrap_or_default();
    let places: Vec<String> = places
        .iter()
        .filter_map(Value::as_str)
        .map(|place| format!("\n    {place}"))
        .collect();
    format!("{}: {}{}", word("id"), word("help"), places.concat())
}

#[track_caller]
fn source() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    fs::read_to_string(&file).unwrap_or_else(|error| {
        panic!(
            "{}: {error}; `npm ci` in tests/ installs it, and `cargo xtask test` does so by itself",
            file.display()
        )
    })
}
