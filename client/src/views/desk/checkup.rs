//! The page that looks whether people can take part here. It says what it knows without scripts;
//! its script (`client/script/checkup.js`) measures the rest and shows one of the sentences that
//! stand here already.

use leptos::prelude::*;

use crate::language::Language;
use crate::texts::desk::checkup::CheckupTexts;
use crate::views::desk::frame::{self, NavEntry};

/// What the server knows of the cookie that it gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cookie {
    /// It was given just now.
    Unknown,
    /// It came back.
    Kept,
    /// It did not.
    Lost,
}

/// What a check may come to, and what is then said.
type CheckSentences = (&'static str, &'static str);

/// The whole page.
#[component]
pub fn CheckupPage(language: Language, cookie: Cookie, script: Option<String>) -> impl IntoView {
    let say = CheckupTexts::of(language);
    let first = if cookie == Cookie::Lost {
        "bad"
    } else {
        "unknown"
    };
    let all = [
        ("unknown", say.all_unknown),
        ("busy", say.all_busy),
        ("good", say.all_good),
        ("slow", say.all_slow),
        ("bad", say.all_bad),
    ];
    let inside = view! {
        <div class="prose checkup">
            <h1>{say.heading}</h1>
            <p class=if first == "bad" { "notice" } else { "notice plain" } data-check="all" data-state=first role="status">
                {outcomes(&all, first)}
            </p>
            <p>{say.lead}</p>
            <h2>{say.details}</h2>
            <dl>{checks(say, cookie)}</dl>
            <p class="actions"><a class="button" href="/test?again=1">{say.again}</a></p>
        </div>
        {script.map(|src| view! { <script defer src=src></script> })}
    };
    frame::page(language, NavEntry::Outside, inside.into_any())
}

fn checks(say: &CheckupTexts, cookie: Cookie) -> AnyView {
    let (unknown, busy) = (("unknown", say.unknown), ("busy", say.busy));
    let unmeasured = ("unmeasured", say.unmeasured);
    let (kept, lost) = (("good", say.cookies_good), ("bad", say.cookies_bad));
    let of_cookie = match cookie {
        Cookie::Unknown => "unknown",
        Cookie::Kept => "good",
        Cookie::Lost => "bad",
    };
    let line = [
        unknown,
        ("busy", say.line_busy),
        ("good", say.line_good),
        ("broken", say.line_broken),
        ("blocked", say.line_blocked),
        ("full", say.line_full),
    ];
    let clock = [
        unknown,
        busy,
        ("good", say.clock_good),
        ("ahead", say.clock_ahead),
        ("behind", say.clock_behind),
        unmeasured,
    ];
    let sending = [
        unknown,
        busy,
        ("good", say.sending_good),
        ("refused", say.sending_refused),
        ("bad", say.sending_bad),
    ];
    let scripts = [
        ("unknown", say.scripts_unknown),
        ("good", say.scripts_good),
        ("old", say.scripts_old),
    ];
    let cookies = [
        ("unknown", say.cookies_unknown),
        busy,
        unmeasured,
        kept,
        lost,
    ];
    let storage = [
        unknown,
        ("good", say.storage_good),
        ("bad", say.storage_bad),
    ];
    view! {
        {check("page", say.page, &[("good", say.page_good)], "good")}
        {check("scripts", say.scripts, &scripts, "unknown")}
        {check("cookies", say.cookies, &cookies, of_cookie)}
        {check("sending", say.sending, &sending, "unknown")}
        {check("line", say.line, &line, "unknown")}
        {check("clock", say.clock, &clock, "unknown")}
        {check("storage", say.storage, &storage, "unknown")}
    }
    .into_any()
}

fn check(
    id: &'static str,
    name: &'static str,
    all: &[CheckSentences],
    first: &'static str,
) -> AnyView {
    let sentences = outcomes(all, first);
    view! { <dt>{name}</dt> <dd data-check=id data-state=first>{sentences}</dd> }.into_any()
}

/// Every sentence, and only the one that is true now is shown.
fn outcomes(all: &[CheckSentences], first: &'static str) -> AnyView {
    let sentence = |(state, said): &CheckSentences| {
        view! {
            <span data-when=*state hidden=*state != first>{with_number(said)}</span>
        }
    };
    all.iter().map(sentence).collect_view().into_any()
}

/// The sentence, with a place of its own for its number where it has one.
fn with_number(said: &'static str) -> AnyView {
    match said.split_once('…') {
        Some((before, after)) => view! { {before} <span data-number></span> {after} }.into_any(),
        None => said.into_any(),
    }
}
