//! A report as one page that needs nothing else: to be read, sent and printed.

use leptos::prelude::*;
use shared::report::{KeyFigure, Report, ReportPart, ReportSection, ReportTable};

use super::escaped;
use crate::hydration::render;
use crate::language::Language;
use crate::texts::desk::report::ReportTexts;
use crate::ui::mark::gauge;

const STYLE: &str = include_str!("../../style/report.css");

/// The whole document. It brings the font along, as a `data:` address: the words of pictures stand
/// where there is room for them in that font.
pub fn report(language: Language, report: &Report, font: &str) -> String {
    let tag = &report.language;
    let direction = language.direction().unwrap_or("ltr");
    let title = escaped(&format!("{}: {}", report.kind, report.title));
    let body = render(|| body(language, report));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>\n@font-face {{ font-family: \"Atkinson Hyperlegible Next\"; src: url({font}) format(\"woff2\"); font-weight: 400 800; }}\n{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
}

fn body(language: Language, report: &Report) -> AnyView {
    let lead: Vec<_> = report
        .lead
        .iter()
        .map(|text| view! { <p class="lead" dir="auto">{text.clone()}</p> })
        .collect();
    let key = |figure: &KeyFigure| {
        let (label, value) = (figure.label.clone(), figure.value.clone());
        view! { <div><dt dir="auto">{label}</dt><dd>{value}</dd></div> }
    };
    let key: Vec<_> = report.key_figures.iter().map(key).collect();
    let sections = report.sections.iter().enumerate();
    let sections: Vec<_> = sections
        .map(|(place, section)| self::section(language, place, section))
        .collect();
    let next: Vec<_> = report
        .next
        .iter()
        .map(|text| view! { <li dir="auto">{text.clone()}</li> })
        .collect();
    let next = (!next.is_empty()).then(|| {
        view! {
            <section class="next">
                <h2>{report.next_heading.clone()}</h2>
                <ol>{next}</ol>
            </section>
        }
    });
    view! {
        <header>
            <b>{gauge()} "peil"</b>
            <span>{format!("{} · {}", report.kind, report.date)}</span>
        </header>
        <main>
            <h1 dir="auto">{report.title.clone()}</h1>
            {lead}
            <dl class="key">{key}</dl>
            {sections}
            {next}
        </main>
        <footer>{report.footer.clone()}</footer>
    }
    .into_any()
}

fn section(language: Language, place: usize, section: &ReportSection) -> AnyView {
    let parts = section.parts.iter().enumerate();
    let parts: Vec<_> = parts
        .map(|(number, part)| self::part(language, (place, number), part))
        .collect();
    view! {
        <section>
            <h2 dir="auto">{section.heading.clone()}</h2>
            {parts}
        </section>
    }
    .into_any()
}

fn part(language: Language, (place, number): (usize, usize), part: &ReportPart) -> AnyView {
    match part {
        ReportPart::Heading(heading) => {
            view! { <h3 dir="auto">{heading.text.clone()}</h3> }.into_any()
        }
        ReportPart::Paragraph(said) => view! { <p dir="auto">{said.text.clone()}</p> }.into_any(),
        ReportPart::Note(note) => view! { <p class="note">{note.text.clone()}</p> }.into_any(),
        ReportPart::Figure(figure) => {
            // Ids of several pictures stand in one document.
            let svg = ["title", "desc"]
                .iter()
                .fold(figure.svg.clone(), |svg, id| {
                    svg.replace(
                        &format!("id=\"{id}\""),
                        &format!("id=\"{id}-{place}-{number}\""),
                    )
                });
            let named = format!("aria-labelledby=\"title-{place}-{number} desc-{place}-{number}\"");
            let svg = svg.replace("aria-labelledby=\"title desc\"", &named);
            view! { <figure inner_html=svg></figure> }.into_any()
        }
        ReportPart::Table(of) => {
            let name = ReportTexts::of(language).table;
            view! { <details><summary>{name}</summary>{table(of)}</details> }.into_any()
        }
        ReportPart::Quote(quote) => {
            let note = quote.note.clone();
            let note = note.map(|note| view! { <p class="note">{note}</p> });
            view! { <blockquote><p dir="auto">{quote.text.clone()}</p>{note}</blockquote> }
                .into_any()
        }
    }
}

fn table(of: &ReportTable) -> AnyView {
    let head: Vec<_> = of
        .head
        .iter()
        .map(|cell| view! { <th scope="col">{cell.clone()}</th> })
        .collect();
    let rows: Vec<_> = of
        .rows
        .iter()
        .map(|cells| {
            let mut cells = cells.iter().cloned();
            let first = cells.next();
            let rest: Vec<_> = cells.map(|cell| view! { <td>{cell}</td> }).collect();
            view! { <tr><th scope="row" dir="auto">{first}</th>{rest}</tr> }
        })
        .collect();
    view! {
        <table>
            <caption>{of.caption.clone()}</caption>
            <thead><tr>{head}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
