//! What is wrong with a deck's text, each beside its line.

use leptos::prelude::*;

use crate::language::Language;
use crate::texts::desk::counted;
use crate::texts::desk::deck::Deck;
use crate::views::desk::DeckProblem;

/// Errors and warnings; nothing where there are none.
pub(super) fn problems(language: Language, errors: &[DeckProblem], warnings: &[DeckProblem]) -> Option<AnyView> {
    if errors.is_empty() && warnings.is_empty() {
        return None;
    }
    let say = Deck::of(language);
    let hint = if errors.is_empty() { say.warnings_hint } else { say.problems_hint };
    let heading = counted::problems(language, errors.len() as u64, warnings.len() as u64);
    let rows = errors.iter().map(|each| (each, false)).chain(warnings.iter().map(|each| (each, true)));
    let rows = rows.map(|(each, warning)| problem(language, each, warning)).collect_view();
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

fn problem(language: Language, problem: &DeckProblem, warning: bool) -> AnyView {
    let (class, before) =
        if warning { ("problem warning", Some(Deck::of(language).warning)) } else { ("problem", None) };
    let quoted = Some(problem.quoted.clone()).filter(|quoted| !quoted.trim().is_empty());
    let quoted = quoted.map(|quoted| view! { <p class="line" dir="auto">{quoted}</p> });
    // A warning refuses nothing, so it has no code that says so.
    let code = (!warning).then(|| problem.code.clone());
    view! {
        <li class=class data-code=code>
            <p class="where">{counted::line(language, problem.line)}</p>
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
        if place % 2 == 1 { view! { <code>{part}</code> }.into_any() } else { part.into_any() }
    };
    parts.into_iter().enumerate().filter(|(_, part)| !part.is_empty()).map(part).collect_view().into_any()
}
