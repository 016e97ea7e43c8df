//! Entries, their keys, and the order of the cloud.

use super::*;
use crate::question::tests::form;

fn three() -> Words {
    Words::default()
}

fn entries<const N: usize>(texts: [&str; N]) -> Vec<Word> {
    texts
        .map(|text| Word {
            key: text::word_key(text, Rules::LATEST),
            text: text.to_owned(),
        })
        .to_vec()
}

fn stored<const N: usize>(texts: [&str; N]) -> Result<Answer, Refusal> {
    Ok(Answer::Words {
        entries: entries(texts),
    })
}

#[test]
fn entries_are_cleaned_and_counted_as_people_do() {
    let family = "👩‍👩‍👧".repeat(5);
    let (exact, over) = ("ë".repeat(25), "ë".repeat(26));
    for (typed, expected) in [
        (vec!["hoop"], stored(["hoop"])),
        (vec!["  hoop \n doet  leven "], stored(["hoop doet leven"])),
        (vec!["", " ", "hoop", "\u{200b}"], stored(["hoop"])),
        (
            vec!["Hoop", "hoop!", "HOOP", "moed"],
            stored(["Hoop", "moed"]),
        ),
        (vec!["a", "b", "c"], stored(["a", "b", "c"])),
        (vec!["a", "b", "A", "c", "B."], stored(["a", "b", "c"])),
        (vec![&exact], stored([&exact])),
        (vec![&family], stored([&family])),
        (vec!["a", "b", "c", "d"], Err(Refusal::TooMany { limit: 3 })),
        (vec![&over], Err(Refusal::TooLong { limit: 25 })),
        (vec!["hoop", &over], Err(Refusal::TooLong { limit: 25 })),
        (vec![], Err(Refusal::Empty)),
        (vec!["", "  "], Err(Refusal::Empty)),
    ] {
        let fields = Fields(
            typed
                .iter()
                .map(|text| ("entry".to_owned(), (*text).to_owned()))
                .collect(),
        );
        assert_eq!(three().read(&fields, Rules::LATEST), expected, "{typed:?}");
    }
    assert_eq!(
        three().read(&form([("text", "hoop")]), Rules::LATEST),
        Err(Refusal::Empty)
    );
}

fn results<const N: usize>(tally: &WordsTally) -> [(String, u64); N] {
    let all: Vec<_> = tally
        .results()
        .entries
        .into_iter()
        .map(|entry| (entry.text, entry.count))
        .collect();
    all.try_into().expect("so many entries")
}

fn ranked<const N: usize>(expected: [(&str, u64); N]) -> [(String, u64); N] {
    expected.map(|(text, count)| (text.to_owned(), count))
}

#[test]
fn the_most_frequent_come_first_and_ties_by_first_seen() {
    let mut tally = WordsTally::default();
    tally.add(&entries(["zon", "maan"]));
    tally.add(&entries(["ster"]));
    assert_eq!(
        results(&tally),
        ranked([("zon", 1), ("maan", 1), ("ster", 1)])
    );
    tally.add(&entries(["ster", "aarde"]));
    assert_eq!(
        results(&tally),
        ranked([("ster", 2), ("zon", 1), ("maan", 1), ("aarde", 1)])
    );
    tally.remove(&entries(["ster"]));
    assert_eq!(
        results(&tally),
        ranked([("zon", 1), ("maan", 1), ("ster", 1), ("aarde", 1)])
    );
    assert_eq!((tally.results().voters, tally.results().distinct), (2, 4));
}

#[test]
fn the_most_frequent_spelling_is_shown_and_ties_by_first_seen() {
    let mut tally = WordsTally::default();
    for (text, shown) in [
        ("Samen", "Samen"),
        ("samen!", "Samen"),
        ("samen!", "samen!"),
        ("Samen", "Samen"),
        ("SAMEN", "Samen"),
    ] {
        tally.add(&entries([text]));
        assert_eq!(tally.results().entries[0].text, shown, "after {text}");
    }
    tally.remove(&entries(["Samen"]));
    assert_eq!(results(&tally), ranked([("samen!", 4)]));
}

#[test]
fn a_word_that_nobody_holds_is_gone_and_comes_back_as_new() {
    let mut tally = WordsTally::default();
    tally.add(&entries(["zon"]));
    tally.add(&entries(["maan"]));
    tally.remove(&entries(["zon"]));
    assert_eq!(
        (results(&tally), tally.entries.len()),
        (ranked([("maan", 1)]), 1)
    );
    tally.add(&entries(["zon"]));
    assert_eq!(results(&tally), ranked([("maan", 1), ("zon", 1)]));
}

#[test]
fn a_view_holds_so_many_words_and_the_number_of_all() {
    let mut tally = WordsTally::default();
    (0..STAGE_WORDS + 3).for_each(|n| tally.add(&entries([&format!("woord {n}")])));
    for (page, words) in [
        (tally.page(), VIEW_WORDS),
        (tally.stage_page(), STAGE_WORDS),
    ] {
        assert_eq!(
            (page.entries.len(), page.distinct, page.voters),
            (words, 2_003, 2_003)
        );
        assert_eq!(page.entries[0].text, "woord 0");
    }
}
