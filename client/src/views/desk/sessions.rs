//! Where the organiser is signed in: each browser, and how to sign it out.

use leptos::prelude::*;

use crate::language::Language;
use crate::texts::desk::sessions::{self as say, SessionsTexts};
use crate::views::desk::confirmation;
use crate::views::desk::frame::{self, NavEntry};

/// Where the organiser is signed in.
#[derive(Clone, Debug)]
pub struct DeskSessions {
    pub language: Language,
    /// Those that were used last come first.
    pub sessions: Vec<SessionRow>,
}

/// A browser that is signed in.
#[derive(Clone, Debug)]
pub struct SessionRow {
    /// The session's name.
    pub session: String,
    /// Of the browser and of what it runs on, where that is known.
    pub program: Option<String>,
    pub system: Option<String>,
    /// Days, as `2026-11-21`.
    pub began: String,
    pub seen: Option<String>,
    /// Whether it is the browser that shows this.
    pub here: bool,
}

/// The whole page.
#[component]
pub fn SessionsPage(page: DeskSessions) -> impl IntoView {
    let say = SessionsTexts::of(page.language);
    let rows = page
        .sessions
        .iter()
        .map(|row| session(page.language, row))
        .collect_view();
    let others = page.sessions.iter().any(|row| !row.here).then(|| {
        view! {
            <section class="apart stack">
                <h2>{say.others}</h2>
                {confirmation::unfolding(
                    "/desk/sessions/end".to_owned(),
                    &[("others", "1")],
                    say.end_others,
                    say.meaning,
                    say.yes,
                )}
            </section>
        }
    });
    let inside = view! {
        <div class="head"><h1>{say.heading}</h1></div>
        <p>{say.lead}</p>
        <ul class="list" role="list">{rows}</ul>
        {others}
    };
    frame::page(page.language, NavEntry::Sessions, inside.into_any())
}

fn session(language: Language, row: &SessionRow) -> AnyView {
    let say = SessionsTexts::of(language);
    let name = say::browser(language, row.program.as_deref(), row.system.as_deref());
    let since = say::since(language, &row.began);
    let last_used = row
        .seen
        .as_deref()
        .map(|seen| say::last_used(language, seen));
    let end = (!row.here).then(|| {
        view! {
            <form method="post" action="/desk/sessions/end">
                <input type="hidden" name="session" value=row.session.clone() />
                <button class="button quiet" type="submit">
                    {say.end} <span class="visually-hidden">": " {name.clone()} ", " {since.clone()}</span>
                </button>
            </form>
        }
    });
    let here = row
        .here
        .then(|| view! { " " <span class="state open">{say.here}</span> });
    view! {
        <li class="item">
            <div>
                <h2>{name} {here}</h2>
                <p>{since}</p>
                {last_used.map(|words| view! { <p>{words}</p> })}
            </div>
            {end}
        </li>
    }
    .into_any()
}
