//! Columns are as high as their counts, statements stand whole on even pages, and no text lies on
//! another.

use super::*;
use crate::charts::tests::{assert_sound, words_of};

fn results(counts: &[&[u64]]) -> ScaleResults {
    let statement = |counts: &&[u64]| StatementResults {
        label: "Ik snap wat de bedoeling is".to_owned(),
        counts: counts.to_vec(),
        mean: Some(3.0),
        skipped: 0,
    };
    ScaleResults {
        voters: 9,
        skipped: 0,
        from: 1,
        statements: counts.iter().map(statement).collect(),
    }
}

fn drawn(
    shape: Shape,
    results: &ScaleResults,
    ends: (Option<&str>, Option<&str>),
    page: usize,
) -> Drawing {
    asked(results, None, ends).drawing(shape, page)
}

fn asked<'a>(
    results: &'a ScaleResults,
    then: Option<&'a ScaleResults>,
    ends: (Option<&'a str>, Option<&'a str>),
) -> Statements<'a> {
    Statements {
        heading: Heading {
            prompt: "Hoe kijk je?",
            body: "",
        },
        results,
        then,
        ends,
        language: Language::Nl,
    }
}

fn heights(drawing: &Drawing) -> Vec<f64> {
    let rows = drawing.marks.iter().filter_map(|mark| match mark {
        Mark::Group { marks, .. } => Some(marks),
        _ => None,
    });
    let heights = rows.flatten().filter_map(|mark| match mark {
        Mark::Rect { height, .. } => Some(*height),
        _ => None,
    });
    heights.collect()
}

#[test]
fn columns_are_as_high_as_their_counts_over_all_statements() {
    let drawn = drawn(
        Shape::Wide,
        &results(&[&[0, 5, 10], &[1, 0, 0]]),
        (None, None),
        0,
    );
    let heights = heights(&drawn);
    assert_eq!(heights[0], 0.0);
    assert!((heights[2] / heights[1] - 2.0).abs() < 1e-9);
    assert!((heights[2] / heights[3] - 10.0).abs() < 1e-9);
}

#[test]
fn every_statement_is_on_one_page_and_pages_are_even() {
    for (statements, sizes) in [
        (0, vec![0]),
        (1, vec![1]),
        (7, vec![7]),
        (8, vec![8]),
        (9, vec![5, 4]),
        (20, vec![7, 7, 6]),
    ] {
        let mut all = results(&vec![&[1, 2][..]; statements]);
        all.statements
            .iter_mut()
            .for_each(|statement| statement.label = "Ik snap het".to_owned());
        let pages = asked(&all, None, (None, None)).pages();
        let each: Vec<usize> = (0..pages)
            .map(|page| on_page(&all.statements, page, pages).len())
            .collect();
        assert_eq!(each, sizes, "{statements}");
    }
}

#[test]
fn long_statements_get_pages_on_which_they_stand_whole() {
    let mut all = results(&[&[1, 2][..]; 9]);
    let long = "We kunnen hier volgende maand samen mee beginnen als het moet, en daarna zien we wel wat het ons in onze straat brengt";
    for (label, shape) in [&long[..61], long]
        .into_iter()
        .flat_map(|label| Shape::ALL.map(|shape| (label, shape)))
    {
        all.statements
            .iter_mut()
            .for_each(|statement| statement.label = label.to_owned());
        for page in 0..asked(&all, None, (Some("nee"), None)).pages() {
            let drawn = drawn(shape, &all, (Some("nee"), None), page);
            assert!(!format!("{:?}", drawn.marks).contains('…'), "{shape:?}");
        }
    }
}

#[test]
fn no_text_lies_on_another() {
    let long = "helemaal niet, en daar is heel goed over nagedacht in de hele zaal";
    for statements in [1, 2, 3, 5, 7, 20] {
        for counts in [
            &[0, 0, 0, 0, 0][..],
            &[1, 0, 0, 2, 0],
            &[12, 410, 2000, 1999, 3],
            &[3; 11],
        ] {
            let mut all = results(&vec![counts; statements]);
            all.statements
                .iter_mut()
                .for_each(|statement| statement.skipped = 12);
            for ends in [
                (None, None),
                (Some("nee"), Some("ja")),
                (Some(long), Some(long)),
            ] {
                let asked = asked(&all, (statements % 2 == 1).then_some(&all), ends);
                for (shape, page) in
                    (0..asked.pages()).flat_map(|page| Shape::ALL.map(|shape| (shape, page)))
                {
                    assert_sound(
                        &asked.drawing(shape, page),
                        &format!("{statements} × {counts:?}, {ends:?}, {shape:?}"),
                    );
                }
            }
        }
    }
}

