//! Filling forms in, as whoever reads their labels does.

use fantoccini::Locator;

use super::Browser;
use crate::{until, wait};

impl Browser {
    /// Chooses a radio button or checkbox by what its label says.
    #[track_caller]
    pub fn chooses(&self, label: &str) -> &Self {
        let path = format!("//label[contains(normalize-space(.), \"{label}\")]");
        let Some(element) = self.visible(&path) else {
            panic!("{} has no label {label:?}: {}", self.name, self.text())
        };
        self.must(wait(element.click()), label);
        self
    }

    /// Goes to a place on a line: with the keyboard where the line is one slider, else by the
    /// place's radio button.
    #[track_caller]
    pub fn places(&self, value: u8) -> &Self {
        let (home, right) = ("\u{e011}", "\u{e014}");
        let keys = format!("{home}{}", right.repeat(value.into()));
        let radio = format!("//input[@name='value'][@value='{value}']/ancestor::label");
        // A page that comes to life in between puts a slider in place of the radio buttons.
        until(&format!("{} finds the line", self.name), || {
            match self.visible("//input[@type='range']") {
                Some(slider) => wait(slider.send_keys(&keys)).ok(),
                None => wait(self.visible(&radio)?.click()).ok(),
            }
        });
        self
    }

    /// Chooses a radio button or checkbox by its name and value, with a click on itself or on its
    /// label.
    #[track_caller]
    pub fn picks(&self, name: &str, value: &str) -> &Self {
        let input = format!("//input[@name=\"{name}\"][@value=\"{value}\"]");
        let label = format!("{input}/ancestor::label | //label[@for={input}/@id]");
        let Some(element) = self.visible(&label).or_else(|| self.visible(&input)) else {
            panic!("{} finds no {name}={value}: {}", self.name, self.text());
        };
        self.must(wait(element.click()), name);
        self
    }

    /// Fills one field of a form in, however the page asks for it: a place on a line, a button or a
    /// tick of that value, or a text.
    #[track_caller]
    pub fn fills_in(&self, name: &str, value: &str) -> &Self {
        let button = format!(
            "//input[@name=\"{name}\"][@value=\"{value}\"][@type='radio' or @type='checkbox']"
        );
        // A slider that nobody touched has no name, so that it sends nothing.
        let line = "//input[@type='range'][not(@name) or @name='value']";
        let found = wait(
            self.client
                .find_all(Locator::XPath(&format!("{button} | {line}"))),
        );
        if found.is_ok_and(|found| found.is_empty()) {
            return self.types(name, value);
        }
        match value.parse() {
            Ok(place) if name == "value" => self.places(place),
            _ => self.picks(name, value),
        }
    }

    /// Types into the first visible field of this name, in place of what stands there.
    #[track_caller]
    pub fn types(&self, name: &str, text: &str) -> &Self {
        self.fills(
            &format!("//*[(self::input or self::textarea) and @name=\"{name}\"]"),
            text,
        )
    }

    /// Types into the only large text field of the page.
    #[track_caller]
    pub fn types_into_the_editor(&self, text: &str) -> &Self {
        self.fills("//textarea", text)
    }

    #[track_caller]
    fn fills(&self, path: &str, text: &str) -> &Self {
        let Some(element) = self.visible(path) else {
            panic!("{} has no field {path}: {}", self.name, self.text())
        };
        self.must(wait(element.clear()), path);
        self.must(wait(element.send_keys(text)), path);
        self
    }
}
