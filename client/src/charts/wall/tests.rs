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
    wall.pages.iter().flatten().flatten().map(|answer| answer.id.0).collect()
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
        let wall = Wall::of(HEADING, &input(layout, votes), &results, open);
        let mut seen = ids(&wall);
        seen.sort_unstable();
        assert_eq!(seen, (1..=60).collect::<Vec<u64>>());
        for page in &wall.pages {
            assert!(page.iter().map(Vec::len).sum::<usize>() <= PAGE && page.len() <= 3);
            let alone = page.len() == 1 && page[0].len() == 1;
            let measure = if layout == OpenLayout::List { MEASURE_WHOLE } else { MEASURE };
            for column in page {
                let cards = column.iter().map(|answer| height(answer, votes > 0, measure) + BETWEEN);
                assert!(alone || cards.sum::<f64>() - BETWEEN <= wall.room + 0.1);
            }
        }
    }
}

#[test]
fn while_collecting_nothing_moves_and_the_newest_page_shows_first() {
    let input = input(OpenLayout::Wall, 0);
    let (thirty, forty) = (results(&vec!["kort".to_owned(); 30]), results(&vec!["kort".to_owned(); 40]));
    let (before, after) = (Wall::of(HEADING, &input, &thirty, true), Wall::of(HEADING, &input, &forty, true));
    assert_eq!((before.count(), before.first), (3, 2));
    assert_eq!((after.count(), after.first), (4, 3));
    assert_eq!(ids(&before)[..24], ids(&after)[..24]);
}

#[test]
fn with_votes_the_most_voted_come_first_and_ties_by_arrival() {
    let results = results(&vec!["kort".to_owned(); 8]);
    for (layout, votes, open) in [(OpenLayout::Wall, 3, true), (OpenLayout::List, 0, true)] {
        let wall = Wall::of(HEADING, &input(layout, votes), &results, open);
        assert_eq!((wall.first, &ids(&wall)[..]), (0, &[4, 8, 3, 7, 2, 6, 1, 5][..]));
    }
}

#[test]
fn one_by_one_has_a_page_for_each() {
    let results = results(&["een".to_owned(), "twee".to_owned()]);
    assert_eq!(Wall::of(HEADING, &input(OpenLayout::One, 0), &results, true).count(), 2);
}

#[test]
fn a_long_prompt_takes_its_room_from_the_wall() {
    let long = "Welke groepen zijn laaghangend fruit voor een proef in de regio, en waarom? ".repeat(4);
    assert!(Heading { prompt: &long, body: "" }.room() < HEADING.room() - 50.0);
    assert!(Heading { prompt: &long.repeat(9), body: &long }.room() >= 150.0);
}
