//! Whole documents: a view of ours inside the HTML that a browser needs around it.
//!
//! Nothing here is inline that a strict content security policy would have to allow: no script, no
//! style. Knows no request and no room.

use shared::code::JoinCode;

use crate::hydration::{render, state_json};
use crate::language::Language;
use crate::phone::ParticipantState;
use crate::texts::desk::after_page::AfterPageTexts;
use crate::texts::desk::tablets::TabletsTexts;
use crate::ui::bidi;
use crate::views::after_page::{
    AfterPage, AfterPageView, AfterPageViewProps, NoAfterPage, NoAfterPageView,
    NoAfterPageViewProps,
};
use crate::views::join::{JoinPage, JoinPageProps, StartNotice};
use crate::views::message::{MessagePage, MessagePageProps, PageMessage};
use crate::views::participant;
use crate::views::tablet::{self, TabletMessage, TabletPage};

pub mod host;
pub mod mail;
pub mod report;

#[cfg(test)]
mod tests;

/// The id of the element that a page's view is in: the body itself, so that styles reach the view
/// without a box between them, unless something stands below it.
pub const BODY_ID: &str = "page";

/// After how many seconds a waiting page loads itself again.
const REFRESH_SECONDS: u32 = 5;

/// Where a page's stylesheet, script and icon are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// The stylesheet's address.
    pub css: String,
    /// The script module's address, where the page has one.
    pub script: Option<String>,
    /// The addresses of the sentences that the script needs, one for each language; none where it
    /// needs none.
    pub texts: Vec<(Language, String)>,
    /// The icon's address.
    pub favicon: String,
}

/// A document around a view.
#[derive(Debug)]
pub struct HtmlDocument<'a> {
    pub assets: &'a Assets,
    pub language: Language,
    /// Not escaped yet.
    pub title: &'a str,
    /// Class of the body; may be empty.
    pub class: &'a str,
    /// After how many seconds the page loads itself again, where there is nothing to do on it but
    /// wait.
    pub refresh_seconds: Option<u32>,
    /// Where it goes with that; nothing stays at its address. Not escaped yet.
    pub refresh_to: Option<String>,
    /// What [`state_json`] gave, for pages that come alive.
    pub state: Option<String>,
    /// What [`render`] gave.
    pub body: String,
    /// What stands below the view and does not come alive with it. The view is in a box of its own
    /// then.
    pub below: Option<String>,
}

/// The start page, with what was typed still in the field.
pub fn start(
    assets: &Assets,
    language: Language,
    notice: Option<StartNotice>,
    typed: &str,
) -> String {
    let props = JoinPageProps {
        language,
        notice,
        typed: typed.to_owned(),
    };
    let title = crate::texts::phone::phone(language).start_title;
    still(assets, language, title, "", render(|| JoinPage(props)))
}

/// A participant's page.
pub fn participant(assets: &Assets, state: &ParticipantState) -> String {
    let document = HtmlDocument {
        assets,
        language: state.language,
        title: &state.title(),
        class: "",
        refresh_seconds: state.waits().then_some(REFRESH_SECONDS),
        refresh_to: None,
        state: Some(state_json(state)),
        body: participant::page(state).into_html(),
        below: None,
    };
    document.html()
}

/// A participant's page on a tablet that a table shares, without scripts.
pub fn at_tablet(assets: &Assets, state: &ParticipantState, at: &TabletPage) -> String {
    let document = HtmlDocument {
        assets,
        language: state.language,
        title: &state.title(),
        class: "",
        refresh_seconds: state.waits().then_some(REFRESH_SECONDS),
        refresh_to: None,
        state: None,
        body: tablet::page(state, at).into_html(),
        below: None,
    };
    document.html()
}

/// What a tablet says that asks nothing. It looks again by itself where there is nothing to press,
/// and where it is told that something else may come.
pub fn tablet_message(
    assets: &Assets,
    language: Language,
    code: &JoinCode,
    message: &TabletMessage,
    again: Option<String>,
) -> String {
    let full = matches!(message, TabletMessage::Full);
    let heading = TabletsTexts::of(language).heading;
    let document = HtmlDocument {
        assets,
        language,
        title: &format!("{heading} · peil"),
        class: "",
        refresh_seconds: (full || again.is_some()).then_some(REFRESH_SECONDS),
        refresh_to: again,
        state: None,
        body: tablet::message(language, code, message).into_html(),
        below: None,
    };
    document.html()
}

/// What a page of a tablet has in itself: the way to what is to be done now, once there is such. It
/// looks again by itself, and takes nothing away of what somebody types around it.
pub fn tablet_news(assets: &Assets, language: Language, to: Option<String>) -> String {
    let document = HtmlDocument {
        assets,
        language,
        title: TabletsTexts::of(language).news,
        class: "tablet-news",
        refresh_seconds: Some(REFRESH_SECONDS),
        refresh_to: None,
        state: None,
        body: tablet::news(language, to).into_html(),
        below: None,
    };
    document.html()
}

