//! The desk's first page: decks, rooms, and a place for a new deck.

use leptos::prelude::*;

use crate::language::Language;
use crate::messages::archive::ArchiveTexts;
use crate::texts::desk::{HomeTexts, plurals};
use crate::ui::multiline::inner_html;
use crate::views::desk::frame::{self, NavEntry};
use crate::views::desk::pages::pages;
use crate::views::desk::problems::{numbered, problems};
use crate::views::desk::rooms::{named, rooms, titled};
use crate::views::desk::{DeckRow, DeskHome, ListPage};

/// The whole page. What could not be stored comes before the lists, with what is wrong above it.
#[component]
pub fn HomePage(home: DeskHome) -> impl IntoView {
    let say = HomeTexts::of(home.language);
    let first = new_deck(&home);
    let lists = view! {
        <div class="two">
            <section id="decks"><h2>{say.decks}</h2>{decks(home.language, &home.decks)}</section>
            <section id="rooms">
                <h2>{say.rooms}</h2>{rooms(home.language, &home.rooms, say.no_rooms)}
            </section>
        </div>
    }
    .into_any();
    let unsaved = !home.problems.is_empty() || !home.text.is_empty();
    let (first, second) = if unsaved {
        (first, lists)
    } else {
        (lists, first)
    };
    let inside = view! {
        {frame::notice(home.language, home.notice.as_deref())}
        {frame::proxies(home.language, home.unheard, home.rewritten)}
        <div class="head"><h1>{say.desk}</h1></div>
        {problems(home.language, &home.problems, &[])}
        {first}
        {numbered(home.language, &home.text, &[&home.problems])}
        {second}
        {import(home.language)}
    };
    frame::page(home.language, NavEntry::Desk, inside.into_any())
}

fn decks(language: Language, decks: &ListPage<DeckRow>) -> AnyView {
    let say = HomeTexts::of(language);
    if decks.rows.is_empty() {
        return view! { <p class="empty">{say.no_decks}</p> }.into_any();
    }
    let items = decks
        .rows
        .iter()
        .map(|row| deck(language, row))
        .collect_view();
    view! { <ul class="list" role="list">{items}</ul> {pages(language, decks, say.decks)} }
        .into_any()
}

fn deck(language: Language, row: &DeckRow) -> AnyView {
    let href = format!("/desk/decks/{}", row.deck);
    view! {
        <li class="item">
            <div>
                <h3><a href=href.clone() dir="auto">{titled(language, &row.title)}</a></h3>
                <p>{plurals::slides(language, row.slides as u64)}</p>
            </div>
            <form method="post" action=format!("{href}/rooms")>
                <button class="button quiet" type="submit">
                    {HomeTexts::of(language).start_room}
                    {named(&titled(language, &row.title))}
                </button>
            </form>
        </li>
    }
    .into_any()
}

fn new_deck(home: &DeskHome) -> AnyView {
    let say = HomeTexts::of(home.language);
    let invalid = (!home.problems.is_empty()).then_some("true");
    view! {
        <section class="section">
            <h2>{say.new_deck}</h2>
            <form method="post" action="/desk/decks" enctype="multipart/form-data" class="fields">
                <p class="hint" id="new-hint">{say.new_deck_hint}</p>
                <div>
                    <label for="text">{say.text}</label>
                    <textarea
                        class="field text"
                        id="text"
                        name="text"
                        rows="12"
                        spellcheck="false"
                        dir="auto"
                        aria-describedby="new-hint"
                        aria-invalid=invalid
                        placeholder=say.example
                        inner_html=inner_html(&home.text)
                    ></textarea>
                </div>
                <div>
                    <label for="file">{say.file}</label>
                    <input
                        type="file"
                        id="file"
                        name="file"
                        accept=".md,text/markdown,text/plain"
                        aria-describedby="file-hint"
                    />
                    <p class="hint" id="file-hint">{say.file_hint}</p>
                </div>
                <p class="actions"><button class="button" type="submit">{say.save}</button></p>
            </form>
        </section>
    }
    .into_any()
}

/// A room that was kept as a file, to be had again.
fn import(language: Language) -> AnyView {
    let say = ArchiveTexts::of(language);
    view! {
        <section class="section" id="import">
            <h2>{say.import_heading}</h2>
            <form
                method="post"
                action="/desk/rooms/import"
                enctype="multipart/form-data"
                class="fields"
            >
                <div>
                    <label for="archive">{say.import_label}</label>
                    <input
                        type="file"
                        id="archive"
                        name="archive"
                        accept=".zip,application/zip"
                        required=true
                        aria-describedby="archive-hint"
                    />
                    <p class="hint" id="archive-hint">{say.import_hint}</p>
                </div>
                <p class="actions">
                    <button class="button quiet" type="submit">{say.import}</button>
                </p>
            </form>
        </section>
    }
    .into_any()
}
