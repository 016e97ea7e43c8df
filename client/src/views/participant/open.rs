//! `open` on a phone: a field to add one answer, one's own answers, and those of others to vote for.

mod votes;

use leptos::prelude::*;
use shared::protocol::OwnAdded;
use shared::protocol::view::Input;

use crate::texts::phone::counted;
use crate::ui::counted::{CountedField, counted_field};
use crate::ui::multiline;
use crate::views::participant::sheet::Sheet;
use crate::views::participant::{form, question};

pub(super) fn body(sheet: &Sheet<'_>) -> AnyView {
    let lists = !added(sheet).is_empty() || sheet.question.votable.is_some() || sheet.question.results.is_some();
    let first = if may_add(sheet) { add_form(sheet, lists) } else { lead(sheet) };
    view! { {first} {mine(sheet)} {votes::others(sheet)} }.into_any()
}

/// Whether there is something to fill in or to press.
pub(super) fn has_form(sheet: &Sheet<'_>) -> bool {
    may_add(sheet) || added(sheet).iter().any(|added| may_edit(sheet, added)) || votes::any(sheet)
}

pub(super) fn hint(sheet: &Sheet<'_>) -> Option<String> {
    let given = kept(sheet) > 0;
    may_add(sheet).then(|| counted::open(sheet.language(), left(sheet), given, length(sheet)))
}

fn lead(sheet: &Sheet<'_>) -> AnyView {
    let say = sheet.say();
    let typed = sheet.typed.is_some();
    let lead = match (sheet.question.open, sheet.question.voting, kept(sheet)) {
        (true, true, _) => Some(say.voting),
        (true, false, _) => Some(say.all_given),
        // The notice has said what became of it.
        (false, _, 0) if typed => None,
        (false, _, 0) => Some(say.closed_without),
        (false, _, _) if typed => Some(say.earlier_stays),
        (false, _, _) => Some(say.closed_counts),
    };
    view! { {lead.map(question::status)} {question::meant(sheet)} }.into_any()
}

fn add_form(sheet: &Sheet<'_>, lists: bool) -> AnyView {
    let say = sheet.say();
    // What came back with the key of a stored answer belongs into the form that changes that one.
    let typed = sheet.typed.as_ref().filter(|typed| edited(sheet, typed.first("key")).is_none());
    let text = typed.and_then(|typed| typed.first("text")).unwrap_or_default();
    let key = if typed.is_some() { sheet.key() } else { sheet.state.key.clone() };
    let class = if lists { "answer in-flow" } else { "answer" };
    let field = counted_field(CountedField {
        id: "text".to_owned(),
        text: text.to_owned(),
        rows: 4,
        limit: length(sheet) as usize,
        placeholder: Some(say.your_answer),
        described_by: Some("hint"),
        language: sheet.language(),
    });
    view! {
        <form class=class method="post" action=form::action(sheet)>
            {form::hidden(sheet, Some(&key))}
            <div class="fields">
                <label class="visually-hidden" for="text">{say.your_answer}</label>
                {field}
            </div>
            {form::add_bar(sheet, typed.is_some(), lists)}
        </form>
    }
    .into_any()
}

fn mine(sheet: &Sheet<'_>) -> Option<AnyView> {
    let say = sheet.say();
    let cards: Vec<AnyView> = added(sheet).iter().map(|added| my_card(sheet, added)).collect();
    let saved = sheet.saved().then(|| form::saved(sheet));
    let panel = |cards: Vec<AnyView>| {
        view! {
            <section class="panel">
                <h2>{say.you_wrote}</h2>
                {saved}
                <ul class="answers" role="list">{cards}</ul>
            </section>
        }
    };
    Some(cards).filter(|cards| !cards.is_empty()).map(panel).map(IntoAny::into_any)
}

fn my_card(sheet: &Sheet<'_>, added: &OwnAdded) -> AnyView {
    let text = match added.text.clone() {
        Some(text) => view! { <p dir="auto">{text}</p> }.into_any(),
        None => view! { <p class="hint">{sheet.say().erased}</p> }.into_any(),
    };
    let count = added.text.as_ref().and_then(|_| votes::count(sheet, added.id));
    let count = count.map(|count| view! { <span class="count">{counted::votes(sheet.language(), count)}</span> });
    let edit = edit(sheet, added);
    let class = if edit.is_some() { "card own" } else { "card" };
    view! { <li class=class>{text} {count} {edit}</li> }.into_any()
}

fn edit(sheet: &Sheet<'_>, added: &OwnAdded) -> Option<AnyView> {
    let stored = added.text.as_deref().filter(|_| may_edit(sheet, added))?;
    let say = sheet.say();
    let typed = sheet.typed.as_ref().filter(|typed| typed.first("key") == Some(added.key.as_str()));
    let text = typed.and_then(|typed| typed.first("text")).unwrap_or(stored);
    let id = format!("own-{}", added.id);
    let view = view! {
        <details class="edit" open=typed.is_some()>
            <summary>{say.edit}</summary>
            <form method="post" action=form::action(sheet)>
                {form::hidden(sheet, Some(&added.key))}
                <label class="visually-hidden" for=id.clone()>{say.your_answer}</label>
                <textarea
                    class="field"
                    id=id
                    name="text"
                    rows="3"
                    dir="auto"
                    inner_html=multiline::inner_html(text)
                ></textarea>
                <button class="button quiet" type="submit">{say.save_change}</button>
            </form>
        </details>
    };
    Some(view.into_any())
}

fn added<'a>(sheet: &Sheet<'a>) -> &'a [OwnAdded] {
    sheet.own.map(|own| own.added.as_slice()).unwrap_or_default()
}

/// How many answers of one's own count: an erased one makes room for another.
fn kept(sheet: &Sheet<'_>) -> u32 {
    added(sheet).iter().filter(|added| added.text.is_some()).count() as u32
}

fn left(sheet: &Sheet<'_>) -> u32 {
    let Input::Open { entries, .. } = &sheet.question.input else { return 0 };
    entries.saturating_sub(kept(sheet))
}

fn length(sheet: &Sheet<'_>) -> u32 {
    let Input::Open { length, .. } = &sheet.question.input else { return 0 };
    *length
}

fn may_add(sheet: &Sheet<'_>) -> bool {
    sheet.collects() && left(sheet) > 0
}

fn may_edit(sheet: &Sheet<'_>, added: &OwnAdded) -> bool {
    sheet.collects() && sheet.question.change && added.text.is_some()
}

/// The answer of one's own that a form with this key would change.
fn edited<'a>(sheet: &Sheet<'a>, key: Option<&str>) -> Option<&'a OwnAdded> {
    added(sheet).iter().find(|added| Some(added.key.as_str()) == key)
}
