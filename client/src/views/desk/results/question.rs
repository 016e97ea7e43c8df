//! One question: what it came to in its newest round, and below that in those before.

use leptos::prelude::*;
use shared::publish::is_enough;
use shared::question::FieldTotals;
use shared::room::QuestionResults;

use super::DeskResults;
use crate::charts::split_columns::ColumnText;
use crate::charts::{Heading, Pointed};
use crate::kinds::{self, KindFigure, Moderates};
use crate::language::Language;
use crate::messages::figures::FiguresTexts;
use crate::results::{QuestionRounds, RoundResults};
use crate::texts::charts::decimal;
use crate::texts::desk::plurals;
use crate::texts::desk::results::{self as say, ResultsPageTexts};
use crate::texts::desk::retention::RetentionTexts;

/// Texts that are listed before one asks for the others.
const TEXTS_FIRST: usize = 8;
/// Texts that a page lists at all.
const TEXTS_MAX: usize = 200;

/// A question with all its rounds.
pub(super) fn section(page: &DeskResults, row: &QuestionRounds) -> AnyView {
    let results = &row.newest.results;
    let number = results.number.map(|number| number.to_string());
    let id = format!("result-{}", results.id);
    let by = id.clone();
    let earlier: Vec<_> = row
        .earlier
        .iter()
        .map(|round| self::earlier(page, round))
        .collect();
    view! {
        <section class="one-result" aria-labelledby=by>
            <p class="number soft" aria-hidden="true">{number}</p>
            <div class="what">
                <h3 id=id dir="auto">{results.prompt.clone()}</h3>
                <p class="soft">{row.newest.counted(page.language)}</p>
                {row.newest.sentence(page.language).map(|said| view! { <p dir="auto">{said}</p> })}
                {links(page, results)}
            </div>
            <div class="came">
                {came_to(page, &row.newest)}
                {files(page, &row.newest)}
                {row.totals.as_ref().map(|totals| fields(page.language, totals))}
            </div>
            {earlier}
        </section>
    }
    .into_any()
}

fn earlier(page: &DeskResults, round: &RoundResults) -> AnyView {
    let results = &round.results;
    let answers = plurals::answers(page.language, results.voters);
    let said = round.sentence(page.language);
    view! {
        <details class="earlier-round">
            <summary>{say::round_of(page.language, &answers, results.round)}</summary>
            {said.map(|said| view! { <p dir="auto">{said}</p> })}
            {came_to(page, round)}
            {files(page, round)}
        </details>
    }
    .into_any()
}

/// Where what people typed is moderated and read.
fn links(page: &DeskResults, results: &QuestionResults) -> Option<AnyView> {
    if !page.has_answers() {
        return None;
    }
    let say = ResultsPageTexts::of(page.language);
    let link = |to: String, words: &'static str| {
        view! { <p><a href=to>{words}<span class="visually-hidden">": " {results.prompt.clone()}</span></a></p> }
            .into_any()
    };
    if results.kept_apart {
        return Some(link(
            page.at(&format!("/forms/{}", results.id)),
            say.read_forms,
        ));
    }
    let moderated = !matches!(kinds::moderates(&results.input), Moderates::Nothing);
    let to = format!("/rooms/{}/moderator?question={}", page.room, results.id);
    moderated.then(|| link(to, say.moderate))
}

/// The figure, or what people wrote.
fn came_to(page: &DeskResults, round: &RoundResults) -> Option<AnyView> {
    let results = &round.results;
    if results.kept_apart {
        return None;
    }
    if !page.has_answers()
        && let Some(gone) = gone(page.language, round)
    {
        return Some(view! { <p class="soft">{gone}</p> }.into_any());
    }
    let heading = Heading {
        prompt: &results.prompt,
        body: "",
    };
    let id = format!("{}-{}", results.id, results.round);
    let split = round.split(page.language);
    if let Some(figure) = split.and_then(|split| split.view(id.clone(), heading)) {
        return Some(in_box(figure));
    }
    if round.is_texts() {
        return Some(texts(page, results));
    }
    let context = round.context(heading, page.language);
    Some(in_box(kinds::figure(&context, id, 0, Pointed::default())))
}

