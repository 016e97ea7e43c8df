//! What an office program reads in a report that is none of ours: LibreOffice.

mod office;
mod sample;

use std::path::Path;

use docx::{FigurePicture, docx};
use shared::report::{Report, ReportFigure, ReportPart, ReportSection};

use office::{OpenedDocument, one_line, text_of};
use sample::{PAGE_OF, SLY, afternoon, figure, heading, note, paragraph, quote, section, table};

fn bars() -> FigurePicture {
    FigurePicture {
        png: include_bytes!("../data/bars.png").to_vec(),
        width: 1600,
        height: 900,
    }
}

/// One figure of the afternoon has none.
fn picture(figure: &ReportFigure) -> Option<FigurePicture> {
    (figure.question.as_str() != "drawn-by-nobody").then(bars)
}

fn written(report: &Report) -> Vec<u8> {
    docx(report, PAGE_OF, picture).expect("it is packed")
}

/// Leaves it where pictures are left, for whoever looks at it.
fn leave(name: &str, docx: &[u8]) {
    if let Some(folder) = std::env::var_os("PEIL_TESTS_OUT") {
        let file = Path::new(&folder).join(name);
        std::fs::write(file, docx).expect("a file can be written");
    }
}

/// All that stands in a section, but for pictures and what is said of them.
fn texts_of(section: &ReportSection) -> Vec<String> {
    let mut texts = vec![section.heading.clone()];
    for part in &section.parts {
        match part {
            ReportPart::Heading(text) | ReportPart::Paragraph(text) | ReportPart::Note(text) => {
                texts.push(text.text.clone());
            }
            ReportPart::Figure(figure) => {
                if picture(figure).is_none() {
                    texts.push(figure.description.clone());
                }
            }
            ReportPart::Table(table) => {
                texts.extend([&table.caption].into_iter().chain(&table.head).cloned());
                texts.extend(table.rows.iter().flatten().cloned());
            }
            ReportPart::Quote(quote) => {
                texts.push(quote.text.clone());
                texts.extend(quote.note.clone());
            }
        }
    }
    texts
}

/// The texts of the pages, in their order.
fn texts(report: &Report) -> Vec<String> {
    let mut texts = vec![report.title.clone()];
    texts.extend(report.lead.iter().cloned());
    for figure in &report.key_figures {
        texts.extend([figure.value.clone(), figure.label.clone()]);
    }
    texts.extend(report.sections.iter().flat_map(texts_of));
    texts.push(report.next_heading.clone());
    for (number, item) in (1..).zip(&report.next) {
        texts.push(format!("{number}. {item}"));
    }
    texts.retain(|text| !text.is_empty());
    texts
}

#[track_caller]
fn assert_reads_all(read: &str, report: &Report) {
    let read = read.lines().map(one_line).filter(|line| !line.is_empty());
    let said = texts(report);
    let said = said.iter().flat_map(|text| text.lines()).map(one_line);
    assert!(
        read.clone().eq(said.clone()),
        "{:#?}",
        read.zip(said).find(|(read, said)| read != said)
    );
}

#[test]
fn every_text_and_number_is_read_in_its_order() {
    let report = afternoon();
    let docx = written(&report);
    leave("report.docx", &docx);
    let read = text_of(&docx);
    assert_reads_all(&read, &report);
    for sly in SLY {
        assert!(read.lines().any(|line| line == sly), "{sly}");
    }
}