#[test]
fn an_earlier_mean_is_a_hollow_mark_and_a_figure() {
    for rows in [1, 5] {
        let now = results(&vec![&[1, 2, 0][..]; rows]);
        let mut then = now.clone();
        then.statements
            .iter_mut()
            .for_each(|statement| statement.mean = Some(1.5));
        let drawn = format!(
            "{:?}",
            asked(&now, Some(&then), (None, None))
                .drawing(Shape::Wide, 0)
                .marks
        );
        assert_eq!(
            (
                drawn.matches("mean-marker hollow").count(),
                drawn.matches("eerst 1,5").count()
            ),
            (rows, rows)
        );
    }
}

#[test]
fn all_pages_have_one_measure() {
    let mut counts = vec![&[1, 0][..]; 9];
    counts[0] = &[10, 0];
    let second = drawn(Shape::Wide, &results(&counts), (None, None), 1);
    let first = drawn(Shape::Wide, &results(&counts), (None, None), 0);
    assert!((heights(&first)[0] / heights(&second)[0] - 10.0).abs() < 1e-9);
}

#[test]
fn up_to_eight_statements_of_two_lines_stand_on_one_page() {
    let labels = [
        "Ik snap wat de bedoeling is",
        "Ik zie wat ik zelf kan bijdragen",
        "We kunnen hier volgende maand mee beginnen",
        "Mijn team staat er helemaal achter, denk ik",
        "De gemeente doet ook mee aan deze proef",
        "Er is genoeg tijd om het goed uit te proberen",
        "Wie het moeilijk vindt krijgt op tijd hulp",
        "نحن نعرف ما الذي نريد أن نفعله في الحي",
    ];
    for statements in 1..=8 {
        for counts in [
            &[0, 0, 0, 0, 0][..],
            &[3, 1, 20, 2, 9],
            &[12, 410, 2000, 1999, 3, 8, 7],
            &[3; 11],
            &[1, 2],
        ] {
            for (ends, skipped) in [
                ((None, None), 0),
                ((Some("helemaal niet"), Some("helemaal wel")), 12),
            ] {
                let mut all = results(&vec![counts; statements]);
                for (statement, label) in all.statements.iter_mut().zip(labels) {
                    (statement.label, statement.skipped) = (label.to_owned(), skipped);
                }
                let asked = asked(&all, None, ends);
                let named = format!("{statements} × {counts:?}, {ends:?}");
                assert_eq!(asked.pages(), 1, "{named}");
                for shape in Shape::ALL {
                    let drawing = asked.drawing(shape, 0);
                    assert_sound(&drawing, &format!("{named}, {shape:?}"));
                    assert_eq!(
                        words_of(&drawing.marks, "label"),
                        labels[..statements].join(" "),
                        "{named}, {shape:?}"
                    );
                    assert!(
                        smallest(&drawing.marks) * shape.room().0 / shape.size().0 >= 34.0,
                        "{named}, {shape:?}"
                    );
                }
            }
        }
    }
}

fn smallest(marks: &[Mark]) -> f64 {
    let of = |mark: &Mark| match mark {
        Mark::Text { size, .. } => *size,
        Mark::Group { marks, .. } => smallest(marks),
        _ => f64::MAX,
    };
    marks.iter().map(of).fold(f64::MAX, f64::min)
}

