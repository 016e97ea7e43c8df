//! The table of docs/protocol.md: who may call what, with the status of each.

use std::fs;
use std::path::PathBuf;

use tests::Method;

/// A row: a call, and what each caller gets.
pub struct RightsRow {
    pub method: Method,
    /// As the router names it, with what follows a `?`.
    pub path: String,
    /// In the order of [`callers`].
    pub statuses: Vec<u16>,
}

/// The heading of the table.
const HEADING: &str = "### Who may call what";

/// Who stands over the columns, and the rows.
pub fn table() -> (Vec<String>, Vec<RightsRow>) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/protocol.md");
    let document = fs::read_to_string(file).expect("the document is there");
    let (_, rest) = document
        .split_once(HEADING)
        .expect("the document has the table");
    let section = rest.split("\n#").next().unwrap_or_default();
    let mut lines = section
        .lines()
        .filter(|line| line.starts_with('|'))
        .map(cells);
    let callers = lines.next().expect("a table has a head")[1..].to_vec();
    let rows = lines
        .skip(1)
        .map(|cells| row(&cells, callers.len()))
        .collect();
    (callers, rows)
}

fn cells(line: &str) -> Vec<String> {
    line.trim_matches('|')
        .split('|')
        .map(|cell| cell.trim().to_owned())
        .collect()
}

fn row(cells: &[String], callers: usize) -> RightsRow {
    let call = cells[0].trim_matches('`');
    let (method, path) = call
        .split_once(' ')
        .unwrap_or_else(|| panic!("no call: {call}"));
    let status = |cell: &String| {
        cell.parse()
            .unwrap_or_else(|_| panic!("{call}: {cell:?} is no status"))
    };
    let statuses: Vec<u16> = cells[1..].iter().map(status).collect();
    assert_eq!(statuses.len(), callers, "{call}: a status for each caller");
    RightsRow {
        method: method.parse().expect("a method"),
        path: path.to_owned(),
        statuses,
    }
}
