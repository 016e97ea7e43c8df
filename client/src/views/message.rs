//! A page that says one thing: what happened, what to do, and the way on.

use leptos::prelude::*;
use shared::code::Code;

use crate::language::Language;
use crate::texts::phone::message::message;
use crate::ui::mark::Mark;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// No room has this code.
    UnknownCode,
    /// The room was erased.
    RoomGone,
    /// No such page.
    NotFound,
    /// More bytes than a form may have.
    TooLarge,
    /// A form that is none of ours.
    Unreadable,
    /// A form sent from another site.
    Foreign,
    /// A name that this instance does not go by.
    Misdirected,
    /// No place for one more screen that waits.
    ScreensFull,
    /// No cookie came with the form.
    NoCookie,
    /// The door is closed to newcomers.
    DoorClosed,
    /// Too many newcomers from one network at once: this one is in line.
    Wait,
    /// The room or the server is too busy, or not as far yet as the page.
    TryAgain,
    /// Nothing can be stored now.
    CannotStore,
    /// Our fault.
    ServerError,
}

impl What {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::UnknownCode,
        Self::RoomGone,
        Self::NotFound,
        Self::TooLarge,
        Self::Unreadable,
        Self::Foreign,
        Self::Misdirected,
        Self::ScreensFull,
        Self::NoCookie,
        Self::DoorClosed,
        Self::Wait,
        Self::TryAgain,
        Self::CannotStore,
        Self::ServerError,
    ];

    /// The word by which programs tell them apart.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownCode => "unknown_code",
            Self::RoomGone => "unknown_room",
            Self::NotFound => "not_found",
            Self::TooLarge => "too_large",
            Self::Unreadable => "malformed",
            Self::Foreign => "foreign_origin",
            Self::Misdirected => "misdirected",
            Self::ScreensFull => "screens_full",
            Self::NoCookie => "no_cookie",
            Self::DoorClosed => "door_closed",
            Self::Wait => "wait",
            Self::TryAgain => "try_again",
            Self::CannotStore => "cannot_store",
            Self::ServerError => "internal",
        }
    }

    /// Whether somebody stands before a room and is not in.
    pub fn is_at_the_entrance(self) -> bool {
        matches!(self, Self::DoorClosed | Self::Wait)
    }

    /// Whether the way on is back to the question (true), or to the start page (false).
    pub fn is_about_an_answer(self) -> bool {
        !matches!(self, Self::UnknownCode | Self::RoomGone | Self::NotFound | Self::Misdirected | Self::ScreensFull)
    }
}

/// What happened, and in which room if that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What happened.
    pub what: What,
    /// The room to go back to.
    pub room: Option<Code>,
    /// Where this instance is, for who asked elsewhere.
    pub site: Option<String>,
}

impl Message {
    /// What happened outside any room.
    pub fn of(what: What) -> Self {
        Self { what, room: None, site: None }
    }

    /// What happened on the way to a room.
    pub fn in_room(what: What, room: Code) -> Self {
        Self { what, room: Some(room), site: None }
    }

    fn way_on(&self) -> String {
        if let Some(site) = &self.site {
            return format!("{site}/");
        }
        if self.what == What::ScreensFull {
            return "/stage".to_owned();
        }
        let room = self.room.as_ref().filter(|_| self.what.is_about_an_answer());
        room.map_or_else(|| "/".to_owned(), |code| format!("/{}", code.digits()))
    }
}

/// The page of one message.
#[component]
pub fn MessagePage(language: Language, told: Message) -> impl IntoView {
    // Without a room the way back to the question is not known: the words must not promise it.
    let what = told.what;
    let said = message(language, what);
    let way_on = match told.way_on() {
        start if start == "/" => message(language, What::NotFound).way_on,
        _ => said.way_on,
    };
    view! {
        <main class="start">
            <Mark />
            <div class="question">
                <h1>{said.heading}</h1>
                <p class="lead" data-code=what.code()>{said.sentence}</p>
            </div>
            <a class="button quiet" href=told.way_on()>{way_on}</a>
        </main>
    }
}
