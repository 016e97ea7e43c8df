//! Decks of every shape that the format can say, for properties.

use std::collections::BTreeMap;

use proptest::option;
use proptest::prelude::*;
use shared::deck::*;
use shared::ids::SlideId;
use shared::question::QuestionSpec;
use shared::question::open::{Basket, Open};

mod asks;

use asks::ask;

/// A deck that is right.
pub fn deck() -> impl Strategy<Value = Deck> {
    let settings = (
        text(),
        prop::sample::select(vec!["nl", "en-GB", "zh-Hant"]),
        prop::sample::select(vec![QaMode::Off, QaMode::Open, QaMode::Moderated]),
        reactions(),
        option::of(text()),
        prop::sample::select(vec![Visibility::Shown, Visibility::Hidden]),
        prop::sample::select(vec![
            PhoneResults::Closed,
            PhoneResults::Shown,
            PhoneResults::Hidden,
        ]),
        prop::sample::select(vec![AnswerPace::Room, AnswerPace::Own]),
        0..=600_u32,
    );
    let later = (
        any::<bool>(),
        prop::sample::select(vec![Profanity::Hold, Profanity::Off]),
        prop::sample::select(vec![NamePolicy::Given, NamePolicy::Own, NamePolicy::Off]),
        prop::sample::select(vec![Codes::Open, Codes::Personal]),
        groups(),
        any::<bool>(),
        text(),
    );
    (settings, later, prop::collection::vec(slide(), 1..8)).prop_map(
        |(settings, later, mut slides)| {
            let (title, language, qa, reactions, theme, results, phones, pace, grace) = settings;
            let (moderated, profanity, names, codes, groups, several, other_title) = later;
            let languages = if several {
                vec![language.to_owned(), "fy".to_owned()]
            } else {
                Vec::new()
            };
            let titles = languages
                .iter()
                .skip(1)
                .map(|language| (language.clone(), other_title.clone()))
                .collect();
            for (index, slide) in slides.iter_mut().enumerate() {
                slide.id = SlideId(format!("{}-{index}", slide.id.as_str()));
                slide.translations.retain(|_| several);
                if let Part::Question(question) = &mut slide.part {
                    if let QuestionSpec::Number(number) = &mut question.ask {
                        number.set_language(language);
                    }
                    question.by_group &= groups.is_some();
                    question.split = question.split.take().filter(|_| groups.is_some());
                }
            }
            refer(&mut slides);
            let language = language.into();
            Deck {
                title,
                language,
                qa,
                reactions,
                moderated,
                profanity,
                languages,
                titles,
                groups,
                names,
                codes,
                theme,
                results,
                phones,
                pace,
                grace,
                slides,
            }
        },
    )
}

/// Lets what names an earlier question name one that is there, or nothing.
fn refer(slides: &mut Vec<Slide>) {
    let source = Slide {
        prompt: Some("Bron?".into()),
        ..Slide::new(
            "source".into(),
            Part::Question(Question::new(QuestionSpec::Open(source_of_items()))),
        )
    };
    slides.insert(0, source);
}

fn source_of_items() -> Open {
    let basket = |name: &str| Basket {
        name: name.into(),
        words: Vec::new(),
    };
    Open {
        baskets: vec![basket("een"), basket("twee")],
        ..Open::default()
    }
}

fn groups() -> impl Strategy<Value = Option<Groups>> {
    option::of(prop_oneof![
        (2..=50_u32).prop_map(Groups::Count),
        prop::collection::vec(text(), 2..5).prop_map(Groups::Named),
    ])
}

/// A line of text full of marks.
pub fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "a", "Wat", "één", " ", " ", "*", "_", "`", "[", "]", "(", ")", "<b>", "<", ">", "&", "&amp;", "#", "-", "+", "1.", "2)",
            "{", "}", "{correct}", "|", "~~", "\\", ":", ": ", " #", ",", "\"", "'", "!", "@", "%", "?", "=", "🐱", "❤️", "no", "2026",
            "optional", "---", "<!--", "-->", "ask: ", "Notes：", "open", "“", "”", "\u{a0}", "\u{301}", "سلام", "👩‍👩‍👦", "![", "](", "http://x",
        ]).prop_map(str::to_owned),
        1 => "\\PC{1,3}",
    ];
    prop::collection::vec(piece, 1..10).prop_map(|pieces| {
        let text = pieces
            .concat()
            .split(' ')
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        let text = text.trim().to_owned();
        if text.is_empty() { "x".into() } else { text }
    })
}

pub fn body() -> impl Strategy<Value = String> {
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
    prop::collection::vec(
        prop::sample::select(vec!["❤️", "👏", "🇳🇱", "1️⃣"]).prop_map(str::to_owned),
        0..4,
    )
}

