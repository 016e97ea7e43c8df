//! The projected page of every kind of question, with as many answers as one likes.

use shared::cloud::Layout;
use shared::code::JoinCode;
use shared::ids::{AnswerId, RoomId};
use shared::phase::Phase;
use shared::protocol::view::{Compared, HostView, Pair, PartView, QuestionView, Screen, SlideView};
use shared::question::choice::{
    ChoiceInput, ChoiceLayout, InputOption, OptionVotes, OtherText, Pick,
};
use shared::question::number::NumberInput;
use shared::question::number::decimal::DecimalMark;
use shared::question::open::{OpenAnswer, OpenInput, OpenLayout};
use shared::question::scale::StatementResults;
use shared::question::spectrum::{SpectrumInput, SpectrumLayout, SpectrumTally};
use shared::question::word::Word;
use shared::question::words::{self, WordsInput, WordsLayout};
use shared::question::{Input, Results, choice, number as numbers, open, scale};

use super::samples::{
    asked, cat_and_dog, choice_input, open_input, scale_input, slide, with, words_input,
};
use crate::language::Language;
use crate::views::stage::StageState;

/// A room whose stage shows that slide.
pub(super) fn at(slide: Option<SlideView>) -> StageState {
    StageState {
        language: Language::Nl,
        room: RoomId::from("hall"),
        controls: true,
        code: JoinCode::parse("8914 5348").unwrap(),
        address: "peil.example.org".into(),
        qr_svg:
            "<svg viewBox=\"0 0 29 29\"><path d=\"M4 4h7v7h-7zM18 4h7v7h-7zM4 18h7v7h-7z\"/></svg>"
                .into(),
        seq: 41,
        view: HostView {
            trial: None,
            phones: Default::default(),
            title: "Groepenwerkplaats".into(),
            language: "nl".into(),
            phase: if slide.is_some() {
                Phase::Live
            } else {
                Phase::Ready
            },
            looks_back: false,
            participants: 2168,
            present: 168,
            sending: 0,
            screen: Screen::Slides,
            slides: 12,
            slide,
            notes: None,
            outline: Vec::new(),
            upcoming: None,
            deck_version: 0,
            next: None,
            next_part: None,
            wifi: None,
            door_closed: false,
            waiting: None,
            more_time: None,
            began_at: None,
            slide_began_at: None,
            minutes: None,
            waits: Vec::new(),
            suggested: Vec::new(),
            compared: None,
            controls: 0,
            undoable: None,
            recent: Vec::new(),
            qa: None,
            reactions: Vec::new(),
            finished: None,
            evaluation: None,
            groups: None,
            resumable_until: None,
        },
        refresh_seconds: Some(2),
        turn: 0,
        now: 0,
    }
}

pub(super) fn shown(id: &str, prompt: &str, input: Input, results: Results) -> StageState {
    let voters = results.voters();
    at(Some(with(asked(id, prompt, input), |question| {
        question.voters = Some(voters);
        question.results = Some(results.bounded());
    })))
}

/// Numbers that look thrown and are always the same.
fn thrown(n: u64) -> u64 {
    let mut x = n
        .wrapping_mul(0x9e37_79b9_7f4a_7c15)
        .wrapping_add(0x1234_5678);
    x ^= x >> 29;
    x = x.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x ^ (x >> 32)
}

const COLUMNS: [&str; 3] = ["Morgen", "Deze maand", "Dit jaar"];
const GROUPS: [&str; 5] = [
    "Zorgverlener",
    "Welzijn of sociaal werk",
    "Beleid of bestuur",
    "Ervaringsdeskundige of naaste",
    "Anders",
];
const TEXTS: [&str; 8] = [
    "Morgen bel ik de buurvrouw die ik al weken niet zag.",
    "Een verkennend gesprek in plaats van een intake.",
    "De ervaringsdeskundige vanaf het begin aan tafel.",
    "Koffie met de gemeente.",
    "In ons team vragen wie er samen met mij een groep wil starten, en dan samen kijken wie er nog meer bij past. Daarna zien we verder met elkaar.",
    "Huisarts uitnodigen in het groepenhuis.",
    "سوف نجرب شيئا جديدا",
    "Niets nieuws: volhouden.",
];
const WORDS: [&str; 24] = [
    "samen",
    "vertrouwen",
    "respect",
    "er voor elkaar zijn",
    "openheid",
    "gelijkwaardig",
    "eigen regie",
    "ruimte",
    "buurt",
    "autonomie",
    "luisteren",
    "nuchter",
    "noaberschap",
    "geloof",
    "humor",
    "dignity of risk",
    "zorgzaam",
    "familie",
    "rust",
    "❤️ lef",
    "moed",
    "tijd",
    "سلام",
    "hoop",
];

