//! Looking for a text among all answers, to erase one.

use leptos::prelude::*;

use super::{DeskResults, FoundAnswers};
use crate::texts::desk::results::{self as say, ResultsPageTexts};
use crate::views::desk::erasing;

/// The field.
pub(super) fn form(page: &DeskResults) -> AnyView {
    let say = ResultsPageTexts::of(page.language);
    let text = page.search.as_ref().map(|found| found.text.clone());
    view! {
        <form class="search" role="search" method="get" action=page.at("/results")>
            <label for="find">{say.search_label}</label>
            <div class="row">
                <input class="field" id="find" name="find" type="search" value=text aria-describedby="find-hint" />
                <button class="button quiet" type="submit">{say.search}</button>
            </div>
            <p class="hint" id="find-hint">{say.search_hint}</p>
        </form>
    }
    .into_any()
}

/// What was found, each with the way to erase it.
pub(super) fn found(page: &DeskResults, found: &FoundAnswers) -> AnyView {
    let say = ResultsPageTexts::of(page.language);
    let shown = found.rows.len() as u64;
    let heading = match found.total {
        0 => say.nothing_found.to_owned(),
        total if total > shown => say::found_first(page.language, total, shown),
        total => say::found(page.language, total),
    };
    let rows = (shown > 0).then(|| {
        erasing::table(
            page.language,
            &page.at("/erase"),
            &found.rows,
            Some(&found.text),
        )
    });
    view! {
        <section class="section">
            <h2>{heading}</h2>
            {rows}
            <p><a href=page.at("/results")>{say.search_all}</a></p>
        </section>
    }
    .into_any()
}
