//! The questions to the speakers on the pages of hosts: a page of their own, for moderators and for
//! speakers, and the first of them beside everything else on the console.
//!
//! Each row has forms of its own, so that all of it works without scripts.

use leptos::prelude::*;
use shared::host::HostRole;
use shared::protocol::view::{HostQa, QaQuestion, QaState};

use crate::language::Language;
use crate::texts::desk::moderating::{self, ModeratingTexts};
use crate::texts::desk::questions::QuestionsTexts;
use crate::texts::desk::room::RoomTexts;
use crate::views::desk::clock;
use crate::views::desk::moderating::seen_questions::SeenQuestion;
use crate::views::desk::pages::pages;
use crate::views::desk::remote::live::RemoteLiveState;
use crate::views::desk::remote::{RemoteState, held, status};
use crate::views::stage::pace::Pace;

mod fields;
mod row;

pub mod press;

/// The whole page, as it changes.
#[component]
pub fn QuestionsPage(
    state: ArcRwSignal<RemoteState>,
    live: ArcRwSignal<RemoteLiveState>,
) -> impl IntoView {
    move || page(&state.read(), &live.read())
}

fn page(state: &RemoteState, live: &RemoteLiveState) -> AnyView {
    let (say, room) = (
        QuestionsTexts::of(state.language),
        RoomTexts::of(state.language),
    );
    let list = QuestionList {
        state,
        live,
        back: "qa",
        limit: usize::MAX,
    };
    let here = format!("/rooms/{}/qa", state.room);
    let again = (!live.host.alive).then(
        || view! { <p class="actions"><a class="button quiet" href=here>{room.reload}</a></p> },
    );
    let ended = state.view.has_ended();
    let speaks = state.role == HostRole::Speaker;
    let role = if speaks {
        say.speakers
    } else {
        ModeratingTexts::of(state.language).moderator
    };
    let inside = view! {
        <div class="about">
            <p class="soft">{role}</p>
            {ended.then(|| view! { <p class="soft">{room.over}</p> })}
            {now(state)}
        </div>
        <h1>{say.heading}</h1>
        {speaks.then(|| clock(state, live))}
        {list.finder()}
        {list.section()}
        {again}
    };
    held(state, live, None, inside.into_any())
}

/// Where the room is, in a line.
fn now(state: &RemoteState) -> Option<AnyView> {
    let slide = state.slide()?;
    let status = status(state.language, &state.view, slide);
    let place = super::remote::place(state, slide);
    Some(
        view! { <p class="soft">{place} ": " <bdi>{slide.prompt.clone()}</bdi></p> {status} }
            .into_any(),
    )
}

/// What a speaker goes by: the time of day, the next part of the agenda, and how long it lasts.
fn clock(state: &RemoteState, live: &RemoteLiveState) -> AnyView {
    let now = live.host.now.unwrap_or(state.now);
    let clock = live.clock.as_ref().unwrap_or(&state.clock);
    let entries = clock::entries(state.language, clock, state.view.next_part.as_ref());
    let figures = Pace::of(&state.view).figures(state.language, now);
    let figures: Vec<_> = figures
        .into_iter()
        .map(|(name, figure)| view! { <div><dt>{name}</dt><dd>{figure}</dd></div> })
        .collect();
    view! { <dl class="counts">{entries} {figures}</dl> }.into_any()
}

/// A list of them, on the page that its forms come back to.
#[derive(Clone, Copy)]
pub struct QuestionList<'a> {
    pub state: &'a RemoteState,
    pub live: &'a RemoteLiveState,
    pub back: &'static str,
    /// How many rows it has at most.
    pub limit: usize,
}

