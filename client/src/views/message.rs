//! A page that says one thing: what happened, what to do, and the way on.

use leptos::prelude::*;
use shared::code::JoinCode;

use crate::language::Language;
use crate::model::message::MessageKind;
use crate::texts::phone::message::message;
use crate::ui::mark::Mark;

/// What happened, and in which room if that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageMessage {
    /// What happened.
    pub what: MessageKind,
    /// The room to go back to.
    pub room: Option<JoinCode>,
    /// Where this instance is, for whoever asked elsewhere.
    pub site: Option<String>,
}

impl PageMessage {
    /// What happened outside any room.
    pub fn of(what: MessageKind) -> Self {
        Self {
            what,
            room: None,
            site: None,
        }
    }

    /// What happened on the way to a room.
    pub fn in_room(what: MessageKind, room: JoinCode) -> Self {
        Self {
            what,
            room: Some(room),
            site: None,
        }
    }

    fn way_on(&self) -> String {
        if let Some(site) = &self.site {
            return format!("{site}/");
        }
        if self.what == MessageKind::ScreensFull {
            return "/stage".to_owned();
        }
        let room = self
            .room
            .as_ref()
            .filter(|_| self.what.is_about_an_answer());
        room.map_or_else(|| "/".to_owned(), |code| format!("/{}", code.digits()))
    }
}

/// The page of one message.
#[component]
pub fn MessagePage(language: Language, page: PageMessage) -> impl IntoView {
    // Without a room the way back to the question is not known: the words must not promise it.
    let what = page.what;
    let said = message(language, what);
    let way_on = match page.way_on() {
        start if start == "/" => message(language, MessageKind::NotFound).way_on,
        _ => said.way_on,
    };
    view! {
        <main class="start">
            <Mark />
            <div class="question">
                <h1>{said.heading}</h1>
                <p class="lead" data-code=what.code()>{said.sentence}</p>
            </div>
            <a class="button quiet" href=page.way_on()>{way_on}</a>
        </main>
    }
}
