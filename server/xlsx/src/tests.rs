//! What is written is read back by somebody else's reader.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::*;

fn sheet(name: &str, rows: Vec<Vec<BookCell>>) -> BookSheet {
    BookSheet {
        name: name.to_owned(),
        heading: String::new(),
        notes: Vec::new(),
        tables: vec![BookTable {
            heads: vec!["a".to_owned(), "b".to_owned()],
            rows,
            ..BookTable::default()
        }],
    }
}

fn book(sheets: Vec<BookSheet>) -> Xlsx<Cursor<Vec<u8>>> {
    let book = TableBook {
        title: "Wijkdag".to_owned(),
        sheets,
    };
    let bytes = book.bytes().expect("it can be written");
    Xlsx::new(Cursor::new(bytes)).expect("it can be read")
}

fn text(text: &str) -> BookCell {
    BookCell::Text(text.to_owned())
}

#[test]
fn texts_stay_texts_numbers_numbers_and_moments_moments() {
    let texts = [
        "007",
        "1.5",
        "12-5",
        "=1+1",
        "+31612345678",
        "@x",
        "-5",
        "\u{ff1d}1",
        "1e5",
        "TRUE",
        "2026-11-28",
        " x ",
        "zegt \"ja\"\nen nee",
        "🐱",
    ];
    let numbers = [0.0, 1.0, -2.5, 59.333_333_333_333_336, 1e15];
    let rows = texts.map(|it| vec![text(it)]).into_iter();
    let rows = rows.chain(numbers.map(|number| vec![BookCell::Number(number)]));
    let rows = rows.chain([
        vec![BookCell::Moment(1_795_878_185_678)],
        vec![BookCell::Share(0.25), BookCell::Empty],
        vec![BookCell::Number(f64::NAN)],
    ]);
    let mut book = book(vec![sheet("Antwoorden", rows.collect())]);
    let range = book.worksheet_range("Antwoorden").expect("a sheet");
    let cell = |row: usize| range.get((row + 1, 0)).cloned().unwrap_or(Data::Empty);
    for (row, written) in texts.iter().enumerate() {
        assert_eq!(cell(row), Data::String((*written).to_owned()));
    }
    for (row, written) in (texts.len()..).zip(numbers) {
        assert_eq!(cell(row), Data::Float(written));
    }
    let after = texts.len() + numbers.len();
    let Data::DateTime(moment) = cell(after) else {
        panic!("a moment: {:?}", cell(after))
    };
    // 28 November 2026, 15:03:05.678.
    assert!(
        (moment.as_f64() - (46_354.0 + 54_185.678 / 86_400.0)).abs() < 1e-6,
        "{moment:?}"
    );
    assert_eq!(cell(after + 1), Data::Float(0.25));
    assert_eq!(cell(after + 2), Data::Empty);
    let formulas = book.worksheet_formula("Antwoorden").expect("a sheet");
    assert!(formulas.is_empty(), "nothing runs");
}

#[test]
fn a_text_that_is_longer_than_a_cell_is_cut_there() {
    let long = "🐱".repeat(20_000);
    let mut book = book(vec![sheet("Lang", vec![vec![text(&long)]])]);
    let range = book.worksheet_range("Lang").expect("a sheet");
    let Some(Data::String(read)) = range.get((1, 0)) else {
        panic!("a text")
    };
    assert_eq!(read.encode_utf16().count(), 32_766);
}

#[test]
fn tables_stand_below_each_other_and_have_their_charts() {
    let table = |heading: &str, rows: usize| BookTable {
        heading: heading.to_owned(),
        heads: vec!["Antwoord".to_owned(), "Stemmen".to_owned()],
        rows: vec![vec![text("ja"), BookCell::Number(3.0)]; rows],
        chart: Some(BookChart {
            title: "Wat?".to_owned(),
            form: ChartForm::Bars,
            series: vec![1],
        }),
    };
    let sheet = BookSheet {
        name: "Vraag".to_owned(),
        heading: "Wat?".to_owned(),
        notes: vec!["47 antwoorden".to_owned()],
        tables: vec![
            table("Totalen", 2),
            table("Leeg", 0),
            table("Antwoorden", 60),
        ],
    };
    let written = TableBook {
        title: String::new(),
        sheets: vec![sheet],
    };
    let bytes = written.bytes().expect("it can be written");
    let parts = String::from_utf8_lossy(&bytes).into_owned();
    assert!(parts.contains("xl/charts/chart1.xml") && parts.contains("xl/charts/chart2.xml"));
    assert!(
        !parts.contains("xl/charts/chart3.xml"),
        "nothing is drawn of nothing"
    );
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("it can be read");
    let range = book.worksheet_range("Vraag").expect("a sheet");
    let first: Vec<String> = range.rows().map(|row| row[0].to_string()).collect();
    let at = |text: &str| {
        first
            .iter()
            .position(|cell| cell == text)
            .expect("it is there")
    };
    assert!(at("Wat?") < at("47 antwoorden") && at("47 antwoorden") < at("Totalen"));
    assert!(at("Totalen") + 10 < at("Leeg"), "the chart has room");
    assert!(at("Leeg") < at("Antwoorden"));
}

#[test]
fn a_book_without_a_sheet_has_an_empty_one() {
    let book = book(Vec::new());
    assert_eq!(book.sheet_names().len(), 1);
}
