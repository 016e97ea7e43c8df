//! A question: its prompt, its form while it is open, one's own answer and the results after.

use leptos::prelude::*;
use shared::protocol::view::Input;

use crate::charts::{Figure, Size};
use crate::texts::phone::counted;
use crate::views::participant::sheet::Sheet;
use crate::views::participant::{choice, form, open, scale, spectrum, told, words};

/// The whole of a question's page.
pub(super) fn question(sheet: &Sheet<'_>) -> AnyView {
    let answer = match &sheet.question.input {
        Input::Open { .. } => open::body(sheet),
        _ if sheet.takes_answer() => form::answer(sheet, fields(sheet), sheet.question.results.is_some()),
        _ => answered(sheet),
    };
    let follows = sheet.state.waits().then(|| view! { <p class="hint">{sheet.say().follows}</p> });
    view! { {heading(sheet)} {answer} {results(sheet)} {follows} }.into_any()
}

fn fields(sheet: &Sheet<'_>) -> AnyView {
    match &sheet.question.input {
        Input::Choice { options, pick, shuffle, .. } => choice::fields(sheet, options, *pick, *shuffle),
        Input::Words { entries, length, .. } => words::fields(sheet, *entries, *length),
        Input::Scale { .. } => scale::fields(sheet, &sheet.question.input),
        Input::Spectrum { left, right, stops, .. } => spectrum::fields(sheet, left, right, stops),
        // Open answers are added one at a time, by forms of their own.
        Input::Open { .. } => ().into_any(),
    }
}

fn heading(sheet: &Sheet<'_>) -> AnyView {
    let prompt = sheet.slide.prompt.clone();
    let class = match prompt.chars().count() {
        0..=70 => None,
        71..=140 => Some("prompt-long"),
        _ => Some("prompt-longer"),
    };
    let language = sheet.state.deck_language();
    let body = sheet.slide.body.clone();
    let description = (!body.trim().is_empty())
        .then(|| view! { <div class="description" dir="auto" lang=language.clone() inner_html=body></div> });
    let hint = hint(sheet).map(|hint| view! { <p class="hint" id="hint">{hint}</p> });
    view! {
        <div class="question">
            <h1 id="prompt" class=class dir="auto" lang=language>{prompt}</h1>
            {description} {hint}
        </div>
    }
    .into_any()
}

/// What may be given, where the form does not show it by itself, and what to look out for.
fn hint(sheet: &Sheet<'_>) -> Option<String> {
    let say = sheet.say();
    let language = sheet.language();
    let what = match &sheet.question.input {
        Input::Open { .. } => open::hint(sheet),
        _ if !sheet.takes_answer() => None,
        Input::Choice { options, pick, .. } => counted::pick(language, *pick, options.len()),
        Input::Words { entries, length, .. } => Some(counted::words(language, *entries, *length)),
        Input::Spectrum { .. } => Some(spectrum::hint(sheet)),
        Input::Scale { .. } => None,
    };
    let asks = sheet.has_form() && sheet.collects();
    let once = (asks && !sheet.question.change).then_some(say.final_answer);
    let clock = (asks && sheet.question.countdown_ends.is_some()).then_some(say.countdown);
    let said: Vec<&str> = [what.as_deref(), once, clock].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Where no answer is taken any more: what became of one's own.
fn answered(sheet: &Sheet<'_>) -> AnyView {
    let say = sheet.say();
    let lead = match (sheet.erased(), sheet.answered()) {
        (true, _) => Some(say.closed_erased),
        (false, true) if sheet.typed.is_some() => Some(say.earlier_stays),
        (false, true) if sheet.question.open => Some(say.fixed),
        (false, true) => Some(say.closed_counts),
        // The notice has said what became of it.
        (false, false) if sheet.typed.is_some() => None,
        (false, false) => Some(say.closed_without),
    };
    view! { {lead.map(status)} {given(sheet)} {meant(sheet)} }.into_any()
}

/// What became of an answer, in a sentence.
pub(super) fn status(lead: &'static str) -> AnyView {
    view! { <p class="lead" role="status">{lead}</p> }.into_any()
}

/// One's own stored answer in words.
pub(super) fn given(sheet: &Sheet<'_>) -> Option<AnyView> {
    let say = sheet.say();
    let words = told::told(&sheet.question.input, sheet.own?, sheet.language());
    let saved = sheet.saved().then(|| form::saved(sheet));
    let panel = || {
        view! {
            <section class="panel">
                <h2>{say.your_answer}</h2>
                {told::lines(&words)}
                {saved}
            </section>
        }
    };
    (!words.is_empty()).then(panel).map(IntoAny::into_any)
}

/// What was typed and came too late: nobody should have to guess what was in it.
pub(super) fn meant(sheet: &Sheet<'_>) -> Option<AnyView> {
    let say = sheet.say();
    let words = told::typed(&sheet.question.input, sheet.typed.as_ref()?, sheet.language());
    let panel = || {
        view! {
            <section class="panel">
                <h2>{say.you_meant}</h2>
                {told::lines(&words)}
            </section>
        }
    };
    (!words.is_empty()).then(panel).map(IntoAny::into_any)
}

/// What the room answered, where phones may see it now.
fn results(sheet: &Sheet<'_>) -> Option<AnyView> {
    let results = sheet.question.results.clone()?;
    let say = sheet.say();
    let heading = if sheet.question.open { say.results_so_far } else { say.results };
    Some(
        view! {
            <section class="panel">
                <h2>{heading}</h2>
                <Figure
                    id="results".to_owned()
                    prompt=sheet.slide.prompt.clone()
                    input=sheet.question.input.clone()
                    results=results
                    language=sheet.language()
                    open=sheet.question.open
                    size=Size::Phone
                />
            </section>
        }
        .into_any(),
    )
}
