//! Whoever counts rows or columns of an export comes to the figures that peil shows.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tests::{
    FilledAnswer, Peil, Presenter, SampleQuestion, options, other, sample, text, values, words,
};

/// A deck of one question, with these lines behind its heading.
fn question(front: &str, items: &[&str]) -> String {
    let items: String = items.iter().map(|item| format!("- {item}\n")).collect();
    format!("---\ntitle: Telling\nlanguage: nl\n---\n{front}\nid: who\n---\n\n# Wie?\n\n{items}")
}

fn answered(peil: &Peil, deck: &str, answers: Vec<FilledAnswer>) -> Presenter {
    let presenter = peil.organiser().starts(deck);
    presenter.opens("who");
    for (number, answer) in answers.into_iter().enumerate() {
        peil.phone(&format!("phone {number}"))
            .opens(presenter.code())
            .votes(answer);
    }
    presenter
}

/// How many rows of the long table have each value of these columns.
fn counted(presenter: &Presenter, columns: [&str; 2]) -> BTreeMap<(String, String), usize> {
    let mut counted = BTreeMap::new();
    for row in presenter
        .long_table()
        .rows
        .iter()
        .filter(|row| row["item"] != "upvotes")
    {
        *counted
            .entry((row[columns[0]].clone(), row[columns[1]].clone()))
            .or_default() += 1;
    }
    counted
}

#[test]
fn options_with_one_label_are_told_apart_by_their_place() {
    let peil = Peil::starts();
    let jan = |wide: &str| format!("participant,{wide}\r\n");
    for (items, given, heads, cells) in [
        (
            &["Jan", "Piet", "Jan"][..],
            vec![options([1])],
            "Wie?: Jan [1],Wie?: Piet,Wie?: Jan [3]",
            "P1,1,,",
        ),
        (
            &["Jan", "Piet", "Jan"],
            vec![options([3])],
            "Wie?: Jan [1],Wie?: Piet,Wie?: Jan [3]",
            "P1,,,1",
        ),
        (
            &["Jan", "Jan"],
            vec![options([1, 2])],
            "Wie?: Jan [1],Wie?: Jan [2]",
            "P1,1,1",
        ),
        (
            &["Jan", "Jan", "Jan"],
            vec![options([2])],
            "Wie?: Jan [1],Wie?: Jan [2],Wie?: Jan [3]",
            "P1,,1,",
        ),
        (
            &["Jan", "jan"],
            vec![options([2])],
            "Wie?: Jan,Wie?: jan",
            "P1,,1",
        ),
        (
            &["upvotes", "Jan"],
            vec![options([1])],
            "Wie?: upvotes,Wie?: Jan",
            "P1,1,",
        ),
        (
            &["Jan", "Jan", "Jan [1]"],
            vec![options([3])],
            "\"Wie?: Jan [1] [who, 1, 1]\",Wie?: Jan [2],\"Wie?: Jan [1] [who, 3, 1]\"",
            "P1,,,1",
        ),
    ] {
        let presenter = answered(&peil, &question("ask: choice\npick: 1-2", items), given);
        let wide = presenter.exports("format=csv&shape=wide").text();
        assert_eq!(wide, format!("{}{cells}\r\n", jan(heads)), "{items:?}");
        let votes = presenter.results("who").votes();
        for (place, votes) in (1..).zip(votes) {
            let place: i32 = place;
            let rows = presenter
                .long_table()
                .with(&[("place", &place.to_string())])
                .len() as u64;
            assert_eq!(rows, votes, "rows for option {place} of {items:?}");
        }
    }
}

#[test]
fn statements_with_one_label_are_told_apart_too() {
    let peil = Peil::starts();
    let deck = question("ask: scale", &["Ik snap het", "Ik snap het"]);
    let presenter = answered(
        &peil,
        &deck,
        vec![values([Some(5), Some(2)]), values([None, Some(3)])],
    );
    let wide = presenter.exports("format=csv&shape=wide").text();
    assert_eq!(
        wide,
        "participant,Wie?: Ik snap het [1],Wie?: Ik snap het [2]\r\nP1,5,2\r\nP2,,3\r\n"
    );
    assert_eq!(
        presenter.long_table().cells("value", &[("place", "2")]),
        ["2", "3"]
    );
}

fn merges(presenter: &Presenter, wishes: &[(&str, &str)]) {
    for (word, into) in wishes {
        let request = json!({ "do": "merge", "question": "who", "word": word, "into": into });
        presenter
            .organiser
            .posts(&presenter.path("/moderate"), &request)
            .expects(200);
    }
}

