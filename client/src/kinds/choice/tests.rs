//! Every picture of a choice with every crowd.

use shared::question::choice::ChoiceLayout;

use super::picture::ChoiceChart;
use crate::charts::Heading;
use crate::charts::categories::{Categories, CategoryCounts, Count};
use crate::charts::frame::{Drawing, Shape};
use crate::charts::mark::Mark;
use crate::charts::tests::{TextBox, assert_sound, solids, texts, words_of};
use crate::language::Language;

const LAYOUTS: [ChoiceLayout; 5] = [
    ChoiceLayout::Bars,
    ChoiceLayout::Columns,
    ChoiceLayout::Donut,
    ChoiceLayout::Dots,
    ChoiceLayout::Places,
];
const HEADING: Heading<'static> = Heading {
    prompt: "Wat is je functie?",
    body: "",
};
const LONG: &str = "Ik geef geen groepen, maar weet er veel van, want mijn collega’s doen dat al jaren en vertellen er graag over; daarom wil ik het komend jaar ook gaan doen";

fn dots(marks: &[Mark]) -> usize {
    let of = |mark: &Mark| match mark {
        Mark::Dot { .. } => 1,
        Mark::Group { marks, .. } => dots(marks),
        _ => 0,
    };
    marks.iter().map(of).sum()
}

