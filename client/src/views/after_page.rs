//! The page on which people read afterwards what came out of a room. Nothing on it looks like
//! voting: it is a page to read, without scripts, and what is still open is a link.

use leptos::prelude::*;
use shared::question::FieldTotals;

use crate::charts::{Heading, Pointed};
use crate::kinds;
use crate::language::Language;
use crate::results::{PublishedQuestion, RoundResults};
use crate::texts::charts::{decimal, grouped};
use crate::texts::desk::after_page::{self as say, AfterPageTexts};
use crate::texts::desk::privacy::PrivacyTexts;
use crate::texts::desk::report::ReportTexts;
use crate::texts::desk::results as of_results;
use crate::ui::bidi;
use crate::ui::mark::Mark;
use crate::views::desk::frame;

/// All that stands on it.
#[derive(Clone, Debug)]
pub struct AfterPage {
    pub language: Language,
    pub title: String,
    /// The day of the room, and the last one of the page, in words.
    pub date: String,
    pub until: String,
    /// In the organiser's words.
    pub text: Vec<String>,
    pub questions: Vec<PublishedQuestion>,
    /// What can still be filled in: what it is called, and where.
    pub evaluation: Vec<(String, String)>,
    /// Addresses of slides and the like, with what they are called.
    pub links: Vec<(String, String)>,
    /// What was said, in paragraphs.
    pub transcript: Vec<String>,
    /// Where somebody sees what they answered themselves.
    pub own: String,
    /// Whether its organiser looks at it before others can.
    pub is_preview: bool,
}

/// Why there is no page to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoAfterPage {
    /// The room has not ended.
    NotYet,
    /// It is closed; after which day, in words, where it was open until then.
    Closed { since: Option<String> },
}

/// The whole page.
#[component]
pub fn AfterPageView(page: AfterPage) -> impl IntoView {
    let say = AfterPageTexts::of(page.language);
    let preview = page
        .is_preview
        .then(|| view! { <p class="notice plain" role="status">{say.preview}</p> });
    let text: Vec<_> = page
        .text
        .iter()
        .map(|text| view! { <p class="lead" dir="auto">{text.clone()}</p> })
        .collect();
    let inside = view! {
        {preview}
        <h1 dir="auto">{page.title.clone()}</h1>
        <p class="soft">{page.date.clone()}</p>
        {text}
        {evaluation(&page)}
        {results(&page)}
        {links(&page)}
        {transcript(&page)}
        <p><a href=page.own.clone()>{say.own}</a></p>
    };
    around(
        page.language,
        inside.into_any(),
        Some(say::open_until(page.language, &page.until)),
    )
}

/// What is said where there is no page to see.
#[component]
pub fn NoAfterPageView(language: Language, why: NoAfterPage) -> impl IntoView {
    let say = AfterPageTexts::of(language);
    let (heading, lead, since) = match why {
        NoAfterPage::NotYet => (say.not_yet_heading, say.not_yet_lead, None),
        NoAfterPage::Closed { since } => (say.closed_heading, say.closed_lead, since),
    };
    let since = since.map(|day| view! { <p>{say::closed_since(language, &day)}</p> });
    let inside = view! { <h1>{heading}</h1> <p class="lead">{lead}</p> {since} };
    around(language, inside.into_any(), None)
}

/// What stands above and below: whose page it is, and nothing to do.
fn around(language: Language, inside: AnyView, until: Option<String>) -> AnyView {
    let privacy = PrivacyTexts::of(language).heading;
    view! {
        {frame::skip(language)}
        <header class="after-top"><Mark /> {frame::short_languages(language)}</header>
        <main id="main">{inside}</main>
        <footer class="soft">
            {until.map(|until| view! { <p>{until}</p> })}
            <p>
                {ReportTexts::of(language).made}
                " · "
                <a href="/privacy">{privacy}</a>
            </p>
        </footer>
    }
    .into_any()
}

/// What can still be filled in.
fn evaluation(page: &AfterPage) -> Option<AnyView> {
    let say = AfterPageTexts::of(page.language);
    let rows: Vec<_> = page
        .evaluation
        .iter()
        .map(|(prompt, to)| {
            view! { <li><a href=to.clone() dir="auto">{prompt.clone()}</a></li> }
        })
        .collect();
    let section = view! {
        <section class="still-open">
            <h2>{say.evaluation}</h2>
            <p class="soft">{say.evaluation_lead}</p>
            <ul>{rows}</ul>
        </section>
    };
    (!page.evaluation.is_empty()).then(|| section.into_any())
}

