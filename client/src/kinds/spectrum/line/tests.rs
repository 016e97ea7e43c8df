//! Every vote is a dot or part of a hill, and no pole or stop is cut.

use super::*;
use crate::charts::Heading;
use shared::question::spectrum::SpectrumTally;

fn pole(label: &str) -> Pole {
    Pole {
        label: label.to_owned(),
        note: None,
        image: None,
    }
}

fn drawn(votes: &[u16], shape: Shape) -> Drawing {
    drawn_as(SpectrumLayout::Dots, votes, shape)
}

fn drawn_as(layout: SpectrumLayout, votes: &[u16], shape: Shape) -> Drawing {
    let mut tally = SpectrumTally::default();
    votes.iter().for_each(|vote| tally.add(vote * 100));
    let asked = Line {
        poles: (&pole("poes"), &pole("hond")),
        stops: &[],
        layout,
    };
    let heading = Heading {
        prompt: "Hond of poes?",
        body: "",
    };
    drawing(
        heading.surface(shape),
        &tally.results().bounded(),
        asked,
        Language::Nl,
    )
}

fn dots(drawing: &Drawing) -> Vec<(f64, f64, f64)> {
    let groups = drawing.marks.iter().filter_map(|mark| match mark {
        Mark::Group {
            class: "dots",
            marks,
            ..
        } => Some(marks),
        _ => None,
    });
    let plot = groups.flatten().filter_map(|mark| match mark {
        Mark::Group { marks, .. } => Some(marks),
        _ => None,
    });
    let dots = plot.flatten().map(|mark| match mark {
        Mark::Dot { x, y, radius } => (*x, *y, *radius),
        _ => panic!("only dots among dots"),
    });
    dots.collect()
}

#[test]
fn every_vote_is_a_dot_and_none_lies_on_another() {
    for votes in [
        vec![50],
        vec![0, 100],
        (0..400).map(|n| (n * 37 % 101) as u16).collect(),
        vec![50; 400],
    ] {
        for shape in Shape::ALL {
            let dots = dots(&drawn(&votes, shape));
            assert_eq!(dots.len(), votes.len());
            for (number, a) in dots.iter().enumerate() {
                assert!(a.1 - a.2 > 0.0, "{a:?} sticks out of the box");
                let apart = |b: &(f64, f64, f64)| (a.0 - b.0).hypot(a.1 - b.1) + 1e-6 >= a.2 + b.2;
                assert!(
                    dots[number + 1..].iter().all(apart),
                    "{a:?} lies on another dot"
                );
            }
        }
    }
}

#[test]
fn above_four_hundred_the_density_stands_alone() {
    let many: Vec<u16> = (0..401).map(|n| (n % 101) as u16).collect();
    let drawing = drawn(&many, Shape::Wide);
    assert!(dots(&drawing).is_empty());
    assert!(drawing.marks.iter().any(|mark| matches!(
        mark,
        Mark::Path {
            class: "density only",
            ..
        }
    )));
}

#[test]
fn who_asked_for_the_density_gets_no_dots() {
    let drawing = drawn_as(SpectrumLayout::Density, &[10, 20, 70], Shape::Wide);
    assert!(dots(&drawing).is_empty());
    assert!(drawing.marks.iter().any(|mark| matches!(
        mark,
        Mark::Path {
            class: "density only",
            ..
        }
    )));
}
