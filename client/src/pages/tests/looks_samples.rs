//! More pages, for anyone who wants to look at them: few and many options, slides that ask nothing,
//! and phones that are alive.

use shared::phase::Phase;
use shared::protocol::view::{PartView, Screen};
use shared::question::choice::{self, ChoiceInput, ChoiceLayout, InputOption, OptionVotes, Pick};
use shared::question::open::OpenLayout;
use shared::question::scale::{self, StatementResults};
use shared::question::spectrum::{SpectrumLayout, SpectrumTally};
use shared::question::word_counts::WordCount;
use shared::question::words::{self, WordsInput, WordsLayout};
use shared::question::{Fields, Input, Results};

use super::samples::{
    answered, asked, cat_and_dog, choice_input, closed, fields, scale_input, slide, spectrum_input,
    with, words_input,
};
use super::stage_samples::{CROWDS, at, shown};
use crate::phone::ParticipantState;
use crate::phone::live::PhoneLiveState;
use crate::views::stage::StageState;

const AGENDA: &str = "<p>Een middag over samen werken aan mentale gezondheid.</p><table><thead><tr><th>tijd</th><th>wat</th></tr></thead><tbody><tr><td>13.00</td><td>Welkom en kennismaken</td></tr><tr class=\"now\" aria-current=\"step\"><td>13.30</td><td>Waar sta jij?</td></tr><tr><td>14.30</td><td>Pauze</td></tr><tr><td>14.45</td><td>Onze waarden</td></tr><tr><td>15.30</td><td>Wat ga je morgen doen?</td></tr></tbody></table>";
const QUOTE: &str = "<blockquote><p>Niemand hoeft het alleen te doen, en niemand kan het alleen.</p></blockquote><p>Marijke, ervaringsdeskundige</p>";
const BIG: &str = "<p class=\"big-number\"><strong>1 op 4</strong></p><p>inwoners van onze regio wacht langer dan een half jaar op hulp.</p>";
const LIST: &str = "<p>Drie afspraken voor vanmiddag.</p><ul><li>Zeg wat je denkt, en laat een ander uitpraten.</li><li>Wat hier gezegd wordt, blijft hier.</li><li>Twijfel je? Vraag het.</li></ul>";
const SIDES: [&str; 3] = [
    "Ja, dat zie ik gebeuren",
    "Nee, nog niet",
    "Ik weet het nog niet",
];
const PLACES: [&str; 20] = [
    "Almelo",
    "Borne",
    "Dinkelland",
    "Enschede",
    "Haaksbergen",
    "Hellendoorn",
    "Hengelo",
    "Hof van Twente",
    "Losser",
    "Oldenzaal",
    "Rijssen-Holten",
    "Tubbergen",
    "Twenterand",
    "Wierden",
    "Deventer",
    "Zutphen",
    "Lochem",
    "Raalte",
    "Ommen",
    "Hardenberg",
];

fn options(layout: ChoiceLayout, labels: &[&str], people: u64) -> StageState {
    let votes = |n: usize| {
        (people as f64 * 0.62_f64.powi((n * 5 % labels.len()) as i32) * 0.42).round() as u64
    };
    let option = |(n, label): (usize, &&str)| OptionVotes {
        label: (*label).to_owned(),
        votes: votes(n),
    };
    let options: Vec<OptionVotes> = labels.iter().enumerate().map(option).collect();
    let input = Input::Choice(ChoiceInput {
        options: labels
            .iter()
            .map(|it| InputOption {
                label: (*it).to_owned(),
                other: false,
                image: None,
            })
            .collect(),
        pick: Pick { min: 1, max: 1 },
        shuffle: false,
        layout,
    });
    let voters = options.iter().map(|option| option.votes).sum();
    let results = choice::ChoiceResults {
        voters,
        options,
        others: None,
    };
    shown(
        "choice",
        "Waar kom je vandaan?",
        input,
        Results::Choice(results),
    )
}

