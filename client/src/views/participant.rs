//! A participant's page: what the room looks at, as this one phone shows it.
//!
//! Every question is a form that works before and without any script. Knows what it was handed in
//! [`ParticipantState`] and nothing else: no clock, no socket, no storage.

use crate::language::Language;
use crate::phone::{ParticipantState, evaluation};
use crate::texts::phone::phone;
use crate::ui::bidi;
use crate::ui::tag::{Tag, tag, tags};

pub mod answer_text;

mod by_kind;
mod frame;
mod group;
mod idle_page;
mod late;
mod notice;
mod own_pace;
mod page_kind;
mod qa;
mod question;
mod reactions;
mod results;

pub(crate) use own_pace::said_progress;
use page_kind::PageKind;

impl ParticipantState {
    /// The document's title: what is new first, since that is what a screen reader says on arrival.
    pub fn title(&self) -> String {
        let say = phone(self.language);
        let news = match (&self.notice, self.saved) {
            (Some(notice), _) if notice.is_good() => Some(say.saved),
            (Some(_), _) => Some(say.not_saved),
            (None, true) => Some(say.saved),
            (None, false) => None,
        };
        let heading = self.heading();
        let parts = [news, Some(heading.as_str()), Some(self.view.title.as_str())];
        let parts: Vec<&str> = parts
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
        bidi::listed(&parts, " · ")
    }

    /// The page's first heading, or what stands for it.
    pub(crate) fn heading(&self) -> String {
        PageKind::of(self).heading(self)
    }

    /// Whether there is nothing to do on this page but wait: no form, and nothing said that a page
    /// loading itself again would take away.
    pub fn waits(&self) -> bool {
        let form = PageKind::of(self).has_form() || group::is_asked(self);
        self.notice.is_none() && !(form || self.asks_speakers() || self.goes_alone())
    }

    /// Whether nothing comes after what the room looks at, and no question is open any more that it
    /// has left.
    fn is_at_the_end(&self) -> bool {
        let late = self
            .view
            .late
            .iter()
            .any(|slide| !evaluation::is_part(slide));
        self.view.last && (!late || late::late(self).is_none())
    }

    /// The address of the page as the room is now.
    fn here(&self) -> String {
        let here = format!("/{}?seq={}", self.code.digits(), self.seq);
        match &self.shown {
            // It would come by itself again.
            Some(slide) if evaluation::is_part(slide) => format!("{here}&past=evaluation"),
            _ => here,
        }
    }

    /// The deck's language, where it is not the one that the page speaks.
    pub(crate) fn deck_language(&self) -> Option<String> {
        let other = Language::of_tag(&self.view.language) != Some(self.language);
        (other && !self.view.language.is_empty()).then(|| self.view.language.clone())
    }
}

/// The whole page: at first as the server sent it, later as its state becomes.
pub fn page(state: &ParticipantState) -> Tag {
    let page = PageKind::of(state);
    let form = page.has_form() || state.asks_speakers();
    let foot_form = form || group::is_asked(state);
    // Another question is another page: nothing that was typed into one gets into the next.
    let main = frame::main(state, &page).key(page.key());
    let foot = tags![frame::line(state, form), frame::foot(state, foot_form)];
    let around = tags![
        frame::skip_link(state),
        frame::head(state),
        frame::trial(state),
        group::group(state),
        main,
        reactions::reactions(state),
        foot,
        frame::news(state)
    ];
    tag("div").class("page").child(around)
}
