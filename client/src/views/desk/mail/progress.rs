//! How far the mail of a room is, and what a person has to decide.

use leptos::prelude::*;

use super::{DeskMail, lists};
use crate::language::Language;
use crate::messages::write;
use crate::model::mail::MailTrouble;
use crate::texts::desk::mail::{self as say, MailTexts};
use crate::ui::bidi;
use crate::views::desk::confirmation;

/// The whole section.
pub(super) fn progress(page: &DeskMail) -> AnyView {
    let say = MailTexts::of(page.language);
    let trouble = page.progress.trouble.as_ref();
    let trouble = trouble.map(|(kind, said, at)| stands_in_the_way(page.language, *kind, said, at));
    let bounces = page.from.as_ref().map(|from| {
        let said = say::bounces(page.language, from);
        view! { <p class="soft">{said}</p> }
    });
    view! {
        <section class="section" id="progress">
            <h2>{say.progress}</h2>
            {counts(page)}
            {trouble}
            {page.is_running.then(|| running(page))}
            {lists::unknown(page)}
            {lists::refused(page)}
            {lists::later(page)}
            {kept(page)}
            {bounces}
        </section>
    }
    .into_any()
}

fn counts(page: &DeskMail) -> AnyView {
    let say = MailTexts::of(page.language);
    let progress = &page.progress;
    let each = [
        (say.sent, progress.sent, true),
        (say.waiting, progress.waiting, page.is_running),
        (say.later, progress.later.len() as u64, false),
        (say.refused, progress.refused.len() as u64, false),
        (say.unknown, progress.unknown.len() as u64, false),
        (say.unsubscribed, progress.unsubscribed, false),
        (say.withdrawn, progress.withdrawn, false),
    ];
    let shown = each
        .into_iter()
        .filter(|(_, count, always)| *always || *count > 0);
    let shown = shown.map(|(name, count, _)| {
        let count = write(page.language, count);
        view! { <div><dt>{name}</dt><dd>{count}</dd></div> }
    });
    view! { <dl class="counts">{shown.collect_view()}</dl> }.into_any()
}

fn stands_in_the_way(language: Language, kind: MailTrouble, said: &str, at: &str) -> AnyView {
    let words = Some(said.to_owned()).filter(|said| !said.is_empty());
    let words = words.map(|said| view! { <p class="said" dir="auto">{said}</p> });
    let why = [
        say::trouble(language, kind),
        &say::tried_again(language, at),
    ];
    view! {
        <div class="notice" data-code=kind.code() role="status">
            <p>{bidi::listed(&why, " ")}</p>
            {words}
        </div>
    }
    .into_any()
}

fn running(page: &DeskMail) -> AnyView {
    let say = MailTexts::of(page.language);
    let press = |what: &'static str, words: &'static str| {
        view! {
            <form method="post" action=page.address()>
                <input type="hidden" name="do" value=what />
                <button class="button quiet" type="submit">{words}</button>
            </form>
        }
        .into_any()
    };
    let fields = [("do", "stop")];
    let stop = confirmation::unfolding(
        page.address(),
        &fields,
        say.stop,
        say.stop_meaning,
        say.stop,
    );
    let waits = page.progress.trouble.is_some() || !page.progress.later.is_empty();
    view! {
        <p>{say.under_way}</p>
        <div class="actions">
            <a class="button quiet" href=page.address()>{say.refresh}</a>
            {waits.then(|| press("now", say.try_now))}
            {stop}
        </div>
    }
    .into_any()
}

/// How long the addresses are kept.
fn kept(page: &DeskMail) -> Option<AnyView> {
    let say = MailTexts::of(page.language);
    let until = page.progress.kept_until.as_deref();
    let until = until.map(|at| say::kept_until(page.language, at));
    let said = until.or_else(|| page.progress.are_gone.then(|| say.kept_none.to_owned()))?;
    Some(view! { <p class="soft measure">{said}</p> }.into_any())
}
