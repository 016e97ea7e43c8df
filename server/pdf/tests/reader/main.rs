//! What a reader of PDF that is none of ours finds in a report: poppler.

mod poppler;
#[path = "../../../docx/tests/office/sample.rs"]
mod sample;

use std::path::Path;

use fonts::{TextWay, way};
use shared::report::{Report, ReportFigure, ReportPart, ReportSection};

use poppler::{TaggedElement, elements, said_of, text_of};
use sample::{PAGE_OF, SLY, afternoon, figure, heading, note, paragraph, quote, section, table};

const SPECTRUM: &str = include_str!("../data/spectrum.svg");
const WORDS: &str = include_str!("../data/words.svg");

/// The afternoon, but that two of its figures are drawn.
fn drawn() -> Report {
    let mut report = afternoon();
    for section in &mut report.sections {
        for part in &mut section.parts {
            if let ReportPart::Figure(figure) = part {
                figure.svg = picture(figure).to_owned();
            }
        }
    }
    report
}

fn picture(figure: &ReportFigure) -> &'static str {
    match figure.question.as_str() {
        "belief" => SPECTRUM,
        "fruit" => WORDS,
        _ => "",
    }
}

fn written(report: &Report) -> Vec<u8> {
    pdf::pdf(report, PAGE_OF).expect("it is written")
}

/// Leaves it where pictures are left, for whoever looks at it.
fn leave(name: &str, pdf: &[u8]) {
    if let Some(folder) = std::env::var_os("PEIL_TESTS_OUT") {
        let file = Path::new(&folder).join(name);
        std::fs::write(file, pdf).expect("a file can be written");
    }
}

/// All that stands in a section, but for pictures.
fn texts_of(section: &ReportSection) -> Vec<&String> {
    let mut texts = vec![&section.heading];
    for part in &section.parts {
        match part {
            ReportPart::Heading(text) | ReportPart::Paragraph(text) | ReportPart::Note(text) => {
                texts.push(&text.text);
            }
            ReportPart::Figure(figure) => {
                texts.extend(picture(figure).is_empty().then_some(&figure.description));
            }
            ReportPart::Table(table) => {
                texts.extend([&table.caption].into_iter().chain(&table.head));
                texts.extend(table.rows.iter().flatten());
            }
            ReportPart::Quote(quote) => texts.extend([&quote.text].into_iter().chain(&quote.note)),
        }
    }
    texts
}

fn texts(report: &Report) -> Vec<&String> {
    let mut texts = vec![&report.title];
    texts.extend(&report.lead);
    for figure in &report.key_figures {
        texts.extend([&figure.value, &figure.label]);
    }
    texts.extend(report.sections.iter().flat_map(texts_of));
    texts.push(&report.next_heading);
    texts.extend(&report.next);
    texts
}

/// What is read of a text: its letters, without spaces and without what says which way they go.
fn letters(text: &str) -> String {
    let is_letter = |c: &char| {
        let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        !(c.is_whitespace() || c.is_control() || turns)
    };
    text.chars().filter(is_letter).collect()
}

/// Whether poppler turns two letters around that are one glyph.
fn is_turned(word: &str) -> bool {
    ["لا", "لأ", "لإ", "لآ"].iter().any(|pair| word.contains(pair))
}

/// The words of a text of which poppler says the order by itself, since they go from the right.
fn words_from_the_right(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(letters);
    words.filter(|word| !is_turned(word)).collect()
}

/// One behind the other; of what goes from the right, every word somewhere in its place.
#[track_caller]
fn assert_reads_all(pdf: &[u8], report: &Report) {
    let read = letters(&text_of(pdf));
    let mut from = 0;
    for text in texts(report) {
        let words: Vec<String> = match way(text) {
            Some(TextWay::FromRight) => words_from_the_right(text),
            _ => vec![letters(text)],
        };
        let mut end = from;
        for word in words {
            let found = read[from..].find(&word);
            let at = found.unwrap_or_else(|| panic!("{word} in {}", &read[from..]));
            end = end.max(from + at + word.len());
        }
        from = end;
    }
}

#[test]
fn every_text_and_number_is_read_in_its_order() {
    let report = drawn();
    let pdf = written(&report);
    leave("report.pdf", &pdf);
    assert_reads_all(&pdf, &report);
}

fn names_and_texts(elements: &[TaggedElement], names: &[&str]) -> Vec<(String, String)> {
    let wanted = elements
        .iter()
        .filter(|element| names.contains(&element.name.as_str()));
    let both = wanted.map(|element| (element.name.clone(), element.text.trim().to_owned()));
    both.collect()
}

