//! That participants ask for more time, and the button that gives it, on hosts' pages.

use leptos::prelude::*;
use shared::protocol::view::MoreTime;

use crate::language::Language;
use crate::texts::desk::plurals;
use crate::texts::desk::room::RoomTexts;

/// What a page shows of it while a countdown runs.
pub(crate) struct MoreTimePanel<'a> {
    pub language: Language,
    /// Where the button sends what it does.
    pub action: &'a str,
    /// The number of the control that the page saw last.
    pub after: u64,
    /// The page to come back to, where it is not the one that the address leads to.
    pub back: Option<&'static str>,
    pub asked: Option<&'a MoreTime>,
}

impl MoreTimePanel<'_> {
    /// The row. It is there before anybody asks: what stands below does not move, and what comes
    /// into it is heard.
    pub fn row(&self) -> AnyView {
        let people = self.asked.map(|asked| asked.people);
        let sentence = people.map(|people| plurals::more_time(self.language, people));
        view! {
            <div class="more-time">
                <p role="status">{sentence}</p>
                {self.asked.map(|asked| self.button(asked))}
            </div>
        }
        .into_any()
    }

    fn button(&self, asked: &MoreTime) -> AnyView {
        let back = self
            .back
            .map(|back| view! { <input type="hidden" name="back" value=back /> });
        view! {
            <form method="post" action=self.action.to_owned()>
                <input type="hidden" name="do" value="extend" />
                <input type="hidden" name="after" value=self.after.to_string() />
                <input type="hidden" name="slide" value=asked.question.to_string() />
                {back}
                <button class="button" type="submit">{extension(RoomTexts::of(self.language))}</button>
            </form>
        }
        .into_any()
    }
}

/// How much longer a countdown runs, for the eye and for the ear.
pub(super) fn extension(say: &'static RoomTexts) -> AnyView {
    view! {
        <span aria-hidden="true">{say.extend}</span>
        <span class="visually-hidden">{say.extend_aloud}</span>
    }
    .into_any()
}