#[test]
fn what_is_counted_stands_nearer_to_its_own_label_than_to_the_next() {
    for layout in [ChoiceLayout::Bars, ChoiceLayout::Dots] {
        for (options, label) in [
            (2, " ja"),
            (3, LONG),
            (5, " werk in de zorg"),
            (6, " ja"),
            (8, LONG),
            (9, " ja"),
            (20, " in de wijk"),
        ] {
            let results = results(options, label, 168);
            for then in [None, Some(&results)] {
                let choice = choice(&results, then, layout);
                let pages = choice.pages();
                for (shape, page) in
                    (0..pages).flat_map(|page| Shape::ALL.map(|shape| (shape, page)))
                {
                    let drawing = choice.drawing(shape, page, pages);
                    let labels: Vec<TextBox> = texts(&drawing.marks, (0.0, 0.0));
                    for row in &drawing.marks {
                        let own = texts(std::slice::from_ref(row), (0.0, 0.0));
                        let counted = solids(std::slice::from_ref(row), (0.0, 0.0));
                        let top = counted.iter().map(|at| at[1]).fold(f64::MAX, f64::min);
                        let bottom = counted.iter().map(|at| at[3]).fold(0.0, f64::max);
                        let above = own
                            .iter()
                            .map(|own| own.at[3])
                            .filter(|end| *end <= top + 1.0)
                            .fold(f64::MIN, f64::max);
                        let below = labels
                            .iter()
                            .map(|label| label.at[1])
                            .filter(|start| *start >= bottom - 1.0);
                        let below = below.fold(f64::MAX, f64::min);
                        let before = own.iter().any(|own| own.at[1] < bottom && own.at[3] > top);
                        let named = format!(
                            "{layout:?}, {options} × {label}, {shape:?}: {above} {top} {bottom} {below}"
                        );
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
            let (none, one) = (
                results(options, " werk in de zorg", 0),
                results(options, " werk in de zorg", 1),
            );
            let both = [&none, &one].map(|results| {
                let choice = choice(results, None, layout);
                ChoiceChart {
                    options: Categories {
                        open: true,
                        ..choice.options
                    },
                    ..choice
                }
            });
            for shape in Shape::ALL {
                let [quiet, voted] = both.map(|choice| choice.drawing(shape, 0, choice.pages()));
                let labels = |drawing: &Drawing| words_of(&drawing.marks, "label");
                // Behind the labels a ring names the one that leads.
                assert!(
                    labels(&voted).starts_with(&labels(&quiet)),
                    "{layout:?}, {options}, {shape:?}"
                );
                let figures = ["count", "share"]
                    .map(|class| words_of(&quiet.marks, class))
                    .concat();
                assert_eq!(figures, "", "{layout:?}, {options}, {shape:?}");
                assert!(
                    solids(&quiet.marks, (0.0, 0.0))
                        .iter()
                        .all(|at| at[3] - at[1] < 1.0),
                    "{layout:?}, {options}"
                );
            }
        }
    }
}

fn results(options: usize, label: &str, voters: u64) -> CategoryCounts {
    let votes = |n: usize| {
        if n == 0 {
            voters - voters / 3
        } else {
            voters / 3 / (options as u64)
        }
    };
    let option = |n: usize| Count {
        label: format!("{}{label}", n + 1),
        votes: votes(n),
    };
    CategoryCounts {
        voters,
        options: (0..options).map(option).collect(),
    }
}

fn choice<'a>(
    results: &'a CategoryCounts,
    then: Option<&'a CategoryCounts>,
    layout: ChoiceLayout,
) -> ChoiceChart<'a> {
    let language = Language::Nl;
    let options = Categories {
        heading: HEADING,
        results,
        then,
        language,
        open: false,
        beside: 0.0,
    };
    ChoiceChart {
        options,
        layout,
        pick: 1,
    }
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
                    let thens = if layout == ChoiceLayout::Bars {
                        vec![None, Some(&results)]
                    } else {
                        vec![None]
                    };
                    for then in thens {
                        let choice = choice(&results, then, layout);
                        let pages = choice.pages();
                        for (shape, page) in
                            (0..pages).flat_map(|page| Shape::ALL.map(|shape| (shape, page)))
                        {
                            let named = format!(
                                "{layout:?}, {options} × {label}, {voters}, {shape:?} {page}/{pages}"
                            );
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
    let heading = Heading {
        prompt: &prompt,
        body: "<p>Kies wat het meest op jou lijkt.</p>",
    };
    for (layout, options) in LAYOUTS
        .into_iter()
        .flat_map(|layout| [2, 5, 8, 20].map(|options| (layout, options)))
    {
        for label in [" ja", " werk in de zorg", LONG] {
            let results = results(options, label, 168);
            let choice = choice(&results, None, layout);
            let choice = ChoiceChart {
                options: Categories {
                    heading,
                    ..choice.options
                },
                ..choice
            };
            let pages = choice.pages();
            for (shape, page) in (0..pages).flat_map(|page| Shape::ALL.map(|shape| (shape, page))) {
                let drawing = choice.drawing(shape, page, pages);
                assert!(drawing.height < choice.options.surface(shape).height + 1.0);
                assert_sound(
                    &drawing,
                    &format!("{layout:?}, {options} × {label}, {shape:?} {page}/{pages}"),
                );
            }
        }
    }
}

/// Under a prompt of two lines with a description.
#[test]
fn eight_options_of_forty_letters_stand_on_one_page() {
    let prompt = "Wat houdt jou op dit moment het meest tegen om met een groep te beginnen in je eigen wijk of instelling?";
    let heading = Heading {
        prompt,
        body: "<p>Kies er hoogstens drie.</p>",
    };
    for (options, label, pages) in [
        (8, " Ik heb er geen tijd voor naast mijn werk", 1),
        (
            8,
            " Ik heb er echt geen tijd voor naast al mijn andere werk",
            2,
        ),
        (8, " Er is geen geschikte ruimte in de buurt", 1),
        (
            6,
            " Mijn leidinggevende ziet nog niet wat het belang hiervan is",
            1,
        ),
        (7, " Ik weet niet hoe ik deelnemers bij elkaar breng", 1),
        (8, " ja", 1),
        (20, LONG, 7),
    ] {
        let results = results(options, label, 138);
        let choice = choice(&results, None, ChoiceLayout::Bars);
        let choice = ChoiceChart {
            options: Categories {
                heading,
                ..choice.options
            },
            pick: 3,
            ..choice
        };
        assert!(
            choice.pages() <= pages,
            "{options} × {label}: {} pages",
            choice.pages()
        );
        for (shape, page) in
            (0..choice.pages()).flat_map(|page| Shape::ALL.map(|shape| (shape, page)))
        {
            assert_sound(
                &choice.drawing(shape, page, choice.pages()),
                &format!("{options} × {label}, {shape:?}"),
            );
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
                assert_eq!(
                    rows.filter(|mark| matches!(mark, Mark::Group { class: "row", .. }))
                        .count(),
                    options
                );
            }
        }
    }
    let short = results(20, " ja", 40);
    assert_eq!(
        choice(&short, None, ChoiceLayout::Bars).pages(),
        1,
        "twenty short ones fit"
    );
}

#[test]
fn every_voter_is_a_dot_while_they_can_be_told_apart() {
    for layout in [ChoiceLayout::Dots, ChoiceLayout::Places] {
        for (voters, per_dot) in [(0, 1), (1, 1), (168, 1), (10_000, 50)] {
            let results = results(3, " ja", voters);
            let choice = choice(&results, None, layout);
            assert_eq!(choice.options.votes_per_dot(), per_dot, "{voters}");
            let votes: u64 = results
                .options
                .iter()
                .map(|option| option.votes.div_ceil(per_dot))
                .sum();
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
        let Mark::Group { marks, .. } = &drawing.marks[0] else {
            panic!("places are groups")
        };
        let people = marks.iter().find_map(|mark| match mark {
            Mark::Group {
                class: "people",
                marks,
                ..
            } => Some(marks),
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
            assert!(
                dots[number + 1..].iter().all(apart),
                "{a:?} stands on somebody"
            );
        }
    }
}

#[test]
fn who_may_pick_several_gets_no_ring() {
    let results = results(3, " ja", 30);
    let arcs = |pick: u32| {
        let choice = ChoiceChart {
            pick,
            ..choice(&results, None, ChoiceLayout::Donut)
        };
        let drawn = choice.drawing(Shape::Wide, 0, 1).marks;
        drawn
            .iter()
            .filter(|mark| matches!(mark, Mark::Path { class, .. } if class.starts_with("arc")))
            .count()
    };
    assert_eq!((arcs(1), arcs(2)), (3, 0));
}