#[test]
fn headings_lists_tables_and_pictures_are_what_they_are() {
    let pdf = written(&drawn());
    let elements = elements(&pdf);
    let headings = names_and_texts(&elements, &["H1", "H2", "H3"]);
    let expected = [
        ("H1", "Groepenwerkplaats"),
        ("H2", "Geloof jij dat groepen het welzijn verbeteren?"),
        ("H2", "Waaraan denk je bij ‘waarden’?"),
        ("H2", "Welke groepen zijn laaghangend fruit voor een proef?"),
        ("H3", "Ronde 1"),
        ("H3", "Ronde 2"),
        ("H2", "Je beste idee?"),
        ("H2", "Hoe nu verder"),
    ];
    let expected = expected.map(|(name, text)| (name.to_owned(), text.to_owned()));
    assert_eq!(headings, expected);
    let list = names_and_texts(&elements, &["L", "LI", "Lbl", "LBody"]);
    let names: Vec<&str> = list.iter().map(|(name, _)| name.as_str()).collect();
    let item = ["LI", "Lbl", "LBody"];
    assert_eq!(names, [&["L"][..], &item, &item, &item].concat());
    assert_eq!(
        (list[2].1.as_str(), &list[3].1),
        ("1.", &afternoon().next[0])
    );
    let count = |name: &str| {
        elements
            .iter()
            .filter(|element| element.name == name)
            .count()
    };
    assert_eq!((count("Table"), count("TR"), count("THead")), (3, 11, 3));
    let heads = elements.iter().filter(|element| element.name == "TH");
    let (rows, columns): (Vec<_>, Vec<_>) = heads.partition(|head| head.said == ["Scope Row"]);
    assert_eq!(rows.len(), 8);
    assert!(columns.iter().all(|head| head.said == ["Scope Column"]));
    assert_eq!(columns[1].text, "Keer genoemd");
    assert_eq!(count("BlockQuote"), 11);
    assert_eq!(count("Figure"), 2);
    let file = String::from_utf8_lossy(&pdf);
    for said in [
        "/Alt(Van poes naar hond: eerst gemiddeld 61, nu 72.)",
        "/Alt(Staven: Samen bewegen 34, Samen eten 27, Jongeren 17.)",
        "/Lang(nl)",
        "<pdfuaid:part>1</pdfuaid:part>",
        "/DisplayDocTitle true",
    ] {
        assert!(file.contains(said), "{said}");
    }
}

#[test]
fn it_says_what_it_is_and_each_page_which_it_is() {
    let pdf = written(&drawn());
    for (name, said) in [
        ("Title", "Groepenwerkplaats"),
        ("Subject", "Impressieverslag"),
        ("Tagged", "yes"),
        ("Pages", "3"),
        ("Page size", "595.28 x 841.89 pts (A4)"),
    ] {
        assert_eq!(said_of(&pdf, name), said);
    }
    let read = text_of(&pdf);
    for page in 1..=3 {
        assert!(read.contains(&format!("{page} van 3")), "{read}");
    }
    assert_eq!(read.matches("Impressieverslag · 28 november").count(), 3);
    assert_eq!(read.matches(&afternoon().footer).count(), 3);
}

/// What other writers take for marks, commands, labels and remarks.
const MARKS: [&str; 12] = [
    "#import \"@preview/kwaad:1.0.0\": *",
    "*dik* en _schuin_",
    "$x^2$",
    "\\#regel\\",
    "@verwijzing",
    "<label>",
    "// een opmerking",
    "/* nog een */",
    "(dit) Tj ET Q",
    "= kop",
    "endstream endobj",
    "{page} %PDF",
];

#[test]
fn whatever_people_write_is_text() {
    let sly = MARKS.iter().chain(&SLY);
    let quotes = sly.map(|words| quote(words, Some(words)));
    let report = Report {
        title: MARKS[0].to_owned(),
        sections: vec![section(MARKS[8], quotes.collect())],
        next: MARKS.map(str::to_owned).to_vec(),
        ..afternoon()
    };
    let pdf = written(&report);
    assert_reads_all(&pdf, &report);
    assert_eq!(said_of(&pdf, "Title"), MARKS[0]);
    let odd = "a\0b\u{1b}c\u{ffff}d\u{feff}e\u{7f} \u{301}\u{301} \u{200d}f\u{e000}";
    let report = Report {
        lead: vec![odd.to_owned()],
        ..Report::default()
    };
    assert!(letters(&text_of(&written(&report))).contains("abcde"));
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
    let pdf = written(&report);
    leave("report-in-six-scripts.pdf", &pdf);
    assert_reads_all(&pdf, &report);
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
    assert_reads_all(&written(&report), &report);
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
    let pdf = written(&report);
    let elements = elements(&pdf);
    let names: Vec<&str> = elements
        .iter()
        .map(|element| element.name.as_str())
        .collect();
    let parts: Vec<_> = names.split(|name| *name == "Table").skip(1).collect();
    // The head is said once, and drawn on each of its pages.
    let heads = |part: &[&str]| part.iter().filter(|name| **name == "THead").count();
    assert!(parts.len() > 2 && parts.iter().all(|part| heads(part) == 1));
    assert!(text_of(&pdf).matches("Groep Eerst Nu").count() > 2);
    // Every column once, and the first in each part.
    let columns = elements
        .iter()
        .filter(|element| element.said == ["Scope Column"]);
    let columns: Vec<&str> = columns.skip(3).map(|head| head.text.as_str()).collect();
    let firsts = columns.iter().filter(|column| **column == "0").count();
    assert_eq!(firsts, parts.len() - 1);
    let others: Vec<&str> = columns
        .into_iter()
        .filter(|column| *column != "0")
        .collect();
    assert_eq!(others, wide[1..]);
}

#[test]
fn an_empty_report_opens_with_its_name_above() {
    let pdf = written(&Report::default());
    assert_eq!(letters(&text_of(&pdf)), "peil1van1");
    assert_eq!(said_of(&pdf, "Title"), "peil");
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
    let pdf = written(&report);
    leave("report-from-the-right.pdf", &pdf);
    assert_reads_all(&pdf, &report);
    let file = String::from_utf8_lossy(&pdf);
    assert!(file.contains("/Direction/R2L") && file.contains("/Lang(ar)"));
}