#[test]
fn headings_lists_tables_and_pictures_are_what_they_are() {
    let document = OpenedDocument::of(&written(&afternoon()));
    let headings = document.elements("text:h", "text:outline-level");
    let headings: Vec<_> = headings
        .iter()
        .map(|(level, text)| (level.as_str(), text.as_str()))
        .collect();
    let expected = [
        ("1", "Geloof jij dat groepen het welzijn verbeteren?"),
        ("1", "Waaraan denk je bij ‘waarden’?"),
        ("1", "Welke groepen zijn laaghangend fruit voor een proef?"),
        ("2", "Ronde 1"),
        ("2", "Ronde 2"),
        ("1", "Je beste idee?"),
        ("1", "Hoe nu verder"),
    ];
    assert_eq!(headings, expected);
    assert_eq!(document.texts("text:list-item"), afternoon().next);
    // The key figures have no head, three tables have one each that comes again on every page.
    assert_eq!(document.texts("table:table").len(), 4);
    let heads = document.texts("table:table-header-rows");
    assert_eq!(
        heads,
        [
            "Woord Keer genoemd Deelnemers",
            "Groep Stemmen",
            "Groep Aandeel"
        ]
    );
    let said = document.texts("svg:desc");
    let expected = [
        "Van poes naar hond: eerst gemiddeld 61, nu 72.",
        "Staven: Samen bewegen 34, Samen eten 27, Jongeren 17.",
    ];
    assert_eq!(said, expected);
    assert_eq!(document.texts("dc:title"), ["Groepenwerkplaats"]);
    assert_eq!(document.texts("dc:language"), ["nl"]);
    assert!(document.xml.contains(r#"fo:language="nl""#));
}

#[test]
fn each_page_says_whose_it_is_and_which() {
    let document = OpenedDocument::of(&written(&afternoon()));
    let above = document.texts("style:header").concat();
    assert_eq!(above, "peil Impressieverslag · 28 november");
    let below = document.texts("style:footer").concat();
    let said = below
        .strip_prefix(&afternoon().footer)
        .expect("who made it");
    let (page, pages) = said.trim().split_once(" van ").expect("which of how many");
    assert!(
        [page, pages]
            .iter()
            .all(|number| number.parse::<u32>().is_ok()),
        "{below}"
    );
}

/// Words of six scripts, two of them from the right.
const SCRIPTS: [&str; 6] = [
    "samen eten",
    "μαζί στη γειτονιά",
    "вместе гулять",
    "نأكل معا",
    "לאכול יחד",
    "一緒に食べる 🍲",
];

#[test]
fn two_thousand_quotes_in_six_scripts_are_read() {
    let quotes = SCRIPTS.iter().cycle().zip(1..=2000);
    let quotes = quotes.map(|(words, number)| quote(&format!("{words} nr. {number}"), None));
    let report = Report {
        sections: vec![section("Je beste idee?", quotes.collect())],
        ..afternoon()
    };
    assert_reads_all(&text_of(&written(&report)), &report);
}

#[test]
fn five_hundred_sections_are_read() {
    let of = |number: u32| {
        let title = format!("Vraag {number}");
        let rows: &[&[&str]] = &[&["Jongeren", &number.to_string()]];
        let parts = vec![
            heading("Ronde 1"),
            paragraph(&format!("{number} mensen antwoordden.")),
            table("Stemmen", &["Groep", "Stemmen"], rows),
            note("121 antwoorden"),
            figure("drawn-by-nobody", &format!("Een staaf van {number}.")),
        ];
        section(&title, parts)
    };
    let report = Report {
        sections: (1..=500).map(of).collect(),
        ..afternoon()
    };
    assert_reads_all(&text_of(&written(&report)), &report);
}

#[test]
fn a_table_over_pages_and_one_wider_than_a_page_are_read() {
    let numbers: Vec<String> = (0..70).map(|number| number.to_string()).collect();
    let wide: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let long: Vec<&[&str]> = (0..120).map(|at| &wide[at % 60..at % 60 + 3]).collect();
    let parts = vec![
        table("Lang", &["Groep", "Eerst", "Nu"], &long),
        table("Breed", &wide, &[&wide]),
    ];
    let report = Report {
        sections: vec![section("Alles", parts)],
        key_figures: Vec::new(),
        ..afternoon()
    };
    let document = OpenedDocument::of(&written(&report));
    let heads = document.texts("table:table-header-rows");
    assert_eq!(heads[0], "Groep Eerst Nu");
    // The first column again, and up to fifteen others.
    let columns: Vec<_> = heads[1..]
        .iter()
        .map(|head| head.split(' ').count())
        .collect();
    assert_eq!(columns, [16, 16, 16, 16, 10]);
    let last = heads.last().expect("the wide one");
    assert!(last.starts_with("0 61 ") && last.ends_with(" 69"), "{last}");
    assert_eq!(document.texts("table:table-row").len(), 1 + 120 + 2 * 5);
}

#[test]
fn an_empty_report_opens_with_its_name_above() {
    let document = OpenedDocument::of(&written(&Report::default()));
    assert_eq!(document.texts("text:p"), ["peil", "1 van 1"]);
    assert_eq!(document.texts("style:header"), ["peil"]);
    assert!(document.texts("text:h").is_empty());
}

#[test]
fn a_report_from_the_right_begins_there() {
    let rows: &[&[&str]] = &[&["نعم", "34"], &["لا", "1.027"]];
    let parts = vec![
        paragraph("أجاب 121 مشاركا."),
        table("الأصوات", &["المجموعة", "الأصوات"], rows),
        quote("نأكل معا كل أسبوع.", Some("38 صوتا")),
        quote("Samen eten, elke week.", Some("7 أصوات")),
    ];
    let report = Report {
        language: "ar".to_owned(),
        title: "ورشة المجموعات".to_owned(),
        kind: "تقرير".to_owned(),
        date: "28 نوفمبر".to_owned(),
        lead: vec!["بعد ظهر عن العمل معا.".to_owned()],
        sections: vec![section("هل تفيد المجموعات؟", parts)],
        next_heading: "ماذا بعد".to_owned(),
        next: vec!["نبدأ في يناير.".to_owned(), "نعود في مارس.".to_owned()],
        footer: "صنع باستخدام peil.".to_owned(),
        ..afternoon()
    };
    let docx = written(&report);
    leave("report-from-the-right.docx", &docx);
    let document = OpenedDocument::of(&docx);
    let mut ways = document.attributes("style:table-properties", "style:writing-mode");
    assert_eq!(ways.len(), 2);
    ways.extend(document.attributes("style:page-layout-properties", "style:writing-mode"));
    assert!(ways.iter().all(|way| way == "rl-tb"), "{ways:?}");
    assert!(document.xml.contains(r#"style:language-complex="ar""#));
}
