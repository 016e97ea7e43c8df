//! What is in the file, read as a ZIP of XML. What an office program makes of it: `tests/office`.

mod anything;
mod reading;

use std::time::{Duration, Instant};

use shared::report::{
    KeyFigure, Report, ReportFigure, ReportPart, ReportQuote, ReportSection, ReportTable,
};

use self::anything::made_of;
use self::reading::{DocxReader, all_texts};
use crate::{FigurePicture, docx};

const PAGE_OF: &str = "{page} van {pages}";

fn written(report: &Report) -> DocxReader {
    let bytes = docx(report, PAGE_OF, picture).expect("a small report is packed");
    DocxReader::opened(bytes)
}

/// Whoever has a description has a picture.
fn picture(figure: &ReportFigure) -> Option<FigurePicture> {
    (figure.description != "geen plaatje").then(|| FigurePicture {
        png: figure.description.clone().into_bytes(),
        width: 1600,
        height: 900,
    })
}

fn figure(description: &str) -> ReportPart {
    ReportPart::Figure(ReportFigure {
        question: "fruit".into(),
        round: 1,
        description: description.to_owned(),
        svg: String::new(),
    })
}

fn quote(text: &str, note: Option<&str>) -> ReportPart {
    ReportPart::Quote(ReportQuote {
        text: text.to_owned(),
        note: note.map(str::to_owned),
    })
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
    let report = made_of(&["poes".to_owned(), "hond".to_owned()]);
    let again = || docx(&report, PAGE_OF, picture).unwrap();
    assert_eq!(again(), again());
}

#[test]
fn every_part_is_there_that_another_names() {
    let file = written(&of(vec![
        figure("eerste"),
        figure("geen plaatje"),
        figure("tweede"),
    ]));
    assert_eq!(file.names()[0], "[Content_Types].xml");
    let types = file.xml("[Content_Types].xml");
    for part in reading::values(&types, "Override", "PartName") {
        assert!(file.names().contains(&part[1..].to_owned()), "{part}");
    }
    for (relations, folder) in [
        ("_rels/.rels", ""),
        ("word/_rels/document.xml.rels", "word/"),
        ("word/_rels/header.xml.rels", "word/"),
    ] {
        let relations = file.xml(relations);
        for target in reading::values(&relations, "Relationship", "Target") {
            assert!(
                file.names().contains(&format!("{folder}{target}")),
                "{target}"
            );
        }
    }
    let known = reading::values(
        &file.xml("word/_rels/document.xml.rels"),
        "Relationship",
        "Id",
    );
    let document = file.xml("word/document.xml");
    let named = reading::values(&document, "a:blip", "r:embed");
    assert_eq!(named, ["figure1", "figure2"]);
    assert!(named.iter().all(|id| known.contains(id)));
    assert_eq!(file.bytes("word/media/figure2.png"), "tweede".as_bytes());
    let styles = reading::values(&file.xml("word/styles.xml"), "w:style", "w:styleId");
    for part in ["word/document.xml", "word/header.xml", "word/footer.xml"] {
        for name in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
            let used = reading::values(&file.xml(part), name, "w:val");
            assert!(used.iter().all(|id| styles.contains(id)), "{used:?}");
        }
    }
}

#[test]
fn each_picture_says_what_it_shows_and_has_a_number_of_its_own() {
    let file = written(&of(vec![
        figure("34 & \"27\""),
        figure("geen plaatje"),
        figure("11"),
    ]));
    let document = file.xml("word/document.xml");
    let said = reading::values(&document, "wp:docPr", "descr");
    assert_eq!(said, ["34 & \"27\"", "11"]);
    assert_eq!(reading::values(&document, "wp:docPr", "id"), ["2", "3"]);
    let texts = all_texts(&document);
    assert!(texts.contains(&"geen plaatje".to_owned()), "{texts:?}");
    let header = file.xml("word/header.xml");
    assert_eq!(reading::values(&header, "adec:decorative", "val").len(), 2);
}

#[test]
fn what_xml_cannot_hold_is_left_out_and_lines_stay_lines() {
    let sly = "a\0b\u{1b}c\u{ffff}d\u{fffe}e\u{7f}f\u{9f}g";
    let file = written(&of(vec![
        quote(sly, None),
        quote("een\r\ntwee\tdrie\u{2028}vier", None),
    ]));
    let document = file.xml("word/document.xml");
    let texts = all_texts(&document);
    assert!(texts.contains(&"abcdefg".to_owned()), "{texts:?}");
    assert!(
        texts.contains(&"een\ntwee\tdrie\nvier".to_owned()),
        "{texts:?}"
    );
}

