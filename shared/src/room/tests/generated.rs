//! Journals that nobody thought up: any events in any order, by few people about few things, so
//! that they get in each other's way.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::after_page::AfterPageLink;
use crate::deck::{AnswerPace, Deck, Groups, Part, PhoneResults, PhonesTo, QaMode, Slide, grammar};
use crate::event::{Audience, Batch, Event, QaChange, TypedAnswer};
use crate::host::{Actor, HostRole};
use crate::ids::{AnswerId, GroupNumber, Key, Millis, ParticipantId, SlideId, TabletNumber};
use crate::limits::TABLET_SEATS;
use crate::question::form::FormMac;
use crate::question::word::Word;
use crate::question::{Answer, Fields, QuestionSpec};
use crate::room::tests::commands::{chooses, deck_named};
use crate::room::tests::decks::*;
use crate::room::tests::story::{NOON, batch};
use crate::room::{Applied, Erasure, Outcome, Room};
use crate::rules::Rules;
use crate::text;

pub type JournalRecords = Vec<(u64, Millis, Batch)>;

/// A deck in which nothing has a quiet corner, and edits of it: another kind, fewer slides, other
/// words with one option more, another order.
pub fn deck_number(number: usize) -> Deck {
    let knowledge = choice("knowledge", ["niets", "iets", "veel", "anders"])
        .pick(1, 2)
        .other(3);
    let reworded = choice("knowledge", ["niks", "iets", "veel", "anders", "alles"])
        .pick(1, 2)
        .other(3);
    let slides = [
        slide("welcome", crate::deck::Part::Content).notes("dankwoord"),
        match number {
            1 => words("knowledge", 3),
            3 => reworded,
            _ => knowledge,
        },
        words("values", 3),
        open("step", 2, 2),
        spectrum("guess").phones(PhoneResults::Shown),
        scale("statement", ["weet", "durf"]),
        numbers("how-many", &[]),
        choice("quick", ["ja", "nee"]).countdown(3).unchangeable(),
        words("table", 2).by_group(),
        open("poster", 2, 2).columns(["Plus", "Min"]).by_group(),
        ask(
            "later",
            crate::question::QuestionSpec::Qa(Default::default()),
        ),
        slide(
            "again",
            Part::Results {
                question: "values".into(),
                round: Some(1),
            },
        ),
    ];
    let cases = cases().iter().map(|(slide, _)| slide.clone());
    let slides = slides.into_iter().chain(cases);
    let groups = match number {
        3 => ["Blauw", "Rood"].map(str::to_owned).to_vec(),
        _ => ["Rood", "Blauw", "Groen"].map(str::to_owned).to_vec(),
    };
    let deck = |slides: Vec<Slide>| Deck {
        groups: Some(match number {
            4 => Groups::Count(2),
            _ => Groups::Named(groups),
        }),
        ..deck(slides)
    };
    match number {
        2 => deck(slides.skip(2).collect()),
        3 => Deck {
            moderated: true,
            qa: QaMode::Open,
            ..deck(slides.collect())
        },
        4 => deck(slides.collect::<Vec<_>>().into_iter().rev().collect()),
        _ => Deck {
            qa: QaMode::Moderated,
            ..deck(slides.collect())
        },
    }
}

/// Everything a deck can ask about.
pub const QUESTIONS: [&str; 10] = [
    "knowledge",
    "values",
    "step",
    "guess",
    "statement",
    "how-many",
    "quick",
    "table",
    "poster",
    "later",
];

/// The question of every kind's cases, and what people answer to it there.
fn cases() -> &'static [(Slide, Vec<Fields>)] {
    static CASES: LazyLock<Vec<(Slide, Vec<Fields>)>> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data/kinds");
        let files = std::fs::read_dir(folder).unwrap();
        let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
        files.sort();
        let read = |path: &PathBuf| -> serde_json::Value {
            serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
        };
        files.iter().map(read).map(|cases| case(&cases)).collect()
    });
    &CASES
}

