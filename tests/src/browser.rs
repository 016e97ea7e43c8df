//! A real browser: a window of a stated size, light or dark, with scripts or without, that reads,
//! presses, types and takes pictures. It knows labels and texts, no ids of the pages.

mod axe;
mod driver;
mod filling;
mod keys;
mod looking;
mod network;
mod outline;
mod screen;
mod senses;

use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::cookies::CookieValues;
use crate::{Address, Peil, comes, until, wait};
use driver::Driver;

pub use looking::{Barrier, assert_none};
pub use network::Fetched;
pub use screen::{Theme, WindowSize};

/// One window, with cookies of its own.
pub struct Browser {
    name: String,
    address: Address,
    client: Client,
    driver: Driver,
}

impl Browser {
    /// Opens a window at a place of peil, and waits until its page lives.
    #[track_caller]
    pub fn follows(peil: &Peil, name: &str, screen: WindowSize, place: &str) -> Self {
        let browser = Self::opens(name, screen, peil.address());
        browser.goes(place).is_welcome();
        browser.lives("[data-alive]");
        browser
    }

    /// Opens a window that shows nothing yet.
    #[track_caller]
    pub fn opens(name: &str, screen: WindowSize, address: &Address) -> Self {
        Self::logs(name, screen, address, json!({}))
    }

    #[track_caller]
    fn logs(name: &str, screen: WindowSize, address: &Address, logs: Value) -> Self {
        let driver = Driver::starts();
        let client = wait(driver.session(logs));
        let browser = Self {
            name: name.to_owned(),
            address: address.clone(),
            client,
            driver,
        };
        browser.becomes(screen);
        browser.turns(Theme::Light);
        browser
    }

    /// Goes to a path, to a URL that peil gave, or to a `data:` page, and waits until it has
    /// loaded.
    #[track_caller]
    pub fn goes(&self, place: &str) -> &Self {
        let url = if place.starts_with("data:") {
            place.to_owned()
        } else {
            self.address.url(place)
        };
        self.must(wait(self.client.goto(&url)), &url);
        self
    }

    /// Fails if the page is a refusal instead of what it should be.
    #[track_caller]
    pub fn is_welcome(&self) -> &Self {
        assert_eq!(
            self.counts("[data-code]"),
            0,
            "{} is refused: {}",
            self.name,
            self.text()
        );
        self
    }

    /// Fails unless the page is a refusal.
    #[track_caller]
    pub fn is_refused(&self) -> &Self {
        assert!(
            self.counts("[data-code]") > 0,
            "{} is not refused: {}",
            self.name,
            self.text()
        );
        self
    }

    /// Loads the page again.
    #[track_caller]
    pub fn refreshes(&self) -> &Self {
        self.must(wait(self.client.refresh()), "refresh");
        self
    }

    /// Goes back in the history.
    #[track_caller]
    pub fn goes_back(&self) -> &Self {
        let place = || wait(self.client.current_url()).ok();
        let before = place();
        // chromedriver may give up where the browser brings a page back as it was left; then it is
        // asked again, unless it is there.
        until(&format!("{} is back", self.name), || {
            if place() == before {
                let _given_up = wait(self.client.back());
            }
            (place() != before).then_some(())
        });
        self
    }

    /// The path that the window shows.
    #[track_caller]
    pub fn path(&self) -> String {
        self.must(wait(self.client.current_url()), "url")
            .path()
            .to_owned()
    }

    /// The cookies of the page, also those that no script may read.
    #[track_caller]
    pub fn cookies(&self) -> CookieValues {
        let cookies = self.must(wait(self.client.get_all_cookies()), "cookies");
        cookies
            .iter()
            .map(|cookie| (cookie.name().to_owned(), cookie.value().to_owned()))
            .collect()
    }

    /// Has these cookies of peil from before.
    #[track_caller]
    pub fn has_cookies(&self, cookies: &CookieValues) -> &Self {
        for (name, value) in cookies {
            let cookie = json!({ "name": name, "value": value, "url": self.address.url("/"), "httpOnly": true });
            self.cdp("Network.setCookie", cookie);
        }
        self
    }

    /// Switches the scripts of pages off: from the next page on.
    #[track_caller]
    pub fn switches_scripts_off(&self) -> &Self {
        self.cdp(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": true }),
        );
        self
    }

    /// Switches them on again.
    #[track_caller]
    pub fn switches_scripts_on(&self) -> &Self {
        self.cdp(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": false }),
        );
        self
    }

