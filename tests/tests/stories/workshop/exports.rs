//! What is taken home from the workshop: the long table, the wide one, the spreadsheet, and
//! everything as JSON.

use tests::{Presenter, Table};

/// Fails unless every export has what the three phones gave.
#[track_caller]
pub fn assert_all(presenter: &Presenter) {
    let long = presenter.long_table();
    let columns = "question kind prompt round participant answered_at answered_local place item value given prompt_then item_then group";
    assert_eq!(long.header, columns.split(' ').collect::<Vec<_>>());
    assert_eq!(
        long.cells("value", &[("question", "beslissen")]),
        ["100", "20", "70"]
    );
    assert_eq!(
        long.cells("value", &[("question", "beslissen"), ("participant", "P2")]),
        ["70"]
    );
    assert_eq!(long.with(&[("question", "veranderen")]).len(), 2);
    let chosen = long.cells(
        "participant",
        &[("question", "kennis"), ("item", "Ik weet er nog niets van")],
    );
    assert_eq!(chosen, ["P2", "P3"]);
    let spoken = |column| {
        long.cells(
            column,
            &[("kind", "words"), ("participant", "P1"), ("round", "1")],
        )
    };
    assert_eq!(spoken("given"), ["Vertrouwen", "dankbaar", "tijd"]);
    assert_eq!(
        spoken("value"),
        ["dankbaar", "tijd", "vertrouwen"],
        "as most people spelled it"
    );
    assert_eq!(
        long.cells("value", &[("kind", "open"), ("item", "upvotes")])
            .last()
            .map(String::as_str),
        Some("2")
    );
    assert_eq!(
        long.with(&[("value", "Leesclub \"De Bladzij\"; iedere week")])
            .len(),
        1
    );
    let second = [
        ("kind", "scale"),
        ("item", "Ik zie wat ik zelf kan bijdragen"),
    ];
    assert_eq!(
        long.cells("value", &second),
        ["3", "5"],
        "a skipped statement is no given value"
    );
    for row in &long.rows {
        assert_eq!(row["round"], "1");
        let at = &row["answered_at"];
        assert!(
            at.contains('T') && (at.ends_with('Z') || at.ends_with("+00:00")),
            "RFC 3339 in UTC: {row:?}"
        );
    }

    let excel = Table::read_excel(&presenter.exports("format=csv&shape=long&excel=1").bytes);
    assert_eq!(
        (excel.header.clone(), excel.rows.len()),
        (long.header.clone(), long.rows.len())
    );

    // Of a group's texts under one heading, the last.
    let by_group = long.with(&[("prompt", "Ontwerp samen een proef")]);
    let given = by_group
        .iter()
        .map(|row| (row["group"].as_str(), row["value"].as_str()));
    assert_eq!(
        given.collect::<Vec<_>>(),
        [
            ("1", "Voor wie: Mantelzorgers en hun buren"),
            ("2", "Voor wie: Jongeren")
        ]
    );

    let wide = presenter.wide_table();
    assert_eq!(wide.rows.len(), 3);
    assert_eq!(wide.cells("participant", &[]), ["P1", "P2", "P3"]);
    assert!(wide.every_cell().any(|cell| cell.contains("Wandelgroep")));

    let whole = presenter.exports("format=json").json().to_string();
    for part in [
        "Groepenwerkplaats",
        "beslissen",
        "Wandelgroep",
        "helemaal niet",
        "spandoek en vuist",
    ] {
        assert!(whole.contains(part), "the whole room has {part:?}: {whole}");
    }
}