impl QuestionList<'_> {
    /// The rows, what came since, and below them what is done with several.
    pub fn section(self) -> AnyView {
        let say = QuestionsTexts::of(self.state.language);
        let Some(qa) = &self.state.view.qa else {
            return view! { <p class="soft">{say.no_list}</p> }.into_any();
        };
        let seen = self.live.moderation.questions.rows(&qa.list);
        let empty = seen
            .is_empty()
            .then(|| view! { <p class="soft">{say.none}</p> });
        let rows: Vec<_> = seen
            .iter()
            .take(self.limit)
            .map(|row| self.row(row))
            .collect();
        let several = self.moderates() && seen.len() > 1;
        view! {
            <div class="moderating questions">
                <div class="over">{self.count(qa)} {self.came(qa)}</div>
                {empty}
                <ul role="list" class="items">{rows}</ul>
                {several.then(|| self.bar(&seen))}
                {self.beyond(qa, seen.len())}
                {self.moderates().then(|| self.typed_in())}
            </div>
        }
        .into_any()
    }

    /// How many wait; on the console that stands beside the way here.
    fn count(self, qa: &HostQa) -> Option<AnyView> {
        (qa.waiting > 0 && self.back == "qa").then(|| {
            let waits = moderating::waits(self.state.language, qa.waiting as usize);
            view! { <p><b class="waits">{waits}</b></p> }.into_any()
        })
    }

    /// What came while somebody was at work among them: it would push away what they point at.
    fn came(self, qa: &HostQa) -> Option<AnyView> {
        let seen = &self.live.moderation.questions;
        let count = seen.waiting(&qa.list);
        // A field keeps its place until it is sent or folded.
        (count > 0 && !seen.is_written_in()).then(|| {
            let words = moderating::waiting(self.state.language, count);
            view! {
                <form class="asked" method="post" action=self.action()>
                    <button class="button quiet small" type="submit" name="show" value="new">{words}</button>
                </form>
            }
            .into_any()
        })
    }

    /// The way to those that do not stand here.
    fn beyond(self, qa: &HostQa, shown: usize) -> Option<AnyView> {
        let say = QuestionsTexts::of(self.state.language);
        if let Some(list) = &self.state.list {
            return pages(self.state.language, &list.pages, say.heading);
        }
        let more = qa.listed as usize > shown.min(self.limit);
        let there = format!("/rooms/{}/qa", self.state.room);
        let there = if self.back == "qa" {
            format!("{there}?page=2")
        } else {
            there
        };
        more.then(|| {
            let words = if self.back == "qa" { say.more } else { say.all };
            view! { <p class="all"><a href=there>{words}</a></p> }.into_any()
        })
    }

    /// A field to look for one, among all that there are.
    fn finder(self) -> Option<AnyView> {
        let qa = self.state.view.qa.as_ref()?;
        let words = ModeratingTexts::of(self.state.language);
        let find = self.state.list.as_ref();
        let find = find.map(|list| list.find.clone()).unwrap_or_default();
        let wanted =
            !find.is_empty() || qa.listed > qa.list.len() as u64 || self.state.list.is_some();
        wanted.then(|| {
            view! {
                <form class="finder" method="get" action=self.action() role="search">
                    <label for="find">{words.find}</label>
                    <input class="field" id="find" name="find" type="search" value=find maxlength="100" autocomplete="off" />
                    <button class="button quiet small" type="submit">{words.find_it}</button>
                </form>
            }
            .into_any()
        })
    }

    fn moderates(self) -> bool {
        self.state.role != HostRole::Speaker
    }

    fn action(self) -> String {
        format!("/rooms/{}/qa", self.state.room)
    }

    fn language(self) -> Language {
        self.state.language
    }
}

/// What stands beside a question, and how it looks.
fn state_word(say: &'static QuestionsTexts, state: QaState) -> (&'static str, &'static str) {
    match state {
        QaState::Waiting => ("state open", say.waiting),
        QaState::Listed => ("state", say.listed),
        QaState::Chosen => ("state live", say.chosen),
        QaState::Answered => ("state closed", say.answered),
        QaState::Refused => ("state closed", say.refused),
    }
}

/// Which of several is named in a choice.
fn named(question: &QaQuestion) -> String {
    question.text.clone()
}

fn is_open(row: &SeenQuestion) -> bool {
    !row.gone && row.question.state != QaState::Refused
}
