//! Whatever stands in a report is text in its document.

use proptest::prelude::*;
use shared::report::{KeyFigure, Report, ReportPart, ReportSection, ReportTable, ReportText};

use super::reading::{self, all_texts};
use super::{figure, quote, written};

/// Every field is one of these words.
pub fn made_of(words: &[String]) -> Report {
    let mut words = words.iter().cycle().cloned();
    let mut word = || words.next().expect("there is one at least");
    Report {
        language: word(),
        kind: word(),
        date: word(),
        title: word(),
        lead: vec![word(), word()],
        key_figures: vec![KeyFigure {
            value: word(),
            label: word(),
        }],
        sections: vec![ReportSection {
            question: None,
            heading: word(),
            parts: vec![
                ReportPart::Heading(ReportText { text: word() }),
                ReportPart::Paragraph(ReportText { text: word() }),
                ReportPart::Note(ReportText { text: word() }),
                figure(&word()),
                ReportPart::Table(ReportTable {
                    caption: word(),
                    head: vec![word(), word()],
                    rows: vec![vec![word(), word()]],
                }),
                quote(&word(), Some(&word())),
            ],
        }],
        next_heading: word(),
        next: vec![word()],
        footer: word(),
    }
}

/// The texts of such a report that stand on the pages, in their order.
fn in_the_document(report: &Report) -> Vec<&str> {
    let mut texts = vec![&report.title];
    texts.extend(&report.lead);
    for figure in &report.key_figures {
        texts.extend([&figure.value, &figure.label]);
    }
    for section in &report.sections {
        texts.push(&section.heading);
        for part in &section.parts {
            match part {
                ReportPart::Heading(text)
                | ReportPart::Paragraph(text)
                | ReportPart::Note(text) => {
                    texts.push(&text.text);
                }
                ReportPart::Table(table) => {
                    texts.extend([&table.caption].into_iter().chain(&table.head));
                    texts.extend(table.rows.iter().flatten());
                }
                ReportPart::Quote(quote) => {
                    texts.extend([&quote.text].into_iter().chain(&quote.note))
                }
                ReportPart::Figure(_) => {}
            }
        }
    }
    if !report.next[0].trim().is_empty() {
        texts.extend([&report.next_heading, &report.next[0]]);
    }
    texts.into_iter().map(String::as_str).collect()
}

fn described(report: &Report) -> impl Iterator<Item = &str> {
    let parts = report.sections.iter().flat_map(|section| &section.parts);
    parts.filter_map(|part| match part {
        ReportPart::Figure(figure) => Some(figure.description.as_str()),
        _ => None,
    })
}

const TELLING: &[&str] = &[
    "<w:p>", "</w:t>", "&", "&amp;", "]]>", "<!--", "\"", "\0", "\u{ffff}", "\r\n", "\t", " ",
    "سلام",
];

/// Any characters, and often those that mean something to XML or that it can't hold.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        prop::sample::select(TELLING).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// What stands between spaces: which spaces stay is not what this is about.
fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}

proptest! {
    #[test]
    fn whatever_people_write_is_text(words in prop::collection::vec(any_text(), 1..24)) {
        let report = made_of(&words);
        let file = written(&report);
        for name in file.names().iter().filter(|name| !name.ends_with(".png")) {
            reading::well_formed(&file.xml(name));
        }
        let read = all_texts(&file.xml("word/document.xml")).concat();
        let said = reading::as_read(&in_the_document(&report).concat());
        prop_assert_eq!(without_spaces(&read), without_spaces(&said));
        let descriptions = reading::values(&file.xml("word/document.xml"), "wp:docPr", "descr");
        for (read, said) in descriptions.iter().zip(described(&report)) {
            prop_assert_eq!(without_spaces(read), without_spaces(&reading::as_read(said)));
        }
    }
}