#[test]
fn four_statements_take_one_page_as_long_as_they_have_room_on_it() {
    let long = "We kunnen hier volgende maand samen mee beginnen als het moet, en daarna zien we wel wat het ons in onze straat brengt, met of zonder hulp van anderen";
    let two = "Hoe kijk jij aan tegen de proef die we volgende maand met elkaar willen doen?";
    for (prompt, length, pages) in [
        ("Hoe kijk je?", 20, 1),
        ("Hoe kijk je?", 60, 1),
        ("Hoe kijk je?", 90, 1),
        (two, 20, 1),
        (two, 45, 1),
        (two, 150, 4),
    ] {
        let mut all = results(&[&[3, 1, 20, 2, 9][..]; 4]);
        all.statements
            .iter_mut()
            .for_each(|statement| statement.label = long.chars().take(length).collect());
        let asked = Statements {
            heading: Heading { prompt, body: "" },
            ..asked(&all, None, (None, None))
        };
        assert!(
            asked.pages() <= pages,
            "{prompt} {length}: {} pages",
            asked.pages()
        );
        for (shape, page) in
            (0..asked.pages()).flat_map(|page| Shape::ALL.map(|shape| (shape, page)))
        {
            assert_sound(
                &asked.drawing(shape, page),
                &format!("{prompt} {length}, {shape:?}"),
            );
        }
    }
}

/// The width of all columns of the first row.
fn wide(drawing: &Drawing) -> f64 {
    let Mark::Group { marks, .. } = &drawing.marks[0] else {
        panic!("a row is a group")
    };
    let ends = marks.iter().filter_map(|mark| match mark {
        Mark::Rect { x, width, .. } => Some((*x, x + width)),
        _ => None,
    });
    let (low, high) = ends.fold((f64::MAX, 0.0_f64), |(low, high), (from, to)| {
        (low.min(from), high.max(to))
    });
    high - low
}

#[test]
fn what_the_prompt_says_is_said_once() {
    let prompt = "Hoe tevreden ben je over vandaag, van 1 tot 10?";
    for (labels, said) in [
        (&[prompt][..], ""),
        (&["Ik ben tevreden"], "Ik ben tevreden"),
        (
            &[prompt, "Ik ben tevreden"],
            "Hoe tevreden ben je over vandaag, van 1 tot 10? Ik ben tevreden",
        ),
    ] {
        for counts in [&[0, 0, 0, 0, 0][..], &[3, 1, 20, 2, 9], &[3; 11]] {
            let mut all = results(&vec![counts; labels.len()]);
            for (statement, label) in all.statements.iter_mut().zip(labels) {
                statement.label = (*label).to_owned();
            }
            let asked = Statements {
                heading: Heading { prompt, body: "" },
                ..asked(&all, None, (Some("nee"), None))
            };
            for shape in Shape::ALL {
                let drawing = asked.drawing(shape, 0);
                let named = format!("{labels:?}, {counts:?}, {shape:?}");
                assert_sound(&drawing, &named);
                assert_eq!(words_of(&drawing.marks, "label"), said, "{named}");
                let share = wide(&drawing) / drawing.width;
                assert!(!said.is_empty() || share > 0.75, "{named}: {share}");
            }
        }
    }
}

#[test]
fn statements_and_columns_keep_their_places_when_figures_come() {
    for statements in 1..=8 {
        for (steps, skipped) in [(2, 0), (5, 0), (5, 4), (7, 0), (11, 12)] {
            let none = vec![0; steps];
            let mut quiet = results(&vec![none.as_slice(); statements]);
            quiet
                .statements
                .iter_mut()
                .for_each(|statement| statement.mean = None);
            let mut with_means = results(&vec![&none[..]; statements]);
            for statement in &mut with_means.statements {
                (statement.mean, statement.skipped) = (Some(steps as f64 - 0.3), skipped);
            }
            for shape in Shape::ALL {
                let placed = |results: &ScaleResults| {
                    let drawing = drawn(shape, results, (Some("nee"), Some("ja")), 0);
                    let labels = drawing.marks.iter().flat_map(|mark| match mark {
                        Mark::Group { marks, .. } => marks.clone(),
                        _ => Vec::new(),
                    });
                    let kept = |mark: &Mark| match mark {
                        Mark::Text { class, x, y, .. } => {
                            (*class == "label").then_some([*x, *y, 0.0, 0.0])
                        }
                        Mark::Rect {
                            x,
                            y,
                            width,
                            height,
                            ..
                        } => Some([*x, *y, *width, *height]),
                        _ => None,
                    };
                    labels.filter_map(|mark| kept(&mark)).collect::<Vec<_>>()
                };
                assert_eq!(
                    placed(&quiet),
                    placed(&with_means),
                    "{statements} × {steps}, {skipped} skipped, {shape:?}"
                );
            }
        }
    }
}
