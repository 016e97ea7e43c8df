//! The page of one deck: what is wrong with it, its text, its slides, its rooms.

use leptos::prelude::*;

use crate::texts::desk::deck::DeckTexts;
use crate::texts::desk::kind::kind;
use crate::texts::desk::plurals;
use crate::texts::desk::trial::TrialTexts;
use crate::ui::multiline::inner_html;
use crate::views::desk::DeskDeck;
use crate::views::desk::confirmation::{self, Confirmation};
use crate::views::desk::frame::{self, NavEntry};
use crate::views::desk::problems::{numbered, problems};
use crate::views::desk::rooms::{rooms, titled};

/// The whole page.
#[component]
pub fn DeckPage(deck: DeskDeck) -> impl IntoView {
    let say = DeckTexts::of(deck.language);
    let inside = view! {
        {frame::notice(deck.language, deck.notice.as_deref())}
        {deck.confirm_delete.then(|| confirm(&deck))}
        {head(&deck)}
        {problems(deck.language, &deck.problems, &deck.warnings)}
        <div class="beside">
            <div>
                {editor(&deck)}
                {numbered(deck.language, &deck.text, &[&deck.problems, &deck.warnings])}
                {deck.stored.as_deref().map(|stored| stored_now(&deck, stored))}
            </div>
            {slides(&deck)}
        </div>
        <section class="section">
            <h2>{say.rooms}</h2>
            <p class="hint">{say.own_text}</p>
            {rooms(deck.language, &deck.rooms, say.no_rooms)}
        </section>
        <section class="apart">{confirmation::ask(deck.at("delete"), say.delete)}</section>
    };
    frame::page(deck.language, NavEntry::Within, inside.into_any())
}

impl DeskDeck {
    fn address(&self) -> String {
        format!("/desk/decks/{}", self.deck)
    }

    fn at(&self, what: &str) -> String {
        format!("/desk/decks/{}/{what}", self.deck)
    }
}

fn head(deck: &DeskDeck) -> AnyView {
    let say = DeckTexts::of(deck.language);
    let wrong = !deck.problems.is_empty();
    let count = if wrong {
        say.mend_first.to_owned()
    } else {
        plurals::slides(deck.language, deck.slides.len() as u64)
    };
    view! {
        <div class="head">
            <div>
                <h1 dir="auto">{titled(deck.language, &deck.title)}</h1>
                <p class="soft">{count}</p>
            </div>
            <div class="actions">
                <form class="start-room" method="post" action=deck.at("rooms")>
                    <label for="expected">{say.expected}</label>
                    <input
                        class="field"
                        id="expected"
                        name="expected"
                        type="number"
                        inputmode="numeric"
                        min="1"
                        max="200000"
                        aria-describedby="expected-hint"
                    />
                    <p class="hint" id="expected-hint">{say.expected_hint}</p>
                    <label for="planned">{say.planned}</label>
                    <input
                        class="field"
                        id="planned"
                        name="planned"
                        type="datetime-local"
                        aria-describedby="planned-hint"
                    />
                    <p class="hint" id="planned-hint">{say.planned_hint}</p>
                    <div class="actions">
                        <button class="button" type="submit" disabled=wrong>{say.start_room}</button>
                        <button
                            class="button quiet"
                            type="submit"
                            name="trial"
                            value="1"
                            disabled=wrong
                            aria-describedby="trial-hint"
                        >
                            {TrialTexts::of(deck.language).try_first}
                        </button>
                    </div>
                    <p class="hint" id="trial-hint">{TrialTexts::of(deck.language).try_first_hint}</p>
                </form>
                <a class="button quiet" href=format!("/api/v1/decks/{}", deck.deck) download=format!("{}.md", deck.deck)>
                    {say.download}
                </a>
            </div>
        </div>
    }
    .into_any()
}

fn editor(deck: &DeskDeck) -> AnyView {
    let say = DeckTexts::of(deck.language);
    let wrong = !deck.problems.is_empty();
    let (label, save) = if deck.stored.is_some() {
        (say.text_unsaved, say.save_over)
    } else {
        (say.text, say.save)
    };
    view! {
        <form class="editor fields" method="post" action=deck.address() enctype="multipart/form-data">
            <input type="hidden" name="version" value=deck.version.clone() />
            {text_field(label, wrong, &deck.text)}
            <p class="actions">
                <button class="button" type="submit">{save}</button>
            </p>
        </form>
    }
    .into_any()
}

/// The text of a whole deck, to be written in.
pub(super) fn text_field(label: &'static str, wrong: bool, text: &str) -> AnyView {
    view! {
        <div>
            <label for="text">{label}</label>
            <textarea
                class="field text"
                id="text"
                name="text"
                rows="30"
                spellcheck="false"
                dir="auto"
                aria-invalid=wrong.then_some("true")
                inner_html=inner_html(text)
            ></textarea>
        </div>
    }
    .into_any()
}

/// The text that is stored by now, beside the one that was typed.
pub(super) fn stored_field(label: &'static str, hint: &'static str, stored: &str) -> AnyView {
    view! {
        <div>
            <h2><label for="stored">{label}</label></h2>
            <p class="hint" id="stored-hint">{hint}</p>
            <textarea
                class="field text"
                id="stored"
                rows="30"
                readonly
                spellcheck="false"
                dir="auto"
                aria-describedby="stored-hint"
                inner_html=inner_html(stored)
            ></textarea>
        </div>
    }
    .into_any()
}

/// What would be written over, and the way to keep that instead.
fn stored_now(deck: &DeskDeck, stored: &str) -> AnyView {
    let say = DeckTexts::of(deck.language);
    view! {
        <section class="section editor fields">
            {stored_field(say.stored_now, say.stored_hint, stored)}
            <p class="actions"><a class="button quiet" href=deck.address()>{say.go_on_with_stored}</a></p>
        </section>
    }
    .into_any()
}

fn slides(deck: &DeskDeck) -> AnyView {
    let say = DeckTexts::of(deck.language);
    let items = deck.slides.iter().map(|slide| {
        let kind = kind(deck.language, &slide.kind).to_owned();
        view! { <li><div><b dir="auto">{slide.prompt.clone()}</b><small>{kind}</small></div></li> }
    });
    let list = if deck.slides.is_empty() {
        view! { <p class="empty">{say.mend_first}</p> }.into_any()
    } else {
        view! { <ol class="slides" role="list">{items.collect_view()}</ol> }.into_any()
    };
    view! { <aside aria-labelledby="slides"><h2 id="slides">{say.slides}</h2>{list}</aside> }
        .into_any()
}

fn confirm(deck: &DeskDeck) -> AnyView {
    let say = DeckTexts::of(deck.language);
    let (asked, meaning, yes, no) = (
        say.delete_question,
        say.delete_meaning,
        say.delete_yes,
        say.delete_no,
    );
    let asked = Confirmation {
        asked,
        meaning,
        yes,
        no,
        version: Some(&deck.version),
    };
    confirmation::question(deck.at("delete"), deck.address(), asked)
}
