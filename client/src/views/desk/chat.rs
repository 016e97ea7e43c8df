//! The text for the chat of people who take part from elsewhere: address, code and question, to be
//! copied with one press, or by hand.

use leptos::prelude::*;
use shared::code::JoinCode;

use crate::language::Language;
use crate::messages::MessageArgument;
use crate::texts::desk::room::{self as say, RoomTexts};
use crate::ui::multiline::inner_html;

/// What the text is made of.
pub(crate) struct ChatText<'a> {
    /// Where one joins.
    pub join_url: &'a str,
    pub code: &'a JoinCode,
    /// The language of the deck: those who read it may not be whose page this is.
    pub deck_language: &'a str,
    /// The prompt of the question on the stage.
    pub question: Option<&'a str>,
}

impl ChatText<'_> {
    /// The text.
    pub fn text(&self, language: Language) -> String {
        let language = Language::of_tag(self.deck_language).unwrap_or(language);
        let code = self.code.to_string();
        let (code, url) = (
            MessageArgument::Phrase(&code),
            MessageArgument::Phrase(self.join_url),
        );
        match self.question.filter(|question| !question.is_empty()) {
            Some(question) => say::chat_question(language, code, question, url),
            None => say::chat_invitation(language, code, url),
        }
    }

    /// The text in a field from which it can be taken, and the button that copies it where a script
    /// runs; it says so once that is done.
    pub fn section(&self, language: Language, button: CopyButton) -> AnyView {
        let words = RoomTexts::of(language);
        let text = self.text(language);
        let said = match &button {
            CopyButton::Alive { copied } if copied.as_ref() == Some(&text) => words.chat_copied,
            _ => words.chat_copy,
        };
        let lang = Language::of_tag(self.deck_language).map(Language::tag);
        let hidden = button == CopyButton::Hidden;
        view! {
            <section class="section chat">
                <h2><label for="chat">{words.chat}</label></h2>
                <p class="hint" id="chat-hint">{words.chat_hint}</p>
                <textarea
                    class="field"
                    id="chat"
                    rows="4"
                    readonly=true
                    lang=lang
                    dir="auto"
                    aria-describedby="chat-hint"
                    prop:value=text.clone()
                    inner_html=inner_html(&text)
                ></textarea>
                <button
                    class="button quiet"
                    type="button"
                    data-copies="chat"
                    data-copied=words.chat_copied
                    hidden=hidden
                >
                    {said}
                </button>
            </section>
        }
        .into_any()
    }
}

/// The button beside a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CopyButton {
    /// A script shows it.
    Hidden,
    /// The page lives, and has copied that text.
    Alive {
        /// What was copied last.
        copied: Option<String>,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_in_the_language_of_the_deck_and_names_the_question_that_is_on() {
        let code = JoinCode::parse("6978 3439").unwrap();
        let text = |deck_language, question| {
            let text = ChatText {
                join_url: "https://peil.nl/69783439",
                code: &code,
                deck_language,
                question,
            };
            text.text(Language::of_tag("nl").unwrap())
        };
        let at = "https://peil.nl/69783439";
        for (language, question, expected) in [
            ("nl", None, format!("Doe mee op {at} met code 6978 3439.")),
            (
                "nl",
                Some("Wat neem je mee?"),
                format!("Doe mee op {at} met code 6978 3439. Vraag: Wat neem je mee?"),
            ),
            (
                "nl",
                Some(""),
                format!("Doe mee op {at} met code 6978 3439."),
            ),
            ("en", None, format!("Join at {at} with code 6978 3439.")),
            (
                "en",
                Some("What next?"),
                format!("Join at {at} with code 6978 3439. Question: What next?"),
            ),
            ("xx", None, format!("Doe mee op {at} met code 6978 3439.")),
        ] {
            assert_eq!(text(language, question), expected);
        }
    }
}