/// A page that says one thing. The page of a visitor before a room looks again by itself, with or
/// without scripts.
pub fn message(assets: &Assets, language: Language, message: &PageMessage) -> String {
    let props = MessagePageProps {
        language,
        page: message.clone(),
    };
    let heading = crate::texts::phone::message::message(language, message.what).heading;
    let at_the_entrance = message.what.is_at_the_entrance();
    let document = HtmlDocument {
        assets,
        language,
        title: &format!("{heading} · peil"),
        class: "",
        refresh_seconds: at_the_entrance.then_some(REFRESH_SECONDS),
        refresh_to: None,
        // It shows nothing else as long as it waits: the script only looks whether that is over.
        state: at_the_entrance.then(|| "null".to_owned()),
        body: render(|| MessagePage(props)),
        below: None,
    };
    document.html()
}

/// The page on which people read afterwards what came out of a room.
pub fn after_page(assets: &Assets, page: &AfterPage) -> String {
    let props = AfterPageViewProps { page: page.clone() };
    let title = format!("{} · peil", bidi::name(&page.title));
    let body = render(|| AfterPageView(props));
    still(assets, page.language, &title, "after-page", body)
}

/// What is said where there is no such page to see.
pub fn no_after_page(assets: &Assets, language: Language, why: &NoAfterPage) -> String {
    let say = AfterPageTexts::of(language);
    let heading = match why {
        NoAfterPage::NotYet => say.not_yet_heading,
        NoAfterPage::Closed { .. } => say.closed_heading,
    };
    let props = NoAfterPageViewProps {
        language,
        why: why.clone(),
    };
    let title = format!("{heading} · peil");
    let body = render(|| NoAfterPageView(props));
    still(assets, language, &title, "after-page", body)
}

/// A page that stays as the server made it.
fn still(assets: &Assets, language: Language, title: &str, class: &str, body: String) -> String {
    HtmlDocument {
        assets,
        language,
        title,
        class,
        refresh_seconds: None,
        refresh_to: None,
        state: None,
        body,
        below: None,
    }
    .html()
}

impl HtmlDocument<'_> {
    /// The whole document. Nothing stands between the body's start and the view: hydration counts
    /// on the view being the first there is.
    pub fn html(&self) -> String {
        let class = if self.class.is_empty() {
            String::new()
        } else {
            format!(" class=\"{}\"", escaped(self.class))
        };
        let body = match &self.below {
            None => format!("<body id=\"{BODY_ID}\"{class}>{}", self.body),
            Some(below) => format!(
                "<body{class}><div id=\"{BODY_ID}\">{}</div>{below}",
                self.body
            ),
        };
        format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\"{direction}>\n<head>\n{head}</head>\n{body}{tail}</body></html>",
            lang = self.language.tag(),
            direction = self
                .language
                .direction()
                .map(|direction| format!(" dir=\"{direction}\""))
                .unwrap_or_default(),
            head = self.head(),
            tail = self.tail(),
        )
    }

    fn head(&self) -> String {
        let to = self
            .refresh_to
            .as_deref()
            .map(|to| format!("; url={}", escaped(to)))
            .unwrap_or_default();
        let refresh = self
            .refresh_seconds
            .map(|seconds| format!("<meta http-equiv=\"refresh\" content=\"{seconds}{to}\">\n"));
        // A page with a state comes alive and follows the room by its script.
        let refresh = match (refresh, self.state.is_some()) {
            (None, _) => String::new(),
            (Some(refresh), false) => refresh,
            (Some(refresh), true) => format!("<noscript>{}</noscript>\n", refresh.trim_end()),
        };
        format!(
            "<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, interactive-widget=resizes-content\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <meta name=\"theme-color\" media=\"(prefers-color-scheme: light)\" content=\"#FAF8F4\">\n\
             <meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"#0F141B\">\n\
             {refresh}<title>{title}</title>\n\
             {css}{favicon}",
            title = escaped(self.title),
            css = link("rel=\"stylesheet\"", &self.assets.css),
            favicon = link("rel=\"icon\" type=\"image/svg+xml\"", &self.assets.favicon),
        )
    }

    /// The state and the script come after the view: a slow line shows the question first.
    fn tail(&self) -> String {
        let id = crate::hydration::STATE_ID;
        let [texts, early] = self.texts();
        let state = self.state.as_ref().map(|json| {
            format!("<script type=\"application/json\" id=\"{id}\"{texts}>{json}</script>{early}")
        });
        // Without a state there is nothing to bring to life.
        let script = self
            .assets
            .script
            .as_deref()
            .filter(|_| self.state.is_some())
            .map(escaped);
        let script = script.map(|src| format!("<script type=\"module\" src=\"{src}\"></script>"));
        [state, script].into_iter().flatten().collect()
    }

    /// Where the script finds the sentences of the page's language, and the line that has the
    /// browser fetch them while it still loads the script.
    fn texts(&self) -> [String; 2] {
        let address = self
            .assets
            .texts
            .iter()
            .find(|(language, _)| *language == self.language);
        let Some(address) = address.map(|(_, address)| escaped(address)) else {
            return Default::default();
        };
        [
            format!(" {}=\"{address}\"", crate::hydration::TEXTS),
            format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{address}\">"),
        ]
    }
}

/// A link to an asset; nothing where the binary was built without it.
fn link(attributes: &str, address: &str) -> String {
    if address.is_empty() {
        String::new()
    } else {
        format!("<link {attributes} href=\"{}\">\n", escaped(address))
    }
}

/// Text for an attribute or an element's text.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