    /// Changes the size of the window.
    #[track_caller]
    pub fn becomes(&self, screen: WindowSize) -> &Self {
        let (width, height) = screen.size();
        let mobile = screen.is_phone();
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
        self.cdp("Emulation.setDeviceMetricsOverride", size);
        self.cdp(
            "Emulation.setTouchEmulationEnabled",
            json!({ "enabled": mobile }),
        );
        self
    }

    /// Prefers light or dark.
    #[track_caller]
    pub fn turns(&self, theme: Theme) -> &Self {
        self.prefers(theme, &[("prefers-reduced-motion", "reduce")])
    }

    /// The visible text. A page that is just being replaced by the next is read once that is there.
    #[track_caller]
    pub fn text(&self) -> String {
        let script = "return document.body ? document.body.innerText : null";
        let text = until("the page can be read", || {
            let text = wait(self.client.execute(script, vec![])).ok()?;
            text.as_str().map(str::to_owned)
        });
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Fails unless the text stands on the page, or comes while the page lives.
    #[track_caller]
    pub fn sees(&self, text: &str) -> &Self {
        let mut seen = String::new();
        let comes = comes(|| {
            seen = self.text();
            seen.contains(text).then_some(())
        });
        assert!(comes.is_some(), "{} never sees {text:?}: {seen}", self.name);
        self
    }

    /// Waits for what a page has only once it lives: from then on it hears keys and presses.
    #[track_caller]
    pub fn lives(&self, selector: &str) -> &Self {
        let what = format!("{} lives and has {selector}", self.name);
        until(&what, || (self.counts(selector) > 0).then_some(()));
        self
    }

    /// Fails if the text stands on the page.
    #[track_caller]
    pub fn does_not_see(&self, text: &str) -> &Self {
        let seen = self.text();
        assert!(!seen.contains(text), "{} sees {text:?}: {seen}", self.name);
        self
    }

    /// Presses the first visible button or link with one of these texts in it.
    #[track_caller]
    pub fn presses(&self, texts: &[&str]) -> &Self {
        let clickable = "self::button or self::a or self::summary or @role='button' or @role='tab'";
        for text in texts {
            let by_text = format!(
                "//*[{clickable}][contains(normalize-space(.), \"{text}\") or contains(@aria-label, \"{text}\")]"
            );
            let by_value = format!(
                "//input[(@type='submit' or @type='button') and contains(@value, \"{text}\")]"
            );
            for path in [by_text, by_value] {
                if let Some(element) = self.visible(&path) {
                    self.must(wait(element.click()), text);
                    return self;
                }
            }
        }
        panic!(
            "{} finds nothing to press called {texts:?}: {}",
            self.name,
            self.text()
        );
    }

    /// Presses a button that sends a form, and waits until it is dealt with: another page stands in
    /// place of this one, or this one, which follows the room live, says what became of it.
    #[track_caller]
    pub fn sends(&self, texts: &[&str]) -> &Self {
        let page = self.must(wait(self.client.find(Locator::Css("html"))), "page");
        self.presses(texts);
        let what = format!("{} learns what became of {texts:?}", self.name);
        until(&what, || {
            (wait(page.tag_name()).is_err() || self.is_told()).then_some(())
        });
        self
    }

    /// Whether a page that lives says that something is saved or refused, and nothing is on its
    /// way.
    fn is_told(&self) -> bool {
        let script = "return document.body.hasAttribute('data-alive') && document.querySelector('.state.sending') === null \
                      && document.querySelector('.state.saved, [data-code]') !== null";
        wait(self.client.execute(script, vec![])).is_ok_and(|result| result == Value::Bool(true))
    }

    /// How many elements of the page a CSS selector names.
    #[track_caller]
    pub fn counts(&self, selector: &str) -> usize {
        let found = wait(self.client.find_all(Locator::Css(selector)));
        self.must(found, selector).len()
    }

    /// The paths of this server that the page links to, each once.
    #[track_caller]
    pub fn inner_links(&self) -> Vec<String> {
        let script = "return [...new Set([...document.querySelectorAll('a[href]')].map(link => new URL(link.href))
            .filter(url => url.origin === location.origin && !(url.hash && url.pathname === location.pathname))
            .map(url => url.pathname + url.search))]";
        let links = self.runs(script, vec![]);
        let links = links.as_array().cloned().unwrap_or_default();
        links
            .iter()
            .filter_map(|link| link.as_str().map(str::to_owned))
            .collect()
    }

    /// Runs a script in every page from the next on, before any of its own.
    #[track_caller]
    pub fn runs_before_pages(&self, script: &str) -> &Self {
        self.cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        );
        self
    }

    /// What the page's own script can know: gives what the script returns, waiting for a promise.
    /// It has one argument.
    #[track_caller]
    pub fn asks_its_page(&self, script: &str, argument: Value) -> Value {
        self.runs(script, vec![argument])
    }

    /// Runs a script in the page and gives what it returns, waiting for a promise.
    #[track_caller]
    pub(crate) fn runs(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.must(wait(self.client.execute(script, arguments)), "script")
    }

    fn visible(&self, path: &str) -> Option<Element> {
        let found = wait(self.client.find_all(Locator::XPath(path))).unwrap_or_default();
        found
            .into_iter()
            .find(|element| wait(element.is_displayed()).unwrap_or(false))
    }

    #[track_caller]
    fn cdp(&self, command: &str, parameters: Value) {
        wait(self.driver.cdp(&self.session(), command, parameters));
    }

    #[track_caller]
    fn session(&self) -> String {
        wait(self.client.session_id())
            .ok()
            .flatten()
            .expect("an open window has a session")
    }

    #[track_caller]
    fn must<T, E: std::fmt::Debug>(&self, done: Result<T, E>, what: &str) -> T {
        done.unwrap_or_else(|error| panic!("{}: {what}: {error:?}", self.name))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Closing the session ends Chromium; the driver itself ends with its own drop.
        let _ = wait(self.client.clone().close());
    }
}

