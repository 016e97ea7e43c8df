//! What this instance does with what people send it.

use leptos::prelude::*;

use crate::language::Language;
use crate::texts::desk::privacy::{PrivacyTexts, answers_go, days as days_in, forms_go, lead};
use crate::views::desk::Privacy;
use crate::views::desk::frame::{self, NavEntry};

/// The whole page.
#[component]
pub fn PrivacyPage(language: Language, facts: Privacy) -> impl IntoView {
    let say = PrivacyTexts::of(language);
    let (before, after) = lead(language);
    let inside = view! {
        <div class="prose">
            <h1>{say.heading}</h1>
            <p>{before} <bdi>{facts.host.clone()}</bdi> {after}</p>
            <h2>{say.asked}</h2>
            <p>{say.asked_text}</p>
            <h2>{say.kept}</h2>
            <ul><li>{say.kept_answers}</li><li>{say.kept_number}</li></ul>
            <h2>{say.seen}</h2>
            <p>{say.seen_text}</p>
            <h2>{say.not_kept}</h2>
            <ul><li>{say.no_address}</li><li>{say.no_others}</li></ul>
            {mail(language, &facts)}
            <h2>{say.cookies}</h2>
            <p>{say.cookies_text}</p>
            {cookies(language, &facts)}
            <p>{say.on_phone}</p>
            <h2>{say.connection}</h2>
            <p>{if facts.encrypted { say.encrypted } else { say.plain }}</p>
            {facts.proxied.then(|| view! { <p>{say.proxied}</p> })}
            <h2>{say.how_long}</h2>
            <p>{how_long(language, &facts)}</p>
            <h2>{say.erase}</h2>
            <p>{say.erase_text}</p>
        </div>
    };
    frame::page(language, NavEntry::Privacy, inside.into_any())
}

/// How long rooms stay, and what of them goes before.
fn how_long(language: Language, facts: &Privacy) -> String {
    let days = |days: u32| days_in(language, u64::from(days));
    let answers = facts.keep_answers.map(days);
    let forms = facts.keep_forms.map(days);
    let mut all = vec![PrivacyTexts::of(language).how_long_text.to_owned()];
    all.extend(answers.map(|days| answers_go(language, &days)));
    all.extend(forms.map(|days| forms_go(language, &days)));
    all.join(" ")
}

/// Where this instance sends mail.
fn mail(language: Language, facts: &Privacy) -> Option<AnyView> {
    let say = PrivacyTexts::of(language);
    let said = || view! { <h2>{say.mail}</h2> <p>{say.mail_text}</p> }.into_any();
    facts.mails.then(said)
}

fn cookies(language: Language, facts: &Privacy) -> AnyView {
    let say = PrivacyTexts::of(language);
    let each = [
        (
            "peil_id",
            say.for_identity,
            days_in(language, facts.identity_days),
        ),
        ("peil_lang", say.for_language, say.year.to_owned()),
        ("peil_host", say.for_owner, days_in(language, HOST_DAYS)),
        ("peil_stage_…", say.for_roles, days_in(language, HOST_DAYS)),
        ("peil_screen", say.for_screen, say.hour.to_owned()),
        ("peil_test", say.for_test, say.minutes.to_owned()),
    ];
    // By https browsers know them by the longer name.
    let prefix = if facts.encrypted { "__Host-" } else { "" };
    let rows = each.map(|(name, purpose, lasts)| {
        view! { <tr><td><code>{prefix}{name}</code></td><td>{purpose}</td><td>{lasts}</td></tr> }
    });
    view! {
        <div class="scroll">
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{say.name}</th>
                        <th scope="col">{say.purpose}</th>
                        <th scope="col">{say.lasts}</th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// How long a host's cookie lasts.
const HOST_DAYS: u64 = 30;
