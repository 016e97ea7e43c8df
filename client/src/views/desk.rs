//! The organiser's pages: what they are made from, as plain values.
//!
//! Forms and links alone: every page works without scripts. They know what they are handed here,
//! and nothing of requests, rooms or storage.

use shared::code::JoinCode;
use shared::ids::AnswerId;
use shared::instant::LocalMoment;
use shared::phase::Phase;
use shared::room::Change;

use crate::language::Language;
use crate::views::desk::remote::RemoteState;
use crate::views::desk::retention::AnswersKept;

pub mod after_page;
pub mod by_hand;
mod by_hand_link;
pub(crate) mod chat;
pub mod checkup;
mod clock;
pub mod console;
pub mod deck;
pub mod editing;
pub(crate) mod evaluation;
pub mod figures;
pub mod forms;
pub mod groups;
pub mod handing_over;
pub mod home;
pub mod kept;
pub mod mail;
pub mod moderating;
pub mod moderator;
pub(crate) mod more_time;
pub mod news;
pub(crate) mod phones;
pub mod privacy;
pub mod questions;
mod questions_link;
pub mod remote;
pub mod report;
pub mod results;
pub mod retention;
pub mod room;
pub mod rooms;
pub mod sessions;
pub mod sign_in;
pub mod tablets;
pub mod takeover;
pub(crate) mod trial;

mod confirmation;
mod controls;
pub(crate) mod entrance;
mod erasing;
pub(super) mod frame;
mod links;
mod pages;
mod problems;
mod recent;
mod removing;

/// The first page: decks and rooms.
#[derive(Clone, Debug)]
pub struct DeskHome {
    pub language: Language,
    pub decks: ListPage<DeckRow>,
    pub rooms: ListPage<RoomRow>,
    /// A code of something to say first.
    pub notice: Option<String>,
    /// Whether there is a proxy that the server does not know of.
    pub unheard: bool,
    /// Whether a proxy passes requests on under another host, and nobody said which is ours.
    pub rewritten: bool,
    /// What was typed as a new deck and could not be stored.
    pub text: String,
    /// What is wrong with it.
    pub problems: Vec<DeckProblem>,
}

/// One page of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListPage<T> {
    pub rows: Vec<T>,
    /// How many there are on all pages.
    pub total: usize,
    /// Which page this is, from 1.
    pub page: usize,
    /// The addresses of the pages before and after, where there are any.
    pub before: Option<String>,
    pub after: Option<String>,
}

impl<T> ListPage<T> {
    /// A list that is one page long.
    pub fn whole(rows: Vec<T>) -> Self {
        Self {
            total: rows.len(),
            rows,
            page: 1,
            before: None,
            after: None,
        }
    }

    /// The rows, and what is to be said of the others.
    pub fn apart(self) -> (Vec<T>, ListPage<()>) {
        let others = ListPage {
            rows: Vec::new(),
            total: self.total,
            page: self.page,
            before: self.before,
            after: self.after,
        };
        (self.rows, others)
    }
}

/// A deck in a list.
#[derive(Clone, Debug)]
pub struct DeckRow {
    /// Its name in addresses.
    pub deck: String,
    pub title: String,
    pub slides: usize,
}

/// A room in a list.
#[derive(Clone, Debug)]
pub struct RoomRow {
    /// Its name in addresses.
    pub room: String,
    pub code: JoinCode,
    pub title: String,
    pub status: RoomStatus,
    /// Everyone who joined, of a room in memory: no other is read for a list.
    pub participants: Option<u64>,
    /// When it is to take place, where that was said.
    pub planned: Option<LocalMoment>,
    /// The day it was made, where the organiser lives, and today: `2026-11-28`.
    pub made_on: String,
    pub today: String,
    /// For how long its answers are kept.
    pub kept: AnswersKept,
}

/// How a room in a list stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoomStatus {
    /// In memory.
    At(Phase),
    /// Not over, and nobody has looked at it for a while.
    Idle,
    /// Its journal can't be read, as an attempt to look at it has shown.
    Damaged,
}

/// What is wrong on a line of a deck.
#[derive(Clone, Debug)]
pub struct DeckProblem {
    /// From 1.
    pub line: usize,
    /// The line as it was written.
    pub quoted: String,
    /// What is wrong and what to write instead, in the page's language.
    pub sentence: String,
    /// The stable name of what is wrong.
    pub code: String,
}

/// One deck: its text and its slides.
#[derive(Clone, Debug)]
pub struct DeskDeck {
    pub language: Language,
    /// Its name in addresses.
    pub deck: String,
    pub title: String,
    /// As it is stored, or as it was typed and could not be stored.
    pub text: String,
    /// The version that the text was made from, and that a change of it has to name.
    pub version: String,
    /// What is stored by now, where that is something other than what the text was made from.
    pub stored: Option<String>,
    /// Empty where the text has errors.
    pub slides: Vec<SlideItem>,
    pub problems: Vec<DeckProblem>,
    pub warnings: Vec<DeckProblem>,
    /// The rooms that were started from it.
    pub rooms: ListPage<RoomRow>,
    /// A code of something to say first.
    pub notice: Option<String>,
    /// Whether the page asks if the deck may really be deleted.
    pub confirm_delete: bool,
}

