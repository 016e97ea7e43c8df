//! A form as a browser without scripts fills and sends it: only what the page offers can be chosen
//! or typed. What no page offers is sent with `forges`, for the stories about bad input.

use scraper::{ElementRef, Html, Selector};

/// A form, with what is filled in now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HtmlForm {
    /// Where it is sent.
    pub action: String,
    fields: Vec<Field>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Field {
    name: String,
    value: String,
    input: HtmlInput,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum HtmlInput {
    Hidden,
    TextLine { longest: Option<usize> },
    Area { longest: Option<usize> },
    Radio { on: bool },
    Checkbox { on: bool },
    Button { pressed: bool },
}

impl HtmlForm {
    /// Reads a form with everything that belongs to it, also what stands elsewhere and names it.
    pub(crate) fn read(document: &Html, form: ElementRef<'_>) -> Self {
        let action = form.attr("action").unwrap_or_default().to_owned();
        let inputs = Selector::parse("input, textarea, button, select").expect("a right selector");
        let belongs = |input: &ElementRef<'_>| match (input.attr("form"), form.attr("id")) {
            (Some(named), Some(id)) => named == id,
            (Some(_), None) => false,
            (None, _) => input.ancestors().any(|above| above.id() == form.id()),
        };
        let enabled = |input: &ElementRef<'_>| {
            let off = |element: ElementRef<'_>| {
                element.attr("disabled").is_some() && element.value().name() != "form"
            };
            !off(*input) && !input.ancestors().filter_map(ElementRef::wrap).any(off)
        };
        let fields = document
            .select(&inputs)
            .filter(belongs)
            .filter(enabled)
            .filter_map(field_of)
            .collect();
        let mut form = Self { action, fields };
        form.presses_the_first_button();
        form
    }

    /// Whether the form has a field of this name.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|field| field.name == name)
    }

    /// The values that would be sent under this name.
    pub fn filled(&self, name: &str) -> Vec<String> {
        self.sent()
            .filter(|field| field.name == name)
            .map(|field| field.value.clone())
            .collect()
    }

    /// What is offered under this name by radio buttons or checkboxes.
    pub fn offers(&self, name: &str) -> Vec<String> {
        let offered = |field: &&Field| {
            field.name == name
                && matches!(
                    field.input,
                    HtmlInput::Radio { .. } | HtmlInput::Checkbox { .. }
                )
        };
        self.fields
            .iter()
            .filter(offered)
            .map(|field| field.value.clone())
            .collect()
    }

    /// What the buttons of this name stand for.
    pub fn buttons(&self, name: &str) -> Vec<String> {
        let buttons = self
            .fields
            .iter()
            .filter(|field| field.name == name && matches!(field.input, HtmlInput::Button { .. }));
        buttons.map(|field| field.value.clone()).collect()
    }

    /// How many lines or areas to type in there are under this name.
    pub fn lines(&self, name: &str) -> usize {
        self.fields
            .iter()
            .filter(|field| field.name == name && field.input.is_typed())
            .count()
    }

    /// Chooses a radio button or checkbox. A radio button lets go of the others of its name.
    #[track_caller]
    pub fn chooses(&mut self, name: &str, value: &str) -> &mut Self {
        let offered = self.offers(name);
        assert!(
            offered.iter().any(|offer| offer == value),
            "{name}={value} is not offered, only {offered:?}: {self:?}"
        );
        for field in self.fields.iter_mut().filter(|field| field.name == name) {
            let chosen = field.value == value;
            match &mut field.input {
                HtmlInput::Radio { on } => *on = chosen,
                HtmlInput::Checkbox { on } => *on |= chosen,
                _ => {}
            }
        }
        self
    }

    /// Chooses the only checkbox of a name, whatever its value.
    #[track_caller]
    pub fn ticks(&mut self, name: &str) -> &mut Self {
        let offered = self.offers(name);
        let [value] = offered.as_slice() else {
            panic!("{name}: one box to tick, not {offered:?}: {self:?}")
        };
        self.chooses(name, value)
    }

    /// Takes away every tick of a name. Radio buttons stay: nobody can empty those.
    pub fn unticks(&mut self, name: &str) -> &mut Self {
        for field in self.fields.iter_mut().filter(|field| field.name == name) {
            if let HtmlInput::Checkbox { on } = &mut field.input {
                *on = false;
            }
        }
        self
    }

    /// Types one text in each line of a name, and empties the lines that are left.
    #[track_caller]
    pub fn types(&mut self, name: &str, texts: &[&str]) -> &mut Self {
        let room = self.lines(name);
        assert!(
            room >= texts.len(),
            "{} texts for {room} lines of {name}: {self:?}",
            texts.len()
        );
        let mut texts = texts.iter();
        for field in self
            .fields
            .iter_mut()
            .filter(|field| field.name == name && field.input.is_typed())
        {
            let text = texts.next().copied().unwrap_or_default();
            field.input.assert_takes(text);
            text.clone_into(&mut field.value);
        }
        self
    }

    /// Presses another button than the first.
    #[track_caller]
    pub fn presses(&mut self, name: &str, value: &str) -> &mut Self {
        let mut found = false;
        for field in &mut self.fields {
            let wanted = field.name == name && field.value == value;
            if let HtmlInput::Button { pressed } = &mut field.input {
                *pressed = wanted;
                found |= wanted;
            }
        }
        assert!(found, "no button {name}={value}: {self:?}");
        self
    }

    /// Puts in what no page offers: every field of the name is replaced by these values.
    pub fn forges(&mut self, name: &str, values: &[&str]) -> &mut Self {
        self.fields.retain(|field| field.name != name);
        let forged = |value: &&str| Field {
            name: name.into(),
            value: (*value).into(),
            input: HtmlInput::Hidden,
        };
        self.fields.extend(values.iter().map(forged));
        self
    }

    /// The form once for each of its buttons, pressed. A form without buttons is sent as it is.
    pub fn once_for_each_button(&self) -> Vec<Self> {
        let buttons: Vec<usize> = (0..self.fields.len())
            .filter(|at| matches!(self.fields[*at].input, HtmlInput::Button { .. }))
            .collect();
        if buttons.is_empty() {
            return vec![self.clone()];
        }
        let pressed = |wanted: &usize| {
            let mut form = self.clone();
            for (at, field) in form.fields.iter_mut().enumerate() {
                if let HtmlInput::Button { pressed } = &mut field.input {
                    *pressed = at == *wanted;
                }
            }
            form
        };
        buttons.iter().map(pressed).collect()
    }

    /// The body as a browser sends it, `application/x-www-form-urlencoded`.
    pub fn body(&self) -> String {
        let mut body = form_urlencoded::Serializer::new(String::new());
        for field in self.sent() {
            body.append_pair(&field.name, &as_typed(&field.value));
        }
        body.finish()
    }

    fn sent(&self) -> impl Iterator<Item = &Field> {
        self.fields
            .iter()
            .filter(|field| !field.name.is_empty() && field.input.is_sent())
    }

    fn presses_the_first_button(&mut self) {
        let first = self
            .fields
            .iter_mut()
            .find_map(|field| match &mut field.input {
                HtmlInput::Button { pressed } => Some(pressed),
                _ => None,
            });
        if let Some(pressed) = first {
            *pressed = true;
        }
    }
}