fn list(distinct: usize) -> StageState {
    let entry = |n: usize| WordCount {
        text: PLACES[n % 20].to_owned() + &"!".repeat(n / 20),
        count: 240 / (n as u64 + 1) + 1,
    };
    let entries: Vec<WordCount> = (0..distinct).map(entry).collect();
    let input = Input::Words(WordsInput {
        entries: 3,
        length: 25,
        layout: WordsLayout::List,
    });
    let given = entries.iter().map(|entry| entry.count).sum();
    let results = words::WordsResults {
        voters: 168,
        given,
        distinct: distinct as u64,
        entries,
    };
    shown(
        "words",
        "Waar denk je aan bij thuis?",
        input,
        Results::Words(results),
    )
}

fn statements(counts: &[[u64; 5]]) -> StageState {
    let texts = [
        "Ik snap wat de bedoeling is",
        "Ik zie wat ik zelf kan bijdragen",
        "We kunnen volgende maand beginnen",
    ];
    let statement = |(label, counts): (&&str, &[u64; 5])| {
        let sum: u64 = counts
            .iter()
            .zip(1..)
            .map(|(count, value)| count * value)
            .sum();
        let given: u64 = counts.iter().sum();
        let mean = (given > 0).then(|| sum as f64 / given as f64);
        StatementResults {
            label: (*label).to_owned(),
            counts: counts.to_vec(),
            mean,
            skipped: 0,
        }
    };
    let statements: Vec<StatementResults> = texts.iter().zip(counts).map(statement).collect();
    let voters = counts.first().map_or(0, |counts| counts.iter().sum());
    let results = scale::ScaleResults {
        voters,
        skipped: 0,
        from: 1,
        statements,
    };
    shown(
        "outlook",
        "Hoe kijk je naar de proef?",
        scale_input(&texts[..counts.len()]),
        Results::Scale(results),
    )
}

fn poles(input: Input, people: u64, at: fn(u64) -> u64) -> StageState {
    let mut tally = SpectrumTally::default();
    (0..people).for_each(|person| tally.add(at(person) as u16));
    shown(
        "line",
        "Hoe neem jij beslissingen?",
        input,
        Results::Spectrum(tally.results()),
    )
}

/// What was given as a list of words.
pub(super) fn worded(tally: &words::WordsTally) -> StageState {
    let input = Input::Words(WordsInput {
        entries: 3,
        length: 25,
        layout: WordsLayout::List,
    });
    shown(
        "words",
        "Waar denk je aan bij thuis?",
        input,
        Results::Words(tally.results()),
    )
}

/// Poles of so many characters.
fn long_poles(characters: usize, people: u64) -> StageState {
    const LEFT: &str = "We wachten af tot er meer geld en meer tijd voor komt, want anders wordt het weer niets en is iedereen straks voor de zoveelste keer heel teleurgesteld";
    const RIGHT: &str = "We beginnen volgende week gewoon met een kleine groep in het buurthuis, en kijken daarna met iedereen die mee wil doen wat er beter kan en wie er nog mist";
    let cut = |text: &str| text.chars().take(characters).collect::<String>();
    let input = spectrum_input((&cut(LEFT), "", "🐌"), (&cut(RIGHT), "", "🐇"), &[]);
    poles(input, people, |person| {
        (person * 41 % 97 + person * 67 % 97) * 51
    })
}

/// So many statements of two lines.
fn rows(statements: usize, people: u64) -> StageState {
    const TEXTS: [&str; 8] = [
        "Ik snap wat de bedoeling is",
        "Ik zie wat ik zelf kan bijdragen",
        "We kunnen hier volgende maand mee beginnen",
        "Mijn team staat er helemaal achter, denk ik",
        "De gemeente doet ook mee aan deze proef",
        "Er is genoeg tijd om het goed uit te proberen",
        "Wie het moeilijk vindt krijgt op tijd hulp",
        "Over een jaar doen we dit allemaal nog",
    ];
    let statement = |(n, label): (usize, &&str)| {
        let counts: Vec<u64> = (0..5)
            .map(|step| people * ((n as u64 * 3 + step * 7) % 11) / 30)
            .collect();
        let given: u64 = counts.iter().sum();
        let sum: u64 = counts
            .iter()
            .zip(1..)
            .map(|(count, value)| count * value)
            .sum();
        let mean = (given > 0).then(|| sum as f64 / given as f64);
        StatementResults {
            label: (*label).to_owned(),
            counts,
            mean,
            skipped: people / 40 * (n as u64 % 3),
        }
    };
    let texts = &TEXTS[..statements];
    let statements = texts.iter().enumerate().map(statement).collect();
    let results = scale::ScaleResults {
        voters: people,
        skipped: 0,
        from: 1,
        statements,
    };
    shown(
        "outlook",
        "Hoe kijk je naar de proef?",
        scale_input(texts),
        Results::Scale(results),
    )
}

