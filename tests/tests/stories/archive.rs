//! A room as one ZIP, and taken in from it by another peil.

use std::io::{Cursor, Read, Write};

use serde_json::{Value, json};
use tests::{
    ControlPress, Method, Organiser, Peil, Presenter, Reply, Terminal, files_holding, text,
};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::workbook::everybody_answers;

fn zip_of(presenter: &Presenter) -> Vec<u8> {
    let reply = presenter.organiser.gets(&presenter.path("/report.zip"));
    let named = reply.expects(200).header("content-disposition");
    assert!(
        named.is_some_and(|named| named.contains(".zip")),
        "{named:?}"
    );
    reply.bytes
}

fn names(zip: &[u8]) -> Vec<String> {
    let mut zip = ZipArchive::new(Cursor::new(zip)).expect("a ZIP");
    let mut names: Vec<String> = (0..zip.len())
        .map(|at| {
            zip.by_index(at)
                .expect("a file")
                .name()
                .expect("UTF-8")
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

fn file(zip: &[u8], name: &str) -> Vec<u8> {
    let mut zip = ZipArchive::new(Cursor::new(zip)).expect("a ZIP");
    let mut bytes = Vec::new();
    let mut file = zip
        .by_name(name)
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    file.read_to_end(&mut bytes).expect("it is whole");
    bytes
}

/// The same ZIP with other bytes in one of its files.
fn with(zip: &[u8], name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut changed = ZipWriter::new(Cursor::new(Vec::new()));
    for each in names(zip) {
        let file = if each == name {
            bytes.to_vec()
        } else {
            file(zip, &each)
        };
        let options = SimpleFileOptions::default();
        changed.start_file(each, options).expect("a new file");
        changed.write_all(&file).expect("in memory");
    }
    changed.finish().expect("in memory").into_inner()
}

fn takes_in(organiser: &Organiser, zip: Vec<u8>) -> Reply {
    let body = Some(("application/zip", zip));
    organiser.calls(Method::POST, "/api/v1/rooms/import", body)
}

/// What the forms of a room hold, without the names by which a peil keeps them.
fn forms(organiser: &Organiser, room: &str) -> Vec<Value> {
    let path = format!("/api/v1/rooms/{room}/forms/evaluation");
    let table = organiser.gets(&path).expects(200).json();
    let rounds = table["rounds"].as_array().expect("rounds");
    let forms = rounds
        .iter()
        .flat_map(|round| round["forms"].as_array().expect("forms"));
    let mut all: Vec<Value> = forms.cloned().collect();
    for form in &mut all {
        assert!(
            form.as_object_mut()
                .is_some_and(|form| form.remove("form").is_some())
        );
    }
    all.sort_by_key(Value::to_string);
    all
}

#[test]
fn a_room_that_another_peil_takes_in_is_the_same_room() {
    let peil = Peil::starts();
    let presenter = everybody_answers(&peil);
    presenter.opens("ideas");
    presenter.resets();
    let mut dirk = peil.phone("Dirk");
    dirk.opens(presenter.code()).votes(text("een tweede ronde"));
    let mut erna = peil.phone("Erna");
    erna.opens(presenter.code()).votes(text("straks-gewist"));
    presenter.erases(&presenter.results("ideas").id_of("straks-gewist"));
    presenter.ends();
    let draft = json!({ "lead": "Een mooie middag.", "totals": ["evaluation"] });
    let any = presenter.organiser.clone().with_header("if-match", "*");
    any.puts(&presenter.path("/report"), &draft).expects(200);
    let page = json!({ "open": true, "text": "Dank voor je komst.", "slug": "onze-middag" });
    any.puts(&presenter.path("/page"), &page).expects(200);

    let zip = zip_of(&presenter);
    let room = presenter.started.room.clone();
    let elsewhere = Peil::starts();
    let organiser = elsewhere.organiser();
    let taken = takes_in(&organiser, zip.clone()).expects(201).json();
    assert_eq!(taken["room"], json!(room));
    let there = |organiser: &Organiser, what: &str| {
        let path = format!("/api/v1/rooms/{room}{what}");
        organiser.gets(&path).expects(200).text()
    };
    for what in [
        "/results",
        "/export?format=csv",
        "/export?format=csv&shape=wide",
    ] {
        let as_it_was = there(&presenter.organiser, what);
        assert_eq!(there(&organiser, what), as_it_was, "{what}");
    }
    let whole = |organiser: &Organiser| -> Value {
        let text = there(organiser, "/export?format=json");
        let mut whole: Value = serde_json::from_str(&text).expect("JSON");
        // That its page is closed there is one thing more that happened in it.
        assert!(
            whole
                .as_object_mut()
                .is_some_and(|it| it.remove("seq").is_some())
        );
        whole
    };
    assert_eq!(whole(&organiser), whole(&presenter.organiser));
    assert_eq!(forms(&organiser, &room), forms(&presenter.organiser, &room));
    assert_eq!(forms(&organiser, &room).len(), 3);
    let report = organiser
        .gets(&format!("/api/v1/rooms/{room}/report"))
        .expects(200)
        .json();
    assert_eq!(report["lead"], "Een mooie middag.");
    // What stood on its page is kept, and open to nobody before somebody opens it here.
    let page = organiser
        .gets(&format!("/api/v1/rooms/{room}/page"))
        .expects(200)
        .json();
    assert_eq!(
        (&page["text"], &page["open"]),
        (&json!("Dank voor je komst."), &json!(false))
    );
    // Its code leads to it there, and it can go on from its end.
    let code = taken["code"].as_str().expect("a code").to_owned();
    elsewhere.phone("Frits").opens(&code);
    let resumed = organiser.posts(
        &format!("/api/v1/rooms/{room}/control"),
        &json!({ "do": "resume" }),
    );
    resumed.expects(200);

    let again = takes_in(&organiser, zip.clone());
    assert_eq!(again.expects(409).problem().code, "exists");
    organiser
        .deletes(&format!("/api/v1/rooms/{room}"))
        .expects(204);
    takes_in(&organiser, zip.clone()).expects(201);
    for gone in ["straks-gewist", "geheime-iris"] {
        assert_eq!(
            files_holding(&elsewhere.data(), gone),
            Vec::<std::path::PathBuf>::new(),
            "sealed"
        );
    }
    for name in names(&zip) {
        let bytes = file(&zip, &name);
        assert!(
            !String::from_utf8_lossy(&bytes).contains("straks-gewist"),
            "{name}"
        );
    }
}

#[test]
fn all_that_belongs_to_a_room_is_in_its_zip() {
    let peil = Peil::starts();
    let presenter = everybody_answers(&peil);
    let zip = zip_of(&presenter);
    let names = names(&zip);
    for there in [
        "README.txt",
        "report.html",
        "report.docx",
        "report.pdf",
        "deck.md",
        "answers/answers.xlsx",
        "answers/answers.csv",
        "answers/answers.json",
        "archive/room.json",
        "archive/journal.ndjson",
        "archive/forms.ndjson",
    ] {
        assert!(
            names.iter().any(|name| name == there),
            "{there} in {names:?}"
        );
    }
    let pictures: Vec<&String> = names
        .iter()
        .filter(|name| name.starts_with("figures/"))
        .collect();
    let ids = ["pet", "words", "ideas", "statements", "belief", "how-many"];
    assert_eq!(
        pictures.len(),
        ids.len(),
        "one of each question that has one: {pictures:?}"
    );
    for (picture, place) in pictures.iter().zip(1..) {
        let slides = presenter.room();
        let name = picture
            .trim_start_matches("figures/")
            .trim_end_matches(".png");
        let (number, id) = name.split_once('-').expect("a number and an id");
        assert!(ids.contains(&id), "{place}: {picture}");
        let at = slides
            .ids()
            .iter()
            .position(|slide| *slide == id)
            .expect("a slide");
        assert_eq!(number.parse(), Ok(at + 1), "{picture}");
        assert!(file(&zip, picture).starts_with(b"\x89PNG"));
    }
    let csv = presenter.exports("format=csv&shape=long").text();
    assert_eq!(
        String::from_utf8_lossy(&file(&zip, "answers/answers.csv")),
        csv
    );
    let deck = presenter
        .organiser
        .gets(&presenter.path("/deck"))
        .expects(200)
        .text();
    assert_eq!(String::from_utf8_lossy(&file(&zip, "deck.md")), deck);
}

#[test]
fn the_command_makes_one_too_beside_a_running_server() {
    let peil = Peil::starts();
    let presenter = everybody_answers(&peil);
    let zip = peil.beside().join("kamer.zip");
    let out = zip.to_str().expect("a path");
    Terminal::runs_on(
        &peil,
        &["export", presenter.code(), "--format", "zip", "--out", out],
    )
    .ends_with(0);
    let zip = std::fs::read(&zip).expect("it was written");
    let elsewhere = Peil::starts();
    takes_in(&elsewhere.organiser(), zip).expects(201);
    let path = presenter.path("/results");
    let results = elsewhere.organiser().gets(&path).expects(200).text();
    assert_eq!(results, presenter.organiser.gets(&path).expects(200).text());
}

#[test]
fn the_password_of_a_network_stays_behind() {
    let peil = Peil::starts();
    let deck = "---\ntitle: Netwerk\n---\n\n---\nshow: instructions\nwifi: {name: Buurthuis, password: sesam-open-u}\n---\n\n# Doe mee\n";
    let presenter = peil.organiser().starts(deck);
    presenter.does(ControlPress::new("next"));
    let zip = zip_of(&presenter);
    for name in names(&zip).into_iter().filter(|name| name != "deck.md") {
        let bytes = file(&zip, &name);
        assert!(
            !String::from_utf8_lossy(&bytes).contains("sesam-open-u"),
            "{name}"
        );
    }
    takes_in(&Peil::starts().organiser(), zip).expects(201);
}

#[test]
fn what_is_no_archive_is_refused_and_leaves_nothing() {
    let peil = Peil::starts();
    let zip = zip_of(&everybody_answers(&peil));
    let elsewhere = Peil::starts();
    let organiser = elsewhere.organiser();
    let about: Value = serde_json::from_slice(&file(&zip, "archive/room.json")).expect("JSON");
    let altered = |field: &str, value: Value| {
        let mut about = about.clone();
        about[field] = value;
        with(&zip, "archive/room.json", about.to_string().as_bytes())
    };
    let journal = String::from_utf8(file(&zip, "archive/journal.ndjson")).expect("text");
    let lines: Vec<&str> = journal.lines().collect();
    let of_lines =
        |lines: &[&str]| with(&zip, "archive/journal.ndjson", lines.join("\n").as_bytes());
    let mut gap = lines.clone();
    gap.remove(1);
    let mut unknown = lines.clone();
    let later = lines[1].replace("\"events\":[", "\"events\":[{\"event\":\"foreseen\"},");
    unknown[1] = &later;
    let first = |from: &str, to: &str| {
        let changed = lines[0].replacen(from, to, 1);
        assert_ne!(changed, lines[0], "{from} stands in it");
        let mut all = lines.clone();
        all[0] = &changed;
        of_lines(&all)
    };
    // Groups would be made of it as soon as it is read.
    let endless = first("\"deck\":{", "\"deck\":{\"groups\":{\"count\":4000000000},");
    let crooked = first("\"id\":\"pet\"", "\"id\":\"../pet<b>\"");
    let future = first("\"at_ms\":", "\"at_ms\":9");
    for (what, zip, code) in [
        ("a text", b"geen zip".to_vec(), "unsound_archive"),
        (
            "half of it",
            zip[..zip.len() / 2].to_vec(),
            "unsound_archive",
        ),
        (
            "another room's name",
            altered("room", json!("anderekamer1")),
            "unsound_archive",
        ),
        (
            "a way out of the folder",
            altered("room", json!("../codes/1")),
            "unsound_archive",
        ),
        (
            "a later format",
            altered("format", json!(2)),
            "newer_archive",
        ),
        ("a record too few", of_lines(&gap), "unsound_archive"),
        ("no record", of_lines(&[]), "unsound_archive"),
        (
            "an event that nobody knows yet",
            of_lines(&unknown),
            "newer_archive",
        ),
        ("groups without an end", endless, "unsound_archive"),
        ("an id that no slide can have", crooked, "unsound_archive"),
        ("a time that is to come", future, "unsound_archive"),
        (
            "a word of the API's own",
            altered("room", json!("import")),
            "unsound_archive",
        ),
    ] {
        let refused = takes_in(&organiser, zip);
        assert_eq!(refused.expects(422).problem().code, code, "{what}");
    }
    assert_eq!(
        organiser.gets("/api/v1/rooms").expects(200).json(),
        json!([])
    );
    // What stands beside the journal is believed as far as the journal tells the same.
    let taken = takes_in(&organiser, altered("title", json!("x".repeat(100_000))));
    taken.expects(201);
    let listed = organiser.gets("/api/v1/rooms").expects(200).json();
    assert_eq!(listed[0]["title"], "Proefzaal");
}

#[test]
fn at_the_desk_it_is_a_file_that_is_chosen() {
    let peil = Peil::starts();
    let presenter = everybody_answers(&peil);
    let zip = zip_of(&presenter);
    let elsewhere = Peil::starts();
    let organiser = elsewhere.organiser();
    let chooses = |bytes: &[u8]| {
        let head = "--grens\r\nContent-Disposition: form-data; name=\"archive\"; filename=\"kamer.zip\"\r\n\r\n";
        let body = [head.as_bytes(), bytes, b"\r\n--grens--\r\n"].concat();
        let body = Some(("multipart/form-data; boundary=grens", body));
        organiser.calls(Method::POST, "/desk/rooms/import", body)
    };
    let refused = chooses(b"geen zip").expects(422).text();
    assert!(
        refused.contains("geen ZIP die peil van een bijeenkomst maakte"),
        "{refused}"
    );
    // To what came out of it.
    let taken = chooses(&zip).expects(200).text();
    assert!(
        taken.contains("Wat eruit kwam") && taken.contains("Welk huisdier?"),
        "{taken}"
    );
    let again = chooses(&zip).expects(409).text();
    assert!(again.contains("deze bijeenkomst staat hier al"), "{again}");
}