impl HtmlInput {
    fn is_typed(&self) -> bool {
        matches!(self, Self::TextLine { .. } | Self::Area { .. })
    }

    fn is_sent(&self) -> bool {
        match self {
            Self::Hidden | Self::TextLine { .. } | Self::Area { .. } => true,
            Self::Radio { on } | Self::Checkbox { on } => *on,
            Self::Button { pressed } => *pressed,
        }
    }

    /// A browser stops taking characters at `maxlength`, counted in UTF-16 units.
    #[track_caller]
    fn assert_takes(&self, text: &str) {
        if let Self::TextLine {
            longest: Some(longest),
        }
        | Self::Area {
            longest: Some(longest),
        } = self
        {
            let length = text.encode_utf16().count();
            assert!(
                length <= *longest,
                "a browser would not let anybody type {length} of {longest}: {text:?}"
            );
        }
    }
}

fn field_of(input: ElementRef<'_>) -> Option<Field> {
    let name = input.attr("name").unwrap_or_default().to_owned();
    let value = input.attr("value").map(str::to_owned);
    let on = input.attr("checked").is_some();
    let longest = input
        .attr("maxlength")
        .and_then(|length| length.parse().ok());
    let kind = input.attr("type").unwrap_or_default().to_ascii_lowercase();
    let (input, value) = match (input.value().name(), kind.as_str()) {
        ("textarea", _) => (HtmlInput::Area { longest }, input.text().collect()),
        ("button", "button" | "reset") | ("input", "button" | "reset" | "image" | "file") => {
            return None;
        }
        ("button", _) | ("input", "submit") => (
            HtmlInput::Button { pressed: false },
            value.unwrap_or_default(),
        ),
        ("input", "hidden") => (HtmlInput::Hidden, value.unwrap_or_default()),
        ("input", "radio") => (
            HtmlInput::Radio { on },
            value.unwrap_or_else(|| "on".into()),
        ),
        ("input", "checkbox") => (
            HtmlInput::Checkbox { on },
            value.unwrap_or_else(|| "on".into()),
        ),
        ("select", _) => (HtmlInput::Hidden, selected(input)),
        _ => (HtmlInput::TextLine { longest }, value.unwrap_or_default()),
    };
    Some(Field { name, value, input })
}

