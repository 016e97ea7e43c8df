//! What is taken home: safe in a spreadsheet, the same from the command as from the API.

use tests::{Peil, Presenter, SampleQuestion, Table, Terminal, place, sample, text};

mod counting;
mod naming;
mod spreadsheets;
mod time;

/// What a spreadsheet would run, if it were let.
const DANGEROUS: [&str; 6] = [
    "=HYPERLINK(\"http://kwaad.example\")",
    "+31 6 12345678",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
];

fn somebody_tries_formulas(peil: &Peil) -> Presenter {
    let deck = format!(
        "{}\n---\nask: spectrum\nid: sum\nleft: laag\nright: hoog\n---\n\n# =1+1\n",
        sample([SampleQuestion::Open])
    );
    let presenter = peil.organiser().starts(&deck);
    presenter.opens("ideas");
    for (number, formula) in DANGEROUS.iter().enumerate() {
        let mut phone = peil.phone(&format!("phone {number}"));
        phone.opens(presenter.code());
        let mut form = phone.filled(&text("x"));
        form.forges("text", &[formula]);
        phone.sends(&form).assert_stored(presenter.code());
    }
    presenter.opens("sum");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code()).votes(place(70));
    presenter
}

#[test]
fn no_cell_of_an_export_is_run_by_a_spreadsheet() {
    let peil = Peil::starts();
    let presenter = somebody_tries_formulas(&peil);
    let excel = |shape: &str| {
        Table::read_excel(
            &presenter
                .exports(&format!("format=csv&shape={shape}&excel=1"))
                .bytes,
        )
    };
    let tables = [
        presenter.long_table(),
        presenter.wide_table(),
        excel("long"),
        excel("wide"),
    ];
    for table in &tables {
        for cell in table.every_cell() {
            let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert!(!runs, "a spreadsheet would run {cell:?}");
        }
        let harmless = table.every_cell().any(|cell| cell.contains("HYPERLINK"));
        assert!(harmless, "it is made inert, never left out");
        assert!(
            table.every_cell().any(|cell| cell == "70"),
            "numbers stay numbers"
        );
    }
    let whole = presenter.exports("format=json").json().to_string();
    assert!(
        whole.contains("-2+3") && !whole.contains("'-2+3"),
        "JSON is for programs and stays as it was written"
    );
}

#[test]
fn two_questions_with_one_prompt_have_columns_that_can_be_told_apart() {
    let peil = Peil::starts();
    let twice = |id: &str| {
        format!("ask: spectrum\nid: {id}\nleft: poes\nright: hond\n---\n\n# Waar sta je?\n")
    };
    let presenter =
        peil.organiser()
            .starts(&format!("{}\n---\n{}", twice("first"), twice("later")));
    let mut anna = peil.phone("Anna");
    for (question, value) in [("first", 20), ("later", 80)] {
        presenter.opens(question);
        anna.opens(presenter.code()).votes(place(value));
    }
    let bytes = presenter.exports("format=csv&shape=wide").bytes;
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert_eq!(
        text,
        "participant,Waar sta je? [first],Waar sta je? [later]\r\nP1,20,80\r\n"
    );
}

#[test]
fn the_command_exports_the_same_as_the_api_beside_a_running_server() {
    let peil = Peil::starts();
    let presenter = somebody_tries_formulas(&peil);
    let room = presenter.started.room.clone();
    let code = presenter.code().to_owned();
    for (arguments, query) in [
        (vec!["--format", "csv"], "format=csv"),
        (
            vec!["--format", "csv", "--shape", "long"],
            "format=csv&shape=long",
        ),
        (
            vec!["--format", "csv", "--shape", "wide"],
            "format=csv&shape=wide",
        ),
        (
            vec!["--format", "csv", "--shape", "wide", "--excel"],
            "format=csv&shape=wide&excel=1",
        ),
    ] {
        for name in [&room, &code] {
            let mut all = vec!["export", name.as_str()];
            all.extend(&arguments);
            let outcome = Terminal::runs_on(&peil, &all);
            outcome.ends_with(0);
            assert_eq!(outcome.text(), presenter.exports(query).text(), "{all:?}");
        }
    }
    let outcome = Terminal::runs_on(&peil, &["export", &room, "--format", "json"]);
    let from_command: serde_json::Value =
        serde_json::from_slice(&outcome.ends_with(0).stdout).expect("JSON");
    assert_eq!(from_command, presenter.exports("format=json").json());
}

#[test]
fn an_export_goes_to_a_file_and_works_without_a_server_too() {
    let mut peil = Peil::starts();
    let presenter = somebody_tries_formulas(&peil);
    let expected = presenter.exports("format=csv&shape=long").bytes;
    let room = presenter.started.room.clone();
    peil.terminate();
    let file = peil.beside().join("zaal.csv");
    let name = file.to_str().expect("a plain name");
    Terminal::runs_on(
        &peil,
        &[
            "export", &room, "--format", "csv", "--shape", "long", "--out", name,
        ],
    )
    .ends_with(0);
    assert_eq!(
        std::fs::read(&file).expect("the file was written"),
        expected
    );
    peil.start_again();
    assert_eq!(presenter.exports("format=csv&shape=long").bytes, expected);
}

#[test]
fn an_export_of_an_unknown_room_says_so() {
    let peil = Peil::starts();
    let outcome = Terminal::runs_on(&peil, &["export", "no-such", "--format", "csv"]);
    assert!(outcome.code.is_some_and(|code| code != 0), "{outcome:?}");
    assert!(
        outcome.stdout.is_empty() && outcome.stderr.contains("no-such"),
        "{outcome:?}"
    );
}

#[test]
fn an_export_is_a_file_with_a_name() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    let csv = presenter.exports("format=csv&shape=long");
    assert!(
        csv.header("content-type")
            .is_some_and(|kind| kind.starts_with("text/csv")),
        "{csv:?}"
    );
    assert!(
        csv.header("content-disposition")
            .is_some_and(|how| how.contains(".csv")),
        "{csv:?}"
    );
    assert!(
        csv.text().contains("\r\n"),
        "RFC 4180 ends lines with CR LF"
    );
    assert!(
        presenter.long_table().rows.is_empty(),
        "nobody answered: a header and nothing else"
    );
}