/// What the results say of each word.
fn results(presenter: &Presenter) -> BTreeMap<String, usize> {
    presenter
        .results("who")
        .entries()
        .into_iter()
        .map(|(text, count)| (text, count as usize))
        .collect()
}

#[test]
fn rows_by_word_count_as_the_results_do_whatever_was_merged() {
    let peil = Peil::starts();
    let given = || {
        vec![
            words(["Poes", "kat"]),
            words(["KAT!"]),
            words(["kat", "hond"]),
            words(["poes"]),
        ]
    };
    for wishes in [
        &[][..],
        &[("poes", "kat")],
        &[("kat", "poes")],
        &[("poes", "kat"), ("kat", "hond")],
        &[("hond", "poes"), ("poes", "kat")],
        &[("poes", "hond"), ("kat", "hond")],
    ] {
        let presenter = answered(&peil, &question("ask: words\nentries: 3", &[]), given());
        merges(&presenter, wishes);
        let rows = counted(&presenter, ["question", "value"]);
        let rows: BTreeMap<String, usize> = rows
            .into_iter()
            .map(|((_, value), count)| (value, count))
            .collect();
        assert_eq!(rows, results(&presenter), "{wishes:?}");
        let texts = presenter.long_table().cells("given", &[]).join(" ");
        assert!(
            ["Poes", "KAT!", "hond"]
                .iter()
                .all(|word| texts.contains(word)),
            "as they were given: {texts}"
        );
        let answers =
            presenter.exports("format=json").json()["questions"][0]["rounds"][0]["answers"].clone();
        let mut named = BTreeMap::<String, usize>::new();
        for name in answers
            .as_array()
            .expect("answers")
            .iter()
            .flat_map(|answer| strings(&answer["counts_as"]))
        {
            *named.entry(name).or_default() += 1;
        }
        assert_eq!(named, results(&presenter), "JSON, {wishes:?}");
    }
}

fn strings(list: &Value) -> Vec<String> {
    list.as_array()
        .expect("a list")
        .iter()
        .filter_map(|text| text.as_str().map(str::to_owned))
        .collect()
}

#[test]
fn a_merged_word_has_its_name_in_one_column_and_what_was_given_in_another() {
    let peil = Peil::starts();
    let given = vec![words(["Poes", "kat"]), words(["kat"]), words(["Hond"])];
    let presenter = answered(&peil, &question("ask: words\nentries: 3", &[]), given);
    let wide = || presenter.exports("format=csv&shape=wide").text();
    assert_eq!(
        wide(),
        "participant,Wie?\r\nP1,Poes | kat\r\nP2,kat\r\nP3,Hond\r\n",
        "nothing is written twice"
    );
    merges(&presenter, &[("poes", "kat")]);
    assert_eq!(
        wide(),
        "participant,Wie?,Wie? (given)\r\nP1,kat,Poes | kat\r\nP2,kat,kat\r\nP3,Hond,Hond\r\n"
    );
    let long = presenter.long_table();
    assert_eq!(
        long.cells("given", &[("value", "kat")]),
        ["Poes | kat", "kat"]
    );
}

#[test]
fn texts_behind_other_and_open_answers_count_under_their_name_too() {
    let peil = Peil::starts();
    let deck = question("ask: choice", &["Bus", "Anders {other}"]);
    let presenter = answered(
        &peil,
        &deck,
        vec![other(2, "fiets"), other(2, "Rijwiel"), options([1])],
    );
    merges(&presenter, &[("rijwiel", "fiets")]);
    let long = presenter.long_table();
    assert_eq!(long.cells("value", &[("place", "2")]), ["fiets", "fiets"]);
    assert_eq!(long.cells("given", &[("place", "2")]), ["Rijwiel", "fiets"]);

    let presenter = peil.organiser().starts(&sample([SampleQuestion::Open]));
    presenter.opens("ideas");
    for (name, idea) in [
        ("Anna", "Een moestuin"),
        ("Bram", "Moestuin!"),
        ("Carla", "Een koor"),
    ] {
        peil.phone(name).opens(presenter.code()).votes(text(idea));
    }
    let id = |text| presenter.results("ideas").id_of(text);
    let request = json!({ "do": "merge", "answer": id("Moestuin!"), "into": id("Een moestuin") });
    presenter
        .organiser
        .posts(&presenter.path("/moderate"), &request)
        .expects(200);
    let long = presenter.long_table();
    assert_eq!(
        long.cells("given", &[("value", "Een moestuin")]),
        ["Een moestuin", "Moestuin!"]
    );
    assert_eq!(
        long.with(&[("item", "upvotes")]).len(),
        2,
        "votes stand with what they count for"
    );
}
