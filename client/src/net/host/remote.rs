//! The presenter's phone and the moderator's page, alive: they follow their room, and their forms
//! are sent without loading the page again.

use std::cell::RefCell;
use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::{set_interval, window_event_listener};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlFormElement, SubmitEvent};
use shared::host::HostRole;
use shared::protocol::view::HostView;

use super::browser::{copied_by, press_once, reload_once_settled};
use super::line::{HostLine, News};
use super::requests::{ask, asked};
use super::{moderating, questions, wake_lock};
use crate::net::focus;
use crate::net::timer::{after, now_ms};
use crate::views::desk::moderator::{ModeratorPage, ModeratorPageProps};
use crate::views::desk::news::{ListLength, came, changed, counted, counted_questions};
use crate::views::desk::questions::{QuestionsPage, QuestionsPageProps};
use crate::views::desk::remote::live::RemoteLiveState;
use crate::views::desk::remote::{RemotePage, RemotePageProps, RemoteState};
use crate::views::stage::pace::Pace;

/// The presenter's phone, which follows its room from now on.
pub fn bring_to_life(state: RemoteState) -> impl IntoView {
    let (state, live) = followed(state, |_| {});
    RemotePage(RemotePageProps { state, live })
}

/// The moderator's page, which follows its room from now on.
pub fn bring_moderator_to_life(state: RemoteState) -> impl IntoView {
    let (state, live) = followed(state, |page| counts(&page.state, &page.live, counted));
    ModeratorPage(ModeratorPageProps { state, live })
}

/// The questions to the speakers, which follow their room from now on.
pub fn bring_questions_to_life(state: RemoteState) -> impl IntoView {
    let (state, live) = followed(state, |page| {
        counts(&page.state, &page.live, counted_questions);
        if page.state.read_untracked().role == HostRole::Speaker {
            questions::tell_the_time(page.live.clone());
        }
    });
    QuestionsPage(QuestionsPageProps { state, live })
}

/// A page that follows its room.
#[derive(Clone)]
pub struct FollowingPage {
    pub state: ArcRwSignal<RemoteState>,
    pub live: ArcRwSignal<RemoteLiveState>,
    pub line: HostLine,
}

/// What a page is made from, and what it does besides once it follows its room.
pub fn followed(
    state: RemoteState,
    then: impl FnOnce(FollowingPage) + 'static,
) -> (ArcRwSignal<RemoteState>, ArcRwSignal<RemoteLiveState>) {
    let (state, live) = (
        ArcRwSignal::new(state),
        ArcRwSignal::new(RemoteLiveState::default()),
    );
    let (its_state, its_live) = (state.clone(), live.clone());
    // Until the page has come to life it is what the server made of the same state.
    set_timeout(
        move || {
            wake_lock::keep();
            then(begin(its_state, its_live));
        },
        Duration::ZERO,
    );
    (state, live)
}

fn begin(state: ArcRwSignal<RemoteState>, live: ArcRwSignal<RemoteLiveState>) -> FollowingPage {
    live.update(|live| {
        live.host.alive = true;
        live.moderation.begin(&state.read_untracked().view);
    });
    let (room, role) = (
        state.read_untracked().room.clone(),
        state.read_untracked().role,
    );
    let (at, heard_state, heard_live) = (state.clone(), state.clone(), live.clone());
    let since = move || at.read_untracked().seq;
    let begun_ms = now_ms();
    let line = HostLine::open(room, role, since, move |news| {
        hear(news, begun_ms, &heard_state, &heard_live)
    });
    let (shown, noticed) = (state.clone(), state.clone());
    let clear_notice = move || noticed.update(|state| state.notice = None);
    let view = move || shown.read_untracked().view.clone();
    questions::listen(
        line.clone(),
        live.clone(),
        view.clone(),
        clear_notice.clone(),
    );
    moderating::listen(line.clone(), live.clone(), view, clear_notice);
    press_once();
    let page = FollowingPage { state, live, line };
    if page.state.read_untracked().role != HostRole::Moderator {
        paces(&page.state, &page.live);
        copies(&page.live);
    }
    let submits = page.clone();
    drop(window_event_listener(ev::submit, move |event| {
        submitted(&event, &submits.line, &submits.state, &submits.live)
    }));
    page
}

