//! The console: the page from which whoever presents leads the room. What the audience sees, what
//! comes next, one large button that names it, notes, and what waits for a person.
//!
//! Every button is a form, so that all of it works without scripts; where scripts run, the page
//! follows its room and takes the stage's keys. On a phone it is one column, in the order in which
//! it stands here.

use leptos::prelude::*;
use shared::limits::QA_CONSOLE;

use crate::texts::desk::console::{ConsoleTexts, newest};
use crate::texts::desk::report::ReportTexts;
use crate::texts::desk::results::ResultsPageTexts;
use crate::views::desk::by_hand_link::to_entering;
use crate::views::desk::entrance::EntrancePanel;
use crate::views::desk::moderating::Moderating;
use crate::views::desk::questions::QuestionList;
use crate::views::desk::questions_link::to_the_list;
use crate::views::desk::remote::buttons::Buttons;
use crate::views::desk::remote::live::RemoteLiveState;
use crate::views::desk::remote::{RemoteState, notices, status, without_slide};
use crate::views::desk::trial::TrialPanel;
use crate::views::stage::host_request::question;
use crate::views::stage::leading::KeysState;
use crate::views::stage::undo::UndoState;

mod asking;
mod head;
mod keys;
mod more;
mod outline;
mod picture;
mod survey;
mod switches;

/// Words or answers that the console lists at once.
const ITEMS: usize = 50;

/// What the console alone knows only once it is alive: it takes the stage's keys and tells the
/// time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConsoleLiveState {
    pub keys: KeysState,
    pub undo: UndoState,
    /// The time of day where the page is.
    pub clock: Option<String>,
}

/// The whole page, as it changes.
#[component]
pub fn ConsolePage(
    state: ArcRwSignal<RemoteState>,
    live: ArcRwSignal<RemoteLiveState>,
    own: ArcRwSignal<ConsoleLiveState>,
) -> impl IntoView {
    move || {
        ConsoleView {
            state: &state.read(),
            live: &live.read(),
            own: &own.read(),
        }
        .page()
    }
}

/// The room as the console shows it.
#[derive(Clone, Copy)]
struct ConsoleView<'a> {
    state: &'a RemoteState,
    live: &'a RemoteLiveState,
    own: &'a ConsoleLiveState,
}

impl<'a> ConsoleView<'a> {
    fn page(self) -> AnyView {
        let language = self.state.language;
        let words = ConsoleTexts::of(language);
        view! {
            {super::frame::skip(language)}
            {self.head()}
            {self.trial()}
            <main id="main">
                {notices(self.state, self.live, None)}
                <section class="now" aria-labelledby="now">{self.now()}</section>
                <div class="ahead-of">{self.notes()} {self.next_picture()}</div>
                <section class="queue" aria-labelledby="queue">
                    <h2 class="visually-hidden" id="queue">{words.queue}</h2>
                    {self.queue()}
                </section>
                <nav class="outline" aria-labelledby="outline">{self.outline()}</nav>
            </main>
        }
        .into_any()
    }

    fn ended(self) -> bool {
        self.state.view.has_ended()
    }

