//! The presenter's phone: where the room is, and large buttons.
//!
//! Every button is a form, so that all of it works without scripts; where scripts run, the page
//! follows its room and sends the same without being loaded again.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use shared::code::JoinCode;
use shared::deck::quick::QuickQuestion;
use shared::host::{Actor, HostRole};
use shared::ids::{Millis, RoomId, SlideId};
use shared::protocol::view::{HostView, PartView, QuestionView, Screen, SlideView};

use crate::language::Language;
use crate::texts::desk::kind::kind;
use crate::texts::desk::room::RoomTexts;
use crate::texts::desk::{moderating, notice, plurals};
use crate::texts::stage as say;
use crate::ui::mark::Mark;
use crate::views::desk::by_hand_link::to_entering;
use crate::views::desk::chat::{ChatText, CopyButton};
use crate::views::desk::entrance::EntrancePanel;
use crate::views::desk::evaluation::EvaluationPanel;
use crate::views::desk::frame;
use crate::views::desk::moderating::Moderating;
use crate::views::desk::moderating::whole_list::WholeList;
use crate::views::desk::phones::PhonesPanel;
use crate::views::desk::questions_link::to_the_list;
use crate::views::desk::recent::RecentPanel;
use crate::views::desk::trial::TrialPanel;
use crate::views::live::HostLiveState;
use crate::views::stage::host_request::{question, staged_question};
use crate::views::stage::leading::can_vote;
use crate::views::stage::pace::Pace;

pub(super) mod buttons;
pub mod live;

/// Words or answers that a remote lists; the moderator's page has all.
const REMOTE_ITEMS: usize = 30;

use buttons::Buttons;
use live::RemoteLiveState;

/// Everything that a remote, or the moderator's page, is made from. It holds no link: what a remote
/// may not be, its page doesn't know.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RemoteState {
    pub language: Language,
    pub room: RoomId,
    pub code: JoinCode,
    /// As whom the page follows the room.
    pub role: HostRole,
    pub seq: u64,
    pub view: HostView,
    /// As whom whoever follows acts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Actor>,
    /// Where one joins.
    pub join_url: String,
    /// The server's time when it made this.
    pub now: Millis,
    /// A code of something to say first.
    pub notice: Option<String>,
    /// The kinds of which a question can be asked in a line; for the console.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asks: Vec<String>,
    /// A question that could not be asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<QuickDraft>,
    /// The time of day where the room is, until the page knows its own; for the console.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub clock: String,
    /// Whether whoever follows is signed in at the desk.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub desk: bool,
    /// Whether the page is the room's at the desk, with what an organiser has of it below.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub at_desk: bool,
    /// Questions that a moderator may go to; for the moderator's page alone.
    #[serde(default)]
    pub questions: Vec<AskedQuestion>,
    /// Which part of a whole list the page shows; such a page does not come to life.
    #[serde(skip)]
    pub list: Option<WholeList>,
    /// Whether the view shows one of these instead of what the stage shows.
    #[serde(default)]
    pub picked: bool,
}

/// A question as it was typed, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuickDraft {
    pub question: QuickQuestion,
    /// In the page's language.
    pub problems: Vec<String>,
}

/// A question that was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedQuestion {
    pub id: SlideId,
    pub prompt: String,
}

impl RemoteState {
    /// What is on the stage.
    pub(super) fn slide(&self) -> Option<&SlideView> {
        self.view.on_stage()
    }
}

/// The whole page, as it changes.
#[component]
pub fn RemotePage(
    state: ArcRwSignal<RemoteState>,
    live: ArcRwSignal<RemoteLiveState>,
) -> impl IntoView {
    move || page(&state.read(), &live.read())
}

fn page(state: &RemoteState, live: &RemoteLiveState) -> AnyView {
    let ended = state.view.has_ended();
    let action = format!("/rooms/{}/control", state.room);
    let waiting = state.view.waiting.filter(|_| !ended);
    let (language, door_closed) = (state.language, state.view.door_closed);
    let entrance = EntrancePanel {
        language,
        action: &action,
        back: None,
        waiting,
        door_closed,
    };
    let phones = PhonesPanel {
        language,
        action: &action,
        back: None,
        now: state.view.phones,
    };
    let evaluation = EvaluationPanel {
        language,
        action: action.clone(),
        back: None,
        view: &state.view,
    };
    // What the stage does not show, a page with the stage's link does not know.
    let has_door = !ended && state.role != HostRole::Stage;
    // Behind everything else: it comes and goes by itself, and nothing may move away under a thumb.
    // The bar on top says that it is there.
    let waits = waiting.filter(|waiting| waiting.asked).map(|waiting| {
        let sentence = plurals::waiting(language, waiting.participants, waiting.networks);
        view! { <p class="notice"><a href="#waiting">{sentence}</a></p> }.into_any()
    });
    let trial = TrialPanel::following(language, &action, None, &state.view);
    let inside = view! {
        {trial.section()}
        {now(state, &live.host)}
        {counts(state, &live.host)}
        {has_door.then(|| to_entering(language, &state.room, &state.view, "remote"))}
        {evaluation.progress()}
        {has_door.then(|| entrance.door())}
        {has_door.then(|| phones.row())}
        {state.slide().map(|_| words(state, live))}
        {has_door.then(|| to_the_list(state.language, &state.room, &state.view))}
        {(!ended).then(|| chat(state, live))}
        {has_door.then(|| recent(state, &live.host))}
        <div id="waiting">{entrance.waiting()}</div>
        {(!live.host.alive).then(|| again(state))}
    };
    held(state, live, waits, inside.into_any())
}

