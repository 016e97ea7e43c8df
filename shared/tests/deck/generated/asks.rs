//! A question of every kind with all that it can say.

use proptest::option;
use proptest::prelude::*;
use shared::image::Image;
use shared::question::QuestionSpec;
use shared::question::choice::{Choice, ChoiceLayout, ChoiceOption, Pick};
use shared::question::form::{FieldInput, Form, FormField};
use shared::question::grid::Grid;
use shared::question::item::Item;
use shared::question::items_from::ItemsFrom;
use shared::question::number::Number;
use shared::question::open::{Basket, Open, OpenLayout};
use shared::question::pin::{Area, PictureLabel, Pin};
use shared::question::points::Points;
use shared::question::quiz::Quiz;
use shared::question::rank::Rank;
use shared::question::scale::{Preset, Scale};
use shared::question::spectrum::{Pole, Spectrum, SpectrumLayout};
use shared::question::typed::Type;
use shared::question::words::{Words, WordsLayout};

use super::text;

fn items_from(most: u32) -> impl Strategy<Value = Option<ItemsFrom>> {
    let from = (any::<bool>(), 2..=most).prop_map(|(baskets, top)| ItemsFrom {
        question: "source".into(),
        baskets,
        top,
    });
    option::weighted(0.2, from)
}

fn quiz() -> impl Strategy<Value = Quiz> {
    (
        prop_oneof![Just(1_000), 1..=10_000_u32],
        any::<bool>(),
        option::of(text()),
    )
        .prop_map(|(score, speed, explain)| Quiz {
            score,
            speed,
            explain,
        })
}

fn image() -> impl Strategy<Value = Image> {
    let source = prop_oneof![
        prop::sample::select(vec![
            "/a.png",
            "a b",
            "",
            "<>",
            "a(b",
            "&amp;",
            "https://x/?a=b&c#d",
            "\\",
            "a_b*c",
            "!---",
            "a!--"
        ])
        .prop_map(str::to_owned),
        text(),
    ];
    (source, option::of(text())).prop_map(|(source, alt)| Image {
        source,
        alt: alt.unwrap_or_default(),
    })
}

fn items(min: usize, max: usize) -> impl Strategy<Value = Vec<Item>> {
    prop::collection::vec((text(), option::of(image())), min..=max).prop_map(|items| {
        items
            .into_iter()
            .map(|(label, image)| Item {
                label,
                image,
                correct: false,
            })
            .collect()
    })
}

