//! One free text.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::*;

fn twenty() -> Open {
    Open {
        length: 20,
        ..Open::default()
    }
}

#[test]
fn a_text_is_cleaned_and_counted_as_people_do() {
    let (exact, over) = ("ë".repeat(20), "ë".repeat(21));
    for (typed, expected) in [
        ("Bel de buren", Ok("Bel de buren")),
        ("  Bel \t de\r\n\r\n\r\nburen \n", Ok("Bel de\n\nburen")),
        ("=1+1", Ok("=1+1")),
        (&*exact, Ok(&*exact)),
        (&*over, Err(Refusal::TooLong { limit: 20 })),
        ("", Err(Refusal::Empty)),
        (" \n\u{200b}", Err(Refusal::Empty)),
    ] {
        assert_eq!(
            twenty().read(typed, Rules::LATEST).as_deref(),
            expected.as_ref().copied(),
            "{typed:?}"
        );
    }
}

#[test]
fn a_heading_that_was_chosen_stands_before_the_text_and_counts_for_nobody() {
    let asked = Open {
        layout: OpenLayout::Columns,
        columns: vec!["Doen".into(), "Laten".into()],
        ..twenty()
    };
    for (number, typed, stored) in [
        (Some("1"), "wandelen", "Doen: wandelen"),
        (
            Some("2"),
            "  vergaderen tot laat",
            "Laten: vergaderen tot laat",
        ),
        (Some(" "), "zomaar", "zomaar"),
        (None, "Laten: zomaar", "Laten: zomaar"),
    ] {
        let headed = headed(asked.headings(), number, typed).unwrap();
        assert_eq!(asked.read(&headed, Rules::LATEST).as_deref(), Ok(stored));
        let (known, rest) = apart(asked.headings(), stored);
        let known = known.map(|known| known.to_string());
        assert_eq!(
            super::headed(asked.headings(), known.as_deref(), rest).as_deref(),
            Ok(stored)
        );
    }
    for nowhere in ["0", "3", "x", "-1"] {
        assert_eq!(
            headed(asked.headings(), Some(nowhere), "zomaar"),
            Err(Refusal::OutOfRange),
            "{nowhere}"
        );
    }
    assert_eq!(headed(&[], Some("1"), "zomaar").as_deref(), Ok("zomaar"));
    assert_eq!(
        asked.read(
            &headed(asked.headings(), Some("1"), " \n ").unwrap(),
            Rules::LATEST
        ),
        Err(Refusal::Empty)
    );
    let long = headed(asked.headings(), Some("1"), &"n".repeat(21)).unwrap();
    assert_eq!(
        asked.read(&long, Rules::LATEST),
        Err(Refusal::TooLong { limit: 20 })
    );
    let elsewhere = Open {
        layout: OpenLayout::Wall,
        ..asked
    };
    assert_eq!(elsewhere.headings(), Vec::<String>::new());
}

#[test]
fn results_show_when_as_people_write_it() {
    let answer = OpenAnswer {
        id: AnswerId(7),
        text: "Bel".to_owned(),
        votes: 2,
        at: 1_795_299_480_123,
    };
    let results = OpenResults {
        voters: 1,
        total: 1,
        votes: 2,
        answers: vec![answer],
    };
    let expected = serde_json::json!({
        "voters": 1, "total": 1, "votes": 2,
        "answers": [{"id": "a7", "text": "Bel", "votes": 2, "at": "2026-11-21T22:18:00.123Z"}],
    });
    assert_eq!(serde_json::to_value(&results).unwrap(), expected);
    assert_eq!(
        serde_json::from_value::<OpenResults>(expected).unwrap(),
        results
    );
}

#[test]
fn an_answer_stands_under_the_heading_that_it_begins_with() {
    let headings = [
        "Doen".to_owned(),
        "Laten".to_owned(),
        "Plan B: later".to_owned(),
    ];
    for (text, under) in [
        ("Doen: wandelen", Some((0, "wandelen"))),
        ("  laten :vergaderen", Some((1, "vergaderen"))),
        ("DOEN:\nom 9:30 beginnen", Some((0, "om 9:30 beginnen"))),
        ("plan b: later: misschien", Some((2, "misschien"))),
        ("Doen wat kan", None),
        ("Morgen: doen", None),
        ("Doen:", None),
        ("", None),
    ] {
        assert_eq!(
            super::under(&headings, text, Rules::LATEST),
            under,
            "{text}"
        );
    }
}

#[test]
fn no_more_is_added_once_all_entries_are_given_or_of_a_group_one_under_each_heading() {
    let asked = Open {
        entries: 2,
        layout: OpenLayout::Columns,
        columns: vec!["Doen".into(), "Laten".into()],
        ..twenty()
    };
    let Input::Open(columns) = asked.input() else {
        panic!("an open question is filled in as one");
    };
    let plain = OpenInput {
        columns: Vec::new(),
        ..columns.clone()
    };
    for (input, by_group, texts, more) in [
        (&plain, false, &[][..], true),
        (&plain, false, &["rust"], true),
        (&plain, false, &["rust", "tijd"], false),
        (&plain, true, &["rust"], true),
        (&plain, true, &["rust", "tijd"], false),
        (&columns, false, &["Doen: rust", "Doen: tijd"], false),
        (&columns, true, &["Doen: rust", "Doen: tijd"], true),
        (&columns, true, &["Doen: rust", "Laten: haast"], false),
    ] {
        assert_eq!(
            input.takes_more(texts, by_group),
            more,
            "{by_group} {texts:?}"
        );
    }
}
