//! Decks of every shape that the format can say, for properties.

use proptest::option;
use proptest::prelude::*;
use shared::deck::*;
use shared::ids::SlideId;
use shared::question::choice::{Choice, ChoiceLayout, ChoiceOption, Pick};
use shared::question::open::{Open, OpenLayout};
use shared::question::scale::Scale;
use shared::question::spectrum::{Pole, Spectrum, SpectrumLayout};
use shared::question::words::{Words, WordsLayout};

/// A deck that is right.
pub fn deck() -> impl Strategy<Value = Deck> {
    let settings = (
        text(),
        prop::sample::select(vec!["nl", "en-GB", "zh-Hant"]),
        prop::sample::select(vec![QaMode::Off, QaMode::Open, QaMode::Moderated]),
        reactions(),
        option::of(text()),
        prop::sample::select(vec![Visibility::Shown, Visibility::Hidden]),
        prop::sample::select(vec![PhoneResults::Closed, PhoneResults::Shown, PhoneResults::Hidden]),
        prop::sample::select(vec![Pace::Room, Pace::Own]),
        0..=600_u32,
    );
    (settings, prop::collection::vec(slide(), 1..8)).prop_map(|(settings, mut slides)| {
        for (index, slide) in slides.iter_mut().enumerate() {
            slide.id = SlideId(format!("{}-{index}", slide.id.as_str()));
        }
        let (title, language, qa, reactions, theme, results, phones, pace, grace) = settings;
        Deck { title, language: language.into(), qa, reactions, theme, results, phones, pace, grace, slides }
    })
}

/// A line of text full of marks.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "a", "Wat", "één", " ", " ", "*", "_", "`", "[", "]", "(", ")", "<b>", "<", ">", "&", "&amp;", "#", "-", "+", "1.", "2)",
            "{", "}", "{correct}", "|", "~~", "\\", ":", ": ", " #", ",", "\"", "'", "!", "@", "%", "?", "=", "🐱", "❤️", "no", "2026",
            "optional", "---", "<!--", "-->", "ask: ", "Notes：", "open", "“", "”", "\u{a0}", "\u{301}", "سلام", "👩‍👩‍👦", "![", "](", "http://x",
        ]).prop_map(str::to_owned),
        1 => "\\PC{1,3}",
    ];
    prop::collection::vec(piece, 1..10).prop_map(|pieces| {
        let text = pieces.concat().split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        let text = text.trim().to_owned();
        if text.is_empty() { "x".into() } else { text }
    })
}

fn body() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "",
        "",
        "Een *zin*.",
        "Een\n\nTwee  \ndrie",
        "> citaat\n> - lijst",
        "| a | b |\n| - | - |\n| 1 | 2 |",
        "```\n---\n# a\n- b\n```",
        "    code",
        "[a]: /b",
        "note: tekst",
        "\\<!-- open -->",
        "```html\n<!-- code -->\n```",
        "`<!-- code -->` en tekst",
        "![a](/b) tekst",
        "***",
        "1986\\. Een goed jaar",
    ])
    .prop_map(str::to_owned)
}

fn reactions() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(prop::sample::select(vec!["❤️", "👏", "🇳🇱", "1️⃣"]).prop_map(str::to_owned), 0..4)
}

fn slide() -> impl Strategy<Value = Slide> {
    let notes = option::of(prop::collection::vec(text(), 1..4).prop_map(|lines| lines.join("\n")));
    let settings = (
        "[a-zA-Z0-9]{1,8}",
        text(),
        any::<bool>(),
        body(),
        notes,
        option::of(prop::sample::select(vec![Visibility::Shown, Visibility::Hidden])),
        option::of(prop::sample::select(vec![PhoneResults::Closed, PhoneResults::Shown, PhoneResults::Hidden])),
        option::of(reactions()),
    );
    (settings, part()).prop_map(|(settings, mut part)| {
        let (id, prompt, headed, body, notes, results, phones, reactions) = settings;
        let asks = matches!(part, Part::Question(_));
        let prompt = (asks || headed).then_some(prompt);
        if let Part::Question(Question { ask: Ask::Scale(scale), .. }) = &mut part
            && scale.statements.is_empty()
        {
            scale.statements = prompt.clone().into_iter().collect();
        }
        let (results, phones) = (results.filter(|_| asks), phones.filter(|_| asks));
        Slide { id: SlideId(id), prompt, body, notes, results, phones, reactions, part }
    })
}

fn part() -> impl Strategy<Value = Part> {
    let question = (ask(), any::<bool>(), any::<bool>(), option::of(1..=3600_u32), any::<bool>());
    prop_oneof![
        1 => Just(Part::Content),
        1 => Just(Part::Instructions),
        1 => Just(Part::Leaderboard),
        1 => option::of(1..=240_u32).prop_map(|minutes| Part::Break { minutes, until: None }),
        1 => (0..24, 0..60).prop_map(|(h, m)| Part::Break { minutes: None, until: Some(format!("{h:02}:{m:02}")) }),
        12 => question.prop_map(|(ask, change, required, countdown, after)| {
            let pace = (after && matches!(ask, Ask::Form { .. })).then_some(Pace::After);
            Part::Question(Question { change, required, countdown, compare: None, split: None, pace, ask })
        }),
    ]
}

fn image() -> impl Strategy<Value = Image> {
    let source = prop_oneof![
        prop::sample::select(vec!["/a.png", "a b", "", "<>", "a(b", "&amp;", "https://x/?a=b&c#d", "\\", "a_b*c"])
            .prop_map(str::to_owned),
        text(),
    ];
    (source, option::of(text())).prop_map(|(source, alt)| Image { source, alt: alt.unwrap_or_default() })
}

