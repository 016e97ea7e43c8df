//! Both example decks to their very end: a report in each of its formats, the page that everybody
//! reads, and mail to who asked for it. Every number is the same everywhere.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use scraper::{ElementRef, Selector};
use serde_json::{Value, json};
use tests::{
    FilledAnswer, Page, Peil, Phone, Presenter, WEBINAR, WORKSHOP, filled_in, option, place, text,
    under_heading, values, words,
};
use zip::ZipArchive;

use crate::desk::{MailDesk, peil_with};
use crate::sink::Sink;

const PEOPLE: usize = 8;
const WORDS: [&str; 3] = ["vertrouwen", "rust", "samen"];

/// The rows of the tables below each heading, as they are read.
type Tables = BTreeMap<String, Vec<Vec<String>>>;

/// What somebody answers to a question of that kind.
fn answer(id: &str, kind: &str, number: usize) -> FilledAnswer {
    match kind {
        "choice" => option(number % 3 + 1),
        "words" => words([WORDS[number % 2]]),
        "open" if id.starts_with("ontwerp") => under_heading(1, "De buurt"),
        "open" => text(&format!("Idee {number}")),
        "scale" => {
            let value = |more: usize| Some(((number + more) % 5 + 1) as i32);
            values([value(0), value(1), value(2)])
        }
        "spectrum" => place(10 * (number as u32 + 1)),
        other => panic!("nobody here answers {other}"),
    }
}

/// Everybody answers every question but the form, which is filled in after the end.
fn played(peil: &Peil, deck: &str) -> (Presenter, Vec<Phone>) {
    let presenter = peil.organiser().starts(deck);
    let mut phones = peil.crowd(PEOPLE).phones;
    for (phone, number) in phones.iter_mut().zip(1..) {
        phone.opens(presenter.code());
        if deck == WORKSHOP {
            phone.joins_group(&number.to_string());
        }
    }
    for slide in presenter.room().slides {
        let kinds = ["choice", "words", "open", "scale", "spectrum"];
        if !kinds.contains(&slide.kind.as_str()) {
            continue;
        }
        presenter.opens(&slide.id);
        for (phone, number) in phones.iter_mut().zip(0..) {
            phone.looks();
            phone.votes(answer(&slide.id, &slide.kind, number));
        }
    }
    presenter.ends();
    (presenter, phones)
}

fn text_of(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}

fn selector(of: &str) -> Selector {
    Selector::parse(of).expect("a selector")
}

/// Of a page on which each question is such an element, with such a heading.
fn tables_of_page(html: &str, question: &str, heading: &str) -> Tables {
    let page = Page::read(html);
    let (of_row, of_cell) = (selector("tbody tr"), selector("th, td"));
    let rows = |part: ElementRef<'_>| -> Vec<Vec<String>> {
        let rows = part.select(&of_row);
        rows.map(|row| row.select(&of_cell).map(text_of).collect())
            .collect()
    };
    let each = page.all(question).into_iter().filter_map(|part| {
        let heading = part.select(&selector(heading)).next()?;
        Some((text_of(heading), rows(part)))
    });
    each.filter(|(_, rows)| !rows.is_empty()).collect()
}

/// Of a document for Word: headings and tables stand one after the other in its body.
fn tables_of_docx(docx: Vec<u8>) -> Tables {
    let mut zip = ZipArchive::new(Cursor::new(docx)).expect("it is packed");
    let mut xml = String::new();
    let mut body = zip.by_name("word/document.xml").expect("its body");
    body.read_to_string(&mut xml).expect("text");
    let said = |xml: &str| -> String {
        let runs = xml.split("<w:t").skip(1).filter_map(|run| {
            let run = run.strip_prefix([' ', '>'])?;
            let run = run.strip_prefix("xml:space=\"preserve\">").unwrap_or(run);
            run.split("</w:t>").next()
        });
        let said: String = runs.collect();
        said.replace("&apos;", "'")
            .replace("&quot;", "\"")
            .replace("&amp;", "&")
    };
    let (mut tables, mut heading) = (Tables::new(), String::new());
    for part in xml.split("<w:tbl>") {
        let (table, after) = part.split_once("</w:tbl>").unwrap_or(("", part));
        // Its first row has the heads.
        let rows = table
            .split("<w:tr>")
            .flat_map(|part| part.split("<w:tr "))
            .skip(2);
        let rows = rows.map(|row| {
            let cells = row.split("<w:tc>").skip(1);
            cells.map(said).collect::<Vec<String>>()
        });
        tables.entry(heading.clone()).or_default().extend(rows);
        for paragraph in after.split("<w:p>") {
            if paragraph.contains("w:val=\"Heading1\"") {
                heading = said(paragraph);
            }
        }
    }
    tables.retain(|heading, rows| !heading.is_empty() && !rows.is_empty());
    tables
}

/// The first table of each sheet of a spreadsheet, by what stands on top of it.
fn tables_of_xlsx(xlsx: Vec<u8>) -> Tables {
    let mut book = Xlsx::new(Cursor::new(xlsx)).expect("a spreadsheet");
    let cell = |cell: &Data| match cell {
        Data::String(text) => text.clone(),
        Data::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
        Data::Float(number) => number.to_string(),
        _ => String::new(),
    };
    let sheets = book.worksheets();
    let each = sheets.iter().map(|(_, sheet)| {
        let rows = sheet.rows().map(|row| row.iter().map(cell).collect());
        let rows: Vec<Vec<String>> = rows.collect();
        let heading = rows.first().and_then(|row| row.first()).cloned();
        (heading.unwrap_or_default(), rows)
    });
    each.collect()
}

