//! From a deck back to its text: read again, it is the same deck.
//!
//! Settings that have their default are left out, and so is an id that the prompt gives anyway, so
//! that what is written looks like what a person would write.

use super::grammar::word::Word;
use super::grammar::{content, slug};
use super::{Deck, Pace, Part, PhoneResults, QaMode, Question, Slide, Visibility};
use crate::limits::GRACE_SECONDS;

mod ask;
mod inline;
mod scalar;

/// A deck as text.
pub fn text(deck: &Deck) -> String {
    let mut text = format!("---\n{}---\n", front(deck).0);
    for (index, slide) in deck.slides.iter().enumerate() {
        if index > 0 {
            text += "\n---\n";
        }
        let settings = settings(slide, index);
        if settings.0.is_empty() {
            // Without this line a first line such as `note: …` would begin settings.
            text.push('\n');
        } else {
            text += &format!("{}---\n\n", settings.0);
        }
        text += &content(slide);
    }
    text
}

/// Lines of settings.
#[derive(Default)]
struct Settings(String);

impl Settings {
    /// A line, its value ready to be written.
    fn line(&mut self, key: &str, value: impl std::fmt::Display) {
        self.0 += &format!("{key}: {value}\n");
    }

    fn text(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.line(key, scalar::block(text));
        }
    }

    fn number<T: std::fmt::Display>(&mut self, key: &str, number: Option<T>) {
        if let Some(number) = number {
            self.line(key, number);
        }
    }

    /// A number that is not what it is without this line.
    fn number_unless<T: std::fmt::Display + PartialEq>(&mut self, key: &str, number: T, default: T) {
        self.number(key, (number != default).then_some(number));
    }

    fn word<W: Word>(&mut self, key: &str, word: Option<W>) {
        if let Some(word) = word {
            self.line(key, word.word());
        }
    }

    /// A word that is not what it is without this line.
    fn word_unless<W: Word>(&mut self, key: &str, word: W, default: W) {
        self.word(key, (word != default).then_some(word));
    }

    fn yes_unless(&mut self, key: &str, yes: bool, default: bool) {
        if yes != default {
            self.line(key, if yes { "yes" } else { "no" });
        }
    }

    fn list(&mut self, key: &str, texts: &[String]) {
        let texts: Vec<_> = texts.iter().map(|text| scalar::flow(text)).collect();
        self.line(key, format!("[{}]", texts.join(", ")));
    }
}

fn front(deck: &Deck) -> Settings {
    let mut settings = Settings::default();
    settings.text("title", Some(deck.title.as_str()).filter(|title| !title.is_empty()));
    settings.text("language", Some(&deck.language));
    settings.word_unless("qa", deck.qa, QaMode::default());
    if !deck.reactions.is_empty() {
        settings.list("reactions", &deck.reactions);
    }
    settings.text("theme", deck.theme.as_deref());
    settings.word_unless("results", deck.results, Visibility::default());
    settings.word_unless("phones", deck.phones, PhoneResults::default());
    settings.word_unless("pace", deck.pace, Pace::default());
    settings.number_unless("grace", deck.grace, GRACE_SECONDS);
    settings
}

fn settings(slide: &Slide, index: usize) -> Settings {
    let mut settings = Settings::default();
    match &slide.part {
        Part::Content => {}
        Part::Instructions | Part::Leaderboard | Part::Break { .. } => settings.line("show", slide.kind()),
        Part::Question(question) => settings.line("ask", question.ask.kind()),
    }
    if slide.id.as_str() != slug::made(slide.prompt.as_deref(), index) {
        settings.text("id", Some(slide.id.as_str()));
    }
    match &slide.part {
        Part::Content | Part::Instructions | Part::Leaderboard => {}
        Part::Break { minutes, until } => {
            settings.number("minutes", *minutes);
            settings.text("until", until.as_deref());
        }
        Part::Question(question) => question_settings(question, &mut settings),
    }
    settings.word("results", slide.results);
    settings.word("phones", slide.phones);
    if let Some(reactions) = &slide.reactions {
        settings.list("reactions", reactions);
    }
    if let Some(notes) = &slide.notes {
        settings.line("notes", scalar::lines(notes));
    }
    if settings.0.is_empty() && slide.prompt.is_none() && slide.body.is_empty() {
        settings.text("id", Some(slide.id.as_str())); // or it would be an empty slide, which is none
    }
    settings
}

fn question_settings(question: &Question, settings: &mut Settings) {
    ask::settings(&question.ask, settings);
    settings.text("compare", question.compare.as_ref().map(|id| id.as_str()));
    settings.text("split", question.split.as_ref().map(|id| id.as_str()));
    settings.number("countdown", question.countdown);
    settings.yes_unless("change", question.change, true);
    settings.yes_unless("required", question.required, false);
    settings.word("pace", question.pace);
}

/// Heading, picture, text, list; or the list first, if the text would swallow what follows it, as
/// HTML does that is never closed.
fn content(slide: &Slide) -> String {
    let heading = slide.prompt.as_deref().map(|prompt| format!("# {}", inline::heading(prompt)));
    let ask = slide.question().map(|question| &question.ask);
    let picture = ask.and_then(ask::picture).map(inline::image);
    let list = ask.map(|ask| ask::list(ask, slide.heading())).filter(|list| !list.is_empty());
    let body = Some(slide.body.clone()).filter(|body| !body.is_empty());
    let natural = joined([&heading, &picture, &body, &list]);
    if list.is_none() || content::keeps(&natural, picture.is_some(), &slide.body) {
        natural
    } else {
        joined([&list, &heading, &picture, &body])
    }
}

fn joined(parts: [&Option<String>; 4]) -> String {
    let parts: Vec<_> = parts.into_iter().flatten().map(String::as_str).collect();
    if parts.is_empty() { String::new() } else { parts.join("\n\n") + "\n" }
}
