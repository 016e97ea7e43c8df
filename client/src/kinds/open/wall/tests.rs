//! Every answer on one page, every page with room for what is on it.

use shared::ids::AnswerId;
use shared::question::open::OpenInput;

use super::page_filling::{BETWEEN, PAGE};
use super::*;

fn results(texts: &[String]) -> OpenResults {
    let answer = |(at, text): (usize, &String)| OpenAnswer {
        id: AnswerId(at as u64 + 1),
        text: text.clone(),
        votes: (at % 4) as u64,
        at: 0,
    };
    let answers: Vec<OpenAnswer> = texts.iter().enumerate().map(answer).collect();
    let votes = answers.iter().map(|answer| answer.votes).sum();
    OpenResults {
        voters: 1,
        total: answers.len() as u64,
        votes,
        answers,
    }
}

fn input(layout: OpenLayout, votes: u32) -> OpenInput {
    OpenInput {
        entries: 1,
        length: 1000,
        votes,
        layout,
        columns: Vec::new(),
    }
}

fn ids(wall: &Wall<'_>) -> Vec<u64> {
    let mut ids: Vec<u64> = wall
        .names()
        .flatten()
        .map(|(name, _)| AnswerId::parse(&name).unwrap().0)
        .collect();
    // An answer that goes on on another page is one answer.
    ids.dedup();
    ids
}

const HEADING: Heading<'static> = Heading {
    prompt: "Wat ga je morgen doen?",
    body: "",
};

#[test]
fn every_answer_stands_on_one_page_and_every_page_has_room() {
    let mut texts: Vec<String> = (1..60)
        .map(|n| "een woord of twee ".repeat(n % 9 + 1))
        .collect();
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
                assert!(high(column) <= wall.room + 0.1);
            }
        }
    }
}

fn high(column: &WallColumn<'_>) -> f64 {
    column
        .iter()
        .map(|piece| piece.height + BETWEEN)
        .sum::<f64>()
        - BETWEEN
}

/// Texts of about so many characters, no two alike.
fn texts(count: usize, characters: usize) -> Vec<String> {
    const WORDS: [&str; 7] = [
        "samen",
        "kijken",
        "we",
        "naar",
        "buurtgenoten",
        "voor",
        "elkaar",
    ];
    let text = |number: usize| {
        let mut text = format!("Antwoord {number}:");
        for word in WORDS.iter().cycle().skip(number % 7) {
            if text.chars().count() + word.len() >= characters {
                break;
            }
            text = format!("{text} {word}");
        }
        text
    };
    (0..count).map(text).collect()
}

/// How many answers of how many characters, and how many pages they may take at most.
#[test]
fn pages_are_about_as_full_and_letters_are_as_large_as_there_is_room() {
    for (count, characters, most) in [
        (60, 200, 15_usize),
        (1, 20, 1),
        (3, 40, 1),
        (4, 200, 1),
        (6, 60, 1),
        (12, 50, 1),
        (13, 30, 2),
        (25, 90, 5),
        (40, 140, 7),
        (100, 60, 12),
        (300, 30, 25),
        (7, 600, 7),
    ] {
        let results = results(&texts(count, characters));
        for (votes, open) in [(0, true), (0, false), (3, true), (3, false)] {
            let (input, what) = (
                input(OpenLayout::Wall, votes),
                format!("{count} × {characters}, {votes}, {open}"),
            );
            let wall = Wall::of(HEADING, (&input, Rules::LATEST), &results, open);
            let ranked = wall.ranked.0;
            assert!(
                wall.count() - ranked <= most + most.div_ceil(2) * usize::from(votes > 0),
                "{what}: {} pages",
                wall.count()
            );
            // Of pages that are done: the one that is under way while answers come in may be
            // anything.
            let done = wall.count() - ranked - usize::from(open);
            let filled: Vec<f64> = wall
                .pages
                .iter()
                .skip(ranked)
                .take(done)
                .map(|page| share(&wall, page))
                .collect();
            let least = filled.iter().copied().fold(1.0, f64::min);
            assert!(filled.len() < 2 || least > 0.4, "{what}: {filled:?}");
        }
    }
    let size = |count: usize, characters: usize| {
        let results = results(&texts(count, characters));
        Wall::of(
            HEADING,
            (&input(OpenLayout::Wall, 0), Rules::LATEST),
            &results,
            true,
        )
        .look
        .1
    };
    assert_eq!([size(1, 20), size(3, 40)], ["at-60", "at-60"]);
    assert!(size(60, 200) <= "at-36", "{}", size(60, 200));
    assert!(size(9, 60) < "at-60" && size(9, 60) > "at-34");
}

/// How much of the room a page's cards take, in the columns that it has.
fn share(wall: &Wall<'_>, page: &[WallColumn<'_>]) -> f64 {
    let columns = if page.iter().flatten().any(|piece| piece.alone) {
        1
    } else {
        wall.look.0
    };
    page.iter().map(high).sum::<f64>() / (wall.room * columns as f64)
}

