//! What an organiser puts on the page on which people read afterwards what came out of a room, and
//! where that page is.

use leptos::prelude::*;

use crate::language::Language;
use crate::texts::desk::after_page::{self as say, AfterPageTexts};
use crate::texts::desk::room::RoomTexts;
use crate::ui::bidi;
use crate::ui::multiline::inner_html;
use crate::views::desk::frame::{self, NavEntry};

/// The whole page.
#[derive(Clone, Debug)]
pub struct AfterPageDesk {
    pub language: Language,
    /// The room's name in addresses.
    pub room: String,
    pub title: String,
    /// The version that is stored.
    pub version: u64,
    pub status: AfterPageStatus,
    /// Where the page is, with its QR code as SVG, once it has a name.
    pub address: Option<(String, String)>,
    pub open: bool,
    /// A day as the field takes it: `2026-12-28`, or nothing.
    pub until: String,
    pub slug: String,
    pub text: String,
    pub transcript: String,
    /// Names and addresses.
    pub urls: Vec<(String, String)>,
    /// The questions that have answers: first those that are on it, in its order.
    pub questions: Vec<PageQuestion>,
    pub notice: Option<AfterPageNotice>,
}

/// Who can see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AfterPageStatus {
    Closed,
    /// It is open once the room has ended.
    Waiting,
    /// Until that day, in words.
    Open(String),
    /// It was open until that day.
    Over(String),
}

/// A question that can be on it.
#[derive(Clone, Debug)]
pub struct PageQuestion {
    pub id: String,
    pub prompt: String,
    pub included: bool,
    pub is_form: bool,
}

/// What is to be said first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterPageNotice {
    Saved,
    Changed,
    Slug,
    SlugTaken,
    Url,
    Day,
    TooLong,
    Unreadable,
}

/// Rows for further addresses.
const EMPTY_ROWS: usize = 2;

impl AfterPageDesk {
    fn at(&self, what: &str) -> String {
        format!("/desk/rooms/{}{what}", self.room)
    }

    fn is_wrong(&self, about: &[AfterPageNotice]) -> Option<&'static str> {
        let is_about = self.notice.is_some_and(|notice| about.contains(&notice));
        is_about.then_some("true")
    }
}

/// The page on which it is made.
#[component]
pub fn AfterPageDeskPage(page: AfterPageDesk) -> impl IntoView {
    let say = AfterPageTexts::of(page.language);
    let inside = view! {
        {notice(&page)}
        <div class="head">
            <div>
                <h1>{say.heading}</h1>
                <p class="soft">{bidi::name(&page.title)}</p>
            </div>
            <div class="actions">
                <a class="button quiet" href=page.at("/results")>{say.back}</a>
            </div>
        </div>
        <p class="measure">{say.lead}</p>
        <p><b>{status(&page)}</b></p>
        {address(&page)}
        <p class="actions">
            <a class="button quiet" href=page.at("/page/preview")>{say.see}</a>
        </p>
        {form(&page)}
    };
    frame::page(page.language, NavEntry::Within, inside.into_any())
}

fn notice(page: &AfterPageDesk) -> Option<AnyView> {
    let say = AfterPageTexts::of(page.language);
    let said = match page.notice? {
        AfterPageNotice::Saved => {
            return Some(view! { <p class="notice good" role="status">{say.saved}</p> }.into_any());
        }
        AfterPageNotice::Changed => say.changed,
        AfterPageNotice::Slug => say.slug_wrong,
        AfterPageNotice::SlugTaken => say.slug_taken,
        AfterPageNotice::Url => say.url_wrong,
        AfterPageNotice::Day => say.day_wrong,
        AfterPageNotice::TooLong => say.too_long,
        AfterPageNotice::Unreadable => say.unreadable,
    };
    Some(view! { <p class="notice" role="alert">{said}</p> }.into_any())
}

fn status(page: &AfterPageDesk) -> String {
    let say = AfterPageTexts::of(page.language);
    match &page.status {
        AfterPageStatus::Closed => say.status_closed.to_owned(),
        AfterPageStatus::Waiting => say.status_waiting.to_owned(),
        AfterPageStatus::Open(day) => say::status_open(page.language, day),
        AfterPageStatus::Over(day) => say::status_over(page.language, day),
    }
}

/// Where it is: to be copied, and to be scanned.
fn address(page: &AfterPageDesk) -> Option<AnyView> {
    let say = AfterPageTexts::of(page.language);
    let of_rooms = RoomTexts::of(page.language);
    let (url, qr) = page.address.clone()?;
    let address = view! {
        <section class="handing" aria-label=say.address>
            <div class="links">
                <div class="qr" role="img" aria-label=say.qr inner_html=qr></div>
                <div>
                    <label for="page-address">{say.address}</label>
                    " "
                    <span class="hint" id="page-address-for">{say.address_for}</span>
                    <div class="row">
                        <input
                            class="field"
                            id="page-address"
                            readonly=true
                            dir="ltr"
                            value=url
                            aria-describedby="page-address-for"
                        />
                        // Its script shows it.
                        <button
                            class="button quiet"
                            type="button"
                            data-copies="page-address"
                            data-copied=of_rooms.chat_copied
                            hidden=true
                        >
                            {of_rooms.chat_copy}
                        </button>
                    </div>
                </div>
            </div>
        </section>
    };
    Some(address.into_any())
}