/// What is right is shown once a question is closed, and these tests see to it that it is not
/// before: it is left out. A form is the evaluation.
fn case(cases: &serde_json::Value) -> (Slide, Vec<Fields>) {
    let text = cases["slide"].as_str().unwrap();
    let deck = grammar::read(&format!("---\ntitle: Proef\n---\n{text}")).unwrap();
    let mut slide = deck.deck.slides[0].clone();
    if let Part::Question(question) = &mut slide.part {
        if let QuestionSpec::Number(number) = &mut question.ask {
            number.items.clear();
        }
        let is_form = matches!(question.ask, QuestionSpec::Form(_));
        question.pace = is_form.then_some(AnswerPace::After);
    }
    let answers = cases["answers"].as_array().unwrap().iter();
    let fields = answers.map(|answer| serde_json::from_value(answer["fields"].clone()).unwrap());
    (slide, fields.collect())
}

/// A form as a room knows it: two that are not the same have not the same mac.
fn kept_elsewhere(given: Answer, number: usize) -> Answer {
    match given {
        Answer::Form { .. } => Answer::Form {
            mac: Some(FormMac::of(number as u128)),
        },
        other => other,
    }
}

/// An answer of the cases, as somebody gives it: texts are added, everything else is one answer.
fn case_answered(
    (participant, round, turn, kind, answer): (ParticipantId, u32, Option<u64>, usize, usize),
) -> Event {
    let (slide, answers) = &cases()[kind % cases().len()];
    let fields = &answers[answer % answers.len()];
    let (ask, question) = (&slide.question().unwrap().ask, slide.id.clone());
    match ask
        .read(fields, Rules::LATEST)
        .map(|given| kept_elsewhere(given, answer))
    {
        Ok(answer) => Event::Answered {
            participant,
            question,
            round,
            turn,
            answer: Some(answer),
            held: Vec::new(),
        },
        Err(_) => Event::Added {
            participant,
            question,
            round,
            turn,
            key: Key(format!("k{answer}")),
            text: fields.first("text").map(str::to_owned),
            held: false,
        },
    }
}

/// Records of up to three events each, up to four seconds apart.
pub fn journal() -> impl Strategy<Value = JournalRecords> {
    let records = vec((0..2000u64, vec(event(), 0..5)), 0..60);
    (records, prop::bool::weighted(0.25)).prop_map(|(records, own_pace)| {
        let mut at = NOON;
        let deck = match own_pace {
            true => to_go_through(deck_number(0)),
            false => deck_number(0),
        };
        let created = Event::Created {
            room: "room".into(),
            deck: Box::new(deck),
            rules: Rules::LATEST,
            moderates: true,
            groups: true,
            own_pace: true,
            trial: false,
        };
        let named = QUESTIONS.map(SlideId::from).into_iter();
        let of_cases = cases().iter().map(|(slide, _)| slide.id.clone());
        let opened = named.chain(of_cases).map(|question| Event::Opened {
            question,
            after: None,
        });
        let begins = own_pace.then(|| Event::Moved {
            to: "welcome".into(),
            looks_back: false,
            after: None,
        });
        let opened = begins.into_iter().chain(opened);
        let mut journal = vec![
            (1, at, batch(1, vec![created])),
            (4, at, batch(2, opened.collect())),
        ];
        for (number, (passed, events)) in (3..).zip(records) {
            at += passed;
            let mut batch = batch(number, events);
            batch.by = hosts_of(&batch);
            journal.push((number * 3, at, batch));
        }
        journal
    })
}

/// The same deck, of which everybody goes at their own pace and has to answer some.
fn to_go_through(mut deck: Deck) -> Deck {
    deck.pace = AnswerPace::Own;
    for slide in &mut deck.slides {
        if let Part::Question(question) = &mut slide.part {
            question.required = ["values", "table"].contains(&slide.id.as_str());
        }
    }
    deck
}

/// Somebody for every other event, as hosts and people come in between each other.
fn hosts_of(batch: &Batch) -> BTreeMap<usize, Actor> {
    let places =
        (0..batch.events.len()).filter(|place| (batch.counter as usize + place).is_multiple_of(2));
    let host = |place: usize| match place {
        0 => Actor::Owner,
        other => Actor::Link {
            role: HostRole::Remote,
            number: u32::try_from(other).ok(),
        },
    };
    places.map(|place| (place, host(place))).collect()
}