/// Who did what last.
pub(super) fn recent(state: &RemoteState, host: &HostLiveState) -> AnyView {
    RecentPanel {
        language: state.language,
        reader: state.actor,
        actions: &state.view.recent,
        now: host.now.unwrap_or(state.now),
    }
    .folded()
}

/// A page that is held in the hand, with what went wrong and what waits. While the page lives these
/// lie over the bar on top. What they say, and what is new besides, is heard.
pub(super) fn held(
    state: &RemoteState,
    live: &RemoteLiveState,
    waits: Option<AnyView>,
    inside: AnyView,
) -> AnyView {
    view! {
        {frame::skip(state.language)}
        {which(state.language, &state.view.title, &state.code)}
        <main id="main">
            {notices(state, live, waits)}
            {inside}
        </main>
    }
    .into_any()
}

/// What went wrong, what waits, and for the ear what is new.
pub(super) fn notices(
    state: &RemoteState,
    live: &RemoteLiveState,
    waits: Option<AnyView>,
) -> AnyView {
    let lost = live
        .host
        .lost
        .then(|| view! { <p class="notice">{say::stage(state.language).lost}</p> });
    let refused = live.host.refused.as_ref().map(|code| {
        view! { <p class="notice" role="alert">{notice::held(state.language, code)}</p> }
    });
    let said = state.notice.clone().map(|code| {
        let sentence = notice::held(state.language, &code);
        let (class, role) = if notice::is_good(&code) {
            ("notice good", "status")
        } else {
            ("notice", "alert")
        };
        view! { <p class=class data-code=code role=role>{sentence}</p> }
    });
    view! {
        <div class=if live.host.alive { "notices" } else { "notices-first" }>
            {said}
            {refused}
            <div role="status">{lost} {waits}</div>
        </div>
        <p class="visually-hidden" id="news" role="status">{live.news.clone()}</p>
    }
    .into_any()
}

/// The bar on top: which room this is, and the way to the other language.
fn which(language: Language, title: &str, code: &JoinCode) -> AnyView {
    let say = RoomTexts::of(language);
    view! {
        <header class="top">
            <Mark />
            <p class="which">
                <bdi>{title.to_owned()}</bdi>
                " "
                <span>{say.code} " " <span class="code">{code.to_string()}</span></span>
            </p>
            {frame::short_languages(language)}
        </header>
    }
    .into_any()
}

fn now(state: &RemoteState, host: &HostLiveState) -> AnyView {
    let buttons = Buttons {
        state,
        host,
        back: None,
    };
    let Some(slide) = state.slide() else {
        let (heading, sentence) = without_slide(state);
        let moves = buttons.moves();
        let back = (buttons.taken_back(), buttons.resumed());
        let screen = state.view.goes_alone().then(|| buttons.screen());
        return view! { <h1>{heading}</h1><p>{sentence}</p>{moves}{back}{screen} }.into_any();
    };
    let next = state.view.next.clone().filter(|next| !next.is_empty());
    let next = next.map(|next| {
        view! { <p class="soft">{say::stage(state.language).next} ": " <bdi>{next}</bdi></p> }
    });
    view! {
        <p class="soft">{place(state, slide)}</p>
        <h1 dir="auto">{slide.prompt.clone()}</h1>
        {status(state.language, &state.view, slide)}
        {buttons.moves()}
        {buttons.taken_back()}
        {buttons.more_time()}
        {next}
        {buttons.question()}
        {buttons.screen()}
        {buttons.resumed()}
    }
    .into_any()
}

/// Where the room is while no slide is on the stage.
pub(super) fn without_slide(state: &RemoteState) -> (&'static str, &'static str) {
    let say = RoomTexts::of(state.language);
    if state.view.has_ended() {
        (say.over, say.over_remote)
    } else if state.view.goes_alone() {
        (say.own_pace, say.own_pace_hint)
    } else {
        (say.not_begun, say.not_begun_hint)
    }
}

