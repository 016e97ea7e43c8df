//! What came out of a room, for the organiser: every question in order with its figure, its numbers
//! and its sentence, what people asked the speakers, and a search in what they gave.

use leptos::prelude::*;
use shared::ids::SlideId;
use shared::instant::LocalMoment;
use shared::protocol::view::QaQuestion;

use crate::language::Language;
use crate::results::QuestionRounds;
use crate::texts::desk::after_page::AfterPageTexts;
use crate::texts::desk::report::ReportTexts;
use crate::texts::desk::results::{self as say, ResultsPageTexts};
use crate::texts::desk::retention::RetentionTexts;
use crate::texts::desk::{date, plurals};
use crate::ui::bidi;
use crate::views::desk::AnswerRow;
use crate::views::desk::confirmation::confirm_in_place;
use crate::views::desk::frame::{self, NavEntry};
use crate::views::desk::retention::{self, AnswersKept};

mod question;
mod questions;
mod search;

/// The whole page.
#[derive(Clone, Debug)]
pub struct DeskResults {
    pub language: Language,
    /// The room's name in addresses.
    pub room: String,
    pub title: String,
    pub ended: bool,
    /// When it began and when it ended, where the organiser lives, and the day today.
    pub from: Option<LocalMoment>,
    pub until: Option<LocalMoment>,
    pub today: String,
    pub people: u64,
    pub answers: u64,
    pub questions: Vec<QuestionRounds>,
    /// By which questions results can be split, by groups without a prompt; and by which they are.
    pub splits: Vec<(SlideId, String)>,
    pub split: Option<SlideId>,
    /// What people asked the speakers.
    pub qa: Vec<QaQuestion>,
    /// What was looked for.
    pub search: Option<FoundAnswers>,
    /// For how long the answers are kept.
    pub kept: AnswersKept,
    /// A code of something to say first.
    pub notice: Option<String>,
}

/// Answers with a text in them.
#[derive(Clone, Debug)]
pub struct FoundAnswers {
    pub text: String,
    /// The newest of them.
    pub rows: Vec<AnswerRow>,
    /// How many there are.
    pub total: u64,
}

impl DeskResults {
    fn at(&self, what: &str) -> String {
        format!("/desk/rooms/{}{what}", self.room)
    }

    /// Whether they have not ended: then this page is all that there is of the room.
    fn has_answers(&self) -> bool {
        self.kept.ended.is_none()
    }
}

/// What came out of a room.
#[component]
pub fn ResultsPage(page: DeskResults) -> impl IntoView {
    let say = ResultsPageTexts::of(page.language);
    let inside = view! {
        {frame::notice(page.language, page.notice.as_deref())}
        <div class="head">
            <div>
                <h1>{bidi::name(&page.title)}</h1>
                <p class="soft">{facts(&page)}</p>
            </div>
            <div class="actions">
                {page.has_answers().then(|| {
                    view! { <a class="button quiet" href=page.at("")>{say.back}</a> }
                })}
                <a class="button quiet" href=page.at("/page")>{AfterPageTexts::of(page.language).link}</a>
                <a class="button" href=page.at("/report")>{ReportTexts::of(page.language).link}</a>
            </div>
        </div>
        {retention::note(page.language, &page.room, &page.kept)}
        {page.has_answers().then(|| search::form(&page))}
        {match &page.search {
            Some(found) => search::found(&page, found),
            None => questions(&page),
        }}
        {(!page.has_answers()).then(|| apart(&page))}
    };
    frame::page(page.language, NavEntry::Within, inside.into_any())
}

/// How it stands, when it was, and how many took part.
fn facts(page: &DeskResults) -> String {
    let language = page.language;
    let say = ResultsPageTexts::of(language);
    let status = if page.ended {
        say.status_ended
    } else {
        say.status_running
    };
    let when = page.from.as_ref().map(|from| {
        let day = date::day(language, from.day(), &page.today);
        let clock = |moment: &LocalMoment| date::clock(language, moment);
        match page.until.as_ref().filter(|_| page.ended) {
            Some(until) => say::when(language, &day, &clock(from), &clock(until)),
            None => say::when_begun(language, &day, &clock(from)),
        }
    });
    let people = plurals::people(language, page.people);
    let answers = plurals::answers(language, page.answers);
    let mut all = vec![status.to_owned()];
    all.extend(when);
    all.push(bidi::listed(&[&people, &answers], ", "));
    all.join(" · ")
}

/// The way to throw away what is left.
fn apart(page: &DeskResults) -> AnyView {
    let say = RetentionTexts::of(page.language);
    let asked = confirm_in_place(
        page.at("/delete"),
        say.delete,
        say.delete_meaning,
        say.delete_yes,
    );
    view! {
        <section class="apart stack" id="apart">
            <h2>{say.apart}</h2>
            {asked}
        </section>
    }
    .into_any()
}

fn questions(page: &DeskResults) -> AnyView {
    let say = ResultsPageTexts::of(page.language);
    let (answered, empty): (Vec<_>, Vec<_>) =
        page.questions.iter().partition(|row| row.is_answered());
    let rows: Vec<_> = answered
        .iter()
        .map(|row| question::section(page, row))
        .collect();
    let qa = (!page.qa.is_empty()).then(|| questions::section(page));
    view! {
        <section class="all-results" aria-labelledby="all-results">
            <div class="head">
                <h2 id="all-results">{say.heading}</h2>
                {splits(page)}
            </div>
            {rows}
            {qa}
            {rest(page, &empty)}
        </section>
    }
    .into_any()
}

/// By what the results of all questions are split.
fn splits(page: &DeskResults) -> Option<AnyView> {
    let say = ResultsPageTexts::of(page.language);
    let option = |(id, prompt): &(SlideId, String)| {
        let chosen = page.split.as_ref() == Some(id);
        let name = if prompt.is_empty() {
            say.split_groups.to_owned()
        } else {
            prompt.clone()
        };
        view! { <option value=id.to_string() selected=chosen>{name}</option> }
    };
    let options: Vec<_> = page.splits.iter().map(option).collect();
    let form = view! {
        <form class="row" method="get" action=page.at("/results")>
            <label for="split">{say.split_label}</label>
            <select class="field" id="split" name="split">
                <option value="">{say.split_none}</option>
                {options}
            </select>
            <button class="button quiet" type="submit">{say.split}</button>
        </form>
    };
    (!page.splits.is_empty()).then(|| form.into_any())
}

/// What nobody answered, in small.
fn rest(page: &DeskResults, empty: &[&QuestionRounds]) -> Option<AnyView> {
    let say = ResultsPageTexts::of(page.language);
    let row = |row: &&QuestionRounds| {
        let results = &row.newest.results;
        let why = if results.asked {
            say.no_answers
        } else {
            say.not_asked
        };
        let number = results.number.map(|number| number.to_string());
        view! {
            <li>
                {number} " " <span dir="auto">{results.prompt.clone()}</span> ": " {why}
            </li>
        }
    };
    let rows: Vec<_> = empty.iter().map(row).collect();
    let section = view! {
        <div class="rest">
            <p>{say::rest(page.language, rows.len() as u64)}</p>
            <ul>{rows}</ul>
        </div>
    };
    (!empty.is_empty()).then(|| section.into_any())
}