fn event() -> impl Strategy<Value = Event> {
    let question = || proptest::sample::select(&QUESTIONS[..]).prop_map(SlideId::from);
    let answer_id = || (1..12u64).prop_map(AnswerId);
    prop_oneof![
        40 => (who(), question(), round(), option::of(1..6u64), any_answer()).prop_map(answered),
        20 => (who(), round(), option::of(1..6u64), 0..60usize, 0..12usize).prop_map(case_answered),
        25 => (who(), round(), 0..3u8, option::of(1..6u64), 0..4u8).prop_map(added),
        12 => (who(), round(), 0..3u8, option::of(1..6u64), 0..4u8).prop_map(added_in_group),
        6 => who().prop_map(|participant| Event::Finished { participant }),
        14 => (who(), 1..4u16).prop_map(|(participant, group)| chooses(participant, group)),
        25 => (who(), answer_id(), any::<bool>()).prop_map(|(participant, answer, on)| Event::Upvoted {
            participant,
            question: if answer.0.is_multiple_of(2) { "step" } else { "poster" }.into(),
            answer,
            on
        }),
        20 => (option::weighted(0.9, who()), 0..4u8, any::<bool>()).prop_map(qa_asked),
        15 => (who(), answer_id(), any::<bool>())
            .prop_map(|(participant, question, up)| Event::QaUpvoted { participant, question, up }),
        20 => (answer_id(), qa_change()).prop_map(|(question, change)| Event::QaModerated { question, change }),
        12 => proptest::sample::select(&["welcome", "knowledge", "values", "step", "guess", "quick", "later", "again"][..])
            .prop_flat_map(|to| (Just(to), any::<bool>()))
            .prop_map(|(to, looks_back)| Event::Moved { to: to.into(), looks_back, after: None }),
        8 => (question(), after()).prop_map(|(question, after)| Event::Opened { question, after }),
        1 => question().prop_map(|question| Event::Closed { question, after: None }),
        2 => (question(), any::<[bool; 3]>(), option::of(round())).prop_map(|(question, [stage, shown, looks_back], round)| {
            let audience = if stage { Audience::Stage } else { Audience::Phones };
            Event::Shown { question, audience, shown, round, looks_back, after: None }
        }),
        1 => Just(Event::VotingStarted { question: "step".into(), after: None }),
        1 => question().prop_map(|question| Event::Reset { question, after: None }),
        4 => (8..20u64, after()).prop_map(|(control, after)| Event::Undone { control, after }),
        1 => after().prop_map(|after| Event::EvaluationOpened { after }),
        1 => (question(), any::<bool>()).prop_map(|(slide, skip)| Event::Skipped { slide, skip, after: None }),
        1 => (question(), 0..40u32).prop_map(|(question, seconds)| Event::Extended { question, seconds, after: None }),
        1 => prop_oneof![Just(Event::Ended { after: None }), Just(Event::Resumed { after: None })],
        7 => answer_id().prop_map(|answer| Event::Erased { answer }),
        14 => (question(), round(), 0..30u8, option::weighted(0.9, 1..4u16), vec((1..6u32, any_answer()), 0..4))
            .prop_map(typed),
        4 => (who(), 1..4u16, 0..3u32).prop_map(tablet),
        1 => who().prop_map(|participant| Event::Joined { participant }),
        1 => (3..6u128, who()).prop_map(|(new, instead_of)| Event::JoinedAgain { participant: person(new), instead_of }),
        3 => time_range().prop_map(|(joined_from, joined_to)| Event::Removed { joined_from, joined_to }),
        3 => time_range().prop_map(|(joined_from, joined_to)| Event::Returned { joined_from, joined_to }),
        1 => prop_oneof![1 => Just(false), 2 => Just(true)].prop_map(|open| Event::DoorSet { open }),
        1 => option::weighted(0.8, 0..3u64).prop_map(|page| Event::AfterPageSet { page: page.map(page_until) }),
        1 => proptest::sample::select(&PhonesTo::ALL[..]).prop_map(|to| Event::PhonesSet { to }),
        3 => (text_question(), round(), any_word(), any::<bool>()).prop_map(|(question, round, word, hidden)| {
            let word = key_of(word, &question, round);
            Event::WordHidden { question, round, word, hidden }
        }),
        4 => (text_question(), round(), any_word(), option::of(any_word())).prop_map(|(question, round, word, into)| {
            let word = key_of(word, &question, round);
            let into = into.map(|into| key_of(into, &question, round));
            Event::WordMerged { question, round, word, into }
        }),
        3 => (answer_id(), any::<bool>()).prop_map(|(answer, hidden)| Event::AnswerHidden { answer, hidden }),
        4 => (answer_id(), option::of(answer_id()))
            .prop_map(|(answer, into)| Event::AnswerMerged { answer, into }),
        5 => (question(), prop_oneof![3 => Just(true), 1 => Just(false)])
            .prop_map(|(question, on)| Event::HoldSet { question, on }),
        4 => (text_question(), round(), any_word()).prop_map(|(question, round, word)| {
            let word = key_of(word, &question, round);
            Event::WordApproved { question, round, word }
        }),
        3 => answer_id().prop_map(|answer| Event::AnswerApproved { answer }),
        1 => (0..3usize).prop_map(|number| deck_named(deck_number(number))),
        3 => (0..5usize, any::<bool>(), option::of(1..3u32)).prop_map(|(number, anew, version)| Event::DeckChanged {
            deck: Box::new(deck_number(number)),
            matched: Some(QUESTIONS.map(SlideId::from).to_vec()),
            new_rounds: if anew { vec!["values".into()] } else { Vec::new() },
            version,
        }),
    ]
}

