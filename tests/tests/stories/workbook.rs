//! Everything of a room as a spreadsheet, read by another program than the one that wrote it: every
//! number in it is one of the results.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use serde_json::Value;
use tests::{
    Folder, Peil, Presenter, SampleQuestion, Terminal, filled_in, number, option, place, sample,
    text, values, words,
};

/// A text that a spreadsheet would run.
const FORMULA: &str = "=HYPERLINK(\"http://kwaad.example\")";

/// Three people who answer a question of every kind.
pub fn everybody_answers(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(&sample(SampleQuestion::ALL));
    let given = [
        ("Anna", 1, "007", 5, 10, "1200"),
        ("Bram", 3, "rust", 2, 70, "950"),
        ("Carla", 3, FORMULA, 4, 70, "1200"),
    ];
    let mut phones = given.map(|(name, ..)| peil.phone(name));
    for question in [
        "pet",
        "words",
        "ideas",
        "statements",
        "belief",
        "how-many",
        "evaluation",
    ] {
        presenter.opens(question);
        for (phone, (_, pet, said, value, at, guess)) in phones.iter_mut().zip(given) {
            let answer = match question {
                "pet" => option(pet),
                "words" => words(["rust"]),
                "ideas" => text(said),
                "statements" => values([Some(value), None]),
                "belief" => place(at),
                "how-many" => number(guess),
                _ => filled_in(&[(1, "8")], &[(2, "geheime-iris")]),
            };
            phone.opens(presenter.code()).votes(answer);
        }
    }
    presenter
}

fn opened(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).expect("it is a spreadsheet")
}

fn book(presenter: &Presenter) -> Xlsx<Cursor<Vec<u8>>> {
    let reply = presenter.organiser.gets(&presenter.path("/report.xlsx"));
    let named = reply.expects(200).header("content-disposition");
    assert!(
        named.is_some_and(|named| named.contains(".xlsx")),
        "{named:?}"
    );
    opened(reply.bytes)
}

/// The sheet in which that stands first.
fn sheet(book: &mut Xlsx<Cursor<Vec<u8>>>, heading: &str) -> Range<Data> {
    let all = book.worksheets();
    let found = all
        .iter()
        .find(|(_, range)| range.get((0, 0)) == Some(&Data::String(heading.to_owned())));
    let names: Vec<&String> = all.iter().map(|(name, _)| name).collect();
    found
        .unwrap_or_else(|| panic!("{heading}: {names:?}"))
        .1
        .clone()
}

/// The numbers of the row that begins with this, in the table below the first head that does.
fn row(range: &Range<Data>, label: &Data) -> Vec<f64> {
    let row = range.rows().find(|row| row.first() == Some(label));
    let row = row.unwrap_or_else(|| panic!("no row of {label:?} in {range:?}"));
    row[1..]
        .iter()
        .filter_map(|cell| {
            if let Data::Float(value) = cell {
                Some(*value)
            } else {
                None
            }
        })
        .collect()
}

fn label(text: &Value) -> Data {
    Data::String(text.as_str().expect("a text").to_owned())
}

#[track_caller]
fn same(read: f64, result: &Value) {
    let result = result.as_f64().expect("a number");
    assert!((read - result).abs() < 1e-9, "{read} and {result}");
}