fn items(min: usize, max: usize) -> impl Strategy<Value = Vec<Item>> {
    prop::collection::vec((text(), option::of(image())), min..=max)
        .prop_map(|items| items.into_iter().map(|(label, image)| Item { label, image, correct: false }).collect())
}

fn answers(label: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<Item>> {
    let item = (label, any::<bool>()).prop_map(|(label, correct)| Item { label, image: None, correct });
    prop::collection::vec(item, 0..4)
}

fn ask() -> impl Strategy<Value = Ask> {
    let two = || [text(), text()].prop_map(Vec::from);
    prop_oneof![
        choice(),
        (1..=10_u32, 1..=60_u32, prop::sample::select(vec![WordsLayout::Cloud, WordsLayout::List]))
            .prop_map(|(entries, length, layout)| Ask::Words(Words { entries, length, layout })),
        open(),
        scale(),
        spectrum(),
        (items(2, 5), any::<bool>()).prop_map(|(items, shuffle)| Ask::Rank { items, shuffle }),
        items(2, 5).prop_map(|items| Ask::Points { items }),
        (items(1, 4), two(), two()).prop_map(|(items, x, y)| Ask::Grid { items, x, y }),
        (image(), answers(text())).prop_map(|(image, items)| Ask::Pin { image: Some(image), items }),
        number(),
        answers(text()).prop_map(|items| Ask::Type { items }),
        prop::collection::vec(field(), 1..5).prop_map(|fields| Ask::Form { fields }),
        Just(Ask::Qa),
    ]
}

fn choice() -> impl Strategy<Value = Ask> {
    let layouts =
        vec![ChoiceLayout::Bars, ChoiceLayout::Columns, ChoiceLayout::Donut, ChoiceLayout::Dots, ChoiceLayout::Places];
    let options = prop::collection::vec((text(), option::of(image()), any::<bool>()), 2..6);
    (options, 1..=2_u32, 1..=2_u32, any::<bool>(), any::<bool>(), prop::sample::select(layouts)).prop_map(
        |(options, a, b, shuffle, other, layout)| {
            let last = options.len() - 1;
            let options = options.into_iter().enumerate().map(|(index, (label, image, correct))| ChoiceOption {
                label,
                image,
                correct,
                other: other && index == last,
            });
            Ask::Choice(Choice {
                options: options.collect(),
                pick: Pick { min: a.min(b), max: a.max(b) },
                shuffle,
                layout,
            })
        },
    )
}

fn open() -> impl Strategy<Value = Ask> {
    let layouts = vec![OpenLayout::Wall, OpenLayout::One, OpenLayout::List, OpenLayout::Columns];
    let columns = prop::collection::vec(text(), 1..=4);
    (1..=10_u32, 1..=1000_u32, 0..=100_u32, prop::sample::select(layouts), columns).prop_map(
        |(entries, length, votes, layout, columns)| {
            let columns = if layout == OpenLayout::Columns { columns } else { Vec::new() };
            Ask::Open(Open { entries, length, votes, layout, columns })
        },
    )
}

fn scale() -> impl Strategy<Value = Ask> {
    (prop::collection::vec(text(), 0..4), -5..5_i32, 1..=10_i32, option::of(text()), option::of(text())).prop_map(
        |(statements, from, steps, low, high)| Ask::Scale(Scale { statements, from, to: from + steps, low, high }),
    )
}

fn spectrum() -> impl Strategy<Value = Ask> {
    let layouts = vec![SpectrumLayout::Dots, SpectrumLayout::Density];
    (pole(), pole(), prop::collection::vec(text(), 0..4), prop::sample::select(layouts))
        .prop_map(|(left, right, stops, layout)| Ask::Spectrum(Spectrum { left, right, stops, layout }))
}

/// Without a picture, a label has no emoji at its end unless it is nothing else.
fn pole() -> impl Strategy<Value = Pole> {
    let emoji = prop::sample::select(vec!["🐱", "❤️", "✊", "👩‍👩‍👦"]).prop_map(str::to_owned);
    (text(), option::of(text()), option::of(emoji)).prop_map(|(label, note, image)| {
        let label = if image.is_none() { format!("{label}.") } else { label };
        Pole { label, note, image }
    })
}

fn number() -> impl Strategy<Value = Ask> {
    let range = prop_oneof![Just((None, None)), (-1e6..0.0, 1e-3..1e9).prop_map(|(from, to)| (Some(from), Some(to)))];
    let label = prop::sample::select(vec!["3", "3,5", "-2", "1.000", "12."])
        .prop_map(|text| text.trim_end_matches('.').to_owned());
    (range, option::of(text()), option::of(text()), answers(label))
        .prop_map(|((from, to), low, high, items)| Ask::Number { from, to, low, high, items })
}

fn field() -> impl Strategy<Value = Field> {
    let input = prop_oneof![
        Just(FieldInput::Text),
        Just(FieldInput::Email),
        Just(FieldInput::Consent),
        (-5..5_i32, 1..=10_i32).prop_map(|(from, steps)| FieldInput::Rating { from, to: from + steps }),
        prop::collection::vec(text(), 2..5).prop_map(|options| FieldInput::Choice { options }),
    ];
    (text(), input, any::<bool>()).prop_map(|(label, input, optional)| Field { label, input, optional })
}
