//! What is written of any report. What readers of PDF make of it: `tests/reader`.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use shared::report::{
    KeyFigure, Report, ReportFigure, ReportPart, ReportQuote, ReportSection, ReportTable,
    ReportText,
};

use crate::font_book::FontBook;
use crate::page::pages;
use crate::row::DrawnPiece;
use crate::sheet::HEIGHT;
use crate::{body, pdf};

const PAGE_OF: &str = "{page} van {pages}";
const SPECTRUM: &str = include_str!("../tests/data/spectrum.svg");

fn written(report: &Report) -> Vec<u8> {
    pdf(report, PAGE_OF).expect("it is written")
}

/// Every field is one of these words.
fn made_of(words: &[String]) -> Report {
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
                figure(&word(), SPECTRUM),
                figure(&word(), &word()),
                ReportPart::Table(ReportTable {
                    caption: word(),
                    head: vec![word(), word()],
                    rows: vec![vec![word(), word(), word()], Vec::new()],
                }),
                quote(&word(), Some(&word())),
            ],
        }],
        next_heading: word(),
        next: vec![word(), word()],
        footer: word(),
    }
}

fn figure(description: &str, svg: &str) -> ReportPart {
    ReportPart::Figure(ReportFigure {
        question: "fruit".into(),
        round: 1,
        description: description.to_owned(),
        svg: svg.to_owned(),
    })
}

fn quote(text: &str, note: Option<&str>) -> ReportPart {
    ReportPart::Quote(ReportQuote {
        text: text.to_owned(),
        note: note.map(str::to_owned),
    })
}

fn paragraph(text: String) -> ReportPart {
    ReportPart::Paragraph(ReportText { text })
}

/// A report whose only section has these parts.
fn of(parts: Vec<ReportPart>) -> Report {
    Report {
        language: "nl".to_owned(),
        title: "Groepenwerkplaats".to_owned(),
        sections: vec![ReportSection {
            question: None,
            heading: "Welke groepen?".to_owned(),
            parts,
        }],
        ..Report::default()
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = made_of(&["poes".to_owned(), "قهوة שלום 🐱".to_owned()]);
    assert_eq!(written(&report), written(&report));
}

#[test]
fn an_empty_report_is_a_page_with_a_name() {
    let bytes = written(&Report::default());
    let text = String::from_utf8_lossy(&bytes);
    assert!(
        text.contains("pdfuaid:part>1<") && text.contains("/Count 1"),
        "{text}"
    );
}

#[test]
fn nothing_stands_below_the_end_of_a_page_and_nothing_is_lost() {
    let long = "een woord ".repeat(4000);
    let tall = ReportPart::Table(ReportTable {
        caption: String::new(),
        head: vec!["Groep".to_owned(), "Antwoord".to_owned()],
        rows: vec![vec!["Jongeren".to_owned(), long.clone()]; 2],
    });
    let parts = vec![paragraph(long.clone()), quote(&long, None), tall];
    let mut report = of(parts);
    report.next_heading = "Hoe nu verder".to_owned();
    report.next = vec![long.clone(); 2];
    let fonts = FontBook::of(&report, PAGE_OF);
    let rows = body::written(&report, &fonts).rows;
    let count = |drawn: &[DrawnPiece]| {
        drawn
            .iter()
            .filter(|drawn| matches!(drawn, DrawnPiece::Line { of: Some(_), .. }))
            .count()
    };
    let lines: usize = rows.iter().map(|row| count(&row.drawn)).sum();
    let pages = pages(&report, PAGE_OF, &fonts, rows);
    let mut placed = 0;
    for page in &pages {
        placed += count(&page.body);
        for drawn in &page.body {
            let end = match drawn {
                DrawnPiece::Line { y, line, .. } => y + line.height,
                DrawnPiece::Area { y, height, .. } => y + height,
                DrawnPiece::Figure {
                    y, scale, figure, ..
                } => y + figure.size().height() * scale,
            };
            assert!(end <= HEIGHT + 0.01, "{end}");
        }
    }
    assert_eq!(placed, lines);
    let emptiest = pages.iter().map(|page| page.body.len()).min();
    assert!(
        pages.len() > 10 && emptiest > Some(0),
        "{} pages",
        pages.len()
    );
}

#[test]
fn a_heading_stands_on_no_page_alone_and_a_head_comes_again() {
    let rows = (0..60).map(|row| {
        vec![
            format!("{row} {}", "samen eten ".repeat(8)),
            row.to_string(),
        ]
    });
    let table = ReportPart::Table(ReportTable {
        caption: "Stemmen".to_owned(),
        head: vec!["Groep".to_owned(), "Stemmen".to_owned()],
        rows: rows.collect(),
    });
    let heading = ReportPart::Heading(ReportText {
        text: "Ronde".to_owned(),
    });
    let parts: Vec<ReportPart> = (0..40)
        .flat_map(|number| [heading.clone(), paragraph("regel\n".repeat(number))])
        .chain([table])
        .collect();
    let report = of(parts);
    let fonts = FontBook::of(&report, PAGE_OF);
    let pages = pages(
        &report,
        PAGE_OF,
        &fonts,
        body::written(&report, &fonts).rows,
    );
    assert!(pages.len() > 3);
    for page in &pages {
        let tops = page
            .body
            .iter()
            .filter(|drawn| matches!(drawn, DrawnPiece::Line { .. }));
        let last = tops.map(DrawnPiece::top).fold(0.0, f32::max);
        let headings = page.outline.iter().map(|(.., top)| *top);
        assert!(headings.fold(0.0, f32::max) < last || page.outline.is_empty());
    }
    let again = pages
        .iter()
        .filter(|page| matches!(page.body.first(), Some(DrawnPiece::Line { of: None, .. })));
    assert!(again.count() >= 1, "the head of a table over pages");
}

#[test]
fn a_full_room_is_written_in_no_time() {
    let quotes = (0..100).map(|number| quote(&format!("{number} قهوة שלום чай τσάι"), None));
    let table = ReportPart::Table(ReportTable {
        caption: "Stemmen".to_owned(),
        head: (0..10).map(|column| format!("Kolom {column}")).collect(),
        rows: (0..100).map(|row| vec![row.to_string(); 10]).collect(),
    });
    let section = |_| ReportSection {
        question: None,
        heading: "Je beste idee?".to_owned(),
        parts: quotes
            .clone()
            .chain([figure("34", SPECTRUM), table.clone()])
            .collect(),
    };
    let report = Report {
        sections: (0..15).map(section).collect(),
        ..Report::default()
    };
    let began = Instant::now();
    let bytes = written(&report);
    let took = began.elapsed();
    assert!(bytes.len() > 100_000);
    assert!(took < Duration::from_secs(5), "{took:?}");
}

const TELLING: &[&str] = &[
    "#import \"a.typ\": *",
    "*",
    "$",
    "\\",
    "@",
    "<label>",
    "//",
    "(a) Tj",
    "\0",
    "\u{feff}",
    "\u{fffe}",
    "\u{e000}",
    "\u{301}",
    "\u{202e}",
    "\u{200d}",
    "\r\n",
    "\t",
    " ",
    "سلام",
    "שָׁלוֹם",
    "क्षि",
    "👩‍👩‍👧",
    "1️⃣",
    "一緒",
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"0.1\"><text>x</text></svg>",
];

/// Any characters, and often those that mean something somewhere or that are hard to draw.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        prop::sample::select(TELLING).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_people_write_is_a_document(words in prop::collection::vec(any_text(), 1..24)) {
        let bytes = written(&made_of(&words));
        prop_assert!(bytes.starts_with(b"%PDF-1.7"));
    }
}
