//! The projected page: how to join, the prompt, what the room thinks, how many did.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use shared::code::JoinCode;
use shared::ids::{Millis, RoomId};
use shared::protocol::view::{HostView, PartView, QuestionView, Screen, SlideView, StageQa};

use crate::language::Language;
use crate::texts::desk::trial::TrialTexts;
use crate::ui::bidi;

pub mod choosing;
mod chosen;
mod content;
mod figure_data;
pub mod figure_pages;
mod footer;
mod head;
pub mod host_request;
pub mod keys;
pub mod leading;
pub mod live;
pub mod overlay;
pub mod pace;
pub mod pages;
mod question;
pub mod reactions;
pub mod request_queue;
mod speakers;
pub mod split;
mod strip;
#[cfg(test)]
mod tests;
pub mod time;
pub mod undo;

use head::Joining;
use live::StageLiveState;
use pages::TurnedPage;

/// Everything that a stage is made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StageState {
    pub language: Language,
    /// The room's name, by which it is followed and driven.
    pub room: RoomId,
    /// Whether this page may move the room on.
    pub controls: bool,
    pub code: JoinCode,
    /// Host, and port if it needs one, as people type it.
    pub address: String,
    /// The QR code of the join address, as SVG.
    pub qr_svg: String,
    pub seq: u64,
    pub view: HostView,
    /// After how many seconds the page loads itself again; none when there is nothing to come.
    pub refresh_seconds: Option<u32>,
    /// How far what does not fit on one page has been turned; see [`StageState::turned_to`].
    #[serde(default)]
    pub turn: u32,
    /// The server's time when it made this.
    #[serde(default)]
    pub now: Millis,
}

/// What a stage shows at a moment.
enum StageContent<'a> {
    Joining,
    Blank,
    Ended,
    Slide(&'a SlideView),
    Pause(Pause<'a>),
    Later(&'a SlideView),
    Question(&'a SlideView, &'a QuestionView),
    Speakers(&'a SlideView, &'a StageQa),
}

/// A break on the stage.
struct Pause<'a> {
    slide: &'a SlideView,
    minutes: Option<u32>,
    until: Option<&'a str>,
    began: Millis,
}

impl StageState {
    /// The body's classes.
    pub fn class(&self) -> &'static str {
        match self.shown_content() {
            StageContent::Joining => "stage joining",
            StageContent::Blank => "stage blank",
            StageContent::Question(..) | StageContent::Speakers(..) => "stage",
            _ => "stage content",
        }
    }

    /// The document's title.
    pub fn title(&self) -> String {
        let heading = match self.shown_content() {
            StageContent::Slide(slide)
            | StageContent::Pause(Pause { slide, .. })
            | StageContent::Later(slide)
            | StageContent::Question(slide, _)
            | StageContent::Speakers(slide, _) => slide.prompt.clone(),
            StageContent::Joining | StageContent::Ended | StageContent::Blank => String::new(),
        };
        if heading.is_empty() {
            self.view.title.clone()
        } else {
            bidi::listed(&[&heading, &self.view.title], " · ")
        }
    }

    fn shown_content(&self) -> StageContent<'_> {
        match self.view.screen {
            Screen::Join if !self.view.has_ended() => return StageContent::Joining,
            Screen::Blank => return StageContent::Blank,
            _ => {}
        }
        let Some(slide) = self.view.on_stage() else {
            return if self.view.has_ended() {
                StageContent::Ended
            } else {
                StageContent::Joining
            };
        };
        match &slide.part {
            // Nobody can join any more.
            PartView::Instructions if self.view.has_ended() => StageContent::Slide(slide),
            PartView::Content => match self.view.qa.as_ref().and_then(|qa| qa.stage.as_ref()) {
                Some(qa) => StageContent::Speakers(slide, qa),
                None => StageContent::Slide(slide),
            },
            PartView::Instructions => StageContent::Joining,
            PartView::Break {
                minutes,
                until,
                began_at,
            } => StageContent::Pause(Pause {
                slide,
                minutes: *minutes,
                until: until.as_deref(),
                began: *began_at,
            }),
            PartView::Later => StageContent::Later(slide),
            PartView::Question(question) => StageContent::Question(slide, question),
        }
    }
}

/// The whole page, as it changes.
#[component]
pub fn StagePage(
    state: ArcRwSignal<StageState>,
    live: ArcRwSignal<StageLiveState>,
) -> impl IntoView {
    move || page(&state.read(), &live.read())
}

fn page(state: &StageState, live: &StageLiveState) -> AnyView {
    let main = match state.shown_content() {
        StageContent::Joining => view! { <Joining state=state.clone() /> }.into_any(),
        StageContent::Blank => content::blank(state),
        StageContent::Ended => content::ended(state, live),
        StageContent::Slide(slide) => content::slide(state, live, slide),
        StageContent::Speakers(slide, qa) => speakers::questions(state, live, slide, qa),
        StageContent::Pause(pause) => content::pause(state, live, &pause),
        StageContent::Later(slide) => content::later(state, live, slide),
        StageContent::Question(slide, question) => {
            let turns = if live.host.alive {
                live.page
            } else {
                state.turns()
            };
            question::asked(
                state,
                live,
                slide,
                question,
                TurnedPage::of(state, slide, question, turns),
            )
        }
    };
    let trial = state.view.trial.map(|_| {
        view! { <p class="trial-mark">{TrialTexts::of(state.language).mark}</p> }
    });
    let reactions = live.reactions.view();
    view! { {main} {trial} {reactions} {overlay::over(state, live)} {strip::strip(state, live)} }
        .into_any()
}