/// The rows that the API's results of a question come to.
fn rows_of(question: &Value) -> Vec<Vec<String>> {
    let list = |name: &str| question[name].as_array().cloned().unwrap_or_default();
    let said = |value: &Value| match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let pair =
        |item: &Value, label: &str, count: &str| vec![said(&item[label]), said(&item[count])];
    let mut rows: Vec<Vec<String>> = Vec::new();
    rows.extend(list("options").iter().map(|it| pair(it, "label", "votes")));
    rows.extend(list("entries").iter().map(|it| pair(it, "text", "count")));
    for statement in list("statements") {
        let mut row = vec![said(&statement["label"])];
        let counts = statement["counts"].as_array().cloned().unwrap_or_default();
        row.extend(counts.iter().map(said));
        rows.push(row);
    }
    let bins = list("histogram");
    let bins = bins.iter().zip(0..).filter(|(count, _)| **count != 0);
    rows.extend(bins.map(|(count, bin)| vec![(5 * bin).to_string(), said(count)]));
    rows
}

#[track_caller]
fn all_there(what: &str, tables: &Tables, question: &Value) -> usize {
    let prompt = question["prompt"].as_str().expect("a prompt");
    let expected = rows_of(question);
    let found = tables.get(prompt).unwrap_or_else(|| {
        panic!("{what} has nothing of {prompt}: {:?}", tables.keys());
    });
    for row in &expected {
        // A spreadsheet has a statement's mean before its counts.
        let is_it = |found: &&Vec<String>| {
            let counts = &row[1..];
            found[0] == row[0]
                && found[1..]
                    .windows(counts.len())
                    .any(|cells| cells == counts)
        };
        assert!(
            found.iter().any(|row| is_it(&row)),
            "{what}, {prompt}: {row:?} in {found:?}"
        );
    }
    expected.len()
}

/// Everything that is had of a room holds the same numbers.
fn agrees(presenter: &Presenter, slug: &str) {
    let organiser = &presenter.organiser;
    let file = |name: &str| organiser.gets(&presenter.path(name)).expects(200).clone();
    let html = tables_of_page(&file("/report.html").text(), "main section", "h2");
    let docx = tables_of_docx(file("/report.docx").bytes);
    let xlsx = tables_of_xlsx(file("/report.xlsx").bytes);
    let page = organiser.gets(&format!("/p/{slug}")).expects(200).text();
    let page = tables_of_page(&page, "main article", "h3");
    assert_eq!(docx, html, "the same tables");
    let mut compared = 0;
    let results = file("/results").json();
    for question in results["questions"].as_array().expect("questions") {
        if rows_of(question).is_empty() {
            continue;
        }
        compared += all_there("the page of the report", &html, question);
        all_there("the document", &docx, question);
        all_there("the page for everybody", &page, question);
        // What lies on a line stands in a spreadsheet by each participant's row.
        if question["kind"] != "spectrum" {
            all_there("the spreadsheet", &xlsx, question);
        }
    }
    assert!(compared >= 3, "{compared} rows");
    let pdf = file("/report.pdf").bytes;
    assert!(pdf.starts_with(b"%PDF-"), "and a PDF");
}

#[test]
fn both_example_decks_end_in_a_report_a_page_and_mail_with_the_same_numbers() {
    let sink = Sink::starts();
    let peil = peil_with(&sink);
    for (deck, slug, asks) in [(WORKSHOP, "de-werkplaats", 0), (WEBINAR, "het-webinar", 3)] {
        let (presenter, mut phones) = played(&peil, deck);
        let any = presenter.organiser.clone().with_header("if-match", "*");
        let form = presenter
            .room()
            .slides
            .into_iter()
            .find(|slide| slide.kind == "form");
        let form = form.expect("an evaluation").id;
        // The evaluation waits on the phones once all is over.
        for (phone, number) in phones.iter_mut().zip(0..) {
            let address = format!("mens-{number}@example.org");
            let typed = [(3, address.as_str())];
            let typed: &[(usize, &str)] = if number < asks { &typed } else { &[] };
            let form = phone.looks().filled(&filled_in(&[(1, "8")], typed));
            phone.sends(&form).expects(303);
        }
        let page = json!({ "open": true, "slug": slug, "text": "Dank voor je komst." });
        any.puts(&presenter.path("/page"), &page).expects(200);
        let report = json!({ "lead": "Een mooie middag.", "totals": [form] });
        any.puts(&presenter.path("/report"), &report).expects(200);
        agrees(&presenter, slug);
        let html = presenter.organiser.gets(&presenter.path("/report.html"));
        for there in [
            "Een mooie middag.",
            "gemiddeld van 8",
            &format!("/p/{slug}"),
        ] {
            assert!(html.expects(200).text().contains(there), "{there}");
        }
        let mut desk = MailDesk::of(&peil, &presenter);
        if asks == 0 {
            desk.sends().expects(409);
            continue;
        }
        desk.sends().expects(303);
        desk.is_over();
        let taken = sink.taken();
        assert_eq!(taken.len(), asks);
        for mail in taken {
            assert!(mail.text.contains(&format!("/p/{slug}")), "{}", mail.text);
        }
    }
}
