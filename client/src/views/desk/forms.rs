//! What people filled into a form, for the organiser: a row each, which can be erased.

use leptos::prelude::*;

use crate::language::Language;
use crate::texts::desk::forms::{self as say, FormsTexts};
use crate::ui::bidi;
use crate::views::desk::frame::{self, NavEntry};
use crate::views::desk::{DeskRoom, FormLink, confirmation};

/// What people filled into a form.
#[derive(Clone, Debug)]
pub struct DeskForms {
    pub language: Language,
    /// The room's name in addresses.
    pub room: String,
    pub title: String,
    pub question: String,
    pub prompt: String,
    pub rounds: Vec<FormRows>,
}

/// The same in one round.
#[derive(Clone, Debug)]
pub struct FormRows {
    pub number: u32,
    /// How many filled it in, also where it is no longer kept.
    pub filled_in: u64,
    /// What was asked.
    pub labels: Vec<String>,
    pub rows: Vec<FormRow>,
}

/// One form.
#[derive(Clone, Debug)]
pub struct FormRow {
    /// By which it is erased.
    pub name: String,
    /// As `2026-11-28`.
    pub day: String,
    /// What is in each field.
    pub cells: Vec<FormCell>,
}

/// What somebody filled into a field.
#[derive(Clone, Debug)]
pub enum FormCell {
    Ticked,
    Text(String),
}

impl DeskForms {
    fn at(&self, what: &str) -> String {
        format!("/desk/rooms/{}/forms/{}{what}", self.room, self.question)
    }
}

/// The whole page.
#[component]
pub fn FormsPage(page: DeskForms) -> impl IntoView {
    let say = FormsTexts::of(page.language);
    let files = [
        ("format=csv", say.csv),
        ("format=csv&excel=1", say.excel),
        ("format=json", say.json),
    ];
    let files = files.map(|(query, words)| {
        let address = format!("{}?{query}", page.at("/export"));
        view! { <a class="button quiet" href=address>{words}</a> }
    });
    let several = page.rounds.len() > 1;
    let rounds = page
        .rounds
        .iter()
        .map(|rows| round(&page, rows, several))
        .collect_view();
    let inside = view! {
        <div class="head">
            <div>
                <h1 dir="auto">{page.prompt.clone()}</h1>
                <p class="soft">{bidi::name(&page.title)}</p>
            </div>
            <div class="actions">
                <a class="button quiet" href=format!("/desk/rooms/{}", page.room)>{say.back}</a>
            </div>
        </div>
        <p>{say.lead}</p>
        {rounds}
        <section class="section">
            <h2>{say.download}</h2>
            <p class="actions">{files.into_iter().collect_view()}</p>
        </section>
    };
    frame::page(page.language, NavEntry::Within, inside.into_any())
}

fn round(page: &DeskForms, round: &FormRows, several: bool) -> AnyView {
    let say = FormsTexts::of(page.language);
    let heading = several.then(|| view! { <h2>{say::round(page.language, round.number)}</h2> });
    let labels = round
        .labels
        .iter()
        .map(|label| view! { <th scope="col" dir="auto">{label.clone()}</th> })
        .collect_view();
    let rows = round.rows.iter().map(|form| row(page, form)).collect_view();
    let table = if round.rows.is_empty() {
        view! { <p class="soft">{say.nothing}</p> }.into_any()
    } else {
        view! {
            <div class="scroll" role="region" tabindex="0" aria-label=page.prompt.clone()>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{say.day}</th>
                            {labels}
                            <td></td>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="section">
            {heading}
            <p>{say::filled_in(page.language, round.filled_in)}</p>
            {table}
        </section>
    }
    .into_any()
}

fn row(page: &DeskForms, form: &FormRow) -> AnyView {
    let say = FormsTexts::of(page.language);
    let cell = |cell: &FormCell| {
        let words = match cell {
            FormCell::Ticked => say.ticked.to_owned(),
            FormCell::Text(text) => text.clone(),
        };
        view! { <td dir="auto">{words}</td> }
    };
    let cells = form.cells.iter().map(cell).collect_view();
    let named = [("form", form.name.as_str())];
    let erase = confirmation::unfolding(
        page.at("/erase"),
        &named,
        say.erase,
        say.erase_meaning,
        say.erase_yes,
    );
    view! {
        <tr>
            <td class="when">{form.day.clone()}</td>
            {cells}
            <td>{erase}</td>
        </tr>
    }
    .into_any()
}

/// The forms of a room, on its page.
pub(super) fn links(room: &DeskRoom) -> Option<AnyView> {
    let say = FormsTexts::of(room.language());
    let link = |form: &FormLink| {
        let address = room.at(&format!("forms/{}", form.question));
        let words = say::link(room.language(), &form.prompt, form.filled_in);
        view! { <li><a href=address>{words}</a></li> }
    };
    let links = room.forms.iter().map(link).collect_view();
    let section = view! {
        <section class="section">
            <h2>{say.forms}</h2>
            <ul>{links}</ul>
        </section>
    };
    (!room.forms.is_empty()).then(|| section.into_any())
}