#[test]
fn every_number_is_one_of_the_results() {
    let peil = Peil::starts();
    let presenter = everybody_answers(&peil);
    let mut book = book(&presenter);
    let path = presenter.path("/results");
    let results = presenter.organiser.gets(&path).expects(200).json();
    let mut compared = 0;
    for question in results["questions"].as_array().expect("questions") {
        let prompt = question["prompt"].as_str().expect("a prompt");
        let range = sheet(&mut book, prompt);
        let list = |name: &str| question[name].as_array().cloned().unwrap_or_default();
        if question["kind"] == "form" {
            continue;
        }
        same(
            row(
                &range,
                &Data::String("Deelnemers met een antwoord".to_owned()),
            )[0],
            &question["voters"],
        );
        for option in list("options") {
            let read = row(&range, &label(&option["label"]));
            same(read[0], &option["votes"]);
            assert!(
                (read[1] - read[0] / 3.0).abs() < 1e-9,
                "the share of three people"
            );
            compared += 1;
        }
        for entry in list("entries") {
            same(row(&range, &label(&entry["text"]))[0], &entry["count"]);
            compared += 1;
        }
        for statement in list("statements") {
            let read = row(&range, &label(&statement["label"]));
            let mean = statement["mean"].as_f64().into_iter();
            let counts = statement["counts"].as_array().expect("counts");
            let counts = counts.iter().filter_map(Value::as_f64);
            let skipped = statement["skipped"].as_f64().into_iter();
            let expected: Vec<f64> = mean.chain(skipped).chain(counts).collect();
            assert_eq!(read, expected, "{statement}");
            compared += 1;
        }
        for (name, said) in [("mean", "Gemiddelde"), ("median", "Mediaan")] {
            if question[name].is_number() {
                same(
                    row(&range, &Data::String(said.to_owned()))[0],
                    &question[name],
                );
                compared += 1;
            }
        }
        let given = list("values")
            .into_iter()
            .filter_map(|value| value.as_f64());
        for value in given.map(f64::round) {
            let times = list("values")
                .iter()
                .filter(|it| it.as_f64().map(f64::round) == Some(value))
                .count();
            assert_eq!(
                row(&range, &Data::Float(value))[0],
                times as f64,
                "{value} in {prompt}"
            );
            compared += 1;
        }
    }
    assert!(compared > 12, "{compared}");
}

#[test]
fn texts_stay_texts_and_every_answer_is_there_with_its_time() {
    let peil = Peil::starts();
    let presenter = everybody_answers(&peil);
    let mut book = book(&presenter);
    let prompt = presenter.results("ideas").prompt;
    let range = sheet(&mut book, &prompt);
    for said in ["007", "rust", FORMULA] {
        let said = Data::String(said.to_owned());
        let row = range.rows().find(|row| row.get(1) == Some(&said));
        let row = row.unwrap_or_else(|| panic!("{said:?} in {range:?}"));
        assert!(
            row.iter().any(|cell| matches!(cell, Data::DateTime(_))),
            "{row:?}"
        );
    }
    let names = book.sheet_names();
    for name in names {
        let formulas = book.worksheet_formula(&name).expect("a sheet");
        assert!(formulas.is_empty(), "nothing runs in {name}");
    }
    let people = book.worksheet_range("Deelnemers").expect("who took part");
    assert_eq!(people.height(), 4, "heads and three people");
    let elsewhere = |range: &Range<Data>| {
        range
            .rows()
            .flatten()
            .any(|cell| cell.to_string().contains("geheime-iris"))
    };
    let holding: Vec<String> = book
        .worksheets()
        .into_iter()
        .filter(|(_, range)| elsewhere(range))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(
        holding.len(),
        1,
        "forms have a sheet of their own: {holding:?}"
    );
}

#[test]
fn the_command_writes_the_same_beside_a_running_server() {
    let peil = Peil::starts();
    let presenter = everybody_answers(&peil);
    let folder = Folder::on_disk();
    let out = folder.path().to_str().expect("a plain name").to_owned();
    let code = presenter.code().to_owned();
    Terminal::runs_on(&peil, &["export", &code, "--format", "xlsx", "--out", &out]).ends_with(0);
    let files: Vec<_> = std::fs::read_dir(folder.path())
        .expect("a folder")
        .flatten()
        .collect();
    assert_eq!(files.len(), 1);
    let mut written = opened(std::fs::read(files[0].path()).expect("a file"));
    let mut asked = book(&presenter);
    assert_eq!(written.sheet_names(), asked.sheet_names());
    for name in asked.sheet_names().into_iter().skip(1) {
        let [one, other] =
            [&mut written, &mut asked].map(|book| book.worksheet_range(&name).expect("a sheet"));
        assert_eq!(one, other, "{name}");
    }
}