#[cfg(test)]
mod tests {
    use super::{Browser, WindowSize};
    use crate::Address;

    const PAGE: &str = "data:text/html,<html lang=nl><title>t</title><meta name=viewport content='width=device-width'>\
        <style>@media (prefers-color-scheme: dark) { .light { display: none } }</style><main><h1>Kop</h1>\
        <p id=js>zonder scripts</p><p class=light>licht</p>\
        <label><input type=checkbox>Kat</label><label>Naam <input name=naam></label>\
        <button onclick=\"document.getElementById('js').textContent = 'gedrukt door ' + \
        document.querySelector('[name=naam]').value\">Druk</button>\
        <script>document.getElementById('js').textContent='met scripts'</script></main>";

    #[test]
    fn a_window_reads_types_presses_and_finds_barriers() {
        let browser = Browser::opens(
            "proef",
            WindowSize::Phone,
            &Address::new("http://127.0.0.1:1"),
        );
        browser.goes(PAGE).sees("met scripts").sees("licht");
        browser
            .types("naam", "Anna")
            .chooses("Kat")
            .presses(&["Niets", "Druk"])
            .sees("gedrukt door Anna");
        assert_eq!(browser.counts("input:checked"), 1);
        let wrong = browser.is_looked_at("self-test", &[WindowSize::SmallPhone, WindowSize::Stage]);
        assert!(wrong.is_empty(), "{wrong:?}");
        browser.turns(super::Theme::Dark).does_not_see("licht");

        browser
            .switches_scripts_off()
            .goes(PAGE)
            .sees("zonder scripts");
        browser.presses(&["Druk"]).sees("zonder scripts");
        browser.switches_scripts_on();

        let bad = "data:text/html,<html lang=nl><title>t</title><main><h1>Kop</h1><img src=x><p style='color:%23ccc'>bleek";
        let barriers = browser.goes(bad).barriers();
        assert!(
            barriers.iter().any(|barrier| barrier.contains("image-alt")),
            "{barriers:?}"
        );
        assert!(
            barriers
                .iter()
                .any(|barrier| barrier.contains("color-contrast")),
            "{barriers:?}"
        );
    }

    #[test]
    fn a_page_that_is_too_wide_is_noticed() {
        let browser = Browser::opens(
            "proef",
            WindowSize::SmallPhone,
            &Address::new("http://127.0.0.1:1"),
        );
        browser.goes("data:text/html,<meta name=viewport content='width=device-width'><p style='width:700px'>breed");
        let wrong = browser.is_looked_at("self-test-wide", &[WindowSize::SmallPhone]);
        assert!(
            wrong.iter().any(|barrier| barrier.what.contains("wider")),
            "{wrong:?}"
        );
    }
}
