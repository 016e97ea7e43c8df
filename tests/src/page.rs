//! A page as somebody without scripts gets it: its visible text, its forms, its refusal. It sends
//! nothing.

use scraper::{ElementRef, Html, Node, Selector};

use crate::HtmlForm;

/// A page that was read.
pub struct Page {
    source: String,
    document: Html,
}

/// Elements that do not break a line: the words on both sides belong together.
const INLINE: [&str; 20] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "time", "u",
];
const UNSEEN: [&str; 5] = ["head", "script", "style", "template", "title"];

impl Page {
    /// Reads HTML the way a browser with scripts switched off does: what stands in `<noscript>` is
    /// part of the page.
    pub fn read(source: &str) -> Self {
        let without_scripts = source.replace("<noscript>", "").replace("</noscript>", "");
        Self {
            source: source.to_owned(),
            document: Html::parse_document(&without_scripts),
        }
    }

    /// The HTML as it came.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The visible text, with single spaces and without invisible characters.
    pub fn text(&self) -> String {
        text_of(self.document.root_element())
    }

    /// All elements that a CSS selector names.
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector).expect("the selectors in tests are right");
        self.document.select(&selector).collect()
    }

    /// The language that the page says it is in.
    pub fn language(&self) -> String {
        self.document
            .root_element()
            .attr("lang")
            .unwrap_or_default()
            .to_owned()
    }

    /// Whether the page fetches itself again without anybody asking.
    pub fn refreshes(&self) -> bool {
        let is_refresh = |meta: &ElementRef<'_>| {
            meta.attr("http-equiv")
                .is_some_and(|name| name.eq_ignore_ascii_case("refresh"))
        };
        self.all("meta").iter().any(is_refresh)
    }

    /// Whether the page says that what was sent is stored.
    pub fn says_saved(&self) -> bool {
        self.all(".saved")
            .into_iter()
            .map(text_of)
            .any(|text| text.contains("Opgeslagen") || text.contains("Saved"))
    }

    /// The code and the sentence of a refusal.
    pub fn refusal(&self) -> Option<(String, String)> {
        let element = self.all("[data-code]").into_iter().next()?;
        Some((
            element.attr("data-code").unwrap_or_default().to_owned(),
            text_of(element),
        ))
    }

    /// Every form that answers a question, in the order of the page.
    pub fn answer_forms(&self) -> Vec<HtmlForm> {
        self.all(r#"form[action$="/answers"]"#)
            .into_iter()
            .map(|form| HtmlForm::read(&self.document, form))
            .collect()
    }

    /// The HTML of every form that answers a question.
    pub fn answer_forms_source(&self) -> String {
        self.all(r#"form[action$="/answers"]"#)
            .into_iter()
            .map(|form| form.html())
            .collect()
    }

    /// Every form of the page.
    pub fn forms(&self) -> Vec<HtmlForm> {
        self.all("form")
            .into_iter()
            .map(|form| HtmlForm::read(&self.document, form))
            .collect()
    }

    /// The targets of the links of the page.
    pub fn links(&self) -> Vec<String> {
        self.all("a[href]")
            .into_iter()
            .filter_map(|a| a.attr("href").map(str::to_owned))
            .collect()
    }
}

/// The visible text of an element.
fn text_of(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    gather(element, &mut text);
    let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn gather(element: ElementRef<'_>, text: &mut String) {
    let name = element.value().name();
    if UNSEEN.contains(&name) || element.attr("hidden").is_some() {
        return;
    }
    let breaks = !INLINE.contains(&name);
    if breaks {
        text.push(' ');
    }
    for child in element.children() {
        match child.value() {
            Node::Text(words) => text.push_str(words),
            Node::Element(_) => gather(
                ElementRef::wrap(child).expect("an element is an element"),
                text,
            ),
            _ => {}
        }
    }
    if breaks {
        text.push(' ');
    }
}

/// Soft hyphens, zero width joints and the marks that isolate directions.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{2066}'..='\u{2069}'
    )
}

#[cfg(test)]
mod tests {
    use super::Page;

    #[test]
    fn text_is_what_is_seen() {
        let page = Page::read(
            "<html lang=nl><head><title>weg</title><meta http-equiv=refresh content=5></head><body><p>Stel je vraag in \
             <b>Vra<!>gen</b>; wij\u{ad}zer.</p><ul><li>een</li><li>twee</li></ul><script>var geheim</script>\
             <div hidden>verborgen</div></body></html>",
        );
        assert_eq!(page.text(), "Stel je vraag in Vragen; wijzer. een twee");
        assert_eq!(page.language(), "nl");
        assert!(page.refreshes());
    }

    #[test]
    fn a_page_without_scripts_contains_its_noscript() {
        let page = Page::read(
            "<html><head><noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript></head>\
             <body><noscript><p data-code=closed>Deze vraag is gesloten.</p></noscript></body></html>",
        );
        assert!(page.refreshes());
        assert_eq!(
            page.refusal(),
            Some(("closed".into(), "Deze vraag is gesloten.".into()))
        );
    }

    #[test]
    fn saved_is_said_in_its_own_place() {
        assert!(Page::read("<p class=\"state saved\">✓ Opgeslagen</p>").says_saved());
        assert!(!Page::read("<p>Is het al Opgeslagen?</p>").says_saved());
    }
}
