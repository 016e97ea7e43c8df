//! For how long the answers of a room are kept, where that has an end: what goes and when, with
//! what can be saved before; or that it is gone, and what is left.

use leptos::prelude::*;

use crate::language::Language;
use crate::messages::archive::ArchiveTexts;
use crate::texts::desk::date;
use crate::texts::desk::retention::{self as say, RetentionTexts};

/// What is to be said of it. Days are those of where the organiser lives: `2026-12-14`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswersKept {
    /// When the answers go, where that is soon.
    pub until: Option<String>,
    /// Whether that counts from the last thing that happened, since nobody ended the room.
    pub never_ended: bool,
    /// When the first of its forms go, where that is soon and before the answers.
    pub forms_until: Option<String>,
    /// When the answers were erased.
    pub ended: Option<String>,
    pub today: String,
}

impl AnswersKept {
    /// That the answers are gone; nothing while they are there.
    pub fn gone(&self, language: Language) -> Option<String> {
        let day = self.ended.as_ref()?;
        Some(say::answers_ended(language, &self.day(language, day)))
    }

    /// What is going, and when.
    fn going(&self, language: Language) -> Vec<String> {
        let say = RetentionTexts::of(language);
        let answers = self.until.iter();
        let answers = answers.map(|day| say::answers_end(language, &self.day(language, day)));
        let forms = self.forms_until.iter();
        let forms = forms.map(|day| say::forms_end(language, &self.day(language, day)));
        let never = self.never_ended && self.until.is_some();
        let never = never.then(|| say.never_ended.to_owned());
        answers.chain(never).chain(forms).collect()
    }

    fn day(&self, language: Language, day: &str) -> String {
        date::day(language, day, &self.today)
    }
}

/// All of it on the page of that room, with what can be saved; nothing where there is no end.
pub fn note(language: Language, room: &str, kept: &AnswersKept) -> Option<AnyView> {
    if let Some(gone) = kept.gone(language) {
        return Some(
            view! { <p class="notice plain" data-code="answers_ended">{gone}</p> }.into_any(),
        );
    }
    let going = kept.going(language);
    let say = RetentionTexts::of(language);
    let files = [
        ("report.docx", say.as_report),
        ("report.xlsx", say.as_spreadsheet),
        ("report.zip", ArchiveTexts::of(language).download),
    ];
    let link = |(file, words)| {
        let href = format!("/desk/rooms/{room}/{file}");
        view! { <a class="button quiet" href=href>{words}</a> }
    };
    let said = view! {
        <div class="notice" data-code="answers_end">
            <p>{going.join(" ")} " " {say.save_first}</p>
            <p class="actions">{files.map(link).into_iter().collect_view()}</p>
        </div>
    };
    (!going.is_empty()).then(|| said.into_any())
}

/// The same in a list of rooms.
pub(super) fn line(language: Language, kept: &AnswersKept) -> Option<AnyView> {
    let mut said = kept.going(language);
    said.extend(kept.gone(language));
    (!said.is_empty()).then(|| view! { <p class="soft">{said.join(" ")}</p> }.into_any())
}
