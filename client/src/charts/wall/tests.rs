//! Every answer on one page, every page with room for what is on it.

use shared::ids::AnswerId;

use super::fill::{BETWEEN, PAGE};
use super::*;

fn results(texts: &[String]) -> Results {
    let answer = |(at, text): (usize, &String)| OpenAnswer {
        id: AnswerId(at as u64 + 1),
        text: text.clone(),
        votes: (at % 4) as u64,
        at: 0,
    };
    let answers: Vec<OpenAnswer> = texts.iter().enumerate().map(answer).collect();
    let votes = answers.iter().map(|answer| answer.votes).sum();
    Results { voters: 1, total: answers.len() as u64, votes, answers }
}

fn input(layout: OpenLayout, votes: u32) -> Input {
    Input::Open { entries: 1, length: 1000, votes, layout, columns: Vec::new() }
}

fn ids(wall: &Wall<'_>) -> Vec<u64> {
    let mut ids: Vec<u64> = wall.pages.iter().flatten().flatten().map(|piece| piece.answer.id.0).collect();
    // An answer that goes on on another page is one answer.
    ids.dedup();
    ids
}

const HEADING: Heading<'static> = Heading { prompt: "Wat ga je morgen doen?", body: "" };

#[test]
fn every_answer_stands_on_one_page_and_every_page_has_room() {
    let mut texts: Vec<String> = (1..60).map(|n| "een woord of twee ".repeat(n % 9 + 1)).collect();
    texts.insert(5, "heel veel woorden ".repeat(50));
    let results = results(&texts);
    for (layout, votes, open) in [
        (OpenLayout::Wall, 0, true),
        (OpenLayout::Wall, 3, true),
        (OpenLayout::Wall, 3, false),
        (OpenLayout::List, 0, true),
    ] {
        let input = input(layout, votes);
        let wall = Wall::of(HEADING, (&input, Rules::LATEST), &results, open);
        let mut seen = ids(&wall);
        seen.sort_unstable();
        assert_eq!(seen, (1..=60).collect::<Vec<u64>>());
        for page in &wall.pages {
            assert!(page.iter().map(Vec::len).sum::<usize>() <= PAGE && page.len() <= 3);
            for column in page {
                let cards = column.iter().map(|piece| piece.height + BETWEEN);
                assert!(cards.sum::<f64>() - BETWEEN <= wall.room + 0.1);
            }
        }
    }
}

#[test]
fn while_collecting_nothing_moves_and_the_newest_page_shows_first() {
    let input = input(OpenLayout::Wall, 0);
    let (thirty, forty) = (results(&vec!["kort".to_owned(); 30]), results(&vec!["kort".to_owned(); 40]));
    let (before, after) = (
        Wall::of(HEADING, (&input, Rules::LATEST), &thirty, true),
        Wall::of(HEADING, (&input, Rules::LATEST), &forty, true),
    );
    assert_eq!((before.count(), before.first), (3, 2));
    assert_eq!((after.count(), after.first), (4, 3));
    assert_eq!(ids(&before)[..24], ids(&after)[..24]);
}

#[test]
fn with_votes_the_most_voted_come_first_and_ties_by_arrival() {
    let results = results(&vec!["kort".to_owned(); 8]);
    for (layout, votes, open) in [(OpenLayout::Wall, 3, true), (OpenLayout::List, 0, true)] {
        let input = input(layout, votes);
        let wall = Wall::of(HEADING, (&input, Rules::LATEST), &results, open);
        assert_eq!((wall.first, &ids(&wall)[..]), (0, &[4, 8, 3, 7, 2, 6, 1, 5][..]));
    }
}

#[test]
fn one_by_one_has_a_page_for_each() {
    let results = results(&["een".to_owned(), "twee".to_owned()]);
    assert_eq!(Wall::of(HEADING, (&input(OpenLayout::One, 0), Rules::LATEST), &results, true).count(), 2);
}

#[test]
fn a_long_prompt_takes_its_room_from_the_wall() {
    let long = "Welke groepen zijn laaghangend fruit voor een proef in de regio, en waarom? ".repeat(4);
    assert!(Heading { prompt: &long, body: "" }.room() < HEADING.room() - 50.0);
    assert!(Heading { prompt: &long.repeat(9), body: &long }.room() >= 150.0);
}

#[test]
fn answers_stand_under_the_heading_that_they_begin_with() {
    let texts = ["Doen: wandelen", "zomaar", "laten: vergaderen", "doen: koken"].map(str::to_owned);
    let mut asked = input(OpenLayout::Columns, 0);
    if let Input::Open { columns, .. } = &mut asked {
        columns.extend(["Doen", "Laten"].map(str::to_owned));
    }
    let few = results(&texts);
    let wall = Wall::of(HEADING, (&asked, Rules::LATEST), &few, true);
    let ids: Vec<Vec<u64>> =
        wall.pages[0].iter().map(|column| column.iter().map(|piece| piece.answer.id.0).collect()).collect();
    assert_eq!(ids, [vec![1, 4], vec![3], vec![2]], "what stands under none has a column of its own");
    let many: Vec<String> =
        (0..90).map(|n| format!("{}: {}", ["doen", "laten"][n % 7 / 6], "woord ".repeat(n % 40 + 1))).collect();
    let many = results(&many);
    let wall = Wall::of(HEADING, (&asked, Rules::LATEST), &many, true);
    assert!(wall.count() > 3 && wall.pages.iter().all(|page| page.len() == 2), "every heading on every page");
    let mut seen = self::ids(&wall);
    seen.sort_unstable();
    assert_eq!(seen, (1..=90).collect::<Vec<u64>>());
}

#[test]
fn in_columns_too_a_long_answer_goes_on_and_is_never_cut() {
    let words: String = (0..150).map(|number| format!("woord{number} ")).collect();
    let mut asked = input(OpenLayout::Columns, 0);
    if let Input::Open { columns, .. } = &mut asked {
        columns.extend(["Doen", "Laten", "Later", "Nooit"].map(str::to_owned));
    }
    let results = results(&[format!("Doen: {}", words.trim()), "zomaar".to_owned()]);
    let wall = Wall::of(HEADING, (&asked, Rules::LATEST), &results, true);
    assert!(wall.count() > 1);
    let parts: Vec<&str> =
        wall.pages.iter().flat_map(|page| &page[0]).map(|piece| piece.text.trim_matches('…')).collect();
    assert_eq!(parts.join(" "), words.trim());
    for column in wall.pages.iter().flatten() {
        let high: f64 = column.iter().map(|piece| piece.height + BETWEEN).sum();
        assert!(high - BETWEEN <= wall.room);
    }
}
