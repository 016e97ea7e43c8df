//! Bars are as long as they should be, and every label stands there as a whole.

use super::*;
use crate::charts::Heading;
use crate::charts::categories::Count;
use crate::charts::share::percent;
use crate::language::Language;

const HEADING: Heading<'static> = Heading {
    prompt: "Wat is je functie?",
    body: "",
};

fn results(votes: &[u64]) -> CategoryCounts {
    let option = |(number, votes): (usize, &u64)| Count {
        label: format!("optie {number}"),
        votes: *votes,
    };
    CategoryCounts {
        voters: votes.iter().sum(),
        options: votes.iter().enumerate().map(option).collect(),
    }
}

fn drawn(
    results: &CategoryCounts,
    then: Option<&CategoryCounts>,
    open: bool,
    band: Band,
) -> Drawing {
    let language = Language::Nl;
    drawing(
        Shape::Wide,
        &Categories {
            heading: HEADING,
            results,
            then,
            language,
            open,
            beside: 0.0,
        },
        band,
        (0, 1),
    )
}

fn rects(drawing: &Drawing) -> Vec<Vec<f64>> {
    let of = |mark: &Mark| match mark {
        Mark::Rect { width, .. } => Some(*width),
        _ => None,
    };
    let row = |mark: &Mark| match mark {
        Mark::Group { marks, .. } => marks.iter().filter_map(of).collect(),
        _ => panic!("a bar chart is made of rows"),
    };
    drawing.marks.iter().map(row).collect()
}

fn bars(drawing: &Drawing) -> Vec<(String, f64)> {
    let row = |mark: &Mark| match mark {
        Mark::Group { marks, .. } => {
            let label = marks.iter().find_map(|mark| match mark {
                Mark::Text {
                    class: "label",
                    text,
                    ..
                } => Some(text.clone()),
                _ => None,
            });
            let width = marks.iter().find_map(|mark| match mark {
                Mark::Rect { width, .. } => Some(*width),
                _ => None,
            });
            (label.unwrap(), width.unwrap())
        }
        _ => panic!("a bar chart is made of rows"),
    };
    drawing.marks.iter().map(row).collect()
}

#[test]
fn bars_are_as_long_as_their_votes() {
    let drawn = bars(&drawn(&results(&[10, 20, 5]), None, true, Band::Bar));
    assert_eq!(drawn[1].1, 1600.0);
    assert_eq!(drawn[0].1, 800.0);
    assert_eq!(drawn[2].1, 400.0);
}

#[test]
fn closing_sorts_and_ties_keep_deck_order() {
    let closed = drawn(&results(&[1, 7, 1, 7]), None, false, Band::Bar);
    let y = |mark: &Mark| match mark {
        Mark::Group { transform, .. } => transform
            .trim_end_matches(')')
            .rsplit(' ')
            .next()
            .unwrap()
            .parse()
            .unwrap(),
        _ => 0.0,
    };
    let mut order: Vec<(f64, String)> = closed
        .marks
        .iter()
        .map(y)
        .zip(bars(&closed))
        .map(|(y, (label, _))| (y, label))
        .collect();
    let in_document: Vec<String> = order.iter().map(|(_, label)| label.clone()).collect();
    assert_eq!(in_document, ["optie 0", "optie 1", "optie 2", "optie 3"]);
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    let seen: Vec<String> = order.into_iter().map(|(_, label)| label).collect();
    assert_eq!(seen, ["optie 1", "optie 3", "optie 0", "optie 2"]);
}

#[test]
fn beside_an_earlier_question_bars_are_as_long_as_shares() {
    let (then, now) = (results(&[10, 30]), results(&[50, 50]));
    let drawn = drawn(&now, Some(&then), true, Band::Compared);
    let widths: Vec<f64> = rects(&drawn).into_iter().flatten().collect();
    let longest = Shape::Wide.size().0;
    let expected = [50.0, 25.0, 50.0, 75.0].map(|share| longest * share / 75.0);
    assert!(
        widths
            .iter()
            .zip(expected)
            .all(|(width, expected)| (width - expected).abs() < 0.1),
        "{widths:?}"
    );
    let texts = format!("{:?}", drawn.marks);
    assert!(texts.contains("25% →") && texts.contains("75% →") && texts.contains("\"50%\""));
}

#[test]
fn shares_are_of_voters_and_none_without_any() {
    assert_eq!(percent(1, 3), Some(33));
    assert_eq!(percent(2, 3), Some(67));
    assert_eq!(percent(1, 8), Some(13));
    assert_eq!(percent(0, 0), None);
}

/// Prompts of one line and of two, and how thick an earlier bar is at least.
#[test]
fn an_earlier_bar_is_no_hairline() {
    let two = "Hoe kijk jij aan tegen de proef die we volgende maand met elkaar willen gaan doen?";
    for (options, prompt) in [
        (2, "Wat kies je?"),
        (3, two),
        (4, two),
        (5, "Wat kies je?"),
        (5, two),
        (6, two),
    ] {
        let votes: Vec<u64> = (1..=options).collect();
        let (now, then) = (results(&votes), results(&votes));
        let heading = Heading { prompt, body: "" };
        let language = Language::Nl;
        let chart = Categories {
            heading,
            results: &now,
            then: Some(&then),
            language,
            open: true,
            beside: 0.0,
        };
        for shape in Shape::ALL {
            let pages = pages(shape, &chart, Band::Compared);
            let drawing = drawing(shape, &chart, Band::Compared, (0, pages));
            let thin = drawing.marks.iter().flat_map(|row| match row {
                Mark::Group { marks, .. } => marks.clone(),
                _ => Vec::new(),
            });
            let thin = thin.filter_map(|mark| match mark {
                Mark::Rect { class, height, .. } if class == "bar then" => Some(height),
                _ => None,
            });
            let thin = thin.fold(f64::MAX, f64::min);
            assert!(thin >= 9.0, "{options} under {prompt}, {shape:?}: {thin}");
        }
    }
}