#[test]
fn every_style_is_in_the_language_of_the_report() {
    let language = |report: &Report, name| {
        reading::values(&written(report).xml("word/styles.xml"), "w:lang", name)
    };
    assert_eq!(language(&of(Vec::new()), "w:val"), ["nl"]);
    let sly = Report {
        language: "nl\"/><w:b/>".to_owned(),
        ..Report::default()
    };
    assert_eq!(language(&sly, "w:val"), ["nlwb"]);
    assert!(language(&Report::default(), "w:val").is_empty());
    let from_the_right = Report {
        language: "ar".to_owned(),
        title: "ورشة".to_owned(),
        ..Report::default()
    };
    assert_eq!(language(&from_the_right, "w:bidi"), ["ar"]);
}

#[test]
fn pages_are_numbered_in_whatever_order_a_language_has() {
    for (page_of, fields, said) in [
        (PAGE_OF, &["PAGE", "NUMPAGES"][..], "\t1 van 1"),
        ("{pages} / {page}", &["NUMPAGES", "PAGE"], "\t1 / 1"),
        ("p. {page}", &["PAGE"], "\tp. 1"),
        ("", &[], "\t"),
    ] {
        let file = DocxReader::opened(docx(&Report::default(), page_of, picture).unwrap());
        let footer = file.xml("word/footer.xml");
        assert_eq!(reading::inside(&footer, "w:instrText"), fields, "{page_of}");
        assert_eq!(all_texts(&footer), [said], "{page_of}");
    }
}

#[test]
fn quotes_have_a_bar_each_on_the_side_where_they_begin() {
    let quotes = ["een", "twee", "سلام", "vier"].map(|text| quote(text, Some("1 stem")));
    let file = written(&of(quotes.to_vec()));
    let document = file.xml("word/document.xml");
    // Two paragraphs of every second quote are set in by a hair.
    let hair = reading::values(&document, "w:ind", "w:left");
    assert_eq!(hair, ["285"; 4]);
    // The third is from the right, and what is said below it stands there too.
    assert_eq!(reading::values(&document, "w:right", "w:color").len(), 2);
    assert_eq!(reading::values(&document, "w:jc", "w:val"), ["right"]);
    assert_eq!(reading::values(&document, "w:bidi", "w:val").len(), 1);
}

#[test]
fn tables_that_touch_are_kept_apart() {
    let table = || {
        ReportPart::Table(ReportTable {
            caption: String::new(),
            head: vec!["Groep".to_owned()],
            rows: vec![vec!["Jongeren".to_owned()]],
        })
    };
    let mut report = of(vec![table(), table()]);
    report.key_figures = vec![KeyFigure {
        value: "163".to_owned(),
        label: "deelnemers".to_owned(),
    }];
    report.sections[0].heading.clear();
    let blocks = reading::blocks(&written(&report).xml("word/document.xml"));
    let expected = [
        "w:p", "w:tbl", "w:p", "w:tbl", "w:p", "w:tbl", "w:p", "w:sectPr",
    ];
    assert_eq!(blocks, expected);
}

#[test]
fn an_empty_report_is_a_document_of_one_paragraph() {
    let file = written(&Report::default());
    let blocks = reading::blocks(&file.xml("word/document.xml"));
    assert_eq!(blocks, ["w:p", "w:sectPr"]);
    let header = file.xml("word/header.xml");
    assert_eq!(all_texts(&header), [" peil\t"]);
}

#[test]
fn a_full_room_is_written_in_no_time() {
    let quotes = (0..1000).map(|number| quote(&format!("{number} قهوة שלום 茶 чай τσάι"), None));
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
            .chain([figure("34"), table.clone()])
            .collect(),
    };
    let report = Report {
        sections: (0..15).map(section).collect(),
        ..Report::default()
    };
    // As heavy as 1,600 by 900 pixels can be.
    let noise: Vec<u8> = (0..4_000_000_u32)
        .map(|number| (number.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    let heavy = |_: &ReportFigure| {
        Some(FigurePicture {
            png: noise.clone(),
            width: 1600,
            height: 900,
        })
    };
    let began = Instant::now();
    let bytes = docx(&report, PAGE_OF, heavy).unwrap();
    let took = began.elapsed();
    assert!(bytes.len() > 15 * noise.len());
    assert!(took < Duration::from_secs(2), "{took:?}");
}
