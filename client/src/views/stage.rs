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

use crate::charts::{Figure, Size};
use crate::language::Language;
use crate::texts::charts::{described, grouped};
use crate::texts::stage as say;

mod foot;
mod head;

use foot::{Foot, people};
use head::{JoinBar, Joining};

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
    let main = match state.scene() {
        Scene::Joining => return view! { <Joining state=state.clone() /> }.into_any(),
        Scene::Ended => ended(&state),
        Scene::Slide(slide) => content(slide),
        Scene::Pause { slide, minutes, until } => pause(&state, slide, minutes, until),
        Scene::Later(slide) => later(&state, slide),
        Scene::Question(slide, question) => return asked(&state, slide, question),
    };
    view! {
        <JoinBar state=state.clone() />
        {main}
        {backstage(&state)}
        <footer class="foot">
            <p class="said present">{people(&state)}</p>
            {foot::qr(&state)}
        </footer>
    }
    .into_any()
}

fn content(slide: &SlideView) -> AnyView {
    let tables = slide.body.matches("<table").count();
    let class = match (tables, slide.body.len()) {
        (1, _) => "slide with-table",
        (_, 900..) => "slide slide-long",
        _ => "slide",
    };
    // The rules for slides speak of what lies directly in them, so heading and body go in together.
    let heading = if slide.prompt.is_empty() {
        String::new()
    } else {
        format!("<h1 dir=\"auto\">{}</h1>", escaped(&slide.prompt))
    };
    view! { <main class=class inner_html=format!("{heading}{}", slide.body)></main> }.into_any()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn pause(state: &StageState, slide: &SlideView, minutes: Option<u32>, until: Option<&str>) -> AnyView {
    let say = say::stage(state.language);
    let heading = if slide.prompt.is_empty() { say.pause.to_owned() } else { slide.prompt.clone() };
    let (lead, big) = match (until, minutes) {
        (Some(until), _) => {
            (Some(say.until), Some(until.replace(':', if state.language == Language::Nl { "." } else { ":" })))
        }
        (None, Some(minutes)) => (Some(say.pause_of), Some(say::minutes(state.language, minutes))),
        _ => (None, None),
    };
    view! {
        <main class="pause">
            <h1 dir="auto">{heading}</h1>
            {lead.map(|lead| view! { <p>{lead}</p> })}
            {big.map(|big| view! { <p class="big">{big}</p> })}
        </main>
    }
    .into_any()
}

fn ended(state: &StageState) -> AnyView {
    let say = say::stage(state.language);
    view! { <main class="pause"><h1>{say.thanks}</h1><p>{say.ended}</p></main> }.into_any()
}

fn later(state: &StageState, slide: &SlideView) -> AnyView {
    let say = say::stage(state.language);
    let sentence = if slide.kind == "leaderboard" { say.later_slide } else { say.later };
    view! { <main class="slide"><h1 dir="auto">{slide.prompt.clone()}</h1><p>{sentence}</p></main> }.into_any()
}

fn asked(state: &StageState, slide: &SlideView, question: &QuestionView) -> AnyView {
    let class = match slide.prompt.chars().count() {
        111.. => "prompt prompt-longer",
        81.. => "prompt prompt-long",
        _ => "prompt",
    };
    let body = (!slide.body.is_empty())
        .then(|| view! { <div class="description" dir="auto" inner_html=slide.body.clone()></div> });
    view! {
        <JoinBar state=state.clone() />
        <main class="asked">
            <div class="question"><h1 class=class dir="auto">{slide.prompt.clone()}</h1>{body}</div>
            {figure(state, slide, question)}
        </main>
        {backstage(state)}
        <Foot state=state.clone() question=question.clone() />
    }
    .into_any()
}

fn figure(state: &StageState, slide: &SlideView, question: &QuestionView) -> AnyView {
    let language = state.language;
    match question.results.clone() {
        Some(results) => view! {
            <Figure
                id=slide.id.to_string()
                prompt=slide.prompt.clone()
                input=question.input.clone()
                results=results
                language=language
                open=question.open
                size=Size::Stage
            />
        }
        .into_any(),
        None => {
            let answers = question.voters.unwrap_or_default();
            view! {
                <div class="figure quiet">
                    <p>{say::stage(language).hidden}</p>
                    <p class="big">{grouped(language, answers)}</p>
                    <p>{say::answers_so_far(language, answers)}</p>
                </div>
            }
            .into_any()
        }
    }
}

/// Notes and what comes next, for the presenter's own window.
fn backstage(state: &StageState) -> Option<AnyView> {
    let say = say::stage(state.language);
    let notes = state.view.notes.clone()?;
    let next = state.view.next.clone().filter(|next| !next.is_empty());
    Some(
        view! {
            <aside class="backstage">
                <h2>{say.notes}</h2>
                <p dir="auto">{notes}</p>
                {next.map(|next| view! { <h2>{say.next}</h2><p dir="auto">{next}</p> })}
            </aside>
        }
        .into_any(),
    )
}

/// The sentence under a figure, if there is more to say than the figure does.
fn sentence(language: Language, question: &QuestionView) -> Option<String> {
    use shared::question::Results;
    let say = say::stage(language);
    let results = question.results.as_ref()?;
    if question.voting && question.open {
        return Some(say.voting.to_owned());
    }
    let told = match results {
        results if results.voters() == 0 => Some(crate::texts::charts::nothing_yet(language).to_owned()),
        Results::Spectrum(_) => Some(described(language, &question.input, results).trim_end_matches('.').to_owned()),
        Results::Words(words) => {
            let total: u64 = words.entries.iter().map(|entry| entry.count).sum();
            (words.distinct > 1).then(|| say::words_sentence(language, total, words.distinct))
        }
        _ => None,
    };
    told.or_else(|| (!question.open).then(|| say.closed.to_owned()))
}
