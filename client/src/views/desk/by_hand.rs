//! Where hosts enter what people without a phone answer: numbers where a question offers something
//! to be counted, and lines of text where people say something. Works without scripts.

use leptos::prelude::*;
use shared::ids::{RoomId, Round, SlideId};

use crate::language::Language;
use crate::texts::desk::by_hand::{ByHandTexts, given};
use crate::texts::desk::room::{typed_of, typed_said};
use crate::ui::multiline::inner_html;
use crate::views::desk::frame::{self, NavEntry};
use crate::views::desk::rooms;

/// What the page is made from.
#[derive(Clone, Debug)]
pub struct ByHandEntry {
    pub language: Language,
    pub room: RoomId,
    /// Whether whoever looks is signed in at the desk.
    pub desk: bool,
    pub title: String,
    /// Where they came from: the word of a page, and its address.
    pub back: (String, String),
    /// The questions that were asked.
    pub questions: Vec<(SlideId, String)>,
    /// The one that is entered; none while none was asked.
    pub form: Option<ByHandForm>,
    /// What went wrong, as a sentence.
    pub problem: Option<String>,
    /// Whether something was stored just now.
    pub saved: bool,
}

/// The form of one question.
#[derive(Clone, Debug)]
pub struct ByHandForm {
    pub question: SlideId,
    pub prompt: String,
    pub round: Round,
    /// How many rounds there were.
    pub rounds: Round,
    /// Names what is sent: twice the same is one entry.
    pub key: String,
    /// The groups of which one is entered, where a group gives one answer.
    pub groups: Vec<ByHandGroup>,
    pub fields: ByHandFields,
    /// How many entries there were: what is sent is refused where there is another meanwhile.
    pub rests_on: u32,
    /// What somebody else entered meanwhile: of what, and what.
    pub others: Vec<(String, String)>,
    /// How many answers there are, and how many of them were entered.
    pub voters: (u64, u64),
}

/// A group that an answer can be entered for.
#[derive(Clone, Debug)]
pub struct ByHandGroup {
    pub number: String,
    pub name: String,
    pub chosen: bool,
}

/// What is filled in.
#[derive(Clone, Debug)]
pub enum ByHandFields {
    /// Numbers, in parts with a name of their own where there are several.
    Counts(Vec<(Option<String>, Vec<ByHandCount>)>),
    /// A line for each person.
    Lines(ByHandLines),
    /// A line for each text; under headings where there are such.
    Additions(Vec<ByHandLines>),
    Nothing,
}

/// One number.
#[derive(Clone, Debug)]
pub struct ByHandCount {
    pub name: String,
    pub label: String,
    pub value: String,
}

/// Lines of text.
#[derive(Clone, Debug)]
pub struct ByHandLines {
    pub name: String,
    /// Under which heading.
    pub heading: Option<String>,
    pub text: String,
}

/// The whole page.
#[component]
pub fn ByHandPage(page: ByHandEntry) -> impl IntoView {
    let say = ByHandTexts::of(page.language);
    let (word, back) = page.back.clone();
    let problem = page.problem.clone();
    let problem =
        problem.map(|said| view! { <p class="notice" role="alert" id="problem">{said}</p> });
    let saved = page.saved.then(|| {
        view! { <p class="notice good" role="status">{say.saved}</p> }
    });
    let form = match &page.form {
        Some(form) => entered(&page, form, &word),
        None => view! { <p>{say.none_asked}</p> }.into_any(),
    };
    let inside = view! {
        <div class="head">
            <div>
                <h1>{say.heading}</h1>
                <p dir="auto">{rooms::titled(page.language, &page.title)}</p>
            </div>
            <a class="button quiet" href=back>{say.back}</a>
        </div>
        <p class="hint">{say.lead}</p>
        {problem}
        {saved}
        {picker(&page, &word)}
        {groups(&page, &word)}
        {form}
    };
    let here = if page.desk {
        NavEntry::Within
    } else {
        NavEntry::Outside
    };
    frame::page(page.language, here, inside.into_any())
}

fn action(page: &ByHandEntry) -> String {
    format!("/rooms/{}/typed", page.room)
}

/// Which question and round are entered.
fn picker(page: &ByHandEntry, back: &str) -> Option<AnyView> {
    let say = ByHandTexts::of(page.language);
    let form = page.form.as_ref()?;
    let questions = page.questions.iter().map(|(id, prompt)| {
        let chosen = *id == form.question;
        view! { <option value=id.to_string() selected=chosen>{prompt.clone()}</option> }
    });
    let questions = questions.collect_view();
    let rounds = (form.rounds > 1).then(|| {
        let rounds = (1..=form.rounds).rev().map(|round| {
            let chosen = round == form.round;
            view! { <option value=round.to_string() selected=chosen>{round.to_string()}</option> }
        });
        let rounds = rounds.collect_view();
        view! {
            <label for="round">{say.round}</label>
            <select id="round" name="round">{rounds}</select>
        }
    });
    Some(
        view! {
            <form method="get" action=action(page) class="pick-question">
                <input type="hidden" name="back" value=back.to_owned() />
                <label for="question">{say.question}</label>
                <select id="question" name="question">{questions}</select>
                {rounds}
                <button class="button quiet" type="submit">{say.show}</button>
            </form>
        }
        .into_any(),
    )
}