/// A page that is open for so many minutes after the start.
fn page_until(minutes: u64) -> AfterPageLink {
    AfterPageLink {
        slug: "middag".into(),
        day: "2026-12-31".into(),
        until: NOON + minutes * 60_000,
    }
}

/// What a host enters for some people without a phone.
fn typed(
    (question, round, key, group, given): (SlideId, u32, u8, Option<u16>, Vec<(u32, AnyAnswer)>),
) -> Event {
    let by_group = matches!(question.as_str(), "table" | "poster");
    let texts = matches!(question.as_str(), "step" | "poster");
    let of = |(hand, given): (u32, AnyAnswer)| {
        let participant = ParticipantId::by_hand(hand);
        let text = || {
            let heading = ["Plus: ", "Min: ", ""][hand as usize % 3];
            format!("{heading}geheim-hand-{hand}-{question}-{round}-{key}")
        };
        let answer = match answered((participant, question.clone(), round, None, given)) {
            Event::Answered { answer, .. } if !texts => answer,
            _ => None,
        };
        TypedAnswer {
            hand,
            answer,
            text: texts.then(text),
        }
    };
    let answers = given.into_iter().map(of).collect();
    Event::Typed {
        question,
        round,
        key: Key(format!("lijst{key}")),
        group: group.filter(|_| by_group).map(GroupNumber),
        rests_on: (key % 4 == 0).then_some(u32::from(key) / 4),
        answers,
    }
}

/// Something that becomes of a tablet.
fn tablet((device, tablet, times): (ParticipantId, u16, u32)) -> Event {
    let seat = |number: u128| ParticipantId(device.0 + 0x10 * number);
    match times {
        0 => Event::TabletShared {
            seats: (0..TABLET_SEATS as u128).map(seat).collect(),
        },
        1 => Event::TabletEnded {
            tablet: TabletNumber(tablet),
        },
        times => Event::TabletsRenewed { times },
    }
}

/// A question to the speakers that nobody else asks.
fn qa_asked((participant, key, held): (Option<ParticipantId>, u8, bool)) -> Event {
    let who = participant.map_or(99, |who| who.0 & 0xff);
    Event::QaAsked {
        participant,
        key: Key(format!("sleutel{key}")),
        text: Some(format!("geheim-{who}-vraag-{key}")),
        held,
    }
}

