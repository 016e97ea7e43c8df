//! One's own answer among everybody's: marked in words, in each kind, and only in the round that it
//! was given in.

use shared::ids::AnswerId;
use shared::protocol::Own;
use shared::protocol::view::SlideView;
use shared::question::choice::Pick;
use shared::question::open::OpenInput;
use shared::question::scale::{self, StatementResults};
use shared::question::word_counts::WordCount;
use shared::question::{Fields, Input, Results, choice, number, open, spectrum, words};

use super::samples::{
    added, answered, asked, at, cat_and_dog, choice_input, closed, fields, open_input, scale_input,
    with, words_input,
};
use super::stage_samples::number_input;
use super::*;

fn options(votes: &[u64]) -> Results {
    let option = |(label, votes): (&str, &u64)| choice::OptionVotes {
        label: label.to_owned(),
        votes: *votes,
    };
    let options = ["a", "b", "Anders"]
        .into_iter()
        .zip(votes)
        .map(option)
        .collect();
    Results::Choice(choice::ChoiceResults {
        voters: votes.iter().sum(),
        options,
        others: None,
    })
}

fn entries(texts: &[&str]) -> Results {
    let entry = |(place, text): (usize, &&str)| WordCount {
        text: (*text).to_owned(),
        count: 100 - place as u64,
    };
    let entries: Vec<WordCount> = texts.iter().enumerate().map(entry).collect();
    Results::Words(words::WordsResults {
        voters: 9,
        given: 9,
        distinct: entries.len() as u64,
        entries,
    })
}

fn steps() -> Results {
    let each = |label: &str| StatementResults {
        label: label.into(),
        mean: Some(3.0),
        counts: vec![0, 0, 2, 0, 0],
        skipped: 1,
    };
    Results::Scale(scale::ScaleResults {
        voters: 3,
        skipped: 0,
        from: 1,
        statements: vec![each("s1"), each("s2")],
    })
}

fn line() -> Results {
    let mut tally = spectrum::SpectrumTally::default();
    [2_000_u16, 7_300, 9_000]
        .into_iter()
        .for_each(|value| tally.add(value));
    Results::Spectrum(tally.results())
}

fn numbers() -> Results {
    let mut tally = number::NumberTally::default();
    [8_000, 9_500, 12_000]
        .into_iter()
        .for_each(|value| tally.add(value));
    Results::Number(tally.page())
}

fn texts() -> Results {
    let answer = |number: u64| open::OpenAnswer {
        id: AnswerId(number),
        text: format!("t{number}"),
        votes: 0,
        at: 0,
    };
    Results::Open(open::OpenResults {
        voters: 3,
        total: 3,
        votes: 0,
        answers: (1..=3).map(answer).collect(),
    })
}

fn shown(input: Input, results: &Results) -> SlideView {
    with(closed(asked("q", "?", input)), |question| {
        question.results = Some(results.clone())
    })
}

/// What is marked as one's own, each with the row that it stands in.
fn marked(state: &ParticipantState) -> Vec<String> {
    let page = page(state);
    let rows = all_of(
        &page,
        ".panel :is(.result, .word-list > li, .card, p):has(.mine), .panel p.mine",
    );
    let words = |row: ElementRef<'_>| {
        row.text()
            .flat_map(str::split_whitespace)
            .collect::<Vec<_>>()
            .join(" ")
    };
    rows.into_iter().map(words).collect()
}

#[test]
fn ones_own_answer_is_marked_in_words_in_each_kind() {
    let long: Vec<String> = (1..=40).map(|number| format!("woord {number}")).collect();
    let long: Vec<&str> = long.iter().map(String::as_str).collect();
    let many = Pick { min: 1, max: 3 };
    let choice = || choice_input(&["a", "b", "Anders"], many);
    for (input, value, results, expected) in [
        (
            choice(),
            fields(&[("option", "2")]),
            options(&[1, 2, 0]),
            vec!["b jij 2 67%"],
        ),
        (
            choice(),
            fields(&[("option", "1"), ("option", "3"), ("other", "x")]),
            options(&[1, 2, 1]),
            vec!["a jij 1 25%", "Anders jij 1 25%"],
        ),
        (
            words_input(3),
            fields(&[("entry", "rust")]),
            entries(&["tijd", "Rust"]),
            vec!["Rust jij 99"],
        ),
        (
            words_input(3),
            fields(&[("entry", "één"), ("entry", "weg")]),
            entries(&["Één", "tijd"]),
            vec!["Één jij 100"],
        ),
        (
            words_input(3),
            fields(&[("entry", "woord 40")]),
            entries(&long),
            vec!["woord 40 jij 61"],
        ),
        (
            scale_input(&["s1", "s2"]),
            fields(&[("value-1", "4"), ("skip-2", "1")]),
            steps(),
            vec![
                "s1 jij: 4 3,0 1 2 3 4 5",
                "s2 jij: overgeslagen 3,0 1 2 3 4 5",
            ],
        ),
        (
            cat_and_dog(),
            fields(&[("value", "73")]),
            line(),
            vec!["jij: 73"],
        ),
        (
            cat_and_dog(),
            fields(&[("value", "0")]),
            line(),
            vec!["jij: 0"],
        ),
        (
            number_input((0.0, 20.0), "km"),
            fields(&[("value", "9.5")]),
            numbers(),
            vec!["jij: 9,5 km"],
        ),
    ] {
        let state = answered(shown(input, &results), value);
        assert_eq!(marked(&state), expected);
        let english = ParticipantState {
            language: Language::En,
            ..state.clone()
        };
        assert_eq!(marked(&english).len(), expected.len());
        assert!(
            marked(&english).iter().all(|row| row.contains("you")),
            "{:?}",
            marked(&english)
        );
        let mut nobody = state.clone();
        nobody.own.clear();
        assert_eq!(marked(&nobody), [""; 0], "who gave nothing is nowhere");
    }
    let mut open = at(Some(shown(open_input(3, 0), &texts())));
    open.own.insert(
        "q".into(),
        Own {
            round: 1,
            added: vec![added(2, "k", Some("t2"))],
            ..Own::default()
        },
    );
    assert_eq!(marked(&open), ["t2 jij"]);
}