fn results(page: &AfterPage) -> AnyView {
    let say = AfterPageTexts::of(page.language);
    let questions: Vec<_> = page
        .questions
        .iter()
        .map(|question| self::question(page.language, question))
        .collect();
    let nothing = questions
        .is_empty()
        .then(|| view! { <p class="empty">{say.nothing_yet}</p> });
    view! {
        <section>
            <h2>{say.results}</h2>
            <p class="soft">{say.nobody_alone}</p>
            {nothing}
            {questions}
        </section>
    }
    .into_any()
}

fn question(language: Language, question: &PublishedQuestion) -> AnyView {
    let say = AfterPageTexts::of(language);
    let newest = match &question.newest {
        Some(round) => came_to(language, round),
        None => view! { <p class="soft">{say.too_few}</p> }.into_any(),
    };
    let earlier: Vec<_> = question
        .earlier
        .iter()
        .map(|round| {
            view! {
                <details class="earlier-round">
                    <summary>{say.earlier} {round.counted(language)}</summary>
                    {came_to(language, round)}
                </details>
            }
        })
        .collect();
    let fields: Vec<_> = question
        .totals
        .iter()
        .map(|field| self::field(language, field))
        .collect();
    view! {
        <article>
            <h3 dir="auto">{question.prompt.clone()}</h3>
            {newest}
            {fields}
            {earlier}
        </article>
    }
    .into_any()
}

/// One round: how many answered, what is said of it by rule, and its figure.
fn came_to(language: Language, round: &RoundResults) -> AnyView {
    let say = AfterPageTexts::of(language);
    let results = &round.results;
    let counted = view! { <p class="soft">{round.counted(language)}</p> };
    if results.kept_apart {
        return counted.into_any();
    }
    if round.is_texts() {
        return view! { {counted} <p class="soft">{say.no_texts}</p> }.into_any();
    }
    let heading = Heading {
        prompt: &results.prompt,
        body: "",
    };
    let id = format!("{}-{}", results.id, results.round);
    let split = round.split(language);
    let split = split.and_then(|split| split.view(id.clone(), heading));
    let figure = split.unwrap_or_else(|| {
        let context = round.context(heading, language);
        kinds::figure(&context, id, 0, Pointed::default())
    });
    let said = round
        .sentence(language)
        .map(|said| view! { <p dir="auto">{said}</p> });
    view! { {counted} {said} <div class="drawn">{figure}</div> }.into_any()
}

/// What one field of a form came to.
fn field(language: Language, field: &FieldTotals) -> AnyView {
    let said = match field.mean {
        Some(mean) => {
            let mean = decimal(language, mean);
            of_results::field_mean(language, field.answered, &field.label, &mean)
        }
        None => of_results::field_count(language, field.answered, &field.label),
    };
    let counts: Vec<_> = field
        .counts
        .iter()
        .map(|count| {
            let votes = grouped(language, count.votes);
            view! { <li><span dir="auto">{count.label.clone()}</span> " " <b>{votes}</b></li> }
        })
        .collect();
    view! {
        <div class="totals">
            <p dir="auto">{said}</p>
            <ul role="list" class="counts">{counts}</ul>
        </div>
    }
    .into_any()
}

/// Slides, a video: where they are, by name and in full.
fn links(page: &AfterPage) -> Option<AnyView> {
    let say = AfterPageTexts::of(page.language);
    let rows: Vec<_> = page
        .links
        .iter()
        .map(|(label, url)| {
            view! {
                <li>
                    <a href=url.clone() rel="noopener noreferrer nofollow">{bidi::name(label)}</a>
                    " "
                    <span class="soft" dir="ltr">{url.clone()}</span>
                </li>
            }
        })
        .collect();
    let section = view! { <section><h2>{say.links}</h2><ul>{rows}</ul></section> };
    (!page.links.is_empty()).then(|| section.into_any())
}

/// What was said: it folds, since it is long.
fn transcript(page: &AfterPage) -> Option<AnyView> {
    let say = AfterPageTexts::of(page.language);
    let rows: Vec<_> = page
        .transcript
        .iter()
        .map(|text| view! { <p dir="auto">{text.clone()}</p> })
        .collect();
    let section = view! {
        <section>
            <h2>{say.transcript}</h2>
            <details class="transcript">
                <summary>{say.transcript_open}</summary>
                {rows}
            </details>
        </section>
    };
    (!page.transcript.is_empty()).then(|| section.into_any())
}
