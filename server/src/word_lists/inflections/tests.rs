//! Which words belong together, and that the table is one.

use shared::rules::Rules;
use shared::text::word_key;

use super::*;

/// What belongs together in a list, a line each.
fn found(words: &[&str]) -> Vec<String> {
    let line = |forms: Forms| {
        let names: Vec<&str> = forms.places.iter().map(|place| words[*place]).collect();
        format!("{}: {}", forms.of, names.join(", "))
    };
    let dutch = Inflections::named(["nl"].into_iter()).unwrap();
    let together = dutch.together(words.iter().copied());
    together.into_iter().map(line).collect()
}

#[test]
fn forms_of_a_word_belong_together() {
    for (lemma, form) in [
        ("mantelzorger", "mantelzorgers"),
        ("vrijwilliger", "vrijwilligers"),
        ("hond", "honden"),
        ("hond", "hondje"),
        ("huis", "huizen"),
        ("school", "scholen"),
        ("kind", "kinderen"),
        ("lid", "leden"),
        ("stad", "steden"),
        ("collega", "collega's"),
        ("cliënt", "cliënten"),
        ("idee", "ideeën"),
        ("mogelijkheid", "mogelijkheden"),
        ("oudere", "ouderen"),
        ("verpleegkundige", "verpleegkundigen"),
        ("gezellig", "gezellige"),
        ("lief", "lieve"),
        ("luisteren", "luistert"),
        ("luisteren", "luisterde"),
        ("werken", "werkte"),
        ("reizen", "reist"),
        ("buurtzorgteam", "buurtzorgteams"),
        ("huiskamergesprek", "huiskamergesprekken"),
        ("zorg-app", "zorg-apps"),
    ] {
        let expected = format!("{lemma}: {lemma}, {form}");
        assert_eq!(found(&[lemma, form]), [expected]);
    }
    assert_eq!(
        found(&["werkt", "rust", "werkte"]),
        ["werken: werkt, werkte"]
    );
}

#[test]
fn what_means_something_else_stays_apart() {
    for apart in [
        &[
            "meer tijd",
            "minder tijd",
            "tijd",
            "veel tijd",
            "weinig tijd",
        ][..],
        &["meer", "minder", "veel", "weinig", "meest", "minst"],
        &["goed", "beter", "best"],
        &["groot", "groter", "grootst"],
        &["eenzaam", "eenzaamheid", "samen"],
        &["zorg", "zorgen", "verzorging"],
        &["mantelzorg", "mantelzorger"],
        &["hoop", "wanhoop"],
        &["kat", "hond"],
        &["", " ", "s", "en", "'s", "é", "ë"],
    ] {
        assert_eq!(found(apart), Vec::<String>::new());
    }
}

#[test]
fn of_several_words_only_the_last_may_differ() {
    assert_eq!(
        found(&[
            "fijne collega",
            "fijne collega's",
            "collega's",
            "fijn collega"
        ]),
        ["fijne collega: fijne collega, fijne collega's"]
    );
    assert_eq!(found(&["meer handen", "minder hand"]), Vec::<String>::new());
}

#[test]
fn every_word_of_the_table_is_found_as_the_core_compares_words() {
    let table = &READ[0];
    let mut before = "";
    let mut count = 0;
    for line in table.lemmas.lines() {
        let (lemma, pattern) = line.split_once(' ').unwrap();
        assert!(before < lemma, "{before} before {lemma}");
        assert_eq!(word_key(lemma, Rules::latest()), lemma);
        assert_eq!(table.pattern_of(lemma), pattern.parse().ok(), "{lemma}");
        assert!(!table.patterns[pattern.parse::<usize>().unwrap()].is_empty());
        (before, count) = (lemma, count + 1);
    }
    assert!(count > 30_000, "{count}");
    for other in [
        "",
        "a",
        "qqq",
        "zzzzzz",
        "mantelzorgers",
        "élève!",
        "\u{10ffff}",
    ] {
        assert_eq!(table.pattern_of(other), None, "{other}");
    }
}

#[test]
fn the_table_is_for_decks_with_dutch_in_them() {
    let deck = |front: &str| {
        let text = format!("---\n{front}\n---\n---\n# A\n");
        shared::deck::grammar::read(&text).unwrap().deck
    };
    for (front, known) in [
        ("language: nl", true),
        ("language: nl-BE", true),
        ("language: en", false),
        ("languages: [en, nl]", true),
        ("languages: [en, de]", false),
    ] {
        assert_eq!(Inflections::of(&deck(front)).is_some(), known, "{front}");
    }
}