/// How often whoever hears the moderator's page hears how many came in.
const COUNTS: Duration = Duration::from_secs(10);

fn counts(
    state: &ArcRwSignal<RemoteState>,
    live: &ArcRwSignal<RemoteLiveState>,
    counted: fn(&HostView) -> Option<ListLength>,
) {
    let (state, live) = (state.clone(), live.clone());
    let last = RefCell::new(counted(&state.read_untracked().view));
    set_interval(
        move || {
            let (language, now) = (
                state.read_untracked().language,
                counted(&state.read_untracked().view),
            );
            let before = last.replace(now.clone());
            let news = now.and_then(|now| came(language, before.as_ref(), &now));
            if let Some(news) = news {
                live.update(|live| live.news = news);
            }
        },
        COUNTS,
    );
}

/// How often the minutes are looked at.
const PACES: Duration = Duration::from_secs(5);

/// Shows each minute when it is over, and draws nothing in between.
fn paces(state: &ArcRwSignal<RemoteState>, live: &ArcRwSignal<RemoteLiveState>) {
    let (state, live) = (state.clone(), live.clone());
    let ahead_ms = state.read_untracked().now as f64 - now_ms();
    set_interval(
        move || {
            let shown = state.read_untracked();
            let figures = |now| Pace::of(&shown.view).figures(shown.language, now);
            let before = live.read_untracked().host.now.unwrap_or(shown.now);
            let now = (now_ms() + ahead_ms).max(0.0) as u64;
            if figures(before) != figures(now) {
                drop(shown);
                live.update(|live| live.host.now = Some(now));
            }
        },
        PACES,
    );
}

/// Takes the text that a button copies, and says so once that is done.
fn copies(live: &ArcRwSignal<RemoteLiveState>) {
    let live = live.clone();
    drop(window_event_listener(ev::click, move |event| {
        let pressed = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let copied = pressed.and_then(|pressed| copied_by(&pressed));
        if copied.is_some() {
            live.update(|live| live.copied = copied);
        }
    }));
}

fn hear(
    news: News,
    begun_ms: f64,
    state: &ArcRwSignal<RemoteState>,
    live: &ArcRwSignal<RemoteLiveState>,
) {
    match news {
        News::View { seq, view } => {
            let mut now = state.get_untracked();
            (now.seq, now.view) = (seq, *view);
            live.update(|live| {
                live.host.reached();
                live.moderation.list(&now.view);
                live.news = changed(&state.read_untracked(), &now)
                    .unwrap_or_else(|| std::mem::take(&mut live.news));
            });
            // A button that somebody has just pressed may be gone with what it did.
            let focused = focus::held(&document());
            state.set(now);
            after(0.0, move || focus::keep(&document(), focused));
        }
        News::Here if live.read_untracked().host.lost => live.update(|live| live.host.reached()),
        News::Here => {}
        News::Lost => live.update(|live| live.host.lost = true),
        // A newer server, or a link that was ended: the page itself says what is the matter.
        News::Over => {
            live.update(|live| live.host.lost = true);
            reload_once_settled(begun_ms);
        }
    }
}

/// A button of ours goes to the room by itself; every other form goes its own way.
fn submitted(
    event: &SubmitEvent,
    line: &HostLine,
    state: &ArcRwSignal<RemoteState>,
    live: &ArcRwSignal<RemoteLiveState>,
) {
    let form = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
    let Some(asked) = form.and_then(|form| asked(&form)) else {
        return;
    };
    event.prevent_default();
    live.update(|live| live.host.refused = None);
    state.update(|state| state.notice = None);
    let live = live.clone();
    ask(line, asked, move |answer| {
        live.update(|live| live.host.refused = answer.err())
    });
}
