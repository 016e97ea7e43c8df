//! What the owner of a window set up for how they see and touch: colours of their own, motion, a
//! finger, large letters.

use serde_json::{Value, json};

use super::{Browser, Theme};

/// Controls and marks that can't be seen: of each what it is. A control is seen by a border of
/// another colour than what it lies on, by an underline, or because the browser draws it itself.
const UNSEEN: &str = "
    const clear = colour => colour === 'transparent' || /^rgba.*, 0\\)$/.test(colour);
    const ground = of => { for (let at = of; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor; if (!clear(colour)) return colour; } return 'rgb(255, 255, 255)'; };
    const bordered = (style, on) => ['Top', 'Bottom', 'Left', 'Right'].some(side => parseFloat(style['border' + side + 'Width']) > 0
        && style['border' + side + 'Style'] !== 'none' && !clear(style['border' + side + 'Color']) && style['border' + side + 'Color'] !== on);
    const seen = it => {
        const own = getComputedStyle(it), on = ground(it.parentElement);
        if (it.matches('[type=range]')) return bordered(getComputedStyle(it.parentElement, '::before'), on);
        // Behind words the browser paints a ground of its own: what is filled keeps that away, or
        // hides its words.
        if (it.matches('button, .button') && !clear(own.backgroundColor) && own.backgroundColor !== on && own.forcedColorAdjust === 'auto') return false;
        if (it.matches('[type=file]')) return bordered(getComputedStyle(it, '::file-selector-button'), on);
        if (own.textDecorationLine.includes('underline')) return true;
        if (it.matches('input, select, textarea') && own.appearance !== 'none') return true;
        if (it.matches('summary')) return getComputedStyle(it).color !== on;
        if (it.closest('nav, .top') && it.matches('a, .link')) return own.color !== on;
        return bordered(own, on) || bordered(getComputedStyle(it, '::before'), on) || it.querySelector('svg') !== null;
    };
    const shown = it => { const at = it.getBoundingClientRect(); return at.width > 1 && at.height > 1
        && getComputedStyle(it).visibility === 'visible' && it.closest('.visually-hidden, details:not([open]) > :not(summary)') === null; };
    return [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, summary, a[href]')]
        .filter(it => shown(it) && !seen(it)).map(it => it.outerHTML.slice(0, 120));";

/// Numbers of up to nine characters that stand on two lines.
const BROKEN: &str = "
    const words = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT), broken = [];
    while (words.nextNode()) {
        const node = words.currentNode, range = document.createRange();
        if (!node.parentElement.checkVisibility({ visibilityProperty: true }) || node.parentElement.closest('.visually-hidden, svg')) continue;
        for (const found of node.data.matchAll(/\\S*\\d\\S*/g)) {
            if (found[0].length > 9) continue;
            range.setStart(node, found.index); range.setEnd(node, found.index + found[0].length);
            const lines = new Set([...range.getClientRects()].filter(at => at.width > 0).map(at => Math.round(at.top)));
            if (lines.size > 1) broken.push(found[0] + ' in ' + node.parentElement.outerHTML.slice(0, 80));
        }
    }
    return broken;";

impl Browser {
    /// Shows pages in colours that the owner chose, as high contrast does; in others again with
    /// `false`.
    #[track_caller]
    pub fn forces_colours(&self, theme: Theme, on: bool) -> &Self {
        self.prefers(
            theme,
            &[
                ("prefers-reduced-motion", "reduce"),
                ("forced-colors", if on { "active" } else { "none" }),
            ],
        )
    }

    /// Lets pages move things.
    #[track_caller]
    pub fn lets_things_move(&self) -> &Self {
        self.prefers(Theme::Light, &[("prefers-reduced-motion", "no-preference")])
    }

    #[track_caller]
    pub(super) fn prefers(&self, theme: Theme, more: &[(&str, &str)]) -> &Self {
        let all = [("prefers-color-scheme", theme.name())]
            .into_iter()
            .chain(more.iter().copied());
        let features: Vec<Value> = all
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        self.cdp(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        );
        self
    }

    /// Puts a finger on a place of the window and takes it away.
    #[track_caller]
    pub fn touches(&self, x: f64, y: f64) -> &Self {
        self.cdp(
            "Input.dispatchTouchEvent",
            json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y }] }),
        );
        self.cdp(
            "Input.dispatchTouchEvent",
            json!({ "type": "touchEnd", "touchPoints": [] }),
        );
        self
    }

    /// Clicks on a place of the window with a mouse.
    #[track_caller]
    pub fn clicks_at(&self, x: f64, y: f64) -> &Self {
        self.puts_the_mouse_down(x, y).lets_the_mouse_up(x, y)
    }

    /// Presses a mouse down on a place of the window, and holds it.
    #[track_caller]
    pub fn puts_the_mouse_down(&self, x: f64, y: f64) -> &Self {
        self.mouse("mousePressed", x, y)
    }

    /// Lets it up again.
    #[track_caller]
    pub fn lets_the_mouse_up(&self, x: f64, y: f64) -> &Self {
        self.mouse("mouseReleased", x, y)
    }

    #[track_caller]
    fn mouse(&self, what: &str, x: f64, y: f64) -> &Self {
        let event = json!({ "type": what, "x": x, "y": y, "button": "left", "clickCount": 1 });
        self.cdp("Input.dispatchMouseEvent", event);
        self
    }

    /// Controls of the page that can't be distinguished from what they lie on.
    #[track_caller]
    pub fn unseen(&self) -> Vec<String> {
        strings(&self.runs(UNSEEN, vec![]))
    }

    /// Numbers of the page that are broken in two.
    #[track_caller]
    pub fn broken_numbers(&self) -> Vec<String> {
        strings(&self.runs(BROKEN, vec![]))
    }

    /// What a script tells of the page, as a number.
    #[track_caller]
    pub fn measures(&self, script: &str) -> f64 {
        let result = self.runs(script, vec![]);
        result
            .as_f64()
            .unwrap_or_else(|| panic!("{}: {script} gives {result}", self.name))
    }

    /// Where a script says that something is, as numbers.
    #[track_caller]
    pub fn places_of(&self, script: &str) -> Vec<f64> {
        let result = self.runs(script, vec![]);
        let places = result
            .as_array()
            .unwrap_or_else(|| panic!("{}: {script} gives {result}", self.name));
        places.iter().filter_map(Value::as_f64).collect()
    }

    /// The name of the element that has the focus.
    #[track_caller]
    pub fn focused(&self) -> String {
        let script = "return document.activeElement ? document.activeElement.localName : ''";
        self.runs(script, vec![])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }
}

fn strings(value: &Value) -> Vec<String> {
    let all = value.as_array().cloned().unwrap_or_default();
    all.iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}
