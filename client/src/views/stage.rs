//! The projected page: how to join, the prompt, what the room thinks, how many did.
//!
//! The presenter's and moderator's pages show the same with what their role may see besides.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use shared::code::Code;
use shared::ids::RoomId;
use shared::protocol::HostView;
use shared::protocol::view::{PartView, QuestionView, SlideView};
use shared::room::{HostRole, Stage};

use crate::language::Language;

mod backstage;
mod content;
mod foot;
mod head;
mod pages;
mod question;

use head::Joining;
use pages::Turned;

/// Everything that a stage is made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StageState {
    pub language: Language,
    /// The room's name, by which it is followed and driven.
    pub room: RoomId,
    /// As whom this page sees the room.
    pub role: HostRole,
    /// Whether this page may move the room on.
    pub controls: bool,
    pub code: Code,
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
}

/// What a stage shows at a moment.
enum Scene<'a> {
    Joining,
    Ended,
    Slide(&'a SlideView),
    Pause { slide: &'a SlideView, minutes: Option<u32>, until: Option<&'a str> },
    Later(&'a SlideView),
    Question(&'a SlideView, &'a QuestionView),
}

impl StageState {
    /// The body's classes.
    pub fn class(&self) -> &'static str {
        match self.scene() {
            Scene::Joining => "stage joining",
            Scene::Question(..) => "stage",
            _ => "stage content",
        }
    }

    /// The document's title.
    pub fn title(&self) -> String {
        let heading = match self.scene() {
            Scene::Slide(slide) | Scene::Pause { slide, .. } | Scene::Later(slide) | Scene::Question(slide, _) => {
                slide.prompt.clone()
            }
            Scene::Joining | Scene::Ended => String::new(),
        };
        if heading.is_empty() { self.view.title.clone() } else { format!("{heading} · {}", self.view.title) }
    }

    fn scene(&self) -> Scene<'_> {
        let Some(slide) = self.view.slide.as_ref().filter(|_| self.view.stage != Stage::Ended) else {
            return if self.view.stage == Stage::Ended { Scene::Ended } else { Scene::Joining };
        };
        match &slide.part {
            PartView::Content => Scene::Slide(slide),
            PartView::Instructions => Scene::Joining,
            PartView::Break { minutes, until, .. } => {
                Scene::Pause { slide, minutes: *minutes, until: until.as_deref() }
            }
            PartView::Later => Scene::Later(slide),
            PartView::Question(question) => Scene::Question(slide, question),
        }
    }
}

/// The whole page.
#[component]
pub fn StagePage(state: StageState) -> impl IntoView {
    match state.scene() {
        Scene::Joining => view! { <Joining state=state.clone() /> }.into_any(),
        Scene::Ended => content::ended(&state),
        Scene::Slide(slide) => content::slide(&state, slide),
        Scene::Pause { slide, minutes, until } => content::pause(&state, slide, minutes, until),
        Scene::Later(slide) => content::later(&state, slide),
        Scene::Question(slide, question) => {
            question::asked(&state, slide, question, Turned::of(slide, question, state.turn))
        }
    }
}