fn answers(label: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<Item>> {
    let item = (label, any::<bool>()).prop_map(|(label, correct)| Item {
        label,
        image: None,
        correct,
    });
    prop::collection::vec(item, 0..4)
}

pub fn ask() -> impl Strategy<Value = QuestionSpec> {
    prop_oneof![
        choice(),
        words(),
        open(),
        scale(),
        spectrum(),
        rank(),
        points(),
        grid(),
        pin(),
        number(),
        (answers(text()), option::of(unit()), quiz()).prop_map(|(items, unit, quiz)| {
            let quiz = if items.is_empty() {
                Quiz::default()
            } else {
                quiz
            };
            QuestionSpec::Type(Type { items, unit, quiz })
        }),
        prop::collection::vec(field(), 1..5).prop_map(|fields| QuestionSpec::Form(Form { fields })),
        Just(QuestionSpec::Qa(Default::default())),
    ]
}

fn words() -> impl Strategy<Value = QuestionSpec> {
    let layouts = vec![WordsLayout::Cloud, WordsLayout::List];
    (
        1..=10_u32,
        1..=60_u32,
        prop::sample::select(layouts),
        option::of(any::<bool>()),
    )
        .prop_map(|(entries, length, layout, moderated)| {
            QuestionSpec::Words(Words {
                entries,
                length,
                layout,
                moderated,
            })
        })
}

fn rank() -> impl Strategy<Value = QuestionSpec> {
    (
        items(2, 5),
        any::<bool>(),
        option::of(1..=2_u32),
        items_from(12),
    )
        .prop_map(|(items, shuffle, top, items_from)| {
            let items = if items_from.is_some() {
                Vec::new()
            } else {
                items
            };
            QuestionSpec::Rank(Rank {
                items,
                shuffle,
                top,
                items_from,
            })
        })
}

fn points() -> impl Strategy<Value = QuestionSpec> {
    (items(2, 5), 10..=1_000_u32, 1..=10_u32, items_from(12)).prop_map(
        |(items, total, step, items_from)| {
            let items = if items_from.is_some() {
                Vec::new()
            } else {
                items
            };
            QuestionSpec::Points(Points {
                items,
                total,
                step,
                items_from,
            })
        },
    )
}

fn grid() -> impl Strategy<Value = QuestionSpec> {
    let two = || [text(), text()].prop_map(Vec::from);
    let four = prop_oneof![Just(Vec::new()), prop::collection::vec(text(), 4)];
    (items(1, 4), two(), two(), four).prop_map(|(items, x, y, quadrants)| {
        QuestionSpec::Grid(Grid {
            items,
            x,
            y,
            quadrants,
        })
    })
}

fn pin() -> impl Strategy<Value = QuestionSpec> {
    let percent = || prop::sample::select(vec![0.0, 0.5, 12.25, 30.0, 49.9]);
    let size = || prop::sample::select(vec![0.1, 7.5, 20.0, 50.0]);
    let area = option::of(
        (percent(), percent(), size(), size()).prop_map(|(x, y, w, h)| Area { x, y, w, h }),
    );
    let named = (text(), any::<bool>(), area).prop_map(|(label, correct, area)| PictureLabel {
        label,
        image: None,
        correct,
        area,
    });
    (image(), prop::collection::vec(named, 0..4), quiz()).prop_map(|(image, items, quiz)| {
        let quiz = if items.iter().any(|item| item.correct) {
            quiz
        } else {
            Quiz::default()
        };
        QuestionSpec::Pin(Pin {
            image: Some(image),
            items,
            quiz,
        })
    })
}

fn unit() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["km", "%", "€", "stoelen: 2", "#", "no"]).prop_map(str::to_owned)
}

fn choice() -> impl Strategy<Value = QuestionSpec> {
    let layouts = vec![
        ChoiceLayout::Bars,
        ChoiceLayout::Columns,
        ChoiceLayout::Donut,
        ChoiceLayout::Dots,
        ChoiceLayout::Places,
    ];
    let options = prop::collection::vec((text(), option::of(image()), any::<bool>()), 2..6);
    let picks = (1..=2_u32, 1..=2_u32).prop_map(|(a, b)| Pick {
        min: a.min(b),
        max: a.max(b),
    });
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    (
        options,
        picks,
        flags,
        prop::sample::select(layouts),
        items_from(20),
        quiz(),
    )
        .prop_map(
            |(options, pick, (shuffle, other, guess), layout, items_from, quiz)| {
                let last = options.len() - 1;
                let options =
                    options
                        .into_iter()
                        .enumerate()
                        .map(|(index, (label, image, correct))| ChoiceOption {
                            label,
                            image,
                            correct,
                            other: other && index == last,
                        });
                let options: Vec<_> = options.filter(|_| items_from.is_none()).collect();
                let quiz = if options.iter().any(|option| option.correct) {
                    quiz
                } else {
                    Quiz::default()
                };
                let guess = guess && pick.max == 1;
                QuestionSpec::Choice(Choice {
                    options,
                    pick,
                    shuffle,
                    layout,
                    items_from,
                    quiz,
                    guess,
                })
            },
        )
}

fn open() -> impl Strategy<Value = QuestionSpec> {
    let layouts = vec![
        OpenLayout::Wall,
        OpenLayout::One,
        OpenLayout::List,
        OpenLayout::Columns,
    ];
    let columns = prop::collection::vec(text(), 1..=4);
    let basket = (text(), prop::collection::vec(text(), 0..3))
        .prop_map(|(name, words)| Basket { name, words });
    let baskets = prop_oneof![Just(Vec::new()), prop::collection::vec(basket, 2..=7)];
    let later = (option::of(any::<bool>()), any::<bool>(), baskets);
    (
        1..=10_u32,
        1..=1000_u32,
        0..=100_u32,
        prop::sample::select(layouts),
        columns,
        later,
    )
        .prop_map(
            |(entries, length, votes, layout, columns, (moderated, promise, baskets))| {
                let columns = if layout == OpenLayout::Columns {
                    columns
                } else {
                    Vec::new()
                };
                let promise = promise && entries == 1;
                QuestionSpec::Open(Open {
                    entries,
                    length,
                    votes,
                    layout,
                    columns,
                    moderated,
                    promise,
                    baskets,
                })
            },
        )
}