fn qa_change() -> impl Strategy<Value = QaChange> {
    let name = |number: u8| Some(format!("spreker {number}"));
    prop_oneof![
        4 => Just(QaChange::Approved),
        2 => Just(QaChange::Refused),
        3 => Just(QaChange::Chosen),
        1 => Just(QaChange::Answered),
        3 => option::weighted(0.8, (1..12u64).prop_map(AnswerId)).prop_map(|into| QaChange::Merged { into }),
        1 => option::of(0..2u8).prop_map(move |to| QaChange::Assigned { to: to.and_then(name) }),
        2 => (0..4u8).prop_map(|number| QaChange::Replied {
            text: Some(if number == 0 { String::new() } else { format!("geheim-antwoord-{number}") }),
        }),
    ]
}

/// Few say what they saw last.
fn after() -> impl Strategy<Value = Option<u64>> {
    prop_oneof![4 => Just(None), 1 => (6..20u64).prop_map(Some)]
}

fn text_question() -> impl Strategy<Value = SlideId> {
    proptest::sample::select(&["knowledge", "values"][..]).prop_map(SlideId::from)
}

/// Whose word, and which.
fn any_word() -> impl Strategy<Value = (u8, u8)> {
    (0..3u8, 0..4u8)
}

/// The key of a word that everybody may give, or of one that only one of them gives to that round.
fn key_of((who, number): (u8, u8), question: &SlideId, round: u32) -> String {
    match number {
        1 => "hoop".to_owned(),
        3 => "moed".to_owned(),
        own => format!("geheim-{who}-{question}-{round}-{own}"),
    }
}

fn round() -> impl Strategy<Value = u32> {
    prop_oneof![4 => Just(1), 1 => Just(2)]
}

fn who() -> impl Strategy<Value = ParticipantId> {
    // Some have the second seat at somebody's tablet.
    prop_oneof![9 => 0..3u128, 1 => 3..6u128, 1 => 0x10..0x13u128].prop_map(person)
}

fn person(number: u128) -> ParticipantId {
    ParticipantId(0xfeed_0000_0000_0000_0000_0000_0000_0000 + number)
}

/// From a moment until another; one in some ends before it begins.
fn time_range() -> impl Strategy<Value = (Millis, Millis)> {
    (0..30u64, 0..40u64).prop_map(|(from, to)| (NOON + from * 500, NOON + to * 1_000))
}

/// What somebody has in mind before they know what is asked.
#[derive(Clone, Debug)]
enum AnyAnswer {
    Options(Vec<u8>, Option<u8>),
    Words(Vec<u8>),
    Place(u16),
    Values([Option<i32>; 2]),
}

fn any_answer() -> impl Strategy<Value = AnyAnswer> {
    prop_oneof![
        (
            proptest::sample::subsequence(vec![1, 2, 3, 4], 1..=2),
            option::of(0..4u8)
        )
            .prop_map(|(options, other)| AnyAnswer::Options(options, other)),
        vec(0..4u8, 1..3).prop_map(AnyAnswer::Words),
        (0..=10_000u16).prop_map(AnyAnswer::Place),
        (option::of(1..=5), option::of(1..=5)).prop_map(|(a, b)| AnyAnswer::Values([a, b])),
    ]
}