/// For which group something is entered: links, so that a form is never another group's than it
/// says.
fn groups(page: &ByHandEntry, back: &str) -> Option<AnyView> {
    let form = page.form.as_ref()?;
    let (action, question, round) = (action(page), &form.question, form.round);
    let to = format!("{action}?back={back}&question={question}&round={round}&group=");
    let each = form.groups.iter().map(|group| {
        let (href, name) = (format!("{to}{}", group.number), group.name.clone());
        let current = group.chosen.then_some("page");
        view! { <a class="button quiet" dir="auto" href=href aria-current=current>{name}</a> }
    });
    let each = each.collect_view();
    let label = ByHandTexts::of(page.language).group;
    (!form.groups.is_empty())
        .then(|| view! { <nav class="actions by-group" aria-label=label>{each}</nav> }.into_any())
}

fn entered(page: &ByHandEntry, form: &ByHandForm, back: &str) -> AnyView {
    let say = ByHandTexts::of(page.language);
    let (voters, typed) = form.voters;
    let said = |typed: u64| match typed == voters {
        true => typed_said(page.language, typed),
        false => {
            let all = given(page.language, voters);
            format!("{all}, {}", typed_of(page.language, typed))
        }
    };
    let typed = (typed > 0).then(|| said(typed));
    let heading = view! {
        <h2 dir="auto">{form.prompt.clone()}</h2>
        {typed.map(|said| view! { <p class="soft">{said}</p> })}
    };
    let inside = match &form.fields {
        ByHandFields::Nothing => {
            return view! { {heading} <p>{say.nothing_to_enter}</p> }.into_any();
        }
        ByHandFields::Counts(parts) => counts(say, parts),
        ByHandFields::Lines(lines) => {
            let (all, hint) = (std::slice::from_ref(lines), say.texts_hint);
            texts(say, all, hint)
        }
        ByHandFields::Additions(lines) => texts(say, lines, say.additions_hint),
    };
    let chosen = form.groups.iter().find(|group| group.chosen);
    let group = chosen.map(|group| {
        let (number, name) = (group.number.clone(), group.name.clone());
        view! {
            <input type="hidden" name="group" value=number />
            <p><b dir="auto">{name}</b> ". " {say.of_group_hint}</p>
        }
    });
    view! {
        {heading}
        {others(say, &form.others)}
        <form method="post" action=action(page) class="by-hand">
            <input type="hidden" name="rests_on" value=form.rests_on.to_string() />
            <input type="hidden" name="question" value=form.question.to_string() />
            <input type="hidden" name="round" value=form.round.to_string() />
            <input type="hidden" name="key" value=form.key.clone() />
            <input type="hidden" name="back" value=back.to_owned() />
            {group}
            {inside}
            <p class="hint">{say.replaces}</p>
            <button class="button" type="submit">{say.save}</button>
        </form>
    }
    .into_any()
}

/// What somebody else entered meanwhile, beside the form that still has what was typed.
fn others(say: &ByHandTexts, others: &[(String, String)]) -> Option<AnyView> {
    let each = others.iter().map(|(of, what)| {
        let of = (!of.is_empty()).then(|| view! { <span dir="auto">{of.clone()}</span> ": " });
        view! { <li>{of} <b dir="auto">{what.clone()}</b></li> }
    });
    let each = each.collect_view();
    (!others.is_empty()).then(|| {
        view! {
            <section class="entered-by-others">
                <h3>{say.by_others}</h3>
                <ul>{each}</ul>
            </section>
        }
        .into_any()
    })
}

fn counts(say: &ByHandTexts, parts: &[(Option<String>, Vec<ByHandCount>)]) -> AnyView {
    let each = parts.iter().map(|(part, counts)| {
        let counts = counts.iter().map(|count| {
            let (id, name) = (format!("count-{}", count.name), count.name.clone());
            view! {
                <div class="count">
                    <label for=id.clone() dir="auto">{count.label.clone()}</label>
                    <input
                        type="number" inputmode="numeric" min="0" max="1000"
                        id=id name=name value=count.value.clone()
                    />
                </div>
            }
        });
        let counts = counts.collect_view();
        let legend = part.clone().unwrap_or_else(|| say.counts.to_owned());
        view! { <fieldset><legend dir="auto">{legend}</legend>{counts}</fieldset> }
    });
    each.collect_view().into_any()
}

fn texts(say: &ByHandTexts, all: &[ByHandLines], hint: &'static str) -> AnyView {
    let each = all.iter().map(|lines| {
        let label = lines.heading.clone();
        let label = label.unwrap_or_else(|| say.texts.to_owned());
        let rows = if all.len() > 1 { "3" } else { "8" };
        view! {
            <label for=lines.name.clone() dir="auto">{label}</label>
            <textarea
                id=lines.name.clone()
                name=lines.name.clone()
                rows=rows
                dir="auto"
                aria-describedby="texts-hint"
                inner_html=inner_html(&lines.text)
            ></textarea>
        }
    });
    let each = each.collect_view();
    view! { <p class="hint" id="texts-hint">{hint}</p> {each} }.into_any()
}
