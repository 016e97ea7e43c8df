//! Every line with every crowd: nothing sticks out, no text lies on another, no label is cut.

use shared::protocol::view::Pair;
use shared::question::spectrum::SpectrumLayout::{Density, Dots};
use shared::question::spectrum::{self, Pole};

use super::line::{Line, drawing as spectrum_drawing};
use super::slope_chart::{Moved, SlopeChart};
use crate::charts::Heading;
use crate::charts::frame::{Drawing, Shape};
use crate::charts::mark::Mark;
use crate::charts::tests::{assert_sound, texts, words_of};
use crate::language::Language;

mod poles;

const HEADING: Heading<'static> = Heading {
    prompt: "Wat is je functie?",
    body: "",
};

fn places(people: u64) -> spectrum::SpectrumResults {
    let mut tally = spectrum::SpectrumTally::default();
    (0..people).for_each(|person| tally.add((person * 37 % 101) as u16 * 100));
    tally.results().bounded()
}

fn shifted(people: u64, label: &str, shape: Shape) -> Drawing {
    let pole = Pole {
        label: label.to_owned(),
        note: None,
        image: Some("🐱".to_owned()),
    };
    let (then, now) = (places(people + 1), places(people));
    let pairs: Vec<Pair> = (0..people)
        .map(|person| Pair {
            then: (person * 37 % 101) as f64,
            now: (person * 53 % 101) as f64,
        })
        .collect();
    let pairs = (people <= 400).then_some(pairs.as_slice());
    SlopeChart {
        then: &then,
        now: &now,
        pairs,
        poles: (&pole, &pole),
        language: Language::Nl,
    }
    .drawing(HEADING.surface(shape))
}

fn move_lines(marks: &[Mark]) -> usize {
    let of = |mark: &Mark| match mark {
        Mark::Path { class, .. } if class.starts_with("move-line ") => 1,
        Mark::Group { marks, .. } => move_lines(marks),
        _ => 0,
    };
    marks.iter().map(of).sum()
}

#[test]
fn a_room_that_moved_has_a_way_for_everybody_and_both_poles() {
    for shape in Shape::ALL {
        for people in [1, 12, 168, 400] {
            let drawing = shifted(people, "zekerheid", shape);
            assert_sound(&drawing, &format!("{people} ways, {shape:?}"));
            assert_eq!(move_lines(&drawing.marks) as u64, people);
            assert_eq!(
                format!("{:?}", drawing.marks)
                    .matches("\"zekerheid\"")
                    .count(),
                2,
                "both poles"
            );
        }
        let drawing = shifted(10_000, "zekerheid", shape);
        assert_sound(&drawing, "10,000");
        assert_eq!(move_lines(&drawing.marks), 0);
        let curves = drawing.marks.iter().filter(
            |mark| matches!(mark, Mark::Path { class, .. } if class.starts_with("density")),
        );
        assert_eq!(curves.count(), 2, "then and now");
    }
}

#[test]
fn ways_are_counted_at_the_pole_they_lead_to() {
    let pairs = [(10.0, 90.0), (20.0, 20.2), (80.0, 30.0), (0.0, 1.0)].map(Pair::from);
    assert_eq!(
        Moved::of(&pairs),
        Moved {
            left: 1,
            right: 2,
            stayed: 1
        }
    );
}

#[test]
fn a_line_holds_its_poles_its_stops_and_its_middle() {
    let pole = |label: &str, note: Option<&str>| Pole {
        label: label.to_owned(),
        note: note.map(str::to_owned),
        image: Some("🐱".to_owned()),
    };
    let poles = [
        pole("ik zoek zekerheid", None),
        pole("hond", Some("daar mag je mij aan houden")),
    ];
    for shape in Shape::ALL {
        for stops in [0, 1, 3, 7] {
            let names: Vec<String> = (0..stops)
                .map(|stop| format!("een beetje {stop}"))
                .collect();
            for (people, layout) in [
                (0, Dots),
                (1, Density),
                (2, Dots),
                (168, Dots),
                (168, Density),
                (10_000, Dots),
            ] {
                let asked = Line {
                    poles: (&poles[0], &poles[1]),
                    stops: &names,
                    layout,
                };
                let drawing =
                    spectrum_drawing(HEADING.surface(shape), &places(people), asked, Language::Nl);
                assert_sound(
                    &drawing,
                    &format!("{people} people, {stops} stops, {shape:?}"),
                );
            }
        }
    }
}