fn selected(select: ElementRef<'_>) -> String {
    let options = Selector::parse("option").expect("a right selector");
    let chosen = select
        .select(&options)
        .find(|option| option.attr("selected").is_some());
    let option = chosen.or_else(|| select.select(&options).next());
    option
        .and_then(|option| option.attr("value"))
        .unwrap_or_default()
        .to_owned()
}

/// Browsers send every line break as CR LF.
fn as_typed(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}

#[cfg(test)]
mod tests {
    use crate::{HtmlForm, Page};

    const PAGE: &str = r#"<form id=f action="/89145348/answers" method=post>
        <input type=hidden name=question value=kennis>
        <input type=radio name=option value=1> <input type=radio name=option value=2 checked>
        <input type=checkbox name=skip-1 value=on>
        <input name=entry value="één"><input name=entry maxlength=4>
        <textarea name=text>regel 1
regel 2</textarea>
        <fieldset disabled><input name=uit value=x></fieldset>
        <button>Verstuur</button><button name=down value=7>Terug</button></form>
        <input type=hidden name=seq value=41 form=f>"#;

    fn form() -> HtmlForm {
        Page::read(PAGE).answer_forms().remove(0)
    }

    #[test]
    fn a_form_is_sent_as_a_browser_sends_it() {
        assert_eq!(
            form().body(),
            "question=kennis&option=2&entry=%C3%A9%C3%A9n&entry=&text=regel+1%0D%0Aregel+2&seq=41"
        );
    }

    #[test]
    fn choosing_typing_and_pressing_change_what_is_sent() {
        let mut form = form();
        form.chooses("option", "1")
            .ticks("skip-1")
            .types("entry", &["a", "b"])
            .types("text", &[""])
            .presses("down", "7");
        assert_eq!(
            form.body(),
            "question=kennis&option=1&skip-1=on&entry=a&entry=b&text=&down=7&seq=41"
        );
        form.unticks("skip-1").forges("option", &["9", "x"]);
        assert_eq!(form.filled("option"), ["9", "x"]);
        assert!(form.filled("skip-1").is_empty());
    }

    #[test]
    fn what_a_page_does_not_offer_cannot_be_done() {
        for impossible in [
            (|form| form.chooses("option", "3")) as fn(&mut HtmlForm) -> &mut HtmlForm,
            |form| form.types("entry", &["a", "b", "c"]),
            |form| form.types("entry", &["a", "te lang"]),
            |form| form.presses("down", "8"),
        ] {
            let tried = std::panic::catch_unwind(|| impossible(&mut form()).body());
            assert!(tried.is_err(), "{tried:?}");
        }
    }
}