pub(super) fn place(state: &RemoteState, slide: &SlideView) -> String {
    let place = plurals::place(state.language, slide.number, state.view.slides);
    // A slide that shows an earlier question again is in none of its rounds.
    let asked = question(&state.view).filter(|(_, question)| question.shown.is_some());
    let round = asked.map(|(_, question)| question.round.max(1));
    plurals::where_we_are(
        state.language,
        &place,
        kind(state.language, &slide.kind),
        round,
    )
}

/// What the screen is used for, and whether the question takes answers.
pub(super) fn status(language: Language, view: &HostView, slide: &SlideView) -> Option<AnyView> {
    let say = RoomTexts::of(language);
    let screen = match view.screen {
        Screen::Slides => None,
        Screen::Join => Some(say::stage(language).screen_join),
        Screen::Blank => Some(say::stage(language).screen_blank),
    };
    let screen = screen.map(|screen| view! { <p><span class="state closed">{screen}</span></p> });
    let words = match &slide.part {
        PartView::Later => Some(view! { <p class="soft">{say.not_playable}</p> }.into_any()),
        PartView::Question(question) if question.shown.is_some() => {
            let (class, word) = open_word(say, question);
            Some(view! { <p><span class=class>{word}</span></p> }.into_any())
        }
        _ => None,
    };
    (words.is_some() || screen.is_some()).then(|| view! { {words} {screen} }.into_any())
}

pub(super) fn open_word(
    say: &'static RoomTexts,
    question: &QuestionView,
) -> (&'static str, &'static str) {
    match (question.open, question.voting) {
        (false, _) => ("state closed", say.closed_word),
        (true, true) => ("state open", say.voting_word),
        (true, false) => ("state open", say.open_word),
    }
}

/// How many are there, and how many answered.
pub(super) fn counts(state: &RemoteState, host: &HostLiveState) -> AnyView {
    let (language, view) = (state.language, &state.view);
    let (say, more) = (RoomTexts::of(language), say::stage(language));
    let asked = staged_question(view);
    let answered = asked.and_then(|(_, question)| {
        let groups = question.groups.map(|_| say.groups_answered);
        Some((groups.unwrap_or(say.answered), question.voters?))
    });
    let figures = [
        Some((say.joined, view.participants)),
        Some((say.present, view.present)),
        view.finished.map(|finished| (say.finished, finished)),
        answered,
        (view.sending > 0).then_some((more.sending, view.sending)),
    ];
    let figures = figures
        .into_iter()
        .flatten()
        .map(|(name, figure)| (name.to_owned(), figure.to_string()));
    let pace = Pace::of(view).figures(language, host.now.unwrap_or(state.now));
    let figures: Vec<_> = figures
        .chain(pace)
        .map(|(name, figure)| view! { <div><dt>{name}</dt><dd>{figure}</dd></div> })
        .collect();
    view! { <dl class="counts">{figures}</dl> }.into_any()
}

pub(super) fn chat(state: &RemoteState, live: &RemoteLiveState) -> AnyView {
    // A slide that shows an earlier question again asks nothing.
    let asked = staged_question(&state.view).filter(|(_, asked)| asked.shown.is_some());
    let text = ChatText {
        join_url: &state.join_url,
        code: &state.code,
        deck_language: &state.view.language,
        question: asked.and(state.slide()).map(|slide| slide.prompt.as_str()),
    };
    let copied = live.copied.clone();
    let button = if live.host.alive {
        CopyButton::Alive { copied }
    } else {
        CopyButton::Hidden
    };
    text.section(state.language, button)
}

/// What somebody points at is hidden from here; the newest stand first.
fn words(state: &RemoteState, live: &RemoteLiveState) -> Option<AnyView> {
    let list = Moderating {
        language: state.language,
        room: &state.room,
        view: &state.view,
        alive: live.host.alive,
        live: &live.moderation,
        back: "remote",
        limit: REMOTE_ITEMS,
        list: None,
    };
    let href = format!("/rooms/{}/moderator", state.room);
    let all = moderating::ModeratingTexts::of(state.language).more;
    let hold = (!state.view.has_ended()).then(|| list.hold());
    list.list()
        .map(|list| view! { {hold} {list} <p><a href=href>{all}</a></p> }.into_any())
}

/// Without scripts the page does not follow the room by itself.
fn again(state: &RemoteState) -> AnyView {
    let here = format!("/rooms/{}/remote", state.room);
    view! {
        <p class="actions">
            <a class="button quiet" href=here>{RoomTexts::of(state.language).reload}</a>
        </p>
    }
    .into_any()
}