#[test]
fn in_an_earlier_round_nothing_of_this_one_is_marked() {
    let kinds: [(Input, Fields, Results); 3] = [
        (
            choice_input(&["a", "b", "Anders"], Pick::default()),
            fields(&[("option", "2")]),
            options(&[1, 2, 0]),
        ),
        (
            words_input(3),
            fields(&[("entry", "rust")]),
            entries(&["rust"]),
        ),
        (cat_and_dog(), fields(&[("value", "73")]), line()),
    ];
    for (input, value, results) in kinds {
        let earlier = with(shown(input, &results), |question| {
            (question.round, question.results_round) = (2, Some(1));
        });
        let mut state = answered(earlier, value);
        state.own.values_mut().for_each(|own| own.round = 2);
        assert_eq!(marked(&state), [""; 0]);
    }
}

#[test]
fn the_table_behind_a_line_has_a_row_for_each_place_where_somebody_is_and_no_other() {
    for (values, rows) in [
        (vec![], vec![]),
        (vec![50], vec!["50 1"]),
        (vec![0, 100], vec!["0 1", "100 1"]),
        (vec![73, 74, 71], vec!["70 1", "75 2"]),
        (vec![12, 12, 12], vec!["10 3"]),
        (vec![49, 50, 51], vec!["50 3"]),
    ] {
        let mut tally = spectrum::SpectrumTally::default();
        values.iter().for_each(|value: &u16| tally.add(value * 100));
        let page = page(&at(Some(shown(
            cat_and_dog(),
            &Results::Spectrum(tally.results()),
        ))));
        let cells = all_of(&page, "tbody tr")
            .into_iter()
            .map(|row| row.text().collect::<Vec<_>>().join(" "));
        assert_eq!(cells.collect::<Vec<_>>(), rows, "{values:?}");
    }
}

#[test]
fn a_value_never_stands_alone_on_the_next_line() {
    for (values, given) in [
        (
            fields(&[("value-1", "4"), ("value-2", "2")]),
            &["s1:\u{a0}4", "s2:\u{a0}2"][..],
        ),
        (
            fields(&[("skip-1", "1"), ("value-2", "5")]),
            &["s1:\u{a0}overgeslagen", "s2:\u{a0}5"],
        ),
        (
            fields(&[("value-1", "1"), ("skip-2", "1")]),
            &["s1:\u{a0}1", "s2:\u{a0}overgeslagen"],
        ),
    ] {
        let page = page(&answered(
            closed(asked("q", "?", scale_input(&["s1", "s2"]))),
            values,
        ));
        let shown: Vec<String> = all_of(&page, ".given")
            .into_iter()
            .map(|line| line.text().collect())
            .collect();
        assert_eq!(shown, given);
    }
}

/// What answers begin with, and what stands on the page: headings with what is under them.
#[test]
fn answers_stand_under_the_headings_that_the_stage_has() {
    let headings = ["Meenemen", "Loslaten"].map(str::to_owned).to_vec();
    for (texts, expected) in [
        (
            &["Meenemen: a", "Loslaten: b", "Meenemen: c"][..],
            "#Meenemen c a #Loslaten b",
        ),
        (&["Loslaten: b"], "#Loslaten b"),
        (&["Meenemen: a", "zomaar"], "#Meenemen a #Overig zomaar"),
        (&["zomaar", "nog iets"], "nog iets zomaar"),
        (
            &["Meenemen:a", "Meenemen: Loslaten: b"],
            "#Meenemen Loslaten: b #Overig Meenemen:a",
        ),
    ] {
        let answer = |(at, text): (usize, &&str)| open::OpenAnswer {
            id: AnswerId(at as u64 + 1),
            text: (*text).to_owned(),
            votes: 0,
            at: 0,
        };
        let answers: Vec<open::OpenAnswer> = texts.iter().enumerate().map(answer).collect();
        let total = answers.len() as u64;
        let results = Results::Open(open::OpenResults {
            voters: 3,
            total,
            votes: 0,
            answers,
        });
        let mut input = open_input(3, 0);
        if let Input::Open(OpenInput {
            layout, columns, ..
        }) = &mut input
        {
            (*layout, *columns) = (open::OpenLayout::Columns, headings.clone());
        }
        let page = page(&at(Some(shown(input, &results))));
        let each = all_of(&page, ".panel h3, .panel .card p")
            .into_iter()
            .map(|each| {
                let sign = if each.value().name() == "h3" { "#" } else { "" };
                format!("{sign}{}", each.text().collect::<String>())
            });
        assert_eq!(each.collect::<Vec<_>>().join(" "), expected, "{texts:?}");
    }
}

#[test]
fn votes_stand_at_ones_own_answers_only_where_people_vote() {
    for (votes, expected) in [(0, 0), (3, 1), (1, 1)] {
        let mut open = at(Some(shown(open_input(3, votes), &texts())));
        open.own.insert(
            "q".into(),
            Own {
                round: 1,
                added: vec![added(2, "k", Some("t2"))],
                ..Own::default()
            },
        );
        let page = page(&open);
        assert_eq!(all_of(&page, ".card .count").len(), expected, "{votes}");
    }
}
