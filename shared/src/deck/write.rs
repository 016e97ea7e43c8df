//! From a deck back to its text: read again, it is the same deck.
//!
//! Settings that have their default are left out, and so is an id that the prompt gives anyway, so
//! that what is written looks like what a person would write.

use super::grammar::content;
use super::text::slug;
use super::{
    AnswerPace, Codes, Deck, Groups, NamePolicy, Part, PhoneResults, Profanity, QaMode, Question,
    Slide, Translated, Translation, Visibility, Wifi,
};
use crate::limits::GRACE_SECONDS;
use lines::{ListItem, SettingsWriter};

pub(crate) mod inline;
pub(crate) mod lines;
pub(crate) mod scalar;

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
        slide
            .translations
            .iter()
            .for_each(|translation| text += &translated(slide, translation));
    }
    text
}

fn front(deck: &Deck) -> SettingsWriter {
    let mut lines = SettingsWriter::default();
    lines.text(
        "title",
        Some(deck.title.as_str()).filter(|title| !title.is_empty()),
    );
    for (language, title) in &deck.titles {
        lines.text(&format!("title-{language}"), Some(title));
    }
    lines.text("language", Some(&deck.language));
    lines.list_unless_empty("languages", &deck.languages);
    lines.word_unless("qa", deck.qa, QaMode::default());
    lines.list_unless_empty("reactions", &deck.reactions);
    lines.yes_unless("moderated", deck.moderated, false);
    lines.word_unless("profanity", deck.profanity, Profanity::default());
    match &deck.groups {
        Some(Groups::Count(count)) => lines.line("groups", count),
        Some(Groups::Named(names)) => lines.list("groups", names),
        None => {}
    }
    lines.word_unless("names", deck.names, NamePolicy::default());
    lines.word_unless("codes", deck.codes, Codes::default());
    lines.text("theme", deck.theme.as_deref());
    lines.word_unless("results", deck.results, Visibility::default());
    lines.word_unless("phones", deck.phones, PhoneResults::default());
    lines.word_unless("pace", deck.pace, AnswerPace::default());
    lines.number_unless("grace", deck.grace, GRACE_SECONDS);
    lines
}

fn settings(slide: &Slide, index: usize) -> SettingsWriter {
    let mut lines = SettingsWriter::default();
    match &slide.part {
        Part::Content => {}
        Part::Question(question) => lines.line("ask", question.ask.kind()),
        Part::Instructions { .. }
        | Part::Leaderboard
        | Part::Break { .. }
        | Part::Agenda
        | Part::Results { .. } => lines.line("show", slide.kind()),
    }
    if slide.id.as_str() != slug::unreserved(slide.prompt.as_deref(), index) {
        lines.text("id", Some(slide.id.as_str()));
    }
    lines.text("at", slide.at.as_deref());
    lines.number("minutes", slide.minutes);
    match &slide.part {
        Part::Content | Part::Leaderboard | Part::Agenda => {}
        Part::Instructions { wifi } => wifi
            .iter()
            .for_each(|wifi| lines.line("wifi", network(wifi))),
        Part::Break { minutes, until } => {
            lines.number("minutes", *minutes);
            lines.text("until", until.as_deref());
        }
        Part::Results { question, round } => {
            lines.text("question", Some(question.as_str()));
            lines.number("round", *round);
        }
        Part::Question(question) => question_settings(question, &mut lines),
    }
    slide
        .translations
        .iter()
        .for_each(|translation| translated_settings(translation, &mut lines));
    lines.yes_unless("skip", slide.skip, false);
    lines.word("results", slide.results);
    lines.word("phones", slide.phones);
    if let Some(reactions) = &slide.reactions {
        lines.list("reactions", reactions);
    }
    lines.long_text("notes", slide.notes.as_deref());
    if lines.0.is_empty() && slide.prompt.is_none() && slide.body.is_empty() {
        lines.text("id", Some(slide.id.as_str())); // or it would be an empty slide, which is none
    }
    lines
}

fn network(wifi: &Wifi) -> String {
    let flow = |text: &String| scalar::flow(text);
    lines::map(&[
        ("name", Some(flow(&wifi.name))),
        ("password", wifi.password.as_ref().map(flow)),
    ])
}

fn question_settings(question: &Question, lines: &mut SettingsWriter) {
    question.ask.settings().write(lines);
    lines.text("compare", question.compare.as_ref().map(|id| id.as_str()));
    lines.text("split", question.split.as_ref().map(|id| id.as_str()));
    lines.text("by", question.by_group.then_some("group"));
    lines.text("ghost", question.ghost.as_deref());
    lines.number("countdown", question.countdown);
    lines.yes_unless("change", question.change, true);
    lines.yes_unless("required", question.required, false);
    lines.word("pace", question.pace);
}

fn translated_settings(translation: &Translation, lines: &mut SettingsWriter) {
    for (key, value) in &translation.settings {
        let key = format!("{key}-{}", translation.language);
        match value {
            Translated::Text(text) => lines.text(&key, Some(text)),
            Translated::Texts(texts) => lines.list(&key, texts),
            Translated::Noted { label, note } => {
                let [label, note] = [label, note].map(|text| Some(scalar::flow(text)));
                lines.line(&key, lines::map(&[("label", label), ("note", note)]));
            }
        }
    }
}

/// A slide's text in its first language.
fn content(slide: &Slide) -> String {
    let ask = slide.question().map(|question| question.ask.settings());
    let picture = ask.and_then(|ask| ask.picture()).map(inline::image);
    let list = ask.map(|ask| ask.list(slide.heading())).unwrap_or_default();
    arranged(slide.prompt.as_deref(), picture, &slide.body, &list)
}

/// The same in another one.
fn translated(slide: &Slide, translation: &Translation) -> String {
    if translation.is_without_text() {
        return String::new();
    }
    let list: Vec<_> = translation
        .items
        .iter()
        .map(|item| ListItem::label(item))
        .collect();
    let content = arranged(
        translation.prompt.as_deref(),
        None,
        &translation.body,
        &list,
    );
    let before = if slide.prompt.is_none() && slide.body.is_empty() {
        ""
    } else {
        "\n"
    };
    format!("{before}=== {}\n\n{content}", translation.language)
}

/// Heading, picture, text, list; or the list first, if the text would swallow what follows it, as
/// HTML does that is never closed.
fn arranged(
    prompt: Option<&str>,
    picture: Option<String>,
    body: &str,
    list: &[ListItem<'_>],
) -> String {
    let heading = prompt.map(|prompt| format!("# {}", inline::heading(prompt)));
    let lines: Vec<_> = list.iter().map(ListItem::written).collect();
    let list = Some(lines.join("\n")).filter(|list| !list.is_empty());
    let kept = Some(body.to_owned()).filter(|body| !body.is_empty());
    let natural = joined([&heading, &picture, &kept, &list]);
    if list.is_none() || content::keeps(&natural, picture.is_some(), body) {
        natural
    } else {
        joined([&list, &heading, &picture, &kept])
    }
}

fn joined(parts: [&Option<String>; 4]) -> String {
    let parts: Vec<_> = parts.into_iter().flatten().map(String::as_str).collect();
    if parts.is_empty() {
        String::new()
    } else {
        parts.join("\n\n") + "\n"
    }
}