fn slide() -> impl Strategy<Value = Slide> {
    let notes = option::of(prop::collection::vec(text(), 1..4).prop_map(|lines| lines.join("\n")));
    let settings = (
        "[a-zA-Z0-9]{1,8}",
        text(),
        any::<bool>(),
        body(),
        notes,
        option::of(prop::sample::select(vec![
            Visibility::Shown,
            Visibility::Hidden,
        ])),
        option::of(prop::sample::select(vec![
            PhoneResults::Closed,
            PhoneResults::Shown,
            PhoneResults::Hidden,
        ])),
        option::of(reactions()),
    );
    let later = (
        option::of((0..24, 0..60).prop_map(|(h, m)| format!("{h:02}:{m:02}"))),
        option::of(1..=240_u32),
        any::<bool>(),
        option::of((text(), text(), text())),
    );
    (settings, later, part()).prop_map(|(settings, later, mut part)| {
        let (id, prompt, headed, body, notes, results, phones, reactions) = settings;
        let asks = matches!(part, Part::Question(_));
        let prompt = (asks || headed).then_some(prompt);
        if let Part::Question(Question {
            ask: QuestionSpec::Scale(scale),
            ..
        }) = &mut part
            && scale.statements.is_empty()
            && scale.items_from.is_none()
        {
            scale.statements = prompt.clone().into_iter().collect();
        }
        let (results, phones) = (results.filter(|_| asks), phones.filter(|_| asks));
        let (at, minutes, skip, translated) = later;
        let minutes = minutes.filter(|_| !matches!(part, Part::Break { .. }));
        let translations =
            translated.and_then(|texts| translation(texts, prompt.as_deref(), &body, &part));
        let translations = translations.into_iter().collect();
        Slide {
            id: SlideId(id),
            prompt,
            body,
            notes,
            results,
            phones,
            reactions,
            at,
            minutes,
            skip,
            translations,
            part,
        }
    })
}

/// The slide in another language: as many of everything.
fn translation(
    (text, item, setting): (String, String, String),
    prompt: Option<&str>,
    body: &str,
    part: &Part,
) -> Option<Translation> {
    let mut translation = Translation::new("fy");
    let plain = ["", "Een *zin*.", "Een\n\nTwee  \ndrie", "note: tekst"].contains(&body);
    if plain {
        translation.prompt = prompt.map(|_| text);
        translation.body = body.to_owned();
        let listed = match part {
            Part::Question(Question {
                ask: QuestionSpec::Rank(rank),
                ..
            }) => rank.items.len(),
            Part::Question(Question {
                ask: QuestionSpec::Form(form),
                ..
            }) => form.fields.len(),
            Part::Question(Question {
                ask: QuestionSpec::Choice(choice),
                ..
            }) => choice.options.len(),
            Part::Question(Question {
                ask: QuestionSpec::Words(_) | QuestionSpec::Spectrum(_) | QuestionSpec::Qa(_),
                ..
            }) => 0,
            Part::Question(_) => return None,
            _ => 0,
        };
        translation.items = vec![item; listed];
    }
    if let Part::Question(Question {
        ask: QuestionSpec::Spectrum(spectrum),
        ..
    }) = part
    {
        let noted = Translated::Noted {
            label: setting.clone(),
            note: setting.clone(),
        };
        translation.settings = BTreeMap::from([
            ("left".to_owned(), Translated::Text(setting.clone())),
            ("right".to_owned(), noted),
        ]);
        if !spectrum.stops.is_empty() {
            let stops = Translated::Texts(vec![setting; spectrum.stops.len()]);
            translation.settings.insert("stops".to_owned(), stops);
        }
    }
    (!translation.is_without_text() || !translation.settings.is_empty()).then_some(translation)
}

fn part() -> impl Strategy<Value = Part> {
    let question = (
        ask(),
        any::<bool>(),
        any::<bool>(),
        option::of(1..=3600_u32),
        any::<bool>(),
        (
            any::<bool>(),
            any::<bool>(),
            option::of(prop::sample::select(vec!["last", "12345678", "kamer-3"])),
        ),
    );
    prop_oneof![
        1 => Just(Part::Content),
        1 => option::of((text(), option::of(text()))).prop_map(|wifi| Part::Instructions {
            wifi: wifi.filter(|(name, _)| name.len() < 60).map(|(name, password)| Wifi {
                name,
                password: password.filter(|password| password.len() < 60),
            }),
        }),
        1 => Just(Part::Agenda),
        1 => option::of(1..=1_000_u32).prop_map(|round| Part::Results { question: "source".into(), round }),
        1 => Just(Part::Leaderboard),
        1 => option::of(1..=240_u32).prop_map(|minutes| Part::Break { minutes, until: None }),
        1 => (0..24, 0..60).prop_map(|(h, m)| Part::Break { minutes: None, until: Some(format!("{h:02}:{m:02}")) }),
        12 => question.prop_map(|(ask, change, required, countdown, after, (by_group, grouped, ghost))| {
            let pace = (after && matches!(ask, QuestionSpec::Form { .. })).then_some(AnswerPace::After);
            let (split, ghost) = (grouped.then(|| "groups".into()), ghost.map(str::to_owned));
            Part::Question(Question { change, required, countdown, split, pace, by_group, ghost, ..Question::new(ask) })
        }),
    ]
}
