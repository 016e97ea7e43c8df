//! What spreadsheets make of an export, whichever separator they cut it at.

use tests::{Peil, Presenter, SampleQuestion, Table, options, sample, text, words};

/// What people write, and how it stands in a cell.
const TEXTS: [(&str, &str); 20] = [
    (
        "=HYPERLINK(\"http://kwaad.example\")",
        "'=HYPERLINK(\"http://kwaad.example\")",
    ),
    (";=cmd|' /C calc'!A0", ";'=cmd|' /C calc'!A0"),
    ("hoi,=1+2", "hoi,'=1+2"),
    ("hoi;@SUM(A1:A9)", "hoi;'@SUM(A1:A9)"),
    ("ja, -2+3", "ja,' -2+3"),
    ("\"=1+2\"", "'\"=1+2\""),
    ("zegt \"=1\",\"=2\"", "zegt \"=1\",'\"=2\""),
    ("＝1+2", "'＝1+2"),
    ("＋31 6", "'＋31 6"),
    ("－2＋3", "'－2＋3"),
    ("hoi;＠SUM(A1)", "hoi;'＠SUM(A1)"),
    ("1-2", "'1-2"),
    ("007", "'007"),
    ("0612345678", "'0612345678"),
    ("3 mei", "'3 mei"),
    ("WAAR", "'WAAR"),
    ("００７", "'００７"),
    ("ＡＢＣ", "ＡＢＣ"),
    ("Ja; nee, misschien", "Ja; nee, misschien"),
    ("'s avonds om 7 uur", "'s avonds om 7 uur"),
];

fn room(peil: &Peil) -> Presenter {
    let choice = "---\nask: choice\nid: age\n---\n\n# =Leeftijd\n\n- 18-25\n- 007\n- \\=SUM(1)\n";
    let presenter = peil.organiser().starts(&format!(
        "{}\n{choice}",
        sample([SampleQuestion::Open, SampleQuestion::Words])
    ));
    presenter.opens("ideas");
    for (number, (given, _)) in TEXTS.iter().enumerate() {
        let mut phone = peil.phone(&format!("phone {number}"));
        phone.opens(presenter.code()).votes(text(given));
    }
    presenter.opens("words");
    peil.phone("Anna")
        .opens(presenter.code())
        .votes(words(["=1+1", "3-4", "rust"]));
    presenter.opens("age");
    peil.phone("Bram")
        .opens(presenter.code())
        .votes(options([1]));
    presenter
}

/// What a program sees that cuts at that mark: the cells of every line, and quotes heeded only
/// where a cell begins with one.
fn cut(file: &str, separator: char) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut marks = file.chars().peekable();
    while let Some(mark) = marks.next() {
        match mark {
            '"' if quoted && marks.peek() == Some(&'"') => cell.extend(marks.next()),
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\r' | '\n' if !quoted => cells.push(std::mem::take(&mut cell)),
            mark if mark == separator && !quoted => cells.push(std::mem::take(&mut cell)),
            mark => cell.push(mark),
        }
    }
    cells.push(cell);
    cells
}

fn runs(cell: &str) -> bool {
    let cell = cell
        .trim_start_matches(|mark: char| mark.is_whitespace() || mark == '"' || mark == '\u{feff}');
    cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[test]
fn nothing_runs_whatever_a_spreadsheet_cuts_at() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    for query in [
        "shape=long",
        "shape=wide",
        "shape=long&excel=1",
        "shape=wide&excel=1",
    ] {
        let file = presenter.exports(&format!("format=csv&{query}")).text();
        assert!(
            file.contains("HYPERLINK"),
            "it is made harmless and never left out"
        );
        for separator in [',', ';', '\t', '|'] {
            let found: Vec<String> = cut(&file, separator)
                .into_iter()
                .filter(|cell| runs(cell))
                .collect();
            assert!(found.is_empty(), "{query} cut at {separator:?}: {found:?}");
        }
    }
}

#[test]
fn texts_stay_texts_and_what_needs_nothing_gets_nothing() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let excel = Table::read_excel(&presenter.exports("format=csv&shape=long&excel=1").bytes);
    for table in [presenter.long_table(), excel] {
        let rows = table.with(&[("question", "ideas"), ("item", "")]);
        let cells: Vec<&str> = rows.iter().map(|row| row["value"].as_str()).collect();
        assert_eq!(cells, TEXTS.map(|(_, cell)| cell));
        assert_eq!(
            table.cells("value", &[("question", "words")]),
            ["'3-4", "'=1+1", "rust"]
        );
        assert_eq!(table.cells("item", &[("question", "age")]), ["'18-25"]);
        assert_eq!(
            table.cells("value", &[("question", "age")]),
            ["1"],
            "a number is none of a text"
        );
    }
    let heads = presenter.wide_table().header;
    let choice: Vec<&str> = heads
        .iter()
        .map(String::as_str)
        .filter(|head| head.contains("Leeftijd"))
        .collect();
    assert_eq!(
        choice,
        [
            "'=Leeftijd: 18-25",
            "'=Leeftijd: 007",
            "'=Leeftijd: =SUM(1)"
        ]
    );
    let whole = presenter.exports("format=json").json().to_string();
    assert!(
        whole.contains("\"007\"") && !whole.contains("'007"),
        "JSON is for programs and stays as it was written"
    );
}
