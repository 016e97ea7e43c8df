//! The afternoon of the workshop deck with 150 phones at eight tables: every question is answered,
//! the group hour by whole tables, and the evaluation before and after the end. Every figure is held
//! against what was sent.

use serde_json::{Value, json};
use tests::{
    Crowd, FilledAnswer, Peil, Phone, Presenter, WORKSHOP, filled_in, option, place, text,
    under_heading, values, words,
};

const PHONES: usize = 150;
const TABLES: usize = 8;
/// So many fill in the evaluation before the end; the others after it.
const BEFORE_THE_END: usize = 90;

fn table(number: usize) -> usize {
    number % TABLES + 1
}

fn at_table(table_number: usize) -> usize {
    (0..PHONES)
        .filter(|number| table(*number) == table_number)
        .count()
}

/// Everybody answers the slide on the stage.
fn answer(crowd: &mut Crowd, with: impl Fn(usize) -> FilledAnswer + Sync) {
    crowd.does(|number, phone| {
        phone.looks();
        phone.votes(with(number));
    });
}

/// Goes to the next question, passing what asks nothing.
fn next_question(presenter: &Presenter) -> String {
    loop {
        let room = presenter.next();
        let position = room
            .position
            .clone()
            .expect("after a move there is a position");
        if room.is_open(&position) {
            return position;
        }
    }
}

#[test]
fn a_hundred_and_fifty_at_eight_tables_from_the_first_question_to_the_evaluation() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(WORKSHOP);
    let mut crowd = peil.crowd(PHONES);
    let code = presenter.code().to_owned();
    presenter.next();
    crowd.does(|number, phone| {
        phone.opens(&code);
        phone.joins_group(&table(number).to_string());
    });
    let room = presenter
        .organiser
        .gets(&presenter.path(""))
        .expects(200)
        .json();
    let people = room["groups"].as_array().into_iter().flatten();
    let people: Vec<&Value> = people.map(|group| &group["people"]).collect();
    let seated: Vec<Value> = (1..=TABLES).map(|number| json!(at_table(number))).collect();
    assert_eq!(people, seated.iter().collect::<Vec<_>>());

    positions(&presenter, &mut crowd);
    values_and_ideas(&presenter, &mut crowd);
    designs(&presenter, &mut crowd);
    ways_home(&presenter, &mut crowd);
    evaluates(&presenter, &mut crowd);

    let wide = presenter.wide_table();
    assert_eq!(wide.rows.len(), PHONES);
    for number in 1..=TABLES {
        let there = wide.with(&[("group", &number.to_string())]);
        assert_eq!(there.len(), at_table(number));
    }
}

fn positions(presenter: &Presenter, crowd: &mut Crowd) {
    for _ in 0..2 {
        let question = next_question(presenter);
        answer(crowd, |number| place((number % 11 * 10) as u32));
        assert_eq!(presenter.results(&question).voters(), PHONES as u64);
    }
    let question = next_question(presenter);
    answer(crowd, |number| option(number % 3 + 1));
    assert_eq!(
        presenter.results(&question).votes()[..3],
        [PHONES as u64 / 3; 3]
    );
    let question = next_question(presenter);
    answer(crowd, |number| place(if number % 2 == 0 { 30 } else { 70 }));
    presenter.results(&question).has("mean", Some(50.0));
}

fn values_and_ideas(presenter: &Presenter, crowd: &mut Crowd) {
    let question = next_question(presenter);
    answer(crowd, |number| match number % 3 {
        0 => words(["Vertrouwen", "tijd"]),
        1 => words(["vertrouwen", "Ruimte"]),
        _ => words(["rust", "ruimte"]),
    });
    let third = PHONES as u64 / 3;
    let mut entries = presenter.results(&question).entries();
    entries
        .iter_mut()
        .for_each(|(word, _)| *word = word.to_lowercase());
    entries.sort();
    let expected = [
        ("ruimte", third * 2),
        ("rust", third),
        ("tijd", third),
        ("vertrouwen", third * 2),
    ];
    assert_eq!(
        entries,
        expected.map(|(word, count)| (word.to_owned(), count))
    );
    let question = next_question(presenter);
    answer(crowd, |number| text(&format!("Groep voor buurt {number}")));
    let results = presenter.results(&question);
    assert_eq!(
        (results.voters(), results.texts().len()),
        (PHONES as u64, PHONES)
    );
}

/// The group hour: of each table many write under each heading, and the last of them counts.
fn designs(presenter: &Presenter, crowd: &mut Crowd) {
    let question = next_question(presenter);
    for column in 1..=3 {
        crowd.does(|number, phone| {
            phone.looks();
            phone.votes(under_heading(column, &format!("Van {number} in {column}")));
        });
    }
    let results = presenter.results(&question);
    assert_eq!(
        (results.voters(), results.texts().len()),
        (TABLES as u64, TABLES * 3)
    );
    let last = |phone: &mut Phone, words: &str| {
        phone.looks();
        phone.votes(under_heading(1, words));
    };
    for number in 0..TABLES {
        last(
            &mut crowd.phones[number],
            &format!("Tafel {}", table(number)),
        );
    }
    let mut texts: Vec<String> = presenter
        .results(&question)
        .texts()
        .into_iter()
        .filter_map(|(said, _)| said.strip_prefix("Voor wie: ").map(str::to_owned))
        .collect();
    texts.sort();
    let expected: Vec<String> = (1..=TABLES)
        .map(|number| format!("Tafel {number}"))
        .collect();
    assert_eq!(texts, expected);
}

fn ways_home(presenter: &Presenter, crowd: &mut Crowd) {
    let question = next_question(presenter);
    answer(crowd, |number| {
        let mark = (number % 5 + 1) as i32;
        values([Some(mark), Some(6 - mark), (number % 2 == 0).then_some(3)])
    });
    let statements = presenter.results(&question).statements();
    let fifth = PHONES as u64 / 5;
    assert_eq!(statements[0].0, [fifth; 5]);
    assert_eq!(statements[2].0, [0, 0, PHONES as u64 / 2, 0, 0]);
    let question = next_question(presenter);
    answer(crowd, |number| place(if number % 2 == 0 { 60 } else { 80 }));
    presenter.results(&question).has("mean", Some(70.0));
    let question = next_question(presenter);
    answer(crowd, |number| {
        words([if number % 2 == 0 { "blij" } else { "moe" }])
    });
    assert_eq!(presenter.results(&question).voters(), PHONES as u64);
}

fn evaluates(presenter: &Presenter, crowd: &mut Crowd) {
    let question = next_question(presenter);
    let fills = |number: usize, phone: &mut Phone| {
        let mark = (number % 10 + 1).to_string();
        let form = phone.looks();
        let form = form.filled(&filled_in(&[(1, &mark)], &[]));
        phone.sends(&form).expects(303);
    };
    crowd.does(|number, phone| {
        if number < BEFORE_THE_END {
            fills(number, phone);
        }
    });
    presenter.ends();
    crowd.does(|number, phone| {
        if number >= BEFORE_THE_END {
            fills(number, phone);
        }
    });
    let results = presenter.results(&question);
    assert_eq!(results.voters(), PHONES as u64);
    assert_eq!(results.field("fields")[0]["mean"], json!(5.5));
}