#[test]
fn a_card_that_stands_stays_while_others_come() {
    let place = |wall: &Wall<'_>| {
        let pages = wall.pages.iter().enumerate().flat_map(|(page, columns)| {
            columns.iter().enumerate().flat_map(move |(column, cards)| {
                cards
                    .iter()
                    .enumerate()
                    .map(move |(at, piece)| (piece.answer.id.0, (page, column, at)))
            })
        });
        pages.collect::<BTreeMap<u64, (usize, usize, usize)>>()
    };
    for characters in [30, 90, 200, 330] {
        let all = texts(80, characters);
        let mut before = BTreeMap::new();
        for count in (30..80).step_by(7) {
            let results = results(&all[..count]);
            let input = input(OpenLayout::Wall, 0);
            let now = place(&Wall::of(HEADING, (&input, Rules::LATEST), &results, true));
            assert!(
                before.iter().all(|(id, place)| now.get(id) == Some(place)),
                "{count} × {characters}"
            );
            before = now;
        }
    }
}

/// Votes as they came, the ranks of the first page, and the ids of all in their order.
#[test]
fn closing_goes_to_a_ranked_top_five_and_the_rest_follows() {
    for (votes, ranks, order) in [
        (
            &[1, 9, 4, 3, 2, 8, 7][..],
            &["1", "2", "3", "4", "5"][..],
            &[2, 6, 7, 3, 4, 5, 1][..],
        ),
        (&[5, 5, 5], &["1", "1", "1"], &[1, 2, 3]),
        (
            &[2, 7, 7, 1, 0, 0],
            &["1", "1", "3", "4"],
            &[2, 3, 1, 4, 5, 6],
        ),
        (
            &[3, 3, 2, 2, 2, 2, 1],
            &["1", "1", "3", "3", "3"],
            &[1, 2, 3, 4, 5, 6, 7],
        ),
        (&[0, 0, 1], &["1"], &[3, 1, 2]),
        (&[4], &["1"], &[1]),
        (&[0, 0], &[], &[1, 2]),
    ] {
        let mut results = results(&texts(votes.len(), 60));
        for (answer, votes) in results.answers.iter_mut().zip(votes) {
            answer.votes = *votes;
        }
        results.votes = votes.iter().sum();
        for layout in [
            OpenLayout::Wall,
            OpenLayout::List,
            OpenLayout::One,
            OpenLayout::Columns,
        ] {
            let input = input(layout, 3);
            let wall = Wall::of(HEADING, (&input, Rules::LATEST), &results, false);
            let html = wall.page(0, Pointed::default(), Language::Nl).to_html();
            // Before the same once more for flat screens.
            let html = html.split("low-460").next().unwrap_or_default();
            let shown_ranks: Vec<&str> = html
                .split("class=\"rank\">")
                .skip(1)
                .filter_map(|rest| rest.split('<').next())
                .collect();
            assert_eq!(
                (wall.first, shown_ranks),
                (0, ranks.to_vec()),
                "{layout:?} {votes:?}"
            );
            assert_eq!(ids(&wall), order, "{layout:?} {votes:?}");
            let open = Wall::of(HEADING, (&input, Rules::LATEST), &results, true);
            assert_eq!(open.ranked.0, 0, "while people vote nothing is decided");
        }
    }
}

#[test]
fn five_long_ones_stand_on_one_page_and_longer_ones_are_not_cut() {
    for (characters, pages) in [(20, 1), (60, 1), (140, 1), (200, 1), (600, 5), (1000, 5)] {
        let results = results(&texts(20, characters));
        let input = input(OpenLayout::Wall, 3);
        let wall = Wall::of(HEADING, (&input, Rules::LATEST), &results, false);
        assert!(
            (1..=pages).contains(&wall.ranked.0),
            "{characters}: {}",
            wall.ranked.0
        );
        assert!(
            wall.pages
                .iter()
                .flatten()
                .all(|column| high(column) <= wall.room + 0.1),
            "{characters}"
        );
        let mut whole = ids(&wall);
        whole.sort_unstable();
        whole.dedup();
        assert_eq!(whole.len(), 20);
    }
}

#[test]
fn while_collecting_nothing_moves_and_the_newest_page_shows_first() {
    let input = input(OpenLayout::Wall, 0);
    let (thirty, forty) = (
        results(&vec!["kort".to_owned(); 30]),
        results(&vec!["kort".to_owned(); 40]),
    );
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
        assert_eq!(
            (wall.first, &ids(&wall)[..]),
            (0, &[4, 8, 3, 7, 2, 6, 1, 5][..])
        );
    }
}

#[test]
fn one_by_one_has_a_page_for_each() {
    let results = results(&["een".to_owned(), "twee".to_owned()]);
    assert_eq!(
        Wall::of(
            HEADING,
            (&input(OpenLayout::One, 0), Rules::LATEST),
            &results,
            true
        )
        .count(),
        2
    );
}