/// So many words, one of each person.
pub(super) fn words_of(people: u64) -> words::WordsTally {
    let given = (0..people).map(|person| {
        let thrown = thrown(person);
        let text = match thrown % 10 {
            0..=5 => WORDS[(thrown / 10 % 24 * (thrown / 240 % 24) / 24) as usize].to_owned(),
            _ => format!(
                "{} {}",
                WORDS[(thrown / 10 % 24) as usize],
                thrown / 240 % 400
            ),
        };
        [Word {
            key: shared::text::word_key(&text, shared::rules::Rules::LATEST),
            text,
        }]
    });
    let given: Vec<[Word; 1]> = given.collect();
    let mut tally = words::WordsTally::default();
    given.iter().for_each(|words| tally.add(words));
    tally
}

pub(super) fn words(people: u64) -> StageState {
    let tally = words_of(people);
    let words = shown(
        "values",
        "Waaraan denk je bij ‘waarden’?",
        words_input(3),
        Results::Words(tally.results()),
    );
    with_cloud(words, &tally)
}

pub(super) fn listed_words(people: u64) -> StageState {
    let input = Input::Words(WordsInput {
        entries: 3,
        length: 25,
        layout: WordsLayout::List,
    });
    shown(
        "values",
        "Waaraan denk je bij ‘waarden’?",
        input,
        Results::Words(words_of(people).results()),
    )
}

fn with_cloud(mut state: StageState, tally: &words::WordsTally) -> StageState {
    if let Some(PartView::Question(question)) =
        state.view.slide.as_mut().map(|slide| &mut slide.part)
    {
        question.cloud = Some(Box::new(
            Layout::new(&tally.entries, 0).cloud(&tally.entries),
        ));
    }
    state
}

/// A choice of that layout; a twentieth typed something of their own.
pub(super) fn choice(layout: ChoiceLayout, people: u64) -> StageState {
    let mut votes = [0; 5];
    (0..people).for_each(|person| {
        votes[(thrown(person) % 20 / 4 * (thrown(person + 1) % 5) / 4) as usize] += 1
    });
    let option = |(label, votes): (&&str, u64)| OptionVotes {
        label: (*label).to_owned(),
        votes,
    };
    let other = |n: u64| OtherText {
        text: TEXTS[(n % 8) as usize].chars().take(40).collect(),
        votes: 1 + n % 3,
    };
    let results = choice::ChoiceResults {
        voters: people,
        options: GROUPS.iter().zip(votes).map(option).collect(),
        others: Some((0..votes[4] / 3).map(other).collect()),
    };
    let mut input = choice_input(&GROUPS, Pick { min: 1, max: 1 });
    if let Input::Choice(ChoiceInput { layout: kept, .. }) = &mut input {
        *kept = layout;
    }
    shown("job", "Wat is je functie?", input, Results::Choice(results))
}

/// Twenty long options.
pub(super) fn options(people: u64) -> StageState {
    let label = |n: u64| {
        format!(
            "{}: {}",
            n + 1,
            TEXTS[(n % 8) as usize].chars().take(60).collect::<String>()
        )
    };
    let options: Vec<OptionVotes> = (0..20)
        .map(|n| OptionVotes {
            label: label(n),
            votes: people * (thrown(n) % 10) / 60,
        })
        .collect();
    let input = Input::Choice(ChoiceInput {
        options: options
            .iter()
            .map(|o| InputOption {
                label: o.label.clone(),
                other: false,
                image: None,
            })
            .collect(),
        pick: Pick { min: 1, max: 3 },
        shuffle: false,
        layout: ChoiceLayout::Bars,
    });
    let results = choice::ChoiceResults {
        voters: people,
        options,
        others: None,
    };
    shown(
        "choice",
        "Welke drie kies jij?",
        input,
        Results::Choice(results),
    )
}

/// So many open answers.
pub(super) fn open(layout: OpenLayout, votes: u32, people: u64) -> StageState {
    let answer = |n: u64| OpenAnswer {
        id: AnswerId(n + 1),
        text: match layout {
            OpenLayout::Columns if n % 8 != 7 => {
                format!(
                    "{}: {}",
                    COLUMNS[(n % 3) as usize],
                    TEXTS[(thrown(n) % 8) as usize]
                )
            }
            _ => TEXTS[(thrown(n) % 8) as usize].to_owned(),
        },
        votes: if votes > 0 { thrown(n) % 24 } else { 0 },
        at: 0,
    };
    let answers: Vec<OpenAnswer> = (0..people).map(answer).collect();
    let mut input = open_input(1, votes);
    if let Input::Open(OpenInput {
        layout: kept,
        columns,
        ..
    }) = &mut input
    {
        *kept = layout;
        columns.extend(COLUMNS.map(str::to_owned));
    }
    let votes = answers.iter().map(|answer| answer.votes).sum();
    shown(
        "tomorrow",
        "Wat ga je morgen doen?",
        input,
        Results::Open(open::OpenResults {
            voters: people,
            total: people,
            votes,
            answers,
        }),
    )
}