/// The same question while its results are hidden.
pub(super) fn hidden(mut state: StageState) -> StageState {
    state.view.slide = state.view.slide.map(|slide| {
        with(slide, |question| {
            (question.results, question.cloud) = (None, None)
        })
    });
    state
}

/// Figures that have to hold much, and questions whose results are hidden.
fn full() -> Vec<(String, StageState)> {
    let mut all: Vec<(String, StageState)> = [4, 5, 6, 8]
        .map(|n| (format!("rows-{n}"), rows(n, 168)))
        .into();
    all.extend([50, 70, 150].map(|n| (format!("poles-{n}"), long_poles(n, 168))));
    let stops = [
        "ergens ertussenin, maar liever iets meer links",
        "dat weet ik echt nog niet",
        "ergens rechts",
    ];
    let stops = spectrum_input(
        ("ik zoek zekerheid", "", "🛟"),
        ("ik ben een gokker", "", "🎲"),
        &stops,
    );
    all.push((
        "stops-long".to_owned(),
        poles(stops, 168, |person| {
            (person * 41 % 97 + person * 67 % 97) * 51
        }),
    ));
    let questions = super::stage_samples::all()
        .into_iter()
        .filter(|(name, _)| name.ends_with("-168"));
    all.extend(questions.map(|(name, state)| {
        (
            format!("hidden-{}", name.trim_end_matches("-168")),
            hidden(state),
        )
    }));
    all.push(("hidden-rows".to_owned(), hidden(rows(8, 168))));
    all.push(("hidden-poles".to_owned(), hidden(long_poles(70, 168))));
    all
}

/// Every page with its name.
pub(super) fn all() -> Vec<(String, StageState)> {
    let mut all = Vec::new();
    for people in CROWDS {
        for (name, labels) in [
            ("two", &SIDES[..2]),
            ("three", &SIDES[..]),
            ("eight", &PLACES[..8]),
            ("twenty", &PLACES[..]),
        ] {
            for (kind, layout) in [
                ("bars", ChoiceLayout::Bars),
                ("dots", ChoiceLayout::Dots),
                ("columns", ChoiceLayout::Columns),
                ("donut", ChoiceLayout::Donut),
                ("places", ChoiceLayout::Places),
            ] {
                all.push((
                    format!("{kind}-{name}-{people}"),
                    options(layout, labels, people),
                ));
            }
        }
        let ends: fn(u64) -> u64 = |person| {
            if person % 3 == 0 {
                person * 37 % 1200
            } else {
                10_000 - person * 53 % 2100
            }
        };
        let stops = spectrum_input(
            ("ik zoek zekerheid", "", "🛟"),
            ("ik ben een gokker", "", "🎲"),
            &["ergens ertussenin"],
        );
        all.push((format!("ends-{people}"), poles(cat_and_dog(), people, ends)));
        all.push((
            format!("stops-{people}"),
            poles(stops, people, |person| {
                (person * 41 % 97 + person * 67 % 97) * 51
            }),
        ));
    }
    for distinct in [1, 3, 7, 12, 24, 60] {
        all.push((format!("list-{distinct}"), list(distinct)));
    }
    all.push(("scale-one".to_owned(), statements(&[[2, 9, 31, 58, 44]])));
    all.push((
        "scale-two".to_owned(),
        statements(&[[2, 9, 31, 58, 44], [22, 60, 31, 20, 4]]),
    ));
    all.extend(super::kind_samples::stages());
    all.extend(quiet());
    all.extend(full());
    all
}