#[test]
fn a_long_prompt_takes_its_room_from_the_wall() {
    let long =
        "Welke groepen zijn laaghangend fruit voor een proef in de regio, en waarom? ".repeat(4);
    assert!(
        Heading {
            prompt: &long,
            body: ""
        }
        .room()
            < HEADING.room() - 50.0
    );
    assert!(
        Heading {
            prompt: &long.repeat(9),
            body: &long
        }
        .room()
            >= 150.0
    );
}

#[test]
fn answers_stand_under_the_heading_that_they_begin_with() {
    let texts = [
        "Doen: wandelen",
        "zomaar",
        "laten: vergaderen",
        "doen: koken",
    ]
    .map(str::to_owned);
    let mut asked = input(OpenLayout::Columns, 0);
    asked.columns.extend(["Doen", "Laten"].map(str::to_owned));
    let few = results(&texts);
    let wall = Wall::of(HEADING, (&asked, Rules::LATEST), &few, true);
    let ids: Vec<Vec<u64>> = wall.pages[0]
        .iter()
        .map(|column| column.iter().map(|piece| piece.answer.id.0).collect())
        .collect();
    assert_eq!(
        ids,
        [vec![1, 4], vec![3], vec![2]],
        "what stands under none has a column of its own"
    );
    let many: Vec<String> = (0..90)
        .map(|n| {
            format!(
                "{}: {}",
                ["doen", "laten"][n % 7 / 6],
                "woord ".repeat(n % 40 + 1)
            )
        })
        .collect();
    let many = results(&many);
    let wall = Wall::of(HEADING, (&asked, Rules::LATEST), &many, true);
    assert!(
        wall.count() > 3 && wall.pages.iter().all(|page| page.len() == 2),
        "every heading on every page"
    );
    let mut seen = self::ids(&wall);
    seen.sort_unstable();
    assert_eq!(seen, (1..=90).collect::<Vec<u64>>());
}

#[test]
fn in_columns_too_a_long_answer_goes_on_and_is_never_cut() {
    let words: String = (0..150).map(|number| format!("woord{number} ")).collect();
    let mut asked = input(OpenLayout::Columns, 0);
    asked
        .columns
        .extend(["Doen", "Laten", "Later", "Nooit"].map(str::to_owned));
    let results = results(&[format!("Doen: {}", words.trim()), "zomaar".to_owned()]);
    let wall = Wall::of(HEADING, (&asked, Rules::LATEST), &results, true);
    assert!(wall.count() > 1);
    let parts: Vec<&str> = wall
        .pages
        .iter()
        .flat_map(|page| &page[0])
        .map(|piece| piece.text.trim_matches('…'))
        .collect();
    assert_eq!(parts.join(" "), words.trim());
    assert!(
        wall.pages
            .iter()
            .flatten()
            .all(|column| high(column) <= wall.room)
    );
}

/// How many answers of how many characters on a page, and how large their letters are at least on a
/// flat screen, in whose height 28 is what 34 is in a wide one's.
#[test]
fn on_a_flat_screen_the_same_answers_have_more_columns_and_room_for_all() {
    let columns = ["Meenemen", "Loslaten"].map(str::to_owned);
    for (layout, votes, open) in [
        (OpenLayout::Wall, 0, true),
        (OpenLayout::Wall, 3, true),
        (OpenLayout::Wall, 3, false),
        (OpenLayout::List, 0, true),
        (OpenLayout::Columns, 0, true),
    ] {
        for (count, characters) in [
            (1, 20),
            (4, 60),
            (6, 90),
            (10, 60),
            (12, 50),
            (20, 60),
            (26, 40),
            (60, 30),
        ] {
            let texts = texts(count, characters).into_iter().enumerate();
            let texts: Vec<String> = texts
                .map(|(at, text)| format!("{}: {text}", columns[at % 2]))
                .collect();
            let results = results(&texts);
            let mut asked = input(layout, votes);
            asked.columns.extend(columns.clone());
            let wall = Wall::of(HEADING, (&asked, Rules::LATEST), &results, open);
            for (page, pieces) in wall.pages.iter().enumerate() {
                let named =
                    format!("{layout:?}, {votes}, {open}, {count} × {characters}, page {page}");
                let ids = |columns: &[WallColumn<'_>]| {
                    let mut ids: Vec<u64> = columns
                        .iter()
                        .flatten()
                        .map(|piece| piece.answer.id.0)
                        .collect();
                    ids.sort_unstable();
                    ids
                };
                let Some(laid) = wall.flat(page) else {
                    assert!(
                        matches!(layout, OpenLayout::List | OpenLayout::Columns),
                        "{named}"
                    );
                    continue;
                };
                assert_eq!(ids(&laid.columns), ids(pieces), "{named}");
                assert!(
                    laid.columns.iter().all(|column| high(column) <= 460.1),
                    "{named}"
                );
                let size: u32 = laid.class[1].trim_start_matches("at-").parse().unwrap();
                assert!(size >= if count <= 4 { 40 } else { 26 }, "{named}: {size}");
            }
        }
    }
}
