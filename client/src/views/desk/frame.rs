//! What stands around every page: the way past the bar, the bar with the ways out, and a notice.

use leptos::prelude::*;

use crate::language::Language;
use crate::texts::desk::HomeTexts;
use crate::texts::desk::entrance::EntranceTexts;
use crate::texts::desk::notice::{is_good, notice as sentence};
use crate::texts::desk::sessions::SessionsTexts;
use crate::ui::mark::Mark;

/// Which entry of the bar a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NavEntry {
    /// The desk's first page.
    Desk,
    /// A page of one deck or one room.
    Within,
    /// Where the organiser is signed in.
    Sessions,
    /// A page for a visitor who is not signed in.
    Outside,
    /// The page about privacy.
    Privacy,
}

/// A whole page.
pub(super) fn page(language: Language, here: NavEntry, inside: AnyView) -> AnyView {
    let signed_in = matches!(here, NavEntry::Desk | NavEntry::Within | NavEntry::Sessions);
    let first = if signed_in { "/desk" } else { "/" };
    view! {
        {skip(language)}
        <header class="top">
            <Mark to=first />
            {nav(language, here, signed_in)}
            <div class="actions">{languages(language)} {signed_in.then(|| sign_out(language))}</div>
        </header>
        <main id="main">{inside}</main>
    }
    .into_any()
}

/// The way past the bar.
pub(in crate::views) fn skip(language: Language) -> AnyView {
    view! { <a class="visually-hidden past" href="#main">{HomeTexts::of(language).skip_link}</a> }
        .into_any()
}

fn nav(language: Language, here: NavEntry, signed_in: bool) -> AnyView {
    let say = HomeTexts::of(language);
    let (first, words) = if signed_in {
        ("/desk", say.desk)
    } else {
        ("/", say.join)
    };
    let current = |this: bool| this.then_some("page");
    let sessions = signed_in.then(|| {
        let current = current(here == NavEntry::Sessions);
        view! { <li><a href="/desk/sessions" aria-current=current>{SessionsTexts::of(language).short}</a></li> }
    });
    view! {
        <nav aria-label=say.pages>
            <ul role="list" class="nav">
                <li><a href=first aria-current=current(here == NavEntry::Desk)>{words}</a></li>
                {sessions}
                <li><a href="/privacy" aria-current=current(here == NavEntry::Privacy)>{say.privacy}</a></li>
            </ul>
        </nav>
    }
    .into_any()
}

/// The other languages, each named in itself.
pub(super) fn languages(language: Language) -> AnyView {
    let others = language.others().map(|other| {
        let name = other.own_name();
        view! {
            <button class="button quiet small" type="submit" name="language" value=other.tag() lang=other.tag()>
                {name}
            </button>
        }
    });
    view! {
        <form method="post" action="/language" aria-label=HomeTexts::of(language).language>
            {others.collect_view()}
        </form>
    }
    .into_any()
}

/// The same where there is little room: by its letters, with its name for whoever hears the page.
pub(in crate::views) fn short_languages(language: Language) -> AnyView {
    let others = language.others().map(|other| {
        view! {
            <button class="link" type="submit" name="language" value=other.tag() lang=other.tag()>
                {other.tag().to_uppercase()}
                <span class="visually-hidden">": " {other.own_name()}</span>
            </button>
        }
    });
    view! {
        <form class="language" method="post" action="/language" aria-label=HomeTexts::of(language).language>
            {others.collect_view()}
        </form>
    }
    .into_any()
}

fn sign_out(language: Language) -> AnyView {
    view! {
        <form method="post" action="/sign-out">
            <button class="button quiet small" type="submit">{HomeTexts::of(language).sign_out}</button>
        </form>
    }
    .into_any()
}

/// What to do about proxies that the server does not know of: one that hides where people come
/// from, one that changes the host.
pub(super) fn proxies(language: Language, unheard: bool, rewritten: bool) -> AnyView {
    let say = EntranceTexts::of(language);
    let notices = [
        (rewritten, "rewritten_host", say.rewritten),
        (unheard, "unheard_proxy", say.unheard),
    ];
    let there = notices.into_iter().filter(|(is_there, ..)| *is_there);
    there
        .map(|(_, code, said)| view! { <p class="notice" data-code=code role="status">{said}</p> })
        .collect_view()
        .into_any()
}

/// What to say first.
pub(super) fn notice(language: Language, code: Option<&str>) -> Option<AnyView> {
    let code = code?.to_owned();
    let said = sentence(language, &code);
    let (class, role) = if is_good(&code) {
        ("notice good", "status")
    } else {
        ("notice", "alert")
    };
    Some(view! { <p class=class data-code=code role=role>{said}</p> }.into_any())
}