fn form(page: &AfterPageDesk) -> AnyView {
    let say = AfterPageTexts::of(page.language);
    view! {
        <form method="post" action=page.at("/page") enctype="multipart/form-data" class="stack report">
            <input type="hidden" name="version" value=page.version.to_string() />
            {who(page)}
            {area(say.text_label, say.text_hint, ("text", "5"), &page.text)}
            {questions(page)}
            {urls(page)}
            {area(say.transcript_label, say.transcript_hint, ("transcript", "8"), &page.transcript)}
            <div>
                <label for="file">{say.file_label}</label>
                <p class="hint" id="file-hint">{say.file_hint}</p>
                <input
                    id="file"
                    name="file"
                    type="file"
                    accept=".vtt,.srt,.txt,text/plain,text/vtt"
                    aria-describedby="file-hint"
                    aria-invalid=page.is_wrong(&[AfterPageNotice::Unreadable])
                />
            </div>
            <p><button class="button" type="submit">{say.save}</button></p>
        </form>
    }
    .into_any()
}

/// Whether it is open, until when, and under which name.
fn who(page: &AfterPageDesk) -> AnyView {
    let say = AfterPageTexts::of(page.language);
    let slug_is_wrong = page.is_wrong(&[AfterPageNotice::Slug, AfterPageNotice::SlugTaken]);
    view! {
        <fieldset>
            <legend>{say.open_legend}</legend>
            <label class="check">
                <input
                    type="checkbox"
                    name="open"
                    value="1"
                    checked=page.open
                    aria-describedby="open-hint"
                />
                " "
                {say.open_label}
            </label>
            <p class="hint" id="open-hint">{say.open_hint}</p>
            <label for="until">{say.until_label}</label>
            <p class="hint" id="until-hint">{say.until_hint}</p>
            <input
                class="field"
                id="until"
                name="until"
                type="date"
                value=page.until.clone()
                aria-describedby="until-hint"
                aria-invalid=page.is_wrong(&[AfterPageNotice::Day])
            />
            <label for="slug">{say.slug_label}</label>
            <p class="hint" id="slug-hint">{say.slug_hint}</p>
            <input
                class="field"
                id="slug"
                name="slug"
                autocapitalize="none"
                autocomplete="off"
                spellcheck="false"
                dir="ltr"
                value=page.slug.clone()
                aria-describedby="slug-hint"
                aria-invalid=slug_is_wrong
            />
        </fieldset>
    }
    .into_any()
}

fn area(
    label: &'static str,
    hint: &'static str,
    (name, rows): (&'static str, &'static str),
    text: &str,
) -> AnyView {
    let about = format!("{name}-hint");
    view! {
        <div>
            <label for=name>{label}</label>
            <p class="hint" id=about.clone()>{hint}</p>
            <textarea
                class="field"
                id=name
                name=name
                rows=rows
                aria-describedby=about
                dir="auto"
                inner_html=inner_html(text)
            ></textarea>
        </div>
    }
    .into_any()
}

fn questions(page: &AfterPageDesk) -> Option<AnyView> {
    let say = AfterPageTexts::of(page.language);
    let rows: Vec<_> = (1..)
        .zip(&page.questions)
        .map(|(place, question)| self::question(page.language, place, question))
        .collect();
    let fieldset = view! {
        <fieldset>
            <legend>{say.show_legend}</legend>
            <p class="hint">{say.show_hint}</p>
            <ol role="list" class="choices">{rows}</ol>
        </fieldset>
    };
    (!page.questions.is_empty()).then(|| fieldset.into_any())
}

fn question(language: Language, place: usize, question: &PageQuestion) -> AnyView {
    let say = AfterPageTexts::of(language);
    let (included, number) = (
        format!("in-{}", question.id),
        format!("place-{}", question.id),
    );
    let form = question
        .is_form
        .then(|| view! { " " <small class="soft">{say.form}</small> });
    view! {
        <li>
            <div class="row">
                <label>
                    <span class="visually-hidden">{say::place_of(language, &question.prompt)}</span>
                    <input class="field" type="number" name=number min="1" max="999" value=place.to_string() />
                </label>
                <label class="tick">
                    <input type="checkbox" name=included value="1" checked=question.included />
                    " "
                    <span dir="auto">{question.prompt.clone()}</span>
                    {form}
                </label>
            </div>
        </li>
    }
    .into_any()
}

/// A row for each address, and some more.
fn urls(page: &AfterPageDesk) -> AnyView {
    let say = AfterPageTexts::of(page.language);
    let empty = std::iter::repeat_n(Default::default(), EMPTY_ROWS);
    let rows = page.urls.iter().cloned().chain(empty);
    let wrong = page.is_wrong(&[AfterPageNotice::Url]);
    let rows: Vec<_> = (1_u64..)
        .zip(rows)
        .map(|(number, (label, url))| {
            view! {
                <li role="group" class="row" aria-label=say::url_row(page.language, number)>
                    <label>
                        {say.url_name}
                        <input class="field" name="label" dir="auto" value=label />
                    </label>
                    <label>
                        {say.url_address}
                        <input class="field" name="url" type="url" dir="ltr" value=url aria-invalid=wrong />
                    </label>
                </li>
            }
        })
        .collect();
    view! {
        <fieldset>
            <legend>{say.urls_legend}</legend>
            <p class="hint">{say.urls_hint}</p>
            <ul role="list" class="choices urls">{rows}</ul>
        </fieldset>
    }
    .into_any()
}
