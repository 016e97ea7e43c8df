//! How sentences are put together, where the catalogues give no example.

use super::*;
use crate::language::known::{En, Nl};

fn filled(data: &str, values: &[MessageArgument<'_>]) -> String {
    let mut said = String::new();
    assert_eq!(fill(Nl, data, values, &mut said), "", "all of it is said");
    said
}

#[test]
fn a_choice_says_the_first_variant_that_is_meant_and_else_the_last() {
    let nested = "\u{2}0\u{3}0\u{4}none\u{3}one\u{4}\u{1}0 of \u{2}1\u{3}a\u{4}first\u{3}other\u{4}\u{1}1\u{5}\u{3}other\u{4}many\u{5}!";
    for (number, word, said) in [
        (0_u64, "a", "none!"),
        (1, "a", "1 of first!"),
        (1, "b", "1 of b!"),
        (2, "a", "many!"),
        (1000, "a", "many!"),
    ] {
        assert_eq!(filled(nested, &[number.into(), word.into()]), said);
    }
}

#[test]
fn a_text_of_somebodys_is_isolated_and_a_piece_of_ours_is_not_touched() {
    for (value, said) in [
        (MessageArgument::Text("hond"), "‘hond’"),
        (MessageArgument::Text("קפה"), "‘\u{2068}קפה\u{2069}’"),
        (MessageArgument::Text("a\u{202e}b"), "‘\u{2068}ab\u{2069}’"),
        (
            MessageArgument::Phrase("\u{2068}קפה\u{2069} en thee"),
            "‘\u{2068}קפה\u{2069} en thee’",
        ),
        (MessageArgument::Number(1234_u64.into()), "‘1.234’"),
        (MessageArgument::Text("1234"), "‘1234’"),
    ] {
        assert_eq!(filled("‘\u{1}0’", &[value]), said);
    }
}

#[test]
fn numbers_are_written_as_languages_write_them() {
    for (number, nl, en) in [
        (ShownNumber::from(999_u64), "999", "999"),
        (ShownNumber::from(1000_u64), "1.000", "1,000"),
        (ShownNumber::from(1_234_567_u64), "1.234.567", "1,234,567"),
        (ShownNumber::from(-12_345), "-12.345", "-12,345"),
        (ShownNumber::fixed(3.0, 1), "3,0", "3.0"),
        (ShownNumber::fixed(2.345, 2), "2,35", "2.35"),
        (ShownNumber::short(73.5, 2), "73,5", "73.5"),
        (ShownNumber::short(1200.0, 2), "1.200", "1,200"),
        (ShownNumber::fixed(-0.04, 1), "0,0", "0.0"),
    ] {
        assert_eq!(
            (write(Nl, number).as_str(), write(En, number).as_str()),
            (nl, en)
        );
    }
}

/// How each language writes numbers of each sort, and what it counts them as; a browser's own are
/// held against the same file.
fn written() -> String {
    let whole = (0..=30).chain([
        31, 99, 100, 101, 102, 111, 121, 999, 1000, 1001, 1283, 9999, 10_000, 12_345, 1_000_000,
        2_345_678, -5,
    ]);
    let parts = [
        (0, 1),
        (30, 1),
        (35, 1),
        (-15, 1),
        (12_345, 1),
        (7350, 2),
        (1, 2),
        (100_000, 2),
        (1, 3),
    ];
    let numbers: Vec<ShownNumber> = whole
        .map(ShownNumber::from)
        .chain(parts.map(|(units, decimals)| ShownNumber::of(units, decimals)))
        .collect();
    let lines = Language::ALL.into_iter().flat_map(|language| {
        numbers.iter().map(move |number| {
            let category = (number.decimals() == 0).then(|| rules::category(language, *number));
            serde_json::json!([
                language.tag(),
                number.units(),
                number.decimals(),
                write(language, *number),
                category
            ])
            .to_string()
        })
    });
    format!("[\n{}\n]\n", lines.collect::<Vec<_>>().join(",\n"))
}

#[test]
fn numbers_are_those_that_a_browser_is_held_against() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/numbers.json");
    if std::env::var_os("PEIL_TESTS_WRITE").is_some_and(|what| what == "golden") {
        std::fs::write(&file, written()).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(&file).unwrap(),
        written(),
        "PEIL_TESTS_WRITE=golden writes it"
    );
}
