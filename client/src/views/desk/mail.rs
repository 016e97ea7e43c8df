//! Where the organiser mails those who asked for the report: to whom, what it says and how it
//! arrives, how far it is, and what a person has to decide.

use leptos::prelude::*;

use crate::language::Language;
use crate::model::mail::MailTrouble;
use crate::texts::desk::after_page::AfterPageTexts;
use crate::texts::desk::mail::{self as say, MailTexts};
use crate::ui::bidi;
use crate::ui::multiline::inner_html;
use crate::views::desk::frame::{self, NavEntry};
use crate::views::desk::{DeskRoom, confirmation};

mod lists;
mod progress;

/// The mail of one room.
#[derive(Clone, Debug)]
pub struct DeskMail {
    pub language: Language,
    /// The room's name in addresses.
    pub room: String,
    pub title: String,
    /// Whose name the mail carries; nothing where this instance sends none.
    pub from: Option<String>,
    pub has_ended: bool,
    /// Whether it is being sent: nothing of it changes then.
    pub is_running: bool,
    /// What it says, or what was typed and can't be.
    pub letter: LetterFields,
    /// The version of it that is shown.
    pub version: u64,
    /// As plain text; it is shown with its looks by a page of its own.
    pub text: String,
    pub addresses: AddressCounts,
    pub progress: MailProgress,
    /// A code of something to say first.
    pub notice: Option<String>,
}

/// What the organiser writes.
#[derive(Clone, Debug, Default)]
pub struct LetterFields {
    pub subject: String,
    pub lead: String,
    pub link: String,
}

/// The addresses that forms hold.
#[derive(Clone, Debug, Default)]
pub struct AddressCounts {
    /// All that are in forms, each once, also those that unsubscribed.
    pub asked: u64,
    pub unsubscribed: u64,
    /// How many of them a press would send to.
    pub next: u64,
    /// Those that may be mailed, in order.
    pub all: Vec<String>,
}

/// How far it is.
#[derive(Clone, Debug, Default)]
pub struct MailProgress {
    pub sent: u64,
    pub waiting: u64,
    pub unsubscribed: u64,
    pub withdrawn: u64,
    pub later: Vec<RecipientRow>,
    pub refused: Vec<RecipientRow>,
    pub unknown: Vec<RecipientRow>,
    /// What stands in the way of all of it, in which words, and when it is tried again.
    pub trouble: Option<(MailTrouble, String, String)>,
    /// When the addresses go, where that is known.
    pub kept_until: Option<String>,
    /// Whether they are gone.
    pub are_gone: bool,
}

/// One address of which something is to be said.
#[derive(Clone, Debug)]
pub struct RecipientRow {
    /// By which it is sent again.
    pub name: String,
    /// Nothing where it was erased.
    pub address: Option<String>,
    pub why: RecipientWhy,
}

/// What is to be said of it.
#[derive(Clone, Debug)]
pub enum RecipientWhy {
    /// In the other side's words; perhaps none.
    Said(String),
    /// The other side asked for a later time to the end.
    GivenUp(String),
    /// It can't be an address.
    NoAddress,
    /// It is tried again at that time.
    At(String, String),
}

impl DeskMail {
    pub(super) fn address(&self) -> String {
        format!("/desk/rooms/{}/mail", self.room)
    }

    /// Whether the notice is about a field.
    fn is_wrong(&self, code: &str) -> Option<&'static str> {
        (self.notice.as_deref() == Some(code)).then_some("true")
    }

    fn is_set_up(&self) -> bool {
        self.from.is_some()
    }

    /// Whether it moves by itself, and nobody has to decide anything meanwhile.
    pub fn is_under_way(&self) -> bool {
        let MailProgress {
            waiting,
            trouble,
            unknown,
            refused,
            ..
        } = &self.progress;
        self.is_running
            && *waiting > 0
            && trouble.is_none()
            && unknown.is_empty()
            && refused.is_empty()
    }

    /// Whether any of it was begun.
    fn is_begun(&self) -> bool {
        let MailProgress {
            sent,
            waiting,
            later,
            refused,
            unknown,
            ..
        } = &self.progress;
        let left_out = self.progress.unsubscribed + self.progress.withdrawn;
        let listed = later.len() + refused.len() + unknown.len();
        self.is_running || sent + waiting + left_out > 0 || listed > 0
    }
}

/// The whole page.
#[component]
pub fn MailPage(page: DeskMail) -> impl IntoView {
    let say = MailTexts::of(page.language);
    let can_write = page.is_set_up() && !page.is_running;
    let inside = view! {
        {frame::notice(page.language, page.notice.as_deref())}
        <div class="head">
            <div>
                <h1>{say.heading}</h1>
                <p class="soft">{bidi::name(&page.title)}</p>
            </div>
            <div class="actions">
                <a class="button quiet" href=format!("/desk/rooms/{}", page.room)>{say.back}</a>
                <a class="button quiet" href=format!("/desk/rooms/{}/page", page.room)>
                    {AfterPageTexts::of(page.language).link}
                </a>
            </div>
        </div>
        <div class="stack">
            <p class="measure">{say.lead}</p>
            {(!page.is_set_up()).then(|| view! { <p class="notice plain">{say.not_set_up}</p> })}
        </div>
        {page.is_begun().then(|| progress::progress(&page))}
        {whom(&page)}
        {can_write.then(|| letter(&page))}
        {page.is_set_up().then(|| preview(&page))}
        {lists::copied(&page)}
    };
    frame::page(page.language, NavEntry::Within, inside.into_any())
}

