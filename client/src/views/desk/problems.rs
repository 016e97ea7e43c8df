//! What is wrong with a deck's text, each beside its line, and the way to that line.
//!
//! A script takes people into the text; without one they come to the same lines, numbered, under
//! it.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::language::Language;
use crate::texts::desk::deck::DeckTexts;
use crate::texts::desk::plurals;
use crate::views::desk::DeckProblem;

/// Errors and warnings; nothing where there are none.
pub(super) fn problems(
    language: Language,
    errors: &[DeckProblem],
    warnings: &[DeckProblem],
) -> Option<AnyView> {
    if errors.is_empty() && warnings.is_empty() {
        return None;
    }
    let say = DeckTexts::of(language);
    let hint = if errors.is_empty() {
        say.warnings_hint
    } else {
        say.problems_hint
    };
    let heading = plurals::problems(language, errors.len() as u64, warnings.len() as u64);
    let rows = errors
        .iter()
        .map(|each| (each, false))
        .chain(warnings.iter().map(|each| (each, true)));
    let rows = rows
        .map(|(each, warning)| problem(language, each, warning))
        .collect_view();
    Some(
        view! {
            <section class="problems" aria-labelledby="problems">
                <h2 id="problems">{heading}</h2>
                <p>{hint}</p>
                <ol class="list-plain" role="list">{rows}</ol>
            </section>
        }
        .into_any(),
    )
}

/// How many lines are shown above and below one that is wrong.
const AROUND: usize = 2;

/// The lines that something is wrong with and those around them, with their numbers.
pub(super) fn numbered(
    language: Language,
    text: &str,
    problems: &[&[DeckProblem]],
) -> Option<AnyView> {
    let wrong: BTreeSet<usize> = problems
        .iter()
        .flat_map(|each| each.iter())
        .map(|problem| problem.line)
        .collect();
    if wrong.is_empty() || text.is_empty() {
        return None;
    }
    let near = |line: &usize| {
        wrong
            .range(line.saturating_sub(AROUND)..=line + AROUND)
            .next()
            .is_some()
    };
    let rows = (1..)
        .zip(text.lines())
        .filter(|(line, _)| near(line))
        .map(|(line, text)| {
            let class = if wrong.contains(&line) { "wrong" } else { "" };
            let text = text.to_owned();
            view! {
                <li id=format!("line-{line}") class=class>
                    <b>{line}</b>
                    <code dir="auto">{text}</code>
                </li>
            }
        });
    let say = DeckTexts::of(language);
    Some(
        view! {
            <section class="section" id="numbered">
                <h2>{say.numbered}</h2>
                <ol class="list-plain numbered" role="list">{rows.collect_view()}</ol>
            </section>
        }
        .into_any(),
    )
}

fn problem(language: Language, problem: &DeckProblem, warning: bool) -> AnyView {
    let (class, before) = if warning {
        ("problem warning", Some(DeckTexts::of(language).warning))
    } else {
        ("problem", None)
    };
    let quoted = Some(problem.quoted.clone()).filter(|quoted| !quoted.trim().is_empty());
    let quoted = quoted.map(|quoted| view! { <p class="line" dir="auto">{quoted}</p> });
    // A warning refuses nothing, so it has no code that says so.
    let code = (!warning).then(|| problem.code.clone());
    view! {
        <li class=class data-code=code>
            <p class="where">
                <a href=format!("#line-{}", problem.line)>{plurals::line(language, problem.line)}</a>
            </p>
            {quoted}
            <p class="what">{before} {with_code(&problem.sentence)}</p>
        </li>
    }
    .into_any()
}

/// A sentence in which what stands between backquotes is something to type.
fn with_code(sentence: &str) -> AnyView {
    let parts: Vec<&str> = sentence.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return sentence.to_owned().into_any();
    }
    let part = |(place, part): (usize, &str)| {
        let part = part.to_owned();
        if place % 2 == 1 {
            view! { <code>{part}</code> }.into_any()
        } else {
            part.into_any()
        }
    };
    parts
        .into_iter()
        .enumerate()
        .filter(|(_, part)| !part.is_empty())
        .map(part)
        .collect_view()
        .into_any()
}
