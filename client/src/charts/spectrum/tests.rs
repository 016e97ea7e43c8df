//! Every vote is a dot or part of a hill, and no pole or stop is cut.

use super::*;
use crate::charts::Heading;
use shared::question::spectrum::Tally;

fn pole(label: &str) -> Pole {
    Pole { label: label.to_owned(), note: None, image: None }
}

fn drawn(votes: &[u16], shape: Shape) -> Drawing {
    drawn_as(SpectrumLayout::Dots, votes, shape)
}

fn drawn_as(layout: SpectrumLayout, votes: &[u16], shape: Shape) -> Drawing {
    let mut tally = Tally::default();
    votes.iter().for_each(|vote| tally.add(vote * 100));
    let asked = Line { poles: (&pole("poes"), &pole("hond")), stops: &[], layout };
    let heading = Heading { prompt: "Hond of poes?", body: "" };
    drawing(heading.surface(shape), &tally.results().bounded(), asked, Language::Nl)
}

fn dots(drawing: &Drawing) -> Vec<(f64, f64, f64)> {
    let groups = drawing.marks.iter().filter_map(|mark| match mark {
        Mark::Group { class: "dots", marks, .. } => Some(marks),
        _ => None,
    });
    let piles = groups.flatten().filter_map(|mark| match mark {
        Mark::Group { marks, .. } => Some(marks),
        _ => None,
    });
    let dots = piles.flatten().map(|mark| match mark {
        Mark::Dot { x, y, radius } => (*x, *y, *radius),
        _ => panic!("only dots among dots"),
    });
    dots.collect()
}

#[test]
fn every_vote_is_a_dot_and_none_lies_on_another() {
    for votes in [vec![50], vec![0, 100], (0..400).map(|n| (n * 37 % 101) as u16).collect(), vec![50; 400]] {
        for shape in Shape::ALL {
            let dots = dots(&drawn(&votes, shape));
            assert_eq!(dots.len(), votes.len());
            for (number, a) in dots.iter().enumerate() {
                assert!(a.1 - a.2 > 0.0, "{a:?} sticks out of the box");
                let apart = |b: &(f64, f64, f64)| (a.0 - b.0).hypot(a.1 - b.1) + 1e-6 >= a.2 + b.2;
                assert!(dots[number + 1..].iter().all(apart), "{a:?} lies on another dot");
            }
        }
    }
}

#[test]
fn above_four_hundred_the_density_stands_alone() {
    let many: Vec<u16> = (0..401).map(|n| (n % 101) as u16).collect();
    let drawing = drawn(&many, Shape::Wide);
    assert!(dots(&drawing).is_empty());
    assert!(drawing.marks.iter().any(|mark| matches!(mark, Mark::Path { class: "density only", .. })));
}

#[test]
fn who_asked_for_the_density_gets_no_dots() {
    let drawing = drawn_as(SpectrumLayout::Density, &[10, 20, 70], Shape::Wide);
    assert!(dots(&drawing).is_empty());
    assert!(drawing.marks.iter().any(|mark| matches!(mark, Mark::Path { class: "density only", .. })));
}

/// Crowds that grow by one: as soon as dots have to shrink to fit, their piles go on filling the room.
#[test]
fn piles_fill_the_room_whatever_the_number_of_votes() {
    let at = |number: u64| {
        // Two camps, each about a bell: sums of what Knuth's multiplier makes of the number.
        let part = |turn: u64| (number * 4 + turn).wrapping_mul(2_654_435_761) % 1_000;
        let bell = (0..4).map(part).sum::<u64>() as f64 / 4_000.0 - 0.5;
        if number.is_multiple_of(3) { 33.0 + bell * 70.0 } else { 68.0 + bell * 60.0 }
    };
    for (length, room) in [(1100.0, 380.0), (930.0, 520.0), (1044.0, 250.0)] {
        for voters in 60..=400 {
            let values: Vec<f64> = (0..voters).map(|number| at(number).clamp(0.0, 100.0)).collect();
            let piles = Piles::of(&values, length, room);
            let high = piles.dots.iter().flatten().map(|(_, y)| y + piles.pitch / 2.0).fold(0.0, f64::max);
            let largest = piles.dots.len() == COLUMNS[0];
            assert!(high <= room + 0.1 && (largest || high > room * 0.62), "{voters} in {length} × {room}: {high}");
        }
    }
}