/// The deck of a room that runs, and what another text would change.
#[derive(Clone, Debug)]
pub struct DeskRoomDeck {
    pub language: Language,
    /// The room's name in addresses.
    pub room: String,
    pub title: String,
    /// As the room plays it, or as it was typed.
    pub text: String,
    /// The version of the deck that the text was made from.
    pub version: String,
    /// As the room plays it by now, where that is something other than what the text was made from.
    pub stored: Option<String>,
    /// What the text would change, once somebody asked.
    pub changes: Option<Vec<Change>>,
    /// Whether nothing stands in the way of that.
    pub can_be_made: bool,
    pub problems: Vec<DeckProblem>,
    pub warnings: Vec<DeckProblem>,
    /// A code of something to say first.
    pub notice: Option<String>,
}

/// A slide of a deck.
#[derive(Clone, Debug)]
pub struct SlideItem {
    /// From 1.
    pub number: u64,
    pub kind: String,
    pub prompt: String,
}

/// A question that is a form, and how often it was filled in.
#[derive(Clone, Debug)]
pub struct FormLink {
    pub question: String,
    pub prompt: String,
    pub filled_in: u64,
}

/// A question that has a figure.
#[derive(Clone, Debug)]
pub struct FigureLink {
    pub question: String,
    pub prompt: String,
}

impl FigureLink {
    /// A question by its id and its prompt.
    pub fn of(question: &str, prompt: &str) -> Self {
        Self {
            question: question.to_owned(),
            prompt: prompt.to_owned(),
        }
    }
}

/// One room, as its organiser sees it at the desk.
#[derive(Clone, Debug)]
pub struct DeskRoom {
    /// The console, which follows the room.
    pub leading: RemoteState,
    /// When it is to take place, where that was said, and how many are expected then.
    pub planned: Option<(LocalMoment, Option<u32>)>,
    /// Today, where the organiser lives: `2026-11-28`.
    pub today: String,
    /// Whether there is a proxy that the server does not know of.
    pub unheard: bool,
    /// Whether a proxy passes requests on under another host, and nobody said which is ours.
    pub rewritten: bool,
    pub join_url: String,
    pub stage_url: String,
    pub presenter_url: String,
    pub remote_url: String,
    pub moderator_url: String,
    pub speaker_url: String,
    /// The newest first.
    pub answers: Vec<AnswerRow>,
    pub forms: Vec<FormLink>,
    /// Whether one of them asks for the address of who wants the report.
    pub asks_for_report: bool,
    pub figures: Vec<FigureLink>,
    pub removing: Removing,
    /// For how long its answers are kept.
    pub kept: AnswersKept,
    /// Whether the page asks if the room may really be deleted.
    pub confirm_delete: bool,
}

/// An answer that can be erased.
#[derive(Clone, Debug)]
pub struct AnswerRow {
    pub id: AnswerId,
    pub question: String,
    pub text: String,
    /// RFC 3339 in the organiser's zone.
    pub at: String,
}

/// When people joined a room, and who was removed from it.
#[derive(Clone, Debug, Default)]
pub struct Removing {
    /// In which minutes people joined who take part, in order of time; of many the fullest.
    pub minutes: Vec<MinuteRow>,
    /// Whom the page asks about, if they may really be removed.
    pub asked: Option<RemovedRow>,
    /// Who was removed, in order.
    pub removed: Vec<RemovedRow>,
}

/// A minute in which people joined.
#[derive(Clone, Debug)]
pub struct MinuteRow {
    /// Its first moment, RFC 3339 in the organiser's zone.
    pub at: String,
    /// How many minutes ago that was.
    pub ago: u64,
    pub people: u64,
}

/// Who joined from one moment until before another, as far as they may be removed, or were.
#[derive(Clone, Debug)]
pub struct RemovedRow {
    /// RFC 3339 in the organiser's zone.
    pub from: String,
    /// RFC 3339 in the organiser's zone.
    pub to: String,
    pub people: u64,
    pub answers: u64,
    /// How many of them a return brings back; the others have joined again.
    pub returning: u64,
}

/// This instance's settings, as far as they touch people's privacy.
#[derive(Clone, Debug)]
pub struct Privacy {
    /// How long a browser keeps a participant's cookie.
    pub identity_days: u64,
    /// The host, and port if it needs one, of this instance.
    pub host: String,
    /// Whether the public address is one of https.
    pub encrypted: bool,
    /// Whether connections pass a proxy.
    pub proxied: bool,
    /// Whether mail is sent to those who ask for the report.
    pub mails: bool,
    /// For how many days answers are kept, and what people fill into forms, where that has an end.
    pub keep_answers: Option<u32>,
    pub keep_forms: Option<u32>,
}

impl DeskRoom {
    fn language(&self) -> Language {
        self.leading.language
    }

    fn ended(&self) -> bool {
        self.leading.view.has_ended()
    }
}
