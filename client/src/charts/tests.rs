//! Every picture with every crowd: nothing sticks out, no text lies on another, no label is cut.

use shared::protocol::view::Pair;
use shared::question::choice::{ChoiceLayout, OptionVotes, Results};
use shared::question::spectrum::SpectrumLayout::{Density, Dots};
use shared::question::spectrum::{self, Pole};

use super::choice::Choice;
use super::frame::{Drawing, Shape};
use super::heading::Heading;
use super::mark::{Anchor, Mark};
use super::measure::width;
use super::shift::{Moved, Shift};
use super::spectrum::{Line, drawing as spectrum_drawing};
use crate::language::Language;

mod poles;

const LAYOUTS: [ChoiceLayout; 5] =
    [ChoiceLayout::Bars, ChoiceLayout::Columns, ChoiceLayout::Donut, ChoiceLayout::Dots, ChoiceLayout::Places];
const HEADING: Heading<'static> = Heading { prompt: "Wat is je functie?", body: "" };
const LONG: &str = "Ik geef geen groepen, maar weet er veel van, want mijn collega’s doen dat al jaren en vertellen er graag over; daarom wil ik het komend jaar ook gaan doen";

/// A text's box: left, top, right, bottom.
#[derive(Debug)]
struct Area {
    text: String,
    at: [f64; 4],
}

impl Area {
    fn overlaps(&self, other: &Self) -> bool {
        let [left, top, right, bottom] = self.at;
        let [other_left, other_top, other_right, other_bottom] = other.at;
        left < other_right && other_left < right && top < other_bottom && other_top < bottom
    }
}

/// By how far a group is moved.
fn moved(transform: &str) -> (f64, f64) {
    let inside = transform.strip_prefix("translate(").and_then(|rest| rest.strip_suffix(')')).unwrap_or("0 0");
    let (x, y) = inside.split_once(' ').unwrap();
    (x.parse().unwrap(), y.parse().unwrap())
}

fn texts(marks: &[Mark], (dx, dy): (f64, f64)) -> Vec<Area> {
    let of = |mark: &Mark| match mark {
        Mark::Text { x, y, size, anchor, text, class } => {
            let weight = match *class {
                "count" => 750,
                "label" | "moved left" | "moved right" => 600,
                "share" | "stop" => 400,
                _ => 700,
            };
            let wide = width(text, *size, weight);
            let left = match anchor {
                Anchor::Start => *x,
                Anchor::Middle => x - wide / 2.0,
                Anchor::End => x - wide,
            } + dx;
            let top = y + dy - size * 0.72;
            vec![Area { text: text.clone(), at: [left, top, left + wide, y + dy + size * 0.2] }]
        }
        Mark::Group { transform, marks, .. } | Mark::Entry { transform, marks, .. } => {
            let (x, y) = moved(transform);
            texts(marks, (dx + x, dy + y))
        }
        _ => Vec::new(),
    };
    marks.iter().flat_map(of).collect()
}

/// The boxes of rectangles and dots.
fn solids(marks: &[Mark], (dx, dy): (f64, f64)) -> Vec<[f64; 4]> {
    let of = |mark: &Mark| match mark {
        Mark::Rect { x, y, width, height, .. } => vec![[dx + x, dy + y, dx + x + width, dy + y + height]],
        Mark::Dot { x, y, radius } => vec![[dx + x - radius, dy + y - radius, dx + x + radius, dy + y + radius]],
        Mark::Group { transform, marks, .. } | Mark::Entry { transform, marks, .. } => {
            let (x, y) = moved(transform);
            solids(marks, (dx + x, dy + y))
        }
        _ => Vec::new(),
    };
    marks.iter().flat_map(of).collect()
}

fn dots(marks: &[Mark]) -> usize {
    let of = |mark: &Mark| match mark {
        Mark::Dot { .. } => 1,
        Mark::Group { marks, .. } => dots(marks),
        _ => 0,
    };
    marks.iter().map(of).sum()
}

/// All that a picture may not be.
#[track_caller]
pub(super) fn assert_sound(drawing: &Drawing, named: &str) {
    let texts = texts(&drawing.marks, (0.0, 0.0));
    for (number, text) in texts.iter().enumerate() {
        let [left, top, right, bottom] = text.at;
        let inside = left >= -1.0 && top >= -1.0 && right <= drawing.width + 1.0 && bottom <= drawing.height + 1.0;
        assert!(inside, "{named}: {text:?} sticks out of {} × {}", drawing.width, drawing.height);
        assert!(!text.text.contains('…'), "{named}: {text:?} is cut");
        let other = texts[number + 1..].iter().find(|other| text.overlaps(other));
        assert!(other.is_none(), "{named}: {text:?} lies on {other:?}");
    }
    for at in solids(&drawing.marks, (0.0, 0.0)) {
        let [left, top, right, bottom] = at;
        let inside = left >= -1.0 && top >= -1.0 && right <= drawing.width + 1.0 && bottom <= drawing.height + 1.0;
        assert!(inside, "{named}: {at:?} sticks out of {} × {}", drawing.width, drawing.height);
    }
}

