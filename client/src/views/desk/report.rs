//! What an organiser adds to the report of a room, and chooses of it.

use leptos::prelude::*;
use shared::ids::AnswerId;

use crate::language::Language;
use crate::messages::archive::ArchiveTexts;
use crate::texts::desk::after_page::AfterPageTexts;
use crate::texts::desk::report::{self as say, ReportTexts};
use crate::ui::bidi;
use crate::ui::multiline::inner_html;
use crate::views::desk::frame::{self, NavEntry};

/// The whole page.
#[derive(Clone, Debug)]
pub struct ReportDesk {
    pub language: Language,
    /// The room's name in addresses.
    pub room: String,
    pub title: String,
    /// The version that is stored.
    pub version: u64,
    /// When it was saved last, as people write it.
    pub saved_at: Option<String>,
    pub lead: String,
    pub next: String,
    /// The questions that have answers: first those that are in it, in its order.
    pub questions: Vec<ReportChoice>,
    /// Questions that have another number of answers than when it was saved: prompt, before, now.
    pub changed: Vec<(String, String, String)>,
    /// Whether it was saved just now; whether somebody else did meanwhile.
    pub saved: bool,
    pub conflict: bool,
}

/// A question that can be in it.
#[derive(Clone, Debug)]
pub struct ReportChoice {
    pub id: String,
    pub prompt: String,
    pub included: bool,
    /// Of a form: that its totals are in it.
    pub is_form: bool,
    /// What people wrote, with whether it is quoted.
    pub quotes: Vec<(AnswerId, String, bool)>,
}

impl ReportDesk {
    fn at(&self, what: &str) -> String {
        format!("/desk/rooms/{}{what}", self.room)
    }
}

/// The page on which a report is made.
#[component]
pub fn ReportPage(page: ReportDesk) -> impl IntoView {
    let say = ReportTexts::of(page.language);
    let saved = page
        .saved_at
        .as_ref()
        .map(|when| view! { <p class="soft">{say::saved_at(page.language, when)}</p> });
    let inside = view! {
        {notices(&page)}
        <div class="head">
            <div>
                <h1>{say.heading}</h1>
                <p class="soft">{bidi::name(&page.title)}</p>
                {saved}
            </div>
            <div class="actions">
                <a class="button quiet" href=page.at("/results")>{say.back}</a>
                <a class="button quiet" href=page.at("/page")>{AfterPageTexts::of(page.language).link}</a>
            </div>
        </div>
        {files(&page)}
        {form(&page)}
    };
    frame::page(page.language, NavEntry::Within, inside.into_any())
}

/// The report as files.
fn files(page: &ReportDesk) -> AnyView {
    let say = ReportTexts::of(page.language);
    let each = [
        ("/report.docx", say.word),
        ("/report.pdf", say.pdf),
        ("/report.xlsx", say.excel),
        ("/report.html", say.see),
        ("/report.zip", ArchiveTexts::of(page.language).download),
    ];
    let link = |(to, words)| view! { <a class="button quiet" href=page.at(to)>{words}</a> };
    let links: Vec<_> = each.map(link).into_iter().collect();
    view! { <p class="actions" role="group" aria-label=say.download>{links}</p> }.into_any()
}

fn notices(page: &ReportDesk) -> AnyView {
    let say = ReportTexts::of(page.language);
    let said = [
        (page.saved, "notice good", "status", say.saved),
        (page.conflict, "notice", "alert", say.changed),
    ];
    let said: Vec<_> = said
        .into_iter()
        .filter(|(is_said, ..)| *is_said)
        .map(|(_, class, role, words)| view! { <p class=class role=role>{words}</p> })
        .collect();
    let changed = (!page.changed.is_empty()).then(|| {
        let rows: Vec<_> = page
            .changed
            .iter()
            .map(|(prompt, before, now)| {
                view! { <li>{say::changed_row(page.language, before, now, prompt)}</li> }
            })
            .collect();
        view! {
            <div class="notice" role="status">
                <p>{say::changed_since(page.language, rows.len() as u64)}</p>
                <ul>{rows}</ul>
            </div>
        }
    });
    view! { {said} {changed} }.into_any()
}

fn form(page: &ReportDesk) -> AnyView {
    let say = ReportTexts::of(page.language);
    if page.questions.is_empty() {
        return view! { <p class="empty">{say.nothing}</p> }.into_any();
    }
    let questions: Vec<_> = (1..)
        .zip(&page.questions)
        .map(|(place, choice)| question(page.language, place, choice))
        .collect();
    view! {
        <form method="post" action=page.at("/report") class="stack report">
            <input type="hidden" name="version" value=page.version.to_string() />
            {area("lead", say.lead_label, say.lead_hint, &page.lead)}
            <fieldset>
                <legend>{say.questions}</legend>
                <p class="hint">{say.questions_hint}</p>
                <ol role="list" class="choices">{questions}</ol>
            </fieldset>
            {area("next", say.next_label, say.next_hint, &page.next)}
            <p><button class="button" type="submit">{say.save}</button></p>
        </form>
    }
    .into_any()
}

fn area(name: &'static str, label: &'static str, hint: &'static str, text: &str) -> AnyView {
    let about = format!("{name}-hint");
    view! {
        <div>
            <label for=name>{label}</label>
            <p class="hint" id=about.clone()>{hint}</p>
            <textarea
                class="field"
                id=name
                name=name
                rows="5"
                aria-describedby=about
                dir="auto"
                inner_html=inner_html(text)
            ></textarea>
        </div>
    }
    .into_any()
}

fn question(language: Language, place: usize, choice: &ReportChoice) -> AnyView {
    let say = ReportTexts::of(language);
    let (included, number) = (format!("in-{}", choice.id), format!("place-{}", choice.id));
    let quotes = (!choice.quotes.is_empty()).then(|| quotes(say, choice));
    let totals = choice.is_form.then(|| {
        view! { <p class="hint">{say.totals_label} ". " {say.totals_hint}</p> }
    });
    view! {
        <li>
            <div class="row">
                <label>
                    <span class="visually-hidden">{say.place_label} " " {choice.prompt.clone()}</span>
                    <input class="field" type="number" name=number min="1" max="999" value=place.to_string() />
                </label>
                <label class="tick">
                    <input type="checkbox" name=included value="1" checked=choice.included />
                    " "
                    <span dir="auto">{choice.prompt.clone()}</span>
                </label>
            </div>
            {totals}
            {quotes}
        </li>
    }
    .into_any()
}

fn quotes(say: &ReportTexts, choice: &ReportChoice) -> AnyView {
    let name = format!("quote-{}", choice.id);
    let rows: Vec<_> = choice
        .quotes
        .iter()
        .map(|(id, text, quoted)| {
            view! {
                <li>
                    <label class="tick">
                        <input type="checkbox" name=name.clone() value=id.to_string() checked=*quoted />
                        " "
                        <span dir="auto">{text.clone()}</span>
                    </label>
                </li>
            }
        })
        .collect();
    view! {
        <details>
            <summary>{say.quotes}</summary>
            <p class="hint">{say.quotes_hint}</p>
            <ul role="list">{rows}</ul>
        </details>
    }
    .into_any()
}
