//! The list of words or answers that can be approved, hidden, merged and put back: on the
//! moderator's page, and shorter on the remote.
//!
//! One form, whose buttons name what they are about, so that all of it works without scripts.

use leptos::prelude::*;
use shared::ids::{RoomId, SlideId};
use shared::protocol::view::{HostView, Moderable, QuestionView};

use crate::kinds::{self, Moderates};
use crate::language::Language;
use crate::texts::desk::moderating::{self as say, ModeratingTexts};
use crate::views::stage::host_request::question;

use live::ModerationLiveState;
use seen::SeenRows;
use whole_list::WholeList;

mod bar;
mod row;

pub mod live;
pub mod moderation_request;
pub mod seen;
pub mod seen_questions;
pub mod suggested;
pub mod whole_list;

/// A list as it is shown.
#[derive(Clone, Copy)]
pub struct Moderating<'a> {
    pub language: Language,
    pub room: &'a RoomId,
    pub view: &'a HostView,
    /// Whether scripts run.
    pub alive: bool,
    pub live: &'a ModerationLiveState,
    /// The page that the form comes back to.
    pub back: &'static str,
    /// How many of the newest it shows.
    pub limit: usize,
    /// Which part of a whole list it shows, where it is one.
    pub list: Option<&'a WholeList>,
}

impl Moderating<'_> {
    /// The list, where people type something.
    pub fn list(self) -> Option<AnyView> {
        let (slide, asked) = question(self.view)?;
        let items = asked.moderable.as_ref()?;
        let words = ModeratingTexts::of(self.language);
        let (waiting, rest) = self.live.seen.parts(items);
        let empty = (waiting.is_empty() && rest.is_empty())
            .then(|| view! { <p class="soft">{words.nothing}</p> });
        let left = self.limit - waiting.len().min(self.limit);
        let seen =
            (!waiting.is_empty() && !rest.is_empty()).then(|| view! { <h3>{words.the_rest}</h3> });
        let waiting = self.held(slide, asked, &waiting);
        let rows = self.rows(asked, &rest, left, false);
        Some(
            view! {
                <form class="moderating" method="post" action=self.action()>
                    // Enter in a tick would press the first button of the form, which is a row's.
                    // This one can't be pressed.
                    <button type="submit" hidden disabled></button>
                    <div class="over">
                        <h2>{if are_answers(asked) { words.answers } else { words.words }}</h2>
                        {self.waiting(items)}
                    </div>
                    {self.about(slide, asked)}
                    {empty}
                    {waiting}
                    {seen}
                    <ul role="list" class="items">{rows}</ul>
                    {self.bar(items)}
                </form>
            }
            .into_any(),
        )
    }

    /// What waits, before everything else.
    fn held(self, slide: &SlideId, asked: &QuestionView, rows: &SeenRows<'_>) -> Option<AnyView> {
        let counts = &self.view.waits;
        let count = counts.iter().find(|held| held.question == *slide);
        let heading = say::waits(
            self.language,
            count.map_or(rows.len(), |held| held.count as usize),
        );
        let rows = (!rows.is_empty()).then(|| self.rows(asked, rows, self.limit, true))?;
        Some(view! { <h3>{heading}</h3><ul role="list" class="items">{rows}</ul> }.into_any())
    }

    fn rows(
        self,
        asked: &QuestionView,
        rows: &SeenRows<'_>,
        limit: usize,
        waited: bool,
    ) -> Vec<AnyView> {
        let row = |item: &Option<&Moderable>| {
            item.map_or_else(|| self.gone(), |item| self.row(asked, item, waited))
        };
        rows.iter().take(limit).map(row).collect()
    }

    /// Whether what comes waits for the moderator, and the switch for it; where people type texts.
    pub fn hold(self) -> Option<AnyView> {
        let (slide, asked) = question(self.view).filter(|(_, asked)| asked.moderable.is_some())?;
        let words = ModeratingTexts::of(self.language);
        let (state, value, action) = if asked.holds {
            (words.hold_on, "off", words.turn_off)
        } else {
            (words.hold_off, "on", words.turn_on)
        };
        Some(
            view! {
                <form class="hold" method="post" action=self.action()>
                    {self.about(slide, asked)}
                    <p class="soft">{state}</p>
                    <button class="button quiet small" type="submit" name="hold" value=value>{action}</button>
                </form>
            }
            .into_any(),
        )
    }

    /// A field for a word that is to stay hidden whoever gives it; where people give words.
    pub fn ahead(self) -> Option<AnyView> {
        let (slide, asked) = question(self.view)?;
        let length = kinds::hidden_ahead(&asked.input)?;
        let words = ModeratingTexts::of(self.language);
        Some(
            view! {
                <form class="ahead" method="post" action=self.action()>
                    {self.about(slide, asked)}
                    <label for="ahead">{words.ahead}</label>
                    <p class="hint" id="ahead-hint">{words.ahead_hint}</p>
                    <div class="actions">
                        <input
                            class="field"
                            id="ahead"
                            name="hide"
                            type="text"
                            required
                            maxlength=length.to_string()
                            autocomplete="off"
                            autocapitalize="off"
                            aria-describedby="ahead-hint"
                        />
                        <button class="button quiet" type="submit">{words.hide}</button>
                    </div>
                </form>
            }
            .into_any(),
        )
    }

    fn action(self) -> String {
        format!("/rooms/{}/moderate", self.room)
    }

    /// What every form of the list says by itself.
    fn about(self, slide: &SlideId, asked: &QuestionView) -> AnyView {
        let of = if are_answers(asked) { "answer" } else { "word" };
        view! {
            <input type="hidden" name="of" value=of />
            <input type="hidden" name="question" value=slide.to_string() />
            <input type="hidden" name="back" value=self.back />
            {self.place_in_list()}
        }
        .into_any()
    }

    /// What came while somebody was at work in the list: it would push away what they point at.
    fn waiting(self, items: &[Moderable]) -> Option<AnyView> {
        let count = self.live.seen.waiting(items);
        (count > 0).then(|| {
            view! {
                <p role="status">
                    <button class="button quiet small" type="submit" name="show" value="new">
                        {say::waiting(self.language, count)}
                    </button>
                </p>
            }
            .into_any()
        })
    }
}

fn are_answers(asked: &QuestionView) -> bool {
    kinds::moderates(&asked.input) == Moderates::Answers
}
