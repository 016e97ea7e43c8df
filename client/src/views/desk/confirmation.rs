//! What can't be undone stands apart, and asks once more.

use leptos::prelude::*;

/// An action whose question is unfolded and answered on this same page.
pub(super) fn confirm_in_place(
    action: String,
    label: &'static str,
    meaning: &'static str,
    yes: &'static str,
) -> AnyView {
    unfolding(action, &[("confirm", "1")], label, meaning, yes)
}

/// The same with fields of one's own.
pub(super) fn unfolding(
    action: String,
    fields: &[(&'static str, &str)],
    label: &'static str,
    meaning: impl Into<String>,
    yes: &'static str,
) -> AnyView {
    let meaning: String = meaning.into();
    let hidden = fields
        .iter()
        .map(|(name, value)| view! { <input type="hidden" name=*name value=value.to_string() /> });
    let hidden = hidden.collect_view();
    view! {
        <details class="confirm">
            <summary>{label}</summary>
            <form method="post" action=action>
                <p>{meaning}</p>
                {hidden}
                <button class="button danger" type="submit">{yes}</button>
            </form>
        </details>
    }
    .into_any()
}

/// An action whose question is the next page.
pub(super) fn ask(action: String, label: &'static str) -> AnyView {
    view! {
        <form method="post" action=action>
            <button class="button danger" type="submit">{label}</button>
        </form>
    }
    .into_any()
}

/// What is asked on that page, and the two ways on.
#[derive(Clone, Copy)]
pub(super) struct Confirmation<'a> {
    pub asked: &'static str,
    pub meaning: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    /// The version that it is about; none where there is one only.
    pub version: Option<&'a str>,
}

/// The question itself, which stands first on its page.
pub(super) fn question(action: String, back: String, question: Confirmation<'_>) -> AnyView {
    let Confirmation {
        asked,
        meaning,
        yes,
        no,
        version,
    } = question;
    let version = version
        .map(|version| view! { <input type="hidden" name="version" value=version.to_owned() /> });
    view! {
        <section class="confirm asks" aria-labelledby="sure">
            <form method="post" action=action>
                <h2 id="sure">{asked}</h2>
                <p>{meaning}</p>
                <input type="hidden" name="confirm" value="1" />
                {version}
                <p class="actions">
                    <button class="button danger" type="submit">{yes}</button>
                    <a class="button quiet" href=back>{no}</a>
                </p>
            </form>
        </section>
    }
    .into_any()
}