/// So many answers of 200 characters.
fn long_answers(people: u64) -> StageState {
    with_open_results(open(OpenLayout::Wall, 0, people), |question, results| {
        question.open = people < 100;
        let text = |n: u64| {
            [0, 1, 2, 4]
                .map(|more| TEXTS[((n + more) % 6) as usize])
                .join(" ")
                .chars()
                .take(200)
                .collect()
        };
        results
            .answers
            .iter_mut()
            .for_each(|answer| answer.text = text(answer.id.0));
    })
}

/// So many answers, once people have voted.
pub(super) fn ranked(people: u64) -> StageState {
    with_open_results(open(OpenLayout::Wall, 3, people), |question, _| {
        question.open = false
    })
}

fn with_open_results(
    mut state: StageState,
    change: impl FnOnce(&mut QuestionView, &mut open::OpenResults),
) -> StageState {
    if let Some(PartView::Question(question)) =
        state.view.slide.as_mut().map(|slide| &mut slide.part)
        && let Some(Results::Open(mut results)) = question.results.take()
    {
        change(question, &mut results);
        question.results = Some(Results::Open(results));
    }
    state
}

/// So many statements.
pub(super) fn scale(statements: usize, people: u64) -> StageState {
    let labels: Vec<String> = (0..statements)
        .map(|n| TEXTS[n % 8].chars().take(70).collect())
        .collect();
    let statement = |(n, label): (usize, &String)| {
        let n = n as u64;
        let mut counts = vec![0_u64; 5];
        let skipped = if people > 10 { n % 4 } else { 0 };
        (skipped..people).for_each(|p| counts[(thrown(p * 31 + n) % 8).min(4) as usize] += 1);
        let sum: u64 = counts
            .iter()
            .zip(1_u64..)
            .map(|(count, value)| count * value)
            .sum();
        let given: u64 = counts.iter().sum();
        StatementResults {
            label: label.clone(),
            counts,
            mean: (given > 0).then(|| sum as f64 / given as f64),
            skipped,
        }
    };
    let results = scale::ScaleResults {
        voters: people,
        skipped: 0,
        from: 1,
        statements: labels.iter().enumerate().map(statement).collect(),
    };
    let texts: Vec<&str> = labels.iter().map(String::as_str).collect();
    shown(
        "outlook",
        "Hoe kijk je naar de proef?",
        scale_input(&texts),
        Results::Scale(results),
    )
}

/// So many places between two poles.
pub(super) fn spectrum(layout: SpectrumLayout, people: u64) -> StageState {
    let mut tally = SpectrumTally::default();
    for person in 0..people {
        let (a, b) = (thrown(person) % 5000, thrown(person + 7777) % 4000);
        tally.add(if person % 3 == 0 {
            (a / 2 + b / 2 + 300) as u16
        } else {
            ((a + b) / 2 + 4900).min(10_000) as u16
        });
    }
    let mut input = cat_and_dog();
    if let Input::Spectrum(SpectrumInput { layout: kept, .. }) = &mut input {
        *kept = layout;
    }
    shown(
        "belief",
        "Geloof jij dat groepen het welzijn hier echt gaan verbeteren?",
        input,
        Results::Spectrum(tally.results()),
    )
}

pub(super) fn number_input(range: (f64, f64), unit: &str) -> Input {
    let ends = ["leeg", "vol"].map(|end| Some(end.to_owned()));
    let ([low, high], unit, mark) = (ends, Some(unit.to_owned()), DecimalMark::Comma);
    Input::Number(NumberInput {
        from: Some(range.0),
        to: Some(range.1),
        low,
        high,
        unit,
        mark,
    })
}

/// How many each guessed, of whom one in fifty far too many.
pub(super) fn number(people: u64) -> StageState {
    let mut tally = numbers::NumberTally::default();
    for person in 0..people {
        let far = if person % 50 == 49 {
            120 + thrown(person) % 90
        } else {
            0
        };
        tally.add((2 + thrown(person) % 8 + thrown(person + 999) % 8 + far) as i64 * 1_000);
    }
    let results = Results::Number(tally.page());
    shown(
        "group-size",
        "Met hoeveel is een groep op z’n best?",
        number_input((1.0, 250.0), "deelnemers"),
        results,
    )
}

