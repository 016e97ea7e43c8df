//! The addresses of which something is to be said, and all of them to be copied.

use leptos::prelude::*;

use super::{DeskMail, RecipientRow, RecipientWhy};
use crate::language::Language;
use crate::texts::desk::mail::MailTexts;
use crate::ui::bidi;
use crate::ui::multiline::inner_html;

/// What may have come or not.
pub(super) fn unknown(page: &DeskMail) -> Option<AnyView> {
    let say = MailTexts::of(page.language);
    let rows = &page.progress.unknown;
    list(
        page,
        "unknown",
        (say.unknown_heading, say.unknown_lead),
        rows,
        true,
    )
}

/// What was not taken.
pub(super) fn refused(page: &DeskMail) -> Option<AnyView> {
    let say = MailTexts::of(page.language);
    let rows = &page.progress.refused;
    list(
        page,
        "refused",
        (say.refused_heading, say.refused_lead),
        rows,
        true,
    )
}

/// What goes again by itself.
pub(super) fn later(page: &DeskMail) -> Option<AnyView> {
    let say = MailTexts::of(page.language);
    let rows = &page.progress.later;
    list(
        page,
        "later",
        (say.later_heading, say.later_lead),
        rows,
        false,
    )
}

fn list(
    page: &DeskMail,
    id: &'static str,
    (heading, lead): (&'static str, &'static str),
    rows: &[RecipientRow],
    by_hand: bool,
) -> Option<AnyView> {
    let say = MailTexts::of(page.language);
    if rows.is_empty() {
        return None;
    }
    let may_send = by_hand && page.from.is_some();
    let all = (may_send && rows.len() > 1).then(|| again(page, id, "of", say.again_all));
    let rows = rows.iter().map(|recipient| row(page, recipient, may_send));
    Some(
        view! {
            <section class="section" id=id>
                <h3>{heading}</h3>
                <p class="measure">{lead}</p>
                <ul class="list" role="list">{rows.collect_view()}</ul>
                {all}
            </section>
        }
        .into_any(),
    )
}

fn row(page: &DeskMail, recipient: &RecipientRow, may_send: bool) -> AnyView {
    let say = MailTexts::of(page.language);
    let can_go = !matches!(recipient.why, RecipientWhy::NoAddress) && recipient.address.is_some();
    let button = (may_send && can_go).then(|| again(page, &recipient.name, "to", say.again));
    let address = recipient.address.clone();
    let address = address.unwrap_or_else(|| say.erased_address.to_owned());
    let why = said(page.language, &recipient.why);
    let why = (!why.is_empty()).then(|| view! { <p class="said" dir="auto">{why}</p> });
    view! {
        <li class="item">
            <div><b class="mail-address" dir="auto">{address}</b>{why}</div>
            {button}
        </li>
    }
    .into_any()
}

fn said(language: Language, why: &RecipientWhy) -> String {
    let say = MailTexts::of(language);
    match why {
        RecipientWhy::Said(said) => said.clone(),
        RecipientWhy::GivenUp(said) => bidi::listed(&[say.given_up, said], " "),
        RecipientWhy::NoAddress => say.no_address.to_owned(),
        RecipientWhy::At(time, said) => bidi::listed(&[time, said], " · "),
    }
}

fn again(page: &DeskMail, which: &str, field: &'static str, words: &'static str) -> AnyView {
    view! {
        <form method="post" action=page.address()>
            <input type="hidden" name="do" value="again" />
            <input type="hidden" name=field value=which.to_owned() />
            <button class="button quiet small" type="submit">{words}</button>
        </form>
    }
    .into_any()
}

/// All of them, for whoever mails them otherwise.
pub(super) fn copied(page: &DeskMail) -> Option<AnyView> {
    let say = MailTexts::of(page.language);
    let all = &page.addresses.all;
    let section = || {
        view! {
            <section class="section" id="addresses">
                <h2><label for="all-addresses">{say.addresses}</label></h2>
                <p class="hint measure" id="addresses-hint">{say.addresses_hint}</p>
                <textarea
                    class="field text measure few"
                    id="all-addresses"
                    rows="6"
                    readonly
                    dir="ltr"
                    aria-describedby="addresses-hint"
                    inner_html=inner_html(&all.join("\n"))
                ></textarea>
                <p class="actions">
                    // Its script shows it.
                    <button
                        class="button quiet"
                        type="button"
                        data-copies="all-addresses"
                        data-copied=say.copied
                        hidden=true
                    >
                        {say.copy}
                    </button>
                </p>
            </section>
        }
        .into_any()
    };
    (!all.is_empty()).then(section)
}