/// Why totals have no figure, where they have none.
fn gone(language: Language, round: &RoundResults) -> Option<&'static str> {
    let say = RetentionTexts::of(language);
    match round.is_texts() {
        true => Some(say.texts_gone),
        false => (!is_enough(round.results.voters)).then_some(say.too_few),
    }
}

/// The figure as files.
fn files(page: &DeskResults, round: &RoundResults) -> Option<AnyView> {
    let results = &round.results;
    let say = FiguresTexts::of(page.language);
    let split = page.split.as_ref().map(|by| format!("&split={by}"));
    let split = split.unwrap_or_default();
    let (id, number) = (&results.id, results.round);
    let files = [
        ("png", "", say.png),
        ("png", "&background=none", say.clear_png),
        ("svg", "", say.svg),
    ];
    let link = |(ending, more, words)| {
        let to = page.at(&format!(
            "/figures/{id}.{ending}?round={number}{split}{more}"
        ));
        view! {
            " "
            <a href=to>
                {words}
                <span class="visually-hidden">": " {results.prompt.clone()}</span>
            </a>
        }
    };
    let links: Vec<_> = files.map(link).into_iter().collect();
    let picture = page.at(&format!("/figures/{id}.png?round={number}{split}"));
    // Its script shows it.
    let copy = view! {
        <button
            class="link"
            type="button"
            data-copies-picture=picture
            data-copied=say.copied
            data-failed=say.not_copied
            hidden=true
        >
            <span data-words="" aria-live="polite">{say.copy}</span>
            <span class="visually-hidden">": " {results.prompt.clone()}</span>
        </button>
    };
    let is_gone = !page.has_answers() && gone(page.language, round).is_some();
    let is_drawn = results.voters > 0 && !results.kept_apart && !is_gone;
    is_drawn.then(|| view! { <p class="save soft">{say.save} {links} " " {copy}</p> }.into_any())
}

/// A figure of the stage, as wide as its place here.
fn in_box(figure: AnyView) -> AnyView {
    view! { <div class="drawn">{figure}</div> }.into_any()
}

/// What people wrote, the most voted first.
fn texts(page: &DeskResults, results: &QuestionResults) -> AnyView {
    let say = ResultsPageTexts::of(page.language);
    let figure = KindFigure::of(&results.input, &results.results);
    let (texts, _) = kinds::split_texts(page.language, &figure);
    let item = |text: ColumnText| {
        let count = text.count.map(|count| view! { " " <small>{count}</small> });
        view! { <li><span dir="auto">{text.text}</span>{count}</li> }
    };
    let mut texts = texts.into_iter().take(TEXTS_MAX).map(item);
    let first: Vec<_> = texts.by_ref().take(TEXTS_FIRST).collect();
    let more: Vec<_> = texts.collect();
    let more = (!more.is_empty()).then(|| {
        view! {
            <details>
                <summary>{say.more_answers}</summary>
                <ul role="list" class="texts">{more}</ul>
            </details>
        }
    });
    view! { <ul role="list" class="texts">{first}</ul> {more} }.into_any()
}

/// What the ratings and choices of a form come to.
fn fields(language: Language, totals: &[FieldTotals]) -> AnyView {
    let rows: Vec<_> = totals
        .iter()
        .map(|field| {
            let said = match field.mean {
                Some(mean) => {
                    let mean = decimal(language, mean);
                    say::field_mean(language, field.answered, &field.label, &mean)
                }
                None => say::field_count(language, field.answered, &field.label),
            };
            let counts: Vec<_> = field
                .counts
                .iter()
                .map(|count| {
                    let label = count.label.clone();
                    view! { <li><span dir="auto">{label}</span> " " <b>{count.votes}</b></li> }
                })
                .collect();
            view! {
                <div>
                    <p dir="auto">{said}</p>
                    <ul role="list" class="counts">{counts}</ul>
                </div>
            }
        })
        .collect();
    view! { <div class="totals">{rows}</div> }.into_any()
}