    fn buttons(self) -> Buttons<'a> {
        Buttons {
            state: self.state,
            host: &self.live.host,
            back: Some(self.back()),
        }
    }

    /// What the audience sees, and what can be done with it.
    fn now(self) -> AnyView {
        let buttons = self.buttons();
        let status = |slide| status(self.state.language, &self.state.view, slide);
        view! {
            <div class="over">
                {self.where_we_are()}
                {self.state.slide().and_then(status)}
            </div>
            {self.afterwards()}
            {self.picture()}
            {buttons.moves_by_name()}
            {self.evaluation().progress()}
            {self.switches()}
            {self.entering()}
            {buttons.more_time()}
            <div class="line">{buttons.taken_back()} {self.pending()}</div>
            {self.waiting()}
            {(!self.state.view.goes_alone()).then(|| self.asking())}
            {self.more()}
            {self.survey()}
        }
        .into_any()
    }

    /// Where the organiser goes on once it is over.
    fn afterwards(self) -> Option<AnyView> {
        let language = self.state.language;
        let at = |what| format!("/desk/rooms/{}/{what}", self.state.room);
        (self.ended() && self.state.desk).then(|| {
            view! {
                <p class="actions">
                    <a class="button" href=at("results")>{ResultsPageTexts::of(language).link}</a>
                    " "
                    <a class="button quiet" href=at("report")>{ReportTexts::of(language).link}</a>
                </p>
            }
            .into_any()
        })
    }

    fn entering(self) -> Option<AnyView> {
        let state = self.state;
        to_entering(state.language, &state.room, &state.view, self.back())
    }

    /// Where the room is, in words; the same is what the picture shows.
    fn where_we_are(self) -> AnyView {
        let words = ConsoleTexts::of(self.state.language);
        let Some(slide) = self.state.slide() else {
            let (heading, sentence) = without_slide(self.state);
            return view! { <div><h1 id="now">{heading}</h1><p class="soft">{sentence}</p></div> }
                .into_any();
        };
        view! {
            <div>
                <p class="soft">{words.now} " · " {super::remote::place(self.state, slide)}</p>
                <h1 id="now" dir="auto">{slide.prompt.clone()}</h1>
            </div>
        }
        .into_any()
    }

    /// That nothing counts yet.
    fn trial(self) -> Option<AnyView> {
        let language = self.state.language;
        TrialPanel::following(
            language,
            &self.action(),
            Some(self.back()),
            &self.state.view,
        )
        .section()
    }

    /// Who waits at the door.
    fn waiting(self) -> AnyView {
        let action = self.action();
        let panel = EntrancePanel {
            language: self.state.language,
            action: &action,
            back: Some(self.back()),
            waiting: self.state.view.waiting.filter(|_| !self.ended()),
            door_closed: self.state.view.door_closed,
        };
        view! { <div id="waiting">{panel.waiting()}</div> }.into_any()
    }

    /// What people sent and a person looks at: the newest first.
    fn queue(self) -> AnyView {
        let language = self.state.language;
        let words = ConsoleTexts::of(language);
        let list = Moderating {
            language,
            room: &self.state.room,
            view: &self.state.view,
            alive: self.live.host.alive,
            live: &self.live.moderation,
            back: self.back(),
            limit: ITEMS,
            list: None,
        };
        let state = self.state;
        let to_questions = to_the_list(state.language, &state.room, &state.view);
        let questions = to_questions.is_some().then(|| self.questions());
        let all = format!("/rooms/{}/moderator", self.state.room);
        let listed = question(&self.state.view).and_then(|(_, asked)| asked.moderable.as_ref());
        let newest = listed
            .filter(|items| items.len() > ITEMS)
            .map(|_| newest(language, ITEMS as u64));
        match list.list() {
            Some(items) => view! {
                {to_questions}
                {items}
                <p class="all">{newest} " " <a href=all target="_blank">{words.all}</a></p>
                {(!self.ended()).then(|| list.hold())}
                {(!self.ended()).then(|| list.ahead())}
                {questions}
            }
            .into_any(),
            None if self.state.view.goes_alone() => view! {
                {to_questions}
                <p class="all"><a href=all target="_blank">{words.all}</a></p>
                {questions}
            }
            .into_any(),
            None if questions.is_some() => view! { {to_questions} {questions} }.into_any(),
            None => view! { <p class="soft">{words.nothing_waits}</p> }.into_any(),
        }
    }

    /// The first of the questions to the speakers: what waits, then what is listed.
    fn questions(self) -> AnyView {
        let list = QuestionList {
            state: self.state,
            live: self.live,
            back: self.back(),
            limit: QA_CONSOLE,
        };
        list.section()
    }

    /// In a size that is read standing, and larger for whoever ticks that.
    fn notes(self) -> Option<AnyView> {
        let words = ConsoleTexts::of(self.state.language);
        let notes = self.state.view.notes.clone().unwrap_or_default();
        let inside = if notes.is_empty() {
            view! { <p class="soft">{words.no_notes}</p> }.into_any()
        } else {
            view! { <p class="notes" dir="auto">{notes}</p> }.into_any()
        };
        self.state.slide().map(|_| {
            view! {
                <div class="noted">
                    {self.pace()}
                    <div class="over">
                        <h2 id="notes">{words.notes}</h2>
                        <label class="check"><input type="checkbox" class="larger" /> {words.larger}</label>
                    </div>
                    <div class="scroll" tabindex="0" role="region" aria-labelledby="notes">{inside}</div>
                </div>
            }
            .into_any()
        })
    }

    /// The page that its forms come back to.
    fn back(self) -> &'static str {
        if self.state.at_desk {
            "desk"
        } else {
            "console"
        }
    }

    /// The page's own address.
    fn address(self) -> String {
        if self.state.at_desk {
            format!("/desk/rooms/{}", self.state.room)
        } else {
            self.at("console")
        }
    }

    fn action(self) -> String {
        format!("/rooms/{}/control", self.state.room)
    }

    fn at(self, what: &str) -> String {
        format!("/rooms/{}/{what}", self.state.room)
    }
}