/// Answers to a question that asks for something else are turned into what it asks for, so that
/// most are acceptable. One text in two is nobody else's, so that a trace of it can be found.
fn answered(
    (participant, question, round, turn, given): (
        ParticipantId,
        SlideId,
        u32,
        Option<u64>,
        AnyAnswer,
    ),
) -> Event {
    let own = |number: u8| {
        word(&format!(
            "geheim-{}-{question}-{round}-{number}",
            participant.0 & 0xff
        ))
    };
    let any = |number: u8| {
        if number.is_multiple_of(2) {
            own(number)
        } else {
            word(["Hoop", "hoop!", "moed"][number as usize % 3])
        }
    };
    // Some are held by a list of words, whatever the question does.
    let held = turn.filter(|turn| turn.is_multiple_of(5)).map(|_| 1);
    let seed = match &given {
        AnyAnswer::Options(options, other) => options.len() as u8 + other.unwrap_or_default(),
        AnyAnswer::Words(words) => words.iter().sum(),
        AnyAnswer::Place(place) => (*place % 4) as u8,
        AnyAnswer::Values([a, b]) => (a.unwrap_or(0) + b.unwrap_or(0)) as u8 % 4,
    };
    let answer = match (question.as_str(), given) {
        ("values" | "table", AnyAnswer::Words(words)) => entries(words.into_iter().map(any)),
        ("values" | "table", _) => entries([any(seed)]),
        ("guess", AnyAnswer::Place(hundredths)) => Answer::Spectrum { hundredths },
        ("guess", _) => Answer::Spectrum {
            hundredths: u16::from(seed) * 1000,
        },
        ("statement", AnyAnswer::Values(values)) => Answer::Scale {
            values: values.to_vec(),
        },
        ("statement", _) => Answer::Scale {
            values: vec![Some(1), None],
        },
        ("how-many", AnyAnswer::Place(place)) => Answer::Number {
            thousandths: i64::from(place) * 250 - 1_000_000,
        },
        ("how-many", _) => Answer::Number {
            thousandths: i64::from(seed) * 1_000,
        },
        ("knowledge", AnyAnswer::Words(words)) => entries(words.into_iter().map(any)),
        ("knowledge", AnyAnswer::Options(options, other)) => Answer::Choice {
            options,
            other: other.map(any),
        },
        _ => Answer::Choice {
            options: vec![seed % 2 + 1],
            other: None,
        },
    };
    Event::Answered {
        participant,
        question,
        round,
        turn,
        answer: Some(answer),
        held: held.into_iter().collect(),
    }
}

fn added(
    (participant, round, key, turn, number): (ParticipantId, u32, u8, Option<u64>, u8),
) -> Event {
    let text = Some(format!(
        "geheim-{}-{round}-{key}-{number}",
        participant.0 & 0xff
    ));
    let (question, key) = ("step".into(), Key(format!("sleutel{key}")));
    let held = turn == Some(5);
    Event::Added {
        participant,
        question,
        round,
        key,
        turn,
        text,
        held,
    }
}

/// The same under a heading, or under none.
fn added_in_group(
    (participant, round, key, turn, number): (ParticipantId, u32, u8, Option<u64>, u8),
) -> Event {
    let mut event = added((participant, round, key, turn, number));
    if let Event::Added { question, text, .. } = &mut event {
        *question = "poster".into();
        *text = text
            .take()
            .map(|text| text.replace("geheim", "geheim-tafel"))
            .map(|text| format!("{}{text}", ["Plus: ", "Min: ", ""][number as usize % 3]));
    }
    event
}

fn entries(words: impl IntoIterator<Item = Word>) -> Answer {
    let mut entries: Vec<Word> = Vec::new();
    for word in words {
        if entries.iter().all(|known| known.key != word.key) {
            entries.push(word);
        }
    }
    Answer::Words { entries }
}

fn word(text: &str) -> Word {
    Word {
        key: text::word_key(text, Rules::LATEST),
        text: text.to_owned(),
    }
}

/// Folds a journal, and gives with each record what it came to.
pub fn fold(journal: &[(u64, Millis, Batch)]) -> (Room, Vec<Vec<Outcome>>) {
    let (seq, at, first) = &journal[0];
    let mut room = Room::begin(*seq, *at, first).expect("the first record begins the room");
    let rest = journal[1..]
        .iter()
        .map(|(seq, at, batch)| room.apply(*seq, *at, batch));
    let outcomes = std::iter::once(Vec::new()).chain(rest).collect();
    (room, outcomes)
}

/// What there is to erase in a journal, and each record with what it came to.
pub fn planned(journal: &JournalRecords) -> (Erasure, Vec<Applied>) {
    let (room, outcomes) = fold(journal);
    let applied = journal
        .iter()
        .zip(outcomes)
        .map(|((seq, _, batch), outcomes)| (*seq, batch.clone(), outcomes));
    let applied: Vec<Applied> = applied.collect();
    (Erasure::plan(&room, &applied), applied)
}

/// The journal without what was erased.
pub fn redacted(journal: &JournalRecords) -> JournalRecords {
    let (erasure, applied) = planned(journal);
    journal
        .iter()
        .zip(&applied)
        .map(|((seq, at, _), applied)| (*seq, *at, erasure.redact(applied)))
        .collect()
}