fn scale() -> impl Strategy<Value = QuestionSpec> {
    let ends = (
        -5..5_i32,
        1..=10_i32,
        option::of(text()),
        option::of(text()),
    );
    let consent = option::weighted(0.2, 1..=6_i32);
    (
        prop::collection::vec(text(), 0..4),
        ends,
        consent,
        items_from(20),
    )
        .prop_map(
            |(statements, (from, steps, low, high), consent, items_from)| {
                let statements = if items_from.is_some() {
                    Vec::new()
                } else {
                    statements
                };
                let scale = Scale {
                    statements,
                    from,
                    to: from + steps,
                    low,
                    high,
                    items_from,
                    ..Scale::default()
                };
                QuestionSpec::Scale(match consent {
                    Some(needed) => Scale {
                        from: 1,
                        to: 6,
                        low: None,
                        high: None,
                        preset: Some(Preset::Consent),
                        needed,
                        ..scale
                    },
                    None => scale,
                })
            },
        )
}

fn spectrum() -> impl Strategy<Value = QuestionSpec> {
    let layouts = vec![SpectrumLayout::Dots, SpectrumLayout::Density];
    let floor = option::of(([text(), text()].prop_map(Vec::from), 2..=100_u32));
    (
        pole(),
        pole(),
        prop::collection::vec(text(), 0..4),
        prop::sample::select(layouts),
        floor,
        any::<bool>(),
    )
        .prop_map(|(left, right, stops, layout, floor, guess)| {
            let (floor, floor_places) = floor.unwrap_or_else(|| (Vec::new(), 10));
            QuestionSpec::Spectrum(Spectrum {
                left,
                right,
                stops,
                layout,
                floor,
                floor_places,
                guess,
            })
        })
}

/// Without a picture, a label has no emoji at its end unless it is nothing else.
fn pole() -> impl Strategy<Value = Pole> {
    let emoji = prop::sample::select(vec!["🐱", "❤️", "✊", "👩‍👩‍👦"]).prop_map(str::to_owned);
    (text(), option::of(text()), option::of(emoji)).prop_map(|(label, note, image)| {
        let label = if image.is_none() {
            format!("{label}.")
        } else {
            label
        };
        Pole { label, note, image }
    })
}

fn number() -> impl Strategy<Value = QuestionSpec> {
    let range = prop_oneof![
        Just((None, None)),
        (-1e6..0.0, 1e-3..1e9).prop_map(|(from, to)| (Some(from), Some(to)))
    ];
    let label = prop::sample::select(vec!["3", "3,5", "-2", "1.000", "12."])
        .prop_map(|text| text.trim_end_matches('.').to_owned());
    let ends = (option::of(text()), option::of(text()));
    (
        range,
        ends,
        answers(label),
        option::of(unit()),
        quiz(),
        any::<bool>(),
    )
        .prop_map(|((from, to), (low, high), items, unit, quiz, guess)| {
            let quiz = if items.iter().any(|item| item.correct) {
                quiz
            } else {
                Quiz::default()
            };
            QuestionSpec::Number(Number {
                from,
                to,
                low,
                high,
                items,
                unit,
                quiz,
                guess,
                ..Number::default()
            })
        })
}

fn field() -> impl Strategy<Value = FormField> {
    let input = prop_oneof![
        Just(FieldInput::Text),
        Just(FieldInput::Long),
        any::<bool>().prop_map(|report| FieldInput::Email { report }),
        Just(FieldInput::Consent),
        (-5..5_i32, 1..=10_i32).prop_map(|(from, steps)| FieldInput::Rating {
            from,
            to: from + steps
        }),
        prop::collection::vec(text(), 2..5).prop_map(|options| FieldInput::Choice { options }),
    ];
    (text(), input, any::<bool>()).prop_map(|(label, input, optional)| FormField {
        label,
        input,
        optional,
    })
}