/// Pages that ask nothing.
fn quiet() -> Vec<(String, StageState)> {
    let content = |prompt: &str, body: &str| at(Some(slide("s", prompt, body, PartView::Content)));
    let mut ended = at(None);
    ended.view.phase = Phase::Ended;
    let mut blank = content("Welkom", LIST);
    blank.view.screen = Screen::Blank;
    let over = PartView::Break {
        minutes: Some(15),
        until: None,
        began_at: 0,
    };
    let mut over = at(Some(slide(
        "s",
        "Pauze",
        "<p>Koffie staat klaar in de hal.</p>",
        over,
    )));
    over.now = 16 * 60_000;
    let mut address = at(None);
    address.address = "werkplek.gezondheidscentrum-oost.nl".into();
    let states = [
        ("agenda", content("Welkom", AGENDA)),
        ("quote", content("", QUOTE)),
        ("big", content("Wachten", BIG)),
        ("content-list", content("Zo gaan we met elkaar om", LIST)),
        (
            "title",
            content(
                "Samen werken aan mentale gezondheid",
                "<p>Groepenwerkplaats, 22 november</p>",
            ),
        ),
        ("ended", ended),
        ("blank", blank),
        ("pause-over", over),
        ("joining-long", address),
        (
            "later",
            at(Some(slide("s", "Zet op volgorde", "", PartView::Later))),
        ),
    ];
    states.map(|(name, state)| (name.to_owned(), state)).into()
}

/// Phones that are alive, and results as phones show them.
pub(super) fn phones() -> Vec<(String, ParticipantState)> {
    let jobs = || {
        asked(
            "job",
            "Wat is je functie?",
            choice_input(&SIDES, Pick { min: 1, max: 1 }),
        )
    };
    let alive = |mut state: ParticipantState, live: PhoneLiveState| {
        (state.saved, state.live) = (false, Some(live));
        state
    };
    let live = |waiting: bool, reached: bool, held: bool| PhoneLiveState {
        waiting: if waiting {
            vec!["job".into()]
        } else {
            Vec::new()
        },
        reached,
        held,
        ..PhoneLiveState::default()
    };
    let picked = || answered(jobs(), fields(&[("option", "2")]));
    let with_results = |state: StageState, given: Fields| {
        let shown = state.view.slide.expect("these stages show a question");
        let id = shown.id.clone();
        let mut state = answered(closed(shown), given);
        state.saved = false;
        if let Some(own) = state.own.get_mut(&id) {
            own.turn = 1;
        }
        state
    };
    let far = asked(
        "nearby",
        "Wat is voor jou het belangrijkste in de samenwerking met anderen in de wijk?",
        words_input(3),
    );
    let states = [
        ("alive-sending", alive(picked(), live(true, true, false))),
        ("alive-offline", alive(picked(), live(true, false, false))),
        ("alive-lost", alive(picked(), live(false, false, false))),
        ("alive-saved", alive(picked(), live(false, true, false))),
        (
            "alive-held",
            alive(with_grace(picked()), live(false, true, true)),
        ),
        (
            "alive-words",
            alive(
                answered(
                    far,
                    fields(&[("entry", "samen"), ("entry", "dignity of risk")]),
                ),
                live(false, true, false),
            ),
        ),
        (
            "results-spectrum",
            with_results(
                super::stage_samples::spectrum(SpectrumLayout::Dots, 168),
                fields(&[("value", "73")]),
            ),
        ),
        (
            "results-scale",
            with_results(
                statements(&[[2, 9, 31, 58, 44], [22, 60, 31, 20, 4]]),
                fields(&[("value-1", "4"), ("value-2", "2")]),
            ),
        ),
        (
            "results-words",
            with_results(list(24), fields(&[("entry", "Almelo")])),
        ),
        (
            "results-twenty",
            with_results(
                options(ChoiceLayout::Bars, &PLACES, 168),
                fields(&[("option", "3")]),
            ),
        ),
        (
            "results-open",
            with_results(
                super::stage_samples::open(OpenLayout::List, 3, 12),
                Fields::default(),
            ),
        ),
    ];
    let states = states.map(|(name, state)| (name.to_owned(), state));
    states
        .into_iter()
        .chain(super::kind_samples::phones())
        .collect()
}

fn with_grace(mut state: ParticipantState) -> ParticipantState {
    state.view.slide = state
        .view
        .slide
        .map(|slide| with(slide, |question| question.grace_ends = Some(1)));
    state
}
