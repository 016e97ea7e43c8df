//! Changing the deck of a room that runs: its text, and what another one would do, said before it
//! is done.

use leptos::prelude::*;
use shared::room::Change;

use crate::language::Language;
use crate::texts::desk::editing::{self as say_editing, EditingTexts};
use crate::ui::bidi;
use crate::views::desk::DeskRoomDeck;
use crate::views::desk::deck::{stored_field, text_field};
use crate::views::desk::frame::{self, NavEntry};
use crate::views::desk::problems::{numbered, problems};

/// The whole page.
#[component]
pub fn RoomDeckPage(page: DeskRoomDeck) -> impl IntoView {
    let say = EditingTexts::of(page.language);
    let wrong = !page.problems.is_empty();
    let planned = page.changes.as_ref().is_some_and(|it| !it.is_empty());
    let inside = view! {
        {frame::notice(page.language, page.notice.as_deref())}
        <div class="head">
            <div>
                <h1>{say.heading}</h1>
                <p class="soft" dir="auto">{bidi::name(&page.title)}</p>
            </div>
            // It sends the text along: what was typed is not lost by it.
            <div class="actions">
                <button class="button quiet" type="submit" form="editor" name="do" value="back">{say.back}</button>
            </div>
        </div>
        <p class="hint">{say.meaning}</p>
        <form class="editor fields" id="editor" method="post" action=page.address() enctype="multipart/form-data">
            <input type="hidden" name="version" value=page.version.clone() />
            {page.changes.as_deref().map(|changes| plan(page.language, &page, changes))}
            {problems(page.language, &page.problems, &page.warnings)}
            <details class="hint">
                <summary>{say.how}</summary>
                <p>{say.how_slides}</p>
                <pre><code dir="auto">{say.how_example}</code></pre>
            </details>
            {text_field(say.text, wrong, &page.text)}
            <p class="actions">
                <button class=look_class(&page) type="submit" name="do" value="look">{say.look}</button>
                {(page.notice.is_some() && !planned).then(|| discard(&page))}
            </p>
        </form>
        {page.stored.as_deref().map(|stored| played_now(page.language, stored))}
        {numbered(page.language, &page.text, &[&page.problems, &page.warnings])}
    };
    frame::page(page.language, NavEntry::Within, inside.into_any())
}

impl DeskRoomDeck {
    fn room_address(&self) -> String {
        format!("/desk/rooms/{}", self.room)
    }

    fn address(&self) -> String {
        format!("/desk/rooms/{}/deck", self.room)
    }
}

/// One button of a page is the filled one.
fn look_class(page: &DeskRoomDeck) -> &'static str {
    match &page.changes {
        Some(changes) if !changes.is_empty() && page.can_be_made => "button quiet",
        _ => "button",
    }
}

/// What would happen, and the button that lets it.
fn plan(language: Language, page: &DeskRoomDeck, changes: &[Change]) -> AnyView {
    let say = EditingTexts::of(language);
    if changes.is_empty() {
        return view! { <p class="notice" role="status">{say.nothing}</p> }.into_any();
    }
    let rounds = changes
        .iter()
        .any(|change| matches!(change, Change::NewRound { .. }));
    let rows = changes.iter().map(|change| row(language, change));
    view! {
        <section class="plan stack" aria-labelledby="what-happens">
            <h2 id="what-happens">{say.what_happens}</h2>
            <ul class="changes" role="list">{rows.collect_view()}</ul>
            {rounds.then(|| view! { <p class="hint">{say.new_round_hint}</p> })}
            {page.can_be_made.then(|| view! { <p>{say.not_yet}</p> })}
            <p class="actions">
                {page
                    .can_be_made
                    .then(|| {
                        view! { <button class="button" type="submit" name="do" value="make">{say.make}</button> }
                    })}
                {discard(page)}
            </p>
        </section>
    }
    .into_any()
}

/// The way back without what was typed.
fn discard(page: &DeskRoomDeck) -> AnyView {
    let say = EditingTexts::of(page.language);
    view! { <a class="button quiet" href=page.room_address()>{say.discard}</a> }.into_any()
}

/// What somebody else made of it meanwhile, from which what is to stay can be taken.
fn played_now(language: Language, stored: &str) -> AnyView {
    let say = EditingTexts::of(language);
    view! {
        <section class="section editor fields">
            {stored_field(say.played_now, say.played_hint, stored)}
        </section>
    }
    .into_any()
}

fn row(language: Language, change: &Change) -> AnyView {
    let class = matches!(change, Change::NewRound { .. }).then_some("weighty");
    view! { <li class=class>{say_editing::change(language, change)}</li> }.into_any()
}