/// The same question as before, set beside what it came to then.
fn compared(now: StageState, then: StageState) -> StageState {
    let results = |state: &StageState| match &state.view.slide.as_ref().unwrap().part {
        PartView::Question(question) => question.results.clone().unwrap(),
        _ => panic!("questions are compared"),
    };
    let (id, prompt) = ("before".into(), "Wat dacht je eerst?".to_owned());
    let compared = Compared {
        id,
        prompt,
        results: results(&then),
        pairs: None,
    };
    let mut now = now;
    now.view.compared = Some(compared);
    now
}

/// So many people between two poles for the second time.
pub(super) fn shift(people: u64) -> StageState {
    let places = |person: u64| {
        let then = (thrown(person) % 5000 + thrown(person + 9) % 4000) / 90;
        let by = if thrown(person + 3).is_multiple_of(6) {
            94
        } else {
            100 + thrown(person + 5) % 30
        };
        (then, (then + by).saturating_sub(100).min(100))
    };
    let of = |pick: fn((u64, u64)) -> u64| {
        let mut tally = SpectrumTally::default();
        (0..people).for_each(|person| tally.add(pick(places(person)) as u16 * 100));
        Results::Spectrum(tally.results().bounded())
    };
    let pair = |person: u64| Pair {
        then: places(person).0 as f64,
        now: places(person).1 as f64,
    };
    let mut state = shown(
        "now",
        "En nu? Geloof jij dat groepen het welzijn hier verbeteren?",
        cat_and_dog(),
        of(|it| it.1),
    );
    let pairs = (people <= 400).then(|| (0..people).map(pair).collect());
    let (id, prompt) = ("belief".into(), "Geloof jij dat?".to_owned());
    state.view.compared = Some(Compared {
        id,
        prompt,
        results: of(|it| it.0),
        pairs,
    });
    state
}

/// How many answers a page is looked at with.
pub(super) const CROWDS: [u64; 5] = [0, 1, 12, 168, 2000];

/// Every kind with every crowd.
pub(super) fn all() -> Vec<(String, StageState)> {
    let each = |people: u64| {
        vec![
            ("words", words(people)),
            ("words-list", listed_words(people)),
            ("bars", choice(ChoiceLayout::Bars, people)),
            ("columns", choice(ChoiceLayout::Columns, people)),
            ("donut", choice(ChoiceLayout::Donut, people)),
            ("dots", choice(ChoiceLayout::Dots, people)),
            ("places", choice(ChoiceLayout::Places, people)),
            ("options", options(people)),
            ("wall", open(OpenLayout::Wall, 0, people)),
            ("wall-votes", open(OpenLayout::Wall, 3, people)),
            ("wall-one", open(OpenLayout::One, 0, people)),
            ("wall-long", long_answers(people)),
            ("wall-ranked", ranked(people)),
            ("wall-list", open(OpenLayout::List, 3, people)),
            ("wall-columns", open(OpenLayout::Columns, 0, people)),
            ("scale", scale(3, people)),
            ("scale-many", scale(18, people)),
            ("spectrum", spectrum(SpectrumLayout::Dots, people)),
            ("density", spectrum(SpectrumLayout::Density, people)),
            ("shift", shift(people)),
            ("number", number(people)),
            (
                "bars-compared",
                compared(
                    choice(ChoiceLayout::Bars, people),
                    choice(ChoiceLayout::Bars, people / 2 + 7),
                ),
            ),
            (
                "scale-compared",
                compared(scale(3, people), scale(3, people / 2 + 3)),
            ),
        ]
    };
    let mut all: Vec<(String, StageState)> = CROWDS
        .into_iter()
        .flat_map(|people| {
            each(people)
                .into_iter()
                .map(move |(name, state)| (format!("{name}-{people}"), state))
        })
        .collect();
    let pause = |minutes, until: Option<&str>| PartView::Break {
        minutes,
        until: until.map(str::to_owned),
        began_at: 0,
    };
    let others = [
        ("joining", at(None)),
        (
            "pause",
            next(at(Some(slide("s", "", "", pause(Some(15), None))))),
        ),
        (
            "pause-until",
            at(Some(slide("s", "Pauze", "", pause(None, Some("14:45"))))),
        ),
    ];
    all.extend(others.map(|(name, state)| (name.to_owned(), state)));
    all
}

fn next(mut state: StageState) -> StageState {
    state.view.next = Some("Waaraan denk je bij ‘waarden’?".to_owned());
    state
}
