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
    let (class, place) = if warning {
        ("problem warning", counted::warning_at(language, problem.line))
    } else {
        ("problem", counted::line(language, problem.line))
    };
    let quoted = Some(problem.quoted.clone()).filter(|quoted| !quoted.trim().is_empty());
    let quoted = quoted.map(|quoted| view! { <p class="line" dir="auto">{quoted}</p> });
    view! {
        <li class=class data-code=problem.code.clone()>
            <p class="where">{place}</p>
            {quoted}
            <p class="what">{problem.sentence.clone()}</p>
        </li>
    }
    .into_any()
}