/// To whom it goes, and the button that sends it.
fn whom(page: &DeskMail) -> AnyView {
    let say = MailTexts::of(page.language);
    let AddressCounts {
        asked,
        unsubscribed,
        next,
        ..
    } = page.addresses;
    let counted = if asked == 0 {
        say.nobody.to_owned()
    } else {
        say::asked(page.language, asked)
    };
    let left_out =
        (unsubscribed > 0).then(|| view! { <p>{say::left_out(page.language, unsubscribed)}</p> });
    let runs = (!page.has_ended).then(|| view! { <p>{say.still_runs}</p> });
    let can_send = page.is_set_up() && page.has_ended && !page.is_running && next > 0;
    let version = page.version.to_string();
    let send = can_send.then(|| {
        let fields = [("do", "send"), ("version", version.as_str())];
        let meaning = say::send_meaning(page.language, next);
        confirmation::unfolding(page.address(), &fields, say.send, meaning, say.send_yes)
    });
    view! {
        <section class="section stack" id="whom">
            <h2>{say.whom}</h2>
            <p>{counted}</p>
            {left_out}
            {runs}
            {send}
        </section>
    }
    .into_any()
}

/// What it says, to be written.
fn letter(page: &DeskMail) -> AnyView {
    let say = MailTexts::of(page.language);
    view! {
        <section class="section" id="letter">
            <h2>{say.write}</h2>
            <form class="fields measure" method="post" action=page.address()>
                <input type="hidden" name="do" value="save" />
                <input type="hidden" name="version" value=page.version.to_string() />
                <div>
                    <label for="subject">{say.subject}</label>
                    <input
                        class="field"
                        id="subject"
                        name="subject"
                        required
                        dir="auto"
                        value=page.letter.subject.clone()
                        aria-invalid=page.is_wrong("mail_subject")
                    />
                </div>
                {lead_field(page)}
                {link_field(page)}
                <p class="actions">
                    <button class="button quiet" type="submit">{say.save}</button>
                </p>
            </form>
        </section>
    }
    .into_any()
}

fn lead_field(page: &DeskMail) -> AnyView {
    let say = MailTexts::of(page.language);
    view! {
        <div>
            <label for="lead">{say.lead_text}</label>
            <p class="hint" id="lead-hint">{say.lead_hint}</p>
            <textarea
                class="field"
                id="lead"
                name="lead"
                rows="8"
                dir="auto"
                aria-describedby="lead-hint"
                aria-invalid=page.is_wrong("mail_lead")
                inner_html=inner_html(&page.letter.lead)
            ></textarea>
        </div>
    }
    .into_any()
}

fn link_field(page: &DeskMail) -> AnyView {
    let say = MailTexts::of(page.language);
    view! {
        <div>
            <label for="address">{say.address}</label>
            <p class="hint" id="address-hint">{say.address_hint}</p>
            <input
                class="field"
                id="address"
                name="link"
                type="url"
                required
                dir="ltr"
                value=page.letter.link.clone()
                aria-describedby="address-hint"
                aria-invalid=page.is_wrong("mail_link")
            />
        </div>
    }
    .into_any()
}

/// How it will arrive.
fn preview(page: &DeskMail) -> AnyView {
    let say = MailTexts::of(page.language);
    let from = page.from.clone().unwrap_or_default();
    view! {
        <section class="section" id="preview">
            <h2>{say.preview}</h2>
            <p class="soft">{say.from} ": " <bdi>{from}</bdi></p>
            <p>{say.subject} ": " <b dir="auto">{page.letter.subject.clone()}</b></p>
            <div class="halves mail-preview">
                <div>
                    <h3>{say.preview_html}</h3>
                    <iframe title=say.preview_html src=format!("{}/preview", page.address()) sandbox=""></iframe>
                </div>
                <div>
                    <h3>{say.preview_text}</h3>
                    <pre class="letter" dir="auto">{page.text.clone()}</pre>
                </div>
            </div>
        </section>
    }
    .into_any()
}

/// The way to it, on the room's page.
pub(super) fn link(room: &DeskRoom) -> Option<AnyView> {
    let say = MailTexts::of(room.language());
    let section = || {
        view! {
            <section class="section">
                <h2>{say.heading}</h2>
                <p class="actions">
                    <a class="button quiet" href=room.at("mail")>{say.link}</a>
                    " "
                    <span class="hint">{say.link_hint}</span>
                </p>
            </section>
        }
        .into_any()
    };
    room.asks_for_report.then(section)
}

/// The page by which somebody ends all mail to their address.
#[component]
pub fn UnsubscribePage(language: Language, token: String, is_done: bool) -> impl IntoView {
    let say = MailTexts::of(language);
    let (heading, lead) = if is_done {
        (say.ended_heading, say.ended_lead)
    } else {
        (say.end_heading, say.end_lead)
    };
    let action = format!("/unsubscribe/{token}");
    let form = (!is_done).then(|| {
        view! {
            <form method="post" action=action class="actions">
                <button class="button" type="submit">{say.end_yes}</button>
            </form>
        }
    });
    let inside = view! { <div class="prose stack"><h1>{heading}</h1><p>{lead}</p>{form}</div> };
    frame::page(language, NavEntry::Outside, inside.into_any())
}
