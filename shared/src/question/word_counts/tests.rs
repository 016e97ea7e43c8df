//! Words that are hidden and merged, and what is counted then.

use super::*;
use crate::rules::Rules;
use crate::text::word_key;

fn words<const N: usize>(texts: [&str; N]) -> Vec<Word> {
    texts
        .map(|text| Word {
            key: word_key(text, Rules::LATEST),
            text: text.to_owned(),
        })
        .to_vec()
}

/// After what a moderator did, everything counted anew as a room does it.
fn counted(moderated: &Moderated, people: &[Vec<Word>]) -> WordCounts {
    let mut word_counts = WordCounts::moderated_as(moderated.clone());
    people.iter().for_each(|given| word_counts.add(given));
    word_counts
}

fn shown(word_counts: &WordCounts) -> Vec<String> {
    word_counts
        .most_frequent(9)
        .map(|entry| format!("{} {}", entry.text, entry.count))
        .collect()
}

fn people() -> [Vec<Word>; 4] {
    [
        words(["Poes", "hond"]),
        words(["kat", "poes"]),
        words(["KAT"]),
        words(["poes"]),
    ]
}

#[test]
fn who_gives_two_words_that_are_merged_counts_once() {
    let mut moderated = Moderated::default();
    moderated.merge("kat", Some("poes"));
    let mut word_counts = counted(&moderated, &people());
    assert_eq!(shown(&word_counts), ["poes 4", "hond 1"]);
    word_counts.remove(&people()[1]);
    assert_eq!(shown(&word_counts), ["Poes 3", "hond 1"]);
    word_counts.add(&words(["kat", "Kat!", "vis"]));
    assert_eq!(shown(&word_counts), ["Poes 4", "hond 1", "vis 1"]);
}

#[test]
fn what_is_merged_is_shown_as_what_it_counts_as_as_long_as_somebody_gives_that() {
    let mut moderated = Moderated::default();
    moderated.merge("kat", Some("poes"));
    let many_cats = [words(["kat"]), words(["kat"]), words(["Poes"])];
    let mut word_counts = counted(&moderated, &many_cats);
    assert_eq!(shown(&word_counts), ["Poes 3"]);
    word_counts.remove(&many_cats[2]);
    assert_eq!(shown(&word_counts), ["kat 2"]);
    assert!(word_counts.knows("kat") && word_counts.knows("poes") && !word_counts.knows("vis"));
}

#[test]
fn merged_words_go_along_and_come_back_one_by_one() {
    let mut moderated = Moderated::default();
    moderated.merge("kat", Some("poes"));
    moderated.merge("poes", Some("hond"));
    let of = |moderated: &Moderated| shown(&counted(moderated, &people()));
    assert_eq!(of(&moderated), ["hond 4"]);
    assert_eq!(
        (moderated.root("kat"), moderated.root("vis")),
        ("hond", "vis")
    );
    moderated.merge("poes", None);
    assert_eq!(
        of(&moderated),
        ["Poes 3", "hond 3"].map(|text| text.replace("Poes", "poes"))
    );
    moderated.merge("kat", None);
    assert_eq!(of(&moderated), ["poes 3", "kat 2", "hond 1"]);
}

#[test]
fn a_hidden_word_takes_what_counts_as_it_along() {
    let mut moderated = Moderated::default();
    moderated.hide("kat", true);
    assert_eq!(shown(&counted(&moderated, &people())), ["poes 3", "hond 1"]);
    moderated.merge("kat", Some("poes"));
    assert_eq!(
        shown(&counted(&moderated, &people())),
        ["poes 4", "hond 1"],
        "merging shows it again"
    );
    moderated.hide("poes", true);
    assert_eq!(shown(&counted(&moderated, &people())), ["hond 1"]);
    assert!(moderated.hides("kat") && !moderated.is_hidden("kat"));
    moderated.hide("poes", false);
    assert_eq!(shown(&counted(&moderated, &people())), ["poes 4", "hond 1"]);
}

#[test]
fn a_moderator_sees_the_newest_first_and_never_loses_what_is_hidden() {
    let mut moderated = Moderated::default();
    moderated.hide("hond", true);
    moderated.merge("kat", Some("poes"));
    let word_counts = counted(
        &moderated,
        &[people().to_vec(), vec![words(["vis", "muis"])]].concat(),
    );
    let rows = |limit| {
        let row = |it: ModeratedEntry| {
            format!(
                "{} {} {} {}",
                it.entry.text,
                it.entry.count,
                it.hidden,
                it.merged
                    .iter()
                    .map(|(key, text)| format!("{key}={text}"))
                    .collect::<String>()
            )
        };
        word_counts
            .newest(limit)
            .into_iter()
            .map(row)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        rows(9),
        [
            "muis 1 false ",
            "vis 1 false ",
            "hond 1 true ",
            "poes 4 false kat=kat"
        ]
    );
    assert_eq!(rows(1), ["muis 1 false ", "hond 1 true "]);
}

#[test]
fn what_was_given_stays_given_whatever_is_merged() {
    let merged = |pairs: &[(&str, &str)]| {
        let mut moderated = Moderated::default();
        pairs
            .iter()
            .for_each(|(word, into)| moderated.merge(word, Some(into)));
        moderated
    };
    let apart = |mut moderated: Moderated, word: &str| {
        moderated.merge(word, None);
        moderated
    };
    let hidden = |mut moderated: Moderated, word: &str| {
        moderated.hide(word, true);
        moderated
    };
    // What is merged or hidden; how many words were given, and how many people each of them has.
    for (moderated, given, counts) in [
        (merged(&[]), 6, vec!["Poes 3", "kat 2", "hond 1"]),
        (merged(&[("kat", "poes")]), 6, vec!["poes 4", "hond 1"]),
        (merged(&[("poes", "kat")]), 6, vec!["kat 4", "hond 1"]),
        (
            merged(&[("kat", "poes"), ("hond", "poes")]),
            6,
            vec!["poes 4"],
        ),
        (
            merged(&[("kat", "poes"), ("poes", "hond")]),
            6,
            vec!["hond 4"],
        ),
        (
            merged(&[("kat", "vis")]),
            6,
            vec!["Poes 3", "kat 2", "hond 1"],
        ),
        (
            apart(merged(&[("kat", "poes")]), "kat"),
            6,
            vec!["Poes 3", "kat 2", "hond 1"],
        ),
        (hidden(merged(&[]), "hond"), 5, vec!["Poes 3", "kat 2"]),
        (
            hidden(merged(&[("kat", "poes")]), "poes"),
            1,
            vec!["hond 1"],
        ),
        (
            hidden(merged(&[]), "vis"),
            6,
            vec!["Poes 3", "kat 2", "hond 1"],
        ),
    ] {
        let mut word_counts = counted(&moderated, &people());
        let lower = |texts: Vec<String>| {
            texts
                .into_iter()
                .map(|text| text.to_lowercase())
                .collect::<Vec<_>>()
        };
        let counts: Vec<String> = counts.into_iter().map(str::to_lowercase).collect();
        assert_eq!(
            (word_counts.given(), lower(shown(&word_counts))),
            (given, counts),
            "{moderated:?}"
        );
        // Whoever takes everything back takes back as much as they gave.
        people().iter().for_each(|given| word_counts.remove(given));
        assert_eq!(
            (word_counts.given(), word_counts.len()),
            (0, 0),
            "{moderated:?}"
        );
    }
}