/// All texts of a class, in the order in which they are drawn.
pub(super) fn words_of(marks: &[Mark], named: &str) -> String {
    let of = |mark: &Mark| match mark {
        Mark::Text { class, text, .. } if *class == named => vec![text.clone()],
        Mark::Group { marks, .. } | Mark::Entry { marks, .. } => vec![words_of(marks, named)],
        _ => Vec::new(),
    };
    marks.iter().flat_map(of).filter(|text| !text.is_empty()).collect::<Vec<String>>().join(" ")
}

#[test]
fn what_is_counted_stands_nearer_to_its_own_label_than_to_the_next() {
    for layout in [ChoiceLayout::Bars, ChoiceLayout::Dots] {
        for (options, label) in
            [(2, " ja"), (3, LONG), (5, " werk in de zorg"), (6, " ja"), (8, LONG), (9, " ja"), (20, " in de wijk")]
        {
            let results = results(options, label, 168);
            for then in [None, Some(&results)] {
                let choice = choice(&results, then, layout);
                let pages = choice.pages();
                for (shape, page) in (0..pages).flat_map(|page| Shape::ALL.map(|shape| (shape, page))) {
                    let drawing = choice.drawing(shape, page, pages);
                    let labels: Vec<Area> = texts(&drawing.marks, (0.0, 0.0));
                    for row in &drawing.marks {
                        let own = texts(std::slice::from_ref(row), (0.0, 0.0));
                        let counted = solids(std::slice::from_ref(row), (0.0, 0.0));
                        let top = counted.iter().map(|at| at[1]).fold(f64::MAX, f64::min);
                        let bottom = counted.iter().map(|at| at[3]).fold(0.0, f64::max);
                        let above =
                            own.iter().map(|own| own.at[3]).filter(|end| *end <= top + 1.0).fold(f64::MIN, f64::max);
                        let below = labels.iter().map(|label| label.at[1]).filter(|start| *start >= bottom - 1.0);
                        let below = below.fold(f64::MAX, f64::min);
                        let before = own.iter().any(|own| own.at[1] < bottom && own.at[3] > top);
                        let named =
                            format!("{layout:?}, {options} × {label}, {shape:?}: {above} {top} {bottom} {below}");
                        assert!(before || (top - above) * 1.5 < below - bottom, "{named}");
                    }
                }
            }
        }
    }
}

#[test]
fn while_nobody_has_voted_labels_stand_alone_in_the_places_that_they_keep() {
    for layout in LAYOUTS {
        for options in [2, 3, 5, 8, 12, 20] {
            let (none, one) = (results(options, " werk in de zorg", 0), results(options, " werk in de zorg", 1));
            let both = [&none, &one].map(|results| Choice { open: true, ..choice(results, None, layout) });
            for shape in Shape::ALL {
                let [quiet, told] = both.map(|choice| choice.drawing(shape, 0, choice.pages()));
                let labels = |drawing: &Drawing| words_of(&drawing.marks, "label");
                // Behind the labels a ring names the one that leads.
                assert!(labels(&told).starts_with(&labels(&quiet)), "{layout:?}, {options}, {shape:?}");
                let figures = ["count", "share"].map(|class| words_of(&quiet.marks, class)).concat();
                assert_eq!(figures, "", "{layout:?}, {options}, {shape:?}");
                assert!(solids(&quiet.marks, (0.0, 0.0)).iter().all(|at| at[3] - at[1] < 1.0), "{layout:?}, {options}");
            }
        }
    }
}

fn results(options: usize, label: &str, voters: u64) -> Results {
    let votes = |n: usize| if n == 0 { voters - voters / 3 } else { voters / 3 / (options as u64) };
    let option = |n: usize| OptionVotes { label: format!("{}{label}", n + 1), votes: votes(n) };
    Results { voters, options: (0..options).map(option).collect(), others: None }
}

fn choice<'a>(results: &'a Results, then: Option<&'a Results>, layout: ChoiceLayout) -> Choice<'a> {
    Choice { heading: HEADING, results, then, layout, pick: 1, language: Language::Nl, open: false, beside: 0.0 }
}

#[test]
fn every_layout_holds_every_choice() {
    for layout in LAYOUTS {
        for options in [2, 3, 5, 8, 9, 20] {
            for label in [
                " ja",
                " werk in de zorg",
                LONG,
                " 群体工作坊很有意思我们都很喜欢这个活动希望明年再来一次",
                " مجموعات العمل في الحي",
            ] {
                for voters in [0, 168, 10_000] {
                    let results = results(options, label, voters);
                    // Beside an earlier question every layout is bars.
                    let thens = if layout == ChoiceLayout::Bars { vec![None, Some(&results)] } else { vec![None] };
                    for then in thens {
                        let choice = choice(&results, then, layout);
                        let pages = choice.pages();
                        for (shape, page) in (0..pages).flat_map(|page| Shape::ALL.map(|shape| (shape, page))) {
                            let named = format!("{layout:?}, {options} × {label}, {voters}, {shape:?} {page}/{pages}");
                            assert_sound(&choice.drawing(shape, page, pages), &named);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn under_a_long_heading_every_layout_holds_every_choice_too() {
    let prompt = LONG.repeat(2);
    let heading = Heading { prompt: &prompt, body: "<p>Kies wat het meest op jou lijkt.</p>" };
    for (layout, options) in LAYOUTS.into_iter().flat_map(|layout| [2, 5, 8, 20].map(|options| (layout, options))) {
        for label in [" ja", " werk in de zorg", LONG] {
            let results = results(options, label, 168);
            let choice = Choice { heading, ..choice(&results, None, layout) };
            let pages = choice.pages();
            for (shape, page) in (0..pages).flat_map(|page| Shape::ALL.map(|shape| (shape, page))) {
                let drawing = choice.drawing(shape, page, pages);
                assert!(drawing.height < choice.surface(shape).height + 1.0);
                assert_sound(&drawing, &format!("{layout:?}, {options} × {label}, {shape:?} {page}/{pages}"));
            }
        }
    }
}

/// Under a prompt of two lines with a description.
#[test]
fn eight_options_of_forty_letters_stand_on_one_page() {
    let prompt =
        "Wat houdt jou op dit moment het meest tegen om met een groep te beginnen in je eigen wijk of instelling?";
    let heading = Heading { prompt, body: "<p>Kies er hoogstens drie.</p>" };
    for (options, label, pages) in [
        (8, " Ik heb er geen tijd voor naast mijn werk", 1),
        (8, " Ik heb er echt geen tijd voor naast al mijn andere werk", 2),
        (8, " Er is geen geschikte ruimte in de buurt", 1),
        (6, " Mijn leidinggevende ziet nog niet wat het belang hiervan is", 1),
        (7, " Ik weet niet hoe ik deelnemers bij elkaar breng", 1),
        (8, " ja", 1),
        (20, LONG, 7),
    ] {
        let results = results(options, label, 138);
        let choice = Choice { heading, pick: 3, ..choice(&results, None, ChoiceLayout::Bars) };
        assert!(choice.pages() <= pages, "{options} × {label}: {} pages", choice.pages());
        for (shape, page) in (0..choice.pages()).flat_map(|page| Shape::ALL.map(|shape| (shape, page))) {
            assert_sound(&choice.drawing(shape, page, choice.pages()), &format!("{options} × {label}, {shape:?}"));
        }
    }
}

#[test]
fn every_option_is_on_one_page() {
    for layout in LAYOUTS {
        for (options, label) in [(20, LONG), (20, " ja"), (6, LONG)] {
            let results = results(options, label, 40);
            let choice = choice(&results, None, layout);
            let pages = choice.pages();
            for shape in Shape::ALL {
                let shown = (0..pages).map(|page| choice.drawing(shape, page, pages));
                let rows = shown.flat_map(|drawing| drawing.marks);
                assert_eq!(rows.filter(|mark| matches!(mark, Mark::Group { class: "row", .. })).count(), options);
            }
        }
    }
    let short = results(20, " ja", 40);
    assert_eq!(choice(&short, None, ChoiceLayout::Bars).pages(), 1, "twenty short ones fit");
}

#[test]
fn every_voter_is_a_dot_while_they_can_be_told_apart() {
    for layout in [ChoiceLayout::Dots, ChoiceLayout::Places] {
        for (voters, per_dot) in [(0, 1), (1, 1), (168, 1), (10_000, 50)] {
            let results = results(3, " ja", voters);
            let choice = choice(&results, None, layout);
            assert_eq!(choice.votes_per_dot(), per_dot, "{voters}");
            let votes: u64 = results.options.iter().map(|option| option.votes.div_ceil(per_dot)).sum();
            let drawn = dots(&choice.drawing(Shape::Wide, 0, 1).marks);
            assert_eq!(drawn as u64, votes, "{layout:?} of {voters}");
        }
    }
}

#[test]
fn people_in_a_place_stand_beside_each_other() {
    for voters in [2, 30, 168, 900] {
        let results = results(4, " plek", voters);
        let drawing = choice(&results, None, ChoiceLayout::Places).drawing(Shape::Wide, 0, 1);
        let Mark::Group { marks, .. } = &drawing.marks[0] else { panic!("places are groups") };
        let people = marks.iter().find_map(|mark| match mark {
            Mark::Group { class: "people", marks, .. } => Some(marks),
            _ => None,
        });
        let dots: Vec<(f64, f64, f64)> = people
            .unwrap()
            .iter()
            .map(|mark| match mark {
                Mark::Dot { x, y, radius } => (*x, *y, *radius),
                _ => panic!("only dots among people"),
            })
            .collect();
        for (number, a) in dots.iter().enumerate() {
            let apart = |b: &(f64, f64, f64)| (a.0 - b.0).hypot(a.1 - b.1) >= a.2 + b.2;
            assert!(dots[number + 1..].iter().all(apart), "{a:?} stands on somebody");
        }
    }
}

#[test]
fn who_may_pick_several_gets_no_ring() {
    let results = results(3, " ja", 30);
    let arcs = |pick: u32| {
        let choice = Choice { pick, ..choice(&results, None, ChoiceLayout::Donut) };
        let drawn = choice.drawing(Shape::Wide, 0, 1).marks;
        drawn.iter().filter(|mark| matches!(mark, Mark::Path { class, .. } if class.starts_with("arc"))).count()
    };
    assert_eq!((arcs(1), arcs(2)), (3, 0));
}

fn places(people: u64) -> spectrum::Results {
    let mut tally = spectrum::Tally::default();
    (0..people).for_each(|person| tally.add((person * 37 % 101) as u16 * 100));
    tally.results().bounded()
}

fn shifted(people: u64, label: &str, shape: Shape) -> Drawing {
    let pole = Pole { label: label.to_owned(), note: None, image: Some("🐱".to_owned()) };
    let (then, now) = (places(people + 1), places(people));
    let pairs: Vec<Pair> =
        (0..people).map(|person| Pair { then: (person * 37 % 101) as f64, now: (person * 53 % 101) as f64 }).collect();
    let pairs = (people <= 400).then_some(pairs.as_slice());
    Shift { then: &then, now: &now, pairs, poles: (&pole, &pole), language: Language::Nl }
        .drawing(HEADING.surface(shape))
}

fn ways(marks: &[Mark]) -> usize {
    let of = |mark: &Mark| match mark {
        Mark::Path { class, .. } if class.starts_with("way ") => 1,
        Mark::Group { marks, .. } => ways(marks),
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
            assert_eq!(ways(&drawing.marks) as u64, people);
            assert_eq!(format!("{:?}", drawing.marks).matches("\"zekerheid\"").count(), 2, "both poles");
        }
        let drawing = shifted(10_000, "zekerheid", shape);
        assert_sound(&drawing, "10,000");
        assert_eq!(ways(&drawing.marks), 0);
        let hills = drawing
            .marks
            .iter()
            .filter(|mark| matches!(mark, Mark::Path { class, .. } if class.starts_with("density")));
        assert_eq!(hills.count(), 2, "then and now");
    }
}

#[test]
fn ways_are_counted_at_the_pole_they_lead_to() {
    let pairs = [(10.0, 90.0), (20.0, 20.2), (80.0, 30.0), (0.0, 1.0)].map(Pair::from);
    assert_eq!(Moved::of(&pairs), Moved { left: 1, right: 2, stayed: 1 });
}

#[test]
fn a_line_holds_its_poles_its_stops_and_its_middle() {
    let pole = |label: &str, note: Option<&str>| Pole {
        label: label.to_owned(),
        note: note.map(str::to_owned),
        image: Some("🐱".to_owned()),
    };
    let poles = [pole("ik zoek zekerheid", None), pole("hond", Some("daar mag je mij aan houden"))];
    for shape in Shape::ALL {
        for stops in [0, 1, 3, 7] {
            let names: Vec<String> = (0..stops).map(|stop| format!("een beetje {stop}")).collect();
            for (people, layout) in [(0, Dots), (1, Density), (2, Dots), (168, Dots), (168, Density), (10_000, Dots)] {
                let asked = Line { poles: (&poles[0], &poles[1]), stops: &names, layout };
                let drawing = spectrum_drawing(HEADING.surface(shape), &places(people), asked, Language::Nl);
                assert_sound(&drawing, &format!("{people} people, {stops} stops, {shape:?}"));
            }
        }
    }
}
